"""How central each entity of a network is (docs/networks.md says what each measure means)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from os import cpu_count
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from graph.errors import InvalidQuestion
from graph.networks.kernels import cores, dependencies, distances, triangles
from graph.networks.weighted import Network

Array = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """A number for each entity of a network, in its order."""

    ids: Array
    values: Array
    errors: Array | None = None
    """The standard error of each value, where it is an estimate."""
    pivots: int | None = None
    """From how many entities paths were counted, where not from all."""

    def to_dict(self) -> dict[str, float]:
        """By id, as networkx answers."""
        return dict(zip(self.ids.tolist(), self.values.tolist(), strict=True))


def degree(network: Network) -> Scores:
    """With how many others each is tied."""
    return Scores(network.ids, np.diff(network.matrix.indptr))


def strength(network: Network) -> Scores:
    """The weights of the ties of each: in how many events it was tied, to a rounding of the computer.

    A. Barrat and others, The architecture of complex weighted networks, PNAS 101, 3747–3752, 2004.
    """
    return Scores(network.ids, np.asarray(network.matrix.sum(axis=1)))


DAMPING: Final = 0.85


def pagerank(network: Network, *, tolerance: float = 1e-10, most: int = 500) -> Scores:
    """Where a walk stays that follows ties by their weight, and anew begins anywhere in 15 of 100 steps; all add to 1.

    ``tolerance`` is how much the last of at most ``most`` steps may have changed, all together.
    L. Page and others, The PageRank citation ranking, Stanford InfoLab 1999-66.
    """
    size = len(network)
    rank = np.full(size, 1 / max(size, 1))
    steps = (network.matrix / network.matrix.sum(axis=1)[:, None]).T.tocsr() if size else network.matrix
    for _ in range(most):
        before, rank = rank, DAMPING * (steps @ rank) + (1 - DAMPING) / max(size, 1)
        if np.abs(rank - before).sum() < tolerance:
            break
    return Scores(network.ids, rank)


def betweenness(network: Network, *, pivots: int | None = None, seed: int = 0) -> Scores:
    """The share of the shortest paths among others that lead through each; weights do not count.

    With fewer ``pivots`` than entities, paths from that many of them, drawn without putting back, stand for all: an
    unbiased estimate, with the standard error of each value. Those on top of few pivots are there also by luck, and
    further from the truth than their error says. U. Brandes, C. Pich, Centrality estimation in large networks, Int. J.
    Bifurcation Chaos 17, 2303–2318, 2007. Raises InvalidQuestion for less than two pivots.
    """
    size = len(network)
    if pivots is not None and pivots < 2:
        raise InvalidQuestion("pivots must be 2 or more", parameter="pivots")
    sampled = pivots is not None and pivots < size
    number = pivots if sampled and pivots else size
    chosen = np.random.default_rng(seed).choice(size, number, replace=False) if sampled else np.arange(size)
    sums = np.zeros((2, _THREADS, size))

    def part(thread: int) -> None:
        dependencies(*_arcs(network), chosen[thread::_THREADS], sums[0, thread], sums[1, thread])

    _everywhere(part)
    total, squares = sums.sum(axis=1)
    scale = 1 / max((size - 1) * (size - 2), 1)
    if not sampled:
        return Scores(network.ids, total * scale)
    # The mean of what the pivots give, as often as there are entities; drawn without putting back it varies less.
    variance = np.maximum(squares - total**2 / number, 0) / (number - 1) * (1 - number / size)
    return Scores(network.ids, total * scale * size / number, scale * size * np.sqrt(variance / number), number)


def closeness(network: Network) -> Scores:
    """How near the others are on average that can be reached, times the share of them that can; weights do not count.

    S. Wasserman, K. Faust, Social Network Analysis, Cambridge 1994, p. 201, formula 5.22.
    """
    size = len(network)
    reached, total = np.zeros(size, np.int64), np.zeros(size, np.int64)
    bounds = np.linspace(0, size, _THREADS + 1).astype(np.int64)

    def part(thread: int) -> None:
        distances(*_arcs(network), bounds[thread], bounds[thread + 1], reached, total)

    _everywhere(part)
    return Scores(network.ids, reached / np.maximum(total, 1) * reached / max(size - 1, 1))


def core(network: Network) -> Scores:
    """The largest k with the entity in a part of the network in which each has k ties or more.

    S. B. Seidman, Network structure and minimum degree, Social Networks 5, 269–287, 1983.
    """
    return Scores(network.ids, cores(*_arcs(network)))


def clustering(network: Network) -> Scores:
    """Which share of the pairs of those that one is tied to are tied themselves; 0 for who has one tie.

    D. J. Watts, S. H. Strogatz, Collective dynamics of small-world networks, Nature 393, 440–442, 1998.
    """
    ties = np.diff(network.matrix.indptr).astype(np.int64)
    return Scores(network.ids, triangles(*_arcs(network)) / np.maximum(ties * (ties - 1) / 2, 1))


_THREADS: Final = min(cpu_count() or 1, 8)


def _everywhere(part: Callable[[int], None]) -> None:
    """Each part in a thread of its own: compiled code leaves the interpreter's lock to others."""
    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(part, range(_THREADS)))


def _arcs(network: Network) -> tuple[Array, Array]:
    return network.matrix.indptr, network.matrix.indices
