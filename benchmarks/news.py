"""Articles with ready-made facts, as many as asked for, skewed as real news are: made from a seed, always the same.

Few people and bodies are in the news again and again and most are once (Zipf's law); a fifth of all bear one of three
surnames, one in seven has a given name of one character (王伟). So a name key leads to many people, and a
person, a body or a day to many records: what makes a naive comparison of all pairs quadratic.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from pypinyin import lazy_pinyin

from graph.article import Article
from graph.dates import event_date
from graph.facts import (
    AgreementFact,
    Evidence,
    Facts,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Signatory,
)
from graph.knowledge.institutions import Institution, institutions
from graph.knowledge.surnames import surnames

RECORDS = 11.3
"""Records that an article of ours gives on average: eight people, two bodies, an event or two."""
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
"""The fifty that three in four bear, the commonest first (Ministry of Public Security, report on names of 2021)."""
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国志海晓小玉红春林云飞宇鑫博雪梅兰清成东波辉龙永生光天世"
TITLES = (("党委书记", "Party Secretary"), ("校长", "President"), ("副校长", "Vice President"), ("主任", "Director"))
FIRST = date(2015, 1, 1)
DAYS = 3650


@dataclass(frozen=True, slots=True)
class _Someone:
    name: str
    title: tuple[str, str]

    def called(self, lang: str) -> str:
        if lang == "zh":
            return self.name
        family, given = surnames()[self.name[0]][0], "".join(lazy_pinyin(self.name[1:]))
        return f"{family.capitalize()} {given.capitalize()}"


class News:
    """``articles`` of them, over a world of people and bodies that grows with their number."""

    def __init__(self, records: int, seed: int = 7) -> None:
        self.count = round(records / RECORDS)
        self._random = random.Random(seed)  # noqa: S311 - the same every time is the point
        named = [b for b in institutions() if b.name_zh and b.name_en]
        self._bodies = self._random.sample(named, min(len(named), max(20, self.count // 8)))
        self._body_weights = _zipf(len(self._bodies), 0.6)
        size = max(4, 3 * self.count // len(self._bodies))
        self._people = {b.id: [self._someone() for _ in range(size)] for b in self._bodies}
        self._people_weights = _zipf(size, 0.7)

    def __iter__(self) -> Iterator[tuple[Article, Facts]]:
        yield from (self.article(n) for n in range(self.count))

    def article(self, number: int) -> tuple[Article, Facts]:
        """The article of this number, with the facts of a meeting and, now and then, of a signing at it."""
        host, visitor = self._pick_bodies()
        day = FIRST + timedelta(days=self._random.randrange(DAYS))
        lang = "zh" if self._random.random() < 0.8 else "en"
        sides = [(host, self._pick_people(host)), (visitor, self._pick_people(visitor))]
        text = f"{number} " + " ".join(p.called(lang) for _, people in sides for p in people)
        facts = self._facts(text, lang, day, sides)
        return Article(f"news/{number}.txt", text, origin=f"/news/{number}.txt", published=facts.published), facts

    def _facts(self, text: str, lang: str, day: date, sides: Sequence[tuple[Institution, Sequence[_Someone]]]) -> Facts:
        chinese = lang == "zh"
        names = [str(b.name_zh if chinese else b.name_en) for b, _ in sides]
        people = {p.called(lang): (p, names[n]) for n, (_, side) in enumerate(sides) for p in side}
        when, quote = event_date(day.isoformat()), Evidence(0, len(text), text)
        parts = tuple(
            Participant(name, role, role, title=p.title[not chinese], evidence=quote)
            for name, (p, body) in people.items()
            for role in ("host" if body == names[0] else "visitor",)
        )
        meeting = MeetingFact(when, hosts=(names[0],), visitors=(names[1],), participants=parts, evidence=quote)
        signed = AgreementFact("signed", when, tuple(names), (Signatory(parts[0].person, names[0]),), evidence=quote)
        return Facts(
            "",
            "zh" if chinese else "en",
            None,
            (day + timedelta(days=1)).isoformat(),
            tuple(PersonFact(n, (), (Post(p.title[not chinese], b, evidence=quote),)) for n, (p, b) in people.items()),
            tuple(InstitutionFact(n, (), b.type) for n, (b, _) in zip(names, sides, strict=True)),
            (),
            (meeting,),
            (signed,) if self._random.random() < 0.3 else (),
        )

    def _pick_bodies(self) -> list[Institution]:
        while True:
            found = self._random.choices(self._bodies, cum_weights=self._body_weights, k=2)
            if found[0].id != found[1].id:
                return found

    def _pick_people(self, body: Institution) -> list[_Someone]:
        chosen = self._random.choices(self._people[body.id], cum_weights=self._people_weights, k=6)
        return list({p.name: p for p in chosen}.values())[:5]

    def _someone(self) -> _Someone:
        length = 1 if self._random.random() < 1 / 7 else 2
        family = self._random.choices(SURNAMES, cum_weights=_zipf(len(SURNAMES), 0.7))[0]
        given = self._random.choices(GIVEN, cum_weights=_zipf(len(GIVEN), 0.5), k=length)
        return _Someone(family + "".join(given), self._random.choice(TITLES))


def _zipf(count: int, exponent: float) -> list[float]:
    return list(accumulate(rank**-exponent for rank in range(1, count + 1)))
