"""A search from both ends at once until the two sides touch."""

from typing import NamedTuple

from graph.projection.columns import Filter, Graph, Ints
from graph.projection.compiled import compiled
from graph.projection.growing import degree, grow, grow_first, put
from graph.projection.workspace import AVOIDED, Workspace


class Reach(NamedTuple):
    """How many hops each side is marked whole, and the hops between the ends: 0 where the sides do not touch.

    Together the radii are one hop short of the distance: every entity on a shortest path is marked by one side, by
    the near one up to its radius, from there on by the far one.
    """

    near: int
    far: int
    hops: int


@compiled
def meet(
    graph: Graph,
    only: Filter,
    work: Workspace,
    first: int,
    sources: Ints,
    targets: Ints,
    barred: Ints,
    max_hops: int,
) -> Reach:
    """Grow the side that has fewer ties to look at by a hop, until they touch or ``max_hops`` are searched."""
    near, far = work.near, work.far
    put(near, sources, first)
    put(far, targets, first)
    here = there = 0
    if len(barred):
        # Nobody comes back to the source, least of all over a hop that is barred.
        far.entities[sources[0]] = first + AVOIDED
        if grow_first(graph, only, near, far, barred, first):
            return Reach(0, 0, 1)
        here = 1
    while here + there < max_hops:
        near_ties, far_ties = degree(graph, near, here), degree(graph, far, there)
        if near_ties == 0 or far_ties == 0:
            break
        if near_ties <= far_ties:
            touched = grow(graph, only, near, far, here, first, first + there)
        else:
            touched = grow(graph, only, far, near, there, first, first + here)
        if touched:
            return Reach(here, there, here + there + 1)
        here, there = (here + 1, there) if near_ties <= far_ties else (here, there + 1)
    return Reach(here, there, 0)
