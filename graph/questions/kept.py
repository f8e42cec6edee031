"""Answers kept as long as they hold: until the store's edition moves, and no more of them than a bound."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from threading import Lock
from typing import Any, Final, TypeVar
from weakref import WeakKeyDictionary

from graph.questions.editions import edition_of
from graph.store import Store

Answer = TypeVar("Answer")

MOST: Final = 256
"""Answers kept of one store; the one that was not asked for longest goes first."""
MOST_OF_EACH: Final = 20_000
"""Ids of which something is kept, likewise."""

_kept: "WeakKeyDictionary[Store, _Kept]" = WeakKeyDictionary()
_making = Lock()


def kept(store: Store, question: Hashable, answer: Callable[[], Answer]) -> Answer:
    """What ``answer`` gives, or gave to an equal ``question`` at this edition of the store.

    Equal questions that come together wait for the first; an answer may itself be made of kept ones. What is made while
    the store changes is kept for the edition before, so it is gone with the next question.
    """
    found: Answer = _of(store).get(edition_of(store), question, answer)
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
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._of_each: dict[str, OrderedDict[str, Any]] = {}

    def get(self, edition: int, question: Hashable, answer: Callable[[], Any]) -> Any:
        with self._lock:
            if not self._is_of(edition):
                return answer()
            one = self._answers.setdefault(question, _Answer())
            self._answers.move_to_end(question)
            while len(self._answers) > MOST:
                self._answers.popitem(last=False)
        return one.get(answer)

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
            self._edition = edition
            self._answers.clear()
            self._of_each.clear()
        return edition == self._edition


class _Answer:
    """One answer, made once; an error is not kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: tuple[Any] | None = None

    def made(self) -> Any:
        return self._made[0] if self._made else None

    def get(self, answer: Callable[[], Any]) -> Any:
        with self._lock:
            if self._made is None:
                self._made = (answer(),)
            return self._made[0]
