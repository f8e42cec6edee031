"""A statement's tokens as the engine itself reads them: its texts, quoted names, comments, numbers and spaces.

What the engines read differently from each other, or what could be read in two ways, is refused: nobody writes it, but
who hides a clause does. Each rule here was tried on Ladybug 0.22.0 and Neo4j 5.26.30.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from graph.errors import QueryRefused
from graph.stores.queries import Dialect

LONGEST: Final = 20_000
"""Characters of a statement."""
DEEPEST: Final = 100
"""Brackets within brackets: both parsers recurse."""

# In Ladybug a star before the closing one opens the comment again (`/* **/` does not end), and `\q` is no text; Neo4j
# takes both. A line ends at \n and \r in both, and nowhere else.
_COMMENT: Final[Mapping[Dialect, str]] = {"neo4j": r"/\*.*?\*/", "ladybug": r"/\*(?:[^*]|\*[^*/])*\*/"}
_ESCAPE: Final[Mapping[Dialect, str]] = {
    "neo4j": r"\\.",
    "ladybug": r"\\(?:[\\'\"bBfFnNrRtT]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})",
}
_TOKENS: Final[Mapping[Dialect, re.Pattern[str]]] = {
    dialect: re.compile(
        rf"""
        (?P<space> \s+ | //[^\n\r]* | {_COMMENT[dialect]} )
      | (?P<text> '(?:[^'\\]|{_ESCAPE[dialect]})*' | "(?:[^"\\]|{_ESCAPE[dialect]})*" )
      | (?P<name> `(?:[^`]|``)*` )
      | (?P<number> \d\w*(?:(?<=[eE])[+-]\d+)?(?:\.(?=[^\W\d]))? )
      | (?P<word> [^\W\d]\w* )
      | (?P<open> ['"`] | /\* )
      | (?P<mark> . )
        """,
        re.VERBOSE | re.DOTALL,
    )
    for dialect in _COMMENT
}
_NUMBER = re.compile(r"0x[\da-f_]+|0o[0-7_]+|0b[01_]+|[\d_]+(?:e[+-]?\d+)?[fd]?", re.IGNORECASE)
_UNICODE = re.compile(r"\\(?:\\|u(?P<code>[0-9a-fA-F]{4}))|\\u")


class Token(NamedTuple):
    """``kind``: text, name (in back-ticks), number, word or mark (any other single character)."""

    kind: str
    text: str
    at: int

    @property
    def upper(self) -> str:
        """A word as keywords are compared; anything else as it stands."""
        return self.text.upper() if self.kind == "word" else self.text

    @property
    def identifier(self) -> str | None:
        """What a word or quoted name names, else None."""
        if self.kind == "name":
            return self.text[1:-1].replace("``", "`")
        return self.text if self.kind == "word" else None


def tokens(text: str, dialect: Dialect) -> list[Token]:
    """The tokens of ``text`` but spaces and comments. Raises QueryRefused for what is no statement."""
    if len(text) > LONGEST:
        raise QueryRefused(f"a statement has at most {LONGEST} characters, this has {len(text)}")
    if "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise QueryRefused("a statement has no NUL and no lone surrogates")
    found = _lexed(text, dialect)
    if dialect == "neo4j" and (decoded := _decoded(text)) != text and _shape(_lexed(decoded, dialect)) != _shape(found):
        # Neo4j decodes before it reads (`\u0027` ends a text, `\u003b` a statement), and nobody needs it to.
        raise QueryRefused(r"\uXXXX stands inside a text only, and for no quotation mark or backslash")
    _check_depth(found)
    return found


def _lexed(text: str, dialect: Dialect) -> list[Token]:
    return list(_tokens(text, dialect))


def _tokens(text: str, dialect: Dialect) -> Iterator[Token]:
    for match in _TOKENS[dialect].finditer(text):
        kind = match.lastgroup or ""
        if kind == "open":
            raise QueryRefused(f"a text, name or comment that begins at {match.start()} does not end")
        if kind == "number" and not _NUMBER.fullmatch(match[0]):
            # `1e5SET` or `1.SET` is a number and a word to an engine that needs no space between them.
            raise QueryRefused(f"{match[0][:20]!r} at {match.start()} is a number that runs into a word")
        if kind != "space":
            yield Token(kind, match[0], match.start())


def _decoded(text: str) -> str:
    return _UNICODE.sub(lambda match: chr(int(match["code"], 16)) if match["code"] else match[0], text)


def _shape(found: Sequence[Token]) -> list[tuple[str, str]]:
    return [(token.kind, "" if token.kind == "text" else token.text) for token in found]


def _check_depth(found: Sequence[Token]) -> None:
    depth = 0
    for token in found:
        depth += (token.text in "([{") - (token.text in ")]}")
        if depth > DEEPEST:
            raise QueryRefused(f"more than {DEEPEST} brackets within each other")
