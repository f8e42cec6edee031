"""Extraction against gold annotations: each set of articles keeps its floors, and floors only rise.

The annotations are not part of the project; they stand beside it where it is developed.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.article import Article
from graph.facts_json import to_json
from loaders.extraction import extract
from loaders.reading import read

SHARED = Path(__file__).parent.parent.parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
ARTICLES = {
    "seeds": SHARED / "seeds",
    "practice/en": SHARED / "eval/practice/en",
    "practice/zh": SHARED / "eval/practice/zh",
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the gold annotations (../shared) are not here"),
]


@pytest.mark.parametrize("name", ARTICLES)
def test_extraction_keeps_its_floors(name: str, tmp_path: Path) -> None:
    texts = [item for item in read(sorted(ARTICLES[name].glob("*.txt"))) if isinstance(item, Article)]
    predicted = tmp_path / "facts.jsonl"
    lines = (json.dumps(to_json(extract(article)), ensure_ascii=False) for article in texts)
    predicted.write_text("\n".join(lines), encoding="utf-8")

    command = [sys.executable, str(SHARED / "eval/score.py"), "--gold", str(SHARED / "eval" / name)]
    scored = subprocess.run(
        [*command, "--pred", str(predicted), "--json"], check=True, capture_output=True, encoding="utf-8"
    )
    figures = {metric: round(figure["f1"], 3) for metric, figure in json.loads(scored.stdout).items()}
    print(f"\n{name} ({len(texts)} articles): " + ", ".join(f"{m} {f:.3f}" for m, f in figures.items()))

    assert texts
    assert {m: figures.get(m, 0) for m, floor in FLOORS[name].items() if figures.get(m, 0) < floor} == {}


def test_every_set_has_a_floor() -> None:
    assert FLOORS.keys() == ARTICLES.keys()
    assert all("overall" in floors for floors in FLOORS.values())
