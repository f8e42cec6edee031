from pathlib import Path

import pytest

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
