"""Why there is no path: what would have to be asked for otherwise, and how much the graph knows around the ends."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple, Protocol

from graph.questions.answers import TieType
from graph.questions.columns import integer, optional
from graph.questions.course import MAX_HOPS, Course
from graph.questions.path_answers import Absence, Coverage, Relaxed, Wider
from graph.questions.pathfinding import Ends, Pathfinder
from graph.questions.ties import ALL_TYPES, TieFilter
from graph.store import Store


class Search(Protocol):
    """How the ends were searched for."""

    def finder(self, only: TieFilter) -> Pathfinder: ...

    def hops(self, only: TieFilter, course: Course) -> int | None:
        """Those of the path that there would be; None where there is none, or where the search was given up."""
        ...


_WIDER: Final[tuple[tuple[TieType, ...], ...]] = (("met", "signed_agreement", "holds"), ALL_TYPES)


def absence(store: Store, search: Search, ends: Ends, only: TieFilter, course: Course) -> Absence:
    """What stands between ``ends`` under the filter ``only``, whose edges are told, and the wishes of ``course``.

    Each is left out in turn, the others kept. Raises InvalidQuestion.
    """
    edges = only.edges or ALL_TYPES
    asked = Wanted(only, course)
    relaxed = tuple(
        Relaxed(parameter=name, length=hops)
        for name, other in _relaxed(asked)
        if (hops := search.hops(other.only, other.course)) is not None
    )
    return Absence(
        relaxed=relaxed,
        wider=next(_wider(lambda types: search.hops(replace(only, edges=tuple(types)), course), edges), None),
        reached=tuple(search.finder(only).reached(id) for id in (ends.source, ends.target)),
        coverage=coverage(store),
    )


class Wanted(NamedTuple):
    """Everything that a path was asked to be."""

    only: TieFilter
    course: Course


def _relaxed(asked: Wanted) -> Iterator[tuple[str, Wanted]]:
    """Each wish, with what is asked without it."""
    only, course = asked
    filters: dict[str, dict[str, Any]] = {
        "since": {"since": None},
        "until": {"until": None},
        "grade": {"grades": ()},
        "max_event_size": {"max_event_size": None},
        "min_confidence": {"min_confidence": None},
        "avoid": {"avoid": ()},
    }
    for name, without in filters.items():
        if (other := replace(only, **without)) != only:
            yield name, Wanted(other, course)
    wishes: dict[str, dict[str, Any]] = {
        "through": {"through": None},
        "certainly": {"certainly": False},
        "in_time_order": {"in_time_order": False, "certainly": False},
        "max_hops": {"max_hops": MAX_HOPS},
    }
    for name, without in wishes.items():
        if (wish := replace(course, **without)) != course:
            yield name, Wanted(only, wish)


def _wider(length: Callable[[Sequence[TieType]], int | None], edges: Sequence[TieType]) -> Iterator[Wider]:
    """The wider sets of types that give a path: with meetings, agreements and posts, then with every type."""
    for more in _WIDER:
        types = tuple(t for t in ALL_TYPES if t in more or t in edges)
        if set(types) > set(edges) and (hops := length(types)) is not None:
            yield Wider(edges=types, length=hops)


def coverage(store: Store) -> tuple[Coverage, ...]:
    """How many articles there are of each source and year: what is not in them cannot be found."""
    rows = store.read("article_coverage")
    found = [
        Coverage(source=optional(r, "source"), year=optional(r, "year"), articles=integer(r, "number")) for r in rows
    ]
    return tuple(sorted(found, key=lambda each: (each.source or "", each.year or "")))
