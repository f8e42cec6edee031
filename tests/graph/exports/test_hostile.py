"""Forty values that break writers, through each format and back."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet as pq
import pytest
from lxml import etree

from graph.errors import StoreError
from graph.exports import Contents, Options, export, saved
from graph.store import Change, Edge, Node, Store
from graph.stores import open_store
from graph.vocabulary import ExportFormat
from loaders.pipeline import load
from tests.graph.exports.hostile import ALIASES, NAMES, in_xml

GEXF = Path(__file__).parent / "gexf-1.3" / "gexf.xsd"


def person(number: int) -> str:
    return f"p-{number:012x}"


@pytest.fixture(scope="module")
def store(module_store: Store) -> Store:
    """A person for each value, each of whom holds a post of that title, and met the first."""
    nodes = [Node("Institution", {"id": "i-0", "name": "x"})]
    edges = []
    for number, name in enumerate(NAMES):
        id = person(number)
        nodes.append(Node("Person", {"id": id, "name": name, "aliases": ALIASES[number % len(ALIASES)]}))
        post = {"title": name or "", "quote": name, "earliest": name, "latest": "2024-02-29"}
        edges.append(Edge("HOLDS", ("Person", id), ("Institution", "i-0"), post))
    with module_store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    return module_store


def written(store: Store, format: ExportFormat, **options: bool) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, data in export(Contents(store), format, Options(**options)):
        found[name] = found.get(name, b"") + data
    return found


def test_there_are_forty() -> None:
    assert len(set(NAMES)) >= 40


def test_a_lone_surrogate_is_no_text_of_a_store(store: Store) -> None:
    with pytest.raises(StoreError, match="lone surrogate"), store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-x", "name": "\ud800"})]))


def test_gexf(store: Store) -> None:
    (data,) = written(store, "gexf").values()
    etree.XMLSchema(etree.parse(GEXF)).assertValid(etree.fromstring(data, etree.XMLParser(huge_tree=True)))
    graph = nx.read_gexf(io.BytesIO(data))
    posts = {end: edge for *ends, edge in graph.edges(data=True) for end in ends}
    assert len(posts) == len(NAMES) + 1
    for number, name in enumerate(NAMES):
        told = graph.nodes[person(number)]
        assert told.get("name") == (None if name is None else in_xml(name))
        assert json.loads(told["aliases"]) == ALIASES[number % len(ALIASES)]
        edge = posts[person(number)]
        assert edge["title"] == in_xml(name or "")
        assert edge["end"] == "2024-02-29"
        assert "start" not in edge  # none of them is a day that there is


def test_graphml(store: Store) -> None:
    graph = nx.read_graphml(io.BytesIO(*written(store, "graphml").values()))
    for number, name in enumerate(NAMES):
        told = graph.nodes[person(number)]
        # An element without a text is how this reader gives an empty one.
        assert (told.get("name") or "") == in_xml(name or "")
        assert ("name" in told) == (name is not None)
        assert json.loads(told["aliases"]) == ALIASES[number % len(ALIASES)]


def test_node_link(store: Store) -> None:
    graph = nx.node_link_graph(json.loads(*written(store, "node-link").values()))
    for number, name in enumerate(NAMES):
        assert graph.nodes[person(number)].get("name") == name
        assert graph.nodes[person(number)]["aliases"] == ALIASES[number % len(ALIASES)]


def test_parquet(store: Store) -> None:
    nodes = pq.read_table(io.BytesIO(written(store, "parquet")["nodes.parquet"]))
    rows = {row["id"]: row for row in nodes.to_pylist()}
    for number, name in enumerate(NAMES):
        assert rows[person(number)]["name"] == name
        assert rows[person(number)]["aliases"] == ALIASES[number % len(ALIASES)]
    edges = pq.read_table(io.BytesIO(written(store, "parquet")["edges.parquet"])).to_pylist()
    assert {edge["earliest"] for edge in edges} == {None}
    assert {str(edge["latest"]) for edge in edges} == {"2024-02-29"}


def rows(data: bytes) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv(store: Store) -> None:
    csv.field_size_limit(1 << 20)
    raw = {row["id"]: row for row in rows(written(store, "csv", raw=True)["nodes.csv"])}
    safe = {row["id"]: row for row in rows(written(store, "csv")["nodes.csv"])}
    for number, name in enumerate(NAMES):
        assert raw[person(number)]["name"] == (name or "")
        assert json.loads(raw[person(number)]["aliases"]) == ALIASES[number % len(ALIASES)]
        shown = safe[person(number)]["name"]
        assert shown == (f"'{name}" if name and re.match("[=+\\-@\t\r\n＝＋－＠]", name) else name or "")


@pytest.mark.parametrize("format", ["jsonld", "ftm"])
def test_linked_data_comes_back(store: Store, tmp_path: Path, format: ExportFormat) -> None:
    path = tmp_path / {"jsonld": "graph.jsonld", "ftm": "graph.ftm.json"}[format]
    saved((data for _, data in export(Contents(store), format)), path)
    text = path.read_text(encoding="utf-8")
    told = json.loads(text)["@graph"] if format == "jsonld" else [json.loads(line) for line in text.split("\n")[:-1]]
    names = {each.get("@id", each.get("id")): each.get("properties", each).get("name") for each in told}
    for number, name in enumerate(NAMES):
        given = names[("id:" if format == "jsonld" else "") + person(number)]
        if format == "jsonld":
            assert given == name
        else:
            assert given == [name or person(number)]
    with open_store(tmp_path / "other.lbug") as other:
        summary = load(other, [path])
        assert summary.articles > 0
        assert all(error.file == str(path) for error in summary.unusable)
