"""Why there is no path: what would have to be asked for otherwise, and how much the graph knows around the ends."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from graph.questions.answers import TieType
from graph.questions.columns import integer, optional
from graph.questions.path_answers import Absence, Coverage, Relaxed, Wider
from graph.questions.pathfinding import Ends, GaveUp, Pathfinder, best_path
from graph.questions.ties import ALL_TYPES, TieFilter
from graph.store import Store

_Finders: TypeAlias = Callable[[TieFilter, Sequence[TieType]], Pathfinder]

FURTHEST: Final = 10
"""Hops that are looked for where fewer were asked for."""
_WIDER: Final[tuple[tuple[TieType, ...], ...]] = (("met", "signed_agreement", "holds"), ALL_TYPES)


def absence(store: Store, finders: _Finders, ends: Ends, only: TieFilter, max_hops: int) -> Absence:
    """What stands between ``ends`` under the filter ``only``, whose edges are told.

    Each filter is left out in turn, the others kept. Raises InvalidQuestion.
    """
    edges = only.edges or ALL_TYPES

    def length(only: TieFilter, types: Sequence[TieType], most: int) -> int | None:
        try:
            found = best_path(finders(replace(only, edges=None), types), ends, max_hops=most)
        except GaveUp:
            return None
        return len(found.walk) - 1 if found else None

    relaxed = [
        Relaxed(parameter=name, length=hops)
        for name, other in _relaxed(only)
        if (hops := length(other, edges, max_hops)) is not None
    ]
    further = length(only, edges, FURTHEST) if max_hops < FURTHEST else None
    if further is not None:
        relaxed.append(Relaxed(parameter="max_hops", length=further))
    return Absence(
        relaxed=tuple(relaxed),
        wider=next(_wider(lambda types: length(only, types, max_hops), edges), None),
        reached=tuple(finders(replace(only, edges=None), edges).reached(id) for id in (ends.source, ends.target)),
        coverage=coverage(store),
    )


def _relaxed(only: TieFilter) -> Iterator[tuple[str, TieFilter]]:
    """Each filter that was asked for, with what is asked without it."""
    if only.since or only.until:
        yield "since" if only.since else "until", replace(only, since=None, until=None)
    if only.grades:
        yield "grade", replace(only, grades=())
    if only.max_event_size is not None:
        yield "max_event_size", replace(only, max_event_size=None)
    if only.min_confidence:
        yield "min_confidence", replace(only, min_confidence=None)
    if only.avoid:
        yield "avoid", replace(only, avoid=())


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
