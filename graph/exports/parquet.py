"""Parquet: nodes, edges and evidence with types, for pandas, polars, DuckDB and Spark; and what the columns are."""

import json
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from graph.exports.columns import schemas, tables
from graph.exports.contents import Contents
from graph.exports.drain import Drain

Chunk = tuple[str, bytes]
"""The name of a file and some more bytes of it."""


def parquet(contents: Contents, *, texts: bool = False) -> Iterator[Chunk]:
    """``nodes.parquet``, ``edges.parquet``, ``evidence.parquet`` and ``schema.json``; days are dates, lists lists."""
    wanted = schemas(texts=texts)
    for name, schema in wanted.items():
        for data in _file(tables(contents, name, schema), schema):
            yield f"{name}.parquet", data
    told = {name: {field.name: str(field.type) for field in schema} for name, schema in wanted.items()}
    yield "schema.json", (json.dumps(told, indent=2) + "\n").encode()


def _file(parts: Iterator[pa.Table], schema: pa.Schema) -> Iterator[bytes]:
    out = Drain()
    with pq.ParquetWriter(pa.PythonFile(out, "w"), schema, compression="zstd", compression_level=1) as writer:
        for part in parts:
            if part.num_rows:
                writer.write_table(part)
                yield out.drained()
    yield out.drained()
