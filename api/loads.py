"""Articles that came over HTTP, on their way into the store: a few while the client waits, many one load after another.

How a load stands is a small file beside the file of keys, so that each worker of the service can tell, also after a
restart; what it loads is in memory alone, and in the store batch by batch.
"""

import json
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from api.metrics import LOADED
from graph.errors import InputError, JingjinjiError, NotFound, SettingsError, StoreError
from graph.settings import Settings
from graph.store import Store

if TYPE_CHECKING:
    from loaders.pipeline import Fate, Taken

# Readers, grammars and their lexicons take a while to import: a service that only reads does without them.

AT_ONCE: Final = 32
"""Articles that are taken in while the client waits: some seconds."""
WAITING: Final = 16
"""Loads that may wait; each holds its articles in memory."""
ERRORS: Final = 100
"""Of articles that cannot be used so many are named; the rest is counted."""
KEPT: Final = 1000
"""Loads of which is kept how they ended."""
SILENT: Final = 120.0
"""Seconds without a word after which a load of another process counts as interrupted."""

State: TypeAlias = Literal["waiting", "loading", "done", "failed", "interrupted"]
Outcomes: TypeAlias = Mapping[str, int]


class Busy(Exception):
    """Too many loads wait already."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """An article that cannot be used: its place among those sent, from 0 on, and why."""

    index: int
    reason: str


@dataclass(frozen=True, slots=True)
class Load:
    """A load of ``total`` articles; ``counts`` are of those that are durable, and of the ``unusable``.

    ``errors`` are the first of these. ``made`` and ``ended`` are ISO 8601 times in UTC; ``reason``: why it failed.
    """

    id: str
    state: State
    total: int
    counts: Outcomes
    user: str
    made: str
    ended: str | None = None
    errors: tuple[Unusable, ...] = ()
    reason: str | None = None


class Loads:
    """The loads of one process."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._folder = settings.keys.parent / "loads"
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="loading")
        self._stopping = Event()
        self._lock = Lock()
        self._here: dict[str, Load] = {}
        """Those that wait or load."""

    def now(self, store: Store, articles: Sequence[object]) -> list["tuple[int, Fate]"]:
        """Take ``articles`` in; what became of each, in their order. Raises StoreError, SettingsError."""
        found: list[tuple[int, Fate]] = []
        self._take(store, articles, lambda index, fate: found.append((index, fate)))
        return sorted(found, key=lambda each: each[0])

    def later(self, store: Store, articles: Sequence[object], user: str) -> Load:
        """A load that takes them in after those that wait. Raises Busy."""
        load = Load(f"l-{token_hex(6)}", "waiting", len(articles), no_counts(), user, _now())
        with self._lock:
            if len(self._here) >= WAITING:
                raise Busy("too many loads wait already")
            self._here[load.id] = load
        self._write(load)
        self._sweep()
        self._thread.submit(self._run, store, articles, load)
        return load

    def get(self, id: str) -> Load:
        """How the load ``id`` stands. Raises NotFound."""
        with self._lock:
            if found := self._here.get(id):
                return found
        path = self._path(id)
        try:
            load = _read(path)
            silent = time.time() - path.stat().st_mtime > SILENT
        except (OSError, ValueError) as error:
            raise NotFound(f"no load has the id {id!r}") from error
        lost = load.state in ("waiting", "loading") and silent
        return replace(load, state="interrupted") if lost else load

    def close(self) -> None:
        """Stop after what is being committed; what did not come in is told as interrupted."""
        self._stopping.set()
        self._thread.shutdown(wait=True)

    def _run(self, store: Store, articles: Sequence[object], load: Load) -> None:
        tally = _Tally(replace(load, state="loading"), self._tell)
        try:
            if not self._stopping.is_set():
                self._tell(tally.load)
            self._take(store, articles, tally.count)
            self._end(replace(tally.load, state="done", ended=_now()))
        except _Stopped:
            self._end(replace(tally.load, state="interrupted", ended=_now()))
        except JingjinjiError as error:
            reason = "the graph cannot be written at the moment" if isinstance(error, StoreError) else str(error)
            self._end(replace(tally.load, state="failed", ended=_now(), reason=reason))
        except BaseException:
            self._end(replace(tally.load, state="failed", ended=_now(), reason="a fault of the service"))
            raise

    def _take(self, store: Store, articles: Sequence[object], tell: "Callable[[int, Fate], None]") -> None:
        from loaders.extractors import extractor
        from loaders.pipeline import Summary, take
        from loaders.reading.lines import Read, read_object

        places: deque[int] = deque()

        def items() -> Iterator[Read | InputError]:
            for place, article in enumerate(articles):
                if self._stopping.is_set():
                    raise _Stopped
                places.append(place)
                try:
                    yield read_object(_source(article), article)
                except InputError as error:
                    yield error

        def fate(found: "Fate") -> None:
            # What cannot be used is told at once, what can be with its batch.
            tell(places.pop() if isinstance(found, InputError) else places.popleft(), found)

        take(store, items(), Summary(), extractor=extractor(self._settings.extractor, self._settings), on_fate=fate)

    def _tell(self, load: Load) -> None:
        with self._lock:
            self._here[load.id] = load
        self._write(load)

    def _end(self, load: Load) -> None:
        self._write(load)
        with self._lock:
            self._here.pop(load.id, None)

    def _write(self, load: Load) -> None:
        path = self._path(load.id)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(f".{os.getpid()}")
            fresh.write_text(json.dumps(asdict(load), ensure_ascii=False), encoding="utf-8")
            fresh.replace(path)
        except OSError as error:
            raise SettingsError(f"{path}: {error.strerror}") from error

    def _sweep(self) -> None:
        old = sorted(self._folder.glob("l-*.json"), key=lambda path: path.name)
        for path in sorted(old, key=_changed)[:-KEPT]:
            path.unlink(missing_ok=True)

    def _path(self, id: str) -> Path:
        return self._folder / f"{id}.json"


class _Stopped(Exception):
    """The service ends."""


@dataclass(slots=True)
class _Tally:
    """A load that counts what became of its articles, and says so now and then."""

    load: Load
    tell: Callable[[Load], None]
    told: float = field(default_factory=time.monotonic)

    def count(self, index: int, fate: "Taken | InputError") -> None:
        kind = "unusable" if isinstance(fate, InputError) else fate.outcome
        LOADED.labels(kind).inc()
        counts = dict(self.load.counts)
        counts[kind] += 1
        errors = self.load.errors
        if isinstance(fate, InputError) and len(errors) < ERRORS:
            errors = (*errors, Unusable(index, reason_of(fate)))
        self.load = replace(self.load, counts=counts, errors=errors)
        if time.monotonic() - self.told > 1:
            self.tell(self.load)
            self.told = time.monotonic()


def reason_of(error: InputError) -> str:
    """Why an article cannot be used, with the member that is to blame."""
    return f"{error.place}: {error.reason}" if error.place else error.reason


def no_counts() -> dict[str, int]:
    """Of each outcome none."""
    return dict.fromkeys(("added", "unchanged", "replaced", "duplicate", "unusable"), 0)


def _source(article: object) -> str:
    """What the place that an article without an address came from is called."""
    given = article.get("source") if isinstance(article, dict) else None
    return given if isinstance(given, str) and given.strip() else "api"


def _read(path: Path) -> Load:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Load(**(content | {"errors": tuple(Unusable(**each) for each in content["errors"])}))


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
