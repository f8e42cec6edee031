"""docs/security.md says what holds each risk, and nothing that is not there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) [A-Z].*$", PAGE, re.MULTILINE)
FETCHING = {"urllib.request", "http.client", "httpx", "requests", "aiohttp", "urllib3", "ftplib", "smtplib"}


def written_tests() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "tests").rglob("test_*.py"))
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_all_ten_risks_name_tests_that_exist() -> None:
    assert list(map(int, ROWS)) == list(range(1, 11))
    for line in PAGE.splitlines():
        if re.match(r"\| \d+ ", line):
            assert len(re.findall(r"`test_\w+`", line)) >= 2, line
    assert set(re.findall(r"`(test_\w+)`", PAGE)) <= written_tests()


@pytest.mark.parametrize("part", ["api", "graph", "loaders"])
def test_nothing_that_answers_can_fetch(part: str) -> None:
    for path in (ROOT / part).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
            assert not FETCHING.intersection(names), path
            assert not (isinstance(node, ast.Attribute) and node.attr in {"fetch_url", "fetch_response"}), path
