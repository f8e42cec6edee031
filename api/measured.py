"""A store that counts how long it takes, for the figures of the service and the line of each request in its log."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from api.metrics import SPENT, STORE_SECONDS
from graph.store import Row, Store, Table, Value, Writer


def measured(store: Store) -> Store:
    """``store``, whose reads, transactions and ad-hoc queries are counted from now on."""
    return cast(Store, _MeasuredStore(store))


class _MeasuredStore:
    """What is not here is done by the store that it is made of."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def read(self, query: str, /, **parameters: Value) -> list[Row]:
        with _timed(query):
            return self._store.read(query, **parameters)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        with _timed("write"), self._store.write() as writer:
            yield writer

    def edition(self) -> int:
        with _timed("edition"):
            return self._store.edition()

    def cypher(self, *arguments: Any, **named: Any) -> Table:
        with _timed("cypher"):
            return self._store.cypher(*arguments, **named)


@contextmanager
def _timed(query: str) -> Iterator[None]:
    began = time.perf_counter()
    try:
        yield
    finally:
        seconds = time.perf_counter() - began
        STORE_SECONDS.labels(query).observe(seconds)
        if spent := SPENT.get():
            spent.store += seconds
