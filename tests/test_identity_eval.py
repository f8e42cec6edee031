"""Who is who, from raw articles: what extraction and identity reach together, with floors that only rise."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.article import Article
from graph.identity.candidates import candidates
from graph.identity.ledger import take_in
from graph.identity.mentions import mentions
from graph.stores import open_store
from loaders.extraction import extract
from loaders.reading import read

SHARED = Path(__file__).resolve().parents[2] / "shared"
SETS = ("seeds", "eval/practice/en", "eval/practice/zh")
FLOORS = {
    "persons.same": 0.96,
    "persons.merges": 1.0,
    "persons.apart": 1.0,
    "institutions.same": 0.96,
    "institutions.merges": 1.0,
    "institutions.apart": 1.0,
    "persons.candidates": 1.0,
    "districts": 0.97,
    "events.same": 1.0,
    "events.merges": 1.0,
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "eval").is_dir(), reason=f"{SHARED} is not here: the annotated articles are kept apart"
    ),
]


def test_articles_of_all_sets_together_resolve_as_annotated(tmp_path: Path) -> None:
    articles = [item for item in read([SHARED / name for name in SETS]) if isinstance(item, Article)]
    store = open_store(tmp_path / "store")
    take_in(store, [(article, extract(article)) for article in articles])
    for name, lines in (("mentions", mentions(store)), ("candidates", candidates(store))):
        written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (tmp_path / f"{name}.jsonl").write_text(written, "utf-8")
    store.close()
    scorer = [sys.executable, str(SHARED / "eval/identity/score.py"), "--verbose"]
    files = ["--mentions", str(tmp_path / "mentions.jsonl"), "--candidates", str(tmp_path / "candidates.jsonl")]
    floors = ["--min", *(f"{metric}={floor}" for metric, floor in FLOORS.items())]
    scored = subprocess.run([*scorer, *files, *floors], capture_output=True, text=True, check=False)
    print(scored.stdout)
    assert scored.returncode == 0, scored.stdout + scored.stderr
