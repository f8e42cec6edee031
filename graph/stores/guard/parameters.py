"""Parameters against those a statement names, which neither engine tells alike: one without a value Ladybug takes for
null and Neo4j refuses in its own way; one that is not named both pass over, without a word."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from graph.errors import QueryRefused
from graph.stores.guard.lexer import Token


def check_parameters(tokens: Sequence[Token], given: Collection[str]) -> tuple[str, ...]:
    """Those of ``given`` that the statement does not name, in order.

    Raises QueryRefused for the first that it names and that is not among ``given``.
    """
    named = list(_named(tokens))
    for name in named:
        if name not in given:
            raise QueryRefused(f"${name} has no value")
    return tuple(sorted(set(given).difference(named)))


def _named(tokens: Sequence[Token]) -> Iterator[str]:
    for place, (mark, name) in enumerate(pairwise(tokens), 1):
        if mark.text != "$" or (called := _called(name)) is None:
            continue
        if [token.text for token in tokens[place + 1 : place + 2]] != ["("]:  # :$any(…) in Neo4j is no parameter.
            yield called


def _called(token: Token) -> str | None:
    """The name that ``token`` is after a dollar sign: a word, a name in back-ticks or a number."""
    return token.text if token.kind == "number" else token.identifier
