"""How many different others each one had a part with, counted from who had a part in what.

The store keeps an edge for every two that met: two million for the half a million attendances of 100,000 articles. To
count these took it 14 s, and more memory than it has beside other questions.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.questions.tally import Parts, distinct

Array: TypeAlias = NDArray[Any]
AT_ONCE: Final = 1 << 20
"""Pairs of one and another, each event that they share apart, that are laid out at once: some 50 MB."""


def others(some: Parts) -> tuple[Array, Array]:
    """The ids of those who had a part in an event with another, sorted, and with how many different others."""
    ids, entity = np.unique(some.entity, return_inverse=True)
    by_event = np.argsort(some.event, kind="stable")
    beside = entity[by_event]
    sizes = np.bincount(some.event) if len(some.event) else np.zeros(0, np.int64)
    starts = np.cumsum(sizes) - sizes
    by_entity = np.argsort(entity, kind="stable")
    event, one = some.event[by_entity], entity[by_entity]
    counts: Array = np.zeros(len(ids), np.int64)
    for begin, end in _parts_of(one, sizes[event]):
        many = sizes[event[begin:end]]
        place = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        pair = np.repeat(one[begin:end], many) * len(ids) + beside[place + np.repeat(starts[event[begin:end]], many)]
        # Each is beside itself, too.
        counts += np.bincount(distinct(pair) // len(ids), minlength=len(ids)) - _seen(one[begin:end], len(ids))
    there = counts > 0
    return ids[there], counts[there]


def _parts_of(one: Array, weights: Array) -> Iterator[tuple[int, int]]:
    """Where the rows of some entities begin and end, those of one together, which weigh about ``AT_ONCE``."""
    if not len(one):
        return
    first = np.flatnonzero(np.diff(one, prepend=-1))
    before = (np.cumsum(weights) - weights)[first]
    bounds = first[np.flatnonzero(np.diff(before // AT_ONCE, prepend=-1))].tolist()
    yield from zip(bounds, [*bounds[1:], len(one)], strict=True)


def _seen(one: Array, size: int) -> Array:
    seen: Array = np.zeros(size, np.int64)
    seen[one] = 1
    return seen
