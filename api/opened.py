"""The store of a running application, and how it is."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from api.measured import measured
from api.warming import Warming
from graph.errors import StoreError
from graph.identity.derivation import STALE, is_stale
from graph.projection import cache
from graph.settings import Settings
from graph.store import Store
from graph.stores import open_store

_log = logging.getLogger(__name__)


class OpenedStore:
    """The store of a running application: given, or opened when first asked for.

    So the service starts before anything is loaded and while Neo4j is still starting, and says that it is not ready.
    """

    def __init__(self, settings: Settings, store: Store | None) -> None:
        self.name, self.engine = settings.store, settings.dialect
        self.settled: Callable[[], None] = lambda: None
        """What is done once that is there."""
        self._warming: Warming | None = None
        self._settings, self._given = settings, store is not None
        self.store: Store | None = measured(store) if store is not None else None
        """The store, once it is open."""
        self._opening = Lock()
        self._failed: tuple[float, StoreError] | None = None

    @property
    def warm(self) -> bool:
        """Whether all that was to be read into memory first is there."""
        return self._warming is None or self._warming.ready

    def seen(self, edition: int) -> None:
        """Read into memory what is asked most, if that was of another edition than this one, which a request saw."""
        if self._warming is not None:
            self._warming.seen(edition)

    def get(self) -> Store:
        """The open store, for reading unless the settings let the service write. Raises StoreError."""
        with self._opening:
            if self.store is None:
                self.store = self._tried()
            return self.store

    def close(self) -> None:
        """Close what was opened here; a store that was given is its owner's."""
        if self._warming is not None:
            self._warming.end()
        if self.store is not None and not self._given:
            with suppress(StoreError):
                self.store.close()
            self.store = None

    def _tried(self) -> Store:
        """What did not open is tried again after as long as that took: else each request would wait for it."""
        began = time.monotonic()
        if self._failed and began < self._failed[0]:
            raise type(self._failed[1])(str(self._failed[1])) from self._failed[1]
        try:
            return self._open()
        except StoreError as error:
            now = time.monotonic()
            self._failed = 2 * now - began, error
            raise

    def _open(self) -> Store:
        store = measured(open_store(self._settings, read_only=not self._settings.write))
        try:
            if is_stale(store):
                _log.warning("%s: %s", self.name, STALE)
            if doors := store.open_doors():
                _log.warning("%s: no ad-hoc queries until the server has %s", self.name, " and ".join(doors))
            if limits := store.missing_limits():
                _log.warning(
                    "%s: one query can take all of the server until it has %s", self.name, " and ".join(limits)
                )
        except StoreError:
            store.close()
            raise
        if self._settings.projection_memory:
            cache.keep(store, self._settings.projection_memory << 20)
            self._warming = Warming(store, self.settled)
        return store
