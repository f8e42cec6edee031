"""Which ties count, and how strong they are, in compiled form: what ``graph.questions.ties`` says of links."""

from typing import Any

from graph.projection.columns import ANY_GRADE, HOLDS, MET, NO_DAY, NO_SIZE, SIGNED, UNGRADED, Filter
from graph.projection.compiled import inlined


@inlined
def doubtful(only: Filter, sure: int) -> bool:
    """Whether it is less sure than the filter wants that an entity is an end."""
    return sure < only.min_confidence


@inlined
def counts(only: Filter, row: Any, sure: int) -> bool:
    """Whether the filter lets the hyperedge ``row`` through from an end that is as ``sure``, to some other one."""
    kind = row.kind
    if not (only.kinds >> kind) & 1:
        return False
    if kind > HOLDS:
        return True
    if only.since != NO_DAY:
        last = row.latest if row.latest != NO_DAY else row.earliest
        if last == NO_DAY or last < only.since:
            return False
    if only.until != NO_DAY:
        day = row.earliest if row.earliest != NO_DAY else row.latest
        if day == NO_DAY or day > only.until:
            return False
    if sure < only.min_confidence:
        return False
    return not (kind == MET and only.max_size != NO_SIZE and row.size > only.max_size)


@inlined
def grade(row: Any, one: int, other: int) -> int:
    """The strength of the tie between two ends on sides ``one`` and ``other``: smaller is stronger."""
    kind = row.kind
    if kind != MET:
        return 0 if kind == SIGNED else UNGRADED
    if one == 0 or other == 0:
        return 3
    if one == other:
        return 2
    return 1 if row.video else 0


@inlined
def joins(only: Filter, row: Any, one: int, other: int, sure: int) -> bool:
    """Whether the filter lets an end on side ``one``, which counts, and an end on side ``other``, which is as ``sure``,
    through as a pair."""
    if sure < only.min_confidence:
        return False
    if only.grades == ANY_GRADE or row.kind != MET:
        return True
    return ((only.grades >> grade(row, one, other)) & 1) == 1
