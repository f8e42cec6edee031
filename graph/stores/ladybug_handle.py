"""Open Ladybug files: one engine a path in this process, connections for each thread, errors in our words.

The engine keeps other processes out with a POSIX lock, which the kernel drops as soon as *any* descriptor of that
file is closed in the process: so a path is opened once and shared. It takes no lock to read, so a reader beside a
writing process works on a snapshot; it is opened anew when the file has changed.
"""

import ctypes
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Final, TypeAlias

import ladybug

from graph.errors import StoreError, StoreFull, StoreLocked, StoreUnavailable
from graph.stores.ladybug_log import mend

BUFFER_POOL = 512 << 20
"""Bytes; the engine's default is four fifths of the machine's memory."""
ADDRESS_SPACE = 1 << 36
"""Bytes of the largest file; the engine reserves as much address space, by default 8 TiB."""
ROOM = 32 << 20
"""Bytes that must be free before a transaction begins."""
ROOM_FOR_NEW = 64 << 20
"""Bytes that must be free before a store is made: its empty tables, beside them the log and its first folding in."""
STALE_AFTER = 1.0
"""Seconds for which a reader beside a writer may answer from before the last commit."""
BUSY_FOR = 5.0
"""Seconds to wait for a writer that is folding its log into the file, when nothing can be opened."""

READS_AT_ONCE: Final = max(4, os.cpu_count() or 1)
"""Reads that the engine is given at once, each of which it spreads over all processors: more only wait for these, and
together want more memory than it has, where it gave up and at times took the process along."""

State: TypeAlias = tuple[int, int, int]

plans: dict[ladybug.Connection, dict[str, ladybug.PreparedStatement]] = {}
"""Of each open connection the reads that it has prepared; few, their texts are the files of ``cypher/ladybug``."""


@dataclass(slots=True)
class _Engine:
    """An open file with its idle connections; closed when it is retired and nobody uses it."""

    database: ladybug.Database
    file: State
    log: State
    opened: float
    idle: list[ladybug.Connection] = field(default_factory=list)
    used: int = 0
    retired: bool = False

    def close_if_done(self) -> None:
        if self.retired and not self.used and not self.database.is_closed:
            for connection in self.idle:
                _closed(connection)
            self.database.close()


class Handle:
    """The engine of one path. Made by ``acquire``, which shares it."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path, self.read_only = path, read_only
        self.writing = Lock()
        """Held by the one writer. The engine must never see a second: its connection crashes the process later."""
        self.reading = BoundedSemaphore(READS_AT_ONCE)
        """Held while the engine reads; no read waits for another within it."""
        self.users = 0
        self.commits = 0
        """Transactions that were committed through this handle."""
        self.broken: Exception | None = None
        self._lock = Lock()
        self._opened = 0
        self._engine = self._open()

    @contextmanager
    def connection(self) -> Iterator[ladybug.Connection]:
        """A connection for one thread. Raises StoreError if the handle is closed."""
        engine, connection = self._enter()
        kept = False
        try:
            yield connection
            kept = True
        finally:
            with self._lock:
                if kept:
                    engine.idle.append(connection)
                else:
                    _closed(connection)
                engine.used -= 1
                engine.close_if_done()

    def state(self) -> State:
        """What changes when a writer, here or elsewhere, changes the file itself and not only its log."""
        return _state(self.path)

    def log_state(self) -> State:
        """What changes with each commit, together with ``state``."""
        return _state(_log(self.path))

    def version(self) -> tuple[int, int]:
        """What is equal while everything that is read is, too: only a commit here, or an opening anew after one of
        another process, shows other contents. Raises StoreError if the handle is closed."""
        with self._lock:
            self._renew()
            return self._opened, self.commits

    def check_room(self) -> None:
        """Raises StoreFull where a transaction might not find room: half a record in the log cannot be mended."""
        if self.broken is not None:
            raise StoreFull(f"{self.path}: a write failed; make room and start again") from self.broken
        _check_room(self.path, ROOM)

    def failed(self, error: RuntimeError) -> StoreError:
        """``error`` in our words; where the disk refused a write, nothing is written through this handle any more."""
        found = translated(error, self.path)
        if _is_disk(error) and self.broken is None:
            self._abandon(error)
        return found

    def _abandon(self, error: Exception) -> None:
        """After a write that the disk refused: allow reads, and no write or close, which would end the process.

        The log ends in half a record. What is committed behind it would be lost at the next opening, and the engine's
        destructor writes too and aborts when it cannot; so this object outlives Python's own end.
        """
        self.broken = error
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._engine.database._database))

    def close(self) -> None:
        with self._lock:
            self._engine.retired = True
            if self.broken is None:
                self._engine.close_if_done()

    def _enter(self) -> tuple[_Engine, ladybug.Connection]:
        with self._lock:
            self._renew()
            engine = self._engine
            connection = engine.idle.pop() if engine.idle else ladybug.Connection(engine.database)
            engine.used += 1
            return engine, connection

    def _renew(self) -> None:
        """Open the file anew where another process has changed it."""
        if self._engine.retired:
            raise StoreError(f"{self.path} is closed")
        if self.read_only and self._outdated():
            former, self._engine = self._engine, self._open()
            self._opened += 1
            former.retired = True
            former.close_if_done()

    def _outdated(self) -> bool:
        if _state(self.path) != self._engine.file:
            return True
        return time.monotonic() - self._engine.opened > STALE_AFTER and _state(_log(self.path)) != self._engine.log

    def _open(self) -> _Engine:
        """A reader finishes what a killed writer began, once; it waits for a writer that does so itself.

        Raises StoreFull or StoreUnavailable where that did not help: on a full disk the engine tells nobody.
        """
        if not self.read_only and not self.path.exists():
            _check_room(self.path, ROOM_FOR_NEW)
        until = time.monotonic() + BUSY_FOR
        recovered = False
        while True:
            file, log = _state(self.path), _state(_log(self.path))
            try:
                return _Engine(_database(self.path, read_only=self.read_only), file, log, time.monotonic())
            except RuntimeError as error:
                if not (self.read_only and _is_recovery(error)):
                    raise translated(error, self.path) from error
                if recovered:
                    raise _unrecovered(self.path) from error
            try:
                _recover(self.path)
                recovered = True
            except StoreLocked:
                if time.monotonic() > until:
                    raise
                time.sleep(0.02)


def _database(path: Path, *, read_only: bool) -> ladybug.Database:
    mend(path, _log(path))
    return ladybug.Database(
        path,
        buffer_pool_size=BUFFER_POOL,
        max_db_size=ADDRESS_SPACE,
        read_only=read_only,
        # A log that was cut in the middle of a record is replayed up to there; else the whole file would not open.
        throw_on_wal_replay_failure=False,
    )


def _check_room(path: Path, room: int) -> None:
    if shutil.disk_usage(path.parent).free < room:
        raise StoreFull(f"{path}: less than {room >> 20} MiB are left on the disk")


def _recover(path: Path) -> None:
    """Finish what a killed writer began, as only an opening for writing does."""
    try:
        _database(path, read_only=False).close()
    except RuntimeError as error:
        raise translated(error, path) from error


def _unrecovered(path: Path) -> StoreError:
    what = f"{path}: what a writer began cannot be finished"
    if shutil.disk_usage(path.parent).free < ROOM:
        return StoreFull(f"{what}, less than {ROOM >> 20} MiB are left on the disk; nothing is lost, make room")
    return StoreUnavailable(f"{what}; nothing is lost, see whether its folder can be written")


def _is_recovery(error: RuntimeError) -> bool:
    return "recovery is pending" in str(error)


def _is_disk(error: RuntimeError) -> bool:
    return "Cannot write to file" in str(error) or "No space left" in str(error)


def _closed(connection: ladybug.Connection) -> None:
    plans.pop(connection, {}).clear()  # A plan that lives on, be it in an error's frames, keeps the file locked.
    with suppress(RuntimeError):
        connection.close()


def _state(path: Path) -> State:
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0, 0
    return found.st_ino, found.st_size, found.st_mtime_ns


def _log(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


WHERE_NONE = "load something first, or name another with --store or JJJ_STORE"
"""What to do where there is nothing to read."""


def translated(error: RuntimeError, path: Path) -> StoreError:
    """The engine's error, which is always a RuntimeError, in our words."""
    text = str(error)
    if "Could not set lock" in text:
        holder = re.search(r"PID (\d+)", text)
        return StoreLocked(f"{path} is open for writing in another process{f' ({holder[1]})' if holder else ''}")
    if _is_disk(error):
        return StoreFull(f"{path}: the disk takes no more")
    if "Buffer manager exception" in text:
        return StoreFull(f"{path}: this takes more than the {BUFFER_POOL >> 20} MiB that the engine may use")
    if "Cannot create an empty database" in text or "No such file" in text:
        return StoreUnavailable(f"{path}: there is no store yet; {WHERE_NONE}")
    if "not a valid" in text:
        return StoreUnavailable(f"{path} is not a store")
    return StoreError(f"{path}: {text.strip().splitlines()[0]}")


_handles: dict[Path, Handle] = {}
_opening = Lock()


def acquire(path: Path, *, read_only: bool) -> Handle:
    """The handle of ``path``, shared within this process. Raises StoreError and its children."""
    path = path.resolve()
    with _opening:
        handle = _handles.get(path)
        if handle is None:
            if path.is_dir():
                raise StoreUnavailable(f"{path} is a folder, not a store")
            handle = _handles[path] = Handle(path, read_only=read_only)
        elif handle.read_only and not read_only:
            raise StoreLocked(f"{path} is open for reading only in this process")
        handle.users += 1
        return handle


def release(handle: Handle) -> None:
    """Give back what ``acquire`` gave; the last one closes the file."""
    with _opening:
        handle.users -= 1
        if not handle.users:
            if handle.broken is None:
                del _handles[handle.path]
            handle.close()
