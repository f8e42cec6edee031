"""Ad-hoc queries to Neo4j: planned by the server first, kept to reading by it, and ended where they go on.

A session for reading refuses writes only. The server would still read files and addresses (LOAD CSV), unless its
settings shut that; ``open_doors`` tells whether they do. It looks at its time-out between rows only: one expression
can run on for half a minute (``docs/cypher.md``). So a query runs in a thread of its own, and who asked waits no
longer than was said.
"""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from queue import Empty, Queue
from threading import BoundedSemaphore, Thread
from typing import Any, Final

import neo4j
from neo4j.exceptions import ClientError, Neo4jError, TransientError
from neo4j.graph import Node, Path, Relationship

from graph.errors import QueryRefused, QueryStopped, StoreLocked
from graph.store import Limits, Table, Value
from graph.stores import values
from graph.stores.complaints import EXPLAIN, complaint
from graph.stores.guard import Statement
from graph.stores.guard.plans import check_neo4j

AT_A_TIME: Final = 4
"""Queries of one store at a time; one that was given up counts until the server has ended it."""
WAIT: Final = 2.0
"""Seconds for which another query waits for one of them."""
GRACE: Final = 0.7
"""Seconds that the server has, after the time of a query, to stop by itself."""
DOORS: Final = {
    "file:///jingjinji-probe": "dbms.security.allow_csv_import_from_file_urls=false",
    "http://127.0.0.1:9/jingjinji-probe": "internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0",
}
"""What LOAD CSV must not reach, and the setting that shuts it; SHOW SETTINGS hides the second, so both are tried."""
LIMITS: Final[dict[str, str]] = {"db.transaction.timeout": "120s", "db.memory.transaction.max": "512m"}
"""What bounds a query that its own time-out does not end, with values that fit a server of a few gigabytes. The time
travels with each transaction too; memory can only be bounded by the server."""


class AdHoc:
    """The ad-hoc queries of one store. Safe to use from many threads."""

    def __init__(self, session: Callable[[], AbstractContextManager[neo4j.Session]]) -> None:
        self._session = session
        self._free = BoundedSemaphore(AT_A_TIME)

    def ask(self, statement: Statement, given: Mapping[str, Value], limits: Limits) -> Table:
        """The answer. Raises QueryRefused, QueryStopped at a limit, StoreLocked where too many ask, or the driver's."""
        if not self._free.acquire(timeout=WAIT):
            raise StoreLocked(f"{AT_A_TIME} other queries are being answered; ask again")
        done: Queue[Table | Exception] = Queue()

        def answer() -> None:
            try:
                done.put(self._answer(statement, given, limits))
            except Exception as error:  # noqa: BLE001 - raised where it is waited for
                done.put(error)
            finally:
                self._free.release()

        Thread(target=answer, name="ad-hoc query", daemon=True).start()
        try:
            found = done.get(timeout=limits.seconds + GRACE)
        except Empty as error:
            raise QueryStopped(f"stopped after {limits.seconds:g} s") from error
        if isinstance(found, Exception):
            raise found
        return found

    def open_doors(self) -> list[str]:
        """The settings that the server lacks, without which LOAD CSV could read files or addresses.

        Raises the driver's errors where the server cannot be asked.
        """
        with self._session() as session:
            return [setting for address, setting in DOORS.items() if not _is_shut(session, address, setting)]

    def missing_limits(self) -> list[str]:
        """The settings of ``LIMITS`` that the server has at 0, which is none; where it tells none of them, nothing.

        Raises the driver's errors where the server cannot be asked.
        """
        with self._session() as session:
            try:
                rows = session.run("SHOW SETTINGS YIELD name, value WHERE name IN $names", names=list(LIMITS))
                found = {str(row["name"]): str(row["value"]) for row in rows}
            except ClientError:  # only an administrator is told
                return []
        return [f"{name}={LIMITS[name]}" for name, value in found.items() if not value.strip("0.smhdBKMGTi")]

    def _answer(self, statement: Statement, given: Mapping[str, Value], limits: Limits) -> Table:
        explained = not statement.prefix
        with self._session() as session:
            try:
                summary = session.run(_query(EXPLAIN + statement.query, limits), dict(given)).consume()
                plan = summary.plan or {}
                check_neo4j(summary.query_type, plan)
                explained = False
                if statement.prefix == "EXPLAIN":
                    return _planned(plan)
                result = session.run(_query(statement.text, limits), dict(given))
                if statement.prefix:
                    return _planned(result.consume().profile or {})
                return _table(result, limits)
            except (ClientError, TransientError) as error:
                raise _refusal(error, limits, explained=explained) from error


def _query(text: Any, limits: Limits) -> neo4j.Query:
    """The one place where a text that is no literal reaches the driver, whose types ask for literals."""
    return neo4j.Query(text, timeout=limits.seconds)


def _table(result: neo4j.Result, limits: Limits) -> Table:
    columns, room = tuple(result.keys()), limits.size
    rows: list[tuple[Value, ...]] = []
    for record in result:
        row = tuple(map(_value, record.values()))
        room -= len(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        if room < 0 or len(rows) == limits.rows:
            return Table(columns, tuple(rows), truncated=True)
        rows.append(row)
    return Table(columns, tuple(rows))


def _planned(plan: Mapping[str, Any]) -> Table:
    return Table(("plan",), ((str(plan.get("args", {}).get("string-representation", plan)),),))


def _is_shut(session: neo4j.Session, address: str, setting: str) -> bool:
    try:
        session.run("LOAD CSV FROM $address AS line RETURN line", address=address).consume()
    except ClientError as error:
        return setting.split("=")[0] in (error.message or "")
    return False


def _refusal(error: Neo4jError, limits: Limits, *, explained: bool) -> Exception:
    code = error.code or ""
    if "TransactionTimedOut" in code or "Terminated" in code:
        return QueryStopped(f"stopped after {limits.seconds:g} s")
    if "MemoryPool" in code or "OutOfMemory" in code:
        return QueryStopped("stopped: it needs more memory than a query may take")
    if isinstance(error, TransientError) or code.startswith("Neo.ClientError.Security") or "Database" in code:
        return error
    return QueryRefused(complaint(error.message or str(error), explained=explained))


def _value(value: object) -> Value:
    """The driver's nodes, edges and paths in the words that both stores use."""
    match value:
        case Node():
            properties = {key: _value(item) for key, item in value.items()}
            return {"label": next(iter(value.labels), ""), "properties": properties}
        case Relationship():
            return {"type": value.type, "properties": {key: _value(item) for key, item in value.items()}}
        case Path():
            return {"nodes": list(map(_value, value.nodes)), "edges": list(map(_value, value.relationships))}
        case dict():
            return {str(key): _value(item) for key, item in value.items()}
        case list() | tuple():
            return list(map(_value, value))
    return values.answered(value)
