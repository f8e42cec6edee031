"""Judgements as they stand: in force, waiting for an article, replaced by a later one, withdrawn."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Final

from graph.errors import NotFound
from graph.identity.closure import read_ids
from graph.identity.judgements import JudgedRecord, StoredJudgement, in_force
from graph.identity.judgements import judgements as stored_judgements
from graph.questions.identity_answers import Decided, JudgedSide, Judgement, Standing
from graph.questions.pages import Page, page
from graph.questions.steady import steady
from graph.store import Reader, Store

_NEWEST: Final = str.maketrans("0123456789", "9876543210")
"""Turns digits round, so that the latest of two times sorts first."""


@steady
def judgements(
    store: Store,
    *,
    standing: Standing | None = None,
    entity: str | None = None,
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Judgement]:
    """The latest first; ``standing`` and ``entity`` (an id: on records of this one) leave the others out.

    Raises InvalidQuestion for a bad limit or cursor.
    """
    found = [
        j
        for j in all_judgements(store)
        if standing in (None, j.standing) and entity in (None, j.left.entity, j.right.entity)
    ]
    return page(
        sorted(found, key=_latest_first),
        _latest_first,
        question=("judgements", standing, entity),
        limit=limit,
        cursor=cursor,
    )


@steady
def judgement(store: Store, id: str) -> Judgement:
    """The judgement of this id. Raises NotFound."""
    for found in all_judgements(store):
        if found.id == id:
            return found
    raise NotFound(f"no judgement has the id {id!r}")


def decided(store: Store, id: str, warnings: tuple[str, ...]) -> Decided:
    """The judgement of this id that was just made, with what ``doubts.warnings`` said before. Raises NotFound."""
    found = judgement(store, id)
    return Decided(**{field.name: getattr(found, field.name) for field in fields(found)}, warnings=warnings)


def all_judgements(reader: Reader) -> list[Judgement]:
    """Every judgement, the oldest first."""
    stored = stored_judgements(reader)
    return told(reader, stored, stored)


def told(reader: Reader, some: Iterable[StoredJudgement], stored: Iterable[StoredJudgement]) -> list[Judgement]:
    """``some`` of the judgements that are ``stored``, with how they stand now."""
    shown = list(some)
    force = {j.id for j in in_force(stored)}
    records = {record for j in shown for record in j.pair}
    entities = {row["id"]: row["entity"] for row in read_ids(reader, "ledger_entities", records)}
    return [_told(j, force, entities) for j in shown]


def _told(stored: StoredJudgement, force: set[str], entities: dict[str, str]) -> Judgement:
    left, right = (_side(side, entities) for side in (stored.left, stored.right))
    standing: Standing = "in force"
    if stored.withdrawn is not None:
        standing = "withdrawn"
    elif stored.id not in force:
        standing = "replaced"
    elif left.entity is None or right.entity is None:
        standing = "waiting"
    return Judgement(
        id=stored.id,
        kind=stored.kind,
        verdict=stored.verdict,
        left=left,
        right=right,
        user=stored.user,
        made=stored.made,
        reason=stored.reason,
        standing=standing,
        withdrawn=stored.withdrawn,
        withdrawn_by=stored.withdrawn_by,
    )


def _side(side: JudgedRecord, entities: dict[str, str]) -> JudgedSide:
    return JudgedSide(record=side.record, entity=entities.get(side.record), name=side.name, source=side.source)


def _latest_first(judgement: Judgement) -> tuple[str, str]:
    return judgement.made.translate(_NEWEST), judgement.id
