from pathlib import Path

import pytest

from graph.schema import EDGES, NODES
from graph.store import Change, Edge, Node, Store, Value
from graph.stores import content_hash, open_store
from graph.stores.local_neo4j import CURRENT

pytestmark = pytest.mark.parametrize(
    "store_settings",
    ["ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j), pytest.param(CURRENT, marks=pytest.mark.neo4j)],
    ids=["ladybug", "neo4j-5.26", "neo4j-2026.08"],
    indirect=True,
)


def person(id: str, **properties: Value) -> Node:
    return Node("Person", {"id": id, **properties})


def met(source: str, target: str, event: str, **properties: Value) -> Edge:
    return Edge("MET", ("Person", source), ("Person", target), {"event": event, **properties})


def apply(store: Store, **parts: list[Node] | list[Edge] | list[tuple[str, str]]) -> None:
    with store.write() as writer:
        writer.apply(Change(**parts))  # type: ignore[arg-type]


def test_equal_contents_have_equal_hashes_in_whatever_order_they_came(store: Store, tmp_path: Path) -> None:
    nodes = [
        person("p-1", name="郭福", aliases=["b", "a"]),
        person("p-2"),
        Node("Meeting", {"id": "m-1", "size": 2, "confidence": 0.1}),
    ]
    edges = [met("p-1", "p-2", "m-1", confidence=1), met("p-1", "p-2", "m-2")]
    apply(store, put_nodes=nodes, put_edges=edges)
    with open_store(tmp_path / "other.lbug") as other:
        for node in reversed(nodes):
            apply(other, put_nodes=[node])
        for edge in reversed(edges):
            apply(other, put_edges=[edge])
        assert content_hash(other) == content_hash(store)
        apply(other, drop_edges=edges[:1])
        assert content_hash(other) != content_hash(store)
        apply(other, put_edges=edges[:1])
        apply(other, put_nodes=[person("p-1", name="郭福", aliases=["a", "b"])])
        assert content_hash(other) != content_hash(store)


def test_the_past_of_a_store_is_not_its_content(store: Store) -> None:
    apply(store, put_nodes=[person("p-1")])
    before = content_hash(store)
    apply(store, put_nodes=[Node("Redirect", {"id": "p-0", "to": "p-1"}), Node("Origin", {"id": "o", "article": "a"})])
    assert content_hash(store) == before


def test_tables_hold_what_nodes_and_edges_tell(store: Store) -> None:
    gone = person("p-gone")
    apply(store, put_nodes=[person("p-0"), gone, person("p-1", name="郭\x00福\x1f", aliases=["=1+1", ""])])
    apply(store, drop_nodes=[("Person", "p-gone")])
    apply(store, put_nodes=[person("p-2"), Node("District", {"id": "d-1"}), Node("Institution", {"id": "i-1"})])
    edges = [
        met("p-2", "p-1", "m-1", confidence=0.5, date="2024"),
        met("p-0", "p-2", "m-2"),
        Edge("MET", ("District", "d-1"), ("Institution", "i-1"), {"event": "m-1"}),
    ]
    apply(store, put_edges=edges)
    for label in NODES:
        rows = [row for table in store.node_tables(label) for row in table.to_pylist()]
        assert sorted(rows, key=lambda row: str(row["id"])) == [dict(node.properties) for node in store.nodes(label)]
    for type in EDGES:
        found = [
            Edge(type, (a, row.pop("source")), (b, row.pop("target")), row)
            for a, b, table in store.edge_tables(type)
            for row in table.to_pylist()
        ]
        assert sorted(map(repr, found)) == sorted(map(repr, store.edges(type)))
