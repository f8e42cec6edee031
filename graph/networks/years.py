"""How a network came to be, year by year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

from graph.errors import InvalidQuestion
from graph.networks.kernels import common, triangles
from graph.networks.ties import Ties

STEPS_OF_A_TIE: Final = 250
"""What a tie costs each year beside its triads, in steps from a neighbour to one of its."""


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


def growth(ties: Ties, *, most_steps: float = float("inf")) -> tuple[Year, ...]:
    """A row for each year from the first to the last with a tie; ties without a date count nowhere.

    Raises InvalidQuestion, before anything is counted, where that would take more than ``most_steps``: each year the
    squares of the degrees, as triads are followed from each neighbour to all of its, and ``STEPS_OF_A_TIE``.
    """
    dated = ties.among(ties.years > 0)
    if not len(dated.source):
        return ()
    pairs, whole = _first_years(dated), range(dated.years.min(), dated.years.max() + 1)
    steps = 0.0
    for year in whole:
        degree = np.diff(_until(pairs, year).indptr).astype(float)
        steps += (degree**2).sum() + STEPS_OF_A_TIE * degree.sum() / 2
        if steps > most_steps:
            raise InvalidQuestion("the network is too large to count triads; narrow it with filters")
    return tuple(_rows(pairs, whole))


def _first_years(ties: Ties) -> Any:
    """The year that first tied each pair, as a symmetric ``csr_array`` over all entities."""
    size, years = len(ties.ids), ties.years
    early = np.argsort(years, kind="stable")
    key, first = np.unique((ties.source * size + ties.target)[early], return_index=True)
    source, target, since = key // size, key % size, years[early][first].astype(np.int32)
    ends = (np.concatenate([source, target]), np.concatenate([target, source]))
    pairs = sparse.coo_array((np.concatenate([since, since]), ends), shape=(size, size)).tocsr()
    pairs.sort_indices()
    return pairs


def _until(pairs: Any, year: int) -> Any:
    """The pairs that were tied by the end of a year."""
    there = pairs.data <= year
    start = np.concatenate([[0], np.cumsum(there)])[pairs.indptr]
    return sparse.csr_array((pairs.data[there], pairs.indices[there], start), shape=pairs.shape)


def _rows(pairs: Any, years: Iterable[int]) -> Iterator[Year]:
    before, entities, open_before = _until(pairs, 0), 0, 0
    for year in years:
        now = _until(pairs, year)
        degree = np.diff(now.indptr).astype(np.int64)
        closed = int(triangles(now.indptr, now.indices).sum())
        triples = int((degree * (degree - 1) // 2).sum())
        there = int((degree > 0).sum())
        _, part = csgraph.connected_components(now, directed=False)
        upper = sparse.triu(now, format="coo")
        new = upper.data == year
        shut = common(before.indptr, before.indices, upper.row[new], upper.col[new])
        yield Year(
            year=year,
            entities=there,
            pairs=now.nnz // 2,
            new_entities=there - entities,
            new_pairs=(now.nnz - before.nnz) // 2,
            mean_degree=now.nnz / there,
            largest_part=float(np.bincount(part).max() / there),
            transitivity=closed / triples if triples else 0.0,
            closure=shut / open_before if open_before else None,
        )
        before, entities, open_before = now, there, triples - closed
