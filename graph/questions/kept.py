"""Answers kept as long as they hold: until the store's edition moves, and no more of them than a bound."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from graph.store import Store

Answer = TypeVar("Answer")

MOST: Final = 256
"""Answers kept of one store; the one that was not asked for longest goes first."""

_kept: "WeakKeyDictionary[Store, _Kept]" = WeakKeyDictionary()
_making = Lock()


def kept(store: Store, question: Hashable, answer: Callable[[], Answer]) -> Answer:
    """What ``answer`` gives, or gave to an equal ``question`` at this edition of the store.

    Equal questions that come together wait for the first; an answer may itself be made of kept ones. What is made while
    the store changes is kept for the edition before, so it is gone with the next question.
    """
    with _making:
        of_store = _kept.get(store) or _kept.setdefault(store, _Kept())
    found: Answer = of_store.get(store.edition(), question, answer)
    return found


class _Kept:
    """Refers to no store, which would keep it alive."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._edition = -1
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()

    def get(self, edition: int, question: Hashable, answer: Callable[[], Any]) -> Any:
        with self._lock:
            if edition > self._edition:
                self._edition = edition
                self._answers.clear()
            if edition < self._edition:  # read before another question saw a newer one
                return answer()
            one = self._answers.setdefault(question, _Answer())
            self._answers.move_to_end(question)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
        return one.get(answer)


class _Answer:
    """One answer, made once; an error is not kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[Any] | None = None

    def get(self, answer: Callable[[], Any]) -> Any:
        with self._lock:
            if self._made is None:
                self._made = (answer(),)
            return self._made[0]
