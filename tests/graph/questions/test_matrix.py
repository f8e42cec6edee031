from collections import Counter
from itertools import product
from typing import Any

import pytest

from graph.errors import InvalidQuestion
from graph.questions import Selection, matrix
from graph.questions.stats_answers import Matrix
from graph.store import Store

Happening = Any
"""As of ``conftest``."""
AUTHORITIES = {"i-gov-110112": "d-110112", "i-bureau": "d-110112", "i-party-130600": "d-130600"}
PROVINCE = {"d-110112": "d-110000", "d-110108": "d-110000", "d-130600": "d-130000"}


def cells(found: Matrix) -> dict[tuple[str, str], int]:
    return {
        (row.id, column.id): count
        for row, counts in zip(found.rows, found.counts, strict=True)
        for column, count in zip(found.columns, counts, strict=True)
        if count
    }


def districts(event: Happening) -> set[str]:
    return {AUTHORITIES.get(id, id) for id in event.bodies if id.startswith("d-") or id in AUTHORITIES}


def institutions(event: Happening) -> set[str]:
    return {id for id in event.bodies if id.startswith("i-") and id not in AUTHORITIES}


def test_districts_share_the_events_that_both_have_a_part_in(module_store: Store, happenings: list[Happening]) -> None:
    expected = Counter(pair for e in happenings for pair in product(districts(e), districts(e)) if pair[0] != pair[1])
    assert cells(matrix(module_store)) == expected


def test_rolled_up_the_diagonal_is_what_districts_within_one_share(
    module_store: Store, happenings: list[Happening]
) -> None:
    expected: Counter[tuple[str, str]] = Counter()
    for event in happenings:
        pairs = product(districts(event), districts(event))
        expected.update({(PROVINCE.get(a, a), PROVINCE.get(b, b)) for a, b in pairs if a != b})
    assert expected["d-110000", "d-110000"] > 0
    assert cells(matrix(module_store, roll_up="province")) == expected


def test_institutions_share_events_with_districts(module_store: Store, happenings: list[Happening]) -> None:
    only = Selection(kind="agreement", status="signed", since="2021", until="2023")
    expected = Counter(
        pair
        for e in happenings
        if e.status == "signed"
        and (e.latest or e.earliest or "") >= "2021-01-01"
        and (e.earliest or e.latest or "~") <= "2023-12-31"
        for pair in product(institutions(e), districts(e))
    )
    assert cells(matrix(module_store, only, rows="institution")) == expected


def test_those_that_share_most_come_first_and_a_limit_says_so(module_store: Store, happenings: list[Happening]) -> None:
    whole, some = (matrix(module_store, limit=limit) for limit in (20, 2))
    sums = [sum(row) for row in whole.counts]
    assert happenings
    assert sums == sorted(sums, reverse=True)
    assert (some.rows, some.columns, some.truncated, whole.truncated) == (
        whole.rows[:2],
        whole.columns[:2],
        True,
        False,
    )
    assert some.counts == tuple(row[:2] for row in whole.counts[:2])


@pytest.mark.parametrize("asked", [{"rows": "person"}, {"roll_up": "planet"}, {"limit": 201}])
def test_a_matrix_without_meaning_is_refused(module_store: Store, asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidQuestion):
        matrix(module_store, **asked)
