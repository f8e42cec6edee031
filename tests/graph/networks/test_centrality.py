"""Each measure equals that of networkx."""

from collections.abc import Callable

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidQuestion
from graph.networks.centrality import (
    Scores,
    betweenness,
    closeness,
    clustering,
    core,
    degree,
    pagerank,
    strength,
)
from graph.networks.weighted import Network, network
from tests.graph.networks.random_networks import graph_of, networks, ties_of

PEERS: dict[Callable[[Network], Scores], Callable[["nx.Graph[str]"], dict[str, float]]] = {
    degree: lambda graph: dict(graph.degree()),
    strength: lambda graph: dict(graph.degree(weight="weight")),
    pagerank: lambda graph: nx.pagerank(graph, tol=1e-12, max_iter=500),
    betweenness: lambda graph: nx.betweenness_centrality(graph),
    closeness: lambda graph: nx.closeness_centrality(graph),
    core: lambda graph: nx.core_number(graph),
    clustering: lambda graph: nx.clustering(graph),
}


@pytest.mark.parametrize("measure", PEERS, ids=lambda measure: measure.__name__)
@given(of=networks())
def test_a_measure_equals_that_of_networkx(measure: Callable[[Network], Scores], of: Network) -> None:
    assert measure(of).to_dict() == pytest.approx(PEERS[measure](graph_of(of)), abs=1e-8)


@given(of=networks(), seed=st.integers(0, 5))
def test_betweenness_from_as_many_pivots_as_there_are_is_exact(of: Network, seed: int) -> None:
    found = betweenness(of, pivots=max(len(of), 2), seed=seed)
    assert found.errors is None
    assert found.to_dict() == pytest.approx(betweenness(of).to_dict())


def test_betweenness_from_some_pivots_is_right_on_average_and_so_is_its_error() -> None:
    graph = nx.barabasi_albert_graph(60, 2, seed=4)
    of = network(ties_of([(f"{a:02}", f"{b:02}", n, None) for n, (a, b) in enumerate(graph.edges)]))
    exact = betweenness(of).values
    samples = [betweenness(of, pivots=12, seed=seed) for seed in range(400)]
    values = np.array([sample.values for sample in samples])
    errors = np.array([sample.errors for sample in samples])
    hub = int(exact.argmax())
    assert values.mean(axis=0)[hub] == pytest.approx(exact[hub], rel=0.05)
    assert np.sqrt((errors**2).mean(axis=0))[hub] == pytest.approx(values.std(axis=0)[hub], rel=0.15)
    assert samples[0].pivots == 12
    assert (betweenness(of, pivots=12, seed=3).values == samples[3].values).all()


def test_a_sample_of_one_has_no_error_to_tell() -> None:
    with pytest.raises(InvalidQuestion, match="pivots"):
        betweenness(network(ties_of([("a", "b", 1, None)])), pivots=1)
