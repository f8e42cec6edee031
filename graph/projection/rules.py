"""Which ties count, and how strong they are, in compiled form: what ``graph.questions.ties`` says of links."""

from graph.projection.columns import ANY_GRADE, HOLDS, MET, NO_DAY, NO_SIZE, SIGNED, UNGRADED, Filter, Graph
from graph.projection.compiled import compiled


@compiled
def doubtful(graph: Graph, only: Filter, at: int) -> bool:
    """Whether it is less sure than the filter wants that the entity of ``ties[at]`` is an end of that."""
    return only.min_confidence > 0 and graph.tie_confidence[at] < only.min_confidence


@compiled
def counts(graph: Graph, only: Filter, tie: int, at: int) -> bool:
    """Whether the filter lets hyperedge ``tie`` through from the end that has it as ``ties[at]``, to some other one."""
    kind = graph.kind[tie]
    if not (only.kinds >> kind) & 1:
        return False
    if kind > HOLDS:
        return True
    earliest, latest = graph.earliest[tie], graph.latest[tie]
    if only.since != NO_DAY:
        last = latest if latest != NO_DAY else earliest
        if last == NO_DAY or last < only.since:
            return False
    if only.until != NO_DAY:
        first = earliest if earliest != NO_DAY else latest
        if first == NO_DAY or first > only.until:
            return False
    if doubtful(graph, only, at):
        return False
    return not (kind == MET and only.max_size != NO_SIZE and graph.size[tie] > only.max_size)


@compiled
def grade(graph: Graph, tie: int, one: int, other: int) -> int:
    """The strength of the tie between two ends on sides ``one`` and ``other``: smaller is stronger."""
    kind = graph.kind[tie]
    if kind != MET:
        return 0 if kind == SIGNED else UNGRADED
    if one == 0 or other == 0:
        return 3
    if one == other:
        return 2
    return 1 if graph.video[tie] else 0


@compiled
def joins(graph: Graph, only: Filter, tie: int, side: int, place: int) -> bool:
    """Whether the filter lets an end on ``side``, which counts, and ``ends[place]`` through as a pair."""
    if only.min_confidence > 0 and graph.end_confidence[place] < only.min_confidence:
        return False
    if only.grades == ANY_GRADE or graph.kind[tie] != MET:
        return True
    return ((only.grades >> grade(graph, tie, side, graph.end_sides[place])) & 1) == 1


@compiled
def strongest(graph: Graph, only: Filter, one: int, other: int) -> int:
    """The strength of the strongest tie between two entities that counts; UNGRADED + 1 where none does."""
    if graph.tie_starts[one + 1] - graph.tie_starts[one] > graph.tie_starts[other + 1] - graph.tie_starts[other]:
        one, other = other, one
    found = UNGRADED + 1
    for at in range(graph.tie_starts[one], graph.tie_starts[one + 1]):
        tie = graph.ties[at]
        if not counts(graph, only, tie, at):
            continue
        for place in range(graph.end_starts[tie], graph.end_starts[tie + 1]):
            if graph.ends[place] != other:
                continue
            side = graph.tie_sides[at]
            if joins(graph, only, tie, side, place):
                found = min(found, grade(graph, tie, side, graph.end_sides[place]))
    return found
