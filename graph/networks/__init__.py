"""Networks of persons, institutions or districts, for networkx and for measuring (docs/networks.md)."""

from graph.exports.filters import Filters
from graph.networks.brokers import Brokerage, brokerage, districts_of
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
from graph.networks.groups import communities, modularity
from graph.networks.ties import Ties, read_ties
from graph.networks.typed import multigraph, snapshots, two_mode
from graph.networks.weighted import Network, network, read_network
from graph.networks.years import Year, growth

__all__ = [
    "Brokerage",
    "Filters",
    "Network",
    "Scores",
    "Ties",
    "Year",
    "betweenness",
    "brokerage",
    "closeness",
    "clustering",
    "communities",
    "core",
    "degree",
    "districts_of",
    "growth",
    "modularity",
    "multigraph",
    "network",
    "pagerank",
    "read_network",
    "read_ties",
    "snapshots",
    "strength",
    "two_mode",
]
