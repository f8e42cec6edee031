"""Parameters without a value: Ladybug takes them for null, without a word, and Neo4j tells of it in its own way."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from graph.errors import QueryRefused
from graph.stores.guard.lexer import Token


def check_parameters(tokens: Sequence[Token], given: Collection[str]) -> None:
    """Raises QueryRefused for the first parameter of the statement that is not among ``given``."""
    for place, (mark, name) in enumerate(pairwise(tokens), 1):
        if mark.text != "$" or (called := _called(name)) is None or called in given:
            continue
        if [token.text for token in tokens[place + 1 : place + 2]] != ["("]:  # :$any(…) in Neo4j is no parameter.
            raise QueryRefused(f"${called} has no value")


def _called(token: Token) -> str | None:
    """The name that ``token`` is after a dollar sign: a word, a name in back-ticks or a number."""
    return token.text if token.kind == "number" else token.identifier
