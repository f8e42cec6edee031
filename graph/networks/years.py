"""How a network came to be, year by year."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csgraph

from graph.networks.kernels import common, triangles
from graph.networks.ties import Ties
from graph.networks.weighted import Network, network


@dataclass(frozen=True, slots=True)
class Year:
    """A network at the end of a year, with all ties since the first that is known."""

    year: int
    entities: int
    pairs: int
    """Of entities that are tied."""
    new_entities: int
    new_pairs: int
    mean_degree: float
    largest_part: float
    """The share of the entities in the largest part in which each can reach each."""
    transitivity: float
    """The share of the open and closed triples that are closed: three times the triangles, of the pairs of neighbours.

    M. E. J. Newman, S. H. Strogatz, D. J. Watts, Random graphs with arbitrary degree distributions, Phys. Rev. E 64,
    026118, 2001."""
    closure: float | None
    """The share of the pairs with a common neighbour, not tied at the end of the year before, that were tied in this
    one, each pair counted for each such neighbour. None where there was no such pair."""


def growth(ties: Ties) -> tuple[Year, ...]:
    """A row for each year from the first to the last with a tie; ties without a date count nowhere."""
    found = []
    before: Network | None = None
    for year, now in _ends(ties):
        found.append(_year(year, now, before))
        before = now
    return tuple(found)


def _ends(ties: Ties) -> Iterator[tuple[int, Network]]:
    years = ties.years
    dated = years[years > 0]
    for year in range(dated.min(), dated.max() + 1) if len(dated) else ():
        yield year, network(ties.among((years > 0) & (years <= year)))


def _year(year: int, now: Network, before: Network | None) -> Year:
    closed, triples = _triples(now)
    _, part = csgraph.connected_components(now.matrix, directed=False)
    return Year(
        year=year,
        entities=len(now),
        pairs=len(now.source),
        new_entities=len(now) - (len(before) if before else 0),
        new_pairs=len(now.source) - (len(before.source) if before else 0),
        mean_degree=2 * len(now.source) / len(now),
        largest_part=float(np.bincount(part).max() / len(now)),
        transitivity=closed / triples if triples else 0.0,
        closure=_closure(now, before) if before else None,
    )


def _triples(of: Network) -> tuple[int, int]:
    ties = np.diff(of.matrix.indptr).astype(np.int64)
    return int(triangles(of.matrix.indptr, of.matrix.indices).sum()), int((ties * (ties - 1) // 2).sum())


def _closure(now: Network, before: Network) -> float | None:
    closed, triples = _triples(before)
    if triples == closed:
        return None
    place = np.minimum(np.searchsorted(before.ids, now.ids), len(before) - 1)
    known = before.ids[place] == now.ids
    old = known[now.source] & known[now.target]
    source, target = place[now.source[old]], place[now.target[old]]
    new = np.isin(source * len(before) + target, before.source * len(before) + before.target, invert=True)
    found = common(before.matrix.indptr, before.matrix.indices, source[new], target[new])
    return found / (triples - closed)
