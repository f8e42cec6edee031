"""Which body each post is held at: the one beside it, else the one that the list or the article supplies."""

from dataclasses import dataclass
from itertools import islice

from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.naming import Naming, district_of_level
from loaders.extraction.chinese.people import PersonIndex, PersonMention
from loaders.extraction.chinese.posts import PostMention

KINDS: dict[str, tuple[str, ...]] = {
    "university": ("university",),
    "school": ("university", "research_institute", "other"),
    "company": ("company",),
    "association": ("association", "company", "party", "government"),
    "scholar": ("university", "research_institute", "company"),
}
"""The kinds of body that a class of title fits; the classes that are not here fit any."""

LEVEL_OF = {"市": "市", "区": "区", "县": "县", "省": "省"}
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
    settled: dict[int, Body | None] = {}
    last: tuple[int, Body | None] = (-1, None)
    sentence, next_break = 0, 0
    for mention in people:
        while next_break < len(breaks) and breaks[next_break] <= mention.start:
            sentence = breaks[next_break]
            next_break += 1
        posts = [p for p in mention.person.posts if _belongs(p, mention)]
        shared = not posts and mention.opening == mention.start
        held: list[Role] = []
        previous = last[1] if last[0] == sentence else None
        for post in posts:
            if post.start in settled:
                body, inferred = settled[post.start], post.body is None
            else:
                body, inferred = _body(text, post, previous, naming, sentence)
                settled[post.start] = body
            previous = body if body is not None else previous
            held.append(Role(post.wording(text), body, inferred, post.former))
        if held:
            last = (sentence, held[-1].body)
        if not shared or held:
            found[mention.start] = held
    return found


def _belongs(post: PostMention, mention: PersonMention) -> bool:
    return mention.opening <= post.start < mention.end or mention.end <= post.start <= mention.end + 8


def _body(
    text: str, post: PostMention, previous: Body | None, naming: Naming, sentence: int
) -> tuple[Body | None, bool]:
    """The body of ``post`` and whether it was inferred."""
    head, words = post.title.head, text[post.title.start : post.title.end]
    if post.body is not None:
        body = post.body.body
        if head == "district":
            return _government(words, post, naming, body), False
        return (naming.register.organ(body, _branch(words)) if body.kind == "district" else body), False
    if head == "district":
        return _government(words, post, naming, previous), True
    if post.unit in ("管委会", "管理委员会") and previous is not None and previous.root.kind == "district":
        root = previous.root
        return naming.register.named(root.name + "管委会", "government", district=root), True
    if previous is not None and _fits(head, previous):
        return previous, True
    for mention in islice(naming.index.before(post.start), REACH):
        if mention.start < sentence:
            break
        if _fits(head, mention.body) and mention.body.kind != "district":
            return mention.body, True
    return _home(head, naming), True


def _branch(title: str) -> "str":
    return "party" if any(mark in title for mark in ("书记", "常委", "党")) else "government"


def _government(title: str, post: PostMention, naming: Naming, near: Body | None) -> Body | None:
    """The government that a 市长, 区长, 县长 heads."""
    level = next((c for c in reversed(title) if c in LEVEL_OF), None)
    root = near.root if near is not None else None
    if root is not None and root.kind == "district":
        if post.body is not None or level is None or root.level in _levels(level):
            return naming.register.organ(root, "government")
    place = district_of_level(level, post.start, naming.index, naming.home) if level else None
    return naming.register.organ(place, "government") if place is not None else near


def _levels(level: str) -> tuple[str, ...]:
    from loaders.extraction.chinese.naming import LEVELS

    return LEVELS[level] + (("new_area", "city") if level in "区县" else ())


def _fits(head: str, body: Body) -> bool:
    kinds = KINDS.get(head)
    return kinds is None or body.kind in kinds


def _home(head: str, naming: Naming) -> Body | None:
    kinds = KINDS.get(head)
    if kinds is None:
        return naming.home.get("source") or naming.home.get("university") or naming.home.get("company")
    return next((naming.home[k] for k in kinds if k in naming.home), None)
