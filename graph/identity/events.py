"""When two records are one event: the host's release and the visitor's, in either language.

The days must fit, and two parties, or a party and a person, or two persons must be shared. An event without a day,
or without a short period in which it fell, is never joined. What an article tells of long past joins no
report of its time (docs/decisions/0004-told-again.md); the pair is a candidate.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from graph.dates import bounds
from graph.facts import AgreementFact, MeetingFact
from graph.identity.clusters import Link
from graph.identity.dates import compatible, days
from graph.identity.pairs import pairs
from graph.identity.records import EventContext, Record, is_comparable


def event(record: Record) -> tuple[MeetingFact | AgreementFact, EventContext]:
    """The fact and the context of an event's record."""
    assert isinstance(record.fact, MeetingFact | AgreementFact)  # noqa: S101 - the kind says so
    assert isinstance(record.context, EventContext)  # noqa: S101
    return record.fact, record.context


LONG_PAST = timedelta(days=180)
"""From the day of an event to what an article tells that only looks back at it: no release is so late."""


def compare(left: Record, right: Record) -> Link | None:
    """The link between two records of one event, or None where they are not, or too little speaks for it."""
    return _compared(left, right) if looks_back(left) == looks_back(right) else None


def looks_back(record: Record) -> bool:
    """Whether an event is long past where it is told: beside a much younger one, or as an agreement ``reported``."""
    fact, context = event(record)
    later = [context.newest]
    if isinstance(fact, AgreementFact) and fact.status == "reported" and record.published:
        later.append(bounds(record.published)[0])
    return any(day and fact.date.latest and _days_between(fact.date.latest, day) > LONG_PAST for day in later)


def _days_between(first: str, last: str) -> timedelta:
    return date.fromisoformat(last) - date.fromisoformat(first)


def told_again(left: Record, right: Record) -> Link | None:
    """What speaks for one event that one article tells of in its time and another long after, or None."""
    return _compared(left, right) if looks_back(left) != looks_back(right) else None


def _compared(left: Record, right: Record) -> Link | None:
    (a, ours), (b, theirs) = event(left), event(right)
    if left.kind != right.kind or not days(a.date) or not days(b.date) or not compatible(a.date, b.date):
        return None
    parties, people = set(ours.parties) & set(theirs.parties), set(ours.people) & set(theirs.people)
    if _contradict(a, b) or (len(parties) < 2 and _other_party(ours.parties, theirs.parties)):
        return None
    if isinstance(a, AgreementFact) and isinstance(b, AgreementFact):
        enough = len(parties) >= 2 or (len(parties) == 1 and len(people) >= 2)
        likeness = 2 * (len(parties) == len(set(ours.parties) | set(theirs.parties))) + (a.kind == b.kind)
    else:
        enough = len(parties) + min(len(people), 2) >= 2
        likeness = 0
    if not enough:
        return None
    yearless = "XXXX" in (a.date.edtf or "") and "XXXX" in (b.date.edtf or "")
    if yearless and len(people) < 2:
        return None
    reasons = [f"both fell on {min(d for e in (a, b) for d in days(e.date))}"]
    reasons += [f"both name {', '.join(sorted(names)[:4])}" for names in (parties, people) if names]
    return Link(left.id, right.id, 4 * len(parties) + 2 * len(people) + likeness, tuple(reasons))


def _contradict(a: MeetingFact | AgreementFact, b: MeetingFact | AgreementFact) -> bool:
    if isinstance(a, MeetingFact) and isinstance(b, MeetingFact):
        return {a.format, b.format} == {"in_person", "video"}
    if isinstance(a, AgreementFact) and isinstance(b, AgreementFact):
        return "intended" in (a.status, b.status) and a.status != b.status
    return True


def _other_party(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether each names a party that the other cannot mean: one host's two visitors of a day."""
    mine, yours = set(ours), set(theirs)
    return all(any(map(is_comparable, only)) for only in (mine - yours, yours - mine))


def links(records: Iterable[Record]) -> list[Link]:
    """The links among meeting and agreement records."""
    return [found for left, right in pairs(records, lambda r: r.kind) if (found := compare(left, right))]
