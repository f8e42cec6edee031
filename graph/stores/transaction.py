"""One open transaction, the same on every engine: it reads, applies changes, and remembers whether it may commit."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import TypeAlias, TypeVar, cast

from graph.errors import StoreError
from graph.store import Change, Node, Row, Value
from graph.stores.queries import query
from graph.stores.statements import Statement, Statements
from graph.stores.touched import KEPT, MOST, touched, transaction_id
from graph.stores.values import parameters

T = TypeVar("T")

EDITION_ID = "graph"
"""The id of the Edition node that counts transactions."""

Run: TypeAlias = Callable[[str, Mapping[str, Value]], list[Row]]
"""Runs a text inside the transaction; raises only errors of ``graph.errors``."""


class _Writing(threading.local):
    """The places that this thread is writing to."""

    def __init__(self) -> None:
        self.places: set[str] = set()


_writing = _Writing()


@contextmanager
def outermost(place: str) -> Iterator[None]:
    """A transaction of this thread on the store at ``place``. Raises StoreError inside another one: writers wait for
    each other, and this one would wait for itself."""
    if place in _writing.places:
        raise StoreError(f"{place}: this thread has a transaction open already, and transactions do not nest")
    _writing.places.add(place)
    try:
        yield
    finally:
        _writing.places.remove(place)


class Transaction:
    """The ``Writer`` of a store. After an error it does nothing more: engines roll back by themselves on some errors,
    and what came next would be a transaction of its own."""

    def __init__(self, statements: Statements, run: Run) -> None:
        self._statements, self._run = statements, run
        self._failed = False
        self._changed = False
        self._touched: set[str] = set()

    def read(self, query: str, /, **parameters: Value) -> list[Row]:
        return self._guarded(lambda: self._read(query, parameters))

    def apply(self, change: Change) -> None:
        self._touched.update(touched(change))
        for statement in self._guarded(lambda: list(self._statements.of(change))):
            self._changed = True
            self._guarded(partial(self._carry_out, statement))

    def finish(self) -> None:
        """What has to happen before the commit. Raises StoreError if an error was met and swallowed."""
        if self._failed:
            raise StoreError("nothing was written: an earlier step of this transaction failed")
        if self._changed:
            self._read("raise_edition", {"id": EDITION_ID})
            self._note(cast(int, self._read("edition", {"id": EDITION_ID})[0]["number"]))

    def _note(self, number: int) -> None:
        """Write down what this transaction, of that number, touched; too much to be worth it is null."""
        ids = sorted(self._touched) if len(self._touched) <= MOST else None
        note = Node("Edition", {"id": transaction_id(number), "number": number, "touched": ids})
        for statement in self._statements.of(Change((), [("Edition", transaction_id(number - KEPT))], [note])):
            self._carry_out(statement)

    def _read(self, name: str, given: Mapping[str, Value]) -> list[Row]:
        named = query(self._statements.dialect, name)
        return self._run(named.text, parameters(named.checked(given)))

    def _carry_out(self, statement: Statement) -> None:
        answer = self._run(statement.text, {"rows": statement.rows})
        if statement.counted and answer[0]["written"] != len(statement.rows):
            raise StoreError(f"{statement.what}: an edge has an end that is not in the store")

    def _guarded(self, step: Callable[[], T]) -> T:
        if self._failed:
            raise StoreError("this transaction failed and can only be left")
        try:
            return step()
        except BaseException:
            self._failed = True
            raise
