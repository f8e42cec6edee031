"""What an export writes: the tables of a store, or of a part of it, read in one edition and counted along."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import pyarrow as pa

from graph.errors import StoreError
from graph.exports.filters import Filters, Part, narrowed
from graph.store import Store

ENTITIES: Final = ("Person", "Institution", "District")
EVENTS: Final = ("Meeting", "Agreement")
TIES: Final = ("MET", "SIGNED_AGREEMENT", "HOLDS", "PART_OF", "LOCATED_IN", "GOVERNS")
PARTS: Final = ("ATTENDED", "TOOK_PART", "SIGNED", "PARTY_TO")
SOURCES: Final = ("REPORTED_IN", "MENTIONED_IN")


@dataclass(frozen=True, slots=True)
class Edges:
    """Some edges of a type between two labels."""

    type: str
    source: str
    target: str
    table: pa.Table


Progress = Callable[[int, int], None]
"""Told how many nodes and edges were read so far."""


def _quiet(nodes: int, edges: int) -> None:
    """No progress wanted."""


class Contents:
    """The nodes and edges of ``store`` that ``filters`` leave. Making one may read much; raises InvalidQuestion."""

    def __init__(self, store: Store, filters: Filters | None = None, on_progress: Progress = _quiet) -> None:
        self.filters = (filters or Filters()).checked()
        self._store, self._tell = store, on_progress
        self._edition = store.edition()
        self._read = [0, 0]
        self._part = Part(store, self.filters) if self.filters.choose_events else None

    def nodes(self, *labels: str) -> Iterator[tuple[str, pa.Table]]:
        """Label by label."""
        for label in labels:
            for table in self._store.node_tables(label):
                kept = self._part.nodes(label, table) if self._part else table
                yield label, kept
                self._count(0, kept)

    def edges(self, *types: str, counted: bool = True) -> Iterator[Edges]:
        """Type by type; not ``counted`` where only the sentences that they have are wanted."""
        for type in types:
            if not self.filters.wants(type):
                continue
            for source, target, table in self._store.edge_tables(type):
                kept = self._part.edges(type, source, target, table) if self._part else table
                kept = narrowed(self.filters, kept)
                yield Edges(type, source, target, kept)
                if counted:
                    self._count(1, kept)

    def check(self) -> None:
        """Raises StoreError where the store changed meanwhile, for then an edge may lack its ends."""
        if self._store.edition() != self._edition:
            raise StoreError("the store was changed while it was exported; export it again")

    def _count(self, place: int, table: pa.Table) -> None:
        self._read[place] += table.num_rows
        self._tell(*self._read)
