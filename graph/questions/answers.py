"""The shapes of the answers: plain data, the same for the API, the command line and other callers.

Dates are EDTF with ``earliest`` and ``latest`` as ISO days, each None where the text leaves it open. Offsets count
Unicode code points in the article's raw text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from graph.vocabulary import EventKind as EventKind
from graph.vocabulary import Grade as Grade
from graph.vocabulary import Kind as Kind
from graph.vocabulary import Status as Status
from graph.vocabulary import TieType as TieType


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, an institution or a district. ``name`` is Chinese where a Chinese name is known."""

    id: str
    kind: Kind
    name: str
    name_zh: str | None
    name_en: str | None
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What tells an entity from its namesakes: the latest post of a person (``title``) and the body that it is at
    (``id`` and names); of an institution or district, what it is part of, else what it governs, else where it lies.

    ``earliest`` and ``latest`` are the ISO days between which a person's posts and events are attested. ``article`` is
    the title of the latest article that mentions the entity, only where nothing else is known.
    """

    title: str | None = None
    id: str | None = None
    name: str | None = None
    name_zh: str | None = None
    name_en: str | None = None
    earliest: str | None = None
    latest: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Entity):
    """One of several entities that a name may stand for; ``context`` is None where nothing more is known."""

    context: Context | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Candidate):
    """An entity found by a search, with how well (0 to 1) and which of its names matched."""

    score: float
    matched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The article that says something, without its text."""

    id: str
    title: str | None
    url: str | None
    lang: str | None
    published: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A verbatim piece of an article's raw text, ``raw[start:end]``."""

    quote: str
    start: int
    end: int
    article: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A title held at a body, with the first and last day that an article attests it for, and the sentence."""

    person: Entity
    body: Entity
    title: str
    earliest: str | None
    latest: str | None
    confidence: float | None
    evidence: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the graph knows about one entity; ``met`` counts the entities that it met.

    ``meetings`` and ``agreements`` of a district are also those of its government and party committee, and the reverse,
    as the lists of them tell.
    """

    met: int
    meetings: int
    agreements: int
    posts: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerName:
    """What a body or district was called ``until`` then (EDTF)."""

    name: str
    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityDetail(Entity):
    """An entity with what surrounds it. ``type`` is an institution's kind (university, ...), ``level`` a district's.

    ``posts`` are those that a person holds, or those held at a body: at most 200, the latest first.
    """

    type: str | None
    level: str | None
    posts: tuple[Post, ...]
    part_of: tuple[Entity, ...]
    located_in: tuple[Entity, ...]
    governs: tuple[Entity, ...]
    counts: Counts
    former_names: tuple[FormerName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TieEvent:
    """Why two entities are tied: a meeting, an agreement or an attested post, with the sentences that say so.

    ``quotes`` begins with the first report (by publication, then id), which ``quote`` and ``article`` repeat; behind it
    stand the sentences that name either end as taking part, where that one does not, and the first report in a language
    that none of these is in. ``reports`` counts all reports.
    """

    id: str
    kind: Literal["meeting", "agreement", "post"]
    date: str | None
    earliest: str | None
    latest: str | None
    grade: Grade | None
    status: Status | None
    subject: str | None
    confidence: float | None
    quote: str | None
    article: Source | None
    quotes: tuple[Quote, ...]
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """One entity that another met: how often, first and last (ISO days or None), and the newest of these times."""

    entity: Entity
    count: int
    first: str | None
    last: str | None
    events: tuple[TieEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An edge between two entities, by id, with what it rests on: ``count`` events or posts between the ISO days
    ``first`` and ``last`` (None where none has a day), of which ``events`` tells the newest."""

    source: str
    target: str
    type: TieType
    title: str | None
    count: int
    first: str | None
    last: str | None
    events: tuple[TieEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A person at a meeting, and the sentence that says so."""

    person: Entity
    role: str | None
    side: str | None
    title: str | None
    evidence: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A body that took part in a meeting; ``side`` is host, visitor or None."""

    body: Entity
    side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one article or several (ids) say of one field of an event.

    A field is its date, place, format, status, subject, kind, chair (an id), or the side that ``about`` (an id) was on.
    ``disputed``: another article says what cannot be true beside it.
    """

    field: str
    value: str
    about: str | None
    articles: tuple[str, ...]
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting with who took part and every sentence that reports it; ``claims`` where several articles do."""

    id: str
    date: str | None
    earliest: str | None
    latest: str | None
    basis: str | None
    place: str | None
    format: str | None
    size: int | None
    code: str | None
    confidence: float | None
    participants: tuple[Attendance, ...]
    bodies: tuple[Delegation, ...]
    evidence: tuple[Quote, ...]
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signed, for which party (an id), and the sentence that says so."""

    person: Entity
    party: str | None
    evidence: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement with its parties, signatories and every sentence that reports it; ``claims`` as of a meeting."""

    id: str
    status: Status
    date: str | None
    earliest: str | None
    latest: str | None
    basis: str | None
    subject: str | None
    kind: str | None
    code: str | None
    confidence: float | None
    parties: tuple[Entity, ...]
    signatories: tuple[Signature, ...]
    evidence: tuple[Quote, ...]
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One entry of a timeline: a meeting, an agreement or a post, and the entity's part in it.

    ``role`` and ``side`` are the entity's own; ``others`` who else was there; ``title`` and ``body`` belong to a post.
    ``quotes`` are the first report, which ``quote`` and ``article`` repeat, and the sentence that names the entity.
    Of a post ``gaps`` are the intervals (EDTF) of more than two years in which no article attests it; ``predecessors``
    and ``successors`` who is attested in the office last before and first after, where a body has one of it.
    """

    kind: Literal["meeting", "agreement", "post"]
    id: str
    date: str | None
    earliest: str | None
    latest: str | None
    role: str | None = None
    side: str | None = None
    status: Status | None = None
    subject: str | None = None
    place: str | None = None
    title: str | None = None
    person: Entity | None = None
    body: Entity | None = None
    others: tuple[Entity, ...] = ()
    quote: str | None = None
    article: Source | None = None
    quotes: tuple[Quote, ...] = ()
    gaps: tuple[str, ...] = ()
    predecessors: tuple[Entity, ...] = ()
    successors: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A fact of an article: the entity (with its names) or event that it became, and where the text says so."""

    kind: Literal["person", "institution", "district", "meeting", "agreement"]
    id: str
    name: str | None
    name_zh: str | None = None
    name_en: str | None = None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDetail(Source):
    """An article with its raw text and its facts, each with its span, in reading order."""

    text: str
    sha256: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Totals: nodes by label, ties by type, agreements by status, articles by language, the days that events span."""

    edition: int
    nodes: Mapping[str, int]
    ties: Mapping[str, int]
    agreements: Mapping[str, int]
    articles: Mapping[str, int]
    first: str | None
    last: str | None
