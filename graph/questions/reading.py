"""The searches of questions by reads of the store, a level at a time: where there is no projection.

What a search has read it keeps, so that the next one of the same question reads only what is new to it.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from math import inf
from typing import Final, TypeAlias

from graph.questions.crossing import read_crossing
from graph.questions.path_answers import Reached
from graph.questions.pathfinding import LIMIT_SECONDS, STRENGTH, Crossing, Found, GaveUp, Walk
from graph.questions.ties import Link, LinkReader, TieFilter
from graph.questions.weights import costs
from graph.store import Store
from graph.vocabulary import TieType

MOST_LINKS: Final = 500_000
"""Links read before a search is given up."""

_OPEN: Final = date.max.toordinal() + 1
"""The last day of what has none."""

_Tied: TypeAlias = Mapping[str, list[Link]]
"""The links to each neighbour."""


@dataclass(slots=True)
class _Side:
    """What is in reach of one end: each entity with those before it on shortest ways."""

    frontier: list[str]
    before: dict[str, list[str]] = field(default_factory=dict)
    depth: int = 0

    def __post_init__(self) -> None:
        self.before = {id: [] for id in self.frontier}


class StoreFinder:
    """A ``pathfinding.Pathfinder`` over a store, for one question."""

    def __init__(self, store: Store, only: TieFilter, types: Sequence[TieType]) -> None:
        """``types`` is what counts where the filter names none. Raises InvalidQuestion."""
        self._store, self._reader = store, LinkReader(store, only, types)
        self._avoided = frozenset(only.avoid)
        self._tied: dict[str, dict[str, list[Link]]] = {}
        self._cost: dict[str, dict[str, int]] = {}
        self._read = 0
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
        near, far = _Side(self._allowed(sources)), _Side(self._allowed(targets))
        # The one source stands at the beginning only, so a hop that is barred is so in either direction.
        walled = {frozenset((source, other)) for source in sources for other in barred}
        while not (middles := near.before.keys() & far.before.keys()):
            side = min(near, far, key=lambda each: len(each.frontier))
            if near.depth + far.depth == max_hops or not self._grow(side, set(avoided), walled):
                return None
        return self._best(near, far, middles, floor)

    def short(self, source: str, target: str, *, max_hops: int, most: int) -> None:
        """None: all at once would read no less."""

    def ordered(
        self, sources: Collection[str], targets: Collection[str], *, max_hops: int, certainly: bool
    ) -> Walk | None:
        levels, ends = [dict.fromkeys(self._allowed(sources), -inf)], set(self._allowed(targets))
        days = levels[0]
        while len(levels) <= max_hops and levels[-1]:
            reached: dict[str, float] = {}
            self._around(levels[-1])
            for id, day in levels[-1].items():
                for other, after in self._onward(id, day, certainly):
                    if after < min(days.get(other, inf), reached.get(other, inf)):
                        reached[other] = after
            days = days | reached
            levels.append(reached)
            if ends & reached.keys():
                return self._in_order(levels, ends, certainly)
        return None

    def heaviest(self, sources: Collection[str], targets: Collection[str], *, max_hops: int, day: date) -> Walk | None:
        starts, ends = self._allowed(sources), self._allowed(targets)
        ways: list[dict[str, int]] = [dict.fromkeys(ends, 0)]
        best, frontier, least, hops, nearest = dict(ways[0]), ends, inf, 0, inf
        for hop in range(1, max_hops + 1):
            around = {start: self._costs(start, day) for start in starts}
            nearest = min([nearest, *(cost for tied in around.values() for cost in tied.values())])
            reached = [ways[-1][id] + cost for tied in around.values() for id, cost in tied.items() if id in ways[-1]]
            if min(reached, default=inf) < least:
                least, hops = min(reached), hop
            if hop == max_hops or not frontier:
                break
            # What costs so much, with the last hop to a source still to come, is no better than what is known.
            level = {id: ways[-1][id] for id in frontier if ways[-1][id] < least - nearest}
            ways.append({})
            self._around(level)
            for id, so_far in level.items():
                for other, cost in self._costs(id, day).items():
                    if so_far + cost < min(best.get(other, inf), least - nearest):
                        best[other] = ways[-1][other] = so_far + cost
            frontier = list(ways[-1])
        return self._cheapest(starts, ways, hops, int(least), day) if hops else None

    def _cheapest(
        self, starts: Collection[str], ways: Sequence[Mapping[str, int]], hops: int, least: int, day: date
    ) -> Walk:
        """The first walk of so many hops that costs ``least``."""
        onward = {start: self._costs(start, day) for start in starts}
        begins = (s for s in starts if any(ways[hops - 1].get(x, inf) + cost == least for x, cost in onward[s].items()))
        walk, left = [min(begins)], least
        for hop in range(hops - 1, -1, -1):
            tied = self._costs(walk[-1], day)
            walk.append(min(id for id, cost in tied.items() if ways[hop].get(id, inf) + cost == left))
            left = ways[hop][walk[-1]]
        return tuple(walk)

    def _costs(self, id: str, day: date) -> dict[str, int]:
        """What the cheapest tie to each neighbour costs."""
        if id not in self._cost:
            around = self._around([id])[id]
            sizes = self._reader.sizes(link for links in around.values() for link in links)
            self._cost[id] = {
                other: min(sum(costs(link, sizes.get(link.event or ""), day)) for link in links)
                for other, links in around.items()
            }
        return self._cost[id]

    def strength(self, one: str, other: str) -> int:
        return min(STRENGTH["across" if x.type == "signed_agreement" else x.grade] for x in self._between(one, other))

    def crossing(self, event: str) -> Crossing:
        return read_crossing(self._store, self._reader, event)

    def reached(self, id: str) -> Reached:
        """Cut short like any search."""
        side, by_hops = _Side([id]), [1]
        try:
            while self._grow(side, (), ()):
                by_hops.append(len(side.frontier))
        except GaveUp:
            return Reached(id=id, by_hops=tuple(by_hops), whole=False)
        return Reached(id=id, by_hops=tuple(by_hops), whole=True)

    def _allowed(self, ids: Iterable[str]) -> list[str]:
        return [id for id in dict.fromkeys(ids) if id not in self._avoided]

    def _around(self, ids: Collection[str]) -> dict[str, _Tied]:
        """The neighbours of each of ``ids``. Raises GaveUp."""
        wanted = [id for id in ids if id not in self._tied]
        if self._read > MOST_LINKS or time.monotonic() > self._until:
            raise GaveUp
        if wanted:
            tied: dict[str, dict[str, list[Link]]] = {id: defaultdict(list) for id in wanted}
            links = self._reader.read(wanted)
            self._read += len(links)
            for link in links:
                for here, there in ((link.source, link.target), (link.target, link.source)):
                    if here in tied and here != there:
                        tied[here][there].append(link)
            self._tied |= tied
        return {id: self._tied[id] for id in ids}

    def _between(self, one: str, other: str) -> list[Link]:
        known = self._tied.get(one) or self._tied.get(other) or self._around([one])[one]
        return known.get(other) or known.get(one) or []

    def _grow(self, side: _Side, avoided: Collection[str], walled: Collection[frozenset[str]]) -> bool:
        """Go one whole level on; whether there is anything at it."""
        reached: dict[str, list[str]] = defaultdict(list)
        for id, tied in self._around(side.frontier).items():
            for other in tied:
                if other not in side.before and other not in avoided and frozenset((id, other)) not in walled:
                    reached[other].append(id)
        side.before |= reached
        side.frontier = list(reached)
        side.depth += 1
        return bool(reached)

    def _best(self, near: _Side, far: _Side, middles: Collection[str], floor: int) -> Found:
        """The strongest walk, of equals the first by ids: down from the middles each side tells the best way to its
        end, and those before a middle that fit are put together forwards."""
        weakest_of = {side: self._weakest(before) for side, before in enumerate((near.before, far.before))}
        best = min(max(weakest_of[0](id), weakest_of[1](id)) for id in middles)
        bound = max(best, floor)
        after: dict[str, set[str]] = defaultdict(set)
        level = {id for id in middles if weakest_of[1](id) <= bound and weakest_of[0](id) <= bound}
        for _ in range(near.depth):
            inner: set[str] = set()
            for id in level:
                for nearer in near.before[id]:
                    if self.strength(nearer, id) <= bound and weakest_of[0](nearer) <= bound:
                        after[nearer].add(id)
                        inner.add(nearer)
            level = inner
        walk = [min(level)]
        for _ in range(near.depth):
            walk.append(min(after[walk[-1]]))
        for _ in range(far.depth):
            here = walk[-1]
            onward = (id for id in far.before[here] if self.strength(here, id) <= bound)
            walk.append(min(id for id in onward if weakest_of[1](id) <= bound))
        return Found(tuple(walk), bound)

    def _weakest(self, before: Mapping[str, Sequence[str]]) -> Callable[[str], int]:
        """Of each entity in reach of an end: the weakest tie of its best way there."""

        @cache
        def weakest(id: str) -> int:
            return min((max(self.strength(id, nearer), weakest(nearer)) for nearer in before[id]), default=0)

        return weakest

    def _onward(self, id: str, day: float, certainly: bool) -> list[tuple[str, float]]:
        """The neighbours, sorted, that may follow in time, each with the earliest day after the hop."""
        after = (
            (other, min(_step(link, day, certainly) for link in links))
            for other, links in self._around([id])[id].items()
        )
        return sorted((other, reached) for other, reached in after if reached < inf)

    def _in_order(self, levels: Sequence[Mapping[str, float]], ends: Collection[str], certainly: bool) -> Walk | None:
        """The first walk of as many hops as there are levels behind the first; what failed is not tried again as late
        or later."""
        hops = len(levels) - 1
        failed: dict[tuple[int, str], float] = {}

        def onward(walk: Walk, day: float) -> Walk | None:
            place = len(walk)
            if place > hops:
                return walk
            for other, after in self._onward(walk[-1], day, certainly):
                fits = other in ends if place == hops else any(other in level for level in levels[: place + 1])
                if fits and after < failed.get((place, other), inf):
                    if found := onward((*walk, other), after):
                        return found
                    failed[place, other] = after
            return None

        return next(filter(None, (onward((id,), -inf) for id in sorted(levels[0]))), None)


def _step(link: Link, day: float, certainly: bool) -> float:
    """The earliest day after a hop over ``link`` from ``day``; infinite where the tie is, or may be, too early.

    See ``graph.projection.ordered``, which says the same of numbers.
    """
    if link.type not in ("met", "signed_agreement"):
        return day
    earliest = date.fromisoformat(link.earliest).toordinal() if link.earliest else -inf
    latest = date.fromisoformat(link.latest).toordinal() if link.latest else _OPEN
    if certainly:
        return latest if day <= earliest else inf
    return max(day, earliest) if max(day, earliest) <= latest else inf
