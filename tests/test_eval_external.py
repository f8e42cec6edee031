"""Extraction against annotations that others made, of another genre: measured, with floors, and never tuned on.

The material is under licences of its own and no part of the project; it stands beside it where it is developed.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.article import Article
from loaders.extraction import extract

FINANCE = Path(__file__).parent.parent.parent / "shared" / "external" / "fewfc_agreements"
GOLD = FINANCE / "agreement_dev_all.jsonl"
SENTENCES_FLOOR, PAIRS_FLOOR = 0.575, 0.24

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.is_file(), reason="the sentences of finance news (../shared/external) are not here"),
]


def predictions() -> Iterator[str]:
    """For each sentence, read as an article of its own, the agreements that were concluded, as lines for the scorer."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        told = [a for a in extract(Article(sentence["id"], sentence["text"])).agreements if a.status != "intended"]
        events = [
            {"type": "agreement", "participants": [*a.parties, *(s.person for s in a.signatories)], "date": a.date.edtf}
            for a in told
        ]
        yield json.dumps({"id": sentence["id"], "events": events}, ensure_ascii=False)


def test_signings_in_finance_news_keep_their_floors(tmp_path: Path) -> None:
    predicted = tmp_path / "agreements.jsonl"
    predicted.write_text("\n".join(predictions()), encoding="utf-8")
    command = [sys.executable, str(FINANCE / "score.py"), str(GOLD), str(predicted), "--type", "agreement"]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)
    precision, recall, f1 = scored["sentence_PRF"]
    pairs = scored["pair_recall"]
    print(
        f"\nfinance news ({scored['records']} sentences): sentences {f1:.3f} (precision {precision:.3f}, "
        f"recall {recall:.3f}), parties {scored['party_PRF'][2]:.3f}, pairs recalled {pairs:.3f} of {scored['pairs']}"
    )
    assert f1 >= SENTENCES_FLOOR
    assert pairs >= PAIRS_FLOOR
