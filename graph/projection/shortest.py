"""The best of the shortest paths between two sets of entities: of these that with the strongest weakest tie, of these
the one whose entities come first in the order of their ids.

A search from both ends tells how far apart they are (``meeting``), the far side's marks get the strength of the best
way on (``weighing``). Then the near side's entities are looked at in the order of their ids, and as soon as one has a
way on that none can be stronger than, that is the path.
"""

from typing import Final, NamedTuple

import numpy as np

from graph.projection.columns import Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.growing import degree, is_in
from graph.projection.meeting import Reach, meet
from graph.projection.rules import counts, grade, joins
from graph.projection.weighing import NOTHING, draw_nearer, mark_at, weigh
from graph.projection.workspace import AVOIDED, ROUND, Workspace

ROUNDS: Final = 2
"""Rounds of marks that one call takes."""
NOBODY: Final = np.iinfo(np.int32).max
CHEAPER: Final = 8
"""Whoever looks at a tie's ends as well waits for the memory so many times as long as who looks at the tie only. So
with that many times fewer ties the far side is the one to look from; else, when a way is not found soon, its ties are
marked, and the near side's are looked at only where they are marked."""


class Between(NamedTuple):
    """What lies between the ends after both sides have met."""

    first: int
    """Of the marks."""
    reach: Reach
    """With at most one hop on the near side."""
    whole: int
    """See ``weighing.mark_at``."""
    floor: int


@compiled
def best_path(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    sources: Ints,
    targets: Ints,
    avoided: Ints,
    avoided_ties: Ints,
    barred: Ints,
    max_hops: int,
    floor: int,
) -> tuple[Ints, int]:
    """The entities of the best path, and the strength of its weakest tie or ``floor``, whichever is weaker.

    No entity and 0 where there is none. ``avoided`` entities and ``avoided_ties`` are on no path; where there are
    ``barred`` entities, no path begins with a hop from the one source to one of them.
    """
    shut_off(work, first, avoided, avoided_ties)
    reach = meet(graph, only, work, first, sources, targets, barred, max_hops)
    if reach.hops == 0:
        return np.zeros(0, np.int32), 0
    whole = reach.far
    weigh(graph, only, work, first, reach)
    while reach.near > 1:
        reach = draw_nearer(graph, only, work, first, reach)
    sources = np.sort(sources)
    found = np.full((NOTHING, 3), NOBODY, np.int32)
    if reach.near == 1:
        between = Between(first, reach, whole, floor)
        if not _look_from_each(graph, only, work, between, sources, barred, found):
            reach = draw_nearer(graph, only, work, first, reach)
            found[:] = NOBODY
    between = Between(first, reach, whole, floor)
    if reach.near == 0:
        for source in sources:
            _look_from(graph, only, work, between, source, 0, source, barred, found, False)
    bound = floor
    while found[bound, 2] == NOBODY:
        bound += 1
    walk = np.empty(reach.hops + 1, np.int32)
    walk[: reach.near + 2] = found[bound, 1 - reach.near :]
    for position in range(reach.near + 1, reach.hops):
        walk[position + 1] = _next(graph, only, work, between, walk[position], reach.hops - position - 1, bound)
    return walk, bound


@compiled
def shut_off(work: Workspace, first: int, avoided: Ints, avoided_ties: Ints) -> None:
    """Mark what is on no path."""
    for entity in avoided:
        work.near.entities[entity] = work.far.entities[entity] = first + AVOIDED
    for tie in avoided_ties:
        work.near.ties[tie] = work.far.ties[tie] = first + AVOIDED


@compiled
def _look_from_each(
    graph: Graph, only: Filter, work: Workspace, between: Between, sources: Ints, barred: Ints, found: Ints
) -> bool:
    """``_look_from`` the entities next to the sources one by one, until a way is found that is as strong as any can be.

    False where that takes longer than to look at all of them from the far side.
    """
    far, reach = work.far, between.reach
    far_ties = degree(graph, far, reach.far)
    if far_ties * CHEAPER < degree(graph, work.near, 1):
        return False
    onward = NOTHING
    for entity in far.queue[far.levels[reach.far] : far.levels[reach.far + 1]]:
        onward = min(onward, far.last[entity])
    tie_starts, strengths = graph.tie_starts, work.near.last
    marked, looked = False, 0
    for source in sources:
        neighbours = tied(graph, only, work, between.first, source)
        best = NOTHING
        for entity in neighbours:
            best = min(best, strengths[entity])
        best = max(between.floor, best, onward)
        for entity in neighbours:
            looked += tie_starts[entity + 1] - tie_starts[entity]
            if not marked and looked * CHEAPER > far_ties:
                _mark_ties(graph, only, work, between)
                marked = True
            _look_from(graph, only, work, between, source, strengths[entity], entity, barred, found, marked)
            if found[best, 2] != NOBODY:
                break
    return True


@compiled
def _mark_ties(graph: Graph, only: Filter, work: Workspace, between: Between) -> None:
    """Mark at the far side, with the next round's first number, the hyperedges of those at its radius that count."""
    tie_starts, ties, tie_confidence, rows = graph.tie_starts, graph.ties, graph.tie_confidence, graph.rows
    queue, levels, marks, near_marks = work.far.queue, work.far.levels, work.far.ties, work.near.ties
    shut, mark = between.first + AVOIDED, between.first + ROUND
    for entity in queue[levels[between.reach.far] : levels[between.reach.far + 1]]:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            if near_marks[tie] != shut and counts(only, rows[tie], tie_confidence[at]):
                marks[tie] = mark


@compiled
def tied(graph: Graph, only: Filter, work: Workspace, first: int, source: int) -> Ints:
    """The entities at one hop of the near side that are tied to ``source``, sorted; ``near.last`` tells how."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, queue, levels = work.near.entities, work.near.ties, work.near.queue, work.near.levels
    strengths = work.near.last
    some = np.empty(levels[2] - levels[1], np.int32)
    length = 0
    for entity in queue[levels[1] : levels[2]]:
        strengths[entity] = NOTHING
    for at in range(tie_starts[source], tie_starts[source + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            other, others = ends[place], end_sides[place]
            if marks[other] != first + 1 or not joins(only, row, side, others, end_confidence[place]):
                continue
            if strengths[other] == NOTHING:
                some[length] = other
                length += 1
            strengths[other] = min(strengths[other], grade(row, side, others))
    return np.sort(some[:length])


@compiled
def _look_from(
    graph: Graph,
    only: Filter,
    work: Workspace,
    between: Between,
    source: int,
    weakest: int,
    entity: int,
    barred: Ints,
    found: Ints,
    marked: bool,
) -> None:
    """Note in ``found``, for each bound on the weakest tie that has no way yet, the first that goes on from ``entity``:
    the source, ``entity``, to which the weakest tie is ``weakest``, and the next one. ``marked``: only over hyperedges
    of ``_mark_ties``."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, strengths = work.far.entities, work.near.ties, work.far.last
    wanted = mark_at(between.first, between.reach.far, between.whole)
    shut, least = between.first + AVOIDED, max(weakest, between.floor)
    far_ties, mark = work.far.ties, between.first + ROUND
    here = np.full(NOTHING, NOBODY, np.int32)
    for at in range(tie_starts[entity], tie_starts[entity + 1]):
        tie = ties[at]
        if marked and far_ties[tie] != mark:
            continue
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == shut or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            other, others = ends[place], end_sides[place]
            if marks[other] != wanted or not joins(only, row, side, others, end_confidence[place]):
                continue
            if entity == source and is_in(barred, other):
                continue
            how = max(least, strengths[other], grade(row, side, others))
            here[how] = min(here[how], other)
    best = NOBODY
    for bound in range(between.floor, NOTHING):
        best = min(best, here[bound])
        if best != NOBODY and found[bound, 2] == NOBODY:
            found[bound, 0], found[bound, 1], found[bound, 2] = source, entity, best


@compiled
def _next(graph: Graph, only: Filter, work: Workspace, between: Between, entity: int, radius: int, bound: int) -> int:
    """The first entity at ``radius`` of the far side that may follow ``entity``, with no tie weaker than ``bound`` from
    there on."""
    far = work.far
    some = far.queue[far.levels[radius] : far.levels[radius + 1]]
    if len(some) == 1:
        return int(some[0])
    if graph.tie_starts[entity + 1] - graph.tie_starts[entity] <= degree(graph, far, radius):
        first, whole = between.first, between.whole
        return _first_tied(graph, only, work, first, entity, mark_at(first, radius, whole), bound, NOBODY)
    for other in np.sort(some):
        if far.last[other] <= bound and _are_tied(graph, only, work, between.first, other, entity, bound):
            return int(other)
    return NOBODY


@compiled
def _first_tied(
    graph: Graph, only: Filter, work: Workspace, first: int, entity: int, wanted: int, bound: int, best: int
) -> int:
    """The first entity before ``best`` with the far mark ``wanted`` that is tied to ``entity`` within ``bound``."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, strengths = work.far.entities, work.near.ties, work.far.last
    for at in range(tie_starts[entity], tie_starts[entity + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            other, others = ends[place], end_sides[place]
            if other >= best or marks[other] != wanted or strengths[other] > bound:
                continue
            if joins(only, row, side, others, end_confidence[place]) and grade(row, side, others) <= bound:
                best = other
    return best


@compiled
def _are_tied(graph: Graph, only: Filter, work: Workspace, first: int, one: int, other: int, bound: int) -> bool:
    """Whether two entities are tied within ``bound``; looked at from ``one``."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    tie_marks = work.near.ties
    for at in range(tie_starts[one], tie_starts[one + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            others = end_sides[place]
            if ends[place] != other or not joins(only, row, side, others, end_confidence[place]):
                continue
            if grade(row, side, others) <= bound:
                return True
    return False
