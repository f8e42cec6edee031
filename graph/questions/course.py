"""What a path must be like, beside its ties."""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from graph.errors import InvalidQuestion

MAX_HOPS: Final = 10
MOST_PATHS: Final = 25
"""Paths that are answered."""

USUAL: Final = 5
"""Paths of mode ``k`` where nobody says how many."""

Mode: TypeAlias = Literal["shortest", "all", "k", "strongest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What a path must be like, beside its ties.

    ``k`` without a mode means mode ``k``, which has 5 paths without it. ``through`` is the id of an entity between the
    ends, or of an event that one of the hops rests on. ``in_time_order``: no hop's event is before that of the hop
    before, for some days within the events' bounds, or, with ``certainly``, for all.
    """

    mode: Mode = "shortest"
    k: int | None = None
    max_hops: int = 6
    through: str | None = None
    in_time_order: bool = False
    certainly: bool = False

    def checked(self) -> "Course":
        """Raises InvalidQuestion."""
        if not 1 <= self.max_hops <= MAX_HOPS:
            raise InvalidQuestion(f"max_hops must be 1 to {MAX_HOPS}, not {self.max_hops}", parameter="max_hops")
        if self.k is not None and not 1 <= self.k <= MOST_PATHS:
            raise InvalidQuestion(f"k must be 1 to {MOST_PATHS}, not {self.k}", parameter="k")
        if self.k is not None and self.mode == "all":
            raise InvalidQuestion("mode all has all paths as short as the best, so there is no k", parameter="k")
        if self.k is not None and self.mode == "strongest":
            raise InvalidQuestion("mode strongest has one path, so there is no k", parameter="k")
        if self.k is not None and self.mode == "shortest":
            return replace(self, mode="k").checked()
        if self.certainly and not self.in_time_order:
            raise InvalidQuestion("certainly is about in_time_order", parameter="certainly")
        if self.mode != "shortest" and (self.through or self.in_time_order):
            name = "through" if self.through else "in_time_order"
            raise InvalidQuestion(f"{name} gives one path, so mode must be shortest", parameter=name)
        if self.through and self.in_time_order:
            raise InvalidQuestion("through and in_time_order cannot be asked for together", parameter="through")
        return self

    @property
    def most(self) -> int:
        """How many paths are answered."""
        return {"shortest": 1, "all": MOST_PATHS, "k": self.k or USUAL, "strongest": 1}[self.mode]
