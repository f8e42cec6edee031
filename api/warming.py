"""What many questions are answered from, kept in memory of the newest edition that a request saw."""

import logging
import time
from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import Final

from graph.errors import StoreError
from graph.projection import cache
from graph.questions.warm import warm
from graph.store import Store

REST: Final = 4.0
"""Times as long as it took is nothing read again: a store that is loaded all the while leaves time for questions."""
_log = logging.getLogger(__name__)


class Warming:
    """Reads in a thread of its own. Who asks meanwhile is answered from the store, or waits for what is being read."""

    def __init__(self, store: Store, settled: Callable[[], None]) -> None:
        """``settled`` is called once, when all is there for the first time."""
        self.ready = False
        self._store, self._settled = store, settled
        self._edition: int | None = None
        self._starting, self._ended = Lock(), Event()
        self._thread: Thread | None = None
        self._begin()

    def seen(self, edition: int) -> None:
        """A request is answered of ``edition``: read it unless that was done, or is being done."""
        if self.ready and edition != self._edition:
            self._begin()

    def end(self) -> None:
        """Begin nothing any more."""
        self._ended.set()

    def _begin(self) -> None:
        with self._starting:
            if self._thread is None and not self._ended.is_set():
                # Not a daemon, as in the cache of projections.
                self._thread = Thread(target=self._read, name="warm", daemon=False)
                self._thread.start()

    def _read(self) -> None:
        """One after the other: what is read whole takes memory from the engine, and time from what is asked meanwhile.

        Whoever asks for what could not be read now has it read again.
        """
        began = time.monotonic()
        try:
            self._edition = self._store.edition()
            cache.wait(self._store)
            warm(self._store)
        except StoreError as error:
            _log.warning("not made ready: %s", error)
        finally:
            if not self.ready:
                self._settled()
                self.ready = True
            else:
                self._ended.wait(REST * (time.monotonic() - began))
            self._thread = None
