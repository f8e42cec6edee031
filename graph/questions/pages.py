"""Pages of a list, and the opaque cursor that leads from one to the next.

A cursor holds the sort key of the last item given, so a page stays right while articles come and go, and a digest of
key and question, so that it can neither be carried over to another one nor changed unseen. The digest is no secret: who
forges a cursor is at a place of a list that is open to them anyway.
"""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from graph.article import digest
from graph.errors import BadCursor, InvalidQuestion

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

    Raises InvalidQuestion for a limit outside 1 to 200, BadCursor for a cursor of another question.
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


def check_choice(name: str, given: str | None, choices: Sequence[str]) -> None:
    """Raises InvalidQuestion where the parameter ``name`` is given and none of ``choices``."""
    if given is not None and given not in choices:
        raise InvalidQuestion(f"{name} must be one of {', '.join(choices)}, not {given!r}", parameter=name)


def encode(key: Key, question: Sequence[object]) -> str:
    """The opaque text that stands for ``key`` in the answers to ``question``."""
    text = json.dumps([_stamp(key, question), *key], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str, question: Sequence[object], *, types: Sequence[type] | None) -> Key:
    """The key that ``encode`` was given; its parts are of ``types``, if given.

    Raises BadCursor where this cannot have been.
    """
    try:
        _, *parts = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise BadCursor("the cursor is none that was given out here") from None
    key = tuple(parts)
    if not all(type(part) in (str, int, float) for part in key) or cursor != encode(key, question):
        raise BadCursor("the cursor belongs to another question, or was changed")
    if types is not None and [type(part) for part in key] != list(types):
        raise BadCursor("the cursor belongs to another question")
    return key


def _stamp(key: Key, question: Sequence[object]) -> str:
    return digest(*map(repr, (*question, key)))
