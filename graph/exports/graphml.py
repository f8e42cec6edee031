"""GraphML (http://graphml.graphdrawing.org): entities and their ties, flattened, for igraph, Cytoscape and yEd."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa

from graph.exports.contents import ENTITIES, TIES, Contents
from graph.exports.text import flat, joined, lines, slices, xml
from graph.schema import EDGES, NODES, Column

TYPES: Final[dict[Column, str]] = {"string": "string", "strings": "string", "int": "long", "float": "double"}
_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def graphml(contents: Contents) -> Iterator[bytes]:
    """A directed multigraph; ``type`` tells what a node or an edge is, a list is a JSON array."""
    of_nodes = _keys(NODES, ENTITIES)
    of_edges = _keys(EDGES, TIES)
    yield _HEAD.encode()
    yield _declared("node", of_nodes) + _declared("edge", of_edges)
    yield b'<graph id="jingjinji" edgedefault="directed">\n'
    for label, table in contents.nodes(*ENTITIES):
        for rows in slices(table):
            yield lines('<node id="', xml(rows["id"]), '">', *_data("node", label, rows, of_nodes), "</node>\n")
    number = 0
    for edges in contents.edges(*TIES):
        for rows in slices(edges.table):
            ids = pa.array(range(number, number + rows.num_rows), pa.int64()).cast(pa.string())
            head = ['<edge id="', ids, '" source="', xml(rows["source"]), '" target="', xml(rows["target"]), '">']
            yield lines(*head, *_data("edge", edges.type, rows, of_edges), "</edge>\n")
            number += rows.num_rows
    yield b"</graph>\n</graphml>\n"


def _keys(types: Any, wanted: tuple[str, ...]) -> dict[str, Column]:
    found: dict[str, Column] = {"type": "string"}
    for name in wanted:
        found |= types[name].columns
    return {name: kind for name, kind in found.items() if name != "id"}


def _declared(what: str, keys: Mapping[str, Column]) -> bytes:
    each = (
        f'<key id="{what}-{name}" for="{what}" attr.name="{name}" attr.type="{TYPES[kind]}"/>\n'
        for name, kind in keys.items()
    )
    return "".join(each).encode()


def _data(what: str, type: str, rows: pa.Table, keys: Mapping[str, Column]) -> list[Any]:
    there = [name for name in keys if name in rows.schema.names]
    told = [joined(f'<data key="{what}-{name}">', xml(flat(rows[name])), "</data>") for name in there]
    return [f'<data key="{what}-type">{type}</data>', *told]
