"""Values on their way into an engine: what it cannot hold is refused here, in words."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from graph.errors import QueryRefused, StoreError
from graph.schema import Column
from graph.store import Columns, Value

if TYPE_CHECKING:
    from numpy.typing import NDArray

NONE: Mapping[str, Value] = MappingProxyType({})
"""No parameters."""

_INT64 = range(-(2**63), 2**63)


def parameters(given: Mapping[str, Value]) -> dict[str, Value]:
    """``given``, with lists and dicts of its own. Raises StoreError for what no engine can hold."""
    return {name: _plain(value, name) for name, value in given.items()}


def asked(given: Mapping[str, Value] | None) -> dict[str, Value]:
    """The parameters of an ad-hoc query. Raises QueryRefused for what no engine can hold."""
    try:
        return parameters(given or {})
    except StoreError as error:
        raise QueryRefused(str(error)) from error


def column(value: Value, kind: Column, place: str) -> Value:
    """``value`` as a column of that kind holds it; None stays None. Raises StoreError if it does not fit."""
    match kind, value:
        case _, None:
            return None
        case ("string", str()) | ("int", int()) if not isinstance(value, bool):
            return _plain(value, place)
        case ("float", float() | int()) if not isinstance(value, bool):
            return float(value)
        case ("strings", list() | tuple()) if all(isinstance(item, str) for item in cast(Sequence[Value], value)):
            return _plain(value, place)
    raise StoreError(f"{place}: {kind} cannot hold {type(value).__name__}")


def _plain(value: Value, place: str) -> Value:
    if isinstance(value, str):
        return _text(value, place)
    if isinstance(value, int) and value not in _INT64:
        raise StoreError(f"{place}: {value} does not fit 64 bits")
    if isinstance(value, Mapping):
        return {_text(key, place): _plain(item, place) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item, place) for item in value]
    if value is None or isinstance(value, int | float):
        return value
    raise StoreError(f"{place}: {type(value).__name__} is no value of a store")


def _text(value: str, place: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise StoreError(f"{place}: a lone surrogate at {error.start}") from error
    return value


def answered(value: object) -> Value:
    """A single value of an ad-hoc answer: dates and the like as text, so that every answer is JSON."""
    if value is None or isinstance(value, str | int | float):
        return value
    return value.isoformat() if isinstance(value, date | time) else str(value)


def unfolded(names: Sequence[str], records: Sequence[Sequence[object]]) -> "Columns":
    """Records as ``graph.store.Columns``; one with lists is as many rows as these are long, all else in it repeated."""
    import numpy as np  # takes longer to import than most commands need

    columns = dict(zip(names, zip(*records, strict=True), strict=True))
    lists = [name for name, column in columns.items() if isinstance(column[0], list)]
    if not lists:
        return {name: _array(column) for name, column in columns.items()}
    lengths = np.array([len(cast("list[object]", value)) for value in columns[lists[0]]])
    return {
        name: _array(list(chain.from_iterable(cast("Sequence[list[object]]", column))))
        if name in lists
        else np.repeat(_array(column), lengths)
        for name, column in columns.items()
    }


def _array(column: Sequence[object]) -> "NDArray[Any]":
    import numpy as np

    if column and isinstance(column[0], str):
        return np.array(column, object)
    if all(isinstance(value, int) for value in column):
        return np.array(column, np.int64)
    return np.array(column, np.float64)
