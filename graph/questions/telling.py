"""How many of the events that ties rest on are told at length: around a hub they are thousands.

Of each tie the newest are told; where an answer as a whole is bounded, the centre's own ties come before those among
its neighbours, and the newest event of each before the second. How many events there are, the first day and the last
are told of every tie all the same.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.errors import InvalidQuestion

Array: TypeAlias = NDArray[Any]
MOST_OF_EACH: Final = 1000
USUAL_OF_EACH: Final = 5
USUAL_IN_ALL: Final = 300
"""Events of an answer for which nothing else was asked: some 200 KB of JSON."""


@dataclass(frozen=True, slots=True)
class Telling:
    """At most so many events of each tie, and of all ties together; None: all of them."""

    of_each: int | None = None
    in_all: int | None = None


ALL: Final = Telling()


def telling(events: int | None) -> Telling:
    """What is told where so many ``events`` of each tie are asked for, or nothing is said. Raises InvalidQuestion."""
    if events is None:
        return Telling(USUAL_OF_EACH, USUAL_IN_ALL)
    if not 0 <= events <= MOST_OF_EACH:
        raise InvalidQuestion(f"events must be 0 to {MOST_OF_EACH}, not {events}", parameter="events")
    return Telling(events)


def told(wanted: Telling, group: Array, day: Array, own: Array) -> Array:
    """Which events are told, a truth value for each: ``group`` numbers its tie from 0, ``day`` is a number that is the
    lowest where none is known, ``own`` tells of each tie whether it is the centre's. Of equal days the last come first.
    """
    if wanted.of_each is None and wanted.in_all is None:
        return np.ones(len(group), bool)
    place = np.arange(len(group))
    order = np.lexsort((-place, -day.astype(np.int64), group))
    sizes = np.bincount(group, minlength=len(own))
    rank = np.empty(len(group), np.int64)
    rank[order] = place - np.repeat(np.cumsum(sizes) - sizes, sizes)
    shown: Array = np.ones(len(group), bool) if wanted.of_each is None else rank < wanted.of_each
    if wanted.in_all is not None and np.count_nonzero(shown) > wanted.in_all:
        some = np.flatnonzero(shown)
        first = some[np.lexsort((group[some], rank[some], ~own[group[some]]))]
        shown[first[wanted.in_all :]] = False
    return shown


def numbered(keys: Sequence[object]) -> Array:
    """A number for each of ``keys``, equal for equal ones, in the order in which these first appear."""
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)


def owned(ends: Sequence[tuple[str, str]], centres: Collection[str]) -> Array:
    """Of each tie whether one of its ends is among ``centres``."""
    return np.array([one in centres or other in centres for one, other in ends], bool)
