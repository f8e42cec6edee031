"""The queue for a person to decide: pairs that may be one, those first on whose answer most hangs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final
from weakref import WeakKeyDictionary

from graph.identity.candidates import Memo
from graph.identity.candidates import candidates as undecided
from graph.identity.closure import Stored, read_ids
from graph.identity.judgements import in_force
from graph.identity.judgements import judgements as stored_judgements
from graph.identity.judging import article_edition
from graph.identity.records import LETTER
from graph.questions.contexts import contexts
from graph.questions.doubts import doubts
from graph.questions.entities import by_id
from graph.questions.identity_answers import Identified, Pair, RecordKind
from graph.questions.pages import Key, Page, page
from graph.questions.records import details, in_words, shown_name, stored_records
from graph.questions.steady import steady
from graph.store import Store

SHOWN: Final = 3
"""Records shown of each side."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A pair in the queue, before anything is read of it but how much hangs on it."""

    a: str
    b: str
    score: float
    worth: float
    reasons: tuple[str, ...]

    @property
    def key(self) -> Key:
        """The place in the queue: the worthiest first, then the likeliest."""
        return (-self.worth, -self.score, self.a, self.b)


@steady
def candidates(
    store: Store, *, kind: RecordKind | None = None, limit: int = 25, cursor: str | None = None
) -> Page[Pair]:
    """Pairs that the texts do not decide and that no person judged, by worth. Raises InvalidQuestion."""
    wanted = of_kind(queue(store), kind)
    shown = page(wanted, lambda each: each.key, question=("candidates", kind), limit=limit, cursor=cursor)
    return Page(pairs(store, shown.items), shown.next)


@dataclass(slots=True)
class _Kept:
    """The queue of an edition, and what was compared for it, which holds while no article comes or goes."""

    edition: int
    articles: int
    memo: Memo
    queue: list[Queued]


_queues: WeakKeyDictionary[Store, _Kept] = WeakKeyDictionary()
_building = Lock()


def queue(store: Store) -> list[Queued]:
    """All of the queue at the store's present edition; kept until that moves.

    A judgement moves it too, so only names whose entities it changed are compared anew: a reviewer does not wait.
    """
    edition, articles = store.edition(), article_edition(store)
    with _building:
        kept = _queues.get(store)
        if kept is None or kept.edition != edition:
            memo = kept.memo if kept and kept.articles == articles else {}
            kept = _queues[store] = _Kept(edition, articles, memo, _queue(store, memo))
        return kept.queue


def of_kind(queued: Sequence[Queued], kind: str | None) -> Sequence[Queued]:
    """Those of ``queued`` that are of ``kind``; all for None."""
    return queued if kind is None else [each for each in queued if each.a.startswith(f"{LETTER[kind]}-")]


def pairs(store: Store, queued: Sequence[Queued]) -> tuple[Pair, ...]:
    """What is known of the sides of each of ``queued`` that are still two."""
    records = stored_records(store, {id for each in queued for id in (each.a, each.b)})
    sides = identified(store, records)
    names = {id: side.name for id, side in sides.items()}
    return tuple(
        Pair(
            a=each.a,
            b=each.b,
            score=each.score,
            worth=each.worth,
            reasons=tuple(in_words(reason, names) for reason in each.reasons),
            doubts=doubts(*([s.record for s in records[id]] for id in (each.a, each.b))),
            left=sides[each.a],
            right=sides[each.b],
        )
        for each in queued
        if each.a in sides and each.b in sides
    )


def identified(store: Store, records: dict[str, list[Stored]]) -> dict[str, Identified]:
    """The entities and events that ``records`` are, each with the oldest of them."""
    entities, told, edges = by_id(store, records), contexts(store, records), edge_counts(store, records)
    shown = details(store, [stored for own in records.values() for stored in own[:SHOWN]])
    found = {}
    for id, own in records.items():
        entity = entities.get(id)
        found[id] = Identified(
            id=id,
            kind=own[0].record.kind,
            name=entity.name if entity else shown_name(own[0]),
            name_zh=entity.name_zh if entity else None,
            name_en=entity.name_en if entity else None,
            context=told.get(id),
            edges=edges.get(id, 0),
            stated=len(own),
            records=tuple(detail for detail in shown if detail.entity == id),
        )
    return found


def edge_counts(store: Store, ids: Collection[str]) -> dict[str, int]:
    """How many edges hang on each of ``ids``."""
    return {row["id"]: row["number"] for row in read_ids(store, "edge_counts", ids)}


def _queue(store: Store, memo: Memo) -> list[Queued]:
    judged = _judged(store)
    found = [each for each in undecided(store, memo) if frozenset((each["a"], each["b"])) not in judged]
    edges = edge_counts(store, {each[side] for each in found for side in "ab"})
    queued = [
        Queued(
            each["a"],
            each["b"],
            each["score"],
            round(each["score"] * min(edges.get(each["a"], 0), edges.get(each["b"], 0)), 2),
            tuple(each["reasons"]),
        )
        for each in found
    ]
    return sorted(queued, key=lambda each: each.key)


def _judged(store: Store) -> set[frozenset[str]]:
    """The pairs of entities of which a person judged two records different, or was unsure."""
    standing = [j for j in in_force(stored_judgements(store)) if j.verdict != "same"]
    records = {record for j in standing for record in j.pair}
    entity = {row["id"]: row["entity"] for row in read_ids(store, "ledger_entities", records)}
    return {frozenset(entity.get(record, record) for record in j.pair) for j in standing}
