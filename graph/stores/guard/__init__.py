"""What may be asked ad hoc: one statement that reads the graph, and neither files nor addresses nor settings.

This is the first of four layers, each of which holds with any other off (``docs/cypher.md``): the statement's words
here; the engine's plan (``plans``); a session that the engine keeps to reading; and around Ladybug a process that can
open no file, around Neo4j the server's settings. The engines refuse writes by themselves. What they allow is reading
and writing files, loading extensions and changing settings; those are statements or clauses of their own, each with a
word that starts it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph.errors import QueryRefused
from graph.store import Value
from graph.stores.guard.calls import check_calls
from graph.stores.guard.clauses import check_clauses
from graph.stores.guard.lexer import tokens as lexed
from graph.stores.guard.parameters import check_parameters
from graph.stores.guard.ranges import check_ranges
from graph.stores.queries import Dialect
from graph.stores.values import NONE

FIRST: Final = ("MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL")
"""Words that a query may begin with: what is not listed (COPY, EXPORT, INSTALL, CHECKPOINT, SHOW …) is refused."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement that passed, without what stands around it: comments, and the semicolon at its end."""

    prefix: str
    """EXPLAIN, EXPLAIN LOGICAL, PROFILE or nothing."""
    query: str
    """What follows the prefix."""
    unused: tuple[str, ...] = ()
    """Parameters that were given and are not named."""

    @property
    def text(self) -> str:
        """Both."""
        return f"{self.prefix} {self.query}".lstrip()


def check(text: str, dialect: Dialect, given: Mapping[str, Value] | None = None) -> Statement:
    """The statement that ``text`` is, whose parameters are ``given`` (None: not yet).

    Raises QueryRefused, with the reason, for what is not one plain read, and for a parameter without a value.
    """
    tokens = lexed(text, dialect)
    end = len(text)
    while tokens and tokens[-1].text == ";":
        end = tokens.pop().at
    if not tokens:
        raise QueryRefused("there is no statement")
    if any(token.text == ";" for token in tokens):
        raise QueryRefused("more than one statement")
    words = 0
    if tokens[0].upper in {"EXPLAIN", "PROFILE"}:
        words = 1 + (
            dialect == "ladybug" and tokens[0].upper == "EXPLAIN" and [t.upper for t in tokens[1:2]] == ["LOGICAL"]
        )
    prefix, tokens = " ".join(token.upper for token in tokens[:words]), tokens[words:]
    if not tokens or tokens[0].upper not in FIRST:
        first = tokens[0].text[:20] if tokens else "nothing"
        raise QueryRefused(f"a query begins with {', '.join(FIRST)}, not with {first}")
    check_clauses(tokens)
    check_calls(tokens, dialect)
    check_ranges(tokens, given or NONE)
    unused = () if given is None else check_parameters(tokens, given)
    return Statement(prefix, text[tokens[0].at : end], unused)
