"""What a format does not tell, of a graph in which every property has a value of its own (docs/exports.md)."""

from collections.abc import Container, Mapping
from datetime import date, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq
import pytest

from graph.exports import Contents, Options, export
from graph.exports.columns import LABELS
from graph.exports.contents import EVENTS, PARTS, SOURCES, TIES
from graph.schema import EDGES, NODES, Column
from graph.store import Change, Edge, Node, Value
from graph.stores import open_store
from graph.vocabulary import ExportFormat

Values = dict[str, dict[str, Value]]
"""By label or type, and property."""
DAYS: Final = ("date", "earliest", "latest", "published")
_NUMBERS: Final = count(1_000_001)


def value(owner: str, name: str, kind: Column) -> Value:
    number = next(_NUMBERS)
    if name in DAYS:
        return (date(1900, 1, 1) + timedelta(days=number - 1_000_000)).isoformat()
    match kind:
        case "int":
            return number
        case "float":
            return number / 10_000_000
        case "strings":
            return [f"{owner}.{name}.{number}"]
    return f"{owner}.{name}.{number}"


def values(owner: str, columns: Mapping[str, Column]) -> dict[str, Value]:
    return {name: value(owner, name, kind) for name, kind in columns.items()}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Values]:
    """A store with a node of each label and an edge of each type, and its values."""
    nodes = [Node(label, values(label, NODES[label].columns)) for label in LABELS]
    ids = {node.label: node.id for node in nodes}
    edges = []
    for type in (*TIES, *PARTS, *SOURCES):
        source, target = EDGES[type].pairs[0]
        edges.append(Edge(type, (source, ids[source]), (target, ids[target]), values(type, EDGES[type].columns)))
    path = tmp_path_factory.mktemp("losses") / "graph.lbug"
    with open_store(path) as store, store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    return path, {n.label: dict(n.properties) for n in nodes} | {e.type: dict(e.properties) for e in edges}


def text_of(path: Path, format: ExportFormat, *, texts: bool) -> str:
    files: dict[str, bytes] = {}
    with open_store(path, read_only=True) as store:
        for name, data in export(Contents(store), format, Options(texts=texts)):
            files[name] = files.get(name, b"") + data
    return "\n".join(
        str([[str(v) for v in row.values()] for row in pq.read_table(BytesIO(data)).to_pylist()])
        if name.endswith(".parquet")
        else data.decode("utf-8-sig")
        for name, data in files.items()
        if name != "schema.json"
    )


def lost(path: Path, wanted: Values, format: ExportFormat, *, texts: bool) -> set[str]:
    """``Label.property`` of each value that is nowhere in the export."""
    text = text_of(path, format, texts=texts)
    return {
        f"{owner}.{name}"
        for owner, properties in wanted.items()
        for name, value in properties.items()
        if str(value[0] if isinstance(value, list) else value) not in text
    }


def every(*owners: str, only: Container[str] | None = None) -> set[str]:
    """The properties of these labels and types, or those of them that are called so."""
    columns = {owner: (NODES.get(owner) or EDGES[owner]).columns for owner in owners}
    return {f"{owner}.{name}" for owner, names in columns.items() for name in names if only is None or name in only}


NO_EVENTS: Final = every(*EVENTS, "Article", *PARTS, *SOURCES)
RECORDS: Final = every(*SOURCES, only={"record"})
FOLLOW: Final = every("MET", "SIGNED_AGREEMENT")
NOT_IN_FTM: Final = {"confidence", "basis", "code", "size", "for", "extractor", "start", "end", "sha256", "source"}
LOST: Final[dict[ExportFormat, set[str]]] = {
    "gexf": NO_EVENTS | every("HOLDS", only={"start", "end"}),
    "graphml": NO_EVENTS,
    "node-link": NO_EVENTS,
    "csv": RECORDS,
    "parquet": RECORDS,
    "jsonld": RECORDS | FOLLOW,
    "ftm": RECORDS | FOLLOW | every(*LABELS, "HOLDS", *PARTS, *SOURCES, only=NOT_IN_FTM) | {"Article.lang"},
    "neo4j": set(),
}
"""As the table of docs/exports.md has it; FollowTheMoney has the language of an article as a code of its own."""
TEXT: Final = {"Article.text"}


@pytest.mark.parametrize("format", LOST)
def test_a_format_loses_what_its_line_in_the_documents_says_and_no_more(
    told: tuple[Path, Values], format: ExportFormat
) -> None:
    assert lost(*told, format, texts=True) == LOST[format]
    assert lost(*told, format, texts=False) == LOST[format] | (TEXT if format != "neo4j" else set())
