"""The shapes of the answers about numbers: series, matrices, rankings, and the newest events."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.questions.answers import Entity, EventKind, Quote, Status

Period: TypeAlias = Literal["month", "quarter", "year"]
Split: TypeAlias = Literal["kind", "status", "district", "institution", "entity"]
RollUp: TypeAlias = Literal["city", "province"]
Bodies: TypeAlias = Literal["district", "institution"]
Measure: TypeAlias = Literal["met", "meetings", "agreements"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A period, from its ``first`` day to its ``last`` (ISO).

    ``count``: events that lie in it as far as their bounds tell. ``possible``: further ones that have a day in it and
    days outside it, so that they are counted in no period.
    """

    period: str
    first: str
    last: str
    count: int
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Events that lie in no single period: their bounds are in several (``spanning``), only one bound is known
    (``one_bound``), or no day at all (``undated``)."""

    spanning: int
    one_bound: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The events of one group by period; ``total`` is the sum of ``count`` and of what is ``unplaced``.

    ``key`` is a kind, a status or an id, whose names ``entity`` has; None where nothing was split.
    """

    key: str | None
    entity: Entity | None
    total: int
    unplaced: Unplaced
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Events by period, a line for each group, the largest first; ``left_out`` groups are beyond the limit.

    An event is in the line of each district or institution that has a part in it, so lines may add up to more.
    """

    edition: int
    by: Period
    split: Split | None
    lines: tuple[Line, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """How many events each of ``rows`` shares with each of ``columns``: ``counts`` has a list for each row.

    Both are sorted by how much they share; ``truncated`` tells that the limit left some out.
    """

    edition: int
    rows: tuple[Entity, ...]
    columns: tuple[Entity, ...]
    counts: tuple[tuple[int, ...], ...]
    truncated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """An entity and its number of others met, of meetings or of agreements."""

    rank: int
    entity: Entity
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting or an agreement in brief: ``bodies`` took part or are its parties, ``persons`` were there or signed.

    ``quote`` is the first sentence that reports it, where one does.
    """

    id: str
    kind: EventKind
    date: str | None
    earliest: str | None
    latest: str | None
    status: Status | None
    subject: str | None
    place: str | None
    bodies: tuple[Entity, ...]
    persons: tuple[Entity, ...]
    quote: Quote | None
