"""The compiled search against trying every path."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.projection.columns import Filter, Ints
from graph.projection.shortest import ROUNDS, best_path
from graph.projection.workspace import Workspaces
from tests.graph.projection.graphs import ENTITIES, Tie, filters, graph, links, simple_paths, ties_strategy, weakest

entities = st.integers(0, ENTITIES - 1)


def asked(numbers: list[int]) -> Ints:
    return np.array(numbers, np.int32)


@given(
    ties_strategy(),
    filters(),
    entities,
    entities,
    st.integers(1, 5),
    st.lists(entities, max_size=2),
    st.lists(entities, max_size=2),
    st.integers(0, 4),
)
def test_the_best_path_is_that_of_all_paths(
    ties: list[Tie],
    only: Filter,
    source: int,
    target: int,
    max_hops: int,
    avoided: list[int],
    barred: list[int],
    floor: int,
) -> None:
    avoided = [each for each in avoided if each not in (source, target)]
    if source == target:
        return
    made = graph(ties)
    with Workspaces(made).begin(ROUNDS) as begun:
        pass
    found, strength = best_path(
        made, only, *begun, asked([source]), asked([target]), asked(avoided), asked([]), asked(barred),
        max_hops, floor,
    )  # fmt: skip
    tied = links(ties, only)
    ways = [
        way
        for way in simple_paths(tied, source, target, max_hops)
        if not set(way) & set(avoided) and way[1] not in barred
    ]
    best = min(((len(way), max(floor, weakest(tied, way)), way) for way in ways), default=None)
    assert (len(found), strength, tuple(found)) == (best or (0, 0, ()))
