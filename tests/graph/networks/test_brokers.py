"""Brokerage equals what counting all pairs gives; communities and growth equal networkx's."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.networks.brokers import ROLES, brokerage, districts_of
from graph.networks.weighted import Network, network
from graph.store import Change, Edge, Node, Store
from tests.graph.networks.random_networks import graph_of, networks, ties_of


def counted(of: Network, districts: dict[str, str]) -> dict[str, list[int]]:
    graph = graph_of(of)
    found = {id: [0, 0, 0, 0] for id in of.ids}
    for broker in graph:
        for one, other in combinations(graph[broker], 2):
            if graph.has_edge(one, other) or not {one, other, broker} <= districts.keys():
                continue
            a, b, c = districts[one], districts[broker], districts[other]
            role = (0 if a == b else 1) if a == c else (2 if b in (a, c) else 3)
            found[broker][role] += 1
    return found


@given(
    of=networks(), districts=st.dictionaries(st.sampled_from([f"p-{n:02}" for n in range(14)]), st.sampled_from("ABC"))
)
def test_roles_are_those_of_each_open_pair(of: Network, districts: dict[str, str]) -> None:
    found = brokerage(of, districts)
    columns = [getattr(found, role).tolist() for role in ROLES]
    assert dict(zip(of.ids, map(list, zip(*columns, strict=True)), strict=True)) == counted(of, districts)


def test_each_role_is_told_by_the_districts_of_three() -> None:
    of = network(ties_of([("a", "b", 1, None), ("b", "c", 2, None)]))
    for districts, role in (("111", 0), ("121", 1), ("112", 2), ("122", 2), ("123", 3)):
        found = brokerage(of, dict(zip("abc", districts, strict=True)))
        assert [getattr(found, name)[1] for name in ROLES] == [int(place == role) for place in range(4)]
        assert found.between[1] == (role > 0)


def test_the_district_of_a_person_is_that_of_most_posts(store: Store) -> None:
    nodes = [Node("District", {"id": f"d-{n}", "name": f"d-{n}"}) for n in "12"]
    nodes += [Node("Institution", {"id": f"i-{n}", "name": f"i-{n}"}) for n in ("school", "rule", "nowhere")]
    nodes += [Node("Person", {"id": f"p-{n}", "name": f"p-{n}"}) for n in ("dean", "mayor", "nobody")]
    posts = [("dean", "school", "dean"), ("dean", "school", "fellow"), ("dean", "rule", "adviser")]
    posts += [("mayor", "rule", "mayor"), ("mayor", "school", "fellow"), ("nobody", "nowhere", "clerk")]
    edges = [Edge("HOLDS", ("Person", f"p-{p}"), ("Institution", f"i-{i}"), {"title": t}) for p, i, t in posts]
    edges += [Edge("LOCATED_IN", ("Institution", "i-school"), ("District", "d-1"))]
    edges += [Edge("GOVERNS", ("Institution", "i-rule"), ("District", "d-2"))]
    edges += [Edge("LOCATED_IN", ("Institution", "i-rule"), ("District", "d-1"))]
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    assert districts_of(store) == {
        "d-1": "d-1",
        "d-2": "d-2",
        "i-school": "d-1",
        "i-rule": "d-2",
        "p-dean": "d-1",
        "p-mayor": "d-2",
    }
