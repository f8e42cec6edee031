"""A world as tables with the columns of the schema, one for each label and one for each type and pair of labels."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

import numpy as np
import pyarrow as pa

from benchmarks.world import FORMATS, SIDES, STATUSES, Array, Ends, World, pairs
from graph.schema import EDGES, NODES, Column

Triple: TypeAlias = tuple[str, str, str]
"""Type, label of the source, label of the target."""

ARROW: Final[Mapping[Column, Any]] = {
    "string": pa.string(),
    "strings": pa.list_(pa.string()),
    "int": pa.int64(),
    "float": pa.float64(),
}
CHUNK: Final = 1_000_000
"""Rows of a table of edges, at most: sixteen million of them as texts would take gigabytes."""


def node_tables(world: World) -> Iterator[tuple[str, pa.Table]]:
    """Label and table of all nodes of that label."""
    yield "Person", nodes("Person", world.persons, name=world.names)
    yield "Institution", nodes("Institution", world.institutions, name=world.institutions)
    yield "District", nodes("District", world.districts, name=world.districts)
    meetings, agreements = world.days
    yield (
        "Meeting",
        nodes(
            "Meeting",
            world.meetings,
            date=meetings.date,
            earliest=meetings.earliest,
            latest=meetings.latest,
            format=FORMATS[world.format],
            size=world.size,
            confidence=world.confidence[0],
        ),
    )
    yield (
        "Agreement",
        nodes(
            "Agreement",
            world.agreements,
            date=agreements.date,
            earliest=agreements.earliest,
            latest=agreements.latest,
            status=STATUSES[world.status],
            confidence=world.confidence[1],
        ),
    )
    yield "Edition", nodes("Edition", np.array(["graph"], object), number=np.array([1]))


def edge_tables(world: World) -> Iterator[tuple[Triple, pa.Table]]:
    """Type, labels and table of edges; a large one in parts."""
    yield from _joined(
        "ATTENDED", "Person", "Meeting", world.persons, world.meetings, world.attendances, world.confidence[0]
    )
    yield from _by_body(world, "TOOK_PART", "Meeting", world.meetings, world.delegations, world.confidence[0])
    yield from _by_body(world, "PARTY_TO", "Agreement", world.agreements, world.parties, world.confidence[1])
    yield from _posts(world)
    yield from _places(world)
    yield from _met(world)
    yield from _signed(world)


def _joined(
    type: str, source: str, target: str, sources: Array, targets: Array, ends: Ends, confidence: Array
) -> Iterator[Any]:
    columns = {"confidence": confidence[ends.event]}
    if "side" in EDGES[type].columns:
        columns["side"] = SIDES[ends.side]
    yield from edges((type, source, target), sources[ends.entity], targets[ends.event], columns)


def _by_body(world: World, type: str, label: str, events: Array, ends: Ends, confidence: Array) -> Iterator[Any]:
    first = len(world.institutions)
    for source, rows in (("Institution", ends.entity < first), ("District", ends.entity >= first)):
        some = Ends(ends.event[rows], ends.entity[rows], ends.side[rows])
        yield from _joined(type, source, label, world.bodies, events, some, confidence)


def _posts(world: World) -> Iterator[Any]:
    first = len(world.institutions)
    for target, rows in (
        ("Institution", world.posts.entity < first),
        ("District", world.posts.entity >= first),
    ):
        persons, bodies = world.persons[world.posts.event[rows]], world.bodies[world.posts.entity[rows]]
        confidence = np.full(len(persons), 0.9)
        columns = {"title": np.full(len(persons), "Director", object), "confidence": confidence}
        yield from edges(("HOLDS", "Person", target), persons, bodies, columns)


def _places(world: World) -> Iterator[Any]:
    some = np.arange(len(world.institutions))
    children = some[len(some) // 2 :]
    parents = world.institutions[children - len(some) // 2]
    yield from edges(("PART_OF", "Institution", "Institution"), world.institutions[children], parents, {})
    seats = world.districts[some % len(world.districts)]
    yield from edges(("LOCATED_IN", "Institution", "District"), world.institutions, seats, {})


def _met(world: World) -> Iterator[Any]:
    when = world.days[0]
    for entities, label, ends in (
        (world.persons, "Person", world.attendances),
        (world.bodies, None, world.delegations),
    ):
        for event, one, other, side, another in pairs(ends):
            video = world.format[event] == 1
            known = (side < 2) & (another < 2)
            grade = np.select([~known, side == another, video], ["co_listed", "same_side", "video"], "across")
            columns = {
                "event": world.meetings[event],
                "date": when.date[event],
                "earliest": when.earliest[event],
                "latest": when.latest[event],
                "grade": grade.astype(object),
                "confidence": world.confidence[0][event],
            }
            yield from _symmetric(world, "MET", label, entities, one, other, columns)


def _signed(world: World) -> Iterator[Any]:
    when = world.days[1]
    for event, one, other, _, _ in pairs(world.parties):
        kept = world.status[event] < 2
        event, one, other = event[kept], one[kept], other[kept]
        columns = {
            "event": world.agreements[event],
            "date": when.date[event],
            "earliest": when.earliest[event],
            "latest": when.latest[event],
            "status": STATUSES[world.status[event]],
            "confidence": world.confidence[1][event],
        }
        yield from _symmetric(world, "SIGNED_AGREEMENT", None, world.bodies, one, other, columns)


def _symmetric(
    world: World, type: str, label: str | None, entities: Array, one: Array, other: Array, columns: Mapping[str, Array]
) -> Iterator[Any]:
    """Edges from the smaller id to the larger, which for bodies is from a district to an institution too."""
    swapped = entities[one] > entities[other]
    one, other = np.where(swapped, other, one), np.where(swapped, one, other)
    if label:
        yield from edges((type, label, label), entities[one], entities[other], columns)
        return
    first = len(world.institutions)
    for source, target in (("District", "District"), ("District", "Institution"), ("Institution", "Institution")):
        rows = ((one >= first) == (source == "District")) & ((other >= first) == (target == "District"))
        some = {name: values[rows] for name, values in columns.items()}
        yield from edges((type, source, target), entities[one[rows]], entities[other[rows]], some)


def nodes(label: str, ids: Array, **given: Array) -> pa.Table:
    """The table of a label; what is not given is null."""
    return _table(NODES[label].columns, {"id": ids, **given})


def edges(
    triple: Triple, sources: Array, targets: Array, given: Mapping[str, Array]
) -> Iterator[tuple[Triple, pa.Table]]:
    """The tables of a type between two labels, likewise."""
    columns: dict[str, Column] = {"from": "string", "to": "string", **EDGES[triple[0]].columns}
    for begin in range(0, len(sources), CHUNK):
        part = slice(begin, begin + CHUNK)
        values = {"from": sources[part], "to": targets[part], **{name: column[part] for name, column in given.items()}}
        yield triple, _table(columns, values)


def _table(columns: Mapping[str, Column], given: Mapping[str, Array]) -> pa.Table:
    rows = len(next(iter(given.values())))
    arrays = {
        name: pa.array(given[name], ARROW[kind]) if name in given else pa.nulls(rows, ARROW[kind])
        for name, kind in columns.items()
    }
    return pa.table(arrays)
