"""The shapes of the answers about how entities are connected; see ``answers``."""

from dataclasses import dataclass
from typing import Literal

from graph.questions.answers import Entity, Tie
from graph.vocabulary import TieType


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What the heaviest tie of a hop weighs, 0 to 1: the product of what its grade, its age (half in five years) and
    the size of its meeting (1 / (persons - 1)) leave of it. ``event`` is the meeting or agreement, if it is one."""

    weight: float
    grade: float
    recency: float
    size: float
    event: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """``length`` hops through ``nodes``, in walking order; hop i joins node i and node i + 1.

    Where the strongest path is asked for, ``weights`` has one of each hop, and ``weight`` is their product.
    """

    length: int
    nodes: tuple[Entity, ...]
    hops: tuple[Tie, ...]
    weight: float | None = None
    weights: tuple[Weight, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wider:
    """Types of ties that would give a path where those asked for give none, and how many hops it would have."""

    edges: tuple[TieType, ...]
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxed:
    """A filter without which there is a path, the others being kept, and how many hops it has."""

    parameter: str
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How far the ties that count lead from an end: the entities at each number of hops from it (the first is the end
    itself), and whether that is all that it is connected with; where it is not, the count was cut short."""

    id: str
    by_hops: tuple[int, ...]
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many articles there are of a source and a year; None where articles do not tell theirs."""

    source: str | None
    year: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Why there is no path: the filters that cut it off, the types of ties that would give one, how far each end
    reaches, and what the graph was made of, so that "no path" can be told from "no data"."""

    relaxed: tuple[Relaxed, ...]
    wider: Wider | None
    reached: tuple[Reached, ...]
    coverage: tuple[Coverage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The paths, best first; ``truncated`` tells that there may be more, or that the search was cut short, and
    ``reason`` by what: ``limit`` or ``time``.

    A path may begin or end at the district, government or party committee that acts as one with the end asked for.
    ``absence`` is told only where there is no path; ``wider`` repeats its types of ties.
    """

    paths: tuple[Path, ...]
    truncated: bool
    reason: Literal["limit", "time"] | None = None
    wider: Wider | None = None
    absence: Absence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """What lies around an entity; ``truncated`` tells that ``limit`` left nodes out, and ``cut`` how many at each
    distance, the nearest first."""

    centre: Entity
    nodes: tuple[Entity, ...]
    edges: tuple[Tie, ...]
    truncated: bool
    cut: tuple[int, ...]
