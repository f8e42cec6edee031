"""How many events districts share with each other, and institutions with districts."""

from functools import partial
from typing import Any, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from graph.questions.editions import edition_of
from graph.questions.entities import by_id
from graph.questions.kept import kept
from graph.questions.pages import check_choice, check_limit
from graph.questions.rolling import whole
from graph.questions.selection import Selection
from graph.questions.stats_answers import Bodies, Matrix, RollUp
from graph.questions.steady import steady
from graph.questions.tally import Parts, tally
from graph.store import Store

Array: TypeAlias = NDArray[Any]


@steady
def matrix(
    store: Store,
    only: Selection | None = None,
    *,
    rows: Bodies = "district",
    roll_up: RollUp | None = None,
    limit: int = 20,
) -> Matrix:
    """The events that ``only`` lets through, by who had a part in them: ``rows`` against districts.

    Rolled up, a district counts as the city or province that it is in, and the diagonal holds the events that two
    districts within one share. Raises InvalidQuestion.
    """
    only = only or Selection()
    check_limit(limit)
    check_choice("rows", rows, get_args(Bodies))
    check_choice("roll_up", roll_up, get_args(RollUp))
    return kept(store, ("matrix", only, rows, roll_up, limit), partial(_matrix, store, only, rows, roll_up, limit))


def _matrix(store: Store, only: Selection, rows: Bodies, roll_up: RollUp | None, limit: int) -> Matrix:
    edition, events = edition_of(store), tally(store)
    counts = only.counts(store, events)
    columns = events.districts.among(counts)
    event, one, other = _pairs(columns if rows == "district" else events.institutions.among(counts), columns)
    if roll_up:
        up = whole(store, roll_up)
        one, other = (_replaced(side, up) for side in (one, other))
    left, a = np.unique(one, return_inverse=True)
    top, b = np.unique(other, return_inverse=True)
    # Once an event: two pairs of districts may be one pair of provinces.
    size = len(left) * len(top)
    cells = np.unique(event * size + a * len(top) + b) % max(size, 1)
    table = np.bincount(cells, minlength=size).reshape(len(left), len(top))
    largest = _largest(table.sum(axis=1), limit), _largest(table.sum(axis=0), limit)
    named = by_id(store, {*left[largest[0]].tolist(), *top[largest[1]].tolist()})
    # One may have been removed since its events were read.
    shown = [
        [at for at in places.tolist() if ids[at] in named] for ids, places in zip((left, top), largest, strict=True)
    ]
    return Matrix(
        edition=edition,
        rows=tuple(named[id] for id in left[shown[0]].tolist()),
        columns=tuple(named[id] for id in top[shown[1]].tolist()),
        counts=tuple(tuple(row) for row in table[np.ix_(*shown)].tolist()),
        truncated=len(left) > limit or len(top) > limit,
    )


def _pairs(one: Parts, other: Parts) -> tuple[Array, Array, Array]:
    """Every two different bodies that have a part in one event, the first from ``one``: the event and both."""
    order = np.argsort(other.event, kind="stable")
    event, entity = other.event[order], other.entity[order]
    start = np.searchsorted(event, one.event, "left")
    many = np.searchsorted(event, one.event, "right") - start
    which = np.repeat(np.arange(len(one.event)), many)
    beside = np.repeat(start, many) + np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
    apart = one.entity[which] != entity[beside]
    return one.event[which][apart], one.entity[which][apart], entity[beside][apart]


def _replaced(side: Array, whole: dict[str, str]) -> Array:
    ids, place = np.unique(side, return_inverse=True)
    return np.array([whole.get(id, id) for id in ids.tolist()], str)[place]


def _largest(sums: Array, limit: int) -> Array:
    """The places of the largest, these first; equal ones in the order of their ids."""
    return np.argsort(-sums, kind="stable")[:limit]
