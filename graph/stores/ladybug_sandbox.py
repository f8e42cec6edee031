"""Ad-hoc queries to a Ladybug file, each in a worker process that can open nothing and is ended where it goes on.

Ladybug's own limits are soft: one statement can take 8 GB and half a minute, and a read-only database still reads and
writes files (``docs/cypher.md`` has what was measured). So a query runs in a process of its own (``ladybug_worker``),
which this one watches. A worker opens the file once, as it can open nothing afterwards; where the store has changed
since, another takes its place. One more than is needed is kept ready: who asks after one was ended need not wait until
another has opened the file.
"""

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Any, Final

from graph.errors import QueryRefused, QueryStopped, StoreError, StoreLocked, StoreUnavailable
from graph.store import Limits, Table, Value
from graph.stores.complaints import EXPLAIN, complaint
from graph.stores.guard import Statement
from graph.stores.guard.plans import check_ladybug
from graph.stores.headings import as_written
from graph.stores.ladybug_handle import BUSY_FOR, Handle, State

PROGRAM: Final = Path(__file__).with_name("ladybug_worker.py")
WORKERS: Final = 2
"""Queries of one store at a time."""
WAIT: Final = 2.0
"""Seconds for which another query waits for one of them."""
MEMORY: Final = 1 << 30
"""Bytes that a worker may take beyond what it has when it begins, about 60 MB."""
RESIDENT: Final = 1_400 << 20
"""Bytes of resident memory at which a worker is ended, where the kernel did not keep it to ``MEMORY``."""
KEPT: Final = 512 << 20
"""Bytes of resident memory with which a worker whose query was refused or stopped answers no other."""
GRACE: Final = 0.3
"""Seconds that the engine has, after the time of a query, to stop by itself."""
START: Final = 10.0
"""Seconds for a worker to open the file."""
_LOOK: Final = 0.05
_ANSWER: Final = 1 << 16


class _Ended(QueryStopped):
    """The worker had to be ended, or ended itself."""


class _Worker:
    """One process, and what the file was when it was started."""

    def __init__(self, handle: Handle) -> None:
        self.file, self.log = handle.state(), handle.log_state()
        command = [sys.executable, "-I", str(PROGRAM), str(handle.path), str(MEMORY)]
        self.process = subprocess.Popen(  # noqa: S603 - of our own program, path and number
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={},  # An environment may hold passwords.
            cwd="/",
            start_new_session=True,  # An interrupt on the terminal is for us.
        )
        self._rest = b""
        self.ready = False

    def ask(self, question: Mapping[str, Any] | None, seconds: float) -> dict[str, Any]:
        """The answer; to no question, the worker's first word. Raises _Ended, after which the worker is of no use."""
        if question is not None:
            self._send(json.dumps(question).encode() + b"\n")
        answer: dict[str, Any] = json.loads(self._line(time.monotonic() + seconds, seconds - GRACE))
        return answer

    def end(self) -> None:
        """Idempotent."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _send(self, line: bytes) -> None:
        assert self.process.stdin is not None  # noqa: S101 - as started
        try:
            self.process.stdin.write(line)
            self.process.stdin.flush()
        except OSError as error:
            raise _Ended("the process that answers has ended; ask again") from error

    def _line(self, until: float, seconds: float) -> bytes:
        """The next line, watched for: the time, the memory, and whether the process is still there."""
        assert self.process.stdout is not None  # noqa: S101
        source = self.process.stdout.fileno()
        parts = [self._rest]
        with selectors.DefaultSelector() as selector:
            selector.register(source, selectors.EVENT_READ)
            while b"\n" not in parts[-1]:
                if selector.select(_LOOK):
                    parts.append(os.read(source, _ANSWER))
                    if not parts[-1]:
                        raise _Ended("stopped: it took more than the process that answers could give")
                elif time.monotonic() > until:
                    raise _Ended(f"stopped after {seconds:g} s")
                elif _resident(self.process.pid) > RESIDENT:
                    raise _Ended(f"stopped: it took more than {RESIDENT >> 20} MiB")
        line, _, self._rest = b"".join(parts).partition(b"\n")
        return line


class Sandbox:
    """The workers of one store. Safe to use from many threads; ``close`` ends them all."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._free = BoundedSemaphore(WORKERS)
        self._lock = Lock()
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
        self._closed = False

    def ask(self, statement: Statement, given: Mapping[str, Value], limits: Limits) -> Table:
        """The answer, read while no writer changed the file itself.

        Raises QueryRefused, QueryStopped at a limit, StoreLocked where too many ask or a writer leaves no time.
        """
        if not self._free.acquire(timeout=WAIT):
            raise StoreLocked(f"{self._handle.path}: {WORKERS} other queries are being answered; ask again")
        try:
            until = time.monotonic() + BUSY_FOR + limits.seconds
            while time.monotonic() < until:
                with self._worker() as worker:
                    table = self._answer(worker, statement, given, limits)
                    if self._handle.state() == worker.file:
                        return table
        finally:
            self._free.release()
        raise StoreLocked(f"{self._handle.path} is being rewritten by another process; ask again")

    def close(self) -> None:
        """Idempotent."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
            self._idle.clear()
        for worker in workers:
            worker.end()

    def _answer(self, worker: _Worker, statement: Statement, given: Mapping[str, Value], limits: Limits) -> Table:
        end = time.monotonic() + limits.seconds
        question = {"given": dict(given), "rows": 1, "size": 1 << 20, "seconds": limits.seconds}
        explained = not statement.prefix
        planned = self._told(worker, question | {"text": EXPLAIN + statement.query}, limits, explained=explained)
        check_ladybug("\n".join(str(row[0]) for row in planned["rows"]))
        left = max(end - time.monotonic(), 0.1)
        question |= {"text": statement.text, "rows": limits.rows, "size": limits.size, "seconds": left}
        answer = self._told(worker, question, limits)
        columns = ("plan",) if statement.prefix else as_written(statement.query, answer["columns"])
        return Table(columns, tuple(map(tuple, answer["rows"])), answer["truncated"])

    def _told(
        self, worker: _Worker, question: Mapping[str, Any], limits: Limits, *, explained: bool = False
    ) -> dict[str, Any]:
        answer = worker.ask(question, question["seconds"] + GRACE)
        if (error := answer.get("error")) is None:
            return answer
        if "Interrupted" in error:
            raise QueryStopped(f"stopped after {limits.seconds:g} s")
        if "bad_alloc" in error or "Buffer manager exception" in error:
            raise QueryStopped("stopped: it needs more memory than a query may take")
        raise QueryRefused(complaint(error, explained=explained))

    @contextmanager
    def _worker(self) -> Iterator[_Worker]:
        """A worker that sees all that is committed; one that does not go on well is replaced at once."""
        worker = self._taken()
        try:
            self._keep_spare()
            yield worker
        except QueryRefused as error:
            # An engine that stopped by itself goes on, unless it keeps much of what it took.
            if isinstance(error, _Ended) or _resident(worker.process.pid) > KEPT:
                self._end(worker)
                self._keep_spare()
            raise
        except BaseException:
            self._end(worker)
            raise
        finally:
            with self._lock:
                if worker in self._all:
                    self._idle.append(worker)

    def _taken(self) -> _Worker:
        until = time.monotonic() + BUSY_FOR
        while True:
            worker = self._current()
            if worker.ready:
                return worker
            try:
                told = worker.ask(None, START)
            except _Ended:
                told = {"error": "its process ended"}
            if told.get("ready"):
                worker.ready = True
                return worker
            self._end(worker)
            if time.monotonic() > until:
                raise StoreUnavailable(f"{self._handle.path}: {str(told['error']).splitlines()[0]}")
            # A writer is folding its log into the file, or was killed: then a reader here finishes what it began.
            time.sleep(_LOOK)
            with suppress(StoreError), self._handle.connection():
                pass

    def _current(self) -> _Worker:
        state: tuple[State, State] = self._handle.state(), self._handle.log_state()
        while True:
            with self._lock:
                # The one that has waited for longest: the spare before what was started in its place just now.
                worker = self._idle.pop(0) if self._idle else None
            if worker is None:
                return self._started()
            if (worker.file, worker.log) == state and worker.process.poll() is None:
                return worker
            self._end(worker)

    def _keep_spare(self) -> None:
        """Have one worker more than are asked, which begins while they answer."""
        with self._lock:
            if self._idle or self._closed:
                return
        spare = self._started()
        with self._lock:
            if spare in self._all:
                self._idle.append(spare)

    def _started(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise StoreError("the store is closed")
            worker = _Worker(self._handle)
            self._all.add(worker)
            return worker

    def _end(self, worker: _Worker) -> None:
        with self._lock:
            self._all.discard(worker)
        worker.end()


def _resident(process: int) -> int:
    """Bytes; 0 where the system does not tell in this way."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0
