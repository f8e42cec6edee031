"""Every candidate that was not taken says why, in a word that is documented."""

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from graph.article import Article
from graph.facts import Reject
from loaders.extraction import extract
from loaders.extraction.reasons import REASONS, Reason
from loaders.reading import read

FACTS_PAGE = Path(__file__).parents[3] / "docs" / "facts.md"
SAMPLES = Path(str(files("loaders"))) / "samples"
CHINESE = "郭福会见来宾\n\n朝阳区区长吴小杰等一行将于下月到访我校并座谈。3家研究所、“未来学院”与全国高校参加。"
ENGLISH = (
    "Guests Visit BISTU\n\nPresident Guo Fu of BISTU met with Zhang Wei of Tsinghua University and Zhang Li of Lyon.\n"
    "Zhang spoke. A planned Haidian Institute of Optics will be established. Guo met Tan Mu at Fang Yuan Hall."
)


def rejects(text: str) -> tuple[Reject, ...]:
    return extract(Article("a.txt", text)).rejects


def test_every_reason_has_a_meaning() -> None:
    assert set(REASONS) == set(get_args(Reason))


def test_every_reason_is_documented_with_its_meaning() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", FACTS_PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {code: meaning for code, meaning in rows if code in REASONS} == REASONS


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_both_grammars_tell_what_was_not_taken_why_and_where(text: str) -> None:
    found = rejects(text)
    assert len({r.reason for r in found}) > 1
    assert {r.reason for r in found} <= REASONS.keys()
    assert [r for r in found if text[r.start : r.end] != r.text] == []


def test_the_samples_are_rejected_for_known_reasons_only() -> None:
    articles = [item for item in read([SAMPLES]) if isinstance(item, Article)]
    assert {r.reason for a in articles for r in extract(a).rejects} - REASONS.keys() == set()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("校企合作\n\n4月19日,双方签署了合作协议。", "one_body"),
        ("Joint Laboratory\n\nOn 4 March 2024 the two sides signed a cooperation agreement.", "one_body"),
        ("BISTU signed a cooperation agreement with Tsinghua University\n\nThe weather was fine.", "headline"),
    ],
)
def test_a_signing_without_parties_is_told(text: str, reason: str) -> None:
    assert ("agreement", reason) in {(r.kind, r.reason) for r in rejects(text)}
