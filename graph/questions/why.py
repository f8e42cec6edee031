"""Why an entity or event is one: its records, and what joined each to the others."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from graph.errors import NotFound
from graph.identity.closure import Stored, closure, read_ids
from graph.identity.clusters import Judgement as JudgementLink
from graph.identity.clusters import Link
from graph.identity.records import BodyContext
from graph.identity.resolve import resolve
from graph.questions.entities import by_id
from graph.questions.find import find
from graph.questions.identity_answers import Join, Judgement, Why
from graph.questions.ids import is_id, successor
from graph.questions.judgements import all_judgements
from graph.questions.records import details, in_words, shown_name, stored_records
from graph.questions.steady import steady
from graph.store import Store

MOST: Final = 200
"""Records shown with their sentences."""


@steady
def why(store: Store, name: str) -> Why:
    """The records of the entity or event that ``name`` stands for, and what made them one.

    Raises NotFound, Gone, Ambiguous.
    """
    entity = subject(store, name)
    records = stored_records(store, [entity])[entity]
    if not records:
        raise NotFound(f"no article states {name!r} by itself; it is here because others are part of it or lie in it")
    shown = records[:MOST]
    ids = {stored.record.id for stored in records}
    judged = [j for j in all_judgements(store) if not ids.isdisjoint((j.left.record, j.right.record))]
    named = by_id(store, [entity])
    listed = [s for s in shown if isinstance(s.record.context, BodyContext) and s.record.context.known == entity]
    joins = [*_by_table(entity, listed), *_by_rules(store, [s for s in shown if s not in listed], ids, judged)]
    return Why(
        id=entity,
        kind=records[0].record.kind,
        name=named[entity].name if named else shown_name(records[0]),
        records=details(store, shown),
        joins=tuple(joins),
        judgements=tuple(judged),
        truncated=len(records) > len(shown),
    )


def subject(store: Store, name: str) -> str:
    """The id of the entity or event that ``name`` stands for: a name, its id, or that of one of its records.

    Raises NotFound, Gone, Ambiguous.
    """
    text = name.strip()
    if text.startswith("r-"):
        for row in read_ids(store, "ledger_entities", [text]):
            return str(row["entity"])
        raise NotFound(f"no record has the id {text!r}")
    if is_id(text) and text[0] in "mg":
        if store.read("edge_counts", ids=[text]):
            return text
        if heir := successor(store, text):
            return heir
        raise NotFound(f"no event has the id {text!r}")
    return find(store, text).id


def _by_table(entity: str, records: Sequence[Stored]) -> Iterator[Join]:
    """Records of a body or district of the tables are one by its row there."""
    for stored in records:
        called = shown_name(stored)
        yield Join(
            by="table",
            left=stored.record.id,
            right=entity,
            reasons=(f"the tables have {called} as {in_words(entity, {})}",),
            judgement=None,
        )


def _by_rules(
    store: Store, records: Sequence[Stored], own: AbstractSet[str], judged: Sequence[Judgement]
) -> Iterator[Join]:
    """What joined ``records`` to their ``own`` (ids), found by resolving all that can concern them once more."""
    around = closure(store, [stored.record for stored in records])
    joins: list[Link | JudgementLink] = []
    resolve((s.record for s in around.stored.values()), sorted(around.judgements.values()), joins)
    names = {s.record.id: shown_name(s) for s in around.stored.values()}
    reasons = {j.id: (f"{j.user} judged them the same", *filter(None, [j.reason])) for j in judged}
    yield from (_join(join, names, reasons) for join in joins if {join.left, join.right} <= own)


def _join(join: Link | JudgementLink, names: Mapping[str, str], reasons: Mapping[str, tuple[str, ...]]) -> Join:
    if isinstance(join, Link):
        told = tuple(in_words(reason, names) for reason in join.reasons)
        return Join(by="evidence", left=join.left, right=join.right, reasons=told, judgement=None)
    return Join(by="judgement", left=join.left, right=join.right, reasons=reasons.get(join.id, ()), judgement=join.id)
