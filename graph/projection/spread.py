"""How far ties lead from one entity."""

import numpy as np

from graph.projection.columns import ANY_GRADE, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.rules import counts, joins
from graph.projection.workspace import AVOIDED, Workspace

EVERY_SIDE = 0xFF


@compiled
def spread(
    graph: Graph, only: Filter, work: Workspace, first: int, source: int, avoided: Ints, avoided_ties: Ints
) -> Ints:
    """How many entities there are at each number of hops from ``source``, which is the first itself."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, walked, queue = work.near.entities, work.near.ties, work.near.tie_sides, work.near.queue
    for entity in avoided:
        marks[entity] = first + AVOIDED
    for tie in avoided_ties:
        tie_marks[tie] = first + AVOIDED
    marks[source], queue[0] = first, source
    levels = [1]
    begin, end = 0, 1
    while begin < end:
        reached = end
        for entity in queue[begin:end]:
            for at in range(tie_starts[entity], tie_starts[entity + 1]):
                tie = ties[at]
                known, side, row = tie_marks[tie], tie_sides[at], rows[tie]
                bit = EVERY_SIDE if only.grades == ANY_GRADE else 1 << side
                if known == first + AVOIDED or (known == first and walked[tie] & bit):
                    continue
                if not counts(only, row, tie_confidence[at]):
                    continue
                walked[tie] = bit | (walked[tie] if known == first else 0)
                tie_marks[tie] = first
                for place in range(row.start, rows[tie + 1].start):
                    other = ends[place]
                    if marks[other] < first and joins(only, row, side, end_sides[place], end_confidence[place]):
                        marks[other], queue[reached] = first, other
                        reached += 1
        begin, end = end, reached
        if begin < end:
            levels.append(end - begin)
    return np.array(levels, np.int32)
