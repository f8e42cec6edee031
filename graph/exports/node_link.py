"""Node-link JSON, as networkx (``node_link_graph``) and D3 read it: entities and their ties."""

import json
from collections.abc import Iterator
from typing import Any

from graph.exports.contents import ENTITIES, TIES, Contents
from graph.exports.text import slices


def node_link(contents: Contents) -> Iterator[bytes]:
    """A directed multigraph, a node or an edge on each line; values that are not there are left out."""
    yield b'{"directed": true, "multigraph": true, "graph": {"name": "Jingjinji"}, "nodes": ['
    yield from _listed(_nodes(contents))
    yield b'\n], "edges": ['
    yield from _listed(_edges(contents))
    yield b"\n]}\n"


def _nodes(contents: Contents) -> Iterator[list[dict[str, Any]]]:
    for label, table in contents.nodes(*ENTITIES):
        for rows in slices(table):
            yield [{"id": row.pop("id"), "type": label, **_present(row)} for row in rows.to_pylist()]


def _edges(contents: Contents) -> Iterator[list[dict[str, Any]]]:
    number = 0
    for edges in contents.edges(*TIES):
        for rows in slices(edges.table):
            yield [
                {
                    "source": row.pop("source"),
                    "target": row.pop("target"),
                    "key": key,
                    "type": edges.type,
                    **_present(row),
                }
                for key, row in enumerate(rows.to_pylist(), start=number)
            ]
            number += rows.num_rows


def _present(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _listed(parts: Iterator[list[dict[str, Any]]]) -> Iterator[bytes]:
    between = "\n"
    for part in parts:
        if part:
            yield (between + ",\n".join(json.dumps(each, ensure_ascii=False) for each in part)).encode()
            between = ",\n"
