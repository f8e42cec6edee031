"""Wordings that press offices use (``wordings.yaml``), each by lines that the digest of its facts has and lacks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.facts import Facts

Say = Callable[..., Facts]
WORDINGS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("wordings.yaml").read_text(encoding="utf-8")
)
CASES = [pytest.param(case, id=f"{rule}: {case['text'][:50]}") for rule, cases in WORDINGS.items() for case in cases]


@pytest.mark.parametrize("case", CASES)
def test_a_wording_says_what_it_says_and_no_more(
    say: Say, digest: Callable[[Facts], set[str]], case: dict[str, Any]
) -> None:
    said = digest(say(case["text"], title="News of the Week"))
    missing, wrong = set(case.get("has", ())) - said, set(case.get("lacks", ())) & said
    assert (missing, wrong) == (set(), set()), "\n".join(sorted(said))


def test_every_rule_has_sentences_in_both_directions() -> None:
    for cases in WORDINGS.values():
        assert len(cases) > 1
        assert any(c.get("lacks") for c in cases)
        assert any(c.get("has") for c in cases)
