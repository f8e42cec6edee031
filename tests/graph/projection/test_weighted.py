"""The cheapest path, portion by portion; that it is the cheapest of all is asked in ``test_pathfinders``."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.projection import weighted
from graph.projection.columns import ANY_GRADE, MET, NO_DAY, NO_SIZE, Filter
from graph.projection.weighted import Costs, weighted_path
from graph.projection.workspace import Workspaces
from tests.graph.projection.graphs import ENTITIES, Tie, filters, graph, ties_strategy

entities = st.integers(0, ENTITIES - 1)
COSTS = Costs(np.array([1, 2, 3, 4, 5, 6], np.int32), 3, 1, 1, 2, np.array([0, 0, 0, 1, 2], np.int32))
ANY = Filter((1 << 6) - 1, ANY_GRADE, NO_DAY, NO_DAY, NO_SIZE, 0)


def cheapest(
    ties: list[Tie],
    only: Filter,
    source: int,
    target: int,
    max_hops: int,
    portion: int,
    pause: Callable[[], None] = lambda: None,
) -> list[int]:
    made, none = graph(ties), np.zeros(0, np.int32)
    with pytest.MonkeyPatch.context() as patch, Workspaces(made).begin() as begun:
        patch.setattr(weighted, "PORTION", portion)
        start, end = np.array([source], np.int32), np.array([target], np.int32)
        walk = weighted_path(made, only, *begun, start, end, none, none, max_hops, COSTS, pause)
    return [int(each) for each in walk]


@given(ties_strategy(), filters(), entities, entities, st.integers(1, 5), st.integers(1, 9))
def test_a_search_in_portions_finds_what_a_search_in_one_go_does(
    ties: list[Tie], only: Filter, source: int, target: int, max_hops: int, portion: int
) -> None:
    if source != target:
        found = cheapest(ties, only, source, target, max_hops, portion)
        assert found == cheapest(ties, only, source, target, max_hops, weighted.PORTION)


def test_a_search_stops_between_two_portions_when_it_is_told_to() -> None:
    chain = [Tie(MET, ((each, 1), (each + 1, 2))) for each in range(ENTITIES - 1)]
    paused: list[None] = []

    def pause() -> None:
        paused.append(None)
        if len(paused) == 3:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        cheapest(chain, ANY, 0, ENTITIES - 1, 10, 1, pause)
    assert len(paused) == 3
