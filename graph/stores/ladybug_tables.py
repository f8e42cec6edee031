"""The embedded engine's nodes and edges as Arrow tables: by ranges of its own numbers, for an answer is held whole."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa

from graph.schema import EDGES
from graph.store import Value
from graph.stores.queries import query
from graph.stores.tables import EDGE_ROWS, edge_query, edge_schema, node_query, node_schema, ranges, rows_of, typed

Ask: TypeAlias = Callable[[str, Mapping[str, Value]], pa.Table]


def node_tables(ask: Ask, label: str) -> Iterator[pa.Table]:
    """See ``graph.store.Store``."""
    numbers = np.sort(_numbers(ask, label)["number"].to_numpy())
    text = node_query(query("ladybug", "numbered_nodes"), label)
    for lowest, beyond in ranges(numbers, np.ones(len(numbers), np.int64), rows_of(label)):
        yield typed(ask(text, {"lowest": lowest, "beyond": beyond}), node_schema(label))


def edge_tables(ask: Ask, type: str) -> Iterator[tuple[str, str, pa.Table]]:
    """See ``graph.store.Store``."""
    ids = {label: _ids(ask, label) for label in sorted({label for pair in EDGES[type].pairs for label in pair})}
    for source, target in EDGES[type].pairs:
        degrees = ask(query("ladybug", "degrees").filled(type=type, source=source, target=target), {})
        order = degrees.sort_by("number")
        text = edge_query(query("ladybug", "numbered_edges"), type, source, target)
        weights = order["edges"].to_numpy().astype(np.int64)
        for lowest, beyond in ranges(order["number"].to_numpy().astype(np.int64), weights, EDGE_ROWS):
            found = ask(text, {"lowest": lowest, "beyond": beyond})
            for place, label in enumerate((source, target)):
                name = found.schema.names[place]
                found = found.set_column(place, name, ids[label].take(found[name]))
            yield source, target, typed(found, edge_schema(type))


def _numbers(ask: Ask, label: str) -> pa.Table:
    return ask(query("ladybug", "numbers").filled(label=label), {})


def _ids(ask: Ask, label: str) -> pa.Array:
    """The id of each number, null where a node was dropped."""
    found = _numbers(ask, label)
    if not found.num_rows:
        return pa.nulls(0, pa.string())
    numbers = found["number"].to_numpy().astype(np.int64)
    places: Any = np.full(numbers.max() + 1, -1)
    places[numbers] = np.arange(len(numbers))
    return found["id"].combine_chunks().take(pa.array(places, mask=places < 0))
