"""What one article says: the result of extraction and the only input of identity.

The JSON form is a superset of FACTS.md: its fields keep their names and meaning; ours come beside them. Offsets are
Unicode code points in the article's raw text, ``[start, end)``, and ``quote == raw[start:end]`` always.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

InstitutionType: TypeAlias = Literal[
    "university", "research_institute", "government", "party", "company", "association", "park", "other"
]
Level: TypeAlias = Literal["municipality", "province", "city", "district", "county", "new_area", "other"]
Side: TypeAlias = Literal["host", "visitor"]
Role: TypeAlias = Literal["host", "visitor", "chair", "speaker", "attendee"]
Format: TypeAlias = Literal["in_person", "video", "unknown"]
Status: TypeAlias = Literal["signed", "reported", "intended"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim piece of the raw text."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, as far as the text says.

    ``edtf`` is ISO 8601-2 (``2024-04-19``, ``XXXX-04-19``, ``2024-11-23/2024-11-24``) or None. ``earliest`` and
    ``latest`` are ISO days, the bounds of what it can mean (None: unbounded). ``basis`` tells where the year (or the
    whole date) came from: ``text``, ``dateline``, ``metadata``, ``url``, ``published``, or ``none``.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str = "none"


@dataclass(frozen=True, slots=True)
class Post:
    """A title that a person holds at a body of the same article (an institution's or district's ``name``)."""

    title: str
    institution: str | None = None
    inferred: bool = False
    """The text names no body; it is that of the article or of the person's side."""
    former: bool = False
    evidence: Evidence | None = None
    """The sentence in which title and name stand together; no part of what the post is."""
    confidence: float = 1.0
    """How likely it is right, from 0 to 1; 1 where nobody estimated it. The same of every fact below."""


@dataclass(frozen=True, slots=True)
class PersonFact:
    """A person whom the article names, under the clean name; literal and other forms are aliases."""

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Post, ...] = ()
    mentions: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class InstitutionFact:
    """A body that the article names."""

    name: str
    aliases: tuple[str, ...] = ()
    type: InstitutionType = "other"
    known: str | None = None
    """Its id in the table of known institutions, where the extractor found it there."""
    district: str | None = None
    """The ``name`` of the district fact that it belongs to or governs, where the text tells."""
    parent: str | None = None
    """The ``name`` of the institution fact that it is a unit of."""
    mentions: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DistrictFact:
    """A place with an administration, from municipality to county, that the article names."""

    name: str
    aliases: tuple[str, ...] = ()
    level: Level = "other"
    code: str | None = None
    """GB/T 2260, six digits; None where the bare name stays ambiguous or has no code."""
    mentions: tuple[Evidence, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Participant:
    """A named person at a meeting. ``role`` is FACTS.md's one word; the rest is kept apart, as the text tells it."""

    person: str
    role: Role = "attendee"
    side: Side | None = None
    functions: tuple[str, ...] = ()
    """Any of head, chair, speaker, signatory, witness, presenter, accompanying."""
    title: str | None = None
    evidence: Evidence | None = None
    """The sentence that names the person as taking part: that of the meeting itself where it does."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """Named persons or delegations of two or more bodies met, on the spot or by video."""

    date: EventDate = field(default_factory=EventDate)
    place: str | None = None
    format: Format = "unknown"
    hosts: tuple[str, ...] = ()
    visitors: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    """Bodies that took part without a known side."""
    participants: tuple[Participant, ...] = ()
    unnamed: tuple[str, ...] = ()
    """Groups that the text counts or describes but does not name."""
    code: str | None = None
    """CAMEO."""
    confidence: float = 1.0
    evidence: Evidence | None = None
    date_confidence: float = 1.0
    body_confidence: tuple[tuple[str, float], ...] = ()
    """Of the bodies in ``hosts``, ``visitors`` and ``institutions``, by name."""
    extractor: str = "rules"
    """Who found it."""
    also: tuple[Evidence, ...] = ()
    """Where an article in two languages tells it again, in the other one."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who put the signature, and for which party."""

    person: str
    party: str | None = None
    evidence: Evidence | None = None
    """The sentence that names the person as signing."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """Named parties agreed (signed), had agreed (reported), or mean to agree (intended)."""

    status: Status
    date: EventDate = field(default_factory=EventDate)
    parties: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    subject: str | None = None
    kind: str | None = None
    code: str | None = None
    """CAMEO."""
    confidence: float = 1.0
    evidence: Evidence | None = None
    date_confidence: float = 1.0
    body_confidence: tuple[tuple[str, float], ...] = ()
    """Of the ``parties``, by name."""
    extractor: str = "rules"
    also: tuple[Evidence, ...] = ()
    """Where an article in two languages tells it again, in the other one."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A candidate that was seen and not taken, with a reason code (``no_title``, ``planned``, ``navigation``, ...)."""

    kind: str
    text: str
    reason: str
    start: int
    end: int
    evidence: Evidence | None = None
    """The sentence that it stands in."""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one article says."""

    file: str
    lang: Literal["zh", "en"]
    title: str | None = None
    published: str | None = None
    persons: tuple[PersonFact, ...] = ()
    institutions: tuple[InstitutionFact, ...] = ()
    districts: tuple[DistrictFact, ...] = ()
    meetings: tuple[MeetingFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    rejects: tuple[Reject, ...] = ()
