"""Communities hold together, and their modularity is that of networkx."""

import networkx as nx
import pytest
from hypothesis import given

from graph.errors import InvalidQuestion
from graph.networks.groups import communities, modularity
from graph.networks.weighted import Network, network
from tests.graph.networks.random_networks import graph_of, networks, ties_of


@given(of=networks())
def test_communities_part_the_network_at_least_as_well_as_louvain_or_all_in_one(of: Network) -> None:
    found = communities(of)
    assert sorted(id for ids in found for id in ids) == of.ids.tolist()
    if len(of):
        graph = graph_of(of)
        theirs = nx.community.modularity(graph, found)
        assert modularity(of, found) == pytest.approx(theirs, abs=1e-9)
        assert theirs >= nx.community.modularity(graph, nx.community.louvain_communities(graph, seed=0)) - 0.05
        assert all(nx.is_connected(graph.subgraph(ids)) for ids in found)


def test_two_groups_that_one_tie_joins_are_two_communities() -> None:
    pairs = ["ab", "bc", "ac", "de", "ef", "df", "cd"]
    of = network(ties_of([(pair[0], pair[1], number, None) for number, pair in enumerate(pairs)]))
    assert communities(of) == (("a", "b", "c"), ("d", "e", "f"))
    assert communities(of) == communities(of, seed=0)
    assert len(communities(of, resolution=9)) == 6


def test_a_network_of_nobody_has_no_communities_and_a_resolution_is_above_zero() -> None:
    empty = network(ties_of([]))
    assert communities(empty) == ()
    assert modularity(empty, ()) == 0
    with pytest.raises(InvalidQuestion, match="resolution"):
        communities(empty, resolution=0)
    with pytest.raises(InvalidQuestion, match="rounds"):
        communities(empty, rounds=0)
