"""What may be asked ad hoc: one statement that reads the graph, and neither files nor addresses nor settings.

The engines refuse writes by themselves (a read-only transaction, a session for reading). What they allow is reading
and writing files, loading extensions and changing settings; those are statements or clauses of their own, each with
a word that starts it. So this looks at words, with the engines' own notion of text, names and comments.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from graph.errors import QueryRefused
from graph.stores.queries import Dialect

FIRST: Final = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN"})
"""Words that a statement may begin with: what is not listed (COPY, EXPORT, INSTALL, CHECKPOINT, SHOW …) is refused."""
CLAUSES: Final = {
    "CREATE": "writes",
    "MERGE": "writes",
    "DELETE": "writes",
    "DETACH": "writes",
    "SET": "writes",
    "REMOVE": "writes",
    "DROP": "writes",
    "FOREACH": "writes",
    "LOAD": "reads files",
    "USE": "leaves the database",
}
"""Clauses that may stand in the middle of a statement and are no reading of the graph."""

_TOKEN = re.compile(
    r"""
    (?P<space> \s+ | //[^\n\r]* | /\*.*?\*/ )
  | (?P<text> '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" )
  | (?P<name> `(?:[^`]|``)*` )
  | (?P<word> [^\W\d]\w* )
  | (?P<open> ['"`] | /\* )
  | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str


def check(text: str, dialect: Dialect) -> None:
    """Raises QueryRefused, with the reason, for what is not one plain read."""
    tokens = list(_tokens(text))
    while tokens and tokens[-1].text == ";":
        tokens.pop()
    if not tokens:
        raise QueryRefused("there is no statement")
    if any(token.text == ";" for token in tokens):
        raise QueryRefused("more than one statement")
    first = tokens[0].text.upper()
    if first not in FIRST:
        raise QueryRefused(f"a query begins with {', '.join(sorted(FIRST))}, not with {tokens[0].text}")
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if token.kind == "word" and _is_clause(before, after):
            _check_clause(token.text.upper(), after, dialect)


def _check_clause(word: str, after: _Token | None, dialect: Dialect) -> None:
    if word in CLAUSES:
        raise QueryRefused(f"{word} {CLAUSES[word]}; only reading is allowed")
    if word == "CALL" and (dialect == "ladybug" or after is None or after.text not in "({"):
        raise QueryRefused("CALL reaches beyond the graph; only reading is allowed")


def _is_clause(before: _Token | None, after: _Token | None) -> bool:
    """Whether a word can begin a clause here: a property, label, parameter, key or function cannot."""
    if before is not None and before.text.upper() in {".", ":", "$", "|", "&", "!", "-", "[", "AS"}:
        return False
    return after is not None and after.text.upper() not in {":", ".", ",", ")", "]", "}", "=", "<", ">", "AS"}


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "open":
            raise QueryRefused(f"a text, name or comment that begins at {match.start()} does not end")
        if kind != "space":
            yield _Token(kind, match[0])
