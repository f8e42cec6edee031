"""Which ties count, and how strong they are, in compiled form: what ``graph.questions.ties`` says of links."""

from graph.projection.columns import ANY_GRADE, HOLDS, MET, NO_DAY, NO_SIZE, SIGNED, UNGRADED, Filter, Graph
from graph.projection.compiled import compiled


@compiled
def counts(graph: Graph, only: Filter, tie: int) -> bool:
    """Whether the filter lets hyperedge ``tie`` through, whatever pair of its ends is asked for."""
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
    if graph.confidence[tie] < only.min_confidence:
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
def joins(graph: Graph, only: Filter, tie: int, one: int, other: int) -> bool:
    """Whether the filter lets the pair of sides through, where it lets the hyperedge through."""
    if only.grades == ANY_GRADE or graph.kind[tie] != MET:
        return True
    return ((only.grades >> grade(graph, tie, one, other)) & 1) == 1
