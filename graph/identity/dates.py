"""Days as identity compares them: with a year, or with a year that nothing tells (``XXXX-04-19``)."""

import re
from datetime import date, timedelta

from graph.facts import EventDate

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
LONGEST = 14
"""Days of the longest period for which each day is a key: "recently", a week, a trip."""


def days(when: EventDate) -> tuple[str, ...]:
    """The days on which it can have happened, where these are few; else none."""
    if when.edtf and _DAY.fullmatch(when.edtf):
        return (when.edtf,)
    if not when.earliest or not when.latest:
        return ()
    first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    count = (last - first).days + 1
    return tuple((first + timedelta(days=n)).isoformat() for n in range(count)) if count <= LONGEST else ()


def of_year(day: str) -> str:
    """The month and day of ``day``: what a day with and one without its year share."""
    return day[5:]


def same_day(a: str, b: str) -> bool:
    """Whether two days can be one: equal, the year of one at most being open."""
    return of_year(a) == of_year(b) and (a[:4] == b[:4] or "XXXX" in (a[:4], b[:4]))


def compatible(a: EventDate, b: EventDate) -> bool:
    """Whether two events can have happened at one time, as far as both texts tell when."""
    mine, theirs = days(a), days(b)
    if mine and theirs:
        return any(same_day(x, y) for x in mine for y in theirs) and _overlap(a, b)
    return _overlap(a, b)


def _overlap(a: EventDate, b: EventDate) -> bool:
    starts, ends = (a.earliest or "", b.earliest or ""), (a.latest or "9999", b.latest or "9999")
    return max(starts) <= min(ends)
