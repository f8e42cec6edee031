"""What is kept of an article for identity: one record per entity or event that it names.

A record holds the fact itself and the context that can tell who or what it is, so that clusters are computed from
records alone, whatever else the store holds. Records refer to each other inside their article only.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter

from graph.article import digest
from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, PersonFact
from graph.facts_json import from_json, to_json
from graph.schema import LETTERS

Kind: TypeAlias = Literal["person", "institution", "district", "meeting", "agreement"]
Fact: TypeAlias = PersonFact | InstitutionFact | DistrictFact | MeetingFact | AgreementFact

LETTER: dict[str, str] = {label.lower(): begins[0] for begins, label in LETTERS.items()}
"""What the id of an entity of each kind begins with."""


def record_id(article: str, kind: str, place: str) -> str:
    """``r-`` and a digest of the article's id, the kind, and the local name or the evidence's place."""
    return f"r-{digest(article, kind, place)}"


def entity_id(kind: str, record: str) -> str:
    """The id of the entity whose canonical record is ``record``; each record's is an id of its entity."""
    return f"{LETTER[kind]}-{record.removeprefix('r-')}"


def record_of_entity_id(entity: str) -> str:
    """The record whose digest ``entity`` carries, if it carries one."""
    return f"r-{entity[2:]}"


@dataclass(frozen=True, slots=True)
class PersonKeys:
    """By which names a person can be found. ``keys`` joins scripts; ``primary`` is the likeliest of them.

    ``given`` are, for each key, the numbers of syllables that the given name may have (none where it is no Chinese
    name); ``han`` the full names in simplified characters; ``common`` tells that many people share the primary key
    whatever the articles say (a given name of one syllable).
    """

    keys: tuple[str, ...] = ()
    primary: str | None = None
    han: tuple[str, ...] = ()
    given: tuple[tuple[int, ...], ...] = ()
    common: bool = False


def is_rare(key: str) -> bool:
    """Whether few people can share the name key: it is no Chinese name (``x:juha matti saksa``)."""
    return key.startswith("x:")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a body stands: ``exact`` is it, or what it is a unit of; ``wider`` the district around it."""

    exact: str
    wider: str | None = None


def is_comparable(anchor: str) -> bool:
    """Whether this anchor and another such one that differs are two bodies: ids of the tables are, bare names not."""
    return anchor.startswith(("d-", "i-"))


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A title with the body's record; ``offices`` are what it names, the same in both languages."""

    title: str
    body: str | None = None
    anchor: Anchor | None = None
    offices: tuple[str, ...] = ()
    former: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class AttendedDay:
    """A day (``2024-04-19`` or ``XXXX-04-19``) on which a person met others, with the anchors of all parties."""

    day: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonContext:
    """``anchors`` are those of posts and of the side at a meeting; ``companions`` the keys of others in the article.

    ``near`` are anchors of several bodies to one of which the person belongs: those of a side of several, or of a whole
    meeting where neither a post nor a side is told.
    """

    names: PersonKeys
    posts: tuple[HeldPost, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    days: tuple[AttendedDay, ...] = ()
    companions: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyContext:
    """``known`` is an id of the tables; ``parent`` and ``district`` are records of the same article."""

    known: str | None = None
    parent: str | None = None
    district: str | None = None


@dataclass(frozen=True, slots=True)
class EventContext:
    """``body_of`` and ``person_of`` lead from the names in the event to their records; ``parties`` are anchors,
    ``people`` the primary keys of persons, ``newest`` the first day of the youngest event that the article tells."""

    body_of: dict[str, str] = field(default_factory=dict)
    person_of: dict[str, str] = field(default_factory=dict)
    parties: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    newest: str | None = None


Context: TypeAlias = PersonContext | BodyContext | EventContext

_CONTEXTS: dict[str, TypeAdapter[Any]] = {
    "person": TypeAdapter(PersonContext),
    "institution": TypeAdapter(BodyContext),
    "district": TypeAdapter(BodyContext),
    "meeting": TypeAdapter(EventContext),
    "agreement": TypeAdapter(EventContext),
}


@dataclass(frozen=True, slots=True)
class Record:
    """One entity or event as one article tells it.

    ``blocks`` are the keys of which two records of one cluster (that are linked directly) share at least one;
    ``names`` the keys under which candidates are found, never a reason to join; ``supports`` the ids of known bodies
    and districts that are in the graph because of this record; ``surfaces`` the keys of what it calls a known one
    (``surfaces.py``).
    """

    id: str
    kind: Kind
    article: str
    lang: Literal["zh", "en"]
    published: str | None
    fact: Fact
    context: Context
    blocks: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All ids of ``RecordKey`` nodes that lead to this record."""
        return (*self.blocks, *self.names, *(f"e:{s}" for s in self.supports), *self.surfaces)

    @property
    def age(self) -> tuple[str, str]:
        """Sorts the records of a cluster: first published, then by id; the first is canonical."""
        return self.published or "9999", self.id

    @property
    def refs(self) -> frozenset[str]:
        """The records that this one refers to."""
        match self.context:
            case PersonContext(posts=posts):
                return frozenset(p.body for p in posts if p.body)
            case BodyContext(parent=parent, district=district):
                return frozenset(r for r in (parent, district) if r)
            case EventContext(body_of=bodies, person_of=people):
                return frozenset((*bodies.values(), *people.values()))

    def payload(self) -> str:
        """Everything but id, kind and article as JSON: ``fact`` in the shape of FACTS.md, then what identity needs."""
        plural = f"{self.kind}s"
        fact = to_json(Facts(self.article, self.lang, **{plural: (self.fact,)}))[plural][0]  # type: ignore[arg-type]
        content = {
            "fact": fact,
            "lang": self.lang,
            "published": self.published,
            "context": _CONTEXTS[self.kind].dump_python(self.context, mode="json", exclude_defaults=True),
            "blocks": self.blocks,
            "names": self.names,
            "supports": self.supports,
            "surfaces": self.surfaces,
        }
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def stored(cls, row: Mapping[str, Any]) -> "Record":
        """The record of a row with ``id``, ``kind``, ``article`` and ``payload``."""
        content = json.loads(row["payload"])
        plural = f"{row['kind']}s"
        facts = from_json({"lang": content["lang"], plural: [content["fact"]]})
        return cls(
            row["id"],
            row["kind"],
            row["article"],
            content["lang"],
            content["published"],
            getattr(facts, plural)[0],
            _CONTEXTS[row["kind"]].validate_python(content["context"]),
            tuple(content["blocks"]),
            tuple(content["names"]),
            tuple(content["supports"]),
            tuple(content.get("surfaces", ())),
        )
