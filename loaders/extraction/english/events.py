"""One meeting in the making, and what a sentence says of an event's time: signing, day, another time."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from graph.dates import shifted
from graph.facts import EventDate
from loaders.extraction.coding import MeetingKind
from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import DATE, Sentence

_SIGNING = re.compile(
    r"\b(?:sign(?:ed|s|ing)?|inked|entered into|put (?:its|their) (?:name|signature)s?)\b"
    r"|\bconcluded an? (?=(?:[\w-]+ ){0,5}?(?:agreement|contract|memorandum|MoU|deal|pact|treaty))"
    r"|became strategic partners|unveil|\bcut the ribbon"
)
_WISH = re.compile(r"\b(?:will|would|shall|may|can|could|should|to|hopes?|agreed|plans?)(?: \w+){0,2} $")

CEREMONY_TO_COME = re.compile(
    r"[Ss]igning ceremony\b[^.;]{0,80}? (?:(?:is|are) (?:\w+ly )?(?:planned|scheduled|set|due|expected|foreseen|to)"
    r"|will (?:be held|take place|follow))\b"
)


def is_signing(sentence: Sentence) -> bool:
    """Whether a sentence tells of a signing that took place."""
    return _tells_of_signing(sentence.skeleton)


@lru_cache(maxsize=1 << 10)  # asked several times of each sentence
def _tells_of_signing(skeleton: str) -> bool:
    found = _SIGNING.search(skeleton)
    if found is None or CEREMONY_TO_COME.search(skeleton):
        return False
    return not _WISH.search(skeleton, max(0, found.start() - 30), found.start())


@dataclass(slots=True)
class Meeting:
    """A meeting in the making. People and camps are keys, first found first."""

    sentences: list[int] = field(default_factory=list)
    told: list[int] = field(default_factory=list)
    """Those of the sentences that tell the event itself."""
    date: EventDate | None = None
    kind: MeetingKind = "talk"
    sides: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Each camp's side with the strength of what says so."""
    others: dict[str, None] = field(default_factory=dict)
    """Camps that met without a known side."""
    guests: dict[str, None] = field(default_factory=dict)
    receivers: dict[str, None] = field(default_factory=dict)
    present: dict[str, int] = field(default_factory=dict)
    """Each person who was there with the first sentence that says so."""
    functions: dict[str, set[str]] = field(default_factory=dict)
    place: str | None = None
    goal: str | None = None
    """The body that was visited, which is the place where nothing else is told."""
    where: str | None = None
    """The camp of the district where it was: host if it took part, else only the place."""
    closed: bool = False
    """One of several that a sentence told "respectively": nobody joins it later."""
    stop: bool = False
    """Whether the guests of the meeting before only go on to here."""
    core: int | None = None
    """The sentence that says that they met."""

    def side(self, camp: str, side: str, strength: int) -> None:
        """Put a camp on a side, unless something as strong has said another."""
        if strength > self.sides.get(camp, (-1, ""))[0]:
            self.sides[camp] = (strength, side)

    def does(self, person: str, function: str, sentence: int) -> None:
        self.functions.setdefault(person, set()).add(function)
        self.present.setdefault(person, sentence)

    def without(self, people: list[str]) -> None:
        """Take out people who were not there after all."""
        for person in people:
            for named in (self.guests, self.receivers, self.present, self.functions):
                named.pop(person, None)

    def take(self, other: "Meeting") -> None:
        """Take in what was told of a sight on the way."""
        self.sentences += other.sentences
        for person, sentence in other.present.items():
            self.present.setdefault(person, sentence)
        for person, functions in other.functions.items():
            self.functions.setdefault(person, set()).update(functions)


def past(reading: Reading, sentence: Sentence, lead: bool = False) -> bool:
    """Whether a sentence tells of another time: "had signed", "last year", a year before the article's own.
    In a ``lead`` "have signed" and "earlier this week" are the news itself."""
    told = _past().search(reading.document.text, sentence.start, sentence.end)
    if told and not (lead and _NEWS.match(told.group())):
        return True
    if dates(reading, sentence) and all(_long_before(reading, d) for d in dates(reading, sentence)):
        return True
    years = [d.edtf[:4] for d in dates(reading, sentence) if d.edtf and d.edtf[:4].isdigit() and d.basis == "text"]
    return bool(years) and all(y < reading.year for y in years)


_NEWS = re.compile(r"ha(?:s|ve) |earlier \w", re.I)
BEFORE = 31
"""Days before the article's own day that make another time of it."""


def _long_before(reading: Reading, date: EventDate) -> bool:
    return bool(date.edtf and date.latest and reading.day and date.latest < shifted(reading.day, -BEFORE))


@cache
def _past() -> re.Pattern[str]:
    return re.compile(choice(words("agreements")["past"]))


def dates(reading: Reading, sentence: Sentence) -> list[EventDate]:
    """The dates in a sentence, in order."""
    return [reading.dates[m.start] for m in sentence.mentions if m.kind == DATE and m.start in reading.dates]


def day(reading: Reading, sentence: Sentence) -> EventDate | None:
    """The first date of a sentence that has a day or at least a month."""
    dated = [
        reading.dates[m.start]
        for m, place in zip(sentence.mentions, sentence.places, strict=True)
        if m.kind == DATE and m.start in reading.dates and not _announced(sentence.skeleton, place)
    ]
    vague = next((d for d in dated if d.edtf is None and d.earliest), None)
    dated = [d for d in dated if d.edtf]
    return max(dated, key=lambda d: len((d.edtf or "").split("/")[0]), default=vague)


_ANNOUNCED = re.compile(
    r"\b(?:announced|said|reported|told [\w ]{1,20}) (?:on )?$|\b(?:[Ss]ince|[Uu]ntil|[Bb]y the end of) $"
)
_ANNOUNCES = re.compile(r" (?:announced|said|reported|told)\b")


def _announced(skeleton: str, place: int) -> bool:
    """Whether a date is that of the news, not of what it tells: "today announced"."""
    return bool(_ANNOUNCED.search(skeleton, max(0, place - 40), place) or _ANNOUNCES.match(skeleton, place + 1))


def agree(a: EventDate, b: EventDate) -> bool:
    """Whether two dates can be one day; a range is its first and last day."""
    first, second = a.edtf or "", b.edtf or ""
    if "/" in first or "/" in second:
        return bool({first.split("/")[0], first.split("/")[-1]} & {second.split("/")[0], second.split("/")[-1]})
    return first.startswith(second) or second.startswith(first)
