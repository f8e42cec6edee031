"""Dates as far as a text tells them: the part of EDTF (ISO 8601-2, level 1) that events need, and its bounds.

``2024-04-19``, ``2024-04``, ``2024``, ``XXXX-04-19`` (a day of a year that nothing gives), ``XXXX-04``, and intervals
of two of these, ``2024-11-23/2024-11-24``, ``2024-04-22/..``, ``../2024-04-29``. (The library ``edtf`` brings a
PyParsing grammar for all three levels and no answer to the one question here: what can a day without its year mean.)
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from graph.facts import EventDate

_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
Bounds = tuple[str | None, str | None]


def event_date(edtf: str | None, basis: str = "text", *, published: str | None = None) -> EventDate:
    """``edtf`` with its bounds. Raises ValueError where it is not a date of the part of EDTF above."""
    if edtf is None:
        return EventDate()
    return EventDate(edtf, *bounds(edtf, published), basis)


def bounds(edtf: str, published: str | None = None) -> Bounds:
    """The first and the last ISO day that ``edtf`` can mean, None where there is no bound.

    What is reported has happened: a date without its year lies on or before the last day of ``published``. That is a
    bound and no date; the year stays unknown. Raises ValueError.
    """
    first, slash, last = edtf.partition("/")
    if slash:
        earliest = None if first == ".." else _bounds(first, None)[0]
        latest = None if last == ".." else _bounds(last, published)[1]
        if earliest and latest and earliest > latest:
            raise ValueError(f"{edtf} ends before it begins")
        return earliest, latest
    return _bounds(edtf, published)


def _bounds(edtf: str, published: str | None) -> Bounds:
    match = _DATE.fullmatch(edtf)
    if not match or (match["year"] == "XXXX" and not match["month"]):
        raise ValueError(f"{edtf!r} is not a date that is understood here (2024-04-19, 2024-04, XXXX-04-19, a/b)")
    month, day = int(match["month"] or 0), int(match["day"] or 0)
    if match["year"] == "XXXX":
        _days(2000, month, day, edtf)
        latest = _bounds(published.partition("/")[2] or published, None)[1] if published else None
        return None, latest and _latest_before(latest, month, day)
    first, last = _days(int(match["year"]), month, day, edtf)
    return first.isoformat(), last.isoformat()


def _days(year: int, month: int, day: int, edtf: str) -> tuple[date, date]:
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError as error:
        raise ValueError(f"there is no {'day' if day else 'month' if month else 'year'} {edtf!r}") from error


def _latest_before(latest: str, month: int, day: int) -> str | None:
    """The last ``month``-``day`` (or end of ``month``) that begins on or before ``latest``, but not after it."""
    limit = date.fromisoformat(latest)
    for year in range(limit.year, max(limit.year - 9, 0), -1):
        if day > monthrange(year, month)[1]:
            continue
        if date(year, month, day or 1) <= limit:
            return min(date(year, month, day or monthrange(year, month)[1]), limit).isoformat()
    return None


def year_before(month: int, day: int, limit: str) -> int:
    """The year of the last ``month``-``day`` on or before the ISO day ``limit``."""
    found = _latest_before(limit, month, day)
    if found is None:
        raise ValueError(f"there is no day {month}-{day}")
    return int(found[:4])


def shifted(day: str, days: int) -> str:
    """The ISO day ``days`` after ``day`` (before it, if negative)."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
