"""What speaks against two records being one, in words: for a person who decides."""

from collections.abc import Iterator, Sequence
from typing import Final

from graph.facts import AgreementFact, MeetingFact, PersonFact
from graph.identity.closure import read_ids
from graph.identity.records import PersonContext, Record
from graph.questions.records import stored_records
from graph.store import Store

YEARS: Final = 5
"""From so many years between two articles on, that they lie apart is worth saying."""
NAMED: Final = 3
"""Of several names so many are said."""


def doubts(left: Sequence[Record], right: Sequence[Record]) -> tuple[str, ...]:
    """What speaks against the records of ``left`` and those of ``right`` being one person or event."""
    if not left or not right:
        return ()
    if left[0].kind == "person":
        return tuple(_of_persons(left, right))
    if left[0].kind in ("meeting", "agreement"):
        return tuple(_of_events(left, right))
    return ()


def warnings(store: Store, left: str, right: str) -> tuple[str, ...]:
    """Why whoever judges two records (ids) the same should look again: their persons have different Chinese names, or
    one article names both. None where they are one already."""
    entities = {row["id"]: row["entity"] for row in read_ids(store, "ledger_entities", (left, right))}
    if len(set(entities.values())) < 2:
        return ()
    records = stored_records(store, set(entities.values()))
    a, b = ([stored.record for stored in records[entities[side]]] for side in (left, right))
    if any(record.kind != "person" for record in (*a, *b)):
        return ()
    return (*_written_differently(a, b), *_named_together(a, b))


def _written_differently(left: Sequence[Record], right: Sequence[Record]) -> Iterator[str]:
    a, b = (_forms(side) for side in (left, right))
    if a and b and not a & b:
        yield f"{min(a)} and {min(b)} are written differently"


def _forms(side: Sequence[Record]) -> set[str]:
    return {han for record in side if isinstance(record.context, PersonContext) for han in record.context.names.han}


def _named_together(left: Sequence[Record], right: Sequence[Record]) -> Iterator[str]:
    if both := {r.article for r in left} & {r.article for r in right}:
        yield f"one article names both, as two: {_listed(both)}"


def _of_persons(left: Sequence[Record], right: Sequence[Record]) -> Iterator[str]:
    a, b = ([r.context for r in side if isinstance(r.context, PersonContext)] for side in (left, right))
    yield from _written_differently(left, right)
    if not (_forms(left) and _forms(right)):
        yield "only a reading joins the names: other characters are read so too"
    anchors = [{anchor.exact for context in side for anchor in context.anchors} for side in (a, b)]
    if all(anchors) and not anchors[0] & anchors[1]:
        yield _no_common_body(_bodies(left), _bodies(right))
    titles = [
        {role.title for r in side if isinstance(r.fact, PersonFact) for role in r.fact.roles} for side in (left, right)
    ]
    if all(titles) and not titles[0] & titles[1]:
        yield f"no title in common: {_listed(titles[0])} against {_listed(titles[1])}"
    company = [{key for context in side for key in context.companions} for side in (a, b)]
    if all(company) and not company[0] & company[1]:
        yield "nobody is named beside both"
    yield from _years(left, right)


def _of_events(left: Sequence[Record], right: Sequence[Record]) -> Iterator[str]:
    days, parties = [], []
    for side in (left, right):
        facts = [r.fact for r in side if isinstance(r.fact, MeetingFact | AgreementFact)]
        days.append({fact.date.edtf for fact in facts if fact.date.edtf})
        parties.append({name for fact in facts for name in _parties(fact)})
    if all(days) and not days[0] & days[1]:
        yield f"told of different days: {_listed(days[0])} against {_listed(days[1])}"
    for own, other in (parties, parties[::-1]):
        if only := own - other:
            yield f"named by one only: {_listed(only)}"
    yield from _years(left, right)


def _years(left: Sequence[Record], right: Sequence[Record]) -> Iterator[str]:
    a, b = ([int(r.published[:4]) for r in side if r.published and r.published[:4].isdigit()] for side in (left, right))
    if a and b and (apart := max(min(a) - max(b), min(b) - max(a))) >= YEARS:
        yield f"the articles lie {apart} years apart"


def _no_common_body(left: set[str], right: set[str]) -> str:
    if both := left & right:
        return f"the texts leave open which {_listed(both)} is meant"
    return f"no body in common: {_listed(left)} against {_listed(right)}"


def _bodies(side: Sequence[Record]) -> set[str]:
    roles = (role for r in side if isinstance(r.fact, PersonFact) for role in r.fact.roles)
    return {role.institution for role in roles if role.institution} or {"a side at a meeting"}


def _parties(fact: MeetingFact | AgreementFact) -> tuple[str, ...]:
    return fact.parties if isinstance(fact, AgreementFact) else (*fact.hosts, *fact.visitors, *fact.institutions)


def _listed(names: set[str]) -> str:
    shown = sorted(names)
    rest = f" and {len(shown) - NAMED} more" if len(shown) > NAMED else ""
    return ", ".join(shown[:NAMED]) + rest
