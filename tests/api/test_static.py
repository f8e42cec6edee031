"""What the pages are made of is served, is small, and fits together."""

import base64
import hashlib
import json
import os
import re
from pathlib import Path, PurePosixPath

import pytest
from fastapi.testclient import TestClient

STATIC = Path(__file__).parents[2] / "api" / "static"
OWN = sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js") if path.parent != STATIC / "vendor")


def test_the_pages_are_served_and_load_nothing_from_elsewhere(client: TestClient) -> None:
    kinds = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
    for name in ("index.html", "docs.html", "style.css", "picture/picture.css", *OWN):
        answer = client.get({"index.html": "/", "docs.html": "/docs"}.get(name, f"/static/{name}"))
        assert answer.headers["content-type"] == f"{kinds[PurePosixPath(name).suffix]}; charset=utf-8", name
        text = re.sub("http://(www.w3.org|gexf.net)/", "", answer.text)
        assert not re.search("https?://|innerHTML|insertAdjacentHTML|document.write", text), name


def test_every_word_that_the_page_says_is_in_the_catalogue() -> None:
    english = (STATIC / "catalogues" / "en.js").read_text(encoding="utf-8")
    known = set(re.findall(r"^  (\w+):", english, re.MULTILINE))
    said = {word for name in OWN for word in re.findall(r"\bwords\.(\w+)", (STATIC / name).read_text(encoding="utf-8"))}
    page = (STATIC / "index.html").read_text(encoding="utf-8")
    written = set(re.findall(r'data-(?:word|label|placeholder)="(\w+)"', page))
    assert said
    assert said | written <= known
    assert known <= said | written


def test_what_a_page_asks_for_is_there(client: TestClient) -> None:
    wanted: set[str] = set()
    for name in ("index.html", "docs.html", *OWN):
        text = (STATIC / name).read_text(encoding="utf-8")
        beside = re.findall(r'(?:from |import\(?)"(\.[\w./-]+)"', text)
        wanted |= {os.path.normpath(f"{PurePosixPath(name).parent}/{path}") for path in beside}
        wanted |= set(re.findall(r'"/static/([\w./-]+)"', text))
    assert len(wanted) > len(OWN) / 2
    assert [each for each in sorted(wanted) if client.get(f"/static/{each}").status_code != 200] == []


def test_nothing_but_scripts_and_style_sheets_is_served(client: TestClient) -> None:
    for path in ("../keys.py", "%2e%2e/keys.py", "/etc/passwd", "README.md", "vendor/manifest.json"):
        assert client.get(f"/static/{path}").status_code == 404, path


def test_what_others_wrote_is_what_its_manifest_says() -> None:
    manifest = STATIC / "vendor" / "manifest.json"
    for package in json.loads(manifest.read_text(encoding="utf-8")).values():
        for name, file in package["files"].items():
            digest = hashlib.sha384((manifest.parent / name).read_bytes()).digest()
            assert file["integrity"] == f"sha384-{base64.b64encode(digest).decode()}", name


def test_all_scripts_together_are_small_enough_for_a_slow_line(client: TestClient) -> None:
    scripts = {path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*.js")}
    sent = [client.get(f"/static/{name}", headers={"Accept-Encoding": "gzip, deflate, br"}) for name in scripts]
    assert sum(int(answer.headers["Content-Length"]) for answer in sent) <= 150_000


@pytest.mark.parametrize(("taken", "coding"), [("gzip, br", "br"), ("gzip", "gzip"), ("identity", None)])
def test_a_script_is_the_same_in_whatever_coding_it_is_sent(client: TestClient, taken: str, coding: str | None) -> None:
    answer = client.get("/static/app.js", headers={"Accept-Encoding": taken})
    assert answer.headers.get("Content-Encoding") == coding
    assert answer.content == (STATIC / "app.js").read_bytes()
