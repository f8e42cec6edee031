"""Each search where one entity has fifty thousand ties, and where one event has as many ends."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from graph.projection.around import around
from graph.projection.columns import ANY_GRADE, MET, NO_DAY, NO_SIZE, Filter, Graph, Ints
from graph.projection.ordered import ordered_path
from graph.projection.short import short_paths
from graph.projection.shortest import ROUNDS, best_path
from graph.projection.spread import spread
from graph.projection.weighted import Costs, weighted_path
from graph.projection.workspace import Workspaces
from tests.graph.projection.graphs import Tie, graph

TIES = 50_000
HUB, ONE, LAST = 0, 1, TIES
ANY = Filter(1, ANY_GRADE, NO_DAY, NO_DAY, NO_SIZE, 0)
NONE: Ints = np.zeros(0, np.int32)
COSTS = Costs(np.arange(1, 7, dtype=np.int32), 0, 1, 1, 1, np.ones(1, np.int32))


@cache
def met_one_by_one() -> Graph:
    return graph([Tie(MET, ((HUB, 1), (each, 2))) for each in range(1, TIES + 1)], TIES + 1)


@cache
def met_all_at_once() -> Graph:
    return graph([Tie(MET, tuple((each, 1) for each in range(TIES + 1)))], TIES + 1)


def one(entity: int) -> Ints:
    return np.array([entity], np.int32)


@pytest.mark.parametrize(
    ("made", "walk"), [(met_one_by_one, [ONE, HUB, LAST]), (met_all_at_once, [ONE, LAST])], ids=["hub", "ceremony"]
)
def test_every_kind_of_path_crosses_it(made: Callable[[], Graph], walk: list[int]) -> None:
    hub = made()
    workspaces = Workspaces(hub)
    with workspaces.begin(ROUNDS) as begun:
        best, _ = best_path(hub, ANY, *begun, one(ONE), one(LAST), NONE, NONE, NONE, 10, 0)
    with workspaces.begin() as begun:
        ordered = ordered_path(hub, ANY, *begun, one(ONE), one(LAST), NONE, NONE, 10, False)
    with workspaces.begin() as begun:
        heaviest = weighted_path(hub, ANY, *begun, one(ONE), one(LAST), NONE, NONE, 10, COSTS)
    assert best.tolist() == ordered.tolist() == heaviest.tolist() == walk


def test_there_is_one_way_over_a_hub_and_as_many_over_a_ceremony_as_are_wanted() -> None:
    found = []
    for made in (met_one_by_one(), met_all_at_once()):
        with Workspaces(made).begin() as begun:
            walks, _ = short_paths(made, ANY, *begun, ONE, LAST, NONE, NONE, 10, 25)
        found.append([walk[walk >= 0].tolist() for walk in walks])
    assert found[0] == [[ONE, HUB, LAST]]
    others = [each for each in range(TIES) if each != ONE][:24]
    assert found[1] == [[ONE, LAST], *([ONE, other, LAST] for other in others)]


def test_what_lies_around_a_hub_is_cut_and_counted() -> None:
    made = met_one_by_one()
    with Workspaces(made).begin() as begun:
        found = around(made, ANY, *begun, HUB, NONE, NONE, 1, 300)
    assert [int(each) for each in found.cut] == [0, TIES - 300]
    with Workspaces(made).begin() as begun:
        assert spread(made, ANY, *begun, ONE, NONE, NONE).tolist() == [1, 1, TIES - 1]


def test_who_is_shut_off_by_avoiding_the_hub_has_no_path() -> None:
    made = met_one_by_one()
    with Workspaces(made).begin(ROUNDS) as begun:
        walk, _ = best_path(made, ANY, *begun, one(ONE), one(LAST), one(HUB), NONE, NONE, 10, 0)
    assert not len(walk)
