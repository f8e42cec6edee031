"""Verb frames of a sentence: who came to whom. Each frame votes; the votes of a scene decide its sides."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.people import Person, PersonIndex
from loaders.extraction.chinese.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Actor:
    """A body, or a person with the body that the person stands for, where the sentence names it."""

    start: int
    end: int
    body: Body | None
    person: Person | None = None
    opening: int = -1
    """Where the posts before the person's name begin."""


@dataclass(slots=True)
class Votes:
    """For each root body how much speaks for host and for visitor, and whether anything met at all."""

    host: Counter[Body] = field(default_factory=Counter)
    visitor: Counter[Body] = field(default_factory=Counter)
    named: Counter[Body] = field(default_factory=Counter)
    """How often a frame named a root itself, not only by a person's post."""
    wording: dict[Body, Body] = field(default_factory=dict)
    """The body that the frames named for a root."""
    met: bool = False
    firm: bool = False
    """A frame with two sides was there, not only a list of names beside a word like 座谈."""

    def word(self, actor: Actor) -> None:
        """Keep the body that the text names for a root: itself before one that a person stands for."""
        if actor.body is None:
            return
        root = actor.body.root
        if actor.person is None:
            if not self.named[root]:
                self.wording[root] = actor.body
            self.named[root] += 1
        else:
            self.wording.setdefault(root, root)

    def visit(self, visitors: Sequence[Actor], hosts: Sequence[Actor], weight: int = 1) -> None:
        for actors, side in ((visitors, self.visitor), (hosts, self.host)):
            for actor in actors:
                if actor.body is not None:
                    side[actor.body.root] += weight
                    self.word(actor)
        self.met = True
        self.firm = self.firm or bool(visitors and hosts)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    motion, purposes = alternation(events["motion"]), alternation(events["purposes"])
    plain = alternation(
        w for w in events["visit"] if w not in events["motion"] and w not in ("来校", "来院", "到校", "莅校", "来访")
    )
    return {
        "visit": re.compile(plain),
        "motion": re.compile(f"(?<![得以从受看感谈说年看收达遇签提])(?<!近年){motion}"),
        "purpose": re.compile(purposes),
        "home": re.compile("来校|来院|到校|莅校|来我|到我|莅临我|来访|来宾|来客"),
        "receive": re.compile(alternation(events["receive"])),
        "guests": re.compile("[与同和](?:到访|来访|来校|两位|几位|各位)?的?(?:客人|来宾|考察团|代表团|代表|来访)"),
        "welcome": re.compile("(?:对|向)(?P<whom>[^。]{1,60}?)(?:表示|致以)[^。，]{0,8}(?:欢迎)"),
        "talk": re.compile(alternation(events["talk"], events["video"])),
        "held": re.compile(alternation(events["held"])),
        "head": re.compile(alternation(events["head"], ["带着"])),
        "with": re.compile("[与和同]"),
        "attend": re.compile(alternation(events["attend"], events["witness"])),
    }


def actors(
    text: str, sentence: Sentence, bodies: BodyIndex, people: PersonIndex, stands_for: Callable[[Person], Body | None]
) -> list[Actor]:
    """The actors of a sentence in order; a body that only belongs to a person's post is none of its own."""
    persons = people.between(sentence.start, sentence.end)
    spans = [(min(m.opening, m.start), m.end) for m in persons]
    found = [Actor(m.start, m.end, stands_for(m.person), m.person, m.opening) for m in persons]
    named = bodies.between(sentence.start, sentence.end)
    starts = {m.start for m in named}
    for mention in named:
        if any(a <= mention.start < b for a, b in spans) or _only_tells_where(text, mention, mention.end in starts):
            continue
        found.append(Actor(mention.start, mention.end, mention.body))
    return sorted(found, key=lambda a: a.start)


def vote(text: str, sentence: Sentence, present: list[Actor], home: Body | None, votes: Votes, weight: int) -> None:
    """Add what the frames of ``sentence`` tell to ``votes``."""
    for frame in (_welcome, _home, _visit, _receive, _venue, _talk):
        frame(text, sentence, present, home, votes, weight)


def _only_tells_where(text: str, mention: BodyMention, chained: bool) -> bool:
    """A district that tells where something is: 位于 B 的, B 的某大学, or ``chained``, the city in 某市某区."""
    if mention.body.kind != "district":
        return False
    if text[mention.start - 1 : mention.start] == "在":
        return chained
    after = text[mention.end : mention.end + 1]
    short = text[mention.end - 1] not in "省市区县"
    if short and "\u3400" <= after <= "\u9fff" and not _may_follow().match(text, mention.end):
        return True
    return chained or text[mention.end : mention.end + 1] == "的" or text[max(0, mention.start - 2) : mention.start] in (
        "位于",
        "地处",
        "扎根",
    )


@cache
def _may_follow() -> re.Pattern[str]:
    """What stands behind the short name of a district that acts; before anything else it is a part of a name."""
    lists, events = words("bodies"), words("events")
    verbs = [w for key in ("visit", "receive", "talk", "held", "attend", "purposes") for w in events[key]]
    return re.compile(f"{alternation(lists['cuts'], verbs)}|[{lists['cut_characters']}两各地市方]|考察|方面|当地")


def _subjects(text: str, present: list[Actor], start: int, place: int) -> list[Actor]:
    """The actors before ``place``, but for those that only tell where (在 B)."""
    return [
        a
        for a in present
        if start <= a.start and a.end <= place and a.body is not None and (a.person or text[a.start - 1 : a.start] != "在")
    ]


def _object(text: str, present: list[Actor], place: int, reach: int = 24) -> Actor | None:
    """The first actor behind ``place``, in the same clause or so."""
    for actor in present:
        start = actor.start if actor.opening < 0 else min(actor.opening, actor.start)
        if start >= place:
            gap = text[place:start]
            return (
                actor
                if actor.body is not None
                and len(gap) <= reach
                and "，" not in gap
                and "," not in gap
                and "。" not in gap
                else None
            )
    return None


def _visit(text: str, sentence: Sentence, present: list[Actor], home: Body | None, votes: Votes, weight: int) -> None:
    """A 拜访 B; A 到 B 调研: the subject visits the object."""
    patterns = _patterns()
    hits = [(m, False) for m in patterns["visit"].finditer(text, sentence.start, sentence.end)]
    hits += [(m, True) for m in patterns["motion"].finditer(text, sentence.start, sentence.end)]
    for hit, motion in hits:
        if any(a.start < hit.end() and hit.start() < a.end for a in present):
            continue
        if text[hit.end() : hit.end() + 1] == "的":
            _guest_of(text, sentence, present, hit.start(), hit.end() + 1, votes, weight)
            continue
        host = _object(text, present, hit.end(), 8 if motion else 24)
        if host is None and hit.group() in ("来到", "前往", "走进"):
            host = _across(present, sentence.start, hit.start(), hit.end())
        if host is None and not motion:
            host = _place_before(text, present, hit.start())
        if host is None or host.person is not None and motion:
            continue
        if (
            motion
            and hit.group() not in ("来到", "前往", "走进", "赴", "莅临")
            and not patterns["purpose"].search(text, host.end, min(sentence.end, host.end + 40))
        ):
            continue
        visitors = [
            a
            for a in _subjects(text, present, sentence.start, hit.start())
            if a is not host and a.body is not None and a.body.root is not host.body.root
        ]  # type: ignore[union-attr]
        if visitors:
            votes.visit(visitors, _listed_with(text, present, host), 2 * weight)


def _guest_of(
    text: str, sentence: Sentence, present: list[Actor], start: int, end: int, votes: Votes, weight: int
) -> None:
    """A 与到访的 B 座谈: what follows is the guest, what stands before receives."""
    guest = _object(text, present, end, 4)
    hosts = [] if guest is None or guest.body is None else [
        a for a in _subjects(text, present, sentence.start, start) if a.body is not None and a.body.root is not guest.body.root
    ]
    if guest is not None and hosts:
        votes.visit([guest], hosts, 3 * weight)


def _across(present: list[Actor], start: int, place: int, end: int) -> Actor | None:
    """The first actor behind of another side than all before: 甲来到这座城市,乙早早等候."""
    mine = {a.body.root for a in present if start <= a.start < place and a.body is not None}
    return next((a for a in present if a.start >= end and a.body is not None and a.body.root not in mine), None)


def _listed_with(text: str, present: list[Actor], first: Actor) -> list[Actor]:
    """``first`` and what is listed with it: 到 A、B 走访."""
    found = [first]
    for actor in present:
        opening = actor.start if actor.opening < 0 else min(actor.opening, actor.start)
        if actor.start > first.start and _JOINT.fullmatch(text, found[-1].end, max(opening, found[-1].end)):
            found.append(actor)
    return found


_JOINT = re.compile("(?:一行)?(?:、|和|及|与|以及)(?:来自)?")


def _place_before(text: str, present: list[Actor], place: int) -> Actor | None:
    """B in A 在 B 考察."""
    for actor in reversed(present):
        if actor.end <= place:
            ahead = text[actor.start - 1 : actor.start]
            return (
                actor if ahead in ("在", "到", "赴", "来") and place - actor.end < 12 and actor.person is None else None
            )
    return None


def _home(text: str, sentence: Sentence, present: list[Actor], home: Body | None, votes: Votes, weight: int) -> None:
    """A 来校, A 来访: the host is who tells it."""
    if home is None:
        return
    for hit in _patterns()["home"].finditer(text, sentence.start, sentence.end):
        visitors = [
            a
            for a in _subjects(text, present, sentence.start, hit.start())
            if a.body is not None and a.body.root is not home.root
        ]
        if visitors:
            votes.visit(visitors[-3:], [Actor(hit.start(), hit.end(), home)], 2 * weight)


def _receive(text: str, sentence: Sentence, present: list[Actor], home: Body | None, votes: Votes, weight: int) -> None:
    """A 会见 B, A 与来宾座谈: the subject receives."""
    patterns = _patterns()
    for hit in patterns["receive"].finditer(text, sentence.start, sentence.end):
        subjects = _subjects(text, present, sentence.start, hit.start())
        guest = _object(text, present, hit.end(), 30)
        if subjects and guest is not None and guest.body is not None:
            if text[hit.end() : hit.end() + 2] in ("座谈", "会谈", "交流") or not _one_side(subjects):
                continue
            if subjects[0].body.root is not guest.body.root:  # type: ignore[union-attr]
                guests = [a for a in _listed_with(text, present, guest) if a.body is not None and a.body.root is not subjects[0].body.root]  # type: ignore[union-attr]
                votes.visit(guests, subjects, 2 * weight)
        elif subjects and _one_side(subjects) and text[hit.end() : hit.end() + 1] in "。，,；;、了":
            votes.visit([], subjects, weight)
    for hit in patterns["guests"].finditer(text, sentence.start, sentence.end):
        subjects = _subjects(text, present, sentence.start, hit.start())
        if subjects:
            nearest = subjects[-1].body
            votes.visit(
                [],
                [a for a in subjects if a.body is not None and nearest is not None and a.body.root is nearest.root],
                2 * weight,
            )


def _one_side(subjects: Sequence[Actor]) -> bool:
    return len({a.body.root for a in subjects if a.body is not None}) == 1


def _welcome(text: str, sentence: Sentence, present: list[Actor], home: Body | None, votes: Votes, weight: int) -> None:
    """X 对 Y 的到访表示欢迎: X receives Y."""
    for hit in _patterns()["welcome"].finditer(text, sentence.start, sentence.end):
        guests = [a for a in present if hit.start("whom") <= a.start < hit.end("whom") and a.body is not None]
        subjects = _subjects(text, present, sentence.start, hit.start())[-1:]
        if guests and subjects and subjects[0].body is not None:
            guests = [g for g in guests if g.body is not None and g.body.root is not subjects[0].body.root]
        if guests:
            votes.visit(guests[:1], subjects, 3 * weight)


def _venue(text: str, sentence: Sentence, present: list[Actor], home: Body | None, votes: Votes, weight: int) -> None:
    """... 在 B 举行: who owns the place is the host, when it is one of the sides."""
    for actor in present:
        if actor.person is None and text[actor.start - 1 : actor.start] == "在":
            hit = _patterns()["held"].search(text, actor.end, min(sentence.end, actor.end + 16))
            if hit and "，" not in text[actor.end : hit.start()] and actor.body is not None:
                if any(a.body is not None and a.body.root is actor.body.root and a is not actor for a in present) or actor.body.kind != "district":
                    votes.host[actor.body.root] += 2 * weight
                    votes.word(actor)


def _talk(text: str, sentence: Sentence, present: list[Actor], home: Body | None, votes: Votes, weight: int) -> None:
    """A 与 B 座谈, A 和 B 签约: they met, without a direction."""
    hit = _patterns()["talk"].search(text, sentence.start, sentence.end)
    if hit is None:
        return
    acting = [a for a in present if a.body is not None and not (a.body.weak and a.person is None)]
    roots = {a.body.root for a in acting if a.body is not None}
    if len(roots) < 2:
        return
    votes.met = True
    for actor in acting:
        if actor.body is not None:
            votes.word(actor)
    link = _patterns()["with"].search(text, acting[0].end, hit.start())
    if link and (lead := _patterns()["head"].search(text, acting[0].end, link.start())):
        visitors, hosts = [a for a in acting if a.end <= lead.start()], [a for a in acting if a.start >= link.end()]
        roots = {a.body.root for a in visitors if a.body is not None}
        votes.visit(visitors, [a for a in hosts[:1] if a.body is not None and a.body.root not in roots], weight)
