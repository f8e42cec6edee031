"""Which body each post is held at: the one beside it, else the one that the list or the article supplies."""

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from loaders.extraction.chinese.bodies import ORGANS, Body
from loaders.extraction.chinese.naming import LEVELS, Naming, district_of_level
from loaders.extraction.chinese.people import Person, PersonIndex
from loaders.extraction.chinese.posts import PostMention, unit_name

KINDS: dict[str, tuple[str, ...]] = {
    "university": ("university",),
    "school": ("university", "research_institute", "other"),
    "company": ("company",),
    "association": ("association", "company", "party", "government"),
    "scholar": ("university", "research_institute", "company"),
}
"""The kinds of body that a class of title fits; the classes that are not here fit any."""

OWN_ENDING: dict[str, tuple[str, ...]] = {
    "局长": ("局",),
    "厅长": ("厅",),
    "所长": ("所",),
    "院长": ("院",),
    "馆长": ("馆",),
    "会长": ("会", "盟"),
    "校长": ("大学", "学院", "学校", "党校"),
    "董事长": ("集团", "公司"),
    "总经理": ("集团", "公司"),
    "总裁": ("集团", "公司"),
}
"""How a body ends that has such a head: 教育局 has a 局长."""

REACH = 12
"""How many mentions back a post without a body looks for one."""


@dataclass(frozen=True, slots=True)
class Role:
    """A post at a body, as one article tells it."""

    title: str
    body: Body | None
    inferred: bool
    former: bool


def roles(text: str, people: PersonIndex, naming: Naming, breaks: list[int]) -> dict[int, list[Role]]:
    """The roles of each person mention by its start. ``breaks`` are the starts of sentences, in order."""
    found: dict[int, list[Role]] = {}
    settled: dict[int, tuple[Body | None, bool]] = {}
    titles: dict[Person, set[str]] = {}
    last: tuple[int, Body | None] = (-1, None)
    sentence, next_break = 0, 0
    for mention in people:
        while next_break < len(breaks) and breaks[next_break] <= mention.start:
            sentence = breaks[next_break]
            next_break += 1
        previous = last[1] if last[0] == sentence else None
        held: list[Role] = []
        seen = titles.setdefault(mention.person, set())
        for post in mention.posts:
            wording = text[post.title.start : post.title.end]
            if post.start >= mention.end and post.body is None and any(wording in t for t in seen):
                continue
            seen.add(wording)
            if post.start not in settled:
                settled[post.start] = _body(text, post, previous, naming, sentence, bool(held))
            body, inferred = settled[post.start]
            previous = body or previous
            held.append(_role(text, post, body, inferred))
        if held:
            last = (sentence, previous)
            found[mention.start] = held
    return found


def _role(text: str, post: PostMention, body: Body | None, inferred: bool) -> Role:
    """A post at a unit is a post of the whole, with the unit in the title: 某大学|某中心副研究员."""
    title = post.wording(text)
    if post.unit and body is not None and post.body is None and post.unit in (body.name, *body.aliases) or not inferred and post.body is None:
        title = text[post.title.start : post.title.end]
    whole = body.parent if body is not None else None
    if body is not None and whole is not None and body.known is None and not body.name.endswith("医院") and (body.weak or whole.kind not in ORGANS):
        prefix = next((n for n in (whole.name, *whole.aliases) if body.name.startswith(n)), "")
        return Role(body.name[len(prefix) :] + title, whole, inferred, post.former)
    return Role(title, body, inferred, post.former)


def merged(roles: list[Role]) -> list[Role]:
    """Each post once: the fuller wording of two at one body, and what the text states before what was inferred."""
    kept: list[Role] = []
    for role in sorted(roles, key=lambda r: (r.inferred, -len(r.title))):
        if not any(role.title in k.title and role.former == k.former and _same_body(role, k) for k in kept):
            kept.append(role)
    return sorted(kept, key=roles.index)


def foremost(roles: list[Role]) -> Body | None:
    """The body that a person stands for: of a present post before a former one, of one's own post before a seat in a
    committee above (省委常委、新区书记 stands for the new area)."""
    held = [r for r in roles if r.body is not None]
    return min(held, key=lambda r: (r.former, r.title.endswith(("常委", "委员", "代表")), roles.index(r))).body if held else None


def _same_body(role: Role, other: Role) -> bool:
    return role.inferred or role.body is other.body or (
        role.body is not None and other.body is not None and role.body.root is other.body.root
    )


def _body(
    text: str, post: PostMention, previous: Body | None, naming: Naming, sentence: int, same_person: bool
) -> tuple[Body | None, bool]:
    """The body of ``post`` and whether it was inferred."""
    head, words = post.title.head, text[post.title.start : post.title.end]
    if post.body is not None:
        body = post.body.body
        if body.weak and body.parent is None:
            before = naming.index.ending_at(post.body.start)
            body.parent = before.body if before is not None else _whole(previous, post, naming, sentence)
        if head == "district":
            return _government(words, post, naming, body), False
        return (naming.register.organ(body, _branch(words)) if body.kind == "district" else body), False
    if head == "district":
        return _government(words, post, naming, previous), True
    if head == "company" and post.unit and not unit_name(post.unit):
        return naming.register.holding(post.unit) or naming.register.named(post.unit, "company"), False
    if post.unit in ("管委会", "管理委员会") and previous is not None and previous.root.kind == "district":
        root = previous.root
        return naming.register.named(root.name + "管委会", "government", district=root), True
    if previous is not None and same_person:
        return previous, True
    endings = next((e for title, e in OWN_ENDING.items() if words.endswith(title)), ())
    if endings and not post.unit and not _ends(previous, endings):
        for mention in islice(naming.index.before(post.start), REACH):
            if mention.start < sentence:
                break
            if _ends(mention.body, endings) and not mention.body.weak:
                return mention.body, True
    if previous is not None and _fits(head, previous):
        return previous, True
    for mention in islice(naming.index.before(post.start), REACH):
        if mention.start < sentence:
            break
        if _fits(head, mention.body) and mention.body.kind != "district":
            return mention.body, True
    return _home(head, naming), True


def _whole(previous: Body | None, post: PostMention, naming: Naming, sentence: int) -> Body | None:
    """What a unit named alone (某某学院院长) belongs to: the body of the list, of the sentence, or the article's home."""
    if previous is not None:
        return previous if previous.kind in ("university", "company", "research_institute") else None
    for mention in islice(naming.index.before(post.start), REACH):
        if mention.start < sentence:
            break
        if mention.body.kind in ("university", "company", "research_institute") and not mention.body.weak:
            return mention.body
    return naming.home.get("source") or naming.home.get("university")


def _branch(title: str) -> Literal["government", "party"]:
    return "party" if any(mark in title for mark in ("书记", "常委", "党")) else "government"


def _government(title: str, post: PostMention, naming: Naming, near: Body | None) -> Body | None:
    """The government that a 市长, 区长, 县长 heads."""
    level = next((c for c in reversed(title) if c in LEVELS), None)
    root = near.root if near is not None else None
    if root is not None and root.kind == "district":
        if post.body is not None or level is None or root.level in _levels(level):
            return naming.register.organ(root, "government")
    place = district_of_level(level, post.start, naming.index, naming.home) if level else None
    return naming.register.organ(place, "government") if place is not None else near


def _levels(level: str) -> tuple[str, ...]:
    return LEVELS[level] + (("new_area", "city") if level in "区县" else ())


def _ends(body: Body | None, endings: tuple[str, ...]) -> bool:
    return body is not None and any(name.endswith(endings) for name in (body.name, *body.aliases))


def _fits(head: str, body: Body) -> bool:
    kinds = KINDS.get(head)
    return kinds is None or body.kind in kinds


def _home(head: str, naming: Naming) -> Body | None:
    kinds = KINDS.get(head)
    if kinds is None:
        first = (m.body for m in naming.index if not m.body.weak and m.body.kind != "district")
        return naming.home.get("source") or next(first, None)
    return next((naming.home[k] for k in kinds if k in naming.home), None)
