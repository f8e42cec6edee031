"""How two entities are connected."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import prod
from typing import Final, NamedTuple

from graph.errors import InvalidQuestion
from graph.projection.cache import current
from graph.projection.projection import Projection
from graph.questions.absence import absence
from graph.questions.answers import Tie, TieType
from graph.questions.course import Course
from graph.questions.editions import edition_of
from graph.questions.ends import acting_as
from graph.questions.entities import by_id
from graph.questions.hops import Hops, hops, pair
from graph.questions.path_answers import Path, Paths
from graph.questions.pathfinding import Ends, Found, GaveUp, Pathfinder, Walk, best_path, first_paths
from graph.questions.projected import ProjectionFinder
from graph.questions.reading import StoreFinder
from graph.questions.steady import steady
from graph.questions.telling import ALL, Telling
from graph.questions.through import best_path_over, best_path_through, is_event
from graph.questions.ties import ALL_TYPES, ANY, SYMMETRIC, LinkReader, TieFilter
from graph.questions.weights import as_of
from graph.store import Store

BETWEEN_LIKE: Final[tuple[TieType, ...]] = ("met", "signed_agreement")
BETWEEN_KINDS: Final[tuple[TieType, ...]] = (*BETWEEN_LIKE, "holds")
"""The default edges, between ends of one kind and between a person and a body."""


SHORTEST: Final = Course()


@steady
def paths(
    store: Store,
    source: str,
    target: str,
    only: TieFilter | None = None,
    course: Course = SHORTEST,
    *,
    projection: Projection | None = None,
    wanted: Telling = ALL,
) -> Paths:
    """The best path from ``source`` to ``target`` by id, all shortest ones, or the ``k`` best; 25 at most.

    Fewer hops come first, then the stronger weakest tie, then the ends as they were given, then the smaller ids. The
    default edges are ``met`` and ``signed_agreement``, and ``holds`` too where the ends are of different kinds; at the
    ends a district, its government and its party committee are one (docs/decisions/0003-path-edges.md). Searched on
    ``projection``, else on the one that is kept for the store, else by reads. Of each hop the events ``wanted`` are
    told, and those that make the path. Raises InvalidQuestion.
    """
    only, course, projection = only or ANY, course.checked(), projection or current(store, edition_of(store))
    for name in {source, target} & set(only.avoid):
        raise InvalidQuestion(f"{name} is an end of the path and cannot be avoided", parameter="avoid")
    if course.through in (source, target):
        raise InvalidQuestion("through is an end of the path anyway", parameter="through")
    mixed = (source[:2] == "p-") != (target[:2] == "p-")
    edges = only.edges or (BETWEEN_KINDS if mixed else BETWEEN_LIKE)
    if source == target:
        LinkReader(store, only, ALL_TYPES)  # bad filters are refused here too
        return Paths(paths=_told(store, [(source,)], Hops({}, {})), truncated=False)
    only = replace(only, edges=edges)
    search = _Search(store, projection, _ends(store, source, target))
    walks, gave_up = search.walks(only, course)
    if not walks:
        missing = None if gave_up else absence(store, search, search.ends, only, course)
        wider = missing.wider if missing else None
        return Paths(paths=(), truncated=gave_up, reason="time" if gave_up else None, wider=wider, absence=missing)
    more = course.mode == "all" and len(walks) > course.most
    shown = walks[: course.most]
    return Paths(
        paths=_told(store, shown, hops(store, projection, only, shown, course, wanted)),
        truncated=gave_up or more,
        reason="time" if gave_up else "limit" if more else None,
    )


class _Search(NamedTuple):
    """An ``absence.Search``, on the projection where there is one."""

    store: Store
    projection: Projection | None
    ends: Ends

    def finder(self, only: TieFilter) -> Pathfinder:
        if self.projection is None:
            return StoreFinder(self.store, only, ALL_TYPES)
        return ProjectionFinder(self.projection, only, ALL_TYPES)

    def walks(self, only: TieFilter, course: Course) -> tuple[list[Walk], bool]:
        """The walks, and whether the search was given up before it was done."""
        walks: list[Walk] = []
        try:
            for walk in self._found(self.finder(only), only, course):
                walks.append(walk)
        except GaveUp:
            return walks, True
        return walks, False

    def _found(self, finder: Pathfinder, only: TieFilter, course: Course) -> Iterator[Walk]:
        if course.through and is_event(course.through):
            one = best_path_over(finder, self.ends, course.through, max_hops=course.max_hops)
            return iter([one.walk] if one else [])
        return _walks(finder, self.ends, course, as_of(only.until))

    def hops(self, only: TieFilter, course: Course) -> int | None:
        walks, _ = self.walks(only, replace(course, mode="shortest", k=None))
        return len(walks[0]) - 1 if walks else None


def _ends(store: Store, source: str, target: str) -> Ends:
    """All that act as one with either end; where the two act as one themselves, each stands for itself."""
    sources, targets = acting_as(store, source), acting_as(store, target)
    if set(sources) & set(targets):
        sources, targets = [source], [target]
    return Ends(source=source, target=target, sources=sources, targets=targets)


def _walks(finder: Pathfinder, ends: Ends, course: Course, day: date) -> Iterator[Walk]:
    """The walks that are asked for, and one more where there are too many to answer; ages count from ``day``.

    Raises GaveUp.
    """
    if course.in_time_order:
        walk = finder.ordered(ends.sources, ends.targets, max_hops=course.max_hops, certainly=course.certainly)
        yield from [walk] if walk else []
    elif course.mode == "strongest":
        walk = finder.heaviest(ends.sources, ends.targets, max_hops=course.max_hops, day=day)
        yield from [walk] if walk else []
    elif course.mode == "shortest":
        one = (
            best_path_through(finder, ends, course.through, max_hops=course.max_hops)
            if course.through
            else best_path(finder, ends, max_hops=course.max_hops)
        )
        yield from [one.walk] if one else []
    else:
        everything = course.mode == "all"
        found = first_paths(finder, ends, max_hops=course.max_hops, most=course.most + everything)
        yield from _shortest(found) if everything else (each.walk for each in found)


def _shortest(found: Iterator[Found]) -> Iterator[Walk]:
    """Those as short as the first."""
    for number, (walk, _) in enumerate(found):
        if number == 0:
            hops = len(walk)
        if len(walk) > hops:
            return
        yield walk


def _told(store: Store, walks: Sequence[Walk], found: Hops) -> tuple[Path, ...]:
    nodes, weights = by_id(store, {id for walk in walks for id in walk}), found.weights
    # What was taken away between the search and the reading is on no path any more.
    whole = [
        walk for walk in walks if nodes.keys() >= set(walk) and all(pair(*hop) in found.ties for hop in pairwise(walk))
    ]
    return tuple(
        Path(
            length=len(walk) - 1,
            nodes=tuple(nodes[id] for id in walk),
            hops=tuple(_walked(found.ties[pair(*hop)], *hop) for hop in pairwise(walk)),
            weight=round(prod(weights[pair(*hop)].weight for hop in pairwise(walk)), 6) if weights else None,
            weights=tuple(weights[pair(*hop)] for hop in pairwise(walk)) if weights else (),
        )
        for walk in whole
    )


def _walked(tie: Tie, source: str, target: str) -> Tie:
    """A tie without a direction of its own in the direction of the walk."""
    return replace(tie, source=source, target=target) if tie.type in SYMMETRIC else tie
