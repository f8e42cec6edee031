"""Articles into a store and out of it: one transaction, after which the graph is what all its records say.

A change is settled in three steps. The records that it can concern are read (``closure``); they are resolved anew
(``resolve``); and of every entity that came, went or changed, and of whatever refers to one, the rows as they were and
as they shall be are derived (``derive``). What is written is the difference.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.article import Article
from graph.facts import Facts
from graph.identity import known
from graph.identity.bookkeeping import article_rows, key_rows, oldest_left, redirects
from graph.identity.closure import Stored, read_ids, read_records
from graph.identity.derivation import derivation_row, is_current
from graph.identity.intake import Intake, Outcome
from graph.identity.rebuild import refresh
from graph.identity.records import Record, entity_id
from graph.identity.rows import Rows, difference, rows
from graph.identity.screening import Screen
from graph.identity.sealing import Seal
from graph.identity.surfaces import surfaces
from graph.identity.worlds import World, Worlds, worlds
from graph.store import Change, Edge, Node, Store, Writer

__all__ = ["Outcome", "renew", "settle", "take_in", "take_out"]


def take_in(store: Store, batch: Sequence[tuple[Article, Facts]]) -> list[Outcome]:
    """Take each article with its facts into ``store``, all in one transaction; what became of each, in their order.

    ``added``; ``unchanged``: there was nothing to write; ``replaced``: the same input had said something else before;
    ``duplicate``: another input had brought the same text, and there is still one article. Raises StoreError.
    """
    with store.write() as writer:
        refresh(store, writer)
        screen = Screen(writer, Seal(store.seal))
        intake = Intake(writer, screen.articles(batch))
        intake.renew(screen.stored(screen.again))
        renew(writer, intake, screen)
    return intake.outcomes


def take_out(store: Store, article: str) -> bool:
    """Take the article with this id out of ``store``, with all that only it supported; False if it is not there."""
    with store.write() as writer:
        refresh(store, writer)
        intake = Intake.removal(writer, article)
        _settle(writer, intake, ())
        if next(read_ids(writer, "sealed", [article]), None):
            writer.apply(Change(drop_nodes=[("Sealed", article)]))
    return bool(intake.before)


def settle(writer: Writer, records: Iterable[str]) -> None:
    """Resolve ``records`` (ids) anew, after a judgement on them was put or withdrawn in this transaction.

    Records that are not in the store are passed over: a judgement waits for its articles. Raises StoreError.
    """
    judged = [s.record for s in read_records(writer, "ledger_records_by_id", records)]
    around = worlds(writer, {}, {}, judged)
    writer.apply(difference(_derived(around.before, around), _derived(around.after, around)))


def renew(writer: Writer, intake: Intake, screen: Screen) -> None:
    """Let the articles of ``intake``, which ``screen`` saw, be as it says. Raises StoreError."""
    _settle(writer, intake, screen.members)
    screen.finish(intake.after, intake.before.keys() | intake.after.keys())


def _settle(writer: Writer, intake: Intake, hidden: Collection[str]) -> None:
    """``hidden`` are records whose ids lead nowhere when they go, as if they had never been."""
    before = {r.id: r for held in intake.before.values() for r in held.records.values()}
    after = {r.id: r for held in intake.after.values() for r in held.records.values()}
    gone = {i: Stored(r, intake.entities[i]) for i, r in before.items() if after.get(i) != r}
    come = {i: r for i, r in after.items() if before.get(i) != r}
    old = rows(row for held in intake.before.values() for row in article_rows(held))
    new = rows(row for held in intake.after.values() for row in article_rows(held))
    if not gone and not come and old == new:
        return
    around = worlds(writer, gone, come)
    change = difference(old | _derived(around.before, around), new | _derived(around.after, around))
    stamp = [] if is_current(writer) else [derivation_row()]
    left = oldest_left(around.before.stored, around.after.stored)
    keys = _fresh(writer, come)
    back = [*(entity_id(r.kind, r.id) for r in come.values()), *_supported(keys)]
    called = _called(writer, surfaces(keys), {}, _supported(keys))
    fresh = [*key_rows(keys), *called, *redirects(_removed(gone, come, hidden), come.values(), left)]
    fresh += [Node("Redirect", {"id": a, "to": ""}) for a in intake.before.keys() - intake.after.keys()]
    back += intake.after.keys() - intake.before.keys()
    back += _leading(writer, {entity_id(s.record.kind, r) for r, s in gone.items() if r in hidden and r not in come})
    writer.apply(
        Change(
            drop_edges=change.drop_edges,
            drop_nodes=[*change.drop_nodes, *(("Redirect", id) for id in back)],
            put_nodes=[*change.put_nodes, *stamp, *(row for row in fresh if isinstance(row, Node))],
            put_edges=[*change.put_edges, *(row for row in fresh if isinstance(row, Edge))],
        )
    )
    _sweep(writer, gone)


def _derived(world: World, around: Worlds) -> Rows:
    return rows(world.rows(around.entities, around.changed))


def _fresh(writer: Writer, come: Mapping[str, Record]) -> list[str]:
    """The keys of ``come`` that the store has not yet."""
    keys = {key for r in come.values() for key in r.keys}
    return sorted(keys - {row["id"] for row in read_ids(writer, "ledger_keys", keys)})


def _supported(keys: Iterable[str]) -> list[str]:
    """The ids of the known bodies and districts that are in the graph because of ``keys``."""
    return [key.removeprefix("e:") for key in keys if key.startswith("e:")]


def _called(
    writer: Writer, more: Mapping[str, set[str]], less: Mapping[str, set[str]], without: Iterable[str]
) -> list[Node]:
    """The known bodies and districts that are called otherwise than before, ``without`` those that came or went."""
    changed = {*more, *less} - {*without}
    have = {row["id"]: {*row["aliases"]} for row in read_ids(writer, "entities", changed)}
    told = (known.known_rows(e, (names | more.get(e, set())) - less.get(e, set())) for e, names in sorted(have.items()))
    return [row for rows_ in told for row in rows_ if isinstance(row, Node)]


def _removed(gone: Mapping[str, Stored], come: Mapping[str, Record], hidden: Collection[str]) -> list[Stored]:
    return [stored for r, stored in gone.items() if r not in come and r not in hidden]


def _leading(writer: Writer, ids: Iterable[str]) -> list[str]:
    """The ids that were given up and lead to one of ``ids``, which lead nowhere any more."""
    found: list[str] = []
    rest = set(ids)
    while rest := {row["id"] for row in read_ids(writer, "redirects_to", rest)} - {*found}:
        found += sorted(rest)
    return found


def _sweep(writer: Writer, gone: Mapping[str, Stored]) -> None:
    """Drop the keys that lead to no record any more, and the known bodies and districts that nothing supports."""
    keys = {key for stored in gone.values() for key in stored.record.keys}
    unused = sorted(row["id"] for row in read_ids(writer, "ledger_unused_keys", keys))
    if unused:
        entities = [e for e in _supported(unused) if known.find(e)]
        keyless = [("RecordKey", key) for key in unused]
        nowhere = [Node("Redirect", {"id": e, "to": ""}) for e in entities]
        called = _called(writer, {}, surfaces(unused), entities)
        dropped = [*keyless, *((_label(e), e) for e in entities)]
        writer.apply(Change(drop_nodes=dropped, put_nodes=[*nowhere, *called]))


def _label(entity: str) -> str:
    return "Institution" if entity.startswith("i-") else "District"
