"""The steps of a search: from entities over their ties to the entities beyond."""

from graph.projection.columns import ANY_GRADE, Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.rules import counts, doubtful, joins
from graph.projection.workspace import AVOIDED, Side


@compiled
def put(side: Side, entities: Ints, first: int) -> None:
    """Begin at ``entities``."""
    length = 0
    for entity in entities:
        if side.entities[entity] < first:
            side.entities[entity] = first
            side.queue[length] = entity
            length += 1
    side.levels[0], side.levels[1] = 0, length


@compiled
def grow(graph: Graph, only: Filter, here: Side, there: Side, radius: int, first: int, wanted: int) -> bool:
    """From the entities at ``radius`` one hop on; True, and cut short, as soon as one of those that are reached has
    the mark ``wanted`` on the other side.

    A hyperedge is walked once for each side of it that is reached, where grades matter: the next side may be joined
    with other ends.
    """
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, walked, queue, beyond = here.entities, here.ties, here.tie_sides, here.queue, there.entities
    mark, shut = first + radius + 1, first + AVOIDED
    # Where neither sides nor confidence matter nobody looks at them, which are two more places in memory a hyperedge.
    any_grade = only.grades == ANY_GRADE
    any_end = any_grade and only.min_confidence == 0
    begin, end = here.levels[radius], here.levels[radius + 1]
    reached = end
    for entity in queue[begin:end]:
        for at in range(tie_starts[entity], tie_starts[entity + 1]):
            tie = ties[at]
            known, side, row = tie_marks[tie], tie_sides[at], rows[tie]
            if known < first:
                if not counts(only, row, tie_confidence[at]):
                    continue
                tie_marks[tie] = mark
                if not any_grade:
                    walked[tie] = 1 << side
            elif any_grade or known == shut or (walked[tie] >> side) & 1 or doubtful(only, tie_confidence[at]):
                continue
            else:
                walked[tie] |= 1 << side
            for place in range(row.start, rows[tie + 1].start):
                other = ends[place]
                if marks[other] < first and (
                    any_end or joins(only, row, side, end_sides[place], end_confidence[place])
                ):
                    if beyond[other] == wanted:
                        return True
                    marks[other] = mark
                    queue[reached] = other
                    reached += 1
    here.levels[radius + 2] = reached
    return False


@compiled
def grow_first(graph: Graph, only: Filter, near: Side, far: Side, barred: Ints, first: int) -> bool:
    """``grow`` from the one source, but not to ``barred``, which stay to be reached on longer ways: so it marks no
    hyperedge."""
    tie_starts, ties, tie_sides, tie_confidence, rows, ends, end_sides, end_confidence = graph
    marks, tie_marks, queue, beyond = near.entities, near.ties, near.queue, far.entities
    source, end = queue[0], 1
    for at in range(tie_starts[source], tie_starts[source + 1]):
        tie = ties[at]
        row, side = rows[tie], tie_sides[at]
        if tie_marks[tie] == first + AVOIDED or not counts(only, row, tie_confidence[at]):
            continue
        for place in range(row.start, rows[tie + 1].start):
            other = ends[place]
            if marks[other] >= first or is_in(barred, other):
                continue
            if joins(only, row, side, end_sides[place], end_confidence[place]):
                if beyond[other] == first:
                    return True
                marks[other] = first + 1
                queue[end] = other
                end += 1
    near.levels[2] = end
    return False


@compiled
def degree(graph: Graph, side: Side, radius: int) -> int:
    """How many hyperedges the entities at ``radius`` have."""
    tie_starts, total = graph.tie_starts, 0
    for entity in side.queue[side.levels[radius] : side.levels[radius + 1]]:
        total += tie_starts[entity + 1] - tie_starts[entity]
    return total


@compiled
def is_in(entities: Ints, entity: int) -> bool:
    """Whether ``entity`` is one of a few ``entities``."""
    for other in entities:  # noqa: SIM110 - numba compiles no generator
        if other == entity:
            return True
    return False
