"""Imports point one way, and no module or function grows past what a reader can hold."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("graph", "loaders", "api")
"""Lowest first: a part may import itself and what stands before it."""
MODULE_LINES = 400
FUNCTION_LINES = 60

# Inside `graph`, from what knows nothing to what knows all; a room may import itself and what stands before it.
ROOMS = ("vocabulary", "knowledge", "stores", "identity", "questions", "exports", "frames", "networks", "plots")
ENGINES = {"ladybug": "graph/stores", "neo4j": "graph/stores"}
"""Each engine is known to one room; to everybody else a store is a store."""

MODULES = sorted(p for part in LAYERS for p in (ROOT / part).rglob("*.py"))


def imports(tree: ast.AST) -> Iterator[str]:
    """Absolute names of what a module imports, inside functions too; a relative import gives ``.``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." if node.level else (node.module or "")


def room(path: str) -> str:
    name = path.split("/")[1].split(".")[0]
    return name if name in ROOMS else "vocabulary"


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_is_something_to_hold() -> None:
    assert len(MODULES) > 30


@pytest.mark.parametrize("path", MODULES, ids=where)
def test_imports_are_absolute_and_point_downwards(path: Path) -> None:
    part = where(path).split("/")[0]
    upward = set(LAYERS[LAYERS.index(part) + 1 :])
    found = list(imports(parsed(path)))
    assert "." not in found, "relative import"
    assert not [name for name in found if name.split(".")[0] in upward]


@pytest.mark.parametrize("path", [p for p in MODULES if where(p).startswith("graph/")], ids=where)
def test_rooms_of_the_graph_import_one_way(path: Path) -> None:
    later = set(ROOMS[ROOMS.index(room(where(path))) + 1 :])
    inside = [name.split(".") for name in imports(parsed(path)) if name.startswith("graph.")]
    assert not [name for name in inside if name[1] in later]


@pytest.mark.parametrize("path", MODULES, ids=where)
def test_only_the_stores_know_an_engine(path: Path) -> None:
    engines = {name.split(".")[0] for name in imports(parsed(path))} & set(ENGINES)
    assert not [engine for engine in engines if not where(path).startswith(ENGINES[engine])]


@pytest.mark.parametrize("path", MODULES, ids=where)
def test_modules_and_functions_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MODULE_LINES
    long = {
        node.name: length
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES
    }
    assert not long


def test_only_the_settings_read_the_environment() -> None:
    readers = [
        where(path)
        for path in MODULES
        if any(
            isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"} for node in ast.walk(parsed(path))
        )
    ]
    assert readers == []


def test_tests_are_no_packages() -> None:
    # A tests/graph/__init__.py would shadow the real `graph`.
    assert not list((ROOT / "tests").rglob("__init__.py"))
