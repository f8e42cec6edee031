"""The server store: Neo4j 5.26 or later, over Bolt."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self, cast
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import SettingsError, StoreError, StoreFull, StoreUnavailable
from graph.schema import EDGES, NODES
from graph.settings import Settings
from graph.store import Columns, Edge, Limits, Node, Row, Table, Value, Writer
from graph.stores import contents, values
from graph.stores.guard import check
from graph.stores.neo4j_adhoc import AdHoc
from graph.stores.queries import query
from graph.stores.statements import Statements
from graph.stores.transaction import EDITION_ID, Transaction, outermost
from graph.stores.uses import Uses
from graph.stores.values import unfolded

if TYPE_CHECKING:
    import pyarrow

DIALECT: Final = "neo4j"
CONNECT_SECONDS = 5.0
CLOSE_SECONDS = 5.0
"""How long closing waits for what other threads read."""
BATCH_ROWS: Final = 20_000
"""Records of columns that are handed over at once; one with lists is many rows."""
LOCK_ATTEMPTS = 5
"""How often the lock of the edition is asked for, when the server says that trying again may help."""
INDEXED: Final = (("Origin", "article"), ("Record", "entity"))
"""What queries look for, beside ids. An index refuses longer texts than 8 kB, so none is on what an article may say."""


class Neo4jStore:
    """See ``graph.store.Store``. Opened by ``graph.stores.open_store``; safe to use from many threads."""

    def __init__(self, settings: Settings, *, read_only: bool = False) -> None:
        self._address = _checked(settings.store)
        self.seal = settings.seal_file()
        self._read_only, self._database = read_only, settings.neo4j_database
        self._unchecked = settings.cypher_unchecked
        self._doors: tuple[str, ...] | None = None
        self._uses = Uses()
        self._ad_hoc = AdHoc(lambda: self._session(neo4j.READ_ACCESS))
        self._statements = Statements(DIALECT, lambda expression, _: expression)
        try:
            self._driver = neo4j.GraphDatabase.driver(
                settings.store,
                auth=settings.neo4j_auth(),
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=6 * CONNECT_SECONDS,
                max_transaction_retry_time=CONNECT_SECONDS,
                notifications_min_severity="OFF",
                user_agent="jingjinji",
            )
        except (ConfigurationError, ValueError) as error:
            raise SettingsError(f"{self._address} is no address of a Neo4j server") from error
        try:
            # A first question, not tried again, so that a server that is down or refuses us is told of at once.
            with self._session(neo4j.READ_ACCESS) as session, self._translated():
                session.run("RETURN 1").consume()
            if not read_only:
                self._create_schema()
        except BaseException:
            self.close()
            raise

    def read(self, name: str, /, **given: Value) -> list[Row]:
        named = query(DIALECT, name)
        return self._rows(named.text, values.parameters(named.checked(given)))

    def columns(self, name: str, /, **given: Value) -> Iterator[Columns]:
        named = query(DIALECT, name)
        parameters = values.parameters(named.checked(given))
        with self._session(neo4j.READ_ACCESS, fetch_size=BATCH_ROWS) as session, self._translated():
            result = session.run(_trusted(named.text), parameters)
            names = list(result.keys())
            while rows := result.fetch(BATCH_ROWS):
                self._uses.check()
                part = unfolded(names, rows)
                if len(part[names[0]]):
                    yield part

    def edition(self) -> int:
        found = self.read("edition", id=EDITION_ID)
        return cast(int, found[0]["number"]) if found else 0

    def nodes(self, label: str) -> Iterator[Node]:
        return contents.nodes(DIALECT, self._rows, label)

    def edges(self, type: str) -> Iterator[Edge]:
        return contents.edges(DIALECT, self._rows, type)

    def node_tables(self, label: str) -> Iterator["pyarrow.Table"]:
        from graph.stores.tables import node_query, node_schema, rows_of  # Arrow takes a while to import

        return self._tables(node_query(query(DIALECT, "every_node"), label), node_schema(label), rows_of(label))

    def edge_tables(self, type: str) -> Iterator[tuple[str, str, "pyarrow.Table"]]:
        from graph.stores.tables import edge_query, edge_schema

        for source, target in EDGES[type].pairs:
            text = edge_query(query(DIALECT, "every_edge"), type, source, target)
            for table in self._tables(text, edge_schema(type), BATCH_ROWS):
                yield source, target, table

    @contextmanager
    def write(self) -> Iterator[Writer]:
        if self._read_only:
            raise StoreError(f"{self._address} is open for reading only")
        with outermost(f"{self._address}/{self._database or ''}"), self._session(neo4j.WRITE_ACCESS) as session:
            opened = self._locked(session)
            run = partial(self._run, opened)
            try:
                transaction = Transaction(self._statements, run)
                yield transaction
                transaction.finish()
                with self._translated():
                    opened.commit()
            finally:
                # Rolls back what is not committed.
                with self._translated():
                    opened.close()

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
        if doors := self.open_doors():
            raise StoreError(
                f"{self._address}: the server lets queries reach beyond the graph until {' and '.join(doors)} is set; "
                "JJJ_CYPHER_UNCHECKED=true answers all the same"
            )
        with self._translated():
            found = self._ad_hoc.ask(statement, given, Limits(limit, seconds, size))
        return replace(found, unused=statement.unused)

    def open_doors(self) -> tuple[str, ...]:
        if self._doors != ():  # Who shut a door meanwhile need not start us again.
            with self._translated():
                self._doors = () if self._unchecked else tuple(self._ad_hoc.open_doors())
        return self._doors

    def missing_limits(self) -> tuple[str, ...]:
        with self._translated():
            return tuple(self._ad_hoc.missing_limits())

    def close(self) -> None:
        """Idempotent. Reads of other threads end first, or are cut off after ``CLOSE_SECONDS``."""
        self._uses.close(CLOSE_SECONDS)
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _rows(self, text: str, given: Mapping[str, Value]) -> list[Row]:
        with self._session(neo4j.READ_ACCESS) as session, self._translated():
            try:
                # By itself it is one way there and back; in a transaction of the driver's, which tries again, three.
                return _answer(session, text, given)
            except (DriverError, Neo4jError) as error:
                if not error.is_retryable():
                    raise
                return session.execute_read(_answer, text, given)

    def _tables(self, text: str, schema: "pyarrow.Schema", rows: int) -> Iterator["pyarrow.Table"]:
        import pyarrow

        with self._session(neo4j.READ_ACCESS, fetch_size=rows) as session, self._translated():
            result = session.run(_trusted(text))
            while records := result.fetch(rows):
                self._uses.check()
                yield pyarrow.Table.from_pylist([record.data() for record in records], schema)

    def _run(self, transaction: neo4j.Transaction, text: str, given: Mapping[str, Value] = values.NONE) -> list[Row]:
        with self._translated():
            return _answer(transaction, text, given)

    def _locked(self, session: neo4j.Session) -> neo4j.Transaction:
        """A transaction that holds the lock, so that what it reads is true until it commits."""
        for attempt in range(LOCK_ATTEMPTS):
            with self._translated():
                opened = session.begin_transaction()
                try:
                    _answer(opened, query(DIALECT, "lock").text, {"id": EDITION_ID})
                    return opened
                except BaseException as error:
                    opened.close()
                    if not (isinstance(error, TransientError) and attempt + 1 < LOCK_ATTEMPTS):
                        raise
        raise AssertionError("unreachable")

    @contextmanager
    def _session(self, access: str, *, fetch_size: int = 1000) -> Iterator[neo4j.Session]:
        with self._uses.one():
            with self._translated():
                session = self._driver.session(
                    database=self._database,
                    fetch_size=fetch_size,
                    default_access_mode=access,
                    # A read waits for what the one before it saw. The server shows a commit before it has applied all
                    # of it, and without this the rows could lack part of a transaction that the edition counts already.
                    bookmark_manager=self._driver.execute_query_bookmark_manager,
                )
            with session:
                yield session

    def _create_schema(self) -> None:
        constraints = {f"{label.lower()}_id": label for label in NODES}
        indexes = {f"{label.lower()}_{property}": (label, property) for label, property in INDEXED}
        have = {str(row["name"]) for row in self._rows(query(DIALECT, "schema").text, {})}
        named = {f"{label.lower()}_{property}" for label, node in NODES.items() for property in node.columns}
        former = sorted(have & named - constraints.keys() - indexes.keys())
        texts = [query(DIALECT, "drop_index").filled(name=name) for name in former]
        texts += [
            query(DIALECT, "create_constraint").filled(name=name, label=label)
            for name, label in constraints.items()
            if name not in have
        ] + [
            query(DIALECT, "create_index").filled(name=name, label=label, property=property)
            for name, (label, property) in indexes.items()
            if name not in have
        ]
        with self._session(neo4j.WRITE_ACCESS) as session, self._translated():
            for text in texts:
                session.execute_write(_answer, text, values.NONE)

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (DriverError, Neo4jError) as error:
            raise self._error(error) from error

    def _error(self, error: DriverError | Neo4jError) -> StoreError:
        """The driver's error in our words; nothing of the credentials is in it."""
        code = error.code or "" if isinstance(error, Neo4jError) else ""
        if isinstance(error, AuthError):
            return StoreUnavailable(f"Neo4j at {self._address} refuses the user or the password")
        if code.endswith(("DatabaseNotFound", "DatabaseUnavailable")):
            return StoreUnavailable(f"Neo4j at {self._address} has no database {self._database or ''} at hand")
        if isinstance(error, ServiceUnavailable | SessionExpired):
            return StoreUnavailable(f"no Neo4j answers at {self._address}")
        if "OutOfMemory" in code or "MemoryPool" in code or "Disk" in code:
            return StoreFull(f"Neo4j at {self._address} has no room for this: {_line(error)}")
        return StoreError(f"Neo4j at {self._address}: {_line(error)}")


def _checked(address: str) -> str:
    """``address`` for messages. Raises SettingsError where it holds what belongs elsewhere."""
    try:
        parts = urlsplit(address)
        named = parts.hostname, parts.port
    except ValueError as error:
        raise SettingsError("JJJ_STORE: the port of a bolt:// or neo4j:// address is a number") from error
    if parts.scheme.split("+")[0] not in {"bolt", "neo4j"}:
        raise SettingsError(f"JJJ_STORE: {parts.scheme}:// is neither bolt:// nor neo4j://")
    if parts.username or parts.password:
        raise SettingsError("JJJ_STORE: user and password belong in JJJ_NEO4J_USER and JJJ_NEO4J_PASSWORD")
    if named[0] is None:
        raise SettingsError(f"JJJ_STORE: {parts.scheme}:// names no server")
    return f"{parts.scheme}://{parts.netloc}"


def _trusted(text: str) -> Any:
    """The one place where a text that is no literal reaches the driver, whose types ask for literals."""
    return text


def _answer(
    transaction: neo4j.Session | neo4j.Transaction | neo4j.ManagedTransaction, text: str, given: Mapping[str, Value]
) -> list[Row]:
    return [dict(record) for record in transaction.run(_trusted(text), dict(given))]


def _line(error: Exception) -> str:
    text = (error.message if isinstance(error, Neo4jError) else None) or str(error)
    return text.strip().splitlines()[0]


# The driver logs what it also raises; and a user of ours reads errors, not logs.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
