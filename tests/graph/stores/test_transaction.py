"""What a transaction promises, whichever engine runs it."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.errors import StoreError
from graph.store import Change, Edge, Node, Store, Value
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


def people(store: Store) -> dict[str, Value]:
    return {node.id: node.properties["name"] for node in store.nodes("Person")}


def test_the_edition_counts_transactions_that_applied_something(store: Store) -> None:
    apply(store, put_nodes=[person("p-1")])
    with store.write() as writer:
        writer.apply(Change(put_nodes=[person("p-2")]))
        writer.apply(Change(drop_nodes=[("Person", "p-2")]))
    assert store.edition() == 2
    with store.write() as writer:
        writer.apply(Change())
        writer.read("edition", id="graph")
    assert store.edition() == 2


def test_a_transaction_reads_what_it_wrote_and_others_do_not(store: Store) -> None:
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Record", {"id": "r-1", "payload": "{}"})]))
        assert [row["payload"] for row in writer.read("ledger_records_by_id", ids=["r-1"])] == ["{}"]
        assert store.read("ledger_records_by_id", ids=["r-1"]) == []
    assert [row["payload"] for row in store.read("ledger_records_by_id", ids=["r-1"])] == ["{}"]


def test_leaving_with_an_error_takes_everything_back(store: Store) -> None:
    apply(store, put_nodes=[person("p-1", name="a")])

    def fail() -> None:
        with store.write() as writer:
            writer.apply(Change(put_nodes=[person("p-1", name="b"), person("p-2")]))
            raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        fail()
    assert people(store) == {"p-1": "a"}
    assert store.edition() == 1
    apply(store, put_nodes=[person("p-3")])
    assert list(people(store)) == ["p-1", "p-3"]


def test_an_error_that_is_swallowed_does_not_commit_half(store: Store) -> None:
    def swallow() -> None:
        with store.write() as writer:
            writer.apply(Change(put_nodes=[person("p-1")]))
            with pytest.raises(StoreError):
                writer.apply(Change(put_edges=[met("p-1", "p-9", "m-1")]))
            with pytest.raises(StoreError, match="can only be left"):
                writer.apply(Change(put_nodes=[person("p-2")]))

    with pytest.raises(StoreError, match="nothing was written"):
        swallow()
    assert people(store) == {}


def test_a_transaction_inside_another_is_refused_and_the_outer_one_goes_on(store: Store) -> None:
    with store.write() as writer:
        writer.apply(Change(put_nodes=[person("p-1")]))
        with pytest.raises(StoreError, match="transactions do not nest"):
            apply(store, put_nodes=[person("p-2")])
        writer.apply(Change(put_nodes=[person("p-3")]))
    apply(store, put_nodes=[person("p-4")])
    assert list(people(store)) == ["p-1", "p-3", "p-4"]


def test_writers_that_read_before_they_write_wait_for_each_other(store: Store) -> None:
    def count_up() -> None:
        for _ in range(10):
            with store.write() as writer:
                found = writer.read("ledger_records_by_id", ids=["r-1"])
                count = int(str(found[0]["payload"])) if found else 0
                writer.apply(Change(put_nodes=[Node("Record", {"id": "r-1", "payload": str(count + 1)})]))

    in_threads([count_up] * 3)
    assert store.read("ledger_records_by_id", ids=["r-1"])[0]["payload"] == "30"
    assert store.edition() == 30


def test_what_an_edition_counts_is_read_whole_while_a_writer_works(store: Store) -> None:
    done = threading.Event()

    def write() -> None:
        for i in range(15):
            apply(store, put_nodes=[Node("Record", {"id": f"r-{i}-{j}", "payload": "x"}) for j in range(50)])
        done.set()

    def read() -> None:
        while not done.is_set():
            counted = {f"r-{i}-{j}" for i in range(store.edition()) for j in range(50)}
            rows = store.read("ledger_records_by_id", ids=[f"r-{i}-{j}" for i in range(15) for j in range(50)])
            assert counted <= {row["id"] for row in rows}

    in_threads([write, read, read])


def in_threads(steps: list[Callable[[], None]]) -> None:
    with ThreadPoolExecutor(len(steps)) as pool:
        for future in [pool.submit(step) for step in steps]:
            future.result()
