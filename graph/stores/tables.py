"""Nodes and edges as Arrow tables, so many rows at a time that millions of them never are in memory at once."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, Final, TypeAlias

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graph.schema import EDGES, NODES, Column
from graph.stores.queries import Query

NODE_ROWS: Final = 100_000
"""Nodes in a table at most; of those with long texts fewer."""
TEXT_ROWS: Final = 500
EDGE_ROWS: Final = 50_000
"""Edges in a table, about: a range of sources that has as many is read at once."""

TYPES: Final[Mapping[Column, pa.DataType]] = {
    "string": pa.string(),
    "strings": pa.list_(pa.string()),
    "int": pa.int64(),
    "float": pa.float64(),
}
LONG: Final = frozenset({"text", "payload", "sealed"})
"""Columns that may be a page of text."""
EdgeTable: TypeAlias = tuple[str, str, pa.Table]
"""The labels of source and target, and a table with their ids as ``source`` and ``target``."""


def node_schema(label: str) -> pa.Schema:
    """The columns of a label."""
    return _schema(NODES[label].columns)


def edge_schema(type: str) -> pa.Schema:
    """``source``, ``target`` and the columns of a type."""
    return _schema({"source": "string", "target": "string", **EDGES[type].columns})


def typed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """``table`` with exactly these columns; an engine gives a column of nothing the type of nothing."""
    return pa.table([table[field.name].cast(field.type) for field in schema], schema=schema)


def rows_of(label: str) -> int:
    """How many nodes of a label a table has at most."""
    return NODE_ROWS if LONG.isdisjoint(NODES[label].columns) else TEXT_ROWS


def node_query(template: Query, label: str) -> str:
    """The text that asks for nodes of a label."""
    return template.filled(label=label, columns=", ".join(f"n.`{name}` AS `{name}`" for name in NODES[label].columns))


def edge_query(template: Query, type: str, source: str, target: str) -> str:
    """The text that asks for edges of a type between two labels."""
    columns = "".join(f", r.`{name}` AS `{name}`" for name in EDGES[type].columns)
    return template.filled(type=type, source=source, target=target, columns=columns)


def ranges(numbers: NDArray[Any], weights: NDArray[Any], most: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of ``numbers`` (ascending) whose ``weights`` add up to about ``most`` each."""
    if not len(numbers):
        return
    part = (np.cumsum(weights) - weights) // most
    firsts = np.flatnonzero(np.diff(part, prepend=-1))
    bounds = [*numbers[firsts].tolist(), int(numbers[-1]) + 1]
    yield from pairwise(bounds)


def _schema(columns: Mapping[str, Column]) -> pa.Schema:
    return pa.schema([(name, TYPES[kind]) for name, kind in columns.items()])
