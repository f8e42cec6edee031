"""The files of ``neo4j-admin database import``: a whole store, or the part of the graph that filters leave."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from graph.exports.columns import LABELS
from graph.exports.contents import PARTS, SOURCES, TIES, Contents
from graph.exports.csv_files import written
from graph.exports.text import slices
from graph.schema import EDGES, NODES, Column
from graph.stores.transaction import EDITION_ID

TYPES: Final[dict[Column, str]] = {"string": "string", "strings": "string[]", "int": "long", "float": "double"}
BETWEEN: Final = "\x1f"
"""Stands between the entries of a list; where one has it (U+001F, unit separator), it becomes a blank."""
_OPTIONS: Final = "--multiline-fields=true --array-delimiter=U+001F --id-type=string"


def neo4j_files(contents: Contents) -> Iterator[tuple[str, bytes]]:
    """A file for each label, and for each type and pair of labels; then ``import.args``, which names them all.

    Unfiltered it is the whole store, with the books that the graph follows from: what is imported is a store again.
    """
    whole = contents.filters.whole
    labels = tuple(NODES) if whole else LABELS
    types = tuple(EDGES) if whole else (*TIES, *PARTS, *SOURCES)
    arguments = _OPTIONS.split()
    for label in labels:
        file = f"{label}.csv"
        arguments.append(f"--nodes={label}={file}")
        yield file, _header([f"id:ID({label})"], NODES[label].columns)
        for _, table in contents.nodes(label):
            yield from _rows(file, _lasting(table) if label == "Edition" else table)
    begun: set[str] = set()
    for edges in contents.edges(*types):
        file = f"{edges.type}-{edges.source}-{edges.target}.csv"
        if file not in begun:
            begun.add(file)
            arguments.append(f"--relationships={edges.type}={file}")
            yield file, _header([f":START_ID({edges.source})", f":END_ID({edges.target})"], EDGES[edges.type].columns)
        yield from _rows(file, edges.table)
    yield "import.args", ("\n".join(arguments) + "\n").encode()


def _lasting(editions: pa.Table) -> pa.Table:
    """Without what each transaction touched, which only who follows the old store could use, and tells of the past."""
    return editions.filter(pc.invert(pc.starts_with(editions["id"], f"{EDITION_ID}/")))


def _header(ends: list[str], columns: Mapping[str, Column]) -> bytes:
    named = [f"{name}:{TYPES[kind]}" for name, kind in columns.items() if name != "id"]
    return (",".join([*ends, *named]) + "\n").encode()


def _rows(file: str, table: pa.Table) -> Iterator[tuple[str, bytes]]:
    for rows in slices(table):
        columns = [_list(column) if pa.types.is_list(column.type) else column for column in rows.columns]
        yield file, written(pa.table(columns, names=rows.schema.names))


def _list(column: Any) -> Any:
    texts = [None if v is None else BETWEEN.join(each.replace(BETWEEN, " ") for each in v) for v in column.to_pylist()]
    return pc.cast(pa.array(texts, pa.string()), pa.string())
