"""The searches of questions on a projection: ids in and out, a question's filter in numbers."""

import time
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import pairwise

import numpy as np

from graph.projection.around import around
from graph.projection.columns import ANY_GRADE, GRADES, NO_DAY, NO_SIZE, TYPES, Filter, Ints, hundredths
from graph.projection.crossing import strengths
from graph.projection.ordered import ordered_path
from graph.projection.projection import Projection
from graph.projection.short import short_paths
from graph.projection.shortest import ROUNDS, best_path
from graph.projection.spread import spread
from graph.projection.weighted import Costs, weighted_path
from graph.questions.path_answers import Reached
from graph.questions.pathfinding import LIMIT_SECONDS, Crossing, Found, GaveUp, Walk
from graph.questions.projected_crossing import ProjectedCrossing
from graph.questions.ties import TieFilter
from graph.questions.weights import BY_GRADE, HALF_LIFE, HALVING, SIZES, UNDATED
from graph.questions.window import window
from graph.vocabulary import TieType


def numbered(only: TieFilter, types: Iterable[TieType]) -> Filter:
    """``only`` in numbers; ``types`` is what counts where it names none. Raises InvalidQuestion."""
    between = window(only.since, only.until)
    return Filter(
        kinds=sum(1 << TYPES.index(type) for type in set(only.edges or types)),
        grades=sum(1 << GRADES.index(grade) for grade in set(only.grades)) or ANY_GRADE,
        since=_day(between.since),
        until=_day(between.until),
        max_size=NO_SIZE if only.max_event_size is None else only.max_event_size,
        min_confidence=hundredths(only.min_confidence or 0.0),
    )


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal() if iso else NO_DAY


class ProjectionFinder:
    """A ``pathfinding.Pathfinder`` on one projection, for one question and one thread."""

    def __init__(self, projection: Projection, only: TieFilter, types: Iterable[TieType]) -> None:
        """Raises InvalidQuestion."""
        self._projection, self._only = projection, numbered(only, types)
        self._avoided, self._avoided_ties = shut(projection, only)
        self._until = time.monotonic() + LIMIT_SECONDS

    def best(
        self,
        sources: Collection[str],
        targets: Collection[str],
        *,
        max_hops: int,
        avoided: Collection[str] = (),
        barred: Collection[str] = (),
        floor: int = 0,
    ) -> Found | None:
        self._check_time()
        starts, ends = self._projection.entities.known(sources), self._projection.entities.known(targets)
        if not len(starts) or not len(ends):
            return None
        projection = self._projection
        with projection.workspaces.begin(ROUNDS) as (work, first):
            walk, weakest = best_path(
                projection.graph,
                self._only,
                work,
                first,
                starts,
                ends,
                np.concatenate([self._avoided, self._projection.entities.known(avoided)]),
                self._avoided_ties,
                self._projection.entities.known(barred),
                max_hops,
                floor,
            )
        return Found(tuple(projection.entities.ids(walk)), int(weakest)) if len(walk) else None

    def short(self, source: str, target: str, *, max_hops: int, most: int) -> Sequence[Found] | None:
        self._check_time()
        ends = self._projection.entities.known([source, target])
        if len(ends) < 2:
            return []
        projection = self._projection
        with projection.workspaces.begin() as (work, first):
            walks, weakest = short_paths(
                projection.graph,
                self._only,
                work,
                first,
                int(ends[0]),
                int(ends[1]),
                self._avoided,
                self._avoided_ties,
                max_hops,
                most,
            )
        ids = projection.entities.ids
        return [Found(tuple(ids(walk[walk >= 0])), int(how)) for walk, how in zip(walks, weakest, strict=True)]

    def ordered(
        self, sources: Collection[str], targets: Collection[str], *, max_hops: int, certainly: bool
    ) -> Walk | None:
        starts, ends = self._projection.entities.known(sources), self._projection.entities.known(targets)
        if not len(starts) or not len(ends):
            return None
        projection = self._projection
        with projection.workspaces.begin() as (work, first):
            walk = ordered_path(
                projection.graph,
                self._only,
                work,
                first,
                starts,
                ends,
                self._avoided,
                self._avoided_ties,
                max_hops,
                certainly,
            )
        return tuple(projection.entities.ids(walk)) or None

    def heaviest(self, sources: Collection[str], targets: Collection[str], *, max_hops: int, day: date) -> Walk | None:
        starts, ends = self._projection.entities.known(sources), self._projection.entities.known(targets)
        if not len(starts) or not len(ends):
            return None
        projection, by_grade = self._projection, np.array(BY_GRADE, np.int32)
        costs = Costs(by_grade, day.toordinal(), HALF_LIFE, HALVING, UNDATED, np.array(SIZES, np.int32))
        with projection.workspaces.begin() as (work, first):
            walk = weighted_path(
                projection.graph,
                self._only,
                work,
                first,
                starts,
                ends,
                self._avoided,
                self._avoided_ties,
                max_hops,
                costs,
                self._check_time,
            )
        return tuple(projection.entities.ids(walk)) or None

    def strength(self, one: str, other: str) -> int:
        projection, ends = self._projection, self._projection.entities.known([one, other])
        starts = projection.graph.tie_starts
        few, many = np.split(ends[np.argsort(starts[ends + 1] - starts[ends])], 2)
        with projection.workspaces.begin() as (work, first):
            found = strengths(
                projection.graph,
                self._only,
                work,
                first,
                few,
                many,
                self._avoided_ties,
            )
        return int(found[0])

    def crossing(self, event: str) -> Crossing:
        shut_off = self._avoided, self._avoided_ties
        return ProjectedCrossing(self._projection, self._only, event, shut_off, self._check_time)

    def reached(self, id: str) -> Reached:
        number = self._projection.entities.number(id)
        if number is None:
            return Reached(id=id, by_hops=(1,), whole=True)
        with self._projection.workspaces.begin() as (work, first):
            levels = spread(self._projection.graph, self._only, work, first, number, self._avoided, self._avoided_ties)
        return Reached(id=id, by_hops=tuple(map(int, levels)), whole=True)

    def _check_time(self) -> None:
        if time.monotonic() > self._until:
            raise GaveUp


def neighbours(
    projection: Projection, only: TieFilter, types: Iterable[TieType], id: str, *, depth: int, limit: int
) -> tuple[list[list[str]], list[int]]:
    """The ids at each distance from ``id``, itself first, and how many were cut from each distance; see ``around``."""
    number = projection.entities.number(id)
    if number is None:
        return [[id], *([] for _ in range(depth))], [0] * depth
    avoided, ties = shut(projection, only)
    with projection.workspaces.begin() as (work, first):
        found = around(projection.graph, numbered(only, types), work, first, number, avoided, ties, depth, limit)
    ids = projection.entities.ids(found.entities)
    return [ids[begin:end] for begin, end in pairwise(found.levels)], [int(each) for each in found.cut[1:]]


def shut(projection: Projection, only: TieFilter) -> tuple[Ints, Ints]:
    """The entities and the hyperedges that ``only`` keeps clear of."""
    places = map(projection.events.place, only.avoid)
    ties = [np.flatnonzero(projection.events.of == place) for place in places if place is not None]
    return (
        projection.entities.known(only.avoid),
        np.concatenate([*ties, np.zeros(0, np.int64)]).astype(np.int32),
    )
