from collections import Counter
from typing import Any

import pytest

from graph.errors import InvalidQuestion
from graph.questions import Selection, ranking
from graph.store import Store


def test_who_met_the_most_others_comes_first_and_equals_have_one_rank(world: Store) -> None:
    found = [(one.rank, one.entity.id, one.count) for one in ranking(world).items]
    assert found == [(1, "p-02", 3), (2, "p-01", 2), (2, "p-03", 2), (2, "p-04", 2), (2, "p-08", 2), (6, "p-05", 1)]
    bodies = [(one.entity.id, one.count) for one in ranking(world, kind="institution").items]
    assert bodies == [("i-bistu", 2), ("i-0a", 1)]


def test_others_met_are_counted_within_a_window(world: Store) -> None:
    found = [(one.entity.id, one.count) for one in ranking(world, Selection(since="2024-05")).items]
    assert found == [("p-02", 1), ("p-04", 1)]


def test_meetings_and_agreements_count_the_authorities_of_a_district_as_the_district(governed: Store) -> None:
    found = ranking(governed, kind="district", by="agreements").items
    assert [(one.entity.id, one.count) for one in found] == [("d-110112", 2)]
    signed = ranking(governed, Selection(status="signed"), kind="person", by="agreements").items
    assert [(one.entity.id, one.count) for one in signed] == [("p-01", 1), ("p-02", 1)]
    meetings = ranking(governed, Selection(district="d-110000"), kind="institution", by="meetings").items
    assert Counter({one.entity.id: one.count for one in meetings}) == {"i-bistu": 1}


def test_pages_of_a_ranking_keep_order_and_ranks(world: Store) -> None:
    first = ranking(world, limit=3)
    assert first.items + ranking(world, limit=3, cursor=first.next).items == ranking(world).items


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "planet"},
        {"by": "fame"},
        {"only": Selection(district="d-110112")},
        {"by": "meetings", "only": Selection(status="signed")},
    ],
)
def test_a_ranking_without_meaning_is_refused(world: Store, asked: dict[str, Any]) -> None:
    with pytest.raises(InvalidQuestion):
        ranking(world, **asked)
