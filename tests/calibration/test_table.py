"""Whether confidences hold on annotated articles: facts that are called sure are right, with floors that only rise."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from calibration.judge import SHARED, Judge
from calibration.rows import Row, rows
from calibration.table import PARTS, share, sure, tables

FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the gold annotations (../shared) are not here"),
]


@pytest.fixture(scope="module")
def every() -> list[Row]:
    return list(rows(Judge()))


def test_sure_facts_are_right(every: list[Row]) -> None:
    print(f"\n{tables(every)}")
    shares = {name: round(share(sure(r for r in every if of_part(r)))[1], 3) for name, of_part in PARTS.items()}
    assert FLOORS.keys() == PARTS.keys()
    assert {name: figure for name, figure in shares.items() if figure < FLOORS[name]} == {}


@pytest.mark.parametrize("of_part", PARTS.values(), ids=list(PARTS))
def test_more_confidence_is_more_right(every: list[Row], of_part: Callable[[Row], bool]) -> None:
    inside = [row for row in every if of_part(row)]
    unsure = [row for row in inside if row.fact.confidence < 0.7]
    middling = [row for row in inside if 0.7 <= row.fact.confidence < 0.9]
    assert len(unsure) > 20
    assert share(unsure)[1] < share(middling)[1] < share(sure(inside))[1]
