"""Which part of the graph an export takes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, get_args

import pyarrow as pa
import pyarrow.compute as pc

from graph.errors import InvalidQuestion
from graph.store import Store
from graph.vocabulary import EventKind, Grade, Status, TieType

# What answers questions takes 130 MB with all that it imports, and an export without filters needs none of it.

TYPES_OF: Final[dict[TieType, tuple[str, ...]]] = {
    "met": ("MET", "ATTENDED", "TOOK_PART"),
    "signed_agreement": ("SIGNED_AGREEMENT", "SIGNED", "PARTY_TO"),
    "holds": ("HOLDS",),
    "part_of": ("PART_OF",),
    "located_in": ("LOCATED_IN",),
    "governs": ("GOVERNS",),
}
"""The types of edges that are a type of tie, or the parts in events that it follows from."""
PARTS: Final = ("ATTENDED", "TOOK_PART", "SIGNED", "PARTY_TO")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What of the graph is wanted; the names are those of other questions, ``entities`` and ``district`` are ids.

    The first seven choose events. If any is given, the part has these events, who has a part in them, the articles that
    report them, and the ties among all these; posts are those attested in the window. ``edges``, ``grades`` and
    ``min_confidence`` leave out edges, and no nodes.
    """

    kind: EventKind | None = None
    status: Status | None = None
    since: str | None = None
    until: str | None = None
    entities: tuple[str, ...] = ()
    district: str | None = None
    max_event_size: int | None = None
    edges: tuple[TieType, ...] = ()
    grades: tuple[Grade, ...] = ()
    min_confidence: float | None = None

    @property
    def choose_events(self) -> bool:
        chosen = (self.kind, self.status, self.since, self.until, self.district, self.max_event_size)
        return bool(self.entities) or any(value is not None for value in chosen)

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Filters()

    def checked(self) -> "Filters":
        """Raises InvalidQuestion."""
        if not self.choose_events:
            return self
        from graph.questions.pages import check_choice
        from graph.questions.window import window

        check_choice("kind", self.kind, get_args(EventKind))
        check_choice("status", self.status, get_args(Status))
        window(self.since, self.until)
        if self.max_event_size is not None and self.max_event_size < 2:
            raise InvalidQuestion("max_event_size must be 2 or more", parameter="max_event_size")
        return self

    def wants(self, type: str) -> bool:
        """Whether edges of this type are wanted."""
        tie = next((tie for tie, types in TYPES_OF.items() if type in types), None)
        return not self.edges or tie is None or tie in self.edges


class Part:
    """The nodes that filters choose, and which edges stand among them."""

    def __init__(self, store: Store, filters: Filters) -> None:
        """Reads who has a part in the chosen events. Raises InvalidQuestion, StoreError."""
        from graph.questions.window import window

        self._filters = filters
        self._window = window(filters.since, filters.until)
        events = self._events(store)
        named = [*filters.entities, *([filters.district] if filters.district else [])]
        entities = [pa.array(named, pa.string())]
        for type in PARTS:
            for _, _, table in store.edge_tables(type):
                entities.append(table["source"].filter(_among(table["target"], events)).unique())
        articles = [
            table["target"].filter(_among(table["source"], events)).unique()
            for _, _, table in store.edge_tables("REPORTED_IN")
        ]
        self._ids = {"event": events, "entity": _joined(entities), "Article": _joined(articles)}

    def nodes(self, label: str, table: pa.Table) -> pa.Table:
        """Those of ``table`` that are in the part."""
        return table.filter(_among(table["id"], self._of(label)))

    def edges(self, type: str, source: str, target: str, table: pa.Table) -> pa.Table:
        """Those of ``table`` that stand between nodes of the part."""
        if type in ("MET", "SIGNED_AGREEMENT"):
            return table.filter(_among(table["event"], self._ids["event"]))
        for end, label in (("source", source), ("target", target)):
            table = table.filter(_among(table[end], self._of(label)))
        if type == "HOLDS" and (self._filters.since or self._filters.until):
            days = zip(table["earliest"].to_pylist(), table["latest"].to_pylist(), strict=True)
            table = table.filter(pa.array([self._window.admits(*attested) for attested in days], pa.bool_()))
        return table

    def _of(self, label: str) -> pa.Array:
        kind = {"Meeting": "event", "Agreement": "event", "Article": "Article"}.get(label, "entity")
        return self._ids[kind]

    def _events(self, store: Store) -> pa.Array:
        from graph.questions.selection import Selection
        from graph.questions.tally import tally

        only = self._filters
        chosen = Selection(
            kind=only.kind,
            status=only.status,
            since=only.since,
            until=only.until,
            entities=only.entities,
            district=only.district,
        )
        events = tally(store)
        ids = pa.array(events.ids[chosen.counts(store, events)].tolist(), pa.string())
        if only.max_event_size is None:
            return ids
        crowds = (t["id"].filter(pc.greater(t["size"], only.max_event_size)) for t in store.node_tables("Meeting"))
        return ids.filter(pc.invert(_among(ids, _joined(crowds))))


def narrowed(filters: Filters, table: pa.Table) -> pa.Table:
    """The edges of ``table`` that grade and confidence leave; one without confidence of its own always counts."""
    if filters.grades and "grade" in table.schema.names:
        table = table.filter(_among(table["grade"], pa.array(filters.grades, pa.string())))
    if filters.min_confidence is not None and "confidence" in table.schema.names:
        sure = pc.greater_equal(table["confidence"], filters.min_confidence)
        table = table.filter(pc.fill_null(sure, True))
    return table


def _among(values: Any, wanted: pa.Array) -> Any:
    return pc.is_in(values, wanted)


def _joined(parts: Iterable[Any]) -> pa.Array:
    chunks = [chunk for part in parts for chunk in (part.chunks if isinstance(part, pa.ChunkedArray) else [part])]
    return pa.chunked_array(chunks, pa.string()).unique()
