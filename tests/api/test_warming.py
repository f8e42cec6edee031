import threading
import time
from collections.abc import Callable
from pathlib import Path

from api.warming import Warming
from graph.questions.tally import known
from graph.store import Change, Node, Store
from graph.stores import open_store


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not done() and time.monotonic() < end:
        time.sleep(0.01)
    assert done()


def reading() -> bool:
    return any(thread.name == "warm" for thread in threading.enumerate())


def put(store: Store, id: str) -> None:
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": id})]))


def count(store: Store) -> int:
    """Of the events in memory; -1 where those of this edition are not there."""
    events = known(store)
    return -1 if events is None else len(events.ids)


def test_what_was_written_is_read_once_a_request_saw_it_and_settled_once(tmp_path: Path) -> None:
    settled: list[bool] = []
    with open_store(tmp_path / "graph.lbug") as store:
        put(store, "m-01")
        warming = Warming(store, lambda: settled.append(True))
        try:
            until(lambda: warming.ready)
            assert count(store) == 1
            warming.seen(store.edition())
            put(store, "m-02")
            assert count(store) == -1

            def read_again() -> bool:
                warming.seen(store.edition())
                return count(store) == 2

            until(read_again)
            assert settled == [True]
        finally:
            warming.end()


def test_nothing_is_read_any_more_once_it_ended(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        warming = Warming(store, lambda: None)
        until(lambda: warming.ready)
        until(lambda: not reading())
        warming.end()
        put(store, "m-01")
        warming.seen(store.edition())
        assert not reading()
        assert count(store) == -1
