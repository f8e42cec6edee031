"""Dates in (cleaned) English: ``find(text)``."""

import re
from collections.abc import Iterator

from loaders.extraction.dates.mention import Anchor, DateMention, Unit, valid

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t?\.|t)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?![A-Za-z])"
)
_SMALL = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december)"
    r"(?=\s\d{1,2}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)"
)
"""Months that lost their capital, only before a day and a year; "may" is left to the verbs."""
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|:\d)"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_LINK = r"(?:\s?[-–—~]\s?|\s(?:to|until|till|through|and)\s)"
_RELATIVE_YEAR = r"(?:,?\s(?:of\s)?(?P<near_year>last|this|next|the\ssame)\syear)"

_DAY_FIRST = re.compile(
    rf"(?<![\d.,/-])(?P<day>{_DAY})(?:(?P<link>{_LINK})(?:the\s)?(?P<until_day>{_DAY}))?(?:(?<=[a-z]),)?\s(?:of\s)?(?P<month>{_MONTH})"
    rf"(?:(?P<last_link>{_LINK})(?P<last_day>{_DAY})\s(?:of\s)?(?P<last_month>{_MONTH}))?"
    rf"(?:,?\s(?P<year>{_YEAR})|{_RELATIVE_YEAR})?"
)
_MONTH_FIRST = re.compile(
    rf"(?<![A-Za-z])(?P<month>{_MONTH}|{_SMALL})\s?(?:the\s)?(?P<day>{_DAY})"
    rf"(?:(?P<last_link>{_LINK})(?:the\s)?(?P<last_month>{_MONTH})\s(?P<last_day>{_DAY})"
    rf"|(?P<link>{_LINK})(?:the\s)?(?P<until_day>{_DAY})(?!\s(?:of\s)?{_MONTH})(?![%\w]))?"
    rf"(?:,?\s?(?P<year>{_YEAR})|{_RELATIVE_YEAR})?"
)
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Ff]rom)\s(?:the\s)?$")
_MONTH_ONLY = re.compile(
    rf"(?<![A-Za-z])(?:(?P<sure>{_MONTH}),?\s(?:of\s)?(?P<year>{_YEAR})"
    r"|(?:(?:in|since|In|Since|early|late|of|by)\s|(?P<last>[Ll]ast\s)|(?P<this>[Tt]his\s))"
    rf"(?P<month>{_MONTH})(?!\s\d){_RELATIVE_YEAR}?)"
)
_NUMERIC = re.compile(
    r"(?<![\d.])(?:(?P<y1>(?:19|20)\d\d)\s?(?P<s1>[-/.])\s?(?P<m1>\d{1,2})\s?(?P=s1)\s?(?P<d1>\d{1,2})"
    r"|(?P<d2>\d{1,2})(?P<s2>[-./])(?P<m2>\d{1,2})(?P=s2)(?P<y2>(?:19|20)\d\d))(?!\d)"
)
_YEAR_ONLY = re.compile(
    rf"\b(?:[Ii]n|[Dd]uring|[Bb]ack in)\s(?P<year>{_YEAR})(?![-–]\d)|\b(?P<near>[Ll]ast|[Tt]his)\syear\b"
)
_RELATIVE = re.compile(
    r"\b(?:(?P<yesterday>[Yy]esterday|[Ll]ast\snight)"
    r"|(?P<today>[Tt]oday|[Tt]his\s(?:morning|afternoon|evening))"
    r"|(?P<tomorrow>[Tt]omorrow)"
    r"|(?P<after>[Tt]he\s(?:next|following)\s(?:day|morning|afternoon)|(?:[Aa]|[Oo]ne)\sday\slater)"
    r"|(?P<before>(?:[Aa]|[Oo]ne|[Tt]he)\sday\s(?:earlier|before)|[Tt]he\sprevious\sday)"
    r"|(?P<same>(?:[Oo]n\s)?(?:the\ssame|that)\sday)"
    r"|(?P<recent>[Rr]ecently|[Ll]ately|[Tt]he\sother\sday|[Aa]\sfew\sdays\sago|[Ii]n\srecent\sdays|[Nn]ot\slong\sago)"
    r"|(?P<ago>(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\d{1,2})\sdays\sago)"
    r"|[Ee]arlier\s(?P<within>(?:this|in\sthe)\s(?:week|month))"
    r")\b"
)
_ON_WEEKDAY = re.compile(
    r"(?<![Oo]n )(?<!ery )(?<!ach )(?<!ext )(?<!ast )(?<!his )(?<! and )(?<! to )(?<! or )(?<=\w )"
    rf"(?P<end>{_WEEKDAY})(?=\.(?:\s|$))|"
    rf"\b(?:(?P<kind>[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|[Ee]arly|[Ll]ate)\s)?(?P<weekday>{_WEEKDAY})\b"
    rf"(?P<time>\s(?:morning|afternoon|evening|night))?(?!,?\s{_DAY})(?!,\s{_MONTH})"
    rf"|\b(?:here|(?:met|said|held|signed|visited|announced|arrived|talks))\s(?P<agency>{_WEEKDAY})(?=[,.]|\s(?:with|that|to|in|at|by)\b)"
)


_BORN = re.compile(r"\b[Bb]orn (?:on|in) (?:the )?$")


def find(text: str) -> list[DateMention]:
    """The dates of ``text`` in order, birthdays excepted; where two readings overlap, the one that begins first, then
    the longer."""
    finders = (_days, _months, _numeric, _relative, _weekdays)
    found = sorted((m for finder in finders for m in finder(text)), key=lambda m: (m.start, -m.end))
    kept: list[DateMention] = []
    for mention in found:
        if valid(mention) and (not kept or mention.start >= kept[-1].end):
            kept.append(mention)
    return [m for m in kept if not _BORN.search(text, max(0, m.start - 14), m.start)]


def month_number(name: str) -> int:
    """January is 1; abbreviations too."""
    return _MONTHS.index(name[:3].lower()) + 1


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _near_year(match: re.Match[str]) -> tuple[Unit | None, int]:
    near = match["near_year"]
    return ("year", {"last": -1, "next": 1}.get(near, 0)) if near else (None, 0)


def _days(text: str) -> Iterator[DateMention]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            yield from _day_or_days(match, text[max(0, match.start() - 12) : match.start()])


def _day_or_days(match: re.Match[str], before: str) -> Iterator[DateMention]:
    """One day, a range, or two days that only "and" joins."""
    month, day = month_number(match["month"]), _number(match["day"])
    year = int(match["year"]) if match["year"] else None
    unit, offset = _near_year(match)
    anchor: Anchor = "context" if (match["near_year"] or "").endswith("same") else "page"
    link = "last_link" if match["last_day"] else "link"
    if match[link] is None:
        yield DateMention(match.start(), match.end(), year, month, day, None, unit, offset, anchor=anchor)
        return
    last = (
        month_number(match["last_month"]) if match["last_day"] else month,
        _number(match["last_day"] or match["until_day"]),
    )
    if match[link].strip() != "and" or last == (month, day + 1) or _BETWEEN.search(before):
        yield DateMention(match.start(), match.end(), year, month, day, (None, *last), unit, offset, anchor=anchor)
        return
    yield DateMention(match.start(), match.start(link), year, month, day, None, unit, offset, anchor=anchor)
    yield DateMention(match.end(link), match.end(), year, *last, None, unit, offset, anchor=anchor)


def _months(text: str) -> Iterator[DateMention]:
    for match in _MONTH_ONLY.finditer(text):
        if match["sure"]:
            yield DateMention(match.start("sure"), match.end(), int(match["year"]), month_number(match["sure"]))
            continue
        unit, offset = _near_year(match)
        if match["this"] and unit is None:
            unit = "year"
        yield DateMention(
            match.start("month"), match.end(), None, month_number(match["month"]), unit=unit, offset=offset
        )
    for match in _YEAR_ONLY.finditer(text):
        if match["year"]:
            yield DateMention(match.start("year"), match.end(), int(match["year"]))
        else:
            yield DateMention(
                match.start(), match.end(), unit="year", offset=-1 if match["near"].lower() == "last" else 0
            )


def _numeric(text: str) -> Iterator[DateMention]:
    for match in _NUMERIC.finditer(text):
        if match["y1"]:
            yield DateMention(match.start(), match.end(), int(match["y1"]), int(match["m1"]), int(match["d1"]))
            continue
        day, month = int(match["d2"]), int(match["m2"])
        if month > 12:
            day, month = month, day
        elif match["s2"] in "/-" and day <= 12 and day != month:
            continue  # 03/04/2024 is two days, one on each side of an ocean
        yield DateMention(match.start(), match.end(), int(match["y2"]), month, day)


def _relative(text: str) -> Iterator[DateMention]:
    offsets = {"yesterday": -1, "today": 0, "tomorrow": 1, "after": 1, "before": -1, "same": 0}
    for match in _RELATIVE.finditer(text):
        kind = match.lastgroup or ""
        if kind == "within":
            unit: Unit = "week" if match[kind].endswith("week") else "month"
            yield DateMention(match.start(), match.end(), unit=unit)
        elif kind == "ago":
            yield DateMention(match.start(), match.end(), unit="day", offset=-_count(match[kind]))
        elif kind == "recent":
            yield DateMention(match.start(), match.end(), unit="recent")
        elif kind in ("after", "before", "same"):
            yield DateMention(match.start(), match.end(), unit="day", offset=offsets[kind], anchor="context")
        else:
            yield DateMention(match.start(), match.end(), unit="day", offset=offsets[kind])


def _count(words: str) -> int:
    number = words.split()[0].lower()
    return int(number) if number.isdigit() else _NUMBERS.index(number)


_ANY_WEEKDAY = re.compile(_WEEKDAY)


def _weekdays(text: str) -> Iterator[DateMention]:
    if not _ANY_WEEKDAY.search(text):
        return
    for match in _ON_WEEKDAY.finditer(text):
        bare = match["agency"] or match["end"]
        if bare:  # "met here Tuesday with", as agencies write
            start = match.end() - len(bare)
            yield DateMention(start, match.end(), unit="weekday", weekday=_WEEKDAYS.index(bare[:3].lower()))
        elif match["kind"] or match["time"]:
            weekday = _WEEKDAYS.index(match["weekday"][:3].lower())
            kind = (match["kind"] or "").lower()
            unit: Unit = "week" if kind in ("this", "next") else "weekday"
            offset = {"next": 1, "last": -1}.get(kind, 0)
            yield DateMention(match.start(), match.end(), unit=unit, offset=offset, weekday=weekday)
