"""One projection a store, as new as the store is, made and renewed beside the questions that are asked of it."""

import logging
import os
import time
from threading import Lock, Thread
from typing import Final
from weakref import WeakKeyDictionary

from graph.errors import StoreError
from graph.projection.build import build, size
from graph.projection.projection import Projection
from graph.projection.reading import touched_since
from graph.projection.update import updated
from graph.projection.warm import compile_elsewhere
from graph.store import Store

MOST_AT_ONCE: Final = 300
"""Ids that are read anew while a question waits; more are left to the thread that builds."""
AGAIN_AFTER: Final = 60.0
"""Seconds after which a store that could not be read, or had no room, is tried again."""
ATTEMPTS: Final = 10
"""How often what was built is brought up to date before it is used."""

MOST_SEARCHES: Final = max(2, os.cpu_count() or 1)
"""Searches that go on at once, each on a workspace of its own: more would only share the same processors."""

_log = logging.getLogger(__name__)
_kept: "WeakKeyDictionary[Store, _Kept]" = WeakKeyDictionary()


def keep(store: Store, memory: int) -> None:
    """Make the projection of ``store`` in the background, if it takes no more than ``memory`` bytes, and keep it."""
    if memory > 0:
        _kept[store] = kept = _Kept(memory)
        kept.begin(store)


def current(store: Store, edition: int | None = None) -> Projection | None:
    """The projection of ``edition``, which was read just now, else of the store's, or of a later one; None while there
    is none: then read the store.

    It is never older than an edition that was read before. Raises StoreError.
    """
    kept = _kept.get(store)
    return kept.current(store, edition) if kept else None


def wait(store: Store) -> None:
    """Until nothing is being built for ``store``."""
    if kept := _kept.get(store):
        kept.wait()


class _Kept:
    """Refers to no store, which would keep it alive."""

    def __init__(self, memory: int) -> None:
        self._memory = memory
        self._projection: Projection | None = None
        self._following, self._starting = Lock(), Lock()
        self._building: Thread | None = None
        self._not_before = 0.0

    def current(self, store: Store, edition: int | None) -> Projection | None:
        projection = self._projection  # before the edition: if it is of a later one, the store went back
        if edition is None or (projection is not None and projection.edition > edition):
            edition = store.edition()
        if projection is not None and projection.edition == edition:
            return projection
        if projection is None or projection.edition > edition:
            self._projection = None
            self.begin(store)
            return None
        with self._following:
            return self._followed(store, edition)

    def _followed(self, store: Store, edition: int) -> Projection | None:
        projection = self._projection
        if projection is None or projection.edition >= edition:
            return projection
        touched = touched_since(store, projection.edition, edition)
        if touched is not None and len(touched) <= MOST_AT_ONCE:
            self._projection = updated(store, projection, touched, edition)
        else:
            self._projection = None
        if self._projection is None:
            self.begin(store)
        return self._projection

    def begin(self, store: Store) -> None:
        """Build in a thread of its own, unless that goes on already or failed just now."""
        with self._starting:
            if self._building is None and time.monotonic() >= self._not_before:
                # Not a daemon, as threads of a server's pool are: those are cut off in the midst of an engine's work.
                self._building = Thread(target=self._build, args=(store,), name="projection", daemon=False)
                self._building.start()

    def wait(self) -> None:
        if building := self._building:
            building.join()

    def _build(self, store: Store) -> None:
        try:
            compile_elsewhere()
            self._projection = self._built(store)
        except StoreError as error:
            _log.warning("no projection: %s", error)
        finally:
            if self._projection is None:
                self._not_before = time.monotonic() + AGAIN_AFTER
            self._building = None

    def _built(self, store: Store) -> Projection | None:
        wanted = size(store)
        if sum(wanted) > self._memory:
            _log.warning("no projection: it takes %d MiB and may take %d", sum(wanted) >> 20, self._memory >> 20)
            return None
        at_once = min((self._memory - wanted.columns) // max(wanted.workspace, 1), MOST_SEARCHES)
        projection: Projection | None = None
        for _ in range(ATTEMPTS):
            projection = projection or build(store, at_once)
            edition = store.edition()
            if projection.edition == edition:
                return projection
            touched = touched_since(store, projection.edition, edition)
            projection = None if touched is None else updated(store, projection, touched, edition)
        _log.warning("no projection: the store changes faster than it is read")
        return None
