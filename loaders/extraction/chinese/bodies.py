"""Bodies and the places where a text names them: districts, known institutions, names by their ending, references.

A *body* is what can act: an institution or a district. A *mention* is a piece of text that stands for one.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from graph.facts import InstitutionType, Level

Kind: TypeAlias = InstitutionType | Literal["district"]

ORGANS: tuple[Kind, ...] = ("government", "party")


@dataclass(slots=True, eq=False)
class Body:
    """One body of one article. ``district`` is the place that it governs or is of, ``parent`` what it is a unit of."""

    name: str
    kind: Kind
    known: str | None = None
    level: Level = "other"
    code: str | None = None
    district: "Body | None" = None
    parent: "Body | None" = None
    seat: "Body | None" = None
    """The district that a known body sits in, without being of it."""
    aliases: dict[str, None] = field(default_factory=dict)
    weak: bool = False
    """Found by an ending that mostly names units: it counts only where somebody acts for it."""

    @property
    def above(self) -> "Body | None":
        """What this is a unit or an organ of. A district is no organ of its province, and a known institution (an
        institute of an academy) no unit: they act for themselves."""
        if self.kind not in ORGANS:
            whole = self.parent if self.known is None else None
            return None if whole is None or self.independent else whole
        if self.kind == "government" and self.name[-1] == "会" and self.independent:  # 管委会
            return None
        return self.parent or self.district

    @property
    def independent(self) -> bool:
        """Whether this has a whole and acts for itself all the same: the firms and institutes of a company, the
        institutes of an academy, the hospitals of a university, the board of a zone within a district."""
        if self.kind in ("company", "park") or self.name.endswith("医院"):
            return not self.weak
        if self.kind == "government" and self.name.endswith(("管委会", "管理委员会")):
            if self.parent is not None and self.parent.kind == "park":
                return False
            return self.district is None or not self.name.startswith((f"{self.district.name}管", *self._of_district))
        whole = self.parent.kind if self.parent is not None else None
        return self.kind == "research_institute" and not self.weak and whole in ("company", "research_institute")

    @property
    def _of_district(self) -> tuple[str, ...]:
        return tuple(f"{name}管" for name in self.district.aliases) if self.district is not None else ()

    @property
    def root(self) -> "Body":
        """The body that acts through this one: a district for its organs, the whole for a unit."""
        body = self
        while (above := body.above) is not None:
            body = above
        return body

    def also(self, surface: str) -> None:
        """Note another name that the text has for it."""
        if self.kind == "company" and self.name in surface and self.name != surface:
            self.name, surface = surface, self.name
        if surface != self.name:
            self.aliases[surface] = None

    def within(self, other: "Body") -> bool:
        """Whether this is ``other`` or one of its units or organs."""
        above: Body | None = self
        while above is not None:
            if above is other:
                return True
            above = above.parent or above.above
        return False


@dataclass(frozen=True, slots=True)
class BodyMention:
    """``text[start:end]`` stands for ``body``; ``reference`` where it does so by a word like 我校."""

    start: int
    end: int
    body: Body
    reference: bool = False


class BodyIndex:
    """The mentions of one article in the order of the text, none inside another."""

    def __init__(self, mentions: Iterable[BodyMention]) -> None:
        self.mentions: list[BodyMention] = []
        for mention in sorted(mentions, key=lambda m: (m.start, -m.end, m.reference)):
            if not self.mentions or mention.start >= self.mentions[-1].end:
                self.mentions.append(mention)
        self._starts = [m.start for m in self.mentions]
        self._ends = {m.end: m for m in self.mentions}

    def __iter__(self) -> Iterator[BodyMention]:
        return iter(self.mentions)

    def ending_at(self, place: int) -> BodyMention | None:
        return self._ends.get(place)

    def covering(self, place: int) -> BodyMention | None:
        """The mention that holds the character at ``place``."""
        i = bisect_right(self._starts, place) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].end > place else None

    def between(self, start: int, end: int) -> list[BodyMention]:
        """The mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, place: int) -> Iterator[BodyMention]:
        """The mentions that begin before ``place``, the nearest first."""
        for i in range(bisect_left(self._starts, place) - 1, -1, -1):
            yield self.mentions[i]
