"""The arrays of a projection.

Whatever ties entities is a hyperedge over its ends: the persons of a meeting, the bodies of a meeting, the parties of
an agreement; a post and a place are hyperedges of two ends. So an event of n persons takes n entries, not the
n (n - 1) / 2 ties that it stands for, and one search walks all types.
"""

from math import ceil
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.vocabulary import Grade, TieType

Ints: TypeAlias = NDArray[np.int32]
Bytes: TypeAlias = NDArray[np.uint8]

TYPES: Final[tuple[TieType, ...]] = ("met", "signed_agreement", "holds", "part_of", "located_in", "governs")
"""A hyperedge's ``kind`` is the place of its type here."""
MET: Final = 0
SIGNED: Final = 1
HOLDS: Final = 2
"""Above it are places, which have neither days nor confidence."""

GRADES: Final[tuple[Grade, ...]] = ("across", "video", "same_side", "co_listed")
"""A grade's strength is its place here, the strongest first; an agreement counts as the first of them."""
UNGRADED: Final = len(GRADES)

NO_DAY: Final = np.iinfo(np.int32).min
"""In place of a day that is not known; days are counted as ``datetime.date.toordinal`` does."""
NO_SIZE: Final = -1
SURE: Final = 255
"""In place of a confidence that there is none of: it counts whatever is asked for."""


ROW: Final = np.dtype(
    [("start", "i4"), ("earliest", "i4"), ("latest", "i4"), ("size", "i2"), ("kind", "u1"), ("video", "?")]
)
"""A hyperedge, in sixteen bytes, so that who looks at one waits for the memory once: where its ends begin; its days;
persons at the meeting, NO_SIZE where that is not known and MOST_SIZE for more (it bounds only meetings); its kind;
whether it was by video."""
MOST_SIZE: Final = np.iinfo(np.int16).max

Rows: TypeAlias = NDArray[Any]
"""Of ROW."""


class Graph(NamedTuple):
    """All ties. ``n`` entities are numbered by their sorted ids, hyperedges by their place in ``rows``."""

    tie_starts: Ints
    """n + 1: the ties of entity i are ``ties[tie_starts[i]:tie_starts[i + 1]]``."""
    ties: Ints
    tie_sides: Bytes
    """The entity's own side there: 0 where it is not known, equal numbers for one side."""
    tie_confidence: Bytes
    """How sure it is that the entity is an end there, in hundredths; SURE where nobody estimated it. A tie of two ends
    is as sure as the less sure of them."""
    rows: Rows
    """One a hyperedge, and one more that tells only where the last one's ends stop: those of hyperedge h are
    ``ends[rows[h].start:rows[h + 1].start]``."""
    ends: Ints
    end_sides: Bytes
    end_confidence: Bytes

    @property
    def hyperedges(self) -> int:
        """How many there are."""
        return len(self.rows) - 1


class Filter(NamedTuple):
    """Which hyperedges, and of a meeting which pairs of ends, count."""

    kinds: int
    """Bit k: ties of kind k count."""
    grades: int
    """Bit g: ties of grade g count; all bits where any does."""
    since: int
    until: int
    """Inclusive days; NO_DAY where open."""
    max_size: int
    """NO_SIZE where any size counts."""
    min_confidence: int
    """In hundredths; 0 where any counts."""


ANY_GRADE: Final = (1 << len(GRADES)) - 1
"""All bits of ``Filter.grades``."""


def hundredths(least: float) -> int:
    """The fewest hundredths that are no less than ``least``."""
    return ceil(least * 100 - 1e-9)
