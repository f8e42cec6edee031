"""All that a store holds, one label and one type at a time, and a digest of it."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Final, TypeAlias, cast

from graph.schema import EDGES, NODES
from graph.store import Edge, Node, Row, Store, Value
from graph.stores.queries import Dialect, query

PAGE = 1000
"""Nodes asked for at once; their ids are read first, so an answer never grows with the store."""
NOT_CONTENT: Final = frozenset({"Edition", "Redirect", "Origin", "Suppression", "Sealed"})
"""Labels that tell of the store's past, not of what its articles say."""

Rows: TypeAlias = Callable[[str, Mapping[str, Value]], list[Row]]


def nodes(dialect: Dialect, rows: Rows, label: str) -> Iterator[Node]:
    """In the order of their ids."""
    columns = ", ".join(f"n.`{name}` AS `{name}`" for name in NODES[label].columns)
    text = query(dialect, "nodes").filled(label=label, columns=columns)
    for ids in _pages(dialect, rows, label):
        page = {str(row["id"]): row for row in rows(text, {"ids": ids})}
        yield from (Node(label, page[id]) for id in ids if id in page)


def edges(dialect: Dialect, rows: Rows, type: str) -> Iterator[Edge]:
    """By source; the order among the edges of one source is not fixed."""
    columns = "".join(f", r.`{name}` AS `{name}`" for name in EDGES[type].columns)
    for source, target in EDGES[type].pairs:
        text = query(dialect, "edges").filled(type=type, source=source, target=target, columns=columns)
        for ids in _pages(dialect, rows, source):
            for row in rows(text, {"ids": ids}):
                ends = (source, str(row.pop("source"))), (target, str(row.pop("target")))
                yield Edge(type, *ends, row)


def _pages(dialect: Dialect, rows: Rows, label: str) -> Iterator[list[str]]:
    ids = (cast(str, row["id"]) for row in rows(query(dialect, "ids").filled(label=label), {}))
    while page := list(islice(ids, PAGE)):
        yield page


def content_hash(store: Store) -> str:
    """64 hexadecimal digits, equal for stores of equal nodes and edges, whatever the engine and the order of writing.

    The digests of the elements are added up, so that nothing has to be kept or sorted (Bellare and Micciancio 1997,
    AdHash); a sum also tells how often an element occurs.
    """
    total = 0
    for label in NODES.keys() - NOT_CONTENT:
        for node in store.nodes(label):
            total += _digest(label, node.properties)
    for type, edge_type in EDGES.items():
        if NOT_CONTENT.isdisjoint(label for pair in edge_type.pairs for label in pair):
            for edge in store.edges(type):
                total += _digest(type, edge.source, edge.target, edge.properties)
    return f"{total % 2**256:064x}"


def _digest(*parts: object) -> int:
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest(), "big")
