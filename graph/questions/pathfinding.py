"""Paths between two ends in their order: fewer hops first, then the stronger weakest tie, then the ends as they were
asked for, then the smaller ids.

What finds the best path under some conditions is a ``Pathfinder``: over the store's reads, or over a projection. From
it alone come the k best paths without loops (Yen 1971, with Lawler's rule of 1972 against finding one twice).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from heapq import heappop, heappush
from itertools import islice, pairwise
from typing import Final, NamedTuple, Protocol, TypeAlias

from graph.questions.path_answers import Reached

Walk: TypeAlias = tuple[str, ...]

LIMIT_SECONDS: Final = 5.0
"""After which a search is given up."""

FEW_HOPS: Final = 3

STRENGTH: Final = {"across": 0, "video": 1, "same_side": 2, "co_listed": 3, None: 4}
"""Of a tie by its grade, the strongest first. Who signs with another acts as a side of its own: ``across``."""


class Found(NamedTuple):
    """A path and the strength of its weakest tie, or the bound that was given where that is weaker."""

    walk: Walk
    weakest: int


class Crossing(Protocol):
    """Whom an event ties under the filter of a search."""

    def alike(self) -> Sequence[Sequence[str]]:
        """All whom it ties, those together who are tied to the same others, each other apart; all in order."""
        ...

    def beyond(self, id: str) -> Mapping[str, int]:
        """Whom it ties ``id`` to, and how strong the strongest tie of the two is, be it of this event or not.

        Raises GaveUp.
        """
        ...

    def strongest(self, ids: Sequence[str]) -> int:
        """How strong the strongest of those ties is, where ``ids`` are alike."""
        ...


class Pathfinder(Protocol):
    """Finds single paths. Entities are ids; those of an answer are of shortest length."""

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
        """The best shortest path, with ties below ``floor`` counted as that strong.

        ``avoided`` are on no path; where there are ``barred``, no path goes on to one of them from the one source.
        Raises GaveUp.
        """
        ...

    def short(self, source: str, target: str, *, max_hops: int, most: int) -> Sequence[Found] | None:
        """The first ``most`` of the ``best_paths`` that have at most ``FEW_HOPS`` and ``max_hops``, where all of them
        are found in less time than one after the other; else None. Raises GaveUp.
        """
        ...

    def ordered(
        self, sources: Collection[str], targets: Collection[str], *, max_hops: int, certainly: bool
    ) -> Walk | None:
        """The shortest path whose ties follow each other in time, of equals the one with the smaller ids.

        ``certainly``: whatever their days within their bounds; else some days within these must do. Raises GaveUp.
        """
        ...

    def heaviest(self, sources: Collection[str], targets: Collection[str], *, max_hops: int, day: date) -> Walk | None:
        """The path that costs least by ``weights`` on ``day``, of equals that of fewer hops, then of smaller ids.

        Raises GaveUp.
        """
        ...

    def strength(self, one: str, other: str) -> int:
        """How strong the strongest tie between two neighbours is."""
        ...

    def crossing(self, event: str) -> Crossing:
        """Whom an event ties. Raises GaveUp."""
        ...

    def reached(self, id: str) -> Reached:
        """How far the ties lead from one entity."""
        ...


class GaveUp(Exception):
    """A search went on for too long."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Between whom paths are asked for: what acts as one with an end may stand for it, and is on no path otherwise."""

    source: str
    target: str
    sources: Sequence[str]
    targets: Sequence[str]

    def order(self, found: Found) -> tuple[int, int, int, Walk]:
        """What paths are sorted by."""
        walk = found.walk
        return len(walk), found.weakest, -((walk[0] == self.source) + (walk[-1] == self.target)), walk


def first_paths(finder: Pathfinder, ends: Ends, *, max_hops: int, most: int) -> Iterator[Found]:
    """The first ``most`` of ``best_paths``. Raises GaveUp."""
    alone = len(ends.sources) == len(ends.targets) == 1
    short = finder.short(*ends.sources, *ends.targets, max_hops=max_hops, most=most) if alone else None
    yield from short or ()
    if short is None or (len(short) < most and max_hops > FEW_HOPS):
        yield from islice(best_paths(finder, ends, max_hops=max_hops), len(short or ()), most)


def best_paths(finder: Pathfinder, ends: Ends, *, max_hops: int, avoided: Collection[str] = ()) -> Iterator[Found]:
    """All paths without loops between the ends, the best first; each is searched for when it is asked for.

    Raises GaveUp.
    """
    found: list[Walk] = []
    waiting: list[tuple[tuple[int, int, int, Walk], int]] = []

    def wait_for(candidate: Found | None, fixed: int) -> None:
        if candidate:
            heappush(waiting, (ends.order(candidate), fixed))

    wait_for(best_path(finder, ends, max_hops=max_hops, avoided=avoided), 0)
    while waiting:
        (_, weakest, _, walk), fixed = heappop(waiting)
        found.append(walk)
        yield Found(walk, weakest)
        strengths = [finder.strength(*hop) for hop in pairwise(walk[:-1])]
        for at in range(fixed, len(walk)):
            # Paths that share the first `at` entities with this one, and go on as none that was found does.
            taken = {other[at] for other in found if other[:at] == walk[:at]}
            kept = walk[: max(at - 1, 0)]
            others = [walk[at - 1]] if at else [source for source in ends.sources if source not in taken]
            onward = best_path(
                finder,
                replace(ends, sources=others),
                max_hops=max_hops - len(kept),
                avoided={*avoided, *kept, *(source for source in ends.sources if source not in others)},
                barred=taken if at else (),
                floor=max(strengths[: len(kept)], default=0),
            )
            wait_for(onward and Found((*kept, *onward.walk), onward.weakest), at)


def best_path(
    finder: Pathfinder,
    ends: Ends,
    *,
    max_hops: int,
    avoided: Collection[str] = (),
    barred: Collection[str] = (),
    floor: int = 0,
) -> Found | None:
    """The best path between the ends; see ``Pathfinder.best``."""
    if not ends.sources:
        return None
    given = {"avoided": avoided, "barred": barred}
    found = finder.best(ends.sources, ends.targets, max_hops=max_hops, floor=floor, **given)
    if found is None or len(ends.sources) == len(ends.targets) == 1:
        return found
    # Of equals, those between the ends that were asked for come first.
    sources = [source for source in ends.sources if source == ends.source]
    as_asked = [(sources, [ends.target]), (sources, ends.targets), (ends.sources, [ends.target])]
    equals = (
        finder.best(*both, max_hops=len(found.walk) - 1, floor=found.weakest, **given) for both in as_asked if both[0]
    )
    return min(filter(None, (found, *equals)), key=ends.order)
