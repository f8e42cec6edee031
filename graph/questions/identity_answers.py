"""The shapes of answers about identity: which records form an entity, what joined them, what a person decided."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from graph.identity.clusters import Verdict as Verdict
from graph.questions.answers import Context, Quote, Source

RecordKind: TypeAlias = Literal["person", "institution", "district", "meeting", "agreement"]
Standing: TypeAlias = Literal["in force", "waiting", "replaced", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedPost:
    """A post as one article tells it; ``body`` is what the article calls the body."""

    title: str
    body: str | None
    former: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDetail:
    """What one article tells of one entity or event. ``name`` is what it is called there; that of an event is made of
    its day and its parties. ``date`` is an event's, in EDTF. ``quotes`` are at most three sentences that name it."""

    id: str
    kind: RecordKind
    entity: str
    name: str
    aliases: tuple[str, ...]
    posts: tuple[StatedPost, ...]
    date: str | None
    article: Source
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """An entity or event with its first records, the oldest first. ``edges`` hang on it, those to articles apart;
    ``stated`` counts all its records. ``context`` tells an entity from its namesakes."""

    id: str
    kind: RecordKind
    name: str
    name_zh: str | None
    name_en: str | None
    context: Context | None
    edges: int
    stated: int
    records: tuple[RecordDetail, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entities or events that may be one: ``a`` and ``b`` are their ids, ``left`` and ``right`` what is known.

    ``score`` is how near the evidence comes to what joins (0 to 1), ``worth`` that times the edges that joining would
    move, which are those of the one that has fewer. ``reasons`` speak for one, ``doubts`` against.
    """

    a: str
    b: str
    score: float
    worth: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    left: Identified
    right: Identified


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedSide:
    """One side of a judgement: the record, the entity that it is now (None: its article is not here), and what it was
    called and where it stood when it was judged."""

    record: str
    entity: str | None
    name: str | None
    source: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about two records, with who, when and why. Times are ISO 8601, in UTC.

    ``standing``: in force; waiting for an article that is not here; replaced by a later one on the same two; withdrawn.
    """

    id: str
    kind: RecordKind | None
    verdict: Verdict
    left: JudgedSide
    right: JudgedSide
    user: str
    made: str
    reason: str | None
    standing: Standing
    withdrawn: str | None
    withdrawn_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided(Judgement):
    """A judgement that was just made; ``warnings`` say why two that were judged the same may be two persons."""

    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """What made two records one: a person's judgement, evidence in the articles, or a row of the tables.

    ``left`` and ``right`` are records; of a join by the tables ``right`` is the id there. ``judgement`` is its id.
    """

    by: Literal["judgement", "evidence", "table"]
    left: str
    right: str
    reasons: tuple[str, ...]
    judgement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why an entity or event is one: its records, the joins that made them one (one less than there are records), and
    the judgements on them. ``truncated`` tells that it has more records than are shown."""

    id: str
    kind: RecordKind
    name: str
    records: tuple[RecordDetail, ...]
    joins: tuple[Join, ...]
    judgements: tuple[Judgement, ...]
    truncated: bool
