"""Who keeps together: communities of a network."""

from typing import Any, Final

import graspologic_native
import numpy as np

from graph.errors import InvalidQuestion
from graph.networks.weighted import Network

ROUNDS: Final = 10
"""Each begins where the last one ended; later ones change little (docs/benchmarks.md tells what two of them lack)."""


def communities(
    network: Network, *, resolution: float = 1.0, seed: int = 0, rounds: int = ROUNDS
) -> tuple[tuple[str, ...], ...]:
    """The ids of each community, the largest community first and each in order, by the Leiden method.

    It looks for a high modularity of the weights: more weight within communities than chance would put there.
    ``resolution`` above 1 makes more and smaller ones. Each of ``rounds`` looks at all ties, and the later ones gain
    little. The same network, ``seed`` and ``rounds`` give the same answer.
    V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden, Scientific Reports 9, 5233, 2019.
    Raises InvalidQuestion for a resolution that is not above 0, and for no round.
    """
    if rounds < 1:
        raise InvalidQuestion("rounds must be 1 or more", parameter="rounds")
    if not resolution > 0:
        raise InvalidQuestion("resolution must be above 0", parameter="resolution")
    if not len(network):
        return ()
    matrix = network.matrix
    _, found = graspologic_native.leiden_csr(
        matrix.indptr.astype(np.int64),
        matrix.indices.astype(np.int32),
        matrix.data,
        len(network),
        resolution=resolution,
        iterations=rounds,
        seed=seed,
    )
    members: dict[int, list[str]] = {}
    for place, id in enumerate(network.ids.tolist()):
        members.setdefault(found[place], []).append(id)
    return tuple(sorted(map(tuple, members.values()), key=lambda ids: (-len(ids), ids)))


def modularity(network: Network, communities: tuple[tuple[str, ...], ...], *, resolution: float = 1.0) -> float:
    """How much more weight is within these communities than chance would put there, as a share of all.

    M. E. J. Newman, Analysis of weighted networks, Phys. Rev. E 70, 056131, 2004.
    """
    number = {id: place for place, ids in enumerate(communities) for id in ids}
    of: Any = np.array([number[id] for id in network.ids.tolist()], np.int64)
    whole = network.weight.sum()
    if not whole:
        return 0.0
    within = network.weight[of[network.source] == of[network.target]].sum() / whole
    strength = np.bincount(of, np.asarray(network.matrix.sum(axis=1))) / (2 * whole)
    return float(within - resolution * (strength**2).sum())
