"""What is made of the whole graph and kept in memory: brought up to date with what transactions touched.

To read all names or all events again takes a second on a large graph, and a load of one article changes a few of them.
"""

from collections.abc import Callable, Set
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from graph.projection.reading import touched_since
from graph.questions.editions import edition_of
from graph.store import Store

T = TypeVar("T")
MOST: Final = 5000
"""Touched ids that are read one by one; of more, the whole is read."""

_kept: "WeakKeyDictionary[Store, dict[str, _Followed]]" = WeakKeyDictionary()
_making = Lock()


def followed(store: Store, name: str, whole: Callable[[], T], renewed: Callable[[T, Set[str]], T]) -> T:
    """What ``whole`` reads, of the question's edition or a later one.

    Where the same ``name`` was read of an edition not long before, ``renewed`` makes it of that and of the ids of the
    entities and events that were touched since, and changes nothing in place.
    """
    with _making:
        kept = _kept.setdefault(store, {}).setdefault(name, _Followed())
    found: T = kept.of(store, whole, renewed)
    return found


class _Followed:
    """Refers to no store, which would keep it alive."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._edition = -1
        self._value: Any = None

    def of(self, store: Store, whole: Callable[[], Any], renewed: Callable[[Any, Set[str]], Any]) -> Any:
        with self._lock:
            edition = edition_of(store)
            if edition < self._edition:  # another question saw a later one, or the store went back
                edition = store.edition()
            if edition != self._edition:
                self._value = self._read(store, edition, whole, renewed)
                self._edition = edition
            return self._value

    def _read(
        self, store: Store, edition: int, whole: Callable[[], Any], renewed: Callable[[Any, Set[str]], Any]
    ) -> Any:
        touched = touched_since(store, self._edition, edition) if self._edition >= 0 else None
        return whole() if touched is None or len(touched) > MOST else renewed(self._value, touched)
