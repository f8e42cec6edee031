"""Who was tied to whom by which event: the rows that a network is made of."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, get_args

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from graph.exports.contents import EVENTS, Contents
from graph.exports.filters import Filters
from graph.exports.text import days
from graph.questions.columns import string
from graph.questions.pages import check_choice
from graph.store import Store
from graph.vocabulary import Kind

Array = NDArray[Any]
UNDATED: Final = np.datetime64("NaT", "D")


@dataclass(frozen=True, slots=True, eq=False)
class Ties:
    """Two entities and an event that ties them, in each row once; ``source`` is less than ``target``."""

    kind: Kind
    ids: Array
    """Of the entities, sorted; ``source`` and ``target`` are places in it."""
    source: Array
    target: Array
    event: Array
    """A number for each event."""
    day: Array
    """The first on which the event may have been (datetime64[D]), NaT where none is known."""

    def among(self, rows: Array) -> "Ties":
        """The rows that are true in ``rows``."""
        return replace(
            self, source=self.source[rows], target=self.target[rows], event=self.event[rows], day=self.day[rows]
        )

    @property
    def years(self) -> Array:
        """The year of each row, 0 where none is known."""
        whole = self.day.astype("datetime64[Y]")
        return np.where(np.isnat(whole), 0, whole.astype(np.int64) + 1970)


def read_ties(store: Store, kind: Kind = "person", filters: Filters | None = None) -> Ties:
    """The ties of a kind: of persons those that met, of institutions and districts also those that signed.

    For a district count also its government with the units of that, and its party committee, as they do in statistics.
    Raises InvalidQuestion, and StoreError where the store changes meanwhile.
    """
    check_choice("kind", kind, get_args(Kind))
    contents = Contents(store, filters)
    ids = _ids(store, kind.capitalize())
    events, first = _events(store)
    actors = _Actors(store, kind, ids)
    parts = [part for edges in contents.edges("MET", "SIGNED_AGREEMENT") for part in actors.ties(edges.table, events)]
    contents.check()
    rows = np.unique(np.concatenate([np.zeros((3, 0), np.int64), *parts], axis=1), axis=1) if parts else _NOTHING
    return Ties(kind, np.array(ids.to_pylist(), object), rows[0], rows[1], rows[2], first[rows[2]])


_NOTHING: Final = np.zeros((3, 0), np.int64)


class _Actors:
    """Whose part in an event counts for which entities."""

    def __init__(self, store: Store, kind: Kind, ids: Any) -> None:
        acting: dict[str, list[int]] = defaultdict(list)
        if kind == "district":
            places = {id: place for place, id in enumerate(ids.to_pylist())}
            for row in store.read("tally_authorities"):
                acting[string(row, "id")].append(places[string(row, "district")])
        self._ids = pa.concat_arrays([ids, pa.array(list(acting), pa.string())])
        most = max(map(len, acting.values()), default=1)
        self._for = np.full((most, len(self._ids) + 1), -1)
        """In each row an entity for each actor, -1 where it acts for fewer; the last column is for who is no actor."""
        self._for[0, : len(ids)] = np.arange(len(ids))
        for place, of in enumerate(acting.values(), start=len(ids)):
            self._for[: len(of), place] = of

    def ties(self, table: pa.Table, events: Any) -> Iterator[Array]:
        """Source, target and event of the rows of ``table`` that tie two entities, as three rows of numbers."""
        source, target = (_places(table[end], self._ids) for end in ("source", "target"))
        event = _places(table["event"], events)
        for left in self._for:
            for right in self._for:
                one, other = left[source], right[target]
                there = (one >= 0) & (other >= 0) & (one != other) & (event >= 0)
                one, other = one[there], other[there]
                yield np.stack([np.minimum(one, other), np.maximum(one, other), event[there]])


def _places(column: Any, among: Any) -> Array:
    """The places of texts in ``among``, -1 for others."""
    found: Array = pc.fill_null(pc.index_in(column, value_set=among), -1).to_numpy()
    return found


def _ids(store: Store, label: str) -> Any:
    """Sorted."""
    tables = list(store.node_tables(label))
    ids = pa.chunked_array([chunk for table in tables for chunk in table["id"].chunks], pa.string()).combine_chunks()
    return ids.take(pc.sort_indices(ids))


def _events(store: Store) -> tuple[Any, Array]:
    """The ids of all events, and the first day of each."""
    tables = [table.select(["id", "earliest", "latest"]) for label in EVENTS for table in store.node_tables(label)]
    schema = pa.schema([(name, pa.string()) for name in ("id", "earliest", "latest")])
    whole = pa.concat_tables([schema.empty_table(), *tables]).combine_chunks()
    first = pc.coalesce(days(whole["earliest"]), days(whole["latest"]))
    return whole["id"].combine_chunks(), first.to_numpy().astype("datetime64[D]")
