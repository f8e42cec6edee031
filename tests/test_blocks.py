"""Every code block of the documents is run, or says in a comment before it why it is not: ``<!-- not run: reason -->``.

Transcripts (``console``) are run by ``test_docs``; here are Python, commands, requests, settings and query texts. A
line with an example id, or the name of nobody in the samples, has to be understood, and answered with *not found*.
"""

import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.commands.exits import NOTHING
from api.keys import Keys
from graph.settings import Settings
from graph.stores import open_store, queries
from loaders.pipeline import load

ROOT = Path(__file__).parent.parent
PARTS = ("docs", "cypher", "notebooks")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(path for part in PARTS for path in (ROOT / part).rglob("*.md"))])
BLOCK = re.compile(
    r"(?:^<!-- not run: (?P<why>\S.*) -->\n)?^ *```(?P<kind>.*)\n(?P<text>(?:.*\n)*?) *```$", re.MULTILINE
)
EXAMPLE = re.compile(r"\b[a-z]-(?:0123456789ab|ba9876543210)\b|林月")
"""Ids that stand for others, and the name of nobody."""
EMPTY = ("jjj undo", "jjj suppress --list")
"""They find nothing, since nobody decided anything about the samples."""
SERVICE = "http://127.0.0.1:8000"


@dataclass(frozen=True)
class Block:
    page: str
    kind: str
    text: str
    why: str | None

    @property
    def lines(self) -> list[str]:
        """Of a shell: without comments, what is continued in one."""
        return [line for line in self.text.replace("\\\n", " ").splitlines() if line.split("#")[0].strip()]


def blocks(path: Path) -> Iterator[Block]:
    for found in BLOCK.finditer(path.read_text(encoding="utf-8")):
        yield Block(path.relative_to(ROOT).as_posix(), found["kind"], found["text"], found["why"])


BLOCKS = [block for path in DOCUMENTS for block in blocks(path)]


def of(kind: str) -> list[Block]:
    return [block for block in BLOCKS if block.kind == kind and block.why is None]


def pages(kind: str) -> list[str]:
    return sorted({block.page for block in of(kind)})


@pytest.fixture
def folder(samples_file: Path, tmp_path: Path) -> Path:
    """With the samples where a document may look for them: in the store of this folder, and in ``press.lbug``."""
    (tmp_path / ".jjj").mkdir()
    for name in (".jjj/graph.lbug", "press.lbug"):
        shutil.copy(samples_file, tmp_path / name)
    return tmp_path


def environment(**more: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("JJJ_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{own['PATH']}"
    return own | {"PATH": path, "PYTHONPATH": str(ROOT)} | more


def test_every_fence_that_is_opened_is_closed_and_every_block_found() -> None:
    for path in DOCUMENTS:
        fences = re.findall(r"^ *```", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(fences) == 2 * len(list(blocks(path))), path


def test_every_block_is_of_a_kind_that_is_run_or_says_why_it_is_not() -> None:
    kinds = {"console", "python", "sh", "toml", "cypher", "text"}
    assert [(block.page, block.kind) for block in BLOCKS if block.why is None and block.kind not in kinds] == []
    lines = [(block.page, line) for block in of("sh") for line in block.lines]
    assert [line for line in lines if line[1].split()[0] not in ("jjj", "curl")] == []


def test_transcripts_are_in_documents_that_are_run() -> None:
    assert not any(page.startswith("notebooks/") for page in pages("console"))


def ran(script: str, folder: Path, **more: str) -> None:
    command = [sys.executable, "-W", "error", "-c", script]
    done = subprocess.run(command, cwd=folder, env=environment(**more), capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{script}\n{done.stderr}"


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in pages("python") if page != "docs/py2neo.md"])
def test_python_runs_on_the_sample_articles(page: str, folder: Path) -> None:
    for block in of("python"):
        if block.page == page:
            ran(block.text, folder)


@pytest.mark.slow
@pytest.mark.neo4j
def test_python_for_a_server_runs_on_one(neo4j_settings: Settings, tmp_path: Path) -> None:
    with open_store(neo4j_settings) as store:
        load(store, [ROOT / "loaders" / "samples"])
    auth = neo4j_settings.neo4j_auth()
    secret = {"JJJ_NEO4J_PASSWORD": auth[1]} if auth else {}
    # Each goes on where the one before it ended; py2neo leaves its sockets to the garbage collector.
    script = "\n".join(block.text for block in of("python") if block.page == "docs/py2neo.md")
    ran(f"{script}\ngraph.service.connector.close()\n", tmp_path, JJJ_STORE=neo4j_settings.store, **secret)


def command(line: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", line],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.slow
@pytest.mark.parametrize("page", pages("sh"))
def test_commands_are_understood(page: str, folder: Path) -> None:
    for block in of("sh"):
        for line in block.lines if block.page == page else ():
            if line.startswith("jjj "):
                done = command(line, folder)
                nothing = EXAMPLE.search(line) or line.startswith(EMPTY)
                assert done.returncode == (NOTHING if nothing else 0), f"{line}\n{done.stderr}"


@pytest.mark.slow
def test_requests_are_answered(folder: Path) -> None:
    settings = Settings(store=str(folder / "press.lbug"), write=True, keys=folder / "keys.jsonl", rate_limit=0)
    _, key = Keys(settings.keys).add("reader", ["admin", "cypher", "write"])
    lines = [line for block in of("sh") for line in block.lines if line.startswith("curl ")]
    assert len(lines) > 20
    with TestClient(create_app(settings), base_url=SERVICE, client=("127.0.0.1", 50000)) as client:
        for line in lines:
            text = line.replace("$JJJ", SERVICE).replace("$KEY", key)
            answer = asked(client, shlex.split(text, comments=True))
            if EXAMPLE.search(line):
                assert answer == 404, line
            else:
                assert 200 <= answer < 300, line


def asked(client: TestClient, words: list[str]) -> int:
    """The status of what curl, called so, would ask."""
    curl = argparse.ArgumentParser(prog="curl", exit_on_error=False)
    for flag in ("-s", "-G"):
        curl.add_argument(flag, action="store_true")
    for option in ("-X", "-o", "-d", "--json"):
        curl.add_argument(option)
    for option in ("-H", "--data-urlencode"):
        curl.add_argument(option, action="append", default=[])
    curl.add_argument("url")
    given = curl.parse_args(words[1:])
    # A client library escapes what it is given, as curl does only where it is told to.
    assert given.url.isascii(), given.url
    assert not re.search(r"\s", given.url), given.url
    headers = dict(header.split(": ", 1) for header in given.H)
    pairs = dict(pair.split("=", 1) for pair in given.data_urlencode)
    if given.json:
        headers["Content-Type"] = "application/json"
    body = given.json or given.d
    method = given.X or ("POST" if body or (pairs and not given.G) else "GET")
    return client.request(
        method,
        given.url,
        headers=headers,
        content=body.encode() if body else None,
        params=pairs if given.G else None,
        data=pairs if pairs and not given.G else None,
    ).status_code


@pytest.mark.parametrize("block", of("toml"), ids=lambda block: block.page)
def test_settings_are_read(block: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(block.text, encoding="utf-8")
    monkeypatch.setenv("JJJ_SETTINGS", str(file))
    named = re.findall(r"^(\w+) =", block.text, re.MULTILINE)
    assert named
    assert set(named) <= Settings().model_fields_set


@pytest.mark.parametrize("block", of("cypher"), ids=lambda block: block.page)
def test_query_texts_are_declared_as_the_reader_of_them_wants(block: Block) -> None:
    assert queries.parsed("example", block.text).parameters


def test_marks_are_at_blocks_and_their_reasons_are_told() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
    assert len(re.findall("<!-- not run:", text)) == sum(block.why is not None for block in BLOCKS)


def test_the_judgements_that_are_shown_can_be_taken_in(folder: Path) -> None:
    (shown,) = (block.text for block in BLOCKS if block.page == "docs/identity.md" and block.kind == "json")
    assert json.loads(shown)["verdict"] == "same"
    (folder / "who.jsonl").write_text(shown, encoding="utf-8")
    done = command("jjj judgements --import who.jsonl", folder)
    assert done.returncode == 0, done.stderr
