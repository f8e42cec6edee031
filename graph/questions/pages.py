"""Pages of a list, and the opaque cursor that leads from one to the next.

A cursor holds the sort key of the last item given, so a page stays right while articles come and go, and a digest of
the question, so that it cannot be carried over to another one.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from graph.article import digest
from graph.errors import InvalidQuestion

Item = TypeVar("Item")
Key: TypeAlias = "tuple[str | int | float, ...]"

MAX_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a list, and the cursor of the rest (None: that was all)."""

    items: tuple[Item, ...]
    next: str | None


def page(
    items: Sequence[Item], key: Callable[[Item], Key], *, question: Sequence[object], limit: int, cursor: str | None
) -> Page[Item]:
    """The ``limit`` items after ``cursor`` of ``items``, which stand in ascending order of the unique ``key``.

    Raises InvalidQuestion for a limit outside 1 to 200 and for a cursor of another question.
    """
    check_limit(limit)
    rest = list(items)
    if cursor is not None:
        after = decode(cursor, question, types=[type(part) for part in key(items[0])] if items else None)
        rest = [item for item in items if key(item) > after]
    shown = tuple(rest[:limit])
    return Page(shown, encode(key(shown[-1]), question) if len(rest) > limit else None)


def check_limit(limit: int) -> None:
    """Raises InvalidQuestion for a limit outside 1 to 200."""
    if not 1 <= limit <= MAX_LIMIT:
        raise InvalidQuestion(f"limit must be 1 to {MAX_LIMIT}, not {limit}", parameter="limit")


def encode(key: Key, question: Sequence[object]) -> str:
    """The opaque text that stands for ``key`` in the answers to ``question``."""
    text = json.dumps([_stamp(question), *key], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str, question: Sequence[object], *, types: Sequence[type] | None) -> Key:
    """The key that ``encode`` was given; its parts are of ``types``, if given.

    Raises InvalidQuestion where this cannot have been.
    """
    try:
        stamp, *key = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise InvalidQuestion("the cursor is none that was given out here", parameter="cursor") from None
    if stamp != _stamp(question) or (types is not None and [type(part) for part in key] != list(types)):
        raise InvalidQuestion("the cursor belongs to another question", parameter="cursor")
    return tuple(key)


def _stamp(question: Sequence[object]) -> str:
    return digest(*map(repr, question))
