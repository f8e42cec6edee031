"""How many events there were in each month, quarter or year, split by what they are and who had a part in them."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from graph.errors import InvalidQuestion
from graph.questions.editions import edition_of
from graph.questions.entities import by_id
from graph.questions.kept import kept
from graph.questions.pages import check_choice, check_limit
from graph.questions.periods import bounds, number
from graph.questions.rolling import rolled_up
from graph.questions.selection import Selection, events_of
from graph.questions.stats_answers import Line, Period, Point, RollUp, Series, Split, Unplaced
from graph.questions.steady import steady
from graph.questions.tally import Parts, Tally, joined, tally
from graph.store import Store

Array: TypeAlias = NDArray[Any]
MOST_POINTS: Final = 20_000
"""Points of one answer: a megabyte or two."""


@steady
def series(
    store: Store,
    only: Selection | None = None,
    *,
    by: Period = "month",
    split: Split | None = None,
    roll_up: RollUp | None = None,
    empty: bool = True,
    limit: int = 10,
) -> Series:
    """The events that ``only`` lets through by period, a line for each group of ``split``, the ``limit`` largest.

    ``empty``: periods without an event between the first and the last that has one are told too. Districts are rolled
    up to the city or province that they are in. Raises InvalidQuestion.
    """
    only = only or Selection()
    check_limit(limit)
    for name, given, choices in (("by", by, Period), ("split", split, Split), ("roll_up", roll_up, RollUp)):
        check_choice(name, given, get_args(choices))
    if roll_up and split != "district":
        raise InvalidQuestion("roll_up goes with split=district", parameter="roll_up")
    if split == "entity" and not only.entities:
        raise InvalidQuestion("split=entity needs the entities to split by", parameter="entity")
    question = ("series", only, by, split, roll_up, empty, limit)
    return kept(store, question, partial(_series, store, only, by, split, roll_up, empty, limit))


def _series(
    store: Store, only: Selection, by: Period, split: Split | None, roll_up: RollUp | None, empty: bool, limit: int
) -> Series:
    edition, events = edition_of(store), tally(store)
    counts = only.counts(store, events)
    found = [(key, group) for key, group in _groups(store, events, counts, only, split, roll_up)]
    found.sort(key=lambda one: (-len(one[1]), one[0] or ""))
    days = only.days()
    lines = [_line(events, key, group, by, days) for key, group in found[:limit]]
    named = by_id(store, [key for key, _ in found[:limit] if key]) if split not in (None, "kind", "status") else {}
    spans = [(min(told), max(told)) for _, _, told in lines if told]
    whole = range(min(a for a, _ in spans), max(b for _, b in spans) + 1) if spans else range(0)
    if (points := sum(len(whole) if empty else len(told) for _, _, told in lines)) > MOST_POINTS:
        raise InvalidQuestion(
            f"these are {points} points, and {MOST_POINTS} at most are told: ask for longer periods, for fewer lines, "
            "since a day, or for no empty periods",
            parameter="by",
        )
    return Series(
        edition=edition,
        by=by,
        split=split,
        lines=tuple(
            Line(
                key=key,
                entity=named.get(key or ""),
                total=len(group),
                unplaced=unplaced,
                points=tuple(_point(at, by, *told.get(at, (0, 0))) for at in (whole if empty else sorted(told))),
            )
            for (key, unplaced, told), (_, group) in zip(lines, found, strict=False)
        ),
        left_out=max(0, len(found) - limit),
    )


def _groups(
    store: Store, events: Tally, counts: Array, only: Selection, split: Split | None, roll_up: RollUp | None
) -> Iterator[tuple[str | None, Array]]:
    """The key of each group and the places of its events."""
    if split is None:
        yield None, np.flatnonzero(counts)
    elif split in ("kind", "status"):
        words = np.where(events.status == "", "meeting", "agreement") if split == "kind" else events.status
        yield from ((str(word), np.flatnonzero(counts & (words == word))) for word in np.unique(words) if word)
    elif split == "entity":
        for id in only.entities:
            place = events.places(np.array(events_of(store, id), str))
            yield id, place[(place >= 0) & counts[place]]
    else:
        some = joined(events.districts, events.there) if split == "district" else events.institutions
        yield from _of_each(rolled_up(store, some, roll_up).among(counts))


def _of_each(some: Parts) -> Iterator[tuple[str, Array]]:
    order = np.argsort(some.entity, kind="stable")
    ids, first = np.unique(some.entity[order], return_index=True)
    # The split of nothing is one part, of no id.
    yield from zip(ids.tolist(), np.split(some.event[order], first[1:]), strict=False)


def _line(
    events: Tally, key: str | None, group: Array, by: Period, days: tuple[int, int]
) -> tuple[str | None, Unplaced, dict[int, tuple[int, int]]]:
    """The key, what lies in no single period, and for each period that has some how many lie and may lie in it."""
    earliest, latest = events.earliest[group], events.latest[group]
    both, none = (earliest > 0) & (latest > 0), (earliest == 0) & (latest == 0)
    one, other = number(earliest[both], by), number(latest[both], by)
    sure = dict(zip(*(x.tolist() for x in np.unique(one[one == other], return_counts=True)), strict=True))
    spans = one < other
    # Beyond the window an event that reaches into it is no news.
    since, until = (int(number(np.array(day), by)) for day in days)
    maybe = _spread(np.maximum(one[spans], since), np.minimum(other[spans], until))
    unplaced = Unplaced(spanning=int(spans.sum()), one_bound=int((~both & ~none).sum()), undated=int(none.sum()))
    return key, unplaced, {at: (sure.get(at, 0), maybe.get(at, 0)) for at in sure.keys() | maybe.keys()}


def _spread(first: Array, last: Array) -> dict[int, int]:
    """How many of the spans from ``first`` to ``last`` each number lies in."""
    if not len(first):
        return {}
    start, end = int(first.min()), int(last.max())
    steps = np.bincount(first - start, minlength=end - start + 2) - np.bincount(
        last + 1 - start, minlength=end - start + 2
    )
    return {start + at: int(depth) for at, depth in enumerate(np.cumsum(steps)) if depth}


def _point(at: int, by: Period, count: int, possible: int) -> Point:
    period, first, last = bounds(at, by)
    return Point(period=period, first=first, last=last, count=count, possible=possible)
