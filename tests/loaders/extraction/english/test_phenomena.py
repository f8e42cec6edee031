"""Each phenomenon of English press releases, in both directions: where a rule must hold, and where it must not.

``phenomena.yaml`` has sentences of our own and, for each, lines that the digest of their facts has and lacks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from graph.facts import Facts

Say = Callable[..., Facts]
Digest = Callable[[Facts], set[str]]


@dataclass(frozen=True)
class Case:
    number: int
    name: str
    text: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]


def _cases() -> Iterator[Case]:
    told = yaml.safe_load(Path(__file__).with_name("phenomena.yaml").read_text(encoding="utf-8"))
    for number, phenomenon in told.items():
        for case in phenomenon["cases"]:
            yield Case(
                number, phenomenon["name"], case["text"], tuple(case.get("has", ())), tuple(case.get("lacks", ()))
            )


CASES = list(_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.number} {c.name}")
def test_a_phenomenon_is_read_where_it_is_and_only_there(say: Say, digest: Digest, case: Case) -> None:
    said = digest(say(case.text, title="News of the Week"))
    missing, wrong = set(case.has) - said, set(case.lacks) & said
    assert (missing, wrong) == (set(), set()), "\n".join(sorted(said))


def test_every_phenomenon_has_sentences_in_both_directions() -> None:
    numbers = sorted({c.number for c in CASES})
    assert numbers == list(range(1, 30))
    assert all(b - a == 1 for a, b in pairwise(numbers))
    for number in numbers:
        own = [c for c in CASES if c.number == number]
        assert len(own) >= 3
        assert any(c.lacks for c in own)
        assert any(c.has for c in own)
