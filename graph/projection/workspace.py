"""What one search writes on: allocated once, and never cleared, since each search marks with numbers of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from typing import Final, NamedTuple

import numpy as np

from graph.projection.columns import Bytes, Graph, Ints

ROUND: Final = 16
"""Numbers that a search may mark with: a radius in hops, and AVOIDED."""
AVOIDED: Final = ROUND - 1
BLOCK: Final = 256
"""Entities whose numbers of ties are gone through together, or not at all where none of them has any."""


class Side(NamedTuple):
    """What is in reach of one end. A mark is the round's first number plus the radius in hops."""

    entities: Ints
    """Mark of each entity."""
    ties: Ints
    """Mark of each hyperedge, of when it was first reached."""
    tie_sides: Bytes
    """Bit s: the hyperedge was reached by an end on its side s; for hyperedges that are marked."""
    queue: Ints
    """Entities in the order of being reached."""
    last: Ints
    """Of each entity, for searches in time order: see ``ordered.Track``."""
    tie_days: Ints
    levels: Ints
    """Where in the queue each radius begins; behind the last one stands the queue's end."""


class Workspace(NamedTuple):
    """What a search writes on, for each of its ends."""

    near: Side
    far: Side
    failed: Ints
    """Mark of each entity that leads to no end."""
    failed_days: Ints
    """In time order: the earliest day from which it does not."""
    numbers: Ints
    """Of each entity, BLOCK in a row, how many ties it has; 0 but during a search, like all below. See ``counting``."""
    touched: Bytes
    """Whether a row of ``numbers`` has any but 0."""
    times: Ints
    """Of each hyperedge, how many times it came, and later its day."""


def workspace(graph: Graph) -> Workspace:
    """Room for searches of ``graph``, one at a time: 37 bytes an entity, 22 a hyperedge, as ``build.size`` counts."""
    entities, ties = len(graph.tie_starts) - 1, graph.hyperedges
    blocks = entities // BLOCK + 1

    def side() -> Side:
        return Side(
            entities=_marks(entities),
            ties=_marks(ties),
            tie_sides=np.zeros(ties, np.uint8),
            queue=np.zeros(entities, np.int32),
            last=np.zeros(entities, np.int32),
            tie_days=np.zeros(ties, np.int32),
            levels=np.zeros(ROUND + 1, np.int32),
        )

    return Workspace(
        near=side(),
        far=side(),
        failed=_marks(entities),
        failed_days=np.zeros(entities, np.int32),
        numbers=np.zeros((blocks, BLOCK), np.int32),
        touched=np.zeros(blocks, np.uint8),
        times=np.zeros(ties, np.int32),
    )


def _marks(length: int) -> Ints:
    return np.full(length, -1, np.int32)


class Workspaces:
    """A few workspaces for all threads, each with the first number of its next round; made when they are needed."""

    def __init__(self, graph: Graph, most: int = 1) -> None:
        """At most so many at once: who comes later waits."""
        self._graph, self._most, self._made = graph, most, 0
        self._free: list[tuple[Workspace, int]] = []
        self._changed = Condition()

    def like(self, graph: Graph) -> "Workspaces":
        """As many, for another graph."""
        return Workspaces(graph, self._most)

    @contextmanager
    def begin(self, rounds: int = 1) -> Iterator[tuple[Workspace, int]]:
        """A workspace, and the numbers to mark with: ROUND for each round, from the given one."""
        work, first = self._taken()
        if first > np.iinfo(np.int32).max - rounds * ROUND:
            work, first = workspace(self._graph), 0
        try:
            yield work, first
        finally:
            with self._changed:
                # The last one given back comes first: it is still in the processor's cache.
                self._free.append((work, first + rounds * ROUND))
                self._changed.notify()

    def _taken(self) -> tuple[Workspace, int]:
        with self._changed:
            while not self._free:
                if self._made < self._most:
                    self._made += 1
                    break
                self._changed.wait()
            else:
                return self._free.pop()
        try:
            return workspace(self._graph), 0
        except BaseException:
            with self._changed:
                self._made -= 1
                self._changed.notify()
            raise
