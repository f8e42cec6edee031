"""Where names go in a picture: clear of each other, of nodes and of the edge, and of lines where they can be.

All lengths are points, boxes are ``left, bottom, right, top``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np

Array: TypeAlias = Any
"""Of numpy, of floats."""
CLEAR: Final = 2.0
"""Between a name and whatever else is drawn."""
GAPS: Final = (2.0, 5.0, 10.0, 18.0, 28.0, 44.0, 64.0, 90.0)
"""Between a node and its name, the nearest first."""
LED: Final = 8.0
"""From a name further away a line leads to its node."""
APART: Final = 8.0
"""By so much other nodes should be further away from a name than its own, or it could be theirs."""
_ANGLES: Final = np.array([90, 270, 0, 180, 60, 120, 240, 300, 30, 150, 210, 330]) * np.pi / 180
_AGAIN: Final = 3
"""Times that names are put where they are better off, now that the others stand."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn but the names: ``points`` and ``radii`` of nodes, ``lines`` (x, y, x, y), the ``frame`` around."""

    points: Array
    radii: Array
    lines: Array
    frame: tuple[float, float, float, float]

    @property
    def discs(self) -> Array:
        """A box around each node."""
        return np.hstack([self.points - self.radii[:, None], self.points + self.radii[:, None]])


def placed(scene: Scene, sizes: Sequence[tuple[float, float]]) -> tuple[Array, int]:
    """The box of each name, by the sizes of these in the order of the nodes; and how many found no room.

    Where one did not, its box is one that covers as little as can be.
    """
    boxes = np.full((len(sizes), 4), np.nan)
    choices = [_around(scene, node, size) for node, size in enumerate(sizes)]
    # What is large finds room last.
    order = sorted(range(len(sizes)), key=lambda node: (-sizes[node][0] * sizes[node][1], node))
    for _ in range(1 + _AGAIN):
        for node in order:
            boxes[node] = np.nan
            at, costs = choices[node]
            boxes[node] = at[np.argmin(costs + 1000 * _shared(at, boxes))]
    crowded = [_shared(boxes[[node]], np.delete(boxes, node, axis=0)).sum() > 0 for node in order]
    crowded += [_blocked(scene, boxes[[node]]).sum() > 0 for node in order]
    return boxes, sum(crowded)


def _around(scene: Scene, node: int, size: tuple[float, float]) -> tuple[Array, Array]:
    """Boxes around a node, and what each costs: lines behind it, its distance, and other nodes that are near."""
    gaps = np.repeat(GAPS, len(_ANGLES))
    angles = np.tile(_ANGLES, len(GAPS))
    reach = scene.radii[node] + gaps
    half = np.array(size) / 2
    middle = scene.points[node] + np.stack(
        [np.cos(angles) * (reach + half[0]), np.sin(angles) * (reach + half[1])], axis=1
    )
    boxes = np.hstack([middle - half, middle + half])
    costs = gaps / 10 + crossed(boxes, scene.lines) + 1000 * _blocked(scene, boxes)
    away = _distances(boxes, scene.points)
    mistaken = (away < away[:, [node]] + APART).sum(axis=1) - 1
    return boxes, costs + 2 * mistaken


def _blocked(scene: Scene, boxes: Array) -> Array:
    """How many nodes each box covers, and one more where it leaves the frame."""
    left, bottom, right, top = scene.frame
    out = (boxes[:, 0] < left) | (boxes[:, 1] < bottom) | (boxes[:, 2] > right) | (boxes[:, 3] > top)
    return _shared(boxes, scene.discs) + 10 * out


def _shared(boxes: Array, others: Array) -> Array:
    """How many of ``others`` each box comes too near to; one that is not a number is nowhere."""
    a, b = boxes[:, None, :], others[None, :, :]
    apart = (a[..., 2] + CLEAR <= b[..., 0]) | (b[..., 2] + CLEAR <= a[..., 0])
    apart |= (a[..., 3] + CLEAR <= b[..., 1]) | (b[..., 3] + CLEAR <= a[..., 1])
    return (~apart & ~np.isnan(b[..., 0])).sum(axis=1)


def _distances(boxes: Array, points: Array) -> Array:
    """From each box to each point."""
    x = np.maximum(np.maximum(boxes[:, [0]] - points[:, 0], points[:, 0] - boxes[:, [2]]), 0)
    y = np.maximum(np.maximum(boxes[:, [1]] - points[:, 1], points[:, 1] - boxes[:, [3]]), 0)
    return np.hypot(x, y)


def crossed(boxes: Array, lines: Array) -> Array:
    """How many lines go through each box (Y.-D. Liang, B. A. Barsky, ACM Trans. Graphics 3, 1, 1984)."""
    enters = np.zeros((len(boxes), len(lines)))
    leaves = np.ones_like(enters)
    for axis in (0, 1):
        start, step = lines[:, axis], lines[:, axis + 2] - lines[:, axis]
        with np.errstate(divide="ignore", invalid="ignore"):
            low = (boxes[:, [axis]] - start) / step
            high = (boxes[:, [axis + 2]] - start) / step
        # A line along the other axis is within these bounds all the way or nowhere.
        still = np.abs(step) < 1e-9
        within = (boxes[:, [axis]] <= start) & (start <= boxes[:, [axis + 2]])
        enters = np.maximum(enters, np.where(still, np.where(within, 0, 2), np.minimum(low, high)))
        leaves = np.minimum(leaves, np.where(still, np.where(within, 1, -1), np.maximum(low, high)))
    return (enters <= leaves).sum(axis=1)
