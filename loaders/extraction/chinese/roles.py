"""The roles of persons: each post with its body, one list for a person, and the body that a person stands for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extraction.chinese.belonging import Context, body_of
from loaders.extraction.chinese.bodies import ORGANS, Body
from loaders.extraction.chinese.naming import Naming
from loaders.extraction.chinese.people import Person, PersonIndex, PersonMention
from loaders.extraction.chinese.posts import PostMention


@dataclass(frozen=True, slots=True)
class Role:
    """A post at a body, as one article tells it."""

    title: str
    body: Body | None
    inferred: bool
    former: bool
    place: int
    """Where the text names the person with it."""


def roles(text: str, people: PersonIndex, naming: Naming, breaks: Sequence[int]) -> dict[Person, list[Role]]:
    """The roles of each person. ``breaks`` are the starts of sentences, in order."""
    found: dict[Person, list[Role]] = {m.person: [] for m in people}
    settled: dict[int, tuple[Body | None, bool]] = {}
    titles: dict[Person, set[str]] = {}
    last: tuple[int, Body | None, int] = (-1, None, 0)
    sentence, upcoming = 0, 0
    shared = _shared(text, people, naming)
    for mention in people:
        while upcoming < len(breaks) and breaks[upcoming] <= mention.start:
            sentence = breaks[upcoming]
            upcoming += 1
        previous = mention.heading or (last[1] if last[0] == sentence else None)
        told = titles.setdefault(mention.person, set())
        held = False
        for post in mention.posts:
            if _repeats(text, post, mention, told):
                continue
            if post.start not in settled:
                context = Context(text, naming, sentence, previous, held, last[2])
                own = found[mention.person][0].body if found[mention.person] else None
                if _alone(post, mention, previous or naming.home.get("source")):
                    settled[post.start] = (None, True)
                elif (
                    own is not None
                    and post.body is None
                    and post.start >= mention.end
                    and post.title.head != "district"
                ):
                    settled[post.start] = (own, True)  # 校长某某院士
                else:
                    settled[post.start] = body_of(post, context)
            body, inferred = shared.get((post.start, mention.start)) or settled[post.start]
            role = _role(text, post, body, inferred, mention.start)
            previous = role.body or previous
            held = True
            found[mention.person].append(role)
        if held:
            last = (sentence, previous, mention.end)
    return {person: merged(told) for person, told in found.items()}


_SEATS = ("常委", "委员", "代表", "团长", "院士", "成员")
"""How a post ends that is but a seat beside one's own post."""
_COUNTED = re.compile("(?:[两二三四五六七八](?:校|地|所|家|院|区|市|县|方|所高校)(?:的)?)?(?:校)?(?:党委)?$")
"""Between a list of bodies and the post that their heads share: 甲、乙、丙三校|校长."""


def _shared(text: str, people: PersonIndex, naming: Naming) -> dict[tuple[int, int], tuple[Body, bool]]:
    """By a post and the place of a name, the bodies of those who share the post of a list of as many bodies
    (甲大学、乙大学校长某某、某某), in the order of both lists."""
    holders: dict[int, list[PersonMention]] = {}
    titles: dict[int, int] = {}
    for mention in people:
        for post in mention.posts:
            holders.setdefault(post.start, []).append(mention)
            titles[post.start] = post.title.start
    found: dict[tuple[int, int], tuple[Body, bool]] = {}
    for start, mentions in holders.items():
        place = titles[start]
        gap = _COUNTED.search(text, max(0, place - 8), place)
        last = naming.index.ending_at(gap.start() if gap else place) if len(mentions) > 1 else None
        listed: list[Body] = []
        while last is not None:
            listed.insert(0, last.body)
            last = naming.index.ending_at(last.start - 1) if text[last.start - 1 : last.start] in "、和与及" else None
        if len(listed) == len(mentions):
            found.update({(start, m.start): (b, False) for m, b in zip(mentions, listed, strict=True)})
    return found


def _repeats(text: str, post: PostMention, mention: PersonMention, told: set[str]) -> bool:
    """Whether a post behind a name only repeats one told before (某某校长, of the president introduced above)."""
    wording = text[post.title.start : post.title.end]
    again = post.start >= mention.end and post.body is None and any(wording in t for t in told)
    told.add(wording)
    return again


def _alone(post: PostMention, mention: PersonMention, previous: Body | None) -> bool:
    """A post behind a name with no body in sight (某某副书记): none is inferred, but for teachers."""
    return post.start >= mention.end and post.body is None and previous is None and post.title.head != "scholar"


def _role(text: str, post: PostMention, body: Body | None, inferred: bool, place: int) -> Role:
    """A post at a unit is a post of the whole, with the unit in the title: 某大学|某中心副研究员."""
    title = post.wording(text)
    if post.body is None and not inferred:
        title = text[post.title.start : post.title.end]
    whole = body.parent if body is not None else None
    if body is None or whole is None or body.independent or body.known is not None or body.name.endswith("医院"):
        return Role(title, body, inferred, post.former, place)
    if whole.kind in ORGANS and not body.weak:
        return Role(title, body, inferred, post.former, place)
    prefix = next((n for n in (whole.name, *whole.aliases) if body.name.startswith(n)), "")
    return Role(body.name[len(prefix) :] + title, whole, inferred, post.former, place)


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
    held.sort(key=lambda r: (r.title.endswith("院士"), r.former, r.title.endswith(_SEATS)))
    return held[0].body if held else None


def _same_body(role: Role, other: Role) -> bool:
    if role.inferred or role.body is other.body:
        return True
    return role.body is not None and other.body is not None and role.body.root is other.body.root
