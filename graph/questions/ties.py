"""Ties between entities: which of them a question looks at."""

from dataclasses import dataclass

from graph.questions.answers import Grade, TieType

ALL_TYPES: tuple[TieType, ...] = ("met", "signed_agreement", "holds", "part_of", "located_in", "governs")


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFilter:
    """Which ties count. ``edges`` None: the question's own choice; ``grades`` empty: any; ``since`` and ``until`` are
    EDTF days, months or years, and an event counts if its known bounds allow it to lie between them."""

    edges: tuple[TieType, ...] | None = None
    since: str | None = None
    until: str | None = None
    grades: tuple[Grade, ...] = ()
    max_event_size: int | None = None
