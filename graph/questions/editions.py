"""The edition that a question is asked of, read once: of a server each read is a way there and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from graph.store import Store

_read: Final[ContextVar[dict[int, int] | None]] = ContextVar("editions of the question", default=None)


@contextmanager
def pinned() -> Iterator[None]:
    """Within it the edition of each store is read once."""
    token = _read.set({})
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
