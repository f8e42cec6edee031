"""Whether nothing is closed under a thread that reads."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest

from graph.errors import StoreError
from graph.settings import Settings
from graph.store import Store
from graph.stores import open_store
from graph.stores.uses import Uses


def test_closing_waits_for_another_thread() -> None:
    uses, begun, ended = Uses(), Event(), Event()

    def read() -> None:
        with uses.one():
            begun.set()
            time.sleep(0.2)
            ended.set()

    thread = Thread(target=read)
    thread.start()
    begun.wait()
    assert uses.close(60)
    assert ended.is_set()
    thread.join()


def test_closing_does_not_wait_for_its_own_thread_nor_for_ever() -> None:
    uses, begun, end = Uses(), Event(), Event()

    def read() -> None:
        with uses.one():
            begun.set()
            end.wait()

    with uses.one():
        assert uses.close(60)
    uses = Uses()
    thread = Thread(target=read)
    thread.start()
    begun.wait()
    assert not uses.close(0.01)
    end.set()
    thread.join()
    assert uses.close(60)


def test_nothing_is_begun_once_all_is_closed() -> None:
    uses = Uses()
    with uses.one():
        uses.close(0)
        with pytest.raises(StoreError, match="closed"):
            uses.check()
    with pytest.raises(StoreError, match="closed"), uses.one():
        pass


def test_a_store_is_closed_while_others_read_and_neither_fails_in_the_driver(store_settings: Settings) -> None:
    for _ in range(20):
        with ThreadPoolExecutor() as threads:
            with open_store(store_settings) as store:
                reading = [threads.submit(_read_on, store) for _ in range(3)]
                time.sleep(0.01)
            for reads in reading:
                with pytest.raises(StoreError, match="closed"):
                    reads.result()


def _read_on(store: Store) -> None:
    while True:
        store.edition()
