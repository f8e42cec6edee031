"""Who met whom."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Sized
from dataclasses import dataclass, replace
from datetime import date
from itertools import compress
from typing import Final, get_args

import numpy as np

from graph.projection.cache import current
from graph.projection.projection import Projection
from graph.questions.answers import Encounter, Entity, Grade, TieEvent
from graph.questions.editions import edition_of
from graph.questions.entities import by_id
from graph.questions.pages import Key, Page, check_choice, page
from graph.questions.pairs import pairs_of
from graph.questions.steady import steady
from graph.questions.telling import ALL, Array, Telling, numbered, told
from graph.questions.ties import ANY, Link, LinkReader, TieFilter, days, tie_events
from graph.questions.together import told_of
from graph.store import Store
from graph.vocabulary import MetOrder

_GRADES: Final = get_args(Grade)
"""The strongest first."""


@steady
def met(
    store: Store,
    id: str,
    only: TieFilter | None = None,
    *,
    sort: MetOrder = "count",
    limit: int = 25,
    cursor: str | None = None,
    wanted: Telling = ALL,
) -> Page[Encounter]:
    """Those that ``id`` met: the most often met first, of these the last met, then by name; with the events ``wanted``.

    By ``last``: the last met first, of these the most often met. By ``strength``: by the strongest grade that they met
    in, then how often in it, then as by count. ``only.edges`` has no meaning here. Raises InvalidQuestion.
    """
    only = only or ANY
    check_choice("sort", sort, get_args(MetOrder))
    reader, projection = LinkReader(store, replace(only, edges=("met",)), ()), current(store, edition_of(store))
    all = _by_links(store, id, reader) if projection is None else _by_pairs(store, projection, id, only)
    others = by_id(store, all.times.keys())
    shown = page(
        sorted(others.values(), key=lambda other: _order(other, all.times[other.id], sort)),
        lambda other: _order(other, all.times[other.id], sort),
        question=("met", id, only, sort),
        limit=limit,
        cursor=cursor,
    )
    events = all.events([other.id for other in shown.items], wanted)
    return Page(
        tuple(
            Encounter(
                entity=other,
                count=all.times[other.id].count,
                first=all.times[other.id].first,
                last=all.times[other.id].last,
                events=tuple(events.get(other.id, ())),
            )
            for other in shown.items
        ),
        shown.next,
    )


@dataclass(frozen=True, slots=True)
class _Times:
    """How often one was met, from when to when, and how often in the strongest grade."""

    count: int
    first: str | None
    last: str | None
    strongest: tuple[int, int]
    """The place of the grade, and how often."""


@dataclass(frozen=True, slots=True)
class _All:
    """All that were met, by id, and what tells the events with some of them."""

    times: Mapping[str, _Times]
    events: Callable[[Sequence[str], Telling], Mapping[str, Sequence[TieEvent]]]


def _by_links(store: Store, id: str, reader: LinkReader) -> _All:
    """From the edges in the store."""
    links: dict[str, list[Link]] = defaultdict(list)
    for link in reader.read([id]):
        links[link.beyond(id)].append(link)

    def events(others: Sequence[str], wanted: Telling) -> dict[str, list[TieEvent]]:
        some = [(other, link) for other in others for link in links[other]]
        shown = told(wanted, numbered([other for other, _ in some]), days([x for _, x in some]), _none_own(others))
        events = tie_events(store, [link for _, link in compress(some, shown)])
        return {other: [events[link] for link in links[other] if link in events] for other in others}

    return _All({other: _times(some) for other, some in links.items()}, events)


def _by_pairs(store: Store, projection: Projection, id: str, only: TieFilter) -> _All:
    """From the projection."""
    met = pairs_of(projection, only, id)
    place = {one if other == id else other: place for place, (one, other) in enumerate(met.ends)}
    every = zip(place, met.counts(), met.spans(), met.strongest(), strict=True)

    def events(others: Sequence[str], wanted: Telling) -> dict[str, Sequence[TieEvent]]:
        groups = [place[other] for other in others]
        some = np.flatnonzero(np.isin(met.group, groups))
        shown = told(wanted, met.group[some], met.day[some], _none_own(met.ends))
        there = np.zeros(len(met.group), bool)
        there[some[shown]] = True
        events = told_of(store, only, met, there)
        return {other: events.get(place[other], ()) for other in others}

    return _All({other: _Times(count, *span, strongest) for other, count, span, strongest in every}, events)


def _none_own(ties: Sized) -> Array:
    return np.zeros(len(ties), bool)


def _times(links: Sequence[Link]) -> _Times:
    grades = [_GRADES.index(link.grade) if link.grade else len(_GRADES) for link in links]
    return _Times(
        count=len(links),
        first=min((day for link in links if (day := link.earliest or link.latest)), default=None),
        last=max((day for link in links if (day := link.latest or link.earliest)), default=None),
        strongest=(min(grades), grades.count(min(grades))),
    )


def _order(other: Entity, times: _Times, sort: MetOrder) -> Key:
    count, day = -times.count, -date.fromisoformat(times.last).toordinal() if times.last else 0
    if sort == "last":
        return (day, count, other.name, other.id)
    if sort == "strength":
        strongest, often = times.strongest
        return (strongest, -often, count, day, other.name, other.id)
    return (count, day, other.name, other.id)
