"""How much a tie weighs: more the closer the two stood, the fewer they were and the later it was.

A weight is a product of factors from 0 to 1, and a path weighs the product of its ties. What is searched with is the
cost, a whole number: ``HALVING`` for each time that a weight is halved, so that costs add up and equal ones are equal.
"""

from collections.abc import Mapping
from datetime import date
from math import log2
from typing import Final

from graph.questions.path_answers import Weight
from graph.questions.ties import Link
from graph.questions.window import window

HALVING: Final = 1000
HALF_LIFE: Final = 1826
"""Days in which a tie loses half of its weight: five years, a term of office."""
UNDATED: Final = HALVING
"""As if it were so old."""
GRADES: Final[Mapping[str | None, float]] = {"across": 0.8, "video": 0.6, "same_side": 0.5, "co_listed": 0.25}
"""Below 1 even for the strongest, since each person in between weakens a connection. Who signs meets as a side."""
POST, PLACE = 0.4, 0.2
MOST_PERSONS: Final = 1000
"""Larger meetings weigh as one of these."""


def _cost(weight: float) -> int:
    return round(-HALVING * log2(weight))


SIZES: Final = tuple(_cost(1 / max(persons - 1, 1)) for persons in range(MOST_PERSONS + 1))
"""A meeting gives each pair 1 / (persons - 1): who met nine others met each of them a ninth as much (M. E. J. Newman,
Scientific collaboration networks II, Phys. Rev. E 64, 016132, 2001)."""
BY_GRADE: Final = (*map(_cost, GRADES.values()), _cost(POST), _cost(PLACE))
"""In the order of ``graph.vocabulary.Grade``, and behind them a post and a place."""


def as_of(until: str | None) -> date:
    """The day from which ages count: the last one that was asked for, else today. Raises InvalidQuestion."""
    last = window(None, until).until
    return date.fromisoformat(last) if last else date.today()


def costs(link: Link, size: int | None, day: date) -> tuple[int, int, int]:
    """What a link costs by its grade, its age on ``day`` and the size of its meeting."""
    if link.type in ("part_of", "located_in", "governs"):
        return BY_GRADE[-1], 0, 0
    grade = _cost(POST if link.type == "holds" else GRADES[link.grade or "across"])
    told = link.latest or link.earliest
    age = max(0, (day - date.fromisoformat(told)).days) * HALVING // HALF_LIFE if told else UNDATED
    return grade, age, 0 if size is None or link.type != "met" else SIZES[min(max(size, 0), MOST_PERSONS)]


def weight(link: Link, size: int | None, day: date) -> Weight:
    """What a link weighs, and why."""
    factors = [2 ** (-cost / HALVING) for cost in costs(link, size, day)]
    grade, recency, small = (round(factor, 3) for factor in factors)
    return Weight(
        weight=round(factors[0] * factors[1] * factors[2], 4),
        grade=grade,
        recency=recency,
        size=small,
        event=link.event,
    )
