"""The path whose ties weigh most: the one of least cost, where each tie costs the more the less it weighs.

A cost is a whole number (``graph.questions.weights``), so that sums are exact and equal paths are equal. From the
targets outwards, a hop at a time, each entity keeps what the cheapest way of so many hops costs (Bellman 1958, Ford
1956); what costs as much as a whole path that is known goes no further.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import numpy as np

from graph.projection.columns import HOLDS, MET, NO_DAY, NO_SIZE, Filter, Graph, Ints
from graph.projection.compiled import compiled, inlined
from graph.projection.rules import counts, grade, joins
from graph.projection.shortest import NOBODY, shut_off
from graph.projection.workspace import AVOIDED, Workspace

ENDLESS: Final = np.iinfo(np.int32).max
PORTION: Final = 4_000_000
"""Ends of ties that are looked at in one go: tens of milliseconds. Nothing stops compiled code from outside."""


class Costs(NamedTuple):
    """What a tie costs by each of its properties."""

    grades: Ints
    """By grade; behind them a post's and a place's."""
    as_of: int
    """The day from which ages count."""
    half_life: int
    """Days in which a tie loses half of its weight, which costs ``halving``."""
    halving: int
    undated: int
    sizes: Ints
    """By the number of persons; the last one is for more."""


@inlined
def cost(row: Any, one: int, other: int, costs: Costs, grades: Ints, sizes: Ints) -> int:
    """What the tie between ends on two sides of ``row`` costs; ``grades`` and ``sizes`` are those of ``costs``."""
    kind = row.kind
    if kind > HOLDS:
        return int(grades[len(grades) - 1])
    found = int(grades[grade(row, one, other)])
    day = row.latest if row.latest != NO_DAY else row.earliest
    if day == NO_DAY:
        found += costs.undated
    elif day < costs.as_of:
        found += (costs.as_of - day) * costs.halving // costs.half_life
    if kind == MET and row.size != NO_SIZE:
        found += sizes[min(max(row.size, 0), len(sizes) - 1)]
    return found


class Progress(NamedTuple):
    """How far a search has come."""

    ways: Ints
    """By hops and entity: what the cheapest way of so many hops to a target costs."""
    best: Ints
    """Of each entity: what the cheapest of its ways costs."""
    at: Ints
    """The numbers that change, by the names below."""


HOP, QUEUED, FRONTIER, PLACE, LEAST, HOPS, NEAREST = range(7)
"""Hops of the ways from the frontier's entities; how many of the next frontier are queued; how many there are in this
one, and how many of them are done; what the cheapest path costs, and its hops; what a source's cheapest tie costs."""


def weighted_path(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    sources: Ints,
    targets: Ints,
    avoided: Ints,
    avoided_ties: Ints,
    max_hops: int,
    costs: Costs,
    pause: Callable[[], None] = lambda: None,
) -> Ints:
    """The entities of the cheapest path of at most ``max_hops``, of equals the one of fewer hops, then the first in the
    order of entities; empty for none. See ``shortest.best_path``.

    ``pause`` is called after each ``PORTION`` of the work; what it raises ends the search.
    """
    progress = _begun(graph, work, first, targets, avoided, avoided_ties, max_hops)
    while not _advance(graph, only, work, first, sources, max_hops, costs, progress, PORTION):
        pause()
    return _walk(graph, only, work, first, sources, costs, progress)


@compiled
def _begun(
    graph: Graph, work: Workspace, first: int, targets: Ints, avoided: Ints, avoided_ties: Ints, max_hops: int
) -> Progress:
    shut_off(work, first, avoided, avoided_ties)
    entities, at = len(graph.tie_starts) - 1, np.zeros(NEAREST + 1, np.int32)
    ways, best = np.full((max_hops + 1, entities), ENDLESS, np.int32), np.full(entities, ENDLESS, np.int32)
    for target in targets:
        if best[target] != 0:
            best[target], ways[0, target], work.near.queue[at[QUEUED]] = 0, 0, target
            at[QUEUED] += 1
    at[LEAST] = at[NEAREST] = ENDLESS
    return Progress(ways, best, at)


@compiled
def _advance(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    sources: Ints,
    max_hops: int,
    costs: Costs,
    progress: Progress,
    portion: int,
) -> bool:
    """Go on until about ``portion`` ends of ties were looked at; whether the search is done."""
    ways, at, frontier = progress.ways, progress.at, work.far.queue
    while True:
        if at[PLACE] == at[FRONTIER]:
            hop = at[HOP] + 1 if at[FRONTIER] else 1
            for source in sources:
                # From here, not from all that is in reach: the last hop of a way leads to a source anyway.
                way, tie = _onward(graph, only, work, first, source, ways[hop - 1], costs)
                ways[hop, source] = way
                at[NEAREST] = min(at[NEAREST], tie)
                if way < at[LEAST]:
                    at[LEAST], at[HOPS] = way, hop
            if at[QUEUED] == 0 or hop == max_hops:
                return True
            frontier[: at[QUEUED]] = work.near.queue[: at[QUEUED]]
            at[HOP], at[FRONTIER], at[PLACE], at[QUEUED] = hop, at[QUEUED], 0, 0
        portion -= _step_back(graph, only, work, first, progress, costs, portion)
        if portion <= 0:
            return False


@compiled
def _walk(
    graph: Graph, only: Filter, work: Workspace, first: int, sources: Ints, costs: Costs, progress: Progress
) -> Ints:
    """The first of the cheapest paths."""
    ways, hops, least = progress.ways, progress.at[HOPS], progress.at[LEAST]
    if hops == 0:
        return np.zeros(0, np.int32)
    walk = np.full(hops + 1, NOBODY, np.int32)
    for source in sources:
        if ways[hops, source] == least:
            walk[0] = min(walk[0], source)
    for place in range(hops):
        walk[place + 1] = _next(graph, only, work, first, walk[place], ways, hops - place, costs)
    return walk


@compiled
def _step_back(
    graph: Graph, only: Filter, work: Workspace, first: int, progress: Progress, costs: Costs, portion: int
) -> int:
    """Reach one hop further from the frontier what is reached cheaper so and for less than any path that is known, and
    queue it; stops when the frontier is done or ``portion`` ends of ties were looked at, and gives how many were."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    queue, frontier, tie_marks, shut = work.near.queue, work.far.queue, work.near.ties, work.near.entities
    ways, best, at = progress.ways, progress.best, progress.at
    grades, sizes = costs.grades, costs.sizes
    hop, end, limit, looked = at[HOP] - 1, at[QUEUED], at[LEAST] - at[NEAREST], 0
    place = at[PLACE]
    while place < at[FRONTIER] and looked < portion:
        entity = frontier[place]
        place += 1
        looked += 1
        so_far = ways[hop, entity]
        if so_far >= limit:
            continue
        for tied in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[tied]
            row, side = rows[tie], tie_sides[tied]
            if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[tied]):
                continue
            begin, stop = row.start, rows[tie + 1].start
            looked += stop - begin
            for there in range(begin, stop):
                other, others = ends[there], end_sides[there]
                if best[other] <= so_far or shut[other] == first + AVOIDED:
                    continue
                if not joins(only, row, side, others, end_confidence[there]):
                    continue
                reached = so_far + cost(row, side, others, costs, grades, sizes)
                if reached < best[other] and reached < limit:
                    if ways[hop + 1, other] == ENDLESS:
                        queue[end] = other
                        end += 1
                    best[other] = ways[hop + 1, other] = reached
    at[PLACE], at[QUEUED] = place, end
    return looked


@compiled
def _onward(
    graph: Graph, only: Filter, work: Workspace, first: int, entity: int, ways: Ints, costs: Costs
) -> tuple[int, int]:
    """What the cheapest way on from ``entity`` costs whose next entities cost ``ways``, and what its cheapest tie does;
    ENDLESS where there is none."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    tie_marks, shut, grades, sizes = work.near.ties, work.near.entities, costs.grades, costs.sizes
    least, nearest = ENDLESS, ENDLESS
    for at in range(tie_starts[entity], tie_starts[entity + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            other, others = ends[place], end_sides[place]
            if other == entity or shut[other] == first + AVOIDED:
                continue
            if joins(only, row, side, others, end_confidence[place]):
                taken = cost(row, side, others, costs, grades, sizes)
                nearest = min(nearest, taken)
                if ways[other] != ENDLESS:
                    least = min(least, ways[other] + taken)
    return least, nearest


@compiled
def _next(
    graph: Graph, only: Filter, work: Workspace, first: int, entity: int, ways: Ints, hops: int, costs: Costs
) -> int:
    """The first entity that the cheapest way of ``hops`` hops may go on to from ``entity``."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    tie_marks, grades, sizes = work.near.ties, costs.grades, costs.sizes
    best, whole = NOBODY, ways[hops, entity]
    for at in range(tie_starts[entity], tie_starts[entity + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            other, others = ends[place], end_sides[place]
            if other >= best or ways[hops - 1, other] == ENDLESS:
                continue
            if not joins(only, row, side, others, end_confidence[place]):
                continue
            if ways[hops - 1, other] + cost(row, side, others, costs, grades, sizes) == whole:
                best = other
    return best
