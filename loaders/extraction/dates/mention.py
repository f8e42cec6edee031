"""A date as a text mentions it: the parts that are said, and what the others are relative to."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.dates import bounds

Unit: TypeAlias = Literal["year", "month", "week", "weekday", "day", "recent"]
Anchor: TypeAlias = Literal["page", "context"]
Precision: TypeAlias = Literal["day", "month", "year", "unknown"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """``text[start:end]`` says a date. What it does not say is None.

    ``unit`` and ``offset`` tell a relative part: 去年 is the year, -1; 昨日 the day, -1; 本周三 the week, 0, with
    ``weekday`` 2 (Monday is 0); "on Friday" the last such ``weekday``; 近日 is ``recent``. They count from the day of
    publication (``anchor`` is ``page``) or from the date mentioned before (``context``: 次日, a bare "8日").
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: tuple[int | None, int, int] | None = None
    """Year (None: the same), month and day of the last day of a range."""
    unit: Unit | None = None
    offset: int = 0
    weekday: int | None = None
    anchor: Anchor = "page"

    @property
    def edtf(self) -> str | None:
        """What is said, as EDTF: ``XXXX`` for a year that is not. None where neither month nor year is said."""
        if self.month is None and self.year is None:
            return None
        first = written(self.year, self.month, self.day)
        if self.until is None:
            return first
        year, month, day = self.until
        return f"{first}/{written(year or self.year, month, day)}"

    @property
    def precision(self) -> Precision:
        """How fine the date is once its relative part is known."""
        if self.day is not None or self.unit in ("day", "week", "weekday"):
            return "day"
        if self.month is not None or self.unit == "month":
            return "month"
        return "year" if self.year is not None or self.unit == "year" else "unknown"


def written(year: int | None, month: int | None, day: int | None) -> str:
    """EDTF of the parts of one date."""
    parts = ["XXXX" if year is None else f"{year:04}"]
    parts += [f"{part:02}" for part in (month, day) if part is not None]
    return "-".join(parts)


def valid(mention: DateMention) -> bool:
    """Whether there are such days."""
    try:
        if mention.edtf and (mention.month or mention.year):
            bounds(mention.edtf)
    except ValueError:
        return False
    return 1 <= (mention.day or 1) <= 31
