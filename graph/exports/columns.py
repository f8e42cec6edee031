"""The three tables of an export: nodes, edges, and evidence, which says where each is told."""

from collections.abc import Iterator, Mapping
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from graph.exports.contents import ENTITIES, EVENTS, PARTS, SOURCES, TIES, Contents
from graph.exports.text import days
from graph.schema import EDGES, EVIDENCE, NODES, Column
from graph.stores.tables import TYPES

LABELS: Final = (*ENTITIES, *EVENTS, "Article")
DAYS: Final = frozenset({"earliest", "latest", "published"})
"""Columns of ISO days, which are dates here; ``date`` may be more than a day (EDTF) and stays a text."""
TOLD: Final = tuple(type for type in EDGES if EVIDENCE.keys() <= EDGES[type].columns.keys())
"""Types of edges that have their sentence with them."""


def _schema(columns: Mapping[str, Column]) -> pa.Schema:
    return pa.schema([(name, pa.date32() if name in DAYS else TYPES[kind]) for name, kind in columns.items()])


def nodes_schema(*labels: str, texts: bool = False) -> pa.Schema:
    """The columns of a table of nodes of these labels; ``texts``: articles with their text."""
    columns: dict[str, Column] = {"id": "string", "type": "string"}
    for label in labels:
        columns |= NODES[label].columns
    if not texts:
        columns.pop("text", None)
    return _schema(columns)


def _edges_schema() -> pa.Schema:
    columns: dict[str, Column] = {"source": "string", "target": "string", "type": "string"}
    for type in (*TIES, *PARTS):
        columns |= {name: kind for name, kind in EDGES[type].columns.items() if name not in EVIDENCE}
    return _schema(columns)


_EVIDENCE_SCHEMA: Final = _schema(
    {"source": "string", "target": "string", "type": "string", "title": "string", **EVIDENCE, "extractor": "string"}
)


def schemas(*, texts: bool) -> dict[str, pa.Schema]:
    """The columns of each table; ``texts``: articles with their text."""
    return {"nodes": nodes_schema(*LABELS, texts=texts), "edges": _edges_schema(), "evidence": _EVIDENCE_SCHEMA}


def tables(contents: Contents, name: str, schema: pa.Schema) -> Iterator[pa.Table]:
    """The parts of the table of that name."""
    match name:
        case "nodes":
            yield from node_tables(contents, schema, *LABELS)
        case "edges":
            for edges in contents.edges(*TIES, *PARTS):
                yield _filled(edges.table, schema, type=edges.type)
        case _:
            for edges in contents.edges(*TOLD, *SOURCES, counted=False):
                yield _filled(_evidence(edges.type, edges.table), schema, type=edges.type)


def node_tables(contents: Contents, schema: pa.Schema, *labels: str) -> Iterator[pa.Table]:
    """The nodes of these labels, in the columns of ``schema``."""
    for label, table in contents.nodes(*labels):
        yield _filled(table, schema, type=label)


def _evidence(type: str, table: pa.Table) -> pa.Table:
    """The rows of ``table`` that have a sentence, or a name as it stands in the article."""
    if type in SOURCES:
        quote = "surface" if type == "MENTIONED_IN" else "quote"
        return table.append_column("article", table["target"]).rename_columns(
            ["quote" if name == quote else name for name in (*table.schema.names, "article")]
        )
    return table.filter(pc.is_valid(table["quote"]))


def _filled(table: pa.Table, schema: pa.Schema, type: str) -> pa.Table:
    """``table`` with exactly the columns of ``schema``."""
    arrays = []
    for field in schema:
        if field.name == "type":
            arrays.append(pa.repeat(pa.scalar(type), table.num_rows))
        elif field.name not in table.schema.names:
            arrays.append(pa.nulls(table.num_rows, field.type))
        elif pa.types.is_date(field.type):
            arrays.append(days(table[field.name]))
        else:
            arrays.append(table[field.name])
    return pa.table(arrays, schema=schema)
