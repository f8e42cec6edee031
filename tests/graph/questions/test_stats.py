from graph.questions import stats
from graph.store import Store


def test_totals_count_nodes_ties_statuses_languages_and_days(world: Store) -> None:
    found = stats(world)
    assert (found.nodes["person"], found.nodes["meeting"], found.ties["met"], found.ties["holds"]) == (8, 5, 9, 3)
    assert found.agreements == {"intended": 1, "reported": 1, "signed": 1}
    assert found.articles == {"en": 2, "zh": 1}
    assert (found.first, found.last) == ("2022-01-01", "2024-05-31")


def test_an_empty_store_has_no_totals(store: Store) -> None:
    found = stats(store)
    assert (found.nodes, found.ties, found.first, found.last) == ({}, {}, None, None)
