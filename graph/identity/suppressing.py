"""Somebody is taken out of a store, or let in again: one transaction, after which nothing in it tells of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any, Final, cast

from graph.errors import InvalidQuestion, NotFound
from graph.identity import known
from graph.identity.closure import read_ids, read_records
from graph.identity.intake import Intake
from graph.identity.judgements import JudgedRecord, StoredJudgement, judgements
from graph.identity.ledger import renew
from graph.identity.rebuild import refresh
from graph.identity.screening import Screen
from graph.identity.sealing import Seal
from graph.identity.suppressions import Suppression, names_of, suppressions
from graph.store import Change, Node, Reader, Store, Writer

PORTION: Final = 64
"""Articles read by one query, and held at a time."""


@dataclass(frozen=True, slots=True)
class Done:
    """A suppression, how many articles it changed, and whether anything was written: done is not done twice."""

    suppression: Suppression
    articles: int
    changed: bool


def suppress(store: Store, entity: str, *, user: str, reason: str | None = None) -> Done:
    """Take the person or body with the id ``entity`` out of ``store``, and keep them out.

    Raises NotFound, InvalidQuestion for what cannot be taken out, StoreError.
    """
    if entity[:1] not in ("p", "i"):
        raise InvalidQuestion(f"{entity}: persons and institutions can be suppressed; an article is removed")
    if known.find(entity):
        raise InvalidQuestion(f"{entity} is in the tables of public bodies, which a suppression does not change")
    seal = Seal(store.seal)
    with store.write() as writer:
        refresh(store, writer)
        ids = [str(row["id"]) for row in writer.read("records_of", ids=[entity])]
        records = tuple(s.record for s in read_records(writer, "ledger_records_by_id", ids))
        if not records:
            raise NotFound(f"no person or institution has the id {entity!r}")
        kind = records[0].kind
        made = Suppression(
            f"s-{token_hex(6)}", kind, _now(), user, names_of(records), (entity,), records, reason or None
        )
        standing = [*suppressions(writer, seal), made]
        writer.apply(Change(put_nodes=[made.node(seal)]))
        screen = Screen(writer, seal, standing)
        affected = {r.article for r in records} | set(_naming(writer, made))
        return Done(made, _renew(writer, screen, affected), changed=True)


def release(store: Store, id: str, *, user: str) -> Done:
    """Let the one whom the suppression ``id`` keeps out in again, with all that was there; it stays listed.

    Raises NotFound, StoreError.
    """
    seal = Seal(store.seal)
    with store.write() as writer:
        refresh(store, writer)
        found = {s.id: s for s in suppressions(writer, seal)}
        if id not in found:
            raise NotFound(f"no suppression has the id {id!r}")
        if found[id].withdrawn is not None:
            return Done(found[id], 0, changed=False)
        found[id] = replace(found[id], withdrawn=_now(), withdrawn_by=user)
        writer.apply(Change(put_nodes=[found[id].node(seal)]))
        screen = Screen(writer, seal, list(found.values()))
        sealed = [str(row["id"]) for row in writer.read("sealed_ids")]
        return Done(found[id], _renew(writer, screen, {i for i in sealed if i.startswith("a-")}), changed=True)


def enforce(store: Store) -> int:
    """Look again for whom the suppressions keep out, after other rules joined other records; how many articles changed.

    Raises StoreError.
    """
    with store.write() as writer:
        screen = Screen(writer, Seal(store.seal))
        return _renew(writer, screen, set()) if screen.standing else 0


def keep_judgements(writer: Writer, screen: Screen, made: Sequence[StoredJudgement]) -> None:
    """Put judgements, without what they tell of those who are out; that is sealed."""
    put: list[Node] = []
    drop: list[tuple[str, str]] = []
    for judgement in made:
        shown = screen.judgement(judgement)
        put.append(shown.node())
        if shown != judgement:
            put.append(Node("Sealed", {"id": judgement.id, "sealed": screen.seal.sealed(asdict(judgement))}))
        elif screen.any:
            drop.append(("Sealed", judgement.id))
    writer.apply(Change(drop_nodes=drop, put_nodes=put))


def _renew(writer: Writer, screen: Screen, articles: set[str]) -> int:
    held = screen.stored(articles)
    renew(writer, Intake.renewal(writer, held), screen)
    there = judgements(writer)
    whole = _whole(writer, screen, there)
    again = [j for j in whole if screen.judgement(j) != _by_id(there)[j.id]]
    if again:
        keep_judgements(writer, screen, again)
    return len(held)


def _whole(writer: Writer, screen: Screen, there: Sequence[StoredJudgement]) -> list[StoredJudgement]:
    """The judgements as they were made: what was sealed of them put back, whether it was withdrawn since or not."""
    sealed = {row["id"]: screen.seal.opened(row["sealed"]) for row in read_ids(writer, "sealed", _by_id(there))}
    return [_restored(j, sealed[j.id]) if j.id in sealed else j for j in there]


def _restored(judgement: StoredJudgement, told: Mapping[str, Any]) -> StoredJudgement:
    left, right = (JudgedRecord(**told[side]) for side in ("left", "right"))
    return replace(judgement, left=left, right=right, reason=told["reason"])


def _by_id(there: Sequence[StoredJudgement]) -> dict[str, StoredJudgement]:
    return {j.id: j for j in there}


def _naming(reader: Reader, made: Suppression) -> Iterator[str]:
    """The articles that have a full name of it, wherever: extraction may have overlooked it."""
    after, called = "", made.called
    while rows := cast("list[dict[str, str]]", reader.read("article_texts", after=after, limit=PORTION)):
        for row in rows:
            told = "\n".join(filter(None, (row["title"], row["text"])))
            address = any(map(called.in_address, filter(None, (row["url"], row["source"]))))
            if address or next(called.spans(told, sure=False), None):
                yield row["id"]
        after = rows[-1]["id"]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
