"""Scenes: the sentences that tell of one event, with its date, cut by new dates and by looks into the past."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.dates.mention import DateMention

Named: TypeAlias = Callable[[Sentence], set[Body]]
SPEECH = ("表示", "指出", "强调", "说", "认为", "介绍", "提出", "要求", "希望")
"""Verbs behind which a date is of what was said."""
OPENING = 3
"""Characters of a sentence before a date that still opens it."""
_AHEAD = re.compile("(?:计划|拟|将|预计|力争|争取|有望|约定|商定)[^，。]{0,2}$")
"""What puts a date behind it into the time to come."""
_ENDS = tuple("。；，：！？”…")
HEADING = 40
"""Characters up to which a line may be a heading."""
LEAD = 3
"""Sentences, the title among them, whose date is the event's whatever their verb."""


@dataclass(slots=True)
class Scene:
    """Sentences of one event. ``background`` where it lies before the event that the article reports."""

    sentences: list[Sentence] = field(default_factory=list)
    date: DateMention | None = None
    background: bool = False
    parent: "Scene | None" = None
    """The scene of the whole tour that this is a stop of."""
    within: "Scene | None" = None
    """The scene of the congress at which this was but one of several talks."""
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
        "later": re.compile(
            "(?:当[天日]|同[日天])?(?:(?:上午|下午|傍晚|晚上|当晚)|(?P<loose>[0-9一二三四五六七八九十]{1,3}[点时][许半]?|随后|接着|之后|紧接着))"
        ),
        "clock": re.compile(
            r"\s*(?:[上下中]午|晚上)?[0-9]{1,2}(?:[：:][0-9]{2}|[时点](?:[0-9]{1,2}分|半)?)(?:许|左右)?[\s，]"
        ),
        "talked": re.compile("会见|会谈|会晤|座谈|洽谈|磋商"),
        "going": re.compile(alternation(w for w in events["visit"] if len(w) > 1)),
        "party": re.compile(
            f"(?:{alternation(events['attend'], ['一同', '一道', '随团'])})[^，。]{{0,4}}"
            "(?:考察|调研|活动|走访|访问|出访|交流|座谈|会见|对接)[^，。]{0,4}。"
        ),
        "then": re.compile("当时|那次|彼时|其间|当年"),
        "meanwhile": re.compile("\\s*(?:[^，。；]{0,6}期间|会后|会前|会上)，"),
        "speech": re.compile(f"^[^，。]{{0,24}}{alternation(SPEECH)}"),
    }


def scenes(
    text: str,
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    roots: Named,
    standing: Named,
    opening: Callable[[Sentence], Body | None],
) -> list[Scene]:
    """The scenes of an article in the order of the text; the first holds the title. ``roots`` gives the bodies that a
    sentence names, ``standing`` those that its persons stand for, ``opening`` that which it opens with (在 B，...)."""
    main = current = Scene()
    found = [main]
    paragraph = -1
    position = 0
    diary = sum(_is_entry(text, s) for s in sentences) > 1
    for number, sentence in enumerate(sentences):
        while position < len(dates) and dates[position].start < sentence.start:
            position += 1
        date = dates[position] if position < len(dates) and dates[position].start < sentence.end else None
        if current is not main and not (sentence.paragraph == paragraph and _stays(text, sentence, current, date)):
            current = main
        paragraph = sentence.paragraph
        if sentence.zone == "body":
            if main.date is not None and _is_heading(text, sentences, number, dates):
                current = main = Scene()
                found.append(current)
            if diary and _is_entry(text, sentence):
                current = main = Scene(date=date or found[0].date)
                found.append(current)
            if main.parent is not None and date is None and _names_party(text, sentence):
                main.parent.sentences.append(sentence)
                continue
            if (past := _before(text, sentence, date, current, main, bool(standing(sentence)))) is not None:
                found += [] if past is current else [past]
                current = past
            elif (opened := _opened(text, sentence, date, main, len(standing(sentence)) > 1)) is not None:
                current = opened
                main = main if opened.within is not None else opened
                found.append(current)
            if current is main and main.named and _moves_on(text, sentence, roots, standing, main.named):
                current = main = Scene(date=date or main.date)
                found.append(current)
            if current is main and main.named and _is_station(opening(sentence), standing(sentence), main):
                current = main = Scene(date=date or main.date, parent=main.parent or main)
                found.append(current)
        current.named |= roots(sentence)
        current.sentences.append(sentence)
    return found


def _before(
    text: str, sentence: Sentence, date: DateMention | None, current: Scene, main: Scene, peopled: bool
) -> Scene | None:
    """The scene before that of the article which a sentence opens or goes on with; None where it tells of now."""
    if current.background and date is None and _stays(text, sentence, current, date):
        # 大会期间，一行走访...: a visit beside the event before, not a part of it.
        beside = _is_meanwhile(text, sentence) and _patterns()["going"].search(text, sentence.start, sentence.end)
        return Scene(background=True) if beside else current
    past = _is_past(text, sentence, date, main.date, peopled)
    return Scene(date=date, background=True) if past else None


def _opened(text: str, sentence: Sentence, date: DateMention | None, main: Scene, met: bool) -> Scene | None:
    """The scene that a sentence with a date opens; where ``main`` has no date yet, it gets this one."""
    if date is None or is_speech(text, sentence):
        return None
    event = met or _has_event(text, sentence)
    early = len(main.sentences) <= LEAD
    if main.date is None or (early and (_is_bare_today(main.date) or _is_day_of(date, main.date))):
        if len(main.sentences) < LEAD or (date.precision not in ("month", "year") and not _is_planned(text, sentence)):
            main.date = date
        return None
    if not event:
        return None
    tour = main.parent or main
    if _is_stop(text, sentence, date, tour):
        return Scene(date=date, parent=tour)
    if met and _is_talk_within(text, sentence, date, main):
        return Scene(date=date, within=main)
    return Scene(date=date) if _is_other_day(date, main.date) else None


def _is_other_day(date: DateMention, main: DateMention) -> bool:
    """A day of its own (4月19日, a bare 15日), or one told by its distance (次日), not 当天. The days of a range that
    the lead gives (14日至16日) are days of one event."""
    if date.anchor == main.anchor == "page" and {date.unit, main.unit} <= {"day", "week", "weekday"}:
        return (date.unit, date.offset, date.weekday) != (main.unit, main.offset, main.weekday)
    if date.anchor == "context" and date.unit == "month":
        return date.day is not None and main.day is not None and date.day != main.day and main.until is None
    if date.anchor == "context":
        return date.unit == "day" and date.offset != 0
    return date.day is not None and date.month is not None and date.edtf != main.edtf


def _is_stop(text: str, sentence: Sentence, date: DateMention, tour: Scene) -> bool:
    """15日上午，代表团来到...: a sentence that opens with one of the days for which ``tour`` went out."""
    if tour.date is None or tour.date.until is None or date.until is not None or date.day is None:
        return False
    first = next((s for s in tour.sentences if s.start <= tour.date.start < s.end), None)
    if first is None or not _patterns()["going"].search(text, first.start, first.end):
        return False
    return date.start - sentence.start < OPENING


def _is_talk_within(text: str, sentence: Sentence, date: DateMention, main: Scene) -> bool:
    """12日，甲会见乙: two who met on one of the days of a congress, which the lead gives as a range."""
    if main.date is None or main.date.until is None or date.until is not None or date.precision != "day":
        return False
    if date.start - sentence.start >= OPENING:
        return False
    return bool(_patterns()["talked"].search(text, sentence.start, sentence.end))


def _stays(text: str, sentence: Sentence, current: Scene, date: DateMention | None) -> bool:
    """Whether a sentence of the same paragraph goes on with what is told beside the main event."""
    if current.within is not None:
        return date is None
    return _then(text, sentence) or (current.background and date is None and _is_meanwhile(text, sentence))


def _is_meanwhile(text: str, sentence: Sentence) -> bool:
    """大会期间，...: told of the time of the event before."""
    return _patterns()["meanwhile"].match(text, sentence.start, sentence.end) is not None


def _is_heading(text: str, lines: Sequence[Sentence], number: int, dates: Sequence[DateMention]) -> bool:
    """Whether a line is the heading of one of several reports: it has no mark at its end, and the next opens with a
    day of its own."""
    line, following = lines[number], lines[number + 1] if number + 1 < len(lines) else None
    told = text[line.start : line.end].rstrip()
    if following is None or following.paragraph == line.paragraph or len(told) > HEADING or told[-1:] in _ENDS:
        return False
    first = bisect_left(dates, following.start, key=lambda d: d.start)
    date = dates[first] if first < len(dates) else None
    return date is not None and date.start - following.start < OPENING and date.precision == "day"


def _is_entry(text: str, sentence: Sentence) -> bool:
    """14时30分　会见...: an entry of a diary, which goes by the clock."""
    return sentence.zone == "body" and _patterns()["clock"].match(text, sentence.start, sentence.end) is not None


def _names_party(text: str, sentence: Sentence) -> bool:
    """...参加考察: who was on the tour, or received it, as a whole."""
    return bool(_patterns()["party"].search(text, sentence.start, sentence.end))


def _moves_on(text: str, sentence: Sentence, roots: Named, standing: Named, named: set[Body]) -> bool:
    """下午，... 来到: the same people go on to another body; 随后，... and where somebody of that is named."""
    later = _patterns()["later"].match(text, sentence.start)
    if later is None or not _has_event(text, sentence):
        return False
    if later["loose"]:
        return bool(standing(sentence) - named)
    return bool(_patterns()["going"].search(text, sentence.start, sentence.end) and roots(sentence) - named)


def _is_station(place: Body | None, standing: set[Body], main: Scene) -> bool:
    """在中化集团，一行与集团董事长会谈: a station of a tour that the lead tells with its others."""
    if place is None or place not in standing:
        return False
    return place not in main.named if main.parent is not None else len(main.named) > 1


def _is_bare_today(date: DateMention) -> bool:
    """今天, as a headline or a quotation says it."""
    return date.unit == "day" and date.offset == 0 and date.month is None and date.anchor == "page"


def _is_day_of(date: DateMention, main: DateMention) -> bool:
    """Whether a bare day (12日) is of the month that the line before told (3月的雄安)."""
    return main.precision == "month" and date.anchor == "context" and date.day is not None


def _then(text: str, sentence: Sentence) -> bool:
    return bool(_patterns()["then"].search(text, sentence.start, sentence.end))


def _is_planned(text: str, sentence: Sentence) -> bool:
    return bool(_patterns()["planned"].search(text, sentence.start, sentence.end))


def _has_event(text: str, sentence: Sentence) -> bool:
    return bool(_patterns()["event"].search(text, sentence.start, sentence.end))


def is_speech(text: str, sentence: Sentence) -> bool:
    """Whether a sentence tells what somebody said: dates and verbs in it are of that, not of the event."""
    return bool(_patterns()["speech"].match(text[sentence.start : min(sentence.end, sentence.start + 30)]))


def _looks_back(text: str, sentence: Sentence, date: DateMention | None) -> bool:
    """自2015年签约以来: the date belongs to what is remembered at the event, not to the sentence."""
    return date is not None and text[max(sentence.start, date.start - 1) : date.start] in ("自", "从")


def _is_long_before(date: DateMention, main: DateMention) -> bool:
    """Whether a day is of another year than that of the reported event, which alone may do without its year, or of
    months before it."""
    if date.anchor == "context" or date.month is None or main.month is None or main.anchor == "context":
        return False
    if date.year is None or main.year is None:
        return date.year is not None or main.month - date.month > 1
    return (date.year, date.month) < (main.year, main.month - 1)


def _is_past(text: str, sentence: Sentence, date: DateMention | None, main: DateMention | None, peopled: bool) -> bool:
    """Whether the sentence tells of an event before the reported one: outside of speech an event with a past cue, or
    with a coarser date than that of the reported one (今年3月, 2021年)."""
    cue = _patterns()["background"].search(text, sentence.start, sentence.end)
    if date is not None and _AHEAD.search(text[max(sentence.start, date.start - 6) : date.start]):
        return False
    opened = peopled and cue is not None and cue.start() - sentence.start < OPENING
    if not (_has_event(text, sentence) or opened) or is_speech(text, sentence) or _looks_back(text, sentence, date):
        return False
    if date is not None and main is not None and main.day is not None:
        if date.precision in ("month", "year"):
            return date.year is not None or date.unit is not None
        if _is_long_before(date, main):
            return True
    if cue is None:
        return False
    if main is None and date is not None and date.precision == "day" and date.start <= cue.start() < date.end:
        return False  # 上周五 is when it was
    return cue.start() - sentence.start < 24 or (date is not None and abs(cue.start() - date.start) < 12)
