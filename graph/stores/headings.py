"""The columns of an ad-hoc answer, named as the query wrote them, as Neo4j does.

Ladybug names them in its own form: ``label(n)`` is ``LABEL(n._ID,[Person,Institution,…])``, ``count(*)`` is
``COUNT_STAR()``.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from graph.stores.guard.clauses import is_clause
from graph.stores.guard.lexer import Token
from graph.stores.guard.lexer import tokens as lexed

_AFTER: Final = frozenset(["ORDER", "SKIP", "LIMIT", "UNION"])
"""Clauses that may follow what is returned."""


def as_written(query: str, columns: Sequence[str]) -> tuple[str, ...]:
    """The engine's ``columns`` of ``query`` (Ladybug's dialect, which it took), those without a name of their own as
    they stand in it. Where not each of them is written down, as with ``*``, they stay as they are."""
    items = list(_returned(lexed(query, "ladybug")))
    if len(items) != len(columns) or any(item[-1].text == "*" for item in items if item):
        return tuple(columns)
    return tuple(
        column if _is_named(item) else query[item[0].at : item[-1].at + len(item[-1].text)]
        for item, column in zip(items, columns, strict=True)
    )


def _returned(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of each item of the first RETURN that is in no subquery; that one names the columns of a UNION too."""
    item: list[Token] | None = None
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.text in "([{") - (token.text in ")]}")
        if item is None:
            if not depth and token.upper == "RETURN" and is_clause(tokens, place):
                item = []
        elif not depth and token.text == ",":
            yield item
            item = []
        elif not depth and token.upper in _AFTER:
            break
        elif item or token.upper != "DISTINCT":
            item.append(token)
    if item is not None:
        yield item


def _is_named(item: Sequence[Token]) -> bool:
    """Whether an item has a name (``AS name``), or is one or a property: nothing but names and dots."""
    if not item or (len(item) > 1 and item[-2].upper == "AS"):
        return True
    return all(token.identifier if place % 2 == 0 else token.text == "." for place, token in enumerate(item))
