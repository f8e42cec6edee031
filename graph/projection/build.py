"""From a store to its projection: everything that ties entities, read whole, as columns."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from graph.projection.columns import MET, MOST_SIZE, NO_DAY, NO_SIZE, ROW, SIGNED, SURE, TYPES, Bytes, Graph, Ints
from graph.projection.grouping import grouped
from graph.projection.numbering import SPACING, Numbering, Texts, encoded
from graph.projection.projection import NO_EVENT, Events, Projection
from graph.projection.warm import warm
from graph.projection.workspace import Workspaces
from graph.store import Columns, Store

ROOM: Final = 16
"""One in so many hyperedges and ends is room for later ones; what nothing was written to takes no memory."""
LEAST_ROOM: Final = 4096

END_BYTES: Final = 12
HYPEREDGE_BYTES: Final = 20
EVENT_BYTES: Final = 14
ENTITY_BYTES: Final = 18
"""An id of usual length is 14 of them."""
WORKSPACE_ENTITY_BYTES: Final = 37
WORKSPACE_HYPEREDGE_BYTES: Final = 22

_UNIX_EPOCH: Final = 719_163
"""1970-01-01 as ``datetime.date.toordinal`` counts."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Hyperedges to be, and their ends in any order; a hyperedge of fewer than two ends ties nobody."""

    kind: Bytes
    earliest: Ints
    latest: Ints
    size: Ints
    video: Bytes
    event: Ints
    of: Ints
    """The hyperedge of each end; of two ends of one, that which comes first is the source."""
    ends: Ints
    sides: Bytes
    confidence: Bytes
    """Of each end."""


def build(store: Store, workspaces: int = 1) -> Projection:
    """The projection of ``store``, stamped with an edition that was read before all else, on which at most so many
    searches go on at once. Raises StoreError."""
    warm()
    edition = store.edition()
    entities, place = _entities(store)
    events, ties = _events(store, place)
    parts = [*ties, *_posts(store, place), *_places(store, place)]
    graph, event, room = laid_out(joined(parts), entities.size)
    return Projection(edition, entities, graph, Events(event, events), room, Workspaces(room, workspaces))


class Size(NamedTuple):
    """Bytes, about and at most."""

    columns: int
    """Of the projection; building takes up to as much again."""
    workspace: int
    """Of what one search writes on."""


def size(store: Store) -> Size:
    """What the projection of ``store`` takes."""
    # Ladybug leaves out a count of edges where there is none.
    told = Counter({str(row["what"]): cast(int, row["number"]) for row in store.read("sizes")})
    ends = told["ends"] + 2 * told["pairs"]
    hyperedges, entities = 2 * told["events"] + told["pairs"], SPACING * told["entities"]
    kept = END_BYTES * ends + HYPEREDGE_BYTES * hyperedges
    return Size(
        kept + kept // ROOM + EVENT_BYTES * told["events"] + ENTITY_BYTES * entities,
        WORKSPACE_ENTITY_BYTES * entities + WORKSPACE_HYPEREDGE_BYTES * (hyperedges + hyperedges // ROOM),
    )


def joined(parts: list[Ties]) -> Ties:
    """All hyperedges of all parts, and their ends."""
    firsts = np.cumsum([0, *(len(part.kind) for part in parts)])
    names = ("kind", "earliest", "latest", "size", "video", "event", "ends", "sides", "confidence")
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
    of = [part.of + np.int32(first) for part, first in zip(parts, firsts[:-1], strict=True)]
    return Ties(of=np.concatenate(of), **columns)


def laid_out(ties: Ties, entities: int) -> tuple[Graph, Ints, Graph]:
    """The graph of those that tie somebody, their events, and the arrays with room that they are the beginnings of."""
    inside = np.bincount(ties.of, minlength=len(ties.kind))[ties.of] >= 2
    order_of = _by_hub(ties.of[inside], ties.ends[inside], entities)
    number = np.empty(len(ties.kind), np.int32)
    number[order_of] = np.arange(len(order_of), dtype=np.int32)
    of: Ints = number[ties.of[inside]]
    hyperedges = len(order_of)
    end_starts, order = grouped(of, hyperedges)
    of = of[order]
    ends: Ints = ties.ends[inside][order]
    end_sides, end_sure = (column[inside][order] for column in (ties.sides, ties.confidence))
    tie_starts, order = grouped(ends, entities)
    rows = np.zeros(hyperedges + 1, ROW)
    rows["start"] = end_starts
    for name in ("kind", "earliest", "latest", "video"):
        rows[name][:-1] = getattr(ties, name)[order_of]
    rows["size"][:-1] = np.minimum(ties.size[order_of], MOST_SIZE)
    columns: dict[str, Any] = {"rows": rows, "ends": ends, "end_sides": end_sides, "end_confidence": end_sure}
    own: dict[str, Any] = {
        "tie_starts": tie_starts,
        "ties": of[order],
        "tie_sides": end_sides[order],
        "tie_confidence": end_sure[order],
    }
    room = Graph(**own, **{name: _with_room(column) for name, column in columns.items()})
    graph = room._replace(**{name: getattr(room, name)[: len(column)] for name, column in columns.items()})
    return graph, ties.event[order_of], room


def _by_hub(of: Ints, ends: Ints, entities: int) -> NDArray[np.int64]:
    """The hyperedges that have ends, those with one busiest end beside each other: a search that comes by it finds them
    in one stretch of memory, which makes it a third faster."""
    busy = np.bincount(ends, minlength=entities).astype(np.int64)
    hubs = np.full(int(of.max(initial=-1)) + 1, -1, np.int64)
    np.maximum.at(hubs, of, (busy[ends] << 32) + ends)
    tied = np.flatnonzero(hubs >= 0)
    return tied[np.argsort(-hubs[tied], kind="stable")]


def _with_room(column: NDArray[Any]) -> NDArray[Any]:
    longer = np.empty(len(column) + len(column) // ROOM + LEAST_ROOM, column.dtype)
    longer[: len(column)] = column
    return longer


def _entities(store: Store) -> tuple[Numbering, Ints]:
    """The numbering, and the entity of each number that the store tells it by; -1 where there is none."""
    told, ids = _numbered(store.columns("all_entities"))
    order = np.argsort(ids)
    place = np.full(int(told.max(initial=-1)) + 1, -1, np.int32)
    place[told[order]] = np.arange(len(ids), dtype=np.int32) * SPACING + SPACING - 1
    return Numbering.of(ids[order]), place


def _numbered(parts: Iterator[Columns]) -> tuple[NDArray[np.int64], Texts]:
    read = [(part["number"], encoded(part["id"])) for part in parts]
    told = [numbers for numbers, _ in read]
    return np.concatenate([*told, np.zeros(0, np.int64)]), np.concatenate([*(ids for _, ids in read), encoded([])])


def _events(store: Store, place: Ints) -> tuple[Texts, list[Ties]]:
    """The ids of all events, sorted, and the hyperedges of their persons and of their bodies."""
    meetings, agreements = (_whole(store.columns(name)) for name in ("all_meetings", "all_agreements"))
    ids = np.concatenate([meetings["id"], agreements["id"]])
    order = np.argsort(ids)
    rank = np.empty(len(ids), np.int32)
    rank[order] = np.arange(len(ids), dtype=np.int32)
    ties = []
    for name, kind, rows, first in (
        ("all_attendances", MET, meetings, 0),
        ("all_delegations", MET, meetings, 0),
        ("all_parties", SIGNED, agreements, len(meetings["id"])),
    ):
        ends = _ends(store.columns(name), _lookup(rows["number"]), place)
        ties.append(_ties(kind, rows, rank[first : first + len(rows["id"])], *ends))
    return ids[order], ties


def _ends(parts: Iterator[Columns], event: Ints, place: Ints) -> tuple[Ints, Ints, Bytes, Bytes]:
    """The event, entity, side and confidence of each end; one whose other end came or went meanwhile is left out."""
    found: list[tuple[Ints, Ints, Bytes, Bytes]] = []
    for part in parts:
        of, entity = _at(event, part["event"]), _at(place, part["entity"])
        sides = part.get("side", np.zeros(len(of))).astype(np.uint8)
        known = (of >= 0) & (entity >= 0)
        found.append((of[known], entity[known], sides[known], part["confidence"].astype(np.uint8)[known]))
    nothing = (np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.uint8), np.zeros(0, np.uint8))
    of, entity, sides, sure = (np.concatenate(column) for column in zip(nothing, *found, strict=True))
    return of, entity, sides, sure


def _posts(store: Store, place: Ints) -> Iterator[Ties]:
    yield from (
        _directed(part, np.full(len(part["source"]), TYPES.index("holds")), place)
        for part in store.columns("all_posts")
    )


def _places(store: Store, place: Ints) -> Iterator[Ties]:
    for part in store.columns("all_places"):
        yield _directed(part, np.array([TYPES.index(type) for type in part["type"]]), place)


def _directed(part: Columns, kind: NDArray[np.int64], place: Ints) -> Ties:
    source, target = _at(place, part["source"]), _at(place, part["target"])
    known = (source >= 0) & (target >= 0)
    count = int(np.count_nonzero(known))
    of = np.arange(count, dtype=np.int32)
    rows = {name: column[known] for name, column in part.items()}
    ends = np.concatenate([source[known], target[known]])
    no_event = np.full(count, NO_EVENT, np.int32)
    sure = rows.get("confidence", np.full(count, SURE)).astype(np.uint8)
    sides = np.zeros(2 * count, np.uint8)
    return _ties(kind[known], rows, no_event, np.concatenate([of, of]), ends, sides, np.concatenate([sure, sure]))


def _ties(
    kind: int | NDArray[np.int64], rows: Columns, event: Ints, of: Ints, ends: Ints, sides: Bytes, confidence: Bytes
) -> Ties:
    count = len(event)
    none = np.zeros(count, np.int64)
    return Ties(
        kind=np.broadcast_to(np.asarray(kind, np.uint8), count),
        earliest=ordinals(rows.get("earliest", none)),
        latest=ordinals(rows.get("latest", none)),
        size=rows.get("size", none + NO_SIZE).astype(np.int32),
        video=rows.get("video", none).astype(np.uint8),
        event=event,
        of=of,
        ends=ends,
        sides=sides,
        confidence=confidence,
    )


def ordinals(days: NDArray[np.int64]) -> Ints:
    """Days as ``date.toordinal`` counts them, from numbers yyyymmdd; NO_DAY for 0."""
    years, months, rest = days // 10_000, days // 100 % 100, days % 100
    firsts = ((years - 1970) * 12 + months - 1).astype("datetime64[M]").astype("datetime64[D]")
    found = firsts.astype(np.int64) + rest - 1 + _UNIX_EPOCH
    return np.where(days == 0, NO_DAY, found).astype(np.int32)


def _whole(parts: Iterator[Columns]) -> Columns:
    """All parts in one, with ids encoded."""
    read = [{**part, "id": encoded(part["id"])} for part in parts]
    names = ("number", "id", "earliest", "latest", "size", "video")
    if not read:
        empty = {name: np.zeros(0, np.int64) for name in names}
        return {**empty, "id": encoded([])}
    return {name: np.concatenate([part[name] for part in read]) for name in names if name in read[0]}


def _lookup(numbers: NDArray[np.int64]) -> Ints:
    """The row of each number; -1 where there is none."""
    rows = np.full(int(numbers.max(initial=-1)) + 1, -1, np.int32)
    rows[numbers] = np.arange(len(numbers), dtype=np.int32)
    return rows


def _at(table: Ints, numbers: NDArray[np.int64]) -> Ints:
    """``table[numbers]``; -1 for numbers beyond it."""
    if not len(numbers) or int(numbers.max()) < len(table):
        return table[numbers]
    return (
        np.where(numbers < len(table), table[np.minimum(numbers, len(table) - 1)], -1)
        if len(table)
        else np.full(len(numbers), -1, np.int32)
    )
