"""The edition that a question is asked of, read once: of a server each read is a way there and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from graph.store import Store

_read: Final[ContextVar[dict[int, int] | None]] = ContextVar("editions of the question", default=None)
_saw: Final[ContextVar[tuple[int, int] | None]] = ContextVar("store and edition that the request saw", default=None)


def saw(store: Store, edition: int) -> None:
    """``edition`` was read just now: the questions that are asked in this context are of it."""
    _saw.set((id(store), edition))


@contextmanager
def pinned(*, afresh: bool = False) -> Iterator[None]:
    """Within it the edition of each store is read once; ``afresh``: also where the context saw one before."""
    seen = _saw.get()
    token = _read.set(dict([seen]) if seen and not afresh else {})
    try:
        yield
    finally:
        _read.reset(token)


def is_pinned() -> bool:
    """Whether a question is being answered by this thread."""
    return _read.get() is not None


def edition_of(store: Store) -> int:
    """The edition of the question, or that of now where there is none. What is read later may be of a later one."""
    read = _read.get()
    if read is None:
        return store.edition()
    if id(store) not in read:
        read[id(store)] = store.edition()
    return read[id(store)]
