import time
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from api.opened import OpenedStore
from graph.errors import StoreFull
from graph.questions import ranking, search, stats
from graph.questions import warm as warming
from graph.settings import Settings
from graph.store import Change, Node, Store, Value
from graph.stores import open_store


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Of a service over a store of one person."""
    path = tmp_path / "graph.lbug"
    names: dict[str, Value] = {"name": "Nora Berg", "name_zh": None, "name_en": "Nora Berg", "aliases": []}
    with open_store(path) as store, store.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Person", {"id": "p-01", **names})]))
    return Settings(store=str(path))


def made_warm(opened: OpenedStore) -> Store:
    """The store, once the service says that it is ready."""
    store, until = opened.get(), time.monotonic() + 60
    while not opened.warm and time.monotonic() < until:
        time.sleep(0.01)
    assert opened.warm
    return store


def test_a_service_that_is_ready_has_read_what_dashboards_ask_first(settings: Settings) -> None:
    opened = OpenedStore(settings, None)
    try:
        store, before = made_warm(opened), {query: reads(query) for query in ("entity_names", "stats_days")}
        assert [hit.id for hit in search(store, "Nora Berg").items] == ["p-01"]
        assert ranking(store).items == ()
        assert stats(store).nodes["person"] == 1
        assert {query: reads(query) for query in before} == before
    finally:
        opened.close()


def test_a_service_is_ready_though_what_is_read_first_found_no_room(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Store) -> None:
        raise StoreFull("no memory")

    monkeypatch.setattr(warming, "renew", full)
    opened = OpenedStore(settings, None)
    try:
        assert made_warm(opened).edition() == 1
    finally:
        opened.close()


def reads(query: str) -> float:
    """How often the query was read since the process began."""
    return REGISTRY.get_sample_value("jingjinji_store_seconds_count", {"query": query}) or 0.0
