"""Whom one event ties, and how strong the ties between such are."""

import numpy as np

from graph.projection.columns import SURE, Bytes, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.rules import counts, doubtful, grade, joins
from graph.projection.weighing import NOTHING
from graph.projection.workspace import AVOIDED, Workspace


@compiled
def ends_of(graph: Graph, only: Filter, tie: int) -> tuple[Ints, Bytes, Bytes]:
    """The ends of a hyperedge that count, their sides, and a table of which two sides it joins; no ends where the
    hyperedge itself does not count."""
    row, begin, stop = graph.rows[tie], graph.rows[tie].start, graph.rows[tie + 1].start
    sides = graph.end_sides[begin:stop]
    most = 0
    for side in sides:
        most = max(most, side)
    joined = np.zeros((most + 1, most + 1), np.uint8)
    for one in range(most + 1):
        for other in range(most + 1):
            joined[one, other] = joins(only, row, one, other, SURE)
    kept = np.zeros(stop - begin, np.bool_)
    if counts(only, row, SURE):
        for place in range(stop - begin):
            kept[place] = not doubtful(only, graph.end_confidence[begin + place])
    return graph.ends[begin:stop][kept], sides[kept], joined


@compiled
def strengths(
    graph: Graph, only: Filter, work: Workspace, first: int, some: Ints, others: Ints, avoided_ties: Ints
) -> Ints:
    """Of each of ``others``, the strength of the strongest tie that it has to one of ``some`` other than itself;
    NOTHING where it has none."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, best = work.near.entities, work.near.ties, work.near.last
    for tie in avoided_ties:
        tie_marks[tie] = first + AVOIDED
    for other in others:
        marks[other], best[other] = first, NOTHING
    for entity in some:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            row, side = rows[tie], tie_sides[at]
            if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
                continue
            for place in range(row.start, rows[tie + 1].start):
                other = ends[place]
                if marks[other] != first or other == entity:
                    continue
                if joins(only, row, side, end_sides[place], end_confidence[place]):
                    best[other] = min(best[other], grade(row, side, end_sides[place]))
    return best[others]
