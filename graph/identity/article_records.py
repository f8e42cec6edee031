"""From one article and its facts to its records, each with the context that tells who or what it is."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from math import inf
from typing import TypeAlias, TypeVar

from graph.article import Article
from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, PersonFact
from graph.identity import known
from graph.identity.blocks import bounded, party_blocks, people_blocks, person_blocks
from graph.identity.completion import complete
from graph.identity.dates import days
from graph.identity.folding import simplified
from graph.identity.institution_keys import anchor, body_keys, known_district, known_institution, known_unit, unit_among
from graph.identity.near_names import body_near_keys, person_near_keys
from graph.identity.person_keys import person_keys
from graph.identity.records import (
    Anchor,
    AttendedDay,
    BodyContext,
    EventContext,
    Fact,
    HeldPost,
    Kind,
    PersonContext,
    PersonKeys,
    Record,
    record_id,
)
from graph.identity.short_forms import longer_forms
from graph.identity.surfaces import surface_keys
from graph.knowledge.districts import districts
from graph.knowledge.titles import read_title

_TITLES = re.compile(r"[、,，;；/]|\band\b")
Event: TypeAlias = MeetingFact | AgreementFact
Named = TypeVar("Named", PersonFact, InstitutionFact, DistrictFact)


def records_of(article: Article, facts: Facts) -> list[Record]:
    """The records of ``article``, sorted by id: one for each entity and event of ``facts``."""
    return sorted(_Draft(article, complete(facts, article.text)).records(), key=lambda r: r.id)


class _Draft:
    """The records of one article in the making: first all ids, then districts, bodies, persons and events."""

    def __init__(self, article: Article, facts: Facts) -> None:
        self.article, self.lang = article.id, facts.lang
        self.published = facts.published or article.published
        self._numbers: Counter[tuple[str, str]] = Counter()
        self.persons = self._with_ids("person", facts.persons)
        self.institutions = self._with_ids("institution", facts.institutions)
        self.districts = self._with_ids("district", facts.districts)
        told: tuple[Event, ...] = (*facts.meetings, *facts.agreements)
        events = sorted(told, key=lambda e: json.dumps(asdict(e), sort_keys=True))
        self.events = {self._id(_kind(e), _place(e)): e for e in events}
        self.person_of = _by_name(self.persons)
        self.body_of = _by_name({**self.institutions, **self.districts})
        self.keys: dict[str, PersonKeys] = {r: person_keys((f.name, *f.aliases)) for r, f in self.persons.items()}
        self.known = self._known_districts()
        self.anchors: dict[str, Anchor] = {}
        self.body_keys: dict[str, tuple[str, ...]] = {}
        self.longer = longer_forms(self.institutions)
        self.local = set(self.longer)
        for record in self.institutions:
            self._anchor(record, frozenset())
        self._find_units()

    def records(self) -> Iterator[Record]:
        for place, district in self.districts.items():
            keys = (f"d:{district.code}",) if district.code and place not in self.known else ()
            yield self._record(place, "district", district, BodyContext(self.known.get(place)), keys)
        for body, institution in self.institutions.items():
            within = BodyContext(self.known.get(body), self._body(institution.parent), self._body(institution.district))
            near = () if body in self.known else body_near_keys(institution.type, self._days_of(body))
            names = tuple(f"n:{key}" for key in sorted({*near}))
            yield self._record(body, "institution", institution, within, self.body_keys[body], names)
        for person, fact in self.persons.items():
            context = self._person(person, fact)
            near = person_near_keys(context.names, context.days)
            names = tuple(f"n:{key}" for key in (*context.names.keys, *sorted({*near})))
            yield self._record(person, "person", fact, context, person_blocks(context), names)
        for event, happened in self.events.items():
            told = self._event(happened)
            both = tuple(party_blocks(happened, told))
            blocks = (*both, *people_blocks(happened, told))
            names = tuple(f"n:{block}" for block in sorted(both))
            yield self._record(event, _kind(happened), happened, told, blocks, names)

    def _record(
        self,
        record: str,
        kind: Kind,
        fact: Fact,
        context: PersonContext | BodyContext | EventContext,
        blocks: Iterable[str],
        names: tuple[str, ...] = (),
    ) -> Record:
        supports = known.support(self.known[record]) if record in self.known else ()
        blocks = tuple(sorted(set(map(bounded, blocks))))
        names = tuple(map(bounded, names))
        told = (record, kind, self.article, self.lang, self.published, fact, context, blocks, names, supports)
        return Record(*told, self._surfaces(record, fact))

    def _surfaces(self, record: str, fact: Fact) -> tuple[str, ...]:
        """None where only this article tells what the name stands for."""
        if record not in self.known or record in self.local or not isinstance(fact, InstitutionFact | DistrictFact):
            return ()
        return surface_keys(self.known[record], (fact.name, *fact.aliases))

    def _id(self, kind: Kind, place: str) -> str:
        """The id of a record; a second one of this kind and place in the article is told by its number."""
        self._numbers[kind, place] += 1
        number = self._numbers[kind, place]
        return record_id(self.article, kind, place if number == 1 else f"{place} {number}")

    def _with_ids(self, kind: Kind, facts: Iterable[Named]) -> dict[str, Named]:
        return {self._id(kind, fact.name): fact for fact in sorted(facts, key=_in_text)}

    def _body(self, name: str | None) -> str | None:
        return self.body_of.get(name) if name else None

    def _known_districts(self) -> dict[str, str]:
        """Those that stand in the table; a name that several bear is decided by the others of the article, or not."""
        found: dict[str, str] = {}
        for _ in range(2):
            near = sorted(set(found.values()))
            for record, fact in self.districts.items():
                if record not in found and (district := known_district(fact, near)):
                    found[record] = district.id
        return found

    def _anchor(self, record: str, below: frozenset[str]) -> Anchor:
        """The anchor of a body; fills in its known id and keys on the way. ``below`` guards against a circle."""
        if record in self.anchors:
            return self.anchors[record]
        if record in self.districts:
            return Anchor(self.known.get(record, record))
        fact = self.institutions[record]
        above = self._body(fact.parent)
        parent = self._anchor(above, below | {record}) if above and above not in below | {record} else None
        place = self._body(fact.district)
        district = self.known.get(place) if place else None
        self.body_keys[record] = body_keys(fact, parent, district or self._open(place))
        entry = known_institution(fact, district) or known_unit(self.body_keys[record])
        longer = self.longer.get(record)
        if not entry and longer and longer not in below:
            return self._anchor_as(record, longer, below)
        if entry:
            self.known[record] = entry.id
            self.body_keys[record] = ()
        key = self.body_keys[record][0] if self.body_keys[record] else record
        self.anchors[record] = anchor(entry, key, parent, district)
        return self.anchors[record]

    def _open(self, place: str | None) -> str | None:
        """``place`` where several districts bear its name and its article does not tell which: it is of no other."""
        district = self.districts.get(place) if place else None
        return place if district and districts().named(simplified(district.name)) else None

    def _find_units(self) -> None:
        """Known units whose parent stands elsewhere in the article."""
        bodies = sorted({self.known[r] for r in self.institutions if r in self.known})
        for record, fact in self.institutions.items():
            if record not in self.known and (unit := unit_among(fact.name, bodies)):
                self.known[record], self.body_keys[record] = unit.id, ()
                self.anchors[record] = anchor(unit, record, None, None)
                self.local.add(record)

    def _anchor_as(self, record: str, longer: str, below: frozenset[str]) -> Anchor:
        """The anchor of a short name: all that the longer one has is its own too."""
        self.anchors[record] = self._anchor(longer, below | {record})
        self.body_keys[record] = self.body_keys[longer]
        if longer in self.known:
            self.known[record] = self.known[longer]
        return self.anchors[record]

    def _days_of(self, body: str) -> Iterator[AttendedDay]:
        """The days of events that ``body`` took part in."""
        for event in self.events.values():
            if body in {self.body_of[name] for name in _bodies(event)}:
                yield from (AttendedDay(day, self._parties(event)) for day in days(event.date))

    def _person(self, record: str, fact: PersonFact) -> PersonContext:
        posts = []
        for role in fact.roles:
            body = self._body(role.institution)
            where = self._anchor(body, frozenset()) if body else None
            posts.append(HeldPost(role.title, body, where, _offices(role.title), role.former, role.inferred))
        meetings = [m for m in self.events.values() if isinstance(m, MeetingFact)]
        attended = [(m, p) for m in meetings for p in m.participants if self.person_of[p.person] == record]
        anchors = {p.anchor for p in posts if p.anchor}
        near: set[str] = set()
        for meeting, part in attended:
            side = self._side(meeting, part.side or part.role)
            anchors |= side if len(side) == 1 else set()
            near |= {a.exact for a in side}
        if not anchors and not near:
            near = {party for m, _ in attended for party in self._parties(m)}
        on = {AttendedDay(day, self._parties(m)) for m, _ in attended for day in days(m.date) if len(days(m.date)) == 1}
        others = {k.primary for r, k in self.keys.items() if r != record and k.primary and not k.common}
        return PersonContext(
            self.keys[record],
            tuple(posts),
            tuple(sorted(anchors, key=lambda a: (a.exact, a.wider or ""))),
            tuple(sorted(on, key=lambda d: (d.day, d.parties))),
            tuple(sorted(others)),
            tuple(sorted(near - {a.exact for a in anchors})),
        )

    def _side(self, meeting: MeetingFact, side: str) -> set[Anchor]:
        names = {"host": meeting.hosts, "visitor": meeting.visitors}.get(side, ())
        return {self._anchor(self.body_of[name], frozenset()) for name in names}

    def _parties(self, event: Event) -> tuple[str, ...]:
        return tuple(sorted({self._anchor(self.body_of[n], frozenset()).exact for n in _bodies(event)}))

    def _event(self, event: Event) -> EventContext:
        people = sorted(set(_people(event)))
        body_of = {n: self.body_of[n] for n in sorted(set(_bodies(event)))}
        person_of = {n: self.person_of[n] for n in people}
        keys = {primary for r in person_of.values() if (primary := self.keys[r].primary)}
        newest = max((e.date.earliest for e in self.events.values() if e.date.earliest), default=None)
        return EventContext(body_of, person_of, self._parties(event), tuple(sorted(keys)), newest)


def _in_text(fact: PersonFact | InstitutionFact | DistrictFact) -> tuple[float, str]:
    """Sorts by first mention, for who comes first gets a shared alias: records follow from what is told, not from
    the order of telling."""
    return min((m.start for m in fact.mentions), default=inf), repr(fact)


def _by_name(facts: Mapping[str, PersonFact | InstitutionFact | DistrictFact]) -> dict[str, str]:
    """The record of each name: that of which it is the name, else the first of which it is an alias."""
    found: dict[str, str] = {}
    for record, fact in facts.items():
        found.setdefault(fact.name, record)
    for record, fact in facts.items():
        for alias in fact.aliases:
            found.setdefault(alias, record)
    return found


def _offices(title: str) -> tuple[str, ...]:
    """All offices of ``title``, which may be a list of titles (党委副书记、校长), each with its rank."""
    parts = _TITLES.split(simplified(title))
    found = {f"{t.rank}-{function}" for part in parts if (t := read_title(part.strip())) for function in t.functions}
    return tuple(sorted(found))


def _kind(event: Event) -> Kind:
    return "meeting" if isinstance(event, MeetingFact) else "agreement"


def _place(event: Event) -> str:
    return f"{event.evidence.start}-{event.evidence.end}" if event.evidence else ""


def _bodies(event: Event) -> tuple[str, ...]:
    if isinstance(event, MeetingFact):
        return (*event.hosts, *event.visitors, *event.institutions)
    return (*event.parties, *(s.party for s in event.signatories if s.party))


def _people(event: Event) -> tuple[str, ...]:
    if isinstance(event, MeetingFact):
        return tuple(p.person for p in event.participants)
    return tuple(s.person for s in event.signatories)
