"""Facts as JSON: the shape of FACTS.md, whose fields keep their names and meaning, with ours beside them.

=====================  ============================================  ==========================================
value                  FACTS.md                                      beside it
=====================  ============================================  ==========================================
date of an event       ``date``: EDTF or null                        ``earliest``, ``latest``, ``basis``
evidence of an event   ``evidence``: the quote                       ``evidence_start``, ``evidence_end``, ``also``
signatory              ``signatories``: names                        ``signed_for``: ``{person: party}``,
                                                                     ``signed_in``: ``{person: mention}``
participant            ``person``, ``role``                          ``side``, ``functions``, ``title``, ``evidence``…
post                   ``title``, ``institution``                    ``inferred``, ``former``, ``evidence``…
mentions               none                                          ``[{"start", "end", "quote"}]``
confidence             none                                          ``confidence``; of what is a name in an event
                                                                     ``date_confidence``, ``body_confidence`` and
                                                                     ``signatory_confidence``: ``{name: share}``
=====================  ============================================  ==========================================

What has its default value is left out, but for the fields of FACTS.md, which are always there.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar, cast, get_args

from graph.dates import event_date
from graph.facts import (
    AgreementFact,
    DistrictFact,
    EventDate,
    Evidence,
    Facts,
    Format,
    InstitutionFact,
    InstitutionType,
    Level,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Reject,
    Role,
    Side,
    Signatory,
    Status,
)

Json = dict[str, Any]
T = TypeVar("T")
_MISSING: Final = object()
RULES: Final = "rules"


# --- writing ---------------------------------------------------------------------------------------------------------


def to_json(facts: Facts) -> Json:
    """``facts`` as an object that ``json.dumps`` takes and :func:`from_json` gives back exactly."""
    written: Json = {"file": facts.file, "lang": facts.lang, "title": facts.title, "published": facts.published}
    written |= {
        "persons": [
            {"name": p.name, "aliases": list(p.aliases), "roles": [_post(r) for r in p.roles]} | _entity(p)
            for p in facts.persons
        ],
        "institutions": [
            {"name": i.name, "aliases": list(i.aliases), "type": i.type}
            | _given(known=i.known, district=i.district, parent=i.parent)
            | _entity(i)
            for i in facts.institutions
        ],
        "districts": [
            {"name": d.name, "aliases": list(d.aliases), "level": d.level} | _given(code=d.code) | _entity(d)
            for d in facts.districts
        ],
        "meetings": [_meeting(m) for m in facts.meetings],
        "agreements": [_agreement(a) for a in facts.agreements],
    }
    return written | _given(rejects=[_reject(r) for r in facts.rejects])


def _reject(seen: Reject) -> Json:
    written: Json = {"kind": seen.kind, "text": seen.text, "reason": seen.reason, "start": seen.start, "end": seen.end}
    return written | _evidence(seen.evidence)


def _given(**values: Any) -> Json:
    return {key: value for key, value in values.items() if value not in (None, False, [], {})}


def _entity(entity: PersonFact | InstitutionFact | DistrictFact) -> Json:
    return _given(mentions=[_mention(m) for m in entity.mentions]) | _confidence(entity.confidence)


def _confidence(share: float) -> Json:
    return {} if share == 1.0 else {"confidence": share}


def _mention(mention: Evidence) -> Json:
    return {"start": mention.start, "end": mention.end, "quote": mention.quote}


def _evidence(evidence: Evidence | None) -> Json:
    if evidence is None:
        return {}
    return {"evidence": evidence.quote, "evidence_start": evidence.start, "evidence_end": evidence.end}


def _post(post: Post) -> Json:
    told = {"title": post.title, "institution": post.institution} | _given(inferred=post.inferred, former=post.former)
    return told | _confidence(post.confidence) | _evidence(post.evidence)


def _participant(person: Participant) -> Json:
    rest = _given(side=person.side, functions=list(person.functions), title=person.title)
    rest |= _confidence(person.confidence)
    return {"person": person.person, "role": person.role} | rest | _evidence(person.evidence)


def _event(event: MeetingFact | AgreementFact) -> Json:
    date = event.date
    written: Json = {"date": date.edtf, "earliest": date.earliest, "latest": date.latest, "basis": date.basis}
    return (
        written
        | _given(code=event.code)
        | {"confidence": event.confidence}
        | ({} if event.date_confidence == 1.0 else {"date_confidence": event.date_confidence})
        | _given(body_confidence=dict(event.body_confidence))
        | ({} if event.extractor == RULES else {"extractor": event.extractor})
        | {"evidence": None}
        | _evidence(event.evidence)
        | _given(also=[_mention(a) for a in event.also])
    )


def _meeting(meeting: MeetingFact) -> Json:
    return {
        "place": meeting.place,
        "format": meeting.format,
        "hosts": list(meeting.hosts),
        "visitors": list(meeting.visitors),
        "institutions": list(meeting.institutions),
        "participants": [_participant(p) for p in meeting.participants],
        **_given(unnamed=list(meeting.unnamed)),
        **_event(meeting),
    }


def _agreement(agreement: AgreementFact) -> Json:
    return {
        "status": agreement.status,
        "parties": list(agreement.parties),
        "signatories": [s.person for s in agreement.signatories],
        **_given(
            signed_for={s.person: s.party for s in agreement.signatories if s.party is not None},
            signed_in={s.person: _mention(s.evidence) for s in agreement.signatories if s.evidence is not None},
            signatory_confidence={s.person: s.confidence for s in agreement.signatories if s.confidence != 1.0},
        ),
        "subject": agreement.subject,
        **_given(kind=agreement.kind),
        **_event(agreement),
    }


# --- reading ---------------------------------------------------------------------------------------------------------


def from_json(value: object) -> Facts:
    """The facts that an object in the shape of FACTS.md holds; fields of other tools are ignored.

    Raises ValueError, whose text begins with the path of the field (``meetings[0].participants[2].role``), where a
    field is missing or has a wrong type. An unknown ``type`` or ``level`` is taken as ``other``.
    """
    at = _Object(value, "")
    return Facts(
        file=at.text("file", ""),
        lang=at.choice("lang", ("zh", "en"), None),
        title=at.optional("title"),
        published=at.optional("published"),
        persons=at.each("persons", _read_person),
        institutions=at.each("institutions", _read_institution),
        districts=at.each("districts", _read_district),
        meetings=at.each("meetings", _read_meeting),
        agreements=at.each("agreements", _read_agreement),
        rejects=at.each("rejects", _read_reject),
    )


class _Object:
    """A JSON object that is read field by field and knows its own path."""

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, Mapping):
            raise ValueError(f"{path or 'facts'}: an object is expected, not {_kind(value)}")
        self._fields, self._path = cast(Mapping[str, object], value), path

    def knows(self, key: str) -> bool:
        return key in self._fields

    def has(self, key: str) -> bool:
        return self._fields.get(key) is not None

    def path(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def _get(self, key: str, kind: type[T], noun: str, default: object = _MISSING) -> T:
        value = self._fields.get(key)
        if value is None and default is not _MISSING:
            return cast(T, default)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise ValueError(f"{self.path(key)}: {noun} is expected, not {_kind(value)}")
        return value

    def text(self, key: str, default: object = _MISSING) -> str:
        return self._get(key, str, "text", default)

    def optional(self, key: str) -> str | None:
        return self._get(key, str, "text or null", None)

    def number(self, key: str) -> int:
        return self._get(key, int, "a whole number")

    def shares(self, key: str) -> tuple[tuple[str, float], ...]:
        shares = self.map(key)
        return tuple((name, shares.share(name)) for name in shares._fields)

    def share(self, key: str) -> float:
        value = self._fields.get(key, 1.0)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{self.path(key)}: a number is expected, not {_kind(value)}")
        return float(value)

    def flag(self, key: str) -> bool:
        return self._get(key, bool, "true or false", False)

    def choice(self, key: str, allowed: tuple[Any, ...], default: Any) -> Any:
        value = self.text(key, _MISSING if default is None else default)
        if value not in allowed:
            raise ValueError(f"{self.path(key)}: one of {', '.join(allowed)} is expected, not {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        items = self._get(key, list, "a list", [])
        for index, item in enumerate(items):
            if not isinstance(item, str):
                raise ValueError(f"{self.path(key)}[{index}]: text is expected, not {_kind(item)}")
        return tuple(items)

    def map(self, key: str) -> "_Object":
        value = self._fields.get(key)
        return _Object({} if value is None else value, self.path(key))

    def each(self, key: str, read: Callable[["_Object"], T]) -> tuple[T, ...]:
        items = self._get(key, list, "a list", [])
        return tuple(read(_Object(item, f"{self.path(key)}[{index}]")) for index, item in enumerate(items))


def _kind(value: object) -> str:
    names = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return "nothing" if value is None else names.get(type(value), type(value).__name__)


def _read_evidence(at: _Object) -> Evidence:
    return Evidence(at.number("start"), at.number("end"), at.text("quote"))


def _read_post(at: _Object) -> Post:
    return Post(
        at.text("title"),
        at.optional("institution"),
        at.flag("inferred"),
        at.flag("former"),
        _read_own_evidence(at),
        at.share("confidence"),
    )


def _read_person(at: _Object) -> PersonFact:
    return PersonFact(
        at.text("name"),
        at.texts("aliases"),
        at.each("roles", _read_post),
        at.each("mentions", _read_evidence),
        at.share("confidence"),
    )


def _read_institution(at: _Object) -> InstitutionFact:
    return InstitutionFact(
        at.text("name"),
        at.texts("aliases"),
        _or_other(at.text("type", "other"), InstitutionType),
        at.optional("known"),
        at.optional("district"),
        at.optional("parent"),
        at.each("mentions", _read_evidence),
        at.share("confidence"),
    )


def _read_district(at: _Object) -> DistrictFact:
    return DistrictFact(
        at.text("name"),
        at.texts("aliases"),
        _or_other(at.text("level", "other"), Level),
        at.optional("code"),
        at.each("mentions", _read_evidence),
        at.share("confidence"),
    )


def _or_other(value: str, allowed: object) -> Any:
    return value if value in get_args(allowed) else "other"


def _read_reject(at: _Object) -> Reject:
    start, end = at.number("start"), at.number("end")
    return Reject(at.text("kind"), at.text("text"), at.text("reason"), start, end, _read_own_evidence(at))


def _read_date(at: _Object) -> EventDate:
    edtf = at.optional("date")
    if not at.knows("earliest"):
        try:
            return event_date(edtf, at.text("basis", "text" if edtf else "none"))
        except ValueError as error:
            raise ValueError(f"{at.path('date')}: {error}") from error
    return EventDate(edtf, at.optional("earliest"), at.optional("latest"), at.text("basis", "none"))


def _read_own_evidence(at: _Object) -> Evidence | None:
    quote = at.optional("evidence")
    if quote is None:
        return None
    if at.has("evidence_start"):
        return Evidence(at.number("evidence_start"), at.number("evidence_end"), quote)
    return Evidence(0, len(quote), quote)


def _read_participant(at: _Object) -> Participant:
    return Participant(
        at.text("person"),
        at.choice("role", get_args(Role), "attendee"),
        at.choice("side", get_args(Side), None) if at.has("side") else None,
        at.texts("functions"),
        at.optional("title"),
        _read_own_evidence(at),
        at.share("confidence"),
    )


def _read_meeting(at: _Object) -> MeetingFact:
    return MeetingFact(
        _read_date(at),
        at.optional("place"),
        at.choice("format", get_args(Format), "unknown"),
        at.texts("hosts"),
        at.texts("visitors"),
        at.texts("institutions"),
        at.each("participants", _read_participant),
        at.texts("unnamed"),
        at.optional("code"),
        at.share("confidence"),
        _read_own_evidence(at),
        at.share("date_confidence"),
        at.shares("body_confidence"),
        at.text("extractor", RULES),
        at.each("also", _read_evidence),
    )


def _read_agreement(at: _Object) -> AgreementFact:
    signed_for, signed_in, confidences = at.map("signed_for"), at.map("signed_in"), at.map("signatory_confidence")

    def signatory(person: str) -> Signatory:
        seen = _read_evidence(signed_in.map(person)) if signed_in.has(person) else None
        return Signatory(person, signed_for.optional(person), seen, confidences.share(person))

    return AgreementFact(
        at.choice("status", get_args(Status), None),
        _read_date(at),
        at.texts("parties"),
        tuple(map(signatory, at.texts("signatories"))),
        at.optional("subject"),
        at.optional("kind"),
        at.optional("code"),
        at.share("confidence"),
        _read_own_evidence(at),
        at.share("date_confidence"),
        at.shares("body_confidence"),
        at.text("extractor", RULES),
        at.each("also", _read_evidence),
    )
