"""The embedded store: one file, written by one process at a time, read by many."""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Self, TypeVar, cast

import ladybug

from graph.errors import QueryRefused, StoreError, StoreFull, StoreLocked, StoreUnavailable
from graph.schema import EDGES, NODES, Column
from graph.store import Columns, Edge, Limits, Node, Row, Table, Value, Writer
from graph.stores import contents, values
from graph.stores.guard import check
from graph.stores.ladybug_handle import WHERE_NONE, Handle, acquire, plans, release
from graph.stores.ladybug_sandbox import Sandbox
from graph.stores.queries import Query, query
from graph.stores.statements import Statements
from graph.stores.transaction import EDITION_ID, Transaction, outermost

if TYPE_CHECKING:
    import pyarrow

T = TypeVar("T")

DIALECT: Final = "ladybug"
TYPES: dict[Column, str] = {"string": "STRING", "strings": "STRING[]", "int": "INT64", "float": "DOUBLE"}
BATCH_ROWS: Final = 500_000
"""Rows of columns that are handed over at once."""
FEW_KEYS: Final = 24
"""Keys that are looked up one by one, in a twentieth of a millisecond each. A list of them the engine joins, by masks
and hash tables for every part of a union, which takes one to four milliseconds, and a hundredth of one for each key."""
RETRIES = 5
"""How often a read is tried that a writer of another process disturbed, or that found no memory beside others."""
ROOM_AFTER: Final = 0.1
"""Seconds within which a read that found no memory is tried again; twice as many each time."""


class LadybugStore:
    """See ``graph.store.Store``. Opened by ``graph.stores.open_store``.

    With ``read_only`` another process may write at the same time; its commits are seen after at most a second.
    """

    def __init__(self, path: Path, *, read_only: bool = False, seal: Path | None = None) -> None:
        self.seal = seal or path.with_name(f"{path.name}.seal")
        try:
            if not read_only:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._handle: Handle | None = acquire(path, read_only=read_only)
        except OSError as error:
            raise StoreUnavailable(f"{path}: {error.strerror}") from error
        self._read_only = read_only
        self._known: tuple[tuple[int, int], int] | None = None
        """The edition, and the version of the handle's contents that it was read of."""
        self._starting = Lock()
        self._workers: Sandbox | None = None
        self._statements = Statements(DIALECT, lambda expression, kind: f"CAST({expression} AS {TYPES[kind]})")
        try:
            if not read_only:
                self._create_schema()
            elif not self._rows(query(DIALECT, "tables").text, {}):
                raise StoreUnavailable(f"{path}: there is no graph in it yet; {WHERE_NONE}")
        except BaseException:
            self.close()
            raise

    def read(self, name: str, /, **given: Value) -> list[Row]:
        named = query(DIALECT, name)
        parameters = values.parameters(named.checked(given))
        if (asked := _of_each(named, parameters)) is not None:
            return self._undisturbed(partial(_run_each, asked=asked, distinct=named.distinct))
        return self._rows(named.text, parameters)

    def columns(self, name: str, /, **given: Value) -> Iterator[Columns]:
        named = query(DIALECT, name)
        parameters = values.parameters(named.checked(given))
        parts = self._undisturbed(partial(_columns_of, text=named.text, given=parameters))
        while parts:  # each is let go of when the next is asked for
            yield parts.pop(0)

    def edition(self) -> int:
        handle = self._open_handle()
        version, known = handle.version(), self._known
        if known is None or known[0] != version:
            found = self.read("edition", id=EDITION_ID)
            known = version, cast(int, found[0]["number"]) if found else 0
            if handle.version() == version:  # else it may be of the version after
                self._known = known
        return known[1]

    def nodes(self, label: str) -> Iterator[Node]:
        return contents.nodes(DIALECT, self._rows, label)

    def edges(self, type: str) -> Iterator[Edge]:
        return contents.edges(DIALECT, self._rows, type)

    def node_tables(self, label: str) -> Iterator["pyarrow.Table"]:
        from graph.stores.ladybug_tables import node_tables  # Arrow takes a while to import, and few commands need it

        return node_tables(self._arrow, label)

    def edge_tables(self, type: str) -> Iterator[tuple[str, str, "pyarrow.Table"]]:
        from graph.stores.ladybug_tables import edge_tables

        return edge_tables(self._arrow, type)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        handle = self._open_handle()
        if self._read_only:
            raise StoreError(f"{handle.path} is open for reading only")
        with outermost(str(handle.path)), handle.writing, handle.connection() as connection:
            handle.check_room()
            _run(handle, connection, "BEGIN TRANSACTION")
            try:
                transaction = Transaction(self._statements, partial(_run, handle, connection))
                yield transaction
                transaction.finish()
                _run(handle, connection, "COMMIT")
                handle.commits += 1
            except BaseException:
                # After some errors the engine has rolled back by itself, and says that there is nothing to do.
                with suppress(StoreError):
                    _run(handle, connection, "ROLLBACK")
                raise

    def cypher(
        self,
        text: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        limit: int = 1000,
        seconds: float = 5.0,
        size: int = 5_000_000,
    ) -> Table:
        given = values.asked(parameters)
        statement = check(text, DIALECT, given)
        found = self._sandbox().ask(statement, given, Limits(limit, seconds, size))
        return replace(found, unused=statement.unused)

    def open_doors(self) -> tuple[str, ...]:
        return ()

    def missing_limits(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        """Idempotent."""
        with self._starting:
            if self._workers is not None:
                self._workers.close()
                self._workers = None
            if self._handle is not None:
                release(self._handle)
                self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open_handle(self) -> Handle:
        if self._handle is None:
            raise StoreError("the store is closed")
        return self._handle

    def _sandbox(self) -> Sandbox:
        with self._starting:
            if self._workers is None:
                self._workers = Sandbox(self._open_handle())
            return self._workers

    def _rows(self, text: str, given: Mapping[str, Value]) -> list[Row]:
        return self._undisturbed(partial(_run, text=text, given=given, execute=_planned))

    def _arrow(self, text: str, given: Mapping[str, Value] = values.NONE) -> "pyarrow.Table":
        return self._undisturbed(partial(_arrow_of, text=text, given=given))

    def _undisturbed(self, reading: Callable[[Handle, ladybug.Connection], T]) -> T:
        """Read until no writer of another process has touched the file meanwhile."""
        handle = self._open_handle()
        for attempt in range(RETRIES):
            before = handle.state()
            try:
                with handle.reading, handle.connection() as connection:
                    found = reading(handle, connection)
            except StoreFull:
                # Readers share the engine's memory: what is missing may be another's, who gives it back.
                if attempt + 1 == RETRIES:
                    raise
                time.sleep(random.uniform(0, ROOM_AFTER * 2**attempt))  # noqa: S311 - not all at once again
                continue
            except StoreError:
                if not handle.read_only or handle.state() == before:
                    raise
                continue
            if not handle.read_only or handle.state() == before:
                return found
        raise StoreLocked(f"{handle.path} is being rewritten by another process; ask again")

    def _create_schema(self) -> None:
        """Tables, and columns that a file of an older version lacks."""
        handle = self._open_handle()
        node_table, edge_table = query(DIALECT, "create_nodes"), query(DIALECT, "create_edges")
        with handle.writing, handle.connection() as connection:
            run = partial(_run, handle, connection)
            for node in NODES.values():
                run(node_table.filled(label=node.label, columns=_columns(node.columns)))
            for edge in EDGES.values():
                pairs = ", ".join(f"FROM `{source}` TO `{target}`" for source, target in edge.pairs)
                columns = f", {_columns(edge.columns)}" if edge.columns else ""
                run(edge_table.filled(type=edge.type, pairs=pairs, columns=columns))
            for table, wanted in [(n.label, n.columns) for n in NODES.values()] + [
                (e.type, e.columns) for e in EDGES.values()
            ]:
                have = {row["name"] for row in run(query(DIALECT, "columns").filled(table=table))}
                for name in wanted.keys() - have:
                    column = _columns({name: wanted[name]})
                    run(query(DIALECT, "add_column").filled(table=table, column=column))


def _columns(columns: Mapping[str, Column]) -> str:
    return ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in columns.items())


def _result(connection: ladybug.Connection, text: str, given: Mapping[str, Value]) -> ladybug.QueryResult:
    """One execution, prepared for these very values: a plan that the library keeps for values that look alike to it
    (null beside null of another column type) would misread them."""
    if given:
        return _single(connection.execute(ladybug.PreparedStatement(connection, text, dict(given)), dict(given)))
    return _single(connection.execute(text))


def _planned(connection: ladybug.Connection, text: str, given: Mapping[str, Value]) -> ladybug.QueryResult:
    """One execution by the plan of an earlier one of this text, which takes two thirds of the time of a short read.

    Only where all values are texts or lists of texts, of which the engine can mistake none for another.
    """
    if not given or not all(isinstance(value, str) or _texts(value) for value in given.values()):
        return _result(connection, text, given)
    known = plans.setdefault(connection, {})
    if text not in known:
        known[text] = ladybug.PreparedStatement(connection, text, dict(given))
    return _single(connection.execute(known[text], dict(given)))


def _of_each(named: Query, given: Mapping[str, Value]) -> list[tuple[str, Mapping[str, Value]]] | None:
    """The texts that give the rows of few keys one by one, with parameters; None where the list is to be read."""
    if named.each is None:
        return None
    keys = given[named.each]
    keys = keys if isinstance(keys, list) else [keys]
    if len(keys) > FEW_KEYS:
        return None
    others = {name: value for name, value in given.items() if name != named.each}
    found: list[tuple[str, Mapping[str, Value]]] = []
    for key in keys:
        text = named.of_key(key) if isinstance(key, str) else None
        if text is None:
            return None
        if text:
            found.append((text, {"key": key, **others}))
    return found


def _texts(value: Value) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _single(result: ladybug.QueryResult | list[ladybug.QueryResult]) -> ladybug.QueryResult:
    if isinstance(result, list):
        raise QueryRefused("more than one statement")
    return result


def _run(
    handle: Handle,
    connection: ladybug.Connection,
    text: str,
    given: Mapping[str, Value] = values.NONE,
    execute: Callable[[ladybug.Connection, str, Mapping[str, Value]], ladybug.QueryResult] = _result,
) -> list[Row]:
    try:
        with closing(execute(connection, text, given)) as result:
            names = result.get_column_names()
            return [dict(zip(names, row, strict=True)) for row in result]
    except RuntimeError as error:
        raise handle.failed(error) from error


def _run_each(
    handle: Handle, connection: ladybug.Connection, asked: Sequence[tuple[str, Mapping[str, Value]]], *, distinct: bool
) -> list[Row]:
    found = [row for text, given in asked for row in _run(handle, connection, text, given, _planned)]
    return list({tuple(row.values()): row for row in found}.values()) if distinct else found


def _arrow_of(handle: Handle, connection: ladybug.Connection, text: str, given: Mapping[str, Value]) -> "pyarrow.Table":
    try:
        with closing(_result(connection, text, given)) as result:
            table = result.get_as_arrow(BATCH_ROWS)
    except RuntimeError as error:
        raise handle.failed(error) from error
    return table


def _columns_of(handle: Handle, connection: ladybug.Connection, text: str, given: Mapping[str, Value]) -> list[Columns]:
    return [
        {name: column.to_numpy(zero_copy_only=False) for name, column in zip(batch.schema.names, batch, strict=True)}
        for batch in _arrow_of(handle, connection, text, given).to_batches()
        if batch.num_rows
    ]
