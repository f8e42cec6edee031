"""What lies around an entity, nearest first and of equal distance the most tied first."""

from typing import NamedTuple

import numpy as np

from graph.projection.columns import ANY_GRADE, NO_DAY, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.rules import counts, doubtful, joins
from graph.projection.workspace import AVOIDED, Workspace


class Around(NamedTuple):
    """Entities by distance, the centre first; ``cut`` tells of each distance how many were left out of it."""

    entities: Ints
    levels: Ints
    """Where in ``entities`` each distance begins; behind the last one stands their number."""
    cut: Ints


@compiled
def around(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    centre: int,
    avoided: Ints,
    avoided_ties: Ints,
    depth: int,
    limit: int,
) -> Around:
    """The ``limit`` entities within ``depth`` hops of ``centre`` that come first.

    Those of one distance are ranked by the number of ties to what is kept of the distance before, then by the latest
    of these, then by entity. What is cut leads nowhere, and may be reached again from what is kept.
    """
    seen, queue, tie_marks = work.near.entities, work.near.queue, work.near.ties
    levels, cut = np.zeros(depth + 2, np.int32), np.zeros(depth + 1, np.int32)
    for entity in avoided:
        seen[entity] = first + AVOIDED
    for tie in avoided_ties:
        tie_marks[tie] = first + AVOIDED
    seen[centre], queue[0] = first, centre
    levels[1] = 1
    for distance in range(1, depth + 1):
        begin = levels[distance]
        if only.grades == ANY_GRADE:
            end = _count(graph, only, work, first, distance, levels[distance - 1], begin)
        else:
            end = _count_by_side(graph, only, work, first, distance, levels[distance - 1], begin)
        room = min(limit - (begin - 1), end - begin)
        kept = _ranked(work, queue[begin:end], room)
        for place in range(room):
            queue[begin + place] = kept[place]
            seen[kept[place]] = first
        levels[distance + 1] = begin + room
        cut[distance] = end - begin - room
    return Around(queue[: levels[depth + 1]].copy(), levels, cut)


@compiled
def _ranked(work: Workspace, reached: Ints, room: int) -> Ints:
    """The first ``room`` of those that were reached, and some more; only what may be among them is sorted."""
    number, latest = work.near.last, work.failed_days
    if room <= 0:
        return reached[:0].copy()
    most = 1
    for entity in reached:
        most = max(most, number[entity])
    having = np.zeros(most + 1, np.int32)
    for entity in reached:
        having[number[entity]] += 1
    least, count = most, having[most]
    while count < room:
        least -= 1
        count += having[least]
    some = np.empty(count, np.int32)
    length = 0
    for entity in reached:
        if number[entity] >= least:
            some[length] = entity
            length += 1
    some.sort()
    # One number to sort by: more ties first, then the later day; a stable sort leaves the rest in order.
    keys = np.empty(count, np.int64)
    for place in range(count):
        keys[place] = -((np.int64(number[some[place]]) << 32) + latest[some[place]])
    return some[np.argsort(keys, kind="mergesort")]


@compiled
def _count(graph: Graph, only: Filter, work: Workspace, first: int, distance: int, begin: int, end: int) -> int:
    """Queue what the entities from ``begin`` to ``end`` of the queue reach, with the number of ties to each and the
    latest day of these; gives where the queue ends.

    Those around one entity meet each other: so it is first counted how many of them each hyperedge has, and then each
    is walked once.
    """
    tie_starts, ties, _, tie_confidence, rows, ends, _, end_confidence = graph
    seen, queue, number, latest = work.near.entities, work.near.queue, work.near.last, work.failed_days
    tie_marks, having, walk = work.near.ties, work.near.tie_days, work.far.tie_days
    mark, shut, length, walked = first + distance, first + AVOIDED, end, 0
    for entity in queue[begin:end]:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            known = tie_marks[tie]
            if known == shut or not counts(only, rows[tie], tie_confidence[at]):
                continue
            if known != mark:
                tie_marks[tie], having[tie], walk[walked] = mark, 0, tie
                walked += 1
            having[tie] += 1
    for tie in walk[:walked]:
        row, some = rows[tie], having[tie]
        day = max(row.latest if row.latest != NO_DAY else row.earliest, 0)
        for place in range(row.start, rows[tie + 1].start):
            other = ends[place]
            known = seen[other]
            if known in (first, shut) or doubtful(only, end_confidence[place]):
                continue
            if known == mark:
                number[other] += some
                latest[other] = max(latest[other], day)
            else:
                seen[other], queue[length], number[other], latest[other] = mark, other, some, day
                length += 1
    return length


@compiled
def _count_by_side(graph: Graph, only: Filter, work: Workspace, first: int, distance: int, begin: int, end: int) -> int:
    """``_count`` where it matters on which side of a meeting somebody is: then each walks all of its hyperedges."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    seen, tie_marks, queue, number, latest = (
        work.near.entities, work.near.ties, work.near.queue, work.near.last, work.failed_days,
    )  # fmt: skip
    mark, shut, length = first + distance, first + AVOIDED, end
    for entity in queue[begin:end]:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            row, side = rows[tie], tie_sides[at]
            if tie_marks[tie] == shut or not counts(only, row, tie_confidence[at]):
                continue
            day = max(row.latest if row.latest != NO_DAY else row.earliest, 0)
            for place in range(row.start, rows[tie + 1].start):
                other = ends[place]
                known = seen[other]
                if known in (first, shut):
                    continue
                if not joins(only, row, side, end_sides[place], end_confidence[place]):
                    continue
                if known != mark:
                    seen[other], queue[length] = mark, other
                    number[other], latest[other] = 0, 0
                    length += 1
                number[other] += 1
                latest[other] = max(latest[other], day)
    return length
