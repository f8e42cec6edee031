"""Rows put beside those of their group, in two passes over them."""

import numpy as np

from graph.projection.columns import Ints
from graph.projection.compiled import compiled


@compiled
def grouped(group: Ints, groups: int) -> tuple[Ints, Ints]:
    """Where each group starts (one more than there are groups), and the rows group by group, each in their order."""
    starts = np.zeros(groups + 1, np.int32)
    for row in range(len(group)):
        starts[group[row] + 1] += 1
    for number in range(groups):
        starts[number + 1] += starts[number]
    free = starts[:-1].copy()
    order = np.empty(len(group), np.int32)
    for row in range(len(group)):
        order[free[group[row]]] = row
        free[group[row]] += 1
    return starts, order
