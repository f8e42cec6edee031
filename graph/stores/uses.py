"""Who reads through connections just now, so that none is closed under a thread that reads.

Neo4j's driver may be used by several threads, but its connections not, and ``Driver.close`` takes those that are in use
as well: the thread that reads then fails in the middle of an answer, or the one that closes does (``BufferError``).
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, get_ident

from graph.errors import StoreError


class Uses:
    """Counts those who use something until it is closed."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._threads: Counter[int] = Counter()
        self.closed = False

    @contextmanager
    def one(self) -> Iterator[None]:
        """One use by this thread. Raises StoreError once all is closed."""
        thread = get_ident()
        with self._changed:
            self.check()
            self._threads[thread] += 1
        try:
            yield
        finally:
            with self._changed:
                self._threads[thread] -= 1
                self._changed.notify_all()

    def check(self) -> None:
        """Raises StoreError once all is closed: whoever reads in parts asks between two of them."""
        if self.closed:
            raise StoreError("the store is closed")

    def close(self, seconds: float) -> bool:
        """Begin no further use, and wait that long for other threads to end theirs; whether they have."""
        with self._changed:
            self.closed = True
            return self._changed.wait_for(lambda: not self._used_by_others(), seconds)

    def _used_by_others(self) -> bool:
        return any(count for thread, count in self._threads.items() if thread != get_ident())
