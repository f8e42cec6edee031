"""Each format is read back by the tool that it is for."""

import json
import os
import zipfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import networkx as nx
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from lxml import etree
from pyarrow import csv

from graph.errors import InvalidQuestion, StoreError
from graph.exports import Contents, Filters, Options, export, saved, saved_in, zipped
from graph.exports.formats import FORMATS
from graph.networks import multigraph
from graph.store import Change, Edge, Node, Store
from graph.stores import open_store
from graph.vocabulary import ExportFormat
from loaders.pipeline import load
from tests.graph.exports.two_languages import BOTH

GEXF = Path(__file__).parent / "gexf-1.3"
"""The schema of the format by its authors, CC BY 4.0 (see NOTICE there)."""


def written(
    store: Store, format: ExportFormat, filters: Filters | None = None, options: Options | None = None
) -> dict[str, bytes]:
    """The files of an export."""
    found: dict[str, bytes] = defaultdict(bytes)
    for name, data in export(Contents(store, filters), format, options):
        found[name] += data
    return dict(found)


def one(store: Store, format: ExportFormat, filters: Filters | None = None) -> bytes:
    (data,) = written(store, format, filters).values()
    return data


def ties(store: Store) -> list[Edge]:
    types = ("MET", "SIGNED_AGREEMENT", "HOLDS", "PART_OF", "LOCATED_IN", "GOVERNS")
    return [edge for type in types for edge in store.edges(type)]


def entities(store: Store) -> list[Node]:
    return [node for label in ("Person", "Institution", "District") for node in store.nodes(label)]


def test_gexf_is_valid_and_tells_every_tie_with_its_days(world: Store) -> None:
    data = one(world, "gexf")
    etree.XMLSchema(etree.parse(GEXF / "gexf.xsd")).assertValid(etree.fromstring(data))
    graph = nx.read_gexf(BytesIO(data))
    assert set(graph.nodes) == {node.id for node in entities(world)}
    told = sorted((d.get("event", ""), d.get("start", ""), d.get("end", "")) for _, _, d in graph.edges(data=True))
    expected = (e.properties for e in ties(world))
    assert told == sorted((p.get("event") or "", p.get("earliest") or "", p.get("latest") or "") for p in expected)


def test_graphml_and_node_link_are_read_by_networkx(world: Store) -> None:
    for graph in (
        nx.read_graphml(BytesIO(one(world, "graphml"))),
        nx.node_link_graph(json.loads(one(world, "node-link"))),
    ):
        assert graph.is_directed()
        assert graph.is_multigraph()
        found = {(a, b, d["type"], d.get("event"), d.get("title")) for a, b, d in graph.edges(data=True)}
        wanted = {
            (e.source[1], e.target[1], e.type, e.properties.get("event"), e.properties.get("title"))
            for e in ties(world)
        }
        assert found == wanted
        assert {(id, d["type"], d.get("name")) for id, d in graph.nodes(data=True)} == {
            (n.id, n.label, n.properties["name"]) for n in entities(world)
        }


def test_parquet_has_types_and_every_edge_and_sentence(world: Store) -> None:
    files = written(world, "parquet")
    nodes, edges, evidence = (pq.read_table(BytesIO(files[f"{n}.parquet"])) for n in ("nodes", "edges", "evidence"))
    assert nodes.schema.field("earliest").type == pa.date32()
    assert nodes.schema.field("aliases").type == pa.list_(pa.string())
    assert nodes.num_rows == sum(1 for label in set(nodes["type"].to_pylist()) for _ in world.nodes(label))
    parts = [e for type in ("ATTENDED", "TOOK_PART", "SIGNED", "PARTY_TO") for e in world.edges(type)]
    assert edges.num_rows == len(ties(world)) + len(parts)
    reports = [e.properties["quote"] for e in world.edges("REPORTED_IN")]
    told = [r["quote"] for r in evidence.to_pylist() if r["type"] == "REPORTED_IN"]
    assert sorted(told) == sorted(map(str, reports))
    schema = json.loads(files["schema.json"])
    assert schema["nodes"]["earliest"] == "date32[day]"
    assert list(schema["edges"]) == edges.schema.names


def test_follow_the_money_links_what_is_in_the_file_and_has_what_its_model_demands(world: Store) -> None:
    demanded = {
        "Person": {"name"},
        "Organization": {"name"},
        "PublicBody": {"name"},
        "Company": {"name"},
        "Event": {"name"},
        "Article": {"name", "fileName"},
        "Mention": {"document", "name"},
        "Employment": {"employee", "employer"},
        "UnknownLink": {"subject", "object"},
    }
    links = ("subject", "object", "employee", "employer", "document", "resolved", "proof")
    entities = [json.loads(line) for line in one(world, "ftm").splitlines()]
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        assert demanded[entity["schema"]] <= entity["properties"].keys(), entity
        assert all(values and all(isinstance(v, str) for v in values) for values in entity["properties"].values())
        assert {id for link in links for id in entity["properties"].get(link, ())} <= ids


def test_csv_is_what_parquet_is(world: Store) -> None:
    files = written(world, "csv", options=Options(raw=True, mark=False))
    for name in ("nodes", "edges", "evidence"):
        table = csv.read_csv(
            BytesIO(files[f"{name}.csv"]),
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(strings_can_be_null=True, quoted_strings_can_be_null=False),
        )
        other = pq.read_table(BytesIO(written(world, "parquet")[f"{name}.parquet"]))
        assert table.schema.names == other.schema.names
        same = [c for c in table.schema.names if pa.types.is_string(table.schema.field(c).type) and c != "aliases"]
        assert "type" in same
        assert table.select(same).to_pylist() == other.select(same).to_pylist()


def test_csv_runs_nothing_in_a_spreadsheet(store: Store) -> None:
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-1", "name": '=HYPERLINK("x")', "aliases": ["+1"]})]))
    safe = written(store, "csv")["nodes.csv"].decode()
    assert safe.startswith("\ufeffid,")
    assert '"\'=HYPERLINK(""x"")"' in safe
    raw = written(store, "csv", options=Options(raw=True, mark=False))["nodes.csv"].decode()
    assert raw.startswith("id,")
    assert '"=HYPERLINK(""x"")"' in raw


def test_texts_of_articles_are_left_out_unless_asked_for(world: Store) -> None:
    texts = [str(node.properties["text"]) for node in world.nodes("Article") if node.properties["text"]]
    assert texts
    for format in FORMATS.keys() - {"neo4j"}:
        asked: list[bool] = []
        for wanted in (False, True):
            files = written(world, format, options=Options(texts=wanted))
            if format == "parquet":
                asked.append("text" in pq.read_table(BytesIO(files["nodes.parquet"])).schema.names)
            else:
                asked.append(any(json.dumps(texts[0], ensure_ascii=False)[1:-1] in f.decode() for f in files.values()))
        assert asked == [False, format in ("csv", "parquet", "jsonld", "ftm")], format


def test_an_empty_store_is_an_empty_file_of_each_format(store: Store) -> None:
    assert nx.read_gexf(BytesIO(one(store, "gexf"))).number_of_nodes() == 0
    assert nx.read_graphml(BytesIO(one(store, "graphml"))).number_of_nodes() == 0
    assert nx.node_link_graph(json.loads(one(store, "node-link"))).number_of_nodes() == 0
    assert json.loads(one(store, "jsonld"))["@graph"] == []
    assert written(store, "ftm") == {}
    assert pq.read_table(BytesIO(written(store, "parquet")["edges.parquet"])).num_rows == 0


def test_a_store_that_changes_meanwhile_fails_the_export_at_its_end(store: Store) -> None:
    chunks = export(Contents(store), "gexf")
    next(chunks)
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-1"})]))
    with pytest.raises(StoreError, match="export it again"):
        list(chunks)


def test_a_file_is_there_whole_or_as_it_was(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "out" / "graph.gexf"
    path.parent.mkdir()
    path.write_text("before", encoding="utf-8")
    chunks = export(Contents(store), "gexf")
    with store.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-1"})]))
    with pytest.raises(StoreError):
        saved((data for _, data in chunks), path)
    assert [file.read_text(encoding="utf-8") for file in path.parent.iterdir()] == ["before"]


def test_a_pipe_takes_what_is_written_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as threads:
        read = threads.submit(pipe.read_bytes)
        saved(iter([b"one ", b"two"]), pipe)
        assert read.result(timeout=60) == b"one two"
    assert pipe.is_fifo()


def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "file")
    saved(iter([b"one"]), link)
    assert link.is_symlink()
    assert (tmp_path / "file").read_bytes() == b"one"


def test_an_archive_holds_what_a_folder_does(world: Store, tmp_path: Path) -> None:
    saved_in(export(Contents(world), "parquet"), tmp_path / "tables")
    data = b"".join(zipped(export(Contents(world), "parquet")))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith(".parquet"):
                found = pq.read_table(BytesIO(archive.read(name)))
                assert found.equals(pq.read_table(tmp_path / "tables" / name))


def test_filters_that_have_no_meaning_are_refused(store: Store) -> None:
    with pytest.raises(InvalidQuestion, match="after until"):
        Contents(store, Filters(since="2024", until="2023"))
    with pytest.raises(InvalidQuestion, match="2 or more"):
        Contents(store, Filters(max_event_size=1))


def test_an_event_told_in_two_languages_has_both_sentences_where_a_format_has_any(tmp_path: Path) -> None:
    (tmp_path / "both.txt").write_text(BOTH, encoding="utf-8")
    with open_store(tmp_path / "graph.lbug") as store:
        load(store, [tmp_path / "both.txt"])
        sentences = [str(e.properties["quote"]) for e in store.edges("REPORTED_IN")]
        assert sum(sentence.isascii() for sentence in sentences) == 2
        evidence = pq.read_table(BytesIO(written(store, "parquet")["evidence.parquet"])).to_pylist()
        assert sorted(row["quote"] for row in evidence if row["type"] == "REPORTED_IN") == sorted(sentences)
        for format in ("csv", "jsonld", "ftm", "neo4j"):
            text = b"".join(written(store, format).values()).decode()
            assert [sentence for sentence in sentences if sentence not in text] == [], format
        told = [tie["evidence"] for *_, tie in multigraph(store).edges(data=True) if tie["type"] == "MET"]
        assert told
        assert all(len(each) == 2 for each in told)
