"""The steps of a search: from entities over their ties to the entities beyond."""

from graph.projection.columns import Filter, Graph, Ints
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

    A hyperedge is walked once for each side of it that is reached: the next side may be joined with other ends.
    """
    mark = first + radius + 1
    begin, end = here.levels[radius], here.levels[radius + 1]
    reached = end
    for place in range(begin, end):
        entity = here.queue[place]
        for at in range(graph.tie_starts[entity], graph.tie_starts[entity + 1]):
            tie = graph.ties[at]
            known = here.ties[tie] - first
            side = graph.tie_sides[at]
            bit = 1 << side
            if known < 0:
                if not counts(graph, only, tie, at):
                    continue
                here.ties[tie] = mark
                here.tie_sides[tie] = bit
            elif known == AVOIDED or here.tie_sides[tie] & bit or doubtful(graph, only, at):
                continue
            else:
                here.tie_sides[tie] |= bit
            for beyond in range(graph.end_starts[tie], graph.end_starts[tie + 1]):
                other = graph.ends[beyond]
                if here.entities[other] < first and joins(graph, only, tie, side, beyond):
                    if there.entities[other] == wanted:
                        return True
                    here.entities[other] = mark
                    here.queue[reached] = other
                    reached += 1
    here.levels[radius + 2] = reached
    return False


@compiled
def grow_first(graph: Graph, only: Filter, near: Side, far: Side, barred: Ints, first: int) -> bool:
    """``grow`` from the one source, but not to ``barred``, which stay to be reached on longer ways: so it marks no
    hyperedge."""
    source, end = near.queue[0], 1
    for at in range(graph.tie_starts[source], graph.tie_starts[source + 1]):
        tie = graph.ties[at]
        if near.ties[tie] == first + AVOIDED or not counts(graph, only, tie, at):
            continue
        for place in range(graph.end_starts[tie], graph.end_starts[tie + 1]):
            other = graph.ends[place]
            if near.entities[other] >= first or is_in(barred, other):
                continue
            if joins(graph, only, tie, graph.tie_sides[at], place):
                if far.entities[other] == first:
                    return True
                near.entities[other] = first + 1
                near.queue[end] = other
                end += 1
    near.levels[2] = end
    return False


@compiled
def degree(graph: Graph, side: Side, radius: int) -> int:
    """How many hyperedges the entities at ``radius`` have."""
    total = 0
    for place in range(side.levels[radius], side.levels[radius + 1]):
        entity = side.queue[place]
        total += graph.tie_starts[entity + 1] - graph.tie_starts[entity]
    return total


@compiled
def is_in(entities: Ints, entity: int) -> bool:
    """Whether ``entity`` is one of a few ``entities``."""
    for other in entities:  # noqa: SIM110 - numba compiles no generator
        if other == entity:
            return True
    return False
