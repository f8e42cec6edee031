"""All paths of few hops at once against trying every path."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.projection.columns import Filter
from graph.projection.short import short_paths
from graph.projection.workspace import Workspaces
from tests.graph.projection.graphs import ENTITIES, Tie, filters, graph, links, simple_paths, ties_strategy, weakest

entities = st.integers(0, ENTITIES - 1)


@given(
    ties_strategy(),
    filters(),
    entities,
    entities,
    st.integers(1, 5),
    st.lists(entities, max_size=2),
    st.integers(1, 8),
)
def test_the_first_paths_of_few_hops_are_those_of_all_paths(
    ties: list[Tie], only: Filter, source: int, target: int, max_hops: int, avoided: list[int], most: int
) -> None:
    avoided = [each for each in avoided if each not in (source, target)]
    if source == target:
        return
    made = graph(ties)
    with Workspaces(made).begin() as begun:
        walks, strengths = short_paths(
            made, only, *begun, source, target, np.array(avoided, np.int32), np.zeros(0, np.int32), max_hops, most
        )
    tied = links(ties, only)
    ways = [way for way in simple_paths(tied, source, target, min(3, max_hops)) if not set(way) & set(avoided)]
    best = sorted((len(way), weakest(tied, way), way) for way in ways)[:most]
    found = [tuple(walk[walk >= 0].tolist()) for walk in walks]
    assert list(zip(map(len, found), strengths.tolist(), found, strict=True)) == best
