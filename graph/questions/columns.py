"""Typed values out of a store's rows."""

from collections.abc import Iterable
from typing import TypeVar, cast

from graph.store import Row

Choice = TypeVar("Choice", bound=str)


def string(row: Row, column: str) -> str:
    """A text that is always there."""
    return cast(str, row[column])


def optional(row: Row, column: str) -> str | None:
    """A text, or None."""
    return cast("str | None", row[column])


def integer(row: Row, column: str) -> int:
    """A whole number that is always there."""
    return cast(int, row[column])


def decimal(row: Row, column: str) -> float | None:
    """A number, or None."""
    value = cast("float | None", row[column])
    return None if value is None else float(value)


def strings(row: Row, column: str) -> tuple[str, ...]:
    """A list of texts; null is none."""
    return tuple(cast("list[str] | None", row[column]) or ())


def ids(rows: Iterable[Row], *columns: str) -> list[str]:
    """The different texts in ``columns``, sorted."""
    return sorted({string(row, column) for row in rows for column in columns})
