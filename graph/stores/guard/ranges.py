"""Ranges that are written down too long: ``range(1, 1000000000)`` takes gigabytes before any limit is looked at."""

from collections.abc import Mapping, Sequence
from typing import Final

from graph.errors import QueryRefused
from graph.store import Value
from graph.stores.guard.lexer import Token

LONGEST: Final = 1_000_000
"""Items of a range whose ends are told; Neo4j makes the whole list where it is more than counted through."""


def check_ranges(tokens: Sequence[Token], given: Mapping[str, Value]) -> None:
    """Raises QueryRefused for a range of numbers, or of parameters that are ``given``, that is too long."""
    for place, token in enumerate(tokens[:-1]):
        if (token.identifier or "").lower() == "range" and tokens[place + 1].text == "(":
            ends = [_number(argument, given) for argument in _arguments(tokens[place + 2 :])]
            if len(ends) in {2, 3} and ends[0] is not None and ends[1] is not None:
                step = abs(ends[2] or 1) if len(ends) == 3 else 1
                if abs(ends[1] - ends[0]) > LONGEST * step:
                    raise QueryRefused(f"a range of more than {LONGEST} numbers")


def _arguments(tokens: Sequence[Token]) -> list[list[Token]]:
    """The arguments up to the closing bracket."""
    found: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        if token.text in ")]}" and not depth:
            break
        depth += (token.text in "([{") - (token.text in ")]}")
        if token.text == "," and not depth:
            found.append([])
        else:
            found[-1].append(token)
    return found


def _number(argument: Sequence[Token], given: Mapping[str, Value]) -> int | None:
    """The whole number that the argument is, if it is nothing more."""
    sign, rest = 1, list(argument)
    while rest and rest[0].text in "+-":
        sign = -sign if rest.pop(0).text == "-" else sign
    match rest:
        case [Token(kind="number") as number]:
            try:
                return sign * int(number.text, 0)
            except ValueError:
                return None
        case [Token(text="$"), name] if isinstance(value := given.get(name.identifier or name.text), int):
            return sign * value
    return None
