"""Questions of the cookbook where a district is one with its government, and where days are not told to the day."""

from collections.abc import Callable

import pytest

from graph.settings import Settings
from graph.store import Change, Edge, Node, Store
from graph.stores.cookbook import Scalar, recipe
from graph.stores.queries import Dialect

Ask = Callable[..., list[tuple[object, ...]]]

DISTRICT, GOVERNMENT, FIRM = ("District", "d-1"), ("Institution", "i-1"), ("Institution", "i-2")


def days(first: str, last: str) -> dict[str, str]:
    return {"earliest": first, "latest": last}


@pytest.fixture
def ask(store_settings: Settings, store: Store) -> Ask:
    """A firm meets a district on a day, then its government in some year; twice it signs with the government."""
    day, year = days("2024-03-01", "2024-03-01"), days("2024-01-01", "2024-12-31")
    signed = days("2024-03-05", "2024-03-05")
    nodes = [
        Node("District", {"id": "d-1", "name": "东区", "aliases": []}),
        Node("Institution", {"id": "i-1", "name": "东区人民政府", "kind": "government", "aliases": []}),
        Node("Institution", {"id": "i-2", "name": "远方公司", "kind": "company", "aliases": []}),
        Node("Meeting", {"id": "m-1", "date": "2024-03-01", **day}),
        Node("Meeting", {"id": "m-2", "date": "2024", **year}),
        Node("Person", {"id": "p-1", "name": "甲", "aliases": []}),
        Node("Person", {"id": "p-2", "name": "乙", "aliases": []}),
    ]
    edges = [
        Edge("GOVERNS", GOVERNMENT, DISTRICT, {}),
        Edge("TOOK_PART", DISTRICT, ("Meeting", "m-1"), {}),
        Edge("TOOK_PART", GOVERNMENT, ("Meeting", "m-2"), {}),
        *(Edge("TOOK_PART", FIRM, ("Meeting", id), {}) for id in ("m-1", "m-2")),
        Edge("SIGNED_AGREEMENT", GOVERNMENT, FIRM, {"event": "g-1", "status": "signed", **signed}),
        Edge("SIGNED_AGREEMENT", GOVERNMENT, FIRM, {"event": "g-2", "status": "signed", **year}),
        Edge("MET", ("Person", "p-1"), ("Person", "p-2"), {"event": "m-1", "grade": "across", **day}),
    ]
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=nodes, put_edges=edges))
    dialect: Dialect = store_settings.dialect

    def asked(name: str, **given: Scalar) -> list[tuple[object, ...]]:
        question = recipe(name)
        return list(store.cypher(question.texts[dialect], question.values(given), seconds=60).rows)

    return asked


def test_the_first_contact_may_be_the_districts_and_no_day_is_made_of_a_year(ask: Ask) -> None:
    answer = ask("first_contact_before_agreement")
    assert answer == [("g-1", "东区人民政府", "远方公司", "2024-03-01", "2024-03-05", 4)]


def test_what_its_government_does_counts_for_a_district(ask: Ask) -> None:
    assert ask("district_partners", district="东区") == [("i-2", "远方公司", "company", 2, "2024-12-31")]
    assert ask("districts_by_year") == [("2024", "东区", 2)]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [("2024", "2024", 1), ("2024-03", "2024-03", 1), ("2024-03-01", "2024-03-01", 1), ("2024", "2024-02", 0)],
)
def test_a_period_may_end_with_a_month_or_a_year(ask: Ask, since: str, until: str, found: int) -> None:
    assert len(ask("met_in_period", since=since, until=until)) == found
