from pathlib import Path

import numpy as np

from benchmarks.bulk import write_ladybug
from benchmarks.tables import edge_tables, node_tables
from benchmarks.world import World
from graph.projection.build import build
from graph.stores import open_store
from tests.graph.projection.stored import ids, ties_of_projection, ties_of_store


def test_a_world_is_the_same_whenever_it_is_made() -> None:
    one, other = ([table.to_pydict() for _, table in edge_tables(World(300))] for _ in range(2))
    assert one == other


def test_few_meet_many_and_a_meeting_has_five_or_six() -> None:
    world = World(10_000)
    attended = np.sort(np.bincount(world.attendances.entity))
    assert 5 < world.size.mean() < 6
    assert attended[-1] > 10 * np.median(attended)


def test_a_written_world_ties_as_its_projection_says(tmp_path: Path) -> None:
    world = World(300)
    written = write_ladybug(world, tmp_path / "graph.lbug")
    assert written.nodes == sum(table.num_rows for _, table in node_tables(world))
    assert written.edges == sum(table.num_rows for _, table in edge_tables(world))
    with open_store(tmp_path / "graph.lbug") as store:
        projection, told = build(store), ties_of_store(store, ids(store))
        assert {id: ties_of_projection(projection, id) for id in told} == told
