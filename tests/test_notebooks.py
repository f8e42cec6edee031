"""Every notebook runs from top to bottom on the sample articles, and is kept without what it printed."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from graph.settings import Settings
from graph.stores import open_store
from loaders.pipeline import load

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
EMBEDDED = [path for path in NOTEBOOKS if "neo4j" not in path.name]
SERVER = [path for path in NOTEBOOKS if "neo4j" in path.name]

# A kernel is another process, and its client leaves sockets of 0MQ to the garbage collector.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


def name(path: Path) -> str:
    return path.stem


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


def run(path: Path, folder: Path, environment: dict[str, str]) -> list[Any]:
    """The outputs of all cells; raises CellExecutionError, with the cell, where one fails."""
    notebook = read(path)
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("JJJ_")}
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
    client.execute(env=inherited | {"PYTHONPATH": str(ROOT), "IPYTHONDIR": str(folder)} | environment)
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def pictures(outputs: list[Any]) -> int:
    return sum("image/png" in output.get("data", {}) for output in outputs)


def test_there_are_five_and_more() -> None:
    assert len(NOTEBOOKS) >= 5


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_a_notebook_is_valid_and_kept_without_outputs(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell for cell in code if cell.outputs or cell.execution_count is not None] == []


@pytest.mark.slow
@pytest.mark.parametrize("path", EMBEDDED, ids=name)
def test_a_notebook_runs_on_the_sample_articles_and_draws(path: Path, samples_file: Path, tmp_path: Path) -> None:
    outputs = run(path, tmp_path, {"JJJ_STORE": str(samples_file)})
    assert pictures(outputs) >= 1
    # A letter without a glyph is told of on standard error, and a warning of any kind is nothing to show a reader.
    assert [output for output in outputs if output.get("name") == "stderr"] == []


@pytest.mark.slow
def test_a_notebook_finds_the_graph_when_it_is_started_as_its_page_says(samples_file: Path, tmp_path: Path) -> None:
    page = (ROOT / "notebooks" / "README.md").read_text(encoding="utf-8")
    (export,) = re.findall(r"^export (JJJ_STORE=.*)$", page, re.MULTILINE)
    (tmp_path / "notebooks").mkdir()
    (tmp_path / ".jjj").mkdir()
    shutil.copy(samples_file, tmp_path / ".jjj" / "graph.lbug")
    told = subprocess.run(["bash", "-c", f"echo {export}"], cwd=tmp_path, check=True, capture_output=True, text=True)
    name, _, value = told.stdout.strip().partition("=")
    assert pictures(run(EMBEDDED[0], tmp_path / "notebooks", {name: value})) >= 1


@pytest.mark.slow
@pytest.mark.neo4j
@pytest.mark.parametrize("path", SERVER, ids=name)
def test_a_notebook_runs_on_a_server(path: Path, neo4j_settings: Settings, tmp_path: Path) -> None:
    with open_store(neo4j_settings) as store:
        load(store, [ROOT / "loaders" / "samples"])
    password = neo4j_settings.neo4j_auth()
    environment = {"JJJ_STORE": neo4j_settings.store} | ({"JJJ_NEO4J_PASSWORD": password[1]} if password else {})
    outputs = run(path, tmp_path, environment)
    assert pictures(outputs) >= 1
    assert [output for output in outputs if output.get("name") == "stderr"] == []
