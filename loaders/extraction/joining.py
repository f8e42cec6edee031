"""Facts of an article's two languages as those of one article: who and what is told in both is one.

Persons are one where a reading of the Chinese name is the pinyin of the other, bodies by their entry in the tables or a
name that both use, events by who took part and when. A body that no table knows is told by who holds a post there, or
as the only one left on its side of an event. What cannot be told apart stays apart: two facts are better than a wrong
one, and identity looks at both again.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, PersonFact
from graph.identity.dates import compatible
from graph.identity.folding import folded
from graph.identity.person_keys import person_keys
from loaders.extraction.joined_events import Event, bodies, one_agreement, one_meeting

Entity = TypeVar("Entity", PersonFact, InstitutionFact, DistrictFact)
Told = TypeVar("Told", MeetingFact, AgreementFact)


@dataclass(frozen=True, slots=True)
class _Same:
    """What each entity of the second language is called in the first, where it is told there too."""

    persons: dict[str, str]
    bodies: dict[str, str]

    def people_of(self, event: Event) -> set[str]:
        told = event.participants if isinstance(event, MeetingFact) else event.signatories
        return {self.persons.get(p.person, p.person) for p in told}

    def bodies_of(self, event: Event) -> set[str]:
        return {self.bodies.get(name, name) for name in bodies(event)}


def joined(main: Facts, other: Facts, title: str | None) -> Facts:
    """The facts of both under the names of ``main``, in the order of the text; ``title`` is that of the article.

    An event of both has the sentence of ``main`` as its evidence, and that of ``other`` under ``also``.
    """
    same = _Same(
        _pairs(main.persons, other.persons, lambda p: person_keys((p.name, *p.aliases)).keys),
        _pairs(main.institutions, other.institutions, _institution_keys)
        | _pairs(main.districts, other.districts, lambda d: (*_names(d), *([f"d:{d.code}"] if d.code else ()))),
    )
    meetings = _events(main.meetings, other.meetings, same)
    agreements = _events(main.agreements, other.agreements, same)
    unlisted = {i.name for i in (*main.institutions, *other.institutions) if i.known is None}
    for person in other.persons:
        of = next((p for p in main.persons if p.name == same.persons.get(person.name)), None)
        held = [tuple(r.institution for r in p.roles if r.institution) for p in (of, person) if p]
        same.bodies.update(_left_over(held[:1], held[1:], same, unlisted) if of else {})
    for i, j in meetings.items():
        same.bodies.update(_left_over(_sides(main.meetings[i]), _sides(other.meetings[j]), same, unlisted))
    for i, j in agreements.items():
        same.bodies.update(_left_over(_sides(main.agreements[i]), _sides(other.agreements[j]), same, unlisted))
    renamed = _renamed(other, same)
    return replace(
        main,
        title=title,
        persons=_united(main.persons, renamed.persons),
        institutions=_united(main.institutions, renamed.institutions),
        districts=_united(main.districts, renamed.districts),
        meetings=_together(main.meetings, renamed.meetings, meetings, one_meeting),
        agreements=_together(main.agreements, renamed.agreements, agreements, one_agreement),
        rejects=tuple(sorted((*main.rejects, *other.rejects), key=lambda r: (r.start, r.end, r.kind))),
    )


def _names(entity: InstitutionFact | DistrictFact) -> tuple[str, ...]:
    return tuple(folded(name) for name in (entity.name, *entity.aliases))


def _institution_keys(body: InstitutionFact) -> tuple[str, ...]:
    return (*_names(body), *([f"i:{body.known}"] if body.known else ()))


def _pairs(main: Sequence[Entity], other: Sequence[Entity], keys: Callable[[Entity], Iterable[str]]) -> dict[str, str]:
    """The names of ``other`` with those of ``main`` that share a key with them and with no one else."""
    mine, theirs = ({e.name: frozenset(keys(e)) for e in told} for told in (main, other))
    found = {}
    for name, own in theirs.items():
        fit = [n for n, keyed in mine.items() if own & keyed]
        if len(fit) == 1 and sum(bool(k & mine[fit[0]]) for k in theirs.values()) == 1:
            found[name] = fit[0]
    return found


def _events(main: Sequence[Event], other: Sequence[Event], same: _Same) -> dict[int, int]:
    """The places in ``main`` and ``other`` of events that both tell: most in common first, each taken once."""
    least = 1 if len(main) == len(other) == 1 else 2
    scored = []
    for i, first in enumerate(main):
        for j, second in enumerate(other):
            common = len(same.bodies_of(first) & same.bodies_of(second))
            common += len(same.people_of(first) & same.people_of(second))
            if common >= least and compatible(first.date, second.date) and not _contradict(first, second):
                scored.append((-common, abs(i - j), i, j))
    found: dict[int, int] = {}
    for *_, i, j in sorted(scored):
        if i not in found and j not in found.values():
            found[i] = j
    return found


def _contradict(a: Event, b: Event) -> bool:
    if isinstance(a, MeetingFact) and isinstance(b, MeetingFact):
        return {a.format, b.format} == {"in_person", "video"}
    if isinstance(a, AgreementFact) and isinstance(b, AgreementFact):
        return a.status != b.status and "intended" in (a.status, b.status)
    return True


def _left_over(
    first: Sequence[Sequence[str]], second: Sequence[Sequence[str]], same: _Same, unlisted: set[str]
) -> dict[str, str]:
    """Of each list of bodies (a side of an event, a person's posts) and the same one in the other language: the body
    that nothing else has told of there, if it is the only one in both."""
    found = {}
    for ours, theirs in zip(first, second, strict=True):
        mine = {n for n in ours if n not in same.bodies.values()}
        yours = {n for n in theirs if n not in same.bodies}
        if len(mine) == len(yours) == 1 and mine | yours <= unlisted:
            found[yours.pop()] = mine.pop()
    return found


def _sides(event: Event) -> tuple[tuple[str, ...], ...]:
    return (event.hosts, event.visitors, event.institutions) if isinstance(event, MeetingFact) else (event.parties,)


def _renamed(facts: Facts, same: _Same) -> Facts:
    """``facts`` with every name as the first language has it; what it was called is an alias."""

    def person(name: str) -> str:
        return same.persons.get(name, name)

    def body(name: str) -> str:
        return same.bodies.get(name, name)

    def maybe(name: str | None) -> str | None:
        return name and body(name)

    def names(told: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(body, told)))

    return replace(
        facts,
        persons=tuple(
            replace(
                p,
                name=person(p.name),
                aliases=(p.name, *p.aliases),
                roles=tuple(replace(r, institution=maybe(r.institution)) for r in p.roles),
            )
            for p in facts.persons
        ),
        institutions=tuple(
            replace(
                i, name=body(i.name), aliases=(i.name, *i.aliases), parent=maybe(i.parent), district=maybe(i.district)
            )
            for i in facts.institutions
        ),
        districts=tuple(replace(d, name=body(d.name), aliases=(d.name, *d.aliases)) for d in facts.districts),
        meetings=tuple(
            replace(
                m,
                hosts=names(m.hosts),
                visitors=names(m.visitors),
                institutions=names(m.institutions),
                participants=tuple(replace(p, person=person(p.person)) for p in m.participants),
            )
            for m in facts.meetings
        ),
        agreements=tuple(
            replace(
                a,
                parties=names(a.parties),
                signatories=tuple(replace(s, person=person(s.person), party=maybe(s.party)) for s in a.signatories),
            )
            for a in facts.agreements
        ),
    )


def _united(main: Sequence[Entity], other: Sequence[Entity]) -> tuple[Entity, ...]:
    """One entity a name, in the order of the text."""
    found = {e.name: e for e in main}
    for entity in other:
        found[entity.name] = _union(found[entity.name], entity) if entity.name in found else entity
    tidy = [replace(e, aliases=tuple(a for a in dict.fromkeys(e.aliases) if a != e.name)) for e in found.values()]
    return tuple(sorted(tidy, key=lambda e: (e.mentions[0].start if e.mentions else 1 << 62, e.name)))


def _union(a: Entity, b: Entity) -> Entity:
    mentions = tuple(sorted({*a.mentions, *b.mentions}, key=lambda m: (m.start, m.end)))
    if isinstance(a, PersonFact) and isinstance(b, PersonFact):
        a = replace(a, roles=(*a.roles, *b.roles))
    if isinstance(a, InstitutionFact) and isinstance(b, InstitutionFact):
        a = replace(a, known=a.known or b.known, district=a.district or b.district, parent=a.parent or b.parent)
    if isinstance(a, DistrictFact) and isinstance(b, DistrictFact):
        a = replace(a, code=a.code or b.code)
    return replace(a, aliases=(*a.aliases, *b.aliases), mentions=mentions)


def _together(
    main: Sequence[Told],
    other: Sequence[Told],
    pairs: dict[int, int],
    one: Callable[[Told, Told], Told],
) -> tuple[Told, ...]:
    """The events of both, those of a pair as one, in the order of the text."""
    events = [one(event, other[pairs[i]]) if i in pairs else event for i, event in enumerate(main)]
    events += [event for j, event in enumerate(other) if j not in pairs.values()]
    return tuple(sorted(events, key=_place))


def _place(event: Event) -> int:
    return event.evidence.start if event.evidence else 1 << 62
