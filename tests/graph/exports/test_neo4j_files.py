"""The files of the import, by a real importer into a real server."""

import os
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import SecretStr

from graph.errors import StoreUnavailable
from graph.exports import Contents, Filters, export, saved_in
from graph.identity.rebuild import rebuild
from graph.settings import Settings
from graph.store import Change, Edge, Node
from graph.stores import content_hash, open_store
from graph.stores.local_neo4j import LTS, find_java, install, running
from loaders.pipeline import load
from tests.graph.exports.hostile import NAMES
from tests.graph.exports.two_languages import BOTH

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"
PASSWORD = "only-for-tests"
OPENED = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch")]


def imported(home: Path, files: Path) -> None:
    """Make a database in ``home`` out of ``files``; it fails at the first row that the importer refuses."""
    try:
        jars, java = install(LTS), find_java(LTS)
    except StoreUnavailable as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no Neo4j: {error}")
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(f"server.directories.data={home}/data\n", encoding="utf-8")
    admin = [str(java), "-Xmx512m", *OPENED, "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool"]
    environment = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = [*admin, "database", "import", "full", "neo4j", "@import.args"]
    done = subprocess.run(command, cwd=files, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]


@pytest.mark.slow
@pytest.mark.neo4j
def test_a_whole_store_goes_into_neo4j_with_every_value_and_is_a_store_there(tmp_path: Path) -> None:
    hostile = [
        Node("Person", {"id": f"p-{number:012x}", "name": name, "aliases": [name or "x", "a;b"]})
        for number, name in enumerate(NAMES)
        if "\x1f" not in (name or "")  # what stands between the entries of a list there
    ]
    ties = [
        Edge(
            "MET", ("Person", a.id), ("Person", b.id), {"event": "m-0", "date": a.properties["name"], "confidence": 0.1}
        )
        for a, b in pairwise(hostile)
    ]
    with open_store(tmp_path / "graph.lbug") as store:
        (tmp_path / "both.txt").write_text(BOTH, encoding="utf-8")
        load(store, [SAMPLES, tmp_path / "both.txt"])
        plain = content_hash(store)
        with store.write() as writer:
            writer.apply(Change(put_nodes=hostile, put_edges=ties))
        saved_in(export(Contents(store), "neo4j"), tmp_path / "files")
        people = {node.id: node.properties for node in store.nodes("Person")}
        met, reported = (sorted(repr(edge) for edge in store.edges(type)) for type in ("MET", "REPORTED_IN"))
        assert any("On 12th March" in report for report in reported)  # the second sentence
        edition = store.edition()
    home = tmp_path / "home"
    imported(home, tmp_path / "files")
    with running(home, LTS, jars=install(LTS), password=PASSWORD) as server:
        settings = Settings(store=server.address, neo4j_password=SecretStr(PASSWORD))
        with open_store(settings) as store:
            assert store.edition() == edition
            found = {node.id: node.properties for node in store.nodes("Person")}
            assert {id: person["name"] for id, person in found.items()} == {id: p["name"] for id, p in people.items()}
            # The importer makes nothing of an empty list.
            assert {id: p["aliases"] or [] for id, p in found.items()} == {id: p["aliases"] for id, p in people.items()}
            assert sorted(repr(edge) for edge in store.edges("MET")) == met
            assert sorted(repr(edge) for edge in store.edges("REPORTED_IN")) == reported
            with store.write() as writer:
                writer.apply(Change(drop_nodes=[("Person", node.id) for node in hostile]))
            rebuild(store)
            assert content_hash(store) == plain


def test_a_part_of_the_graph_has_no_books(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        load(store, [SAMPLES])
        whole, part = (
            {name for name, _ in export(Contents(store, filters), "neo4j")}
            for filters in (Filters(), Filters(since="2024"))
        )
    assert {"Record.csv", "Edition.csv"} <= whole
    assert not part & {"Record.csv", "Edition.csv", "Sealed.csv", "Suppression.csv"}
    assert {"Person.csv", "import.args"} <= part
