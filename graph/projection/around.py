"""What lies around an entity, nearest first and of equal distance the most tied first."""

from typing import Final, NamedTuple

import numpy as np

from graph.projection.columns import ANY_GRADE, NO_DAY, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.rules import counts, joins
from graph.projection.workspace import AVOIDED, Ranks, Workspace

DAYS: Final = 32
"""Bits of a rank that are the latest day; those above are the number of ties, so that more of them come first."""
ANY_DAY: Final = (1 << DAYS) - 1
PASSED: Final = -1
"""In place of a rank: not to be reached again."""


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
    ranks, queue, tie_marks = work.ranks, work.near.queue, work.near.ties
    levels, cut = np.zeros(depth + 2, np.int32), np.zeros(depth + 1, np.int32)
    for entity in avoided:
        ranks[entity] = PASSED
    for tie in avoided_ties:
        tie_marks[tie] = first + AVOIDED
    ranks[centre], queue[0] = PASSED, centre
    levels[1] = 1
    any_tie, any_end = len(avoided_ties) == 0, only.grades == ANY_GRADE and only.min_confidence == 0
    for distance in range(1, depth + 1):
        begin = levels[distance]
        end = _count(graph, only, work, first, levels[distance - 1], begin, any_tie, any_end)
        room = min(limit - (begin - 1), end - begin)
        kept = _ranked(ranks, queue[begin:end], room)
        for entity in queue[begin:end]:
            ranks[entity] = 0
        for place in range(room):
            queue[begin + place] = kept[place]
            ranks[kept[place]] = PASSED
        levels[distance + 1] = begin + room
        cut[distance] = end - begin - room
    entities = queue[: levels[depth + 1]].copy()
    for entity in entities:
        ranks[entity] = 0
    for entity in avoided:
        ranks[entity] = 0
    return Around(entities, levels, cut)


@compiled
def _ranked(ranks: Ranks, reached: Ints, room: int) -> Ints:
    """The first ``room`` of those that were reached, and some more; only what may be among them is sorted."""
    if room <= 0:
        return reached[:0].copy()
    number, most = np.empty(len(reached), np.int32), 1
    for place, entity in enumerate(reached):
        number[place] = ranks[entity] >> DAYS
        most = max(most, number[place])
    having = np.bincount(number, minlength=most + 1)
    least, count = most, having[most]
    while count < room:
        least -= 1
        count += having[least]
    some = reached[number >= least]
    some.sort()
    # A stable sort leaves equal ranks in the order of entities.
    return some[np.argsort(-ranks[some], kind="mergesort")]


@compiled
def _count(
    graph: Graph, only: Filter, work: Workspace, first: int, begin: int, end: int, any_tie: bool, any_end: bool
) -> int:
    """Queue what the entities from ``begin`` to ``end`` of the queue reach, with the number of ties to each and the
    latest day of these; gives where the queue ends.

    ``any_tie``: none is avoided; ``any_end``: neither sides nor confidence matter. Then nobody looks at these.
    """
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    ranks, tie_marks, queue = work.ranks, work.near.ties, work.near.queue
    shut, length, one = first + AVOIDED, end, np.int64(1) << DAYS
    for entity in queue[begin:end]:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            row, side = rows[tie], tie_sides[at]
            if not counts(only, row, tie_confidence[at]) or not (any_tie or tie_marks[tie] != shut):
                continue
            day = max(row.latest if row.latest != NO_DAY else row.earliest, 0)
            for place in range(row.start, rows[tie + 1].start):
                other = ends[place]
                known = ranks[other]
                if known == PASSED:
                    continue
                if not (any_end or joins(only, row, side, end_sides[place], end_confidence[place])):
                    continue
                if known == 0:
                    queue[length] = other
                    length += 1
                ranks[other] = (known & ~ANY_DAY) + one | max(known & ANY_DAY, day)
    return length
