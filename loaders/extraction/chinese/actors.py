"""The actors of a sentence: bodies, and persons with the body that they stand for."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.people import Person, PersonIndex
from loaders.extraction.chinese.sentences import Sentence

StandsFor: TypeAlias = Callable[[Person], Body | None]


@dataclass(frozen=True, slots=True)
class Actor:
    """``text[start:end]`` names a body, or a person whose posts begin at ``opening``."""

    start: int
    end: int
    opening: int
    body: Body | None
    person: Person | None = None

    @property
    def root(self) -> Body | None:
        """The body that acts in the end: the district for its organ, the university for its office."""
        return self.body.root if self.body is not None else None


_PURPOSE = re.compile("\\s*为(?:了|进一步|深入|推|促|落|贯|加|认|全|切|更|积|充|做|帮|支|响|深|助)[^，。]*，")
"""为推进某区医疗事业发展，: why it was done; nobody acts there."""
_BUILT = re.compile("(?:就|围绕|关于|聚焦|共建|合建|筹建|组建|设立|成立|打造|创建|建立)(?:了)?$")
"""Before a body that is only being made, or talked about."""

_CALLED = re.compile("(?:召开|举行|举办|出席|参加)(?:了)?$")
"""Before a gathering that is named like a body (召开某某联席会)."""
_UNVEILED = re.compile("”?(?:揭牌|授牌|揭幕|剪彩|揭|挂牌|奠基|启动)")
"""Behind what is opened: 为某某联盟|揭牌."""


def actors(text: str, sentence: Sentence, bodies: BodyIndex, people: PersonIndex, stands_for: StandsFor) -> list[Actor]:
    """The actors of a sentence in order. A body that only belongs to a post is none."""
    persons = people.between(sentence.start, sentence.end)
    found = [Actor(m.start, m.end, min(m.opening, m.start), stands_for(m.person), m.person) for m in persons]
    posts = [(a.opening, a.end) for a in found]
    named = bodies.between(sentence.start, sentence.end)
    starts = {m.start for m in named}
    purpose = _PURPOSE.match(text, sentence.start, sentence.end)
    told = purpose.end() if purpose else sentence.start
    for mention in named:
        unveiled = _UNVEILED.match(text, mention.end) and text[mention.start - 1 : mention.start] in ("为", "“")
        called = _CALLED.search(text, max(0, mention.start - 3), mention.start) and text[mention.end - 1] == "会"
        if mention.start < told or unveiled or called or _BUILT.search(text, max(0, mention.start - 4), mention.start):
            continue
        if any(a <= mention.start < b for a, b in posts) or _only_tells_where(text, mention, mention.end in starts):
            continue
        found.append(Actor(mention.start, mention.end, mention.start, mention.body))
    return sorted(found, key=lambda a: a.start)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts in the sentences of an article, found once for each."""

    text: str
    bodies: BodyIndex
    people: PersonIndex
    stands_for: StandsFor
    _found: dict[int, list[Actor]] = field(default_factory=dict)

    def of(self, sentence: Sentence) -> list[Actor]:
        """The actors of a sentence in order."""
        if sentence.start not in self._found:
            self._found[sentence.start] = actors(self.text, sentence, self.bodies, self.people, self.stands_for)
        return self._found[sentence.start]


def roots(found: Iterable[Actor]) -> dict[Body, Actor]:
    """The roots of ``found`` in order, each with its first actor."""
    first: dict[Body, Actor] = {}
    for actor in found:
        if actor.root is not None:
            first.setdefault(actor.root, actor)
    return first


def without_names(text: str, sentence: Sentence, present: Iterable[Actor]) -> str:
    """The sentence, of equal length, with every actor's name and posts blanked: 曾大军 is no 曾, 研究所 no 研究."""
    piece = list(text[sentence.start : sentence.end])
    for actor in present:
        for i in range(max(actor.opening, sentence.start), min(actor.end, sentence.end)):
            piece[i - sentence.start] = "□"
    return "".join(piece)


@cache
def _may_follow() -> re.Pattern[str]:
    lists, events = words("bodies"), words("events")
    verbs = [w for key in ("visit", "receive", "talk", "held", "attend", "purposes") for w in events[key]]
    return re.compile(
        f"{alternation(lists['cuts'], verbs, lists['guests'])}|[{lists['cut_characters']}两各地市方]|方面|当地"
    )


def _only_tells_where(text: str, mention: BodyMention, chained: bool) -> bool:
    """A district that tells where something is: 位于 B 的, B 的某大学, the short B of 某某国际机场 in a name not known,
    or ``chained``, the city in 某市某区. Behind 在 it stays: it may be the venue."""
    if mention.body.kind != "district":
        return False
    before, after = text[max(0, mention.start - 2) : mention.start], text[mention.end : mention.end + 1]
    if chained or before.endswith("在"):
        return chained
    if text[mention.end - 1] not in "省市区县" and "\u3400" <= after <= "\u9fff":
        return not _may_follow().match(text, mention.end)
    return after == "的" or before in ("位于", "地处", "扎根")
