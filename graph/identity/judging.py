"""A person decides about two records, or takes a decision back: one transaction, after which the graph obeys it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import cast

from graph.errors import Contradiction, InvalidQuestion, NotFound
from graph.facts import AgreementFact, MeetingFact
from graph.identity import known
from graph.identity.closure import Stored, read_ids, read_records
from graph.identity.clusters import Verdict
from graph.identity.contradictions import acceptable, check
from graph.identity.derivation import is_current
from graph.identity.judgements import (
    JudgedRecord,
    StoredJudgement,
    in_force,
    judgement_id,
    judgements,
    utc,
    withdrawn,
)
from graph.identity.ledger import settle
from graph.identity.rebuild import refresh
from graph.identity.records import Record
from graph.identity.screening import Screen
from graph.identity.sealing import Seal
from graph.identity.suppressing import keep_judgements
from graph.store import Change, Node, Reader, Store, Writer

DECIDED_ID = "judgements"
"""The id of the Edition node that counts the transactions in which something was judged."""
LONGEST_NAME = 120
"""Code points of what a judgement keeps of a record's name."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and the entities that its records are now (None: the record is not in the store).

    ``changed`` tells whether anything was written: what stands already is not judged twice.
    """

    judgement: StoredJudgement
    left: str | None
    right: str | None
    changed: bool


def judge(store: Store, left: str, right: str, verdict: Verdict, *, user: str, reason: str | None = None) -> Judged:
    """Decide about two records (ids) that are in ``store``.

    Of several judgements on one pair the latest counts; "different" keeps the whole clusters apart. Raises NotFound,
    InvalidQuestion where the two cannot be judged so, Contradiction where others in force would not let it hold.
    """
    with _deciding(store) as (writer, all_made):
        sides = _both(writer, left, right)
        standing = next((j for j in in_force(all_made) if j.pair == {left, right}), None)
        if standing and standing.verdict == verdict:
            return _judged(writer, standing, changed=False)
        _check_tables(sides, verdict)
        made = _now(all_made)
        a, b = (_told(writer, side.record) for side in sides)
        id = judgement_id(left, right, verdict, user, made)
        judgement = StoredJudgement(id, sides[0].record.kind, a, b, verdict, user, made, reason or None)
        check(all_made, [*all_made, judgement])
        _put(store, writer, [judgement])
        found = _judged(writer, judgement, changed=True)
        _check_outcome(found)
        return found


def withdraw(store: Store, id: str | None = None, *, user: str) -> Judged:
    """Take back the judgement ``id``, without one the latest that is in force; one taken back before stays as it is.

    Raises NotFound, and Contradiction where an older judgement on the pair would come back that others do not allow.
    """
    with _deciding(store) as (writer, all_made):
        judgement = _wanted(all_made, id) if id else _latest(writer, all_made)
        if judgement.withdrawn is not None:
            return _judged(writer, judgement, changed=False)
        taken_back = withdrawn(judgement, _now(all_made), user)
        check(all_made, [taken_back if j.id == judgement.id else j for j in all_made])
        _put(store, writer, [taken_back])
        return _judged(writer, taken_back, changed=True)


def take_judgements(store: Store, batch: Sequence[StoredJudgement]) -> list[Judged | Contradiction]:
    """Take judgements that were made elsewhere, in one transaction; what became of each, in their order.

    One whose records are not in ``store`` waits for them. One that is here already changes nothing, but that it is
    withdrawn where the other is. What cannot stand beside the others is left out, the latest made of them first.
    Raises StoreError.
    """
    with _deciding(store) as (writer, all_made):
        taken, left_out = acceptable(all_made, batch)
        _put(store, writer, list(taken.values()))
        here = {j.id: j for j in all_made} | taken
        return [
            left_out[came.id] if came.id in left_out else _judged(writer, here[came.id], changed=came.id in taken)
            for came in batch
        ]


def article_edition(store: Store) -> int:
    """The edition of ``store`` without what judgements added to it: it stays while no article comes or goes."""
    while True:
        edition = store.edition()
        decided = _decided(store)
        if store.edition() == edition:
            return edition - decided


@contextmanager
def _deciding(store: Store) -> Iterator[tuple[Writer, list[StoredJudgement]]]:
    """A transaction on a graph that today's rules derived, with all judgements there are."""
    with store.write() as writer:
        if not is_current(writer):
            refresh(store, writer)
            if is_current(writer):  # The records are others now, as if articles had come.
                _count(writer, -1)
        yield writer, judgements(writer)


def _put(store: Store, writer: Writer, made: Sequence[StoredJudgement]) -> None:
    if made:
        keep_judgements(writer, Screen(writer, Seal(store.seal)), made)
        settle(writer, {record for j in made for record in j.pair})
        _count(writer, 1)


def _count(writer: Writer, more: int) -> None:
    writer.apply(Change(put_nodes=[Node("Edition", {"id": DECIDED_ID, "number": _decided(writer) + more})]))


def _decided(reader: Reader) -> int:
    """How many transactions judged something."""
    found = reader.read("edition", id=DECIDED_ID)
    return cast(int, found[0]["number"]) if found else 0


def _judged(reader: Reader, judgement: StoredJudgement, *, changed: bool) -> Judged:
    now = {row["id"]: row["entity"] for row in read_ids(reader, "ledger_entities", judgement.pair)}
    return Judged(judgement, now.get(judgement.left.record), now.get(judgement.right.record), changed)


def _both(reader: Reader, left: str, right: str) -> tuple[Stored, Stored]:
    if left == right:
        raise InvalidQuestion(f"{left} is one record; a judgement is about two")
    found = {s.record.id: s for s in read_records(reader, "ledger_records_by_id", (left, right))}
    for record in (left, right):
        if record not in found:
            raise NotFound(f"no record has the id {record!r}")
    kinds = found[left].record.kind, found[right].record.kind
    if kinds[0] != kinds[1]:
        raise InvalidQuestion(f"{left} is of kind {kinds[0]}, {right} of kind {kinds[1]}: they cannot be judged")
    return found[left], found[right]


def _check_tables(sides: tuple[Stored, Stored], verdict: Verdict) -> None:
    """What the tables know to be two is two: it is the table that would have to be mended."""
    entities = sides[0].entity, sides[1].entity
    if verdict == "same" and entities[0] != entities[1] and all(map(known.find, entities)):
        raise InvalidQuestion(f"the tables have {entities[0]} and {entities[1]} as two; a judgement does not join them")


def _check_outcome(found: Judged) -> None:
    """Raises InvalidQuestion, which rolls back, for a judgement that the tables keep from having any effect."""
    if found.judgement.verdict == "different" and found.left == found.right:
        raise InvalidQuestion(f"by the tables both stand for {found.left}; a judgement does not part them")


def _now(all_made: Sequence[StoredJudgement]) -> str:
    """The time, later than that of every judgement there is, even one made under a clock that was ahead."""
    latest = max((max(j.made, j.withdrawn or "") for j in all_made), default="")
    now = datetime.now(UTC)
    if latest >= utc(now.isoformat()):
        now = datetime.fromisoformat(latest) + timedelta(microseconds=1)
    return utc(now.isoformat())


def _latest(reader: Reader, all_made: Sequence[StoredJudgement]) -> StoredJudgement:
    """The latest that has an effect: one that waits for an article has none."""
    standing = in_force(all_made)
    here = {row["id"] for row in read_ids(reader, "ledger_entities", {record for j in standing for record in j.pair})}
    if found := [j for j in standing if j.pair <= here]:
        return found[-1]
    raise NotFound("no judgement is in force that could be taken back")


def _wanted(all_made: Sequence[StoredJudgement], id: str) -> StoredJudgement:
    for judgement in all_made:
        if judgement.id == id:
            return judgement
    raise NotFound(f"no judgement has the id {id!r}")


def _told(reader: Reader, record: Record) -> JudgedRecord:
    sources = [row["url"] or row["source"] for row in read_ids(reader, "article_sources", [record.article])]
    return JudgedRecord(record.id, name_of(record), sources[0] if sources else None)


def name_of(record: Record) -> str:
    """What its article calls the entity; of an event the beginning of the sentence that tells of it."""
    if isinstance(record.fact, MeetingFact | AgreementFact):
        return " ".join((record.fact.evidence.quote if record.fact.evidence else "").split())[:LONGEST_NAME]
    return record.fact.name[:LONGEST_NAME]
