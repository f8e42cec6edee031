"""How strong the ties are on the way from each entity to the far end, once the sides of a search have met."""

from typing import Final

from graph.projection.columns import UNGRADED, Filter, Graph
from graph.projection.compiled import compiled, inlined
from graph.projection.meeting import Reach
from graph.projection.rules import counts, grade, joins
from graph.projection.workspace import AVOIDED, ROUND, Workspace

NOTHING: Final = UNGRADED + 1
"""Weaker than any tie."""


@inlined
def mark_at(first: int, radius: int, whole: int) -> int:
    """What the far side marks at ``radius`` with, where it was searched up to the radius ``whole`` and drawn nearer
    from there on."""
    return first + radius if radius <= whole else first + ROUND + radius


@compiled
def weigh(graph: Graph, only: Filter, work: Workspace, first: int, reach: Reach) -> None:
    """Set ``far.last`` of each entity that the far side marked: the strength of the weakest tie of its best way on to
    a target, among the ways of as many hops as its mark tells."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, queue, levels, strengths = (
        work.far.entities, work.far.ties, work.far.queue, work.far.levels, work.far.last,
    )  # fmt: skip
    for entity in queue[: levels[1]]:
        strengths[entity] = 0
    for radius in range(reach.far):
        for entity in queue[levels[radius + 1] : levels[radius + 2]]:
            strengths[entity] = NOTHING
        for entity in queue[levels[radius] : levels[radius + 1]]:
            onward = strengths[entity]
            for at in range(tie_starts[entity], tie_starts[entity + 1]):
                tie = ties[at]
                row, side = rows[tie], tie_sides[at]
                if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
                    continue
                for place in range(row.start, rows[tie + 1].start):
                    other, others = ends[place], end_sides[place]
                    if marks[other] == first + radius + 1 and joins(only, row, side, others, end_confidence[place]):
                        strengths[other] = min(strengths[other], max(onward, grade(row, side, others)))


@compiled
def draw_nearer(graph: Graph, only: Filter, work: Workspace, first: int, reach: Reach) -> Reach:
    """Let the far side go one hop on to what the near side marked, with the strengths of ``weigh``.

    What it reaches gets marks of the next round, since it may have got one of this round in a hop that was cut short.
    """
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    near, far, tie_marks, queue = work.near.entities, work.far.entities, work.near.ties, work.far.queue
    strengths = work.far.last
    begin, end = work.far.levels[reach.far], work.far.levels[reach.far + 1]
    wanted, mark = first + reach.near, first + ROUND + reach.far + 1
    reached = end
    for entity in queue[begin:end]:
        onward = strengths[entity]
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            row, side = rows[tie], tie_sides[at]
            if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
                continue
            for place in range(row.start, rows[tie + 1].start):
                other, others = ends[place], end_sides[place]
                if near[other] != wanted or not joins(only, row, side, others, end_confidence[place]):
                    continue
                if far[other] != mark:
                    far[other], strengths[other] = mark, NOTHING
                    queue[reached] = other
                    reached += 1
                strengths[other] = min(strengths[other], max(onward, grade(row, side, others)))
    work.far.levels[reach.far + 2] = reached
    return Reach(reach.near - 1, reach.far + 1, reach.hops)
