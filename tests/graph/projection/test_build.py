from importlib.resources import files
from pathlib import Path
from random import Random

import numpy as np
import pytest

from graph.projection.build import build, ordinals
from graph.projection.columns import NO_DAY
from graph.store import Change, Store
from loaders.pipeline import load
from tests.graph.projection.stored import everything, ids, ties_of_projection, ties_of_store


def _same(store: Store) -> None:
    projection = build(store)
    assert projection.edition == store.edition()
    assert projection.entities.count == len(ids(store))
    told = ties_of_store(store, ids(store))
    assert {id: ties_of_projection(projection, id) for id in told} == told


@pytest.mark.parametrize("seed", range(4))
def test_a_projection_tells_the_ties_of_a_random_graph_as_its_store_does(store: Store, seed: int) -> None:
    nodes, edges = everything(Random(seed), 30)
    with store.write() as writer:
        writer.apply(Change(put_nodes=nodes, put_edges=edges))
    _same(store)


def test_a_projection_tells_the_ties_of_the_made_up_world(world: Store) -> None:
    _same(world)


def test_a_projection_tells_the_ties_of_the_articles_that_come_along(store: Store) -> None:
    samples = Path(str(files("loaders"))) / "samples"
    load(store, sorted(path for path in samples.iterdir() if path.name != "NOTICE"))
    assert len(ids(store)) > 20
    _same(store)


def test_an_empty_store_has_an_empty_projection(store: Store) -> None:
    projection = build(store)
    assert (projection.edition, projection.entities.count, projection.graph.hyperedges) == (0, 0, 0)
    assert projection.entities.number("p-01") is None


def test_days_are_counted_as_dates_are() -> None:
    assert list(ordinals(np.array([0, 10101, 20000229, 99991231]))) == [NO_DAY, 1, 730179, 3652059]
