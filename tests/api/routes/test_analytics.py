"""Measures of networks over the API."""

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from graph.exports import Filters
from graph.networks import growth as growth_of
from graph.networks import read_network, read_ties
from graph.store import Store
from graph.vocabulary import Centrality


def test_betweenness_is_that_of_networkx_the_highest_first(client: TestClient, world: Store) -> None:
    exact = nx.betweenness_centrality(read_network(world).to_networkx())
    items = client.get("/v1/analytics/betweenness", params={"limit": 200}).json()["items"]
    assert {item["entity"]["id"]: item["value"] for item in items} == pytest.approx(exact, abs=1e-9)
    values = [item["value"] for item in items]
    assert values == sorted(values, reverse=True)
    assert items[0]["rank"] == 1
    assert items[0]["error"] is None
    tied = [item["rank"] for item in items if item["value"] == items[-1]["value"]]
    assert len(set(tied)) == 1


@pytest.mark.parametrize("measure", ["degree", "strength", "closeness", "pagerank", "core", "clustering", "brokerage"])
@pytest.mark.parametrize("kind", ["person", "institution", "district"])
def test_pages_of_each_measure_are_the_whole(client: TestClient, measure: Centrality, kind: str) -> None:
    asked = {"kind": kind, "limit": "200"}
    whole = client.get(f"/v1/analytics/{measure}", params=asked)
    assert whole.status_code == 200
    items, cursor = [], None
    while True:
        more: dict[str, str] = {"cursor": cursor} if cursor else {}
        answer = client.get(f"/v1/analytics/{measure}", params={**asked, "limit": "2", **more}).json()
        items += answer["items"]
        if not (cursor := answer["next"]):
            break
    assert items == whole.json()["items"]
    assert all((item["roles"] is not None) == (measure == "brokerage") for item in items)


def test_filters_narrow_the_network(client: TestClient, world: Store) -> None:
    for asked, filters in (
        ({"since": "2024"}, Filters(since="2024")),
        ({"max_event_size": "3"}, Filters(max_event_size=3)),
        ({"grade": "across", "min_confidence": "0.5"}, Filters(grades=("across",), min_confidence=0.5)),
        ({"edge": "signed_agreement"}, Filters(edges=("signed_agreement",))),
    ):
        items = client.get("/v1/analytics/degree", params={**asked, "limit": "200"}).json()["items"]
        assert sorted(item["entity"]["id"] for item in items) == read_network(world, "person", filters).ids.tolist()


def test_communities_have_everyone_once(client: TestClient, world: Store) -> None:
    items = client.get("/v1/analytics/communities").json()["items"]
    assert sum(item["size"] for item in items) == len(read_network(world))
    assert [item["number"] for item in items] == list(range(1, len(items) + 1))
    assert all(len(item["members"]) == min(item["size"], 10) for item in items)


def test_growth_is_told_by_year_and_as_a_table(client: TestClient, world: Store) -> None:
    years = client.get("/v1/analytics/growth").json()["years"]
    assert [year["entities"] for year in years] == [year.entities for year in growth_of(read_ties(world))]
    assert len(client.get("/v1/analytics/growth?format=csv").text.splitlines()) == len(years) + 1


def test_what_is_no_measure_is_refused(client: TestClient) -> None:
    assert client.get("/v1/analytics/beauty").status_code == 422
    assert client.get("/v1/analytics/degree?cursor=x").status_code == 400
