"""One event out of the two tellings of it: what the first leaves open, the second says."""

from dataclasses import replace
from typing import TypeAlias

from graph.facts import AgreementFact, EventDate, Evidence, MeetingFact, Participant

Event: TypeAlias = MeetingFact | AgreementFact


def bodies(event: Event) -> tuple[str, ...]:
    """The bodies that take part, by name."""
    if isinstance(event, AgreementFact):
        return event.parties
    return (*event.hosts, *event.visitors, *event.institutions)


def one_meeting(first: MeetingFact, second: MeetingFact) -> MeetingFact:
    """``first`` with what only ``second`` tells, whose sentence is a further one. Both use the same names."""
    sided = {*first.hosts, *first.visitors}
    hosts = (*first.hosts, *(n for n in second.hosts if n not in sided))
    visitors = (*first.visitors, *(n for n in second.visitors if n not in {*sided, *hosts}))
    others = (n for n in (*first.institutions, *second.institutions) if n not in {*hosts, *visitors})
    people = {p.person: p for p in second.participants}
    present = {p.person for p in first.participants}
    return replace(
        first,
        date=_date(first, second),
        place=first.place or second.place,
        format=second.format if first.format == "unknown" else first.format,
        hosts=tuple(dict.fromkeys(hosts)),
        visitors=tuple(dict.fromkeys(visitors)),
        institutions=tuple(dict.fromkeys(others)),
        participants=(
            *(_person(p, people[p.person]) if p.person in people else p for p in first.participants),
            *(p for p in second.participants if p.person not in present),
        ),
        unnamed=first.unnamed or second.unnamed,
        also=_also(first, second),
    )


def one_agreement(first: AgreementFact, second: AgreementFact) -> AgreementFact:
    """``first`` with what only ``second`` tells, whose sentence is a further one. Both use the same names."""
    signed = {s.person for s in first.signatories}
    return replace(
        first,
        date=_date(first, second),
        parties=tuple(dict.fromkeys((*first.parties, *second.parties))),
        signatories=(*first.signatories, *(s for s in second.signatories if s.person not in signed)),
        subject=first.subject or second.subject,
        kind=first.kind or second.kind,
        also=_also(first, second),
    )


def _date(first: Event, second: Event) -> EventDate:
    """The date that tells more: a year at best."""

    def told(event: Event) -> int:
        edtf = event.date.edtf or ""
        return bool(edtf) + (edtf[:4].isdigit() and len(edtf) >= len(first.date.edtf or ""))

    return max(first, second, key=told).date


def _also(first: Event, second: Event) -> tuple[Evidence, ...]:
    return (*first.also, *([second.evidence] if second.evidence else ()), *second.also)


def _person(first: Participant, second: Participant) -> Participant:
    functions = tuple(dict.fromkeys((*first.functions, *second.functions)))
    role = second.role if first.role == "attendee" else first.role
    return replace(first, role=role, side=first.side or second.side, functions=functions)
