"""How far ties lead from one entity."""

import numpy as np

from graph.projection.columns import Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.rules import counts, joins
from graph.projection.workspace import AVOIDED, Workspace


@compiled
def spread(
    graph: Graph, only: Filter, work: Workspace, first: int, source: int, avoided: Ints, avoided_ties: Ints
) -> Ints:
    """How many entities there are at each number of hops from ``source``, which is the first itself."""
    side = work.near
    for entity in avoided:
        side.entities[entity] = first + AVOIDED
    for tie in avoided_ties:
        side.ties[tie] = first + AVOIDED
    side.entities[source], side.queue[0] = first, source
    levels = [1]
    begin, end = 0, 1
    while begin < end:
        reached = end
        for place in range(begin, end):
            entity = side.queue[place]
            for at in range(graph.tie_starts[entity], graph.tie_starts[entity + 1]):
                tie, bit = graph.ties[at], 1 << graph.tie_sides[at]
                known = side.ties[tie] - first
                if known == AVOIDED or (known >= 0 and side.tie_sides[tie] & bit) or not counts(graph, only, tie, at):
                    continue
                side.tie_sides[tie] = bit | (side.tie_sides[tie] if known >= 0 else 0)
                side.ties[tie] = first
                for beyond in range(graph.end_starts[tie], graph.end_starts[tie + 1]):
                    other = graph.ends[beyond]
                    if side.entities[other] < first and joins(graph, only, tie, graph.tie_sides[at], beyond):
                        side.entities[other] = first
                        side.queue[reached] = other
                        reached += 1
        begin, end = end, reached
        if begin < end:
            levels.append(end - begin)
    return np.array(levels, np.int32)
