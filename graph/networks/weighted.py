"""A simple weighted network as arrays: what measures are computed on."""

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from graph.exports.filters import Filters
from graph.networks.ties import Ties, read_ties
from graph.store import Store
from graph.vocabulary import Kind

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The entities of a kind that have a tie, and each pair of them that is tied, once.

    An event that ties n of them gives each of its pairs the weight 1 / (n - 1), and a pair weighs the sum of that over
    its events: so an event adds 1 to the strength of each of its n, whether two met or two hundred (M. E. J. Newman,
    Scientific collaboration networks II, Phys. Rev. E 64, 016132, 2001).
    """

    kind: Kind
    ids: Array
    """Sorted; the numbers below are places in it."""
    source: Array
    """Less than ``target``; by source, then by target."""
    target: Array
    weight: Array
    events: Array
    """How many events tie the pair."""
    first: Array
    """The first day of the first event (datetime64[D]), NaT where none is known; ``last`` likewise of the last."""
    last: Array
    matrix: Any
    """The weights as a symmetric ``scipy.sparse.csr_array``, its columns in order."""

    def __len__(self) -> int:
        return len(self.ids)

    def to_networkx(self) -> "nx.Graph[str]":
        """The same for networkx: ``weight``, ``events`` and, as ISO days, ``first`` and ``last`` on each edge."""
        graph: nx.Graph[str] = nx.Graph(kind=self.kind)
        graph.add_nodes_from(self.ids.tolist())
        columns = (self.ids[self.source], self.ids[self.target], self.weight, self.events, self.first, self.last)
        for source, target, weight, events, first, last in zip(*(c.tolist() for c in columns), strict=True):
            dates = {"first": first.isoformat(), "last": last.isoformat()} if first else {}
            graph.add_edge(source, target, weight=weight, events=events, **dates)
        return graph


def read_network(store: Store, kind: Kind = "person", filters: Filters | None = None) -> Network:
    """The network of a kind, or of the part that ``filters`` leave. Raises InvalidQuestion, StoreError."""
    return network(read_ties(store, kind, filters))


def network(ties: Ties) -> Network:
    """The network of these ties; who has none is not in it."""
    there, ends = np.unique(np.concatenate([ties.source, ties.target]), return_inverse=True)
    source, target = ends[: len(ties.source)], ends[len(ties.source) :]
    size = max(len(there), 1)
    pairs, pair = np.unique(source * size + target, return_inverse=True)
    first = np.full(len(pairs), np.datetime64("9999-12-31", "D"))
    last = np.full(len(pairs), np.datetime64("0001-01-01", "D"))
    dated = ~np.isnat(ties.day)
    np.minimum.at(first, pair[dated], ties.day[dated])
    np.maximum.at(last, pair[dated], ties.day[dated])
    undated = last < first
    first[undated] = last[undated] = np.datetime64("NaT")
    source, target = pairs // size, pairs % size
    weight = np.bincount(pair, 1 / (_sizes(ties) - 1), len(pairs)) if len(pairs) else np.zeros(0)
    events = np.bincount(pair, minlength=len(pairs))
    matrix = _symmetric(len(there), source, target, weight)
    return Network(ties.kind, ties.ids[there], source, target, weight, events, first, last, matrix)


def _sizes(ties: Ties) -> Array:
    """How many entities the event of each row ties."""
    size = len(ties.ids)
    members = np.unique(np.concatenate([ties.event * size + end for end in (ties.source, ties.target)]))
    return np.bincount(members // size)[ties.event]


def _symmetric(size: int, source: Array, target: Array, weight: Array) -> Any:
    ends = (np.concatenate([source, target]), np.concatenate([target, source]))
    matrix = sparse.coo_array((np.concatenate([weight, weight]), ends), shape=(size, size)).tocsr()
    matrix.sort_indices()
    return matrix
