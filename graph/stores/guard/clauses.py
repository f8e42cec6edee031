"""Where a word is a clause, and where it is a name: a property, label, variable or function may be called ``set``."""

from collections.abc import Sequence
from typing import Final

from graph.errors import QueryRefused
from graph.stores.guard.lexer import Token

REFUSED: Final = {
    "CREATE": "writes",
    "INSERT": "writes",
    "MERGE": "writes",
    "DELETE": "writes",
    "DETACH": "writes",
    "NODETACH": "writes",
    "SET": "writes",
    "REMOVE": "writes",
    "DROP": "writes",
    "FOREACH": "writes",
    "LOAD": "reads files",
    "USE": "leaves the database",
    "SHOW": "tells of the server",
    "TERMINATE": "ends what others do",
}
"""Clauses that may stand in the middle of a statement and are no reading of the graph."""

_BEFORE_NAMES: Final = frozenset([".", ":", "$", "|", "&", "-", "[", ",", "="])
"""After these follows a name or a value. Not here, as an expression or pattern can end in them: ) ] } * + % > ! ?"""
_AFTER_NAMES: Final = frozenset([":", ".", ",", ")", "]", "}", "=", "<", ">"])
"""No clause begins with a word and one of these."""
_BEFORE_VALUES: Final = frozenset(
    ["AS", "RETURN", "WITH", "WHERE", "BY", "AND", "OR", "XOR", "NOT", "IN", "DISTINCT", "UNWIND"]
)
"""Keywords that a name or a value follows, where they are keywords themselves."""


def check_clauses(tokens: Sequence[Token]) -> None:
    """Raises QueryRefused for a clause that does more than to read the graph."""
    for place, token in enumerate(tokens):
        reason = REFUSED.get(token.upper) if token.kind == "word" else None
        if reason and is_clause(tokens, place):
            raise QueryRefused(f"{token.upper} {reason}; only reading is allowed")
        if token.upper == "IN" and place and tokens[place - 1].text == "}":
            ahead = {each.upper for each in tokens[place + 1 : place + 5]}
            if "TRANSACTIONS" in ahead:
                raise QueryRefused("IN TRANSACTIONS is for writing; only reading is allowed")


def is_clause(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at ``place`` can begin a clause there."""
    if place + 1 < len(tokens) and tokens[place + 1].text in _AFTER_NAMES:
        return False
    return not _is_name(tokens, place)


def _is_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether what stands before makes the token a name or a value: ``WITH as AS set``, but not ``WITH as SET``."""
    named = False
    # From the front of the run of keywords that decide about each other, so that no statement recurses us deep.
    start = place
    while start and tokens[start - 1].upper in _BEFORE_VALUES:
        start -= 1
    for each in range(start, place + 1):
        before = tokens[each - 1] if each else None
        if before is None:
            named = False
        elif before.kind == "mark":
            named = before.text in _BEFORE_NAMES
        else:
            named = before.upper in _BEFORE_VALUES and not named
    return named
