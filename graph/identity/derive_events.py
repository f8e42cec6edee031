"""From the records of one event to its node, who took part, and the direct ties among them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph.facts import AgreementFact, EventDate, Evidence, MeetingFact, Participant
from graph.identity.dates import days
from graph.identity.evidence import shown
from graph.identity.institution_keys import stands_for
from graph.identity.records import EventContext, Record
from graph.identity.rows import end
from graph.store import Edge, Node, Value

_BASES = ("text", "dateline", "metadata", "url", "published")


def event_rows(event: str, records: Sequence[Record], entity_of: Mapping[str, str]) -> Iterator[Node | Edge]:
    """The rows of the event that ``records`` (oldest first) report."""
    told = [_Told(r, entity_of) for r in records]
    yield from _meeting(event, told) if event.startswith("m") else _agreement(event, told)
    for record in records:
        assert isinstance(record.fact, MeetingFact | AgreementFact)  # noqa: S101 - the kind says so
        yield from _reports(event, record, record.fact)


def _reports(event: str, record: Record, fact: MeetingFact | AgreementFact) -> Iterator[Edge]:
    """The sentences that tell the event: one, or one for each language of its article."""
    extractor = f"{fact.extractor}/{record.lang}"
    for number, quote in enumerate((fact.evidence, *fact.also), start=1):
        place: dict[str, Value] = {"quote": quote.quote, "start": quote.start, "end": quote.end} if quote else {}
        told_in = record.id if number == 1 else f"{record.id} {number}"
        yield Edge(
            "REPORTED_IN",
            end(event),
            ("Article", record.article),
            {"quote": None, "start": None, "end": None, **place, "extractor": extractor, "record": told_in},
        )


class _Told:
    """What one record tells, with entities in the place of names."""

    def __init__(self, record: Record, entity_of: Mapping[str, str]) -> None:
        assert isinstance(record.context, EventContext)  # noqa: S101 - the kind says so
        assert isinstance(record.fact, MeetingFact | AgreementFact)  # noqa: S101
        self.record, self.fact, self._context, self._entity_of = record, record.fact, record.context, entity_of

    def body(self, name: str) -> str:
        return self._entity_of[self._context.body_of[name]]

    def person(self, name: str) -> str:
        return self._entity_of[self._context.person_of[name]]

    @property
    def bodies(self) -> Iterator[tuple[str, str | None]]:
        """Each body with its side."""
        if isinstance(self.fact, AgreementFact):
            yield from ((self.body(n), None) for n in self.fact.parties)
            return
        for side, names in (("host", self.fact.hosts), ("visitor", self.fact.visitors), (None, self.fact.institutions)):
            yield from ((self.body(n), side) for n in names)

    @property
    def participants(self) -> Iterator[tuple[str, Participant]]:
        if isinstance(self.fact, MeetingFact):
            yield from ((self.person(p.person), p) for p in self.fact.participants)


def _meeting(event: str, told: Sequence[_Told]) -> Iterator[Node | Edge]:
    facts = [t.fact for t in told if isinstance(t.fact, MeetingFact)]
    people, bodies = _people(told), _bodies(told)
    formats = [f.format for f in facts if f.format != "unknown"]
    when, by_video = _when(facts), bool(formats) and formats[0] == "video"
    rest: dict[str, Value] = {
        "place": _first(f.place for f in facts),
        "format": formats[0] if formats else "unknown",
        "size": len(people),
    }
    yield Node("Meeting", {"id": event, **when, **rest, **_common(facts)})
    sure = _presence(told)
    for person, how in people.items():
        yield Edge("ATTENDED", end(person), end(event), {**how, "confidence": sure[person]})
    for body, side in bodies.items():
        yield Edge("TOOK_PART", end(body), end(event), {"side": side, "confidence": sure[body]})
    sides: list[Mapping[str, Value]] = [{p: how["side"] for p, how in people.items()}, bodies]
    bounds = {"event": event, **{k: when[k] for k in ("date", "earliest", "latest")}}
    for parties in sides:
        for a, b in combinations(sorted(parties), 2):
            tie = {**bounds, "grade": _grade(parties[a], parties[b], by_video), "confidence": min(sure[a], sure[b])}
            yield Edge("MET", end(a), end(b), tie)


def _grade(a: Value, b: Value, by_video: bool) -> str:
    """How strong a tie is: met as two sides, by video, in one delegation, or only named together."""
    if not a or not b:
        return "co_listed"
    if a == b:
        return "same_side"
    return "video" if by_video else "across"


def _agreement(event: str, told: Sequence[_Told]) -> Iterator[Node | Edge]:
    facts = [t.fact for t in told if isinstance(t.fact, AgreementFact)]
    status = min((f.status for f in facts), key=("signed", "reported", "intended").index)
    when, subject, parties = _when(facts), _first(f.subject for f in facts), _bodies(told)
    rest: dict[str, Value] = {"status": status, "subject": subject, "kind": _first(f.kind for f in facts)}
    yield Node("Agreement", {"id": event, **when, **rest, **_common(facts)})
    sure = _presence(told)
    for party in parties:
        yield Edge("PARTY_TO", end(party), end(event), {"confidence": sure[party]})
    for person, how in _signatories(told, parties).items():
        yield Edge("SIGNED", end(person), end(event), how)
    if status != "intended":
        tie = {"event": event, **{k: when[k] for k in ("date", "earliest", "latest")}, "status": status}
        for a, b in combinations(sorted(parties), 2):
            own = {"subject": subject, "confidence": min(sure[a], sure[b])}
            yield Edge("SIGNED_AGREEMENT", end(a), end(b), tie | own)


def _people(told: Sequence[_Told]) -> dict[str, dict[str, Value]]:
    found: dict[str, dict[str, Value]] = {}
    seen: dict[str, list[tuple[Record, Evidence | None]]] = defaultdict(list)
    for t in told:
        for person, p in t.participants:
            seen[person].append((t.record, p.evidence))
            side = p.side or (p.role if p.role in ("host", "visitor") else None)
            how = found.setdefault(person, {"role": p.role, "side": None, "title": None})
            how["side"], how["title"] = how["side"] or side, how["title"] or p.title
            if p.role == "chair":
                how["role"] = "chair"
    return {person: how | shown(seen[person]) for person, how in sorted(found.items())}


def _signatories(told: Sequence[_Told], parties: Iterable[str]) -> dict[str, dict[str, Value]]:
    signed_for: dict[str, str | None] = {}
    seen: dict[str, list[tuple[Record, Evidence | None]]] = defaultdict(list)
    for t in told:
        for s in t.fact.signatories if isinstance(t.fact, AgreementFact) else ():
            person = t.person(s.person)
            seen[person].append((t.record, s.evidence))
            signed_for[person] = signed_for.get(person) or (t.body(s.party) if s.party else None)
    return {
        person: {"for": _among(parties, body) if body else None, **shown(seen[person])}
        for person, body in sorted(signed_for.items())
    }


def _among(parties: Iterable[str], body: str) -> str:
    """``body`` as the agreement lists it: a mayor signs for the city where its government is the party."""
    listed = [party for party in parties if stands_for(party) == stands_for(body)]
    return listed[0] if len(listed) == 1 else body


def _bodies(told: Sequence[_Told]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for t in told:
        for body, side in t.bodies:
            found[body] = found.get(body) or side
    return dict(sorted(found.items()))


def _presence(told: Sequence[_Told]) -> dict[str, float]:
    """How sure it is of each person and body that it took part, by the article that is surest: a tie is as sure as the
    less sure of its ends. Who has no confidence of his own has that of the event. In hundredths, as projections are."""
    found: dict[str, float] = defaultdict(float)
    for t in told:
        shares = dict(t.fact.body_confidence)
        names = t.fact.parties if isinstance(t.fact, AgreementFact) else _names(t.fact)
        ends = ((t.body(name), shares.get(name, 1.0)) for name in names)
        for entity, share in (*ends, *((person, p.confidence) for person, p in t.participants)):
            found[entity] = max(found[entity], round(min(share, t.fact.confidence), 2))
    return found


def _names(fact: MeetingFact) -> tuple[str, ...]:
    return (*fact.hosts, *fact.visitors, *fact.institutions)


def _when(facts: Sequence[MeetingFact | AgreementFact]) -> dict[str, Value]:
    """The most precise date that a record tells; of equals, that with the better basis, then the oldest record's."""

    def rank(date: EventDate) -> tuple[object, ...]:
        possible = days(date)
        day = date.edtf if len(possible) == 1 else None
        basis = _BASES.index(date.basis) if date.basis in _BASES else len(_BASES)
        return day is None or day.startswith("X"), len(possible) or 99, date.edtf is None, basis

    best = min((f.date for f in facts), key=rank)
    return {"date": best.edtf, "earliest": best.earliest, "latest": best.latest, "basis": best.basis}


def _common(facts: Sequence[MeetingFact | AgreementFact]) -> dict[str, Value]:
    return {"code": _first(f.code for f in facts), "confidence": _confidence(facts)}


def _confidence(facts: Sequence[MeetingFact | AgreementFact]) -> float:
    return max(f.confidence for f in facts)


def _first(values: Iterable[str | None]) -> str | None:
    return next((v for v in values if v), None)
