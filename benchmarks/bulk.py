"""A world written whole into an empty store, by each engine's own way for that."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

import ladybug
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

from benchmarks.tables import edge_tables, node_tables
from benchmarks.world import World
from graph.schema import EDGES, NODES, Column
from graph.store import Change, Edge, Store
from graph.stores import open_store
from graph.stores.local_neo4j import LTS, find_java, install

MEMORY = 8 << 30
"""Bytes that Ladybug may use while it takes the tables in; the store that is opened later keeps to its own limit."""

CSV_TYPES: Final[Mapping[Column, str]] = {"string": "string", "strings": "string[]", "int": "long", "float": "double"}
OPENED: Final = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch")]


@dataclass(frozen=True, slots=True)
class Written:
    """How much was written, and how long that took."""

    nodes: int
    edges: int
    seconds: float
    """Of the engine's own writing; the making of the files that it reads is left out."""


def write_ladybug(world: World, path: Path) -> Written:
    """Into a new store at ``path``, by COPY from Parquet files, which are deleted again."""
    open_store(path).close()
    database = ladybug.Database(path, buffer_pool_size=MEMORY, max_db_size=1 << 36)
    connection = ladybug.Connection(database)
    rows, seconds = [0, 0], 0.0
    for (name, *ends), group in groupby(tables(world), lambda part: part[0]):
        files = []
        for number, (_, table) in enumerate(group):
            files.append(path.with_suffix(f".{number}.parquet"))
            pq.write_table(table, files[-1])
            rows[bool(ends)] += table.num_rows
        options = f"(from='{ends[0]}', to='{ends[1]}')" if ends else ""
        seconds += _timed(connection, f"COPY `{name}` FROM {list(map(str, files))} {options}")
        for file in files:
            file.unlink()
    seconds += _timed(connection, "CHECKPOINT")
    connection.close()
    database.close()
    return Written(rows[0], rows[1], seconds)


def write_neo4j(world: World, home: Path) -> Written:
    """Into a new database in ``home`` by the server's own import of CSV files, which are deleted again."""
    jars, java = install(LTS), find_java(LTS)
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(f"server.directories.data={home}/data\n", encoding="utf-8")
    arguments, rows, files = list[str](), [0, 0], list[Path]()
    for (name, *ends), group in groupby(tables(world), lambda part: part[0]):
        parts = []
        for _, table in group:
            parts.append(home / f"{len(files)}.csv")
            _write_csv(table, parts[-1], _header(name, ends))
            files.append(parts[-1])
            rows[bool(ends)] += table.num_rows
        arguments += [f"--{'relationships' if ends else 'nodes'}={name}={part}" for part in parts]
    command = [
        str(java),
        "-Xmx2g",
        *OPENED,
        "-cp",
        f"{jars}/*",
        "org.neo4j.cli.AdminTool",
        "database",
        "import",
        "full",
    ]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    begin = time.perf_counter()
    # It leaves a report in the folder it is run from.
    subprocess.run([*command, "neo4j", *arguments], cwd=home, env=environment, check=True, capture_output=True)  # noqa: S603
    seconds = time.perf_counter() - begin
    for file in files:
        file.unlink()
    return Written(rows[0], rows[1], seconds)


def write_rows(world: World, store: Store, edges: int) -> Written:
    """As loading does: rows and MERGE, for so many of the ties of meetings, into a store that has their ends."""
    (type, source, target), table = next(t for t in tables(world) if t[0][0] == "MET" and t[1].num_rows >= edges)
    some = [
        Edge(type, (source, row.pop("from")), (target, row.pop("to")), row) for row in table.slice(0, edges).to_pylist()
    ]
    begin = time.perf_counter()
    with store.write() as writer:
        writer.apply(Change(put_edges=some))
    return Written(0, len(some), time.perf_counter() - begin)


def _header(name: str, ends: Sequence[str]) -> list[str]:
    kinds = EDGES[name].columns if ends else NODES[name].columns
    columns = [f"{column}:{CSV_TYPES[kind]}" for column, kind in kinds.items() if column != "id"]
    return [*([f":START_ID({ends[0]})", f":END_ID({ends[1]})"] if ends else [f"id:ID({name})"]), *columns]


def _write_csv(table: pa.Table, file: Path, header: Sequence[str]) -> None:
    plain = [pa.nulls(len(column)) if pa.types.is_list(column.type) else column for column in table.columns]
    with file.open("wb") as out:
        out.write((",".join(header) + "\n").encode())
        csv.write_csv(pa.table(plain, names=list(header)), out, csv.WriteOptions(include_header=False))


def tables(world: World) -> Iterator[tuple[tuple[str, ...], pa.Table]]:
    """All tables: nodes under their label, edges under type and labels."""
    for label, table in node_tables(world):
        yield (label,), table
    yield from edge_tables(world)
    yield from world.more_tables()


def _timed(connection: ladybug.Connection, statement: str) -> float:
    begin = time.perf_counter()
    connection.execute(statement)
    return time.perf_counter() - begin
