"""Compile the searches before the first question, whose time would go into that."""

import subprocess
import sys
from functools import cache

import numpy as np

from graph.projection.around import around
from graph.projection.columns import ANY_GRADE, NO_DAY, NO_SIZE, ROW, Bytes, Filter, Graph, Ints
from graph.projection.compiled import KEPT
from graph.projection.crossing import ends_of, strengths
from graph.projection.ordered import ordered_path
from graph.projection.short import short_paths
from graph.projection.shortest import ROUNDS, best_path
from graph.projection.spread import spread
from graph.projection.weighted import Costs, weighted_path
from graph.projection.workspace import Workspaces


@cache
def warm() -> None:
    """Run each search once on two entities that met; the machine code is kept for the next process."""

    def ints(*values: int) -> Ints:
        return np.array(values, np.int32)

    def small(*values: int) -> Bytes:
        return np.array(values, np.uint8)

    graph = Graph(
        tie_starts=ints(0, 1, 2),
        ties=ints(0, 0),
        tie_sides=small(0, 0),
        tie_confidence=small(100, 100),
        rows=np.array([(0, NO_DAY, NO_DAY, 2, 0, False), (2, 0, 0, 0, 0, False)], ROW),
        ends=ints(0, 1),
        end_sides=small(0, 0),
        end_confidence=small(100, 100),
    )
    only = Filter(1, ANY_GRADE, NO_DAY, NO_DAY, NO_SIZE, 0)
    workspaces, one, other, none = Workspaces(graph), ints(0), ints(1), ints()
    costs = Costs(ints(1, 2, 3, 4, 5, 6), 0, 1, 1, 1, ints(1))
    with workspaces.begin(ROUNDS) as begun:
        best_path(graph, only, *begun, one, other, none, none, none, 1, 0)
    with workspaces.begin() as begun:
        short_paths(graph, only, *begun, 0, 1, none, none, 1, 1)
    with workspaces.begin() as begun:
        ordered_path(graph, only, *begun, one, other, none, none, 1, False)
    with workspaces.begin() as begun:
        weighted_path(graph, only, *begun, one, other, none, none, 1, costs)
    with workspaces.begin() as begun:
        around(graph, only, *begun, 0, none, none, 1, 1)
    with workspaces.begin() as begun:
        spread(graph, only, *begun, 0, none, none)
    with workspaces.begin() as begun:
        strengths(graph, only, *begun, one, other, none)
    ends_of(graph, only, 0)


def compile_elsewhere() -> None:
    """Compile in a process of its own what was never compiled on this machine, which takes half a minute.

    The compiler holds the interpreter's lock: in a thread of a server it would slow down every answer meanwhile.
    """
    if not any(KEPT.rglob("*.nbi")):
        subprocess.run([sys.executable, "-m", __name__], check=False, stdin=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    warm()
