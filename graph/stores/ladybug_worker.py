"""The process that answers ad-hoc queries to Ladybug: it opens one file for reading, shuts itself in, and listens.

Run as a program by ``ladybug_sandbox``, with the file and the bytes of memory it may take. Each line on standard input
is a question, each on standard output its answer, in JSON; where standard input ends, so does this. It knows nothing
but the file: a query can name the variables of the process that runs it, so there are few, and no secret.

Nothing of ``graph`` is imported but what imports nothing itself; this must start in a fifth of a second.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time
from pathlib import Path
from typing import Any, Final

import ladybug

from graph.confinement import confine_files, confine_resources, memory_meter

BUFFER_POOL: Final = 256 << 20
ADDRESS_SPACE: Final = 1 << 36
"""Bytes, as in ``ladybug_handle``."""
GRACE: Final = 2.0
"""Seconds after the time of a question after which this ends by itself, should nobody have ended it."""
_WARMING: Final = {
    # A value of every kind, in both directions: the library imports what it needs for one when it meets the first.
    "text": """RETURN $text, $number, $list, $map, $nothing, $truth, to_int128('1'), CAST('1.5' AS DECIMAL(4, 2)),
        1.5 / $number, gen_random_uuid(), date('2024-01-02'), timestamp('2024-01-02 03:04:05'),
        timestamp('2024-01-02 03:04:05+08:00'), CAST('2024-01-02 03:04:05+00' AS TIMESTAMP_TZ), interval('1 day'),
        blob('a'), map([1], ['a']), {a: 1}, [[1]], 1.5""",
    "given": {"text": "", "number": 1.5, "list": ["a"], "map": {"a": [1]}, "nothing": None, "truth": True},
    "rows": 1,
    "size": 10_000,
    "seconds": 5,
}


def main(path: Path, memory: int) -> None:
    """Answer until nobody asks any more."""
    with suppress(OSError):
        os.nice(10)  # Who asks by name is served first.
        # Where memory runs out, in a container of a gigabyte say, the kernel is to end this and not who serves.
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    taken = memory_meter()
    try:
        connection = _opened(path)
    except RuntimeError as error:
        _tell({"error": str(error)})
        return
    confine_resources(memory, taken)
    _tell({"ready": True})
    for line in sys.stdin.buffer:
        question = json.loads(line)
        signal.setitimer(signal.ITIMER_REAL, question["seconds"] + GRACE)
        try:
            answer = _answer(connection, question)
        except MemoryError:
            answer = {"error": "std::bad_alloc"}
        except Exception as error:  # noqa: BLE001 - the engine's, or of a text of its that is no Unicode
            answer = {"error": str(error) or type(error).__name__}
        _tell(answer)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _opened(path: Path) -> ladybug.Connection:
    # The library loads parts of itself when first used, which must be before nothing can be read any more.
    with ladybug.Database(":memory:", buffer_pool_size=1 << 24, max_db_size=1 << 28, max_num_threads=1) as scratch:
        _answer(ladybug.Connection(scratch), _WARMING)
    confine_files(each for each in path.parent.glob(path.name + "*") if each.is_file())
    database = ladybug.Database(
        path,
        buffer_pool_size=BUFFER_POOL,
        max_db_size=ADDRESS_SPACE,
        max_num_threads=1,
        read_only=True,
        throw_on_wal_replay_failure=False,
    )
    connection = ladybug.Connection(database)
    _answer(connection, _WARMING)
    return connection


def _answer(connection: ladybug.Connection, question: dict[str, Any]) -> dict[str, Any]:
    connection.set_query_timeout(int(question["seconds"] * 1000))
    text, given = question["text"], question["given"]
    found = connection.execute(ladybug.PreparedStatement(connection, text, given), given) if given else None
    result = found or connection.execute(text)
    if isinstance(result, list):
        return {"error": "more than one statement"}
    rows: list[list[Any]] = []
    room = question["size"]
    for row in _rows(result):
        room -= len(_json(row))
        if room < 0 or len(rows) == question["rows"]:
            return {"columns": result.get_column_names(), "rows": rows, "truncated": True}
        rows.append(row)
    return {"columns": result.get_column_names(), "rows": rows, "truncated": False}


def _rows(result: ladybug.QueryResult) -> Iterator[list[Any]]:
    while result.has_next():
        row = result.get_next()
        yield [_value(value) for value in (row if isinstance(row, list) else row.values())]


def _value(value: object) -> Any:
    """The engine's nodes, edges and paths in the words that both stores use; dates and the like as text."""
    if isinstance(value, dict):
        if "_NODES" in value:
            return {"nodes": _value(value["_NODES"]), "edges": _value(value["_RELS"])}
        if "_LABEL" in value:
            properties = {key: _value(item) for key, item in value.items() if key[0] != "_" and item is not None}
            return {"type" if "_SRC" in value else "label": str(value["_LABEL"]), "properties": properties}
        return {str(key): _value(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    if value is None or isinstance(value, str | int | float):
        return value
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(_json(answer) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
