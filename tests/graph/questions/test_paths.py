from dataclasses import replace
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import InvalidQuestion
from graph.questions import TieFilter, paths
from graph.questions.answers import Path, Wider
from graph.store import Change, Edge, Node, Store, Value


def _ids(path: Path) -> list[str]:
    return [node.id for node in path.nodes]


def test_a_shortest_path_has_the_sentences_of_each_hop(world: Store) -> None:
    found = paths(world, "p-01", "p-08").paths[0]
    assert (found.length, _ids(found)) == (3, ["p-01", "p-02", "p-04", "p-08"])
    assert [(hop.source, hop.target, hop.type) for hop in found.hops] == [
        ("p-01", "p-02", "met"),
        ("p-02", "p-04", "met"),
        ("p-04", "p-08", "met"),
    ]
    assert found.hops[1].events[0].quote == "Anna O'Neill of Rock/Soft Co. spoke with Gao Yuan by video."


def test_a_path_back_is_the_same_path(world: Store) -> None:
    assert _ids(paths(world, "p-08", "p-01").paths[0]) == ["p-08", "p-04", "p-02", "p-01"]


def test_nobody_is_as_far_as_max_hops_allows(world: Store) -> None:
    assert paths(world, "p-01", "p-08", max_hops=3).paths
    assert not paths(world, "p-01", "p-08", max_hops=2).paths


def test_unconnected_ends_have_no_path(world: Store) -> None:
    answer = paths(world, "p-01", "p-07")
    assert (answer.paths, answer.truncated) == ((), False)


def test_from_somebody_to_the_same_is_a_path_without_a_hop(world: Store) -> None:
    found = paths(world, "p-01", "p-01").paths[0]
    assert (found.length, _ids(found), found.hops) == (0, ["p-01"], ())


def test_between_a_person_and_a_body_posts_count_too(world: Store) -> None:
    found = paths(world, "p-01", "i-bistu").paths[0]
    assert [hop.type for hop in found.hops] == ["met", "holds"]


def test_a_post_tells_the_sentence_that_names_holder_and_title(world: Store) -> None:
    hop = paths(world, "p-01", "d-110112").paths[0].hops[0]
    assert (hop.type, hop.title, hop.events[0].kind) == ("holds", "区长", "post")
    assert hop.events[0].quote == "4月19日,通州区区长林月到访北京信息科技大学,与校长高远座谈。"


def test_of_equal_lengths_the_path_of_stronger_ties_comes_first(world: Store) -> None:
    found = paths(world, "p-01", "i-bistu", TieFilter(edges=("met", "holds", "signed_agreement")), mode="all").paths
    assert [_ids(path) for path in found] == [["p-01", "p-02", "i-bistu"], ["p-01", "d-110112", "i-bistu"]]


def test_agreements_count_between_bodies_and_come_before_meetings(world: Store) -> None:
    (hop,) = paths(world, "i-bistu", "d-110112").paths[0].hops
    assert (hop.type, [event.id for event in hop.events]) == ("signed_agreement", ["g-01"])


@pytest.fixture
def governed(world: Store) -> Store:
    """The world with a government and a party committee of the district that signed."""
    organs = [("i-gov-110112", "通州区人民政府"), ("i-party-110112", "中共北京市通州区委员会")]
    names: dict[str, Value] = {"name_en": None, "aliases": [], "kind": "government"}
    nodes = [Node("Institution", {"id": id, "name": name, "name_zh": name, **names}) for id, name in organs]
    governs = Edge("GOVERNS", ("Institution", "i-gov-110112"), ("District", "d-110112"))
    with world.write() as transaction:
        transaction.apply(Change(put_nodes=nodes, put_edges=[governs]))
    return world


@pytest.mark.parametrize("organ", ["i-gov-110112", "i-party-110112"])
def test_a_district_its_government_and_its_party_are_one_at_either_end(governed: Store, organ: str) -> None:
    assert _ids(paths(governed, organ, "i-0a").paths[0]) == ["d-110112", "i-0a"]
    assert _ids(paths(governed, "i-0a", organ).paths[0]) == ["i-0a", "d-110112"]
    assert paths(governed, organ, "p-01").paths[0].length == 1


def test_those_that_act_as_one_are_connected_by_what_connects_them(governed: Store) -> None:
    answer = paths(governed, "i-gov-110112", "d-110112")
    assert answer.paths == ()
    assert answer.wider
    assert answer.wider.length == 1


def test_where_nothing_is_found_the_ties_that_would_help_are_told(world: Store) -> None:
    answer = paths(world, "p-05", "p-03", TieFilter(edges=("holds",)))
    assert answer.wider == Wider(edges=("met", "signed_agreement", "holds"), length=4)
    everything = paths(world, "i-0b", "i-bistu", max_hops=1).wider
    assert everything
    assert (everything.edges[0], "part_of" in everything.edges, everything.length) == ("met", True, 1)


def test_what_would_help_keeps_to_the_bounds(world: Store) -> None:
    holds = TieFilter(edges=("holds",))
    assert paths(world, "p-05", "p-03", holds, max_hops=3).wider is None
    assert paths(world, "p-05", "p-03", replace(holds, since="2030")).wider is None
    assert paths(world, "p-01", "p-02").wider is None


def test_filters_bound_the_ties_that_are_walked(world: Store) -> None:
    assert not paths(world, "p-01", "p-08", TieFilter(since="2024")).paths
    assert not paths(world, "p-01", "p-04", TieFilter(grades=("co_listed",))).paths
    assert paths(world, "p-01", "p-02", TieFilter(max_event_size=3)).paths[0].hops[0].events[0].id == "m-01"
    assert _ids(paths(world, "i-0b", "d-110000", TieFilter(edges=("part_of", "met"))).paths[0]) == [
        "i-0b",
        "i-bistu",
        "d-110112",
        "d-110000",
    ]


@pytest.mark.parametrize("max_hops", [0, 11])
def test_a_length_without_meaning_is_refused(world: Store, max_hops: int) -> None:
    with pytest.raises(InvalidQuestion):
        paths(world, "p-01", "p-02", max_hops=max_hops)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edges=st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda e: e[0] < e[1]), max_size=16))
def test_all_shortest_paths_are_those_that_networkx_finds(store: Store, edges: set[tuple[int, int]]) -> None:
    names: dict[str, Value] = {"name": "n", "name_zh": None, "name_en": "n", "aliases": []}
    ids = [f"p-{n}" for n in range(9)]
    met = {"date": None, "earliest": None, "latest": None, "grade": "across", "confidence": 1.0}
    with store.write() as transaction:
        transaction.apply(
            Change(
                drop_nodes=[("Person", id) for id in ids],
                put_nodes=[Node("Person", {"id": id, **names}) for id in ids],
                put_edges=[
                    Edge("MET", ("Person", ids[a]), ("Person", ids[b]), {"event": f"m-{a}{b}", **met}) for a, b in edges
                ],
            )
        )
    drawn = nx.Graph([(ids[a], ids[b]) for a, b in edges])
    drawn.add_nodes_from(ids)
    expected = sorted(nx.all_shortest_paths(drawn, ids[0], ids[8])) if nx.has_path(drawn, ids[0], ids[8]) else []
    expected = [path for path in expected if len(path) - 1 <= 6]
    answer = paths(store, ids[0], ids[8], mode="all")
    assert [_ids(path) for path in answer.paths] == expected[:25]
    assert answer.truncated == (len(expected) > 25)
    for path in answer.paths:
        assert [(hop.source, hop.target) for hop in path.hops] == list(pairwise(_ids(path)))
