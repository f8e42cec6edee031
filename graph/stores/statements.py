"""A change as the statements that carry it out, in order, in batches of rows.

Labels, types and property names come from ``graph.schema``; everything else is a row.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias, TypeVar

from graph.errors import StoreError
from graph.schema import EDGES, NODES, Column
from graph.store import Change, Edge, Node, Row, Value
from graph.stores.queries import Dialect, query
from graph.stores.values import column

T = TypeVar("T")

BATCH_ROWS = 2000
"""Rows of one statement: their plan is made once, and what an engine keeps for them stays small."""

Cast: TypeAlias = Callable[[str, Column], str]
"""(expression, kind) to the expression that has this kind even where every row holds null."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One text and its rows; where ``counted``, its answer ``written`` must be the number of rows."""

    what: str
    text: str
    rows: list[Row]
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Statements:
    """Makes statements in one dialect."""

    dialect: Dialect
    cast: Cast

    def of(self, change: Change) -> Iterator[Statement]:
        """Raises StoreError for what the schema does not have."""
        for edges in _grouped(change.drop_edges, _ends):
            yield from self._edges("drop_edges", edges)
        for ids in _grouped(change.drop_nodes, lambda node: (node[0],)):
            label = ids[0][0]
            _known(label in NODES, f"label {label}")
            rows: list[Row] = [{"id": id} for id in dict.fromkeys(id for _, id in ids)]
            yield from self._batches("drop_nodes", label, query(self.dialect, "drop_nodes").filled(label=label), rows)
        for nodes in _grouped(change.put_nodes, lambda node: (node.label,)):
            yield from self._put_nodes(nodes)
        for edges in _grouped(change.put_edges, _ends):
            yield from self._edges("put_edges", edges)

    def _put_nodes(self, nodes: Sequence[Node]) -> Iterator[Statement]:
        label = nodes[0].label
        _known(label in NODES, f"label {label}")
        columns = NODES[label].columns
        text = query(self.dialect, "put_nodes").filled(label=label, set=self._set("n", columns, {"id"}))
        rows = {node.id: _row(node.properties, columns, f"{label} {node.id}", {"id"}) for node in nodes}
        yield from self._batches("put_nodes", label, text, list(rows.values()))

    def _edges(self, name: str, edges: Sequence[Edge]) -> Iterator[Statement]:
        type, (source, _), (target, _) = edges[0].type, edges[0].source, edges[0].target
        _known(type in EDGES and (source, target) in EDGES[type].pairs, f"edge {source}-{type}-{target}")
        schema = EDGES[type]
        key = ", ".join(f"`{column}`: row.`{column}`" for column in schema.key)
        identifiers = {"type": type, "source": source, "target": target, "key": f"{{{key}}}" if key else ""}
        columns = {name: schema.columns[name] for name in schema.key}
        if name == "put_edges":
            columns = schema.columns
            identifiers["set"] = self._set("r", columns, set(schema.key))
        rows: dict[tuple[Value, ...], Row] = {}
        for edge in edges:
            ends = edge.source[1], edge.target[1]
            given = edge.properties if name == "put_edges" else {key: edge.properties.get(key) for key in schema.key}
            row = _row(given, columns, f"{type} {ends[0]} to {ends[1]}", set(schema.key))
            rows[(*ends, *(row[key] for key in schema.key))] = row | {"source": ends[0], "target": ends[1]}
        what = f"{source}-{type}-{target}"
        text = query(self.dialect, name).filled(**identifiers)
        yield from self._batches(name, what, text, list(rows.values()), counted=name == "put_edges")

    def _set(self, variable: str, columns: Mapping[str, Column], key: set[str]) -> str:
        assignments = ", ".join(
            f"{variable}.`{name}` = {self.cast(f'row.`{name}`', kind)}"
            for name, kind in columns.items()
            if name not in key
        )
        return f"SET {assignments}" if assignments else ""

    @staticmethod
    def _batches(name: str, what: str, text: str, rows: list[Row], *, counted: bool = False) -> Iterator[Statement]:
        rest = iter(rows)
        while batch := list(islice(rest, BATCH_ROWS)):
            yield Statement(f"{name} {what}", text, batch, counted)


def _row(given: Mapping[str, Value], columns: Mapping[str, Column], what: str, key: set[str]) -> Row:
    """All ``columns``, checked; those that are not given are null."""
    _known(given.keys() <= columns.keys(), f"property of {what}: {', '.join(sorted(given.keys() - columns.keys()))}")
    row = {name: column(given.get(name), kind, f"{what}, {name}") for name, kind in columns.items()}
    if empty := [name for name in key if row[name] is None]:
        raise StoreError(f"{what}: {', '.join(sorted(empty))} may not be null")
    return row


def _known(known: bool, what: str) -> None:
    if not known:
        raise StoreError(f"not in the schema: {what}")


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.type, edge.source[0], edge.target[0]


def _grouped(items: Sequence[T], key: Callable[[T], tuple[str, ...]]) -> list[list[T]]:
    groups: dict[tuple[str, ...], list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.values())
