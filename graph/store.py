"""What a store can do: named reads, one transaction at a time, and nothing that tells which engine it is.

Every question is a text in ``cypher/<dialect>/<name>.cypher``, with the same name, parameters and columns in each
dialect. What the answers mean is decided above this module, once.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:
    import pyarrow
    from numpy.typing import NDArray

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | Mapping[str, Value] | None"
Row: TypeAlias = dict[str, Value]
Columns: TypeAlias = "Mapping[str, NDArray[Any]]"
"""Some rows as an array for each column, all of one length: int64, float64 (NaN for null) or str."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node to write whole: properties that are not given become null."""

    label: str
    properties: Mapping[str, Value]

    @property
    def id(self) -> str:
        return str(self.properties["id"])


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge to write whole; its identity is type, both ends and the schema's key properties."""

    type: str
    source: tuple[str, str]
    """(label, id)"""
    target: tuple[str, str]
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction does, in this order: drop edges, drop nodes (with their edges), put nodes, put edges."""

    drop_edges: Sequence[Edge] = ()
    drop_nodes: Sequence[tuple[str, str]] = ()
    put_nodes: Sequence[Node] = ()
    put_edges: Sequence[Edge] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to an ad-hoc query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    truncated: bool = False
    unused: tuple[str, ...] = ()
    """Parameters that were given and that the query does not name, in order."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an ad-hoc query may take at most."""

    rows: int = 1000
    seconds: float = 5.0
    size: int = 5_000_000
    """Bytes of the rows as JSON."""


class Reader(Protocol):
    """Answers named queries."""

    def read(self, query: str, /, **parameters: Value) -> list[Row]:
        """The rows of the named query, in its order.

        They hold nothing that was not committed, and the whole of every transaction that an edition read before them
        counts. Of one that commits while the query runs they may hold a part: Neo4j isolates by read-committed, where
        Ladybug answers from a snapshot. So whatever is kept for an edition is read after that edition; a part that
        came too early is gone with the next edition, which follows at once.
        """
        ...


class Writer(Reader, Protocol):
    """One open transaction: it reads what it wrote."""

    def apply(self, change: Change) -> None: ...


class Store(Reader, Protocol):
    """A graph store. Every method raises only errors of ``graph.errors``."""

    seal: Path
    """The file of the key that opens what is sealed in it (``graph.identity.sealing``)."""

    def write(self) -> AbstractContextManager[Writer]:
        """One transaction. Writers wait for each other; leaving without an error commits, durably, and raises the
        edition by one if anything was applied; an error rolls everything back."""
        ...

    def edition(self) -> int:
        """How many transactions changed this store: equal editions of one store mean equal answers, see ``read``."""
        ...

    def columns(self, query: str, /, **parameters: Value) -> Iterator[Columns]:
        """The rows of the named query as columns, some at a time and none empty: for reading millions of them.

        Only decimal numbers may be null: of a column without a value none could tell what it is of.
        """
        ...

    def cypher(
        self,
        text: str,
        parameters: Mapping[str, Value] | None = None,
        *,
        limit: int = 1000,
        seconds: float = 5.0,
        size: int = 5_000_000,
    ) -> Table:
        """An ad-hoc query that may only read, from whoever asks; ``Limits`` says what the numbers are.

        What is more than the rows or the size is left out, and ``truncated`` says so. Of EXPLAIN and PROFILE the answer
        is the plan, as text. Raises QueryRefused for what is not a plain read, QueryStopped at a limit of time or
        memory.
        """
        ...

    def open_doors(self) -> Sequence[str]:
        """Settings that a server lacks, without which an ad-hoc query could reach beyond the graph if all else that
        stands before it failed. ``cypher`` answers nothing then, unless the settings say that it shall."""
        ...

    def missing_limits(self) -> Sequence[str]:
        """Settings that a server lacks, without which one query could take all of its memory or run on for ever. Who
        starts a service is told; queries are answered."""
        ...

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes of a label, in the order of their ids, with all properties of the schema (null as None)."""
        ...

    def edges(self, type: str) -> Iterator[Edge]:
        """All edges of a type, likewise; their order is not fixed. Neither is a snapshot while others write."""
        ...

    def node_tables(self, label: str) -> Iterator["pyarrow.Table"]:
        """All nodes of a label as Arrow tables of bounded size, typed by the schema; their order is not fixed."""
        ...

    def edge_tables(self, type: str) -> Iterator[tuple[str, str, "pyarrow.Table"]]:
        """All edges of a type likewise, with the labels of their ends, and the ids of these as ``source``, ``target``.

        No snapshot while others write: who needs one compares the edition before with that after.
        """
        ...

    def close(self) -> None: ...
