"""Scenes: the sentences that tell of one event, with its date, cut by new dates and by looks into the past."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.dates.mention import DateMention

LEAD = 3
"""Sentences, the title among them, whose date is the event's whatever their verb."""


@dataclass(slots=True)
class Scene:
    """Sentences of one event. ``background`` where it lies before the event that the article reports."""

    sentences: list[Sentence] = field(default_factory=list)
    date: DateMention | None = None
    background: bool = False
    named: set[Body] = field(default_factory=set)
    """The bodies that its sentences name, by root."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    verbs = [w for key in ("visit", "receive", "talk", "held", "attend", "chair") for w in events[key] if len(w) > 1]
    return {
        "event": re.compile(alternation(verbs, events["head"], events["video"], events["agreements"]["verbs"])),
        "background": re.compile(alternation(events["background"])),
        "planned": re.compile(alternation(events["planned"])),
        "later": re.compile("(?:当[天日]|同[日天])?(?:上午|下午|傍晚|晚上|当晚)"),
        "going": re.compile(alternation(w for w in events["visit"] if len(w) > 1)),
        "then": re.compile("当时|那次|彼时|其间|当年"),
        "speech": re.compile(
            f"^[^，。]{{0,24}}{alternation(['表示', '指出', '强调', '说', '认为', '介绍', '提出', '要求', '希望'])}"
        ),
    }


def scenes(
    text: str, sentences: Sequence[Sentence], dates: Sequence[DateMention], roots: Callable[[Sentence], set[Body]]
) -> list[Scene]:
    """The scenes of an article in the order of the text; the first holds the title. ``roots`` gives the bodies that a
    sentence names."""
    main = current = Scene()
    found = [main]
    paragraph = -1
    position = 0
    for sentence in sentences:
        while position < len(dates) and dates[position].start < sentence.start:
            position += 1
        date = dates[position] if position < len(dates) and dates[position].start < sentence.end else None
        if current.background and not (sentence.paragraph == paragraph and _then(text, sentence)):
            current = main
        paragraph = sentence.paragraph
        if sentence.zone == "body":
            if _is_past(text, sentence, date, main.date):
                current = Scene(date=date, background=True)
                found.append(current)
            elif date is not None and not _is_speech(text, sentence):
                lead = len(main.sentences) < LEAD
                if main.date is None and (lead or _has_event(text, sentence)):
                    main.date = date
                elif main.date is not None and _has_event(text, sentence) and _is_other_day(date, main.date):
                    current = main = Scene(date=date)
                    found.append(current)
            if current is main and main.named and _moves_on(text, sentence) and roots(sentence) - main.named:
                current = main = Scene(date=date or main.date)
                found.append(current)
        current.named |= roots(sentence)
        current.sentences.append(sentence)
    return found


def _is_other_day(date: DateMention, main: DateMention) -> bool:
    """A day of its own (4月19日, a bare 15日), or one told by its distance (次日), not 当天. The days of a range that
    the lead gives (14日至16日) are days of one event."""
    if date.anchor == "context" and date.unit == "month":
        return date.day is not None and main.day is not None and date.day != main.day and main.until is None
    if date.anchor == "context":
        return date.unit == "day" and date.offset != 0
    return date.day is not None and date.month is not None and date.edtf != main.edtf


def _moves_on(text: str, sentence: Sentence) -> bool:
    """下午，... 来到: the same people go on to another place."""
    patterns = _patterns()
    return bool(patterns["later"].match(text, sentence.start)) and bool(
        patterns["going"].search(text, sentence.start, sentence.end)
    )


def _then(text: str, sentence: Sentence) -> bool:
    return bool(_patterns()["then"].search(text, sentence.start, sentence.end))


def _has_event(text: str, sentence: Sentence) -> bool:
    return bool(_patterns()["event"].search(text, sentence.start, sentence.end))


def _is_speech(text: str, sentence: Sentence) -> bool:
    return bool(_patterns()["speech"].match(text[sentence.start : min(sentence.end, sentence.start + 30)]))


def _is_past(text: str, sentence: Sentence, date: DateMention | None, main: DateMention | None) -> bool:
    """Whether the sentence tells of an event before the reported one: outside of speech an event with a past cue, or
    with a coarser date than that of the reported one (今年3月, 2021年)."""
    cue = _patterns()["background"].search(text, sentence.start, sentence.end)
    if not _has_event(text, sentence) or _is_speech(text, sentence):
        return False
    if date is not None and main is not None and main.day is not None and date.precision in ("month", "year"):
        return date.year is not None or date.unit is not None
    if cue is None:
        return False
    return cue.start() - sentence.start < 24 or (date is not None and abs(cue.start() - date.start) < 12)
