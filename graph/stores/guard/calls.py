"""What a statement calls by name: procedures, table functions, and functions beyond the engine's plain ones."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from graph.errors import QueryRefused
from graph.stores.guard.allowed import allowed
from graph.stores.guard.clauses import is_clause
from graph.stores.guard.lexer import Token
from graph.stores.queries import Dialect

_SUBQUERY: Final = ("(", "{")


def check_calls(tokens: Sequence[Token], dialect: Dialect) -> None:
    """Raises QueryRefused for a procedure or function that is not known to only read the graph."""
    for place, token in enumerate(tokens):
        if token.upper == "CALL" and token.kind == "word" and is_clause(tokens, place):
            _check_procedure(tokens[place + 1 :], dialect)
    for name in _functions(tokens):
        if dialect == "ladybug" and name.lower() in allowed(dialect, "refused functions"):
            raise QueryRefused(f"{name}() changes something; only reading is allowed")
        if dialect == "neo4j" and "." in name and name.lower() not in _server_functions():
            raise QueryRefused(f"{name[:100]}() is none of the functions that are allowed")


def _check_procedure(after: Sequence[Token], dialect: Dialect) -> None:
    if after and after[0].text in _SUBQUERY and dialect == "neo4j":
        return
    name = _dotted(after)
    known = allowed(dialect, "procedures")
    if (name.lower() if dialect == "ladybug" else name) not in known:
        raise QueryRefused(f"CALL {name[:100] or '…'} reaches beyond the graph; allowed are {', '.join(sorted(known))}")


def _dotted(tokens: Sequence[Token]) -> str:
    """The dotted name at the front of ``tokens``, empty where there is none; a dot inside back-ticks is no dot."""
    parts = []
    for place, token in enumerate(tokens):
        if place % 2 == 0 and token.identifier is not None:
            parts.append(token.identifier.replace(".", "`.`"))
        elif place % 2 == 0 or token.text != ".":
            break
    return ".".join(parts)


def _functions(tokens: Sequence[Token]) -> Iterator[str]:
    """The names of all that is called with brackets, but procedures."""
    for place, token in enumerate(tokens):
        if token.text != "(" or not place or tokens[place - 1].identifier is None:
            continue
        start = place - 1
        while start >= 2 and tokens[start - 1].text == "." and tokens[start - 2].identifier is not None:
            start -= 2
        before = tokens[start - 1] if start else None
        if before is None or before.upper != "CALL":
            yield _dotted(tokens[start:place])


@cache
def _server_functions() -> frozenset[str]:
    return frozenset(name.lower() for name in allowed("neo4j", "functions"))
