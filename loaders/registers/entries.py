"""What a register holds, whatever format it came in: entities, events, parts in them, posts, and where each is told."""

from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from graph.facts import EventDate, Format, Role, Side, Status

Kind: TypeAlias = Literal["person", "institution", "district"]


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the id of the article that it stands in; ``start`` where it does, if known."""

    article: str
    quote: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something by its id in the register; ``sort`` is an institution's kind or a district's level."""

    id: str
    kind: Kind
    names: tuple[str, ...]
    """The first is the main one; other languages and aliases follow."""
    sort: str = "other"
    within: tuple[str, ...] = ()
    """Ids of what it is a unit of, lies in or governs."""


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, or an agreement if it has a ``status``."""

    id: str
    status: Status | None = None
    date: EventDate = field(default_factory=EventDate)
    place: str | None = None
    format: Format = "unknown"
    subject: str | None = None
    kind: str | None = None
    code: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's or a body's part in an event; ``party`` is the id of the body that a person signed for."""

    entity: str
    event: str
    role: Role = "attendee"
    side: Side | None = None
    title: str | None = None
    party: str | None = None
    confidence: float = 1.0
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A post, attested from ``earliest`` to ``latest`` (ISO days)."""

    person: str
    body: str
    title: str
    confidence: float = 1.0
    told: Told | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that reports an event, and who found it."""

    event: str
    told: Told
    extractor: str = "register"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in an article."""

    entity: str
    told: Told


@dataclass(frozen=True, slots=True)
class Source:
    """An article, perhaps without its text."""

    id: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    text: str | None = None


@dataclass(slots=True)
class Register:
    """All of it; ``left_out`` counts what it holds and no graph of ours can, by what that is called there."""

    entities: dict[str, Entity] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    posts: list[Held] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    """The place of what cannot be read, and the reason."""

    def leave_out(self, what: str) -> None:
        self.left_out[what] = self.left_out.get(what, 0) + 1

    def put_within(self, entity: str, other: str) -> None:
        """``entity`` is a unit of ``other``, lies in it or governs it."""
        if known := self.entities.get(entity):
            self.entities[entity] = replace(known, within=(*known.within, other))
