"""Derived nodes and edges as sets that can be compared: what is stored follows from the difference."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from graph.schema import EDGES, NODES
from graph.store import Change, Edge, Node, Value

Key: TypeAlias = tuple[object, ...]
Rows: TypeAlias = dict[Key, Node | Edge]

LABEL: Mapping[str, str] = {"p": "Person", "i": "Institution", "d": "District", "m": "Meeting", "g": "Agreement"}
"""The label of an entity by the letter that its id begins with."""


def end(entity: str) -> tuple[str, str]:
    """Label and id of ``entity``, as an end of an edge."""
    return LABEL[entity[0]], entity


def key(row: Node | Edge) -> Key:
    """What identifies ``row`` in the store."""
    if isinstance(row, Node):
        return (row.label, row.id)
    return (row.type, row.source, row.target, *(row.properties.get(k) for k in EDGES[row.type].key))


def rows(items: Iterable[Node | Edge]) -> Rows:
    """``items`` by identity. Two of one identity are one row, the first."""
    found: Rows = {}
    for item in items:
        found.setdefault(key(item), item)
    return found


def whole(row: Node | Edge) -> Node | Edge:
    """``row`` as a store gives it back: with all properties of the schema."""
    if isinstance(row, Node):
        return Node(row.label, _filled(row.properties, NODES[row.label].columns))
    return Edge(row.type, row.source, row.target, _filled(row.properties, EDGES[row.type].columns))


def _filled(given: Mapping[str, Value], columns: Iterable[str]) -> dict[str, Value]:
    values = {name: given.get(name) for name in columns}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def difference(old: Rows, new: Rows) -> Change:
    """What turns ``old`` into ``new``."""
    gone = [row for k, row in old.items() if k not in new]
    fresh = [row for k, row in new.items() if old.get(k) != row]
    return Change(
        drop_edges=[r for r in gone if isinstance(r, Edge)],
        drop_nodes=[(r.label, r.id) for r in gone if isinstance(r, Node)],
        put_nodes=[r for r in fresh if isinstance(r, Node)],
        put_edges=[r for r in fresh if isinstance(r, Edge)],
    )
