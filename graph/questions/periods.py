"""Months, quarters and years, numbered one after the other, so that events can be counted in them."""

from calendar import monthrange
from typing import Any, Final

from numpy.typing import NDArray

from graph.questions.stats_answers import Period

_MONTHS: Final[dict[Period, int]] = {"month": 1, "quarter": 3, "year": 12}


def number(day: NDArray[Any], by: Period) -> NDArray[Any]:
    """The number of the period of each day, which is a number yyyymmdd."""
    months: NDArray[Any] = day // 10000 * 12 + day // 100 % 100 - 1
    return months // _MONTHS[by]


def bounds(number: int, by: Period) -> tuple[str, str, str]:
    """What the period is called (``2024``, ``2024-Q2``, ``2024-04``), its first and its last day, in ISO."""
    start, length = number * _MONTHS[by], _MONTHS[by]
    year, month = start // 12, start % 12 + 1
    last = month + length - 1
    name = {"month": f"-{month:02}", "quarter": f"-Q{(month + 2) // 3}", "year": ""}[by]
    days = monthrange(year, last)[1] if year else 31
    return f"{year:04}{name}", f"{year:04}-{month:02}-01", f"{year:04}-{last:02}-{days:02}"
