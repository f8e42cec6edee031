"""Exports from the command line."""

import csv
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from api.commands import main

Jjj = Callable[..., int]


@pytest.fixture
def jjj(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, world_file: Path) -> Jjj:
    """The command over the small world; its exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JJJ_STORE", str(world_file))

    def run(*arguments: str) -> int:
        monkeypatch.setattr(sys, "argv", ["jjj", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return int(left.value.code or 0)

    return run


def test_one_file_goes_to_standard_output_or_where_it_is_wanted(
    jjj: Jjj, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert jjj("export", "gexf") == 0
    shown = capfdbinary.readouterr().out
    assert shown.startswith(b"<?xml")
    assert jjj("export", "gexf", "-o", "graph.gexf") == 0
    assert Path("graph.gexf").read_bytes() == shown
    assert b"nodes and" in capfdbinary.readouterr().err


def test_several_files_go_into_a_folder_or_an_archive(jjj: Jjj, capfd: pytest.CaptureFixture[str]) -> None:
    assert jjj("export", "csv") == 2
    assert "csv is several files; say where with -o" in capfd.readouterr().err
    assert jjj("export", "csv", "-o", "tables") == 0
    assert jjj("export", "csv", "-o", "tables.zip") == 0
    names = {"nodes.csv", "edges.csv", "evidence.csv"}
    assert {path.name for path in Path("tables").iterdir()} == names
    with zipfile.ZipFile("tables.zip") as archive:
        assert {name: archive.read(name) for name in names} == {n: Path("tables", n).read_bytes() for n in names}


def test_filters_narrow_it_and_json_tells_how_much_was_read(jjj: Jjj, capfd: pytest.CaptureFixture[str]) -> None:
    told = []
    for filters in ((), ("--entity", "Lin Yue", "--edge", "met", "--since", "2023")):
        capfd.readouterr()
        assert jjj("export", "node-link", "-o", "graph.json", "--json", *filters) == 0
        told.append(json.loads(capfd.readouterr().out))
    assert told[0]["format"] == "node-link"
    assert told[0]["nodes"] > told[1]["nodes"] > 0
    assert told[0]["edges"] > told[1]["edges"]
    assert jjj("export", "node-link", "--json") == 2


def test_where_nothing_can_be_written_is_told_in_a_line(jjj: Jjj, capfd: pytest.CaptureFixture[str]) -> None:
    Path("file").write_text("", encoding="utf-8")
    assert jjj("export", "csv", "-o", "file/tables") == 2
    assert capfd.readouterr().err == "jjj: file/tables: not a directory\n"
    Path("folder").mkdir()
    for place in ("folder", "."):
        assert jjj("export", "gexf", "-o", place) == 2
        assert capfd.readouterr().err == f"jjj: {place}: it is a folder\n"
    assert list(Path("folder").iterdir()) == []


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_what_is_counted_is_what_is_written_as_nodes_and_edges(
    jjj: Jjj, capfd: pytest.CaptureFixture[str], format: str
) -> None:
    assert jjj("export", format, "-o", "tables", "--json") == 0
    told = json.loads(capfd.readouterr().out)
    rows = {name: _rows(Path("tables", f"{name}.{format}")) for name in ("nodes", "edges")}
    assert {name: told[name] for name in rows} == rows


def _rows(path: Path) -> int:
    if path.suffix == ".parquet":
        return int(pq.read_metadata(path).num_rows)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


@pytest.mark.parametrize("format", ["gexf", "jsonld"])
def test_a_full_disk_and_a_reader_that_left_are_told_in_one_line(format: str, world_file: Path) -> None:
    command = [sys.executable, "-c", "from api.commands import main; main()", "export", format]
    given = {**os.environ, "JJJ_STORE": str(world_file)}
    read, write = os.pipe()
    os.close(read)
    with Path("/dev/full").open("wb") as full, open(write, "wb") as left:  # noqa: PTH123 - it has no path
        for out, reason in ((full, "no space left on device"), (left, "broken pipe")):
            done = subprocess.run(command, env=given, stdout=out, stderr=subprocess.PIPE, text=True)
            assert (done.returncode, done.stderr) == (2, f"jjj: standard output: {reason}\n")


@pytest.mark.parametrize("words", [("--version",), ("cypher", "--list", "--json")])
def test_what_other_commands_could_not_print_is_told_of_too(words: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", "from api.commands import main; main()", *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (2, "jjj: standard output: no space left on device\n")
