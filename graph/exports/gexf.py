"""GEXF 1.3 (https://gexf.net): entities and their ties, each with the days between which it lies, for Gephi."""

from collections.abc import Iterator
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from graph.exports.contents import ENTITIES, TIES, Contents
from graph.exports.text import days, flat, joined, lines, slices, xml
from graph.schema import EDGES, NODES, Column

TYPES: Final[dict[Column, str]] = {"string": "string", "strings": "liststring", "int": "long", "float": "double"}
_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Jingjinji</creator></meta>
<graph mode="dynamic" defaultedgetype="undirected" timeformat="date" timerepresentation="interval">
"""


def gexf(contents: Contents) -> Iterator[bytes]:
    """One edge for each tie, so for each event: a multigraph. Undirected, since most ties are; ``source`` and
    ``target`` are told as the schema has them. A list is a JSON array, which is how Gephi reads ``liststring``.
    """
    of_nodes, of_edges = _columns(NODES, ENTITIES), _columns(EDGES, TIES)
    yield _HEAD.encode()
    yield _declared("node", of_nodes)
    yield _declared("edge", of_edges)
    yield b"<nodes>\n"
    for label, table in contents.nodes(*ENTITIES):
        for rows in slices(table):
            yield _nodes(label, rows, list(of_nodes))
    yield b"</nodes>\n<edges>\n"
    number = 0
    for edges in contents.edges(*TIES):
        for rows in slices(edges.table):
            yield _edges(edges.type, rows, number, list(of_edges))
            number += rows.num_rows
    yield b"</edges>\n</graph>\n</gexf>\n"


def _columns(types: Any, wanted: tuple[str, ...]) -> dict[str, Column]:
    """The columns of these labels or types, without the place of a quote: ``start`` is a day here."""
    found: dict[str, Column] = {"type": "string"}
    for name in wanted:
        found |= types[name].columns
    return {name: kind for name, kind in found.items() if name not in ("id", "start", "end")}


def _declared(what: str, columns: dict[str, Column]) -> bytes:
    each = "".join(f'<attribute id="{name}" title="{name}" type="{TYPES[kind]}"/>' for name, kind in columns.items())
    return f'<attributes class="{what}" mode="static">{each}</attributes>\n'.encode()


def _nodes(label: str, table: pa.Table, columns: list[str]) -> bytes:
    head = ['<node id="', xml(table["id"]), '" label="', xml(pc.coalesce(table["name"], table["id"]))]
    return lines(*head, '"><attvalues>', *_values(label, table, columns), "</attvalues></node>\n")


def _edges(type: str, table: pa.Table, number: int, columns: list[str]) -> bytes:
    ids = pa.array(range(number, number + table.num_rows), pa.int64()).cast(pa.string())
    head = ['<edge id="', ids, '" source="', xml(table["source"]), '" target="', xml(table["target"])]
    when = [
        joined(f'" {end}="', days(table[column]).cast(pa.string()))
        for end, column in (("start", "earliest"), ("end", "latest"))
        if column in table.schema.names
    ]
    return lines(
        *head, f'" kind="{type}', *when, '"><attvalues>', *_values(type, table, columns), "</attvalues></edge>\n"
    )


def _values(type: str, table: pa.Table, columns: list[str]) -> list[Any]:
    """An ``attvalue`` for each column that the table has, nothing where it is null."""
    there = [name for name in columns if name in table.schema.names]
    told = [joined(f'<attvalue for="{name}" value="', xml(flat(table[name])), '"/>') for name in there]
    return [f'<attvalue for="type" value="{type}"/>', *told]
