"""Names among points: where they go, and what is told where they find no room."""

import numpy as np
import pytest

from graph.plots.placing import Array, Scene, crossed, placed


def scene(points: list[tuple[float, float]], side: float = 400) -> Scene:
    return Scene(np.array(points, float), np.full(len(points), 5.0), np.zeros((0, 4)), (0, 0, side, side))


def overlapping(boxes: Array) -> int:
    apart = (boxes[:, None, 2:] <= boxes[None, :, :2]).any(axis=2)
    return int((~(apart | apart.T)).sum() - len(boxes)) // 2


def test_a_name_alone_stands_above_its_node() -> None:
    boxes, crowded = placed(scene([(200, 200)]), [(60, 10)])
    assert crowded == 0
    assert boxes.tolist() == [[170, 207, 230, 217]]


def test_names_of_points_at_the_edge_stay_inside() -> None:
    points = [(5.0, 5.0), (395.0, 395.0), (5.0, 395.0), (200.0, 5.0)]
    boxes, crowded = placed(scene(points), [(80, 30)] * 4)
    assert crowded == 0
    assert boxes.min() >= 0
    assert boxes.max() <= 400


@pytest.mark.parametrize("seed", range(5))
def test_names_of_a_crowd_do_not_cover_each_other(seed: int) -> None:
    places = np.random.default_rng(seed).uniform(50, 950, (60, 2))
    boxes, crowded = placed(scene(list(map(tuple, places)), 1000), [(90, 24)] * 60)
    assert (crowded, overlapping(boxes)) == (0, 0)


def test_names_without_room_are_counted() -> None:
    boxes, crowded = placed(scene([(50, 50), (52, 50), (50, 52)], side=100), [(90, 45)] * 3)
    assert crowded > 0
    assert np.isfinite(boxes).all()


def test_a_name_goes_where_no_line_is() -> None:
    up = Scene(np.array([[200.0, 200.0]]), np.array([5.0]), np.array([[200.0, 200, 200, 400]]), (0, 0, 400, 400))
    boxes, _ = placed(up, [(60, 10)])
    assert crossed(boxes, up.lines).tolist() == [0]


def test_lines_through_a_box_are_counted() -> None:
    lines = np.array([[0.0, 5, 20, 5], [5, 0, 5, 20], [0, 20, 20, 20], [0, 0, 1, 1], [0, 12, 12, 0], [20, 0, 20, 9]])
    assert crossed(np.array([[2.0, 2, 10, 10]]), lines).tolist() == [3]
