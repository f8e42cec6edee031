"""Answers kept as long as they hold: until the store's edition moves, and no more of them than a bound."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping, Sized
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from graph.questions.editions import edition_of
from graph.store import Store

Answer = TypeVar("Answer")

MOST: Final = 64 << 20
"""Bytes of the answers kept of one store, about; the one that was not asked for longest goes first."""
LEAST: Final = 4096
"""Bytes that an answer is counted as, and ``OF_EACH`` for each item of a list."""
OF_EACH: Final = 160
MOST_OF_EACH: Final = 8_000
"""Ids of which something is kept, likewise."""

_kept: "WeakKeyDictionary[Store, _Kept]" = WeakKeyDictionary()
_making = Lock()


def kept(store: Store, question: Hashable, answer: Callable[[], Answer], *, lasting: bool = False) -> Answer:
    """What ``answer`` gives, or gave to an equal ``question`` at this edition of the store.

    Equal questions that come together wait for the first; an answer may itself be made of kept ones. What is made while
    the store changes is kept for the edition before, so it is gone with the next question. ``lasting``: many others are
    made of it, so that it stays beside them and is not counted.
    """
    found: Answer = _of(store).get(edition_of(store), question, answer, lasting)
    return found


def already(store: Store, question: Hashable) -> Any:
    """The answer that is kept of this edition, None where it was not made yet."""
    return _of(store).made(edition_of(store), question)


def kept_of_each(
    store: Store, question: str, ids: Collection[str], read: Callable[[list[str]], Mapping[str, Answer]]
) -> dict[str, Answer]:
    """What ``read`` gives of ``ids``, by id; it is asked for those alone that nothing is kept of at this edition."""
    of_store, edition = _of(store), edition_of(store)
    found: dict[str, Answer | None] = of_store.known(edition, question, ids)
    if missing := sorted(set(ids) - found.keys()):
        now = {**dict.fromkeys(missing), **read(missing)}
        of_store.know(edition, question, now)
        found |= now
    return {id: answer for id in ids if (answer := found[id]) is not None}


def _of(store: Store) -> "_Kept":
    with _making:
        return _kept.get(store) or _kept.setdefault(store, _Kept())


class _Kept:
    """Refers to no store, which would keep it alive."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._edition = -1
        self._size = 0
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._of_each: dict[str, OrderedDict[str, Any]] = {}

    def get(self, edition: int, question: Hashable, answer: Callable[[], Any], lasting: bool) -> Any:
        with self._lock:
            if not self._is_of(edition):
                return answer()
            one = self._answers.setdefault(question, _Answer())
            self._answers.move_to_end(question)
        made = one.get(answer)
        if not lasting:
            with self._lock:
                self._count(question, one)
        return made

    def _count(self, question: Hashable, one: "_Answer") -> None:
        """Count what ``one`` takes, once, and let go of others where that is too much."""
        if one.counted or self._answers.get(question) is not one:
            return
        one.counted = True
        self._size += one.size
        if self._size > MOST:
            oldest = [each for each, other in self._answers.items() if other.counted and other is not one]
            while self._size > MOST and oldest:
                self._size -= self._answers.pop(oldest.pop(0)).size

    def made(self, edition: int, question: Hashable) -> Any:
        with self._lock:
            if not self._is_of(edition) or question not in self._answers:
                return None
            self._answers.move_to_end(question)
            return self._answers[question].made()

    def known(self, edition: int, question: str, ids: Collection[str]) -> dict[str, Any]:
        with self._lock:
            if not self._is_of(edition):
                return {}
            answers = self._of_each.setdefault(question, OrderedDict())
            found = {id: answers[id] for id in ids if id in answers}
            for id in found:
                answers.move_to_end(id)
            return found

    def know(self, edition: int, question: str, found: Mapping[str, Any]) -> None:
        with self._lock:
            if self._is_of(edition):
                answers = self._of_each.setdefault(question, OrderedDict())
                answers.update(found)
                while len(answers) > MOST_OF_EACH:
                    answers.popitem(last=False)

    def _is_of(self, edition: int) -> bool:
        """Whether what is kept is of ``edition``; not where another question saw a newer one."""
        if edition > self._edition:
            self._edition, self._size = edition, 0
            self._answers.clear()
            self._of_each.clear()
        return edition == self._edition


class _Answer:
    """One answer, made once; an error is not kept."""

    def __init__(self) -> None:
        self.size, self.counted = 0, False
        self._lock = Lock()
        self._made: tuple[Any] | None = None

    def made(self) -> Any:
        return self._made[0] if self._made else None

    def get(self, answer: Callable[[], Any]) -> Any:
        with self._lock:
            if self._made is None:
                self._made = (answer(),)
                self.size = _size(self._made[0])
            return self._made[0]


def _size(answer: object) -> int:
    """Bytes, about: of a list as many for each item as a short tuple of numbers and ids takes."""
    return LEAST + (len(answer) * OF_EACH if isinstance(answer, Sized) else 0)
