"""From records to entities: the one function that decides, and it needs nothing but a closed set of records.

Closed means: whoever shares a block with one of them, or is judged the same, is among them. Then the answer is that of
all records of the store.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.facts import PersonFact
from graph.identity import events, persons
from graph.identity.clusters import Exclusive, Judgement, Link, clusters
from graph.identity.person_evidence import person
from graph.identity.records import BodyContext, Record, entity_id


def resolve(
    records: Iterable[Record], judgements: Sequence[Judgement] = (), joins: list[Link | Judgement] | None = None
) -> dict[str, str]:
    """The entity of each record (ids), for a closed set of records and the live judgements on them.

    To ``joins`` is added what joined them, as ``clusters`` does.
    """
    of_kind: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        of_kind[record.kind].append(record)
    found: dict[str, str] = {}
    for kind, members in sorted(of_kind.items()):
        by_id = {r.id: r for r in members}
        exclusive = {r.id: _exclusive(r) for r in members}
        for cluster in clusters(exclusive, _links(kind, members), judgements, joins):
            entity = _entity(kind, [by_id[r] for r in cluster])
            found.update((r, entity) for r in cluster)
    return found


def _links(kind: str, records: Sequence[Record]) -> Iterable[Link]:
    if kind == "person":
        return persons.links(records)
    return events.links(records) if kind in ("meeting", "agreement") else _equal_keys(records)


def _equal_keys(records: Sequence[Record]) -> Iterator[Link]:
    """Bodies and districts with one key are one: each is linked to the first that has it."""
    first: dict[str, str] = {}
    for record in sorted(records, key=lambda r: r.age):
        for key in record.blocks:
            if first.setdefault(key, record.id) != record.id:
                yield Link(first[key], record.id, 1, (f"both are called {key.partition('|')[2] or key}",))


def _exclusive(record: Record) -> Exclusive:
    if isinstance(record.fact, PersonFact):
        return Exclusive(record.article, frozenset(person(record).names.han), record.fact.name)
    if isinstance(record.context, BodyContext):
        return Exclusive(record.id, frozenset({record.context.known} if record.context.known else ()))
    return Exclusive(record.article)


def _entity(kind: str, records: Sequence[Record]) -> str:
    """The id of the tables, if a record has one, else that of the canonical record."""
    known = sorted(r.context.known for r in records if isinstance(r.context, BodyContext) and r.context.known)
    codes = sorted(b for r in records for b in r.blocks) if kind == "district" else []
    if known:
        return known[0]
    return f"d-{codes[0].removeprefix('d:')}" if codes else entity_id(kind, min(records, key=lambda r: r.age).id)
