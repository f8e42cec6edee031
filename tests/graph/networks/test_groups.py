"""Communities hold together, and their modularity is that of networkx."""

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from numpy.typing import NDArray

from graph.errors import InvalidQuestion
from graph.networks.answers import FEWEST_ROUNDS
from graph.networks.groups import ROUNDS, communities, modularity
from graph.networks.weighted import Network, network
from tests.graph.networks.random_networks import graph_of, networks, planted, ties_of


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


def likeness(one: NDArray[Any], other: NDArray[Any]) -> float:
    """The adjusted Rand index of two partitions: 1 if they are the same, about 0 if they have nothing to do with each
    other (L. Hubert, P. Arabie, J. Classification 2, 193, 1985)."""

    def pairs(sizes: NDArray[Any]) -> float:
        return float((sizes * (sizes - 1) / 2).sum())

    table = np.zeros((one.max() + 1, other.max() + 1), np.int64)
    np.add.at(table, (one, other), 1)
    rows, columns = pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    chance = rows * columns / (len(one) * (len(one) - 1) / 2)
    return (pairs(table) - chance) / ((rows + columns) / 2 - chance)


def numbered(of: Network, found: tuple[tuple[str, ...], ...]) -> NDArray[Any]:
    number = {id: place for place, ids in enumerate(found) for id in ids}
    return np.array([number[id] for id in of.ids])


def test_the_likeness_of_partitions_is_that_of_a_published_example() -> None:
    # K. Y. Yeung, W. L. Ruzzo, Details of the adjusted Rand index, 2001: table 3, 0.313.
    table = [[1, 1, 0], [1, 2, 1], [0, 0, 4]]
    one = [row for row in range(3) for column in range(3) for _ in range(table[row][column])]
    other = [column for row in range(3) for column in range(3) for _ in range(table[row][column])]
    assert likeness(np.array(one), np.array(other)) == pytest.approx(0.313, abs=0.0005)


@pytest.mark.parametrize("seed", range(3))
def test_few_rounds_find_communities_that_are_there(seed: int) -> None:
    of, truth = planted(20, 250, within=10, beyond=5, seed=seed)
    few, many = (numbered(of, communities(of, rounds=rounds)) for rounds in (FEWEST_ROUNDS, ROUNDS))
    assert likeness(truth, few) > 0.95
    assert likeness(truth, many) > 0.98
    chance = np.random.default_rng(seed).permutation(truth)
    assert abs(likeness(truth, chance)) < 0.01


def test_a_network_of_nobody_has_no_communities_and_a_resolution_is_above_zero() -> None:
    empty = network(ties_of([]))
    assert communities(empty) == ()
    assert modularity(empty, ()) == 0
    with pytest.raises(InvalidQuestion, match="resolution"):
        communities(empty, resolution=0)
    with pytest.raises(InvalidQuestion, match="rounds"):
        communities(empty, rounds=0)
