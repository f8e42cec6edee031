"""The whole graph derived anew from what is kept of its articles: after an upgrade, or on demand.

What is written is the difference to what the store has, so a store that is right already stays as it is. All records
and rows are held in memory meanwhile; article texts are not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final, cast

from graph.article import KeptArticle
from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, PersonFact
from graph.identity.article_records import records_of
from graph.identity.bookkeeping import article_rows, key_rows, oldest_left, redirects
from graph.identity.closure import Stored, standing_judgements
from graph.identity.derivation import derivation_row, is_current
from graph.identity.intake import Held, shown_source
from graph.identity.records import Record, entity_id
from graph.identity.resolve import resolve
from graph.identity.rows import Rows, difference, rows, whole
from graph.identity.worlds import World
from graph.schema import EDGES
from graph.store import Change, Edge, Node, Reader, Store, Writer

DERIVED: Final = ("Person", "Institution", "District", "Meeting", "Agreement", "Record", "RecordKey")
"""The labels of nodes that follow, wholly or but for the facts in them, from what is kept."""

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many articles a store has, and how many nodes and edges were not as they should be."""

    articles: int
    put: int
    dropped: int


def _quiet(_: int) -> None:
    """No progress wanted."""


def rebuild(store: Store, *, on_progress: Progress = _quiet) -> Rebuilt:
    """Derive all of ``store`` anew, in one transaction. ``on_progress`` is called with the articles done.

    Raises StoreError.
    """
    with store.write() as writer:
        return _rebuild(store, writer, on_progress)


def refresh(store: Store, writer: Writer) -> None:
    """Derive the store anew if other rules derived it. It is read from outside: be first in the transaction."""
    if not is_current(writer) and next(store.nodes("Article"), None) is not None:
        _rebuild(store, writer, _quiet)


def _rebuild(store: Store, writer: Writer, on_progress: Progress) -> Rebuilt:
    found = due(store, writer, on_progress)
    stamp = [] if is_current(writer) else [derivation_row()]
    drop_edges, put_edges = found.graph.drop_edges, found.graph.put_edges
    dropped, put = [*found.graph.drop_nodes, *found.back], [*found.kept, *found.graph.put_nodes, *found.moved, *stamp]
    if dropped or put or drop_edges or put_edges:
        writer.apply(Change(drop_edges, dropped, put, put_edges))
    put_rows = len(found.kept) + len(found.graph.put_nodes) + len(put_edges)
    return Rebuilt(found.articles, put_rows, len(found.graph.drop_nodes) + len(drop_edges))


@dataclass(frozen=True, slots=True)
class Due:
    """What a store lacks to be what follows from its articles, facts and judgements."""

    articles: int
    """How many there are."""
    graph: Change
    """Of the rows that are derived."""
    kept: list[Node]
    """Articles and inputs that show other names than they should."""
    moved: list[Node]
    back: list[tuple[str, str]]
    """Redirects that are missing, and that lead away from what is there."""


def due(store: Store, reader: Reader, on_progress: Progress = _quiet) -> Due:
    """Derive everything anew and compare; ``reader`` is ``store`` or a transaction of it. Raises StoreError."""
    stored = _stored(store)
    of_article: dict[str, list[Record]] = defaultdict(list)
    for each in stored.values():
        of_article[each.record.article].append(each.record)
    origins: dict[str, list[Node]] = defaultdict(list)
    for origin in store.nodes("Origin"):
        origins[str(origin.properties["article"])].append(origin)
    records: dict[str, Record] = {}
    kept: list[Node] = []
    done = 0
    for done, article in enumerate(store.nodes("Article"), 1):
        records |= {r.id: r for r in _records(article, of_article[article.id])}
        kept += _kept(article, origins[article.id])
        on_progress(done)
    entities = resolve(records.values(), standing_judgements(reader))
    world = World({i: Stored(r, entities[i]) for i, r in records.items()})
    gone = [s for i, s in stored.items() if i not in records]
    come = [r for i, r in records.items() if i not in stored]
    moved = list(redirects(gone, come, oldest_left(stored, world.stored)))
    back = [("Redirect", entity_id(r.kind, r.id)) for r in come]
    back += [("Redirect", s) for s in sorted({s for r in come for s in r.supports})]
    return Due(done, difference(_graph(store), _derived(world)), kept, moved, back)


def _stored(store: Store) -> dict[str, Stored]:
    return {n.id: Stored(Record.stored(n.properties), str(n.properties["entity"])) for n in store.nodes("Record")}


def _records(article: Node, stored: Sequence[Record]) -> list[Record]:
    """The records of ``article`` as today's rules make them from its stored facts."""
    given = cast(Mapping[str, Any], article.properties)
    facts = [r.fact for r in stored]
    told = Facts(
        article.id,
        given["lang"],
        published=given["published"],
        persons=tuple(f for f in facts if isinstance(f, PersonFact)),
        institutions=tuple(f for f in facts if isinstance(f, InstitutionFact)),
        districts=tuple(f for f in facts if isinstance(f, DistrictFact)),
        meetings=tuple(f for f in facts if isinstance(f, MeetingFact)),
        agreements=tuple(f for f in facts if isinstance(f, AgreementFact)),
    )
    kept = KeptArticle(article.id, given["text"], given["url"], kept_id=article.id)
    return records_of(kept, told)


def _kept(article: Node, origins: Sequence[Node]) -> Iterator[Node]:
    """The article and its inputs, where they do not show their names as today's rules would."""
    url = article.properties["url"]
    names = {o.id: shown_source(str(url) if url else None, str(o.properties["source"])) for o in origins}
    if names:
        properties = {k: v for k, v in article.properties.items() if k != "source"}
        change = difference(rows([article, *origins]), rows(article_rows(Held(properties, {}, names))))
        yield from change.put_nodes


def _graph(store: Store) -> Rows:
    nodes: Iterator[Node | Edge] = chain.from_iterable(map(store.nodes, DERIVED))
    return rows(map(whole, chain(nodes, chain.from_iterable(map(store.edges, EDGES)))))


def _derived(world: World) -> Rows:
    keys = sorted({key for s in world.stored.values() for key in s.record.keys})
    own = world.rows(world.entities(world.stored), world.stored)
    derived: Iterator[Node | Edge] = chain(key_rows(keys), own)
    return rows(map(whole, derived))
