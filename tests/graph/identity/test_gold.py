"""Identity over the facts that people annotated: what it reaches when extraction makes no mistake."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.article import Article
from graph.facts import Facts
from graph.facts_json import from_json
from graph.identity.candidates import candidates
from graph.identity.ledger import take_in
from graph.identity.mentions import mentions
from graph.stores import open_store

SHARED = Path(__file__).resolve().parents[4] / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "eval").is_dir(), reason=f"{SHARED} is not here: the annotated articles are kept apart"
    ),
]
FLOORS = {
    "persons.same": 1.0,
    "persons.merges": 1.0,
    "persons.apart": 1.0,
    "institutions.same": 1.0,
    "institutions.merges": 1.0,
    "institutions.apart": 1.0,
    "events.same": 1.0,
    "events.merges": 1.0,
    "persons.candidates": 1.0,
    "districts": 1.0,
}


def _listed(value: Any) -> list[str]:
    if not value:
        return []
    return [value] if isinstance(value, str) else [name for part in value for name in _listed(part)]


def _date(event: dict[str, Any]) -> str | None:
    date = event.get("date_full") or event.get("date")
    return f"XXXX-{date[2:]}" if isinstance(date, str) and date.startswith("--") else date


def _quote(event: dict[str, Any], text: str) -> str | None:
    quote = event.get("evidence")
    return quote if quote and quote in text else None


def _named(entity: dict[str, Any], more: str) -> dict[str, Any]:
    """An entity under its clean name, its literal one an alias."""
    name = entity.get("canonical_name") or entity["name"]
    return {"name": name, "aliases": [*{entity["name"]} - {name}, *entity["aliases"]], more: entity[more]}


def _facts(gold: dict[str, Any], text: str) -> Facts:
    """The annotation of an article in the shape of FACTS.md."""
    known = {
        "persons": [_named(p, "roles") for p in gold["persons"]],
        "institutions": [_named(i, "type") for i in gold["institutions"]],
        "districts": [_named(d, "level") for d in gold["districts"]],
        "meetings": [
            {
                "date": _date(m),
                "place": None,
                "format": m.get("format", "unknown"),
                "hosts": _listed(m.get("host_institution")),
                "visitors": _listed(m.get("visitor_institution")),
                "institutions": _listed(m.get("institutions")),
                "participants": [{"person": p["person"], "role": p.get("role", "attendee")} for p in m["participants"]],
                "evidence": None,
            }
            for m in gold["meetings"]
        ],
        "agreements": [
            {
                "status": a["status"],
                "date": _date(a),
                "parties": _listed(a["parties"]),
                "signatories": [s if isinstance(s, str) else s["person"] for s in a.get("signatories") or ()],
                "subject": a.get("subject"),
                "evidence": None,
            }
            for a in gold["agreements"]
        ],
    }
    return from_json({"file": "", "lang": gold["lang"], "title": None, "published": gold.get("published"), **known})


def _annotated() -> Iterator[tuple[Article, Facts]]:
    for folder, texts in (("seeds", SHARED / "seeds"), ("practice/en", None), ("practice/zh", None)):
        for path in sorted((SHARED / "eval" / folder).glob("*.json")):
            text = ((texts or path.parent) / f"{path.stem}.txt").read_text("utf-8")
            article = Article(f"{folder}/{path.stem}.txt", text, origin=str(path))
            yield article, _facts(json.loads(path.read_text("utf-8")), text)


def test_annotated_facts_resolve_as_annotated(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    take_in(store, list(_annotated()))
    for name, lines in (("mentions", mentions(store)), ("candidates", candidates(store))):
        written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(written, "utf-8")
    store.close()
    scorer = [sys.executable, str(SHARED / "eval/identity/score.py"), "--verbose"]
    files = ["--mentions", str(tmp_path / "mentions.jsonl"), "--candidates", str(tmp_path / "candidates.jsonl")]
    floors = ["--min", *(f"{metric}={floor}" for metric, floor in FLOORS.items())]
    scored = subprocess.run([*scorer, *files, *floors], capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout + scored.stderr
