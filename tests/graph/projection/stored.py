"""Random small graphs in a store, and the ties that a projection tells, as plainly as can be."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from random import Random
from typing import Any, TypeAlias

import numpy as np

from graph.projection.columns import GRADES, HOLDS, MET, NO_DAY, SIGNED, SURE, TYPES
from graph.projection.projection import Projection
from graph.projection.rules import grade
from graph.questions.ties import ALL_TYPES, ANY, LinkReader
from graph.store import Edge, Node, Store, Value

Told: TypeAlias = tuple[str, str, str, str | None, str | None, str | None, str | None, float | None]
"""Type, ends, event, bounds, grade, confidence of a tie."""

PERSONS = [f"p-{n:02}" for n in range(14)]
BODIES = [f"i-{n:02}" for n in range(6)] + [f"d-{n:02}" for n in range(3)]
LABELS = {"p": "Person", "i": "Institution", "d": "District", "m": "Meeting", "g": "Agreement"}
DAYS = [
    ("2024-04-19", "2024-04-19", "2024-04-19"),
    ("2023-02", "2023-02-01", "2023-02-28"),
    ("2019/..", "2019-01-01", None),
    ("XXXX-12-25", None, "2023-12-25"),
    (None, None, None),
]


def end(id: str) -> tuple[str, str]:
    return LABELS[id[0]], id


def entities() -> list[Node]:
    return [Node(LABELS[id[0]], {"id": id, "name": id}) for id in PERSONS + BODIES]


def event(random: Random, id: str) -> Iterator[Node | Edge]:
    """A meeting or an agreement, who took part, and their ties, as ``graph.identity.derive_events`` has them."""
    named, earliest, latest = random.choice(DAYS)
    when: dict[str, Value] = {"date": named, "earliest": earliest, "latest": latest}
    confidence = random.choice([None, 0.5, 0.75, 0.9])
    if id[0] == "g":
        status = random.choice(["signed", "reported", "intended"])
        yield Node("Agreement", {"id": id, **when, "status": status, "confidence": confidence})
        parties = sorted(random.sample(BODIES, random.randint(0, 4)))
        sure = _presence(random, confidence, parties)
        yield from (Edge("PARTY_TO", end(party), end(id), {"confidence": sure[party]}) for party in parties)
        for a, b in combinations(parties, 2) if status != "intended" else ():
            tie = {"event": id, **when, "status": status, "confidence": _less(sure[a], sure[b])}
            yield Edge("SIGNED_AGREEMENT", end(a), end(b), tie)
        return
    form, size = random.choice(["in_person", "video", "unknown"]), random.choice([None, 2, 40])
    yield Node("Meeting", {"id": id, **when, "format": form, "size": size, "confidence": confidence})
    for type, some in (("ATTENDED", PERSONS), ("TOOK_PART", BODIES)):
        sides = {who: random.choice(["host", "visitor", None]) for who in random.sample(some, random.randint(0, 5))}
        sure = _presence(random, confidence, sides)
        for who, side in sides.items():
            yield Edge(type, end(who), end(id), {"side": side, "confidence": sure[who]})
        for a, b in combinations(sorted(sides), 2):
            known = sides[a] and sides[b]
            grade = "same_side" if sides[a] == sides[b] else "video" if form == "video" else "across"
            tie = {"event": id, **when, "grade": grade if known else "co_listed"}
            yield Edge("MET", end(a), end(b), {**tie, "confidence": _less(sure[a], sure[b])})


def _presence(random: Random, confidence: float | None, ends: Iterable[str]) -> dict[str, float | None]:
    """Of an event without confidence nobody has one."""
    return {who: confidence and random.choice([confidence, 0.41]) for who in ends}


def _less(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else min(one, other)


def posts(random: Random, person: str) -> Iterator[Edge]:
    """Several titles at one body are several ties."""
    for title in random.sample(["Mayor", "校长", "Professor"], random.randint(0, 3)):
        _, earliest, latest = random.choice(DAYS)
        held = {"title": title, "earliest": earliest, "latest": latest, "confidence": random.choice([None, 0.6, 1.0])}
        yield Edge("HOLDS", end(person), end(random.choice(BODIES)), held)


def places(random: Random, body: str) -> Iterator[Edge]:
    """Now and then a body is part of itself."""
    same = [other for other in BODIES if other[0] == body[0]]
    yield from (Edge("PART_OF", end(body), end(other)) for other in random.sample(same, random.randint(0, 2)))
    if body[0] == "i":
        yield Edge(random.choice(["LOCATED_IN", "GOVERNS"]), end(body), end(random.choice(BODIES[6:])))


def everything(random: Random, events: int) -> tuple[list[Node], list[Edge]]:
    rows: list[Node | Edge] = [*entities()]
    for number in range(events):
        rows += event(random, f"{random.choice('mmg')}-{number:02}")
    for person in PERSONS:
        rows += posts(random, person)
    for body in BODIES:
        rows += places(random, body)
    return [row for row in rows if isinstance(row, Node)], [row for row in rows if isinstance(row, Edge)]


def ids(store: Store) -> list[str]:
    return [node.id for label in ("Person", "Institution", "District") for node in store.nodes(label)]


def ties_of_store(store: Store, ids: Sequence[str]) -> dict[str, set[Told]]:
    found: dict[str, set[Told]] = {id: set() for id in ids}
    for x in LinkReader(store, ANY, ALL_TYPES).read(ids):
        told = (x.type, x.source, x.target, x.event, x.earliest, x.latest, x.grade, x.confidence)
        found[x.source].add(told)
        found[x.target].add(told)
    return found


def ties_of_projection(projection: Projection, id: str) -> set[Told]:
    number = projection.entities.number(id)
    assert number is not None
    graph = projection.graph
    return {
        told
        for place in range(graph.tie_starts[number], graph.tie_starts[number + 1])
        for told in _ties(projection, number, place)
    }


def _ties(projection: Projection, number: int, place: int) -> Iterator[Told]:
    graph, name = projection.graph, projection.entities.id
    tie, side, sure = int(graph.ties[place]), int(graph.tie_sides[place]), int(graph.tie_confidence[place])
    row, after = graph.rows.view(np.recarray)[tie : tie + 2]
    kind, first, last = int(row["kind"]), int(row["start"]), int(after["start"])
    rest = (projection.events.id(tie), _day(row["earliest"]), _day(row["latest"]))
    ends = [(int(graph.ends[at]), int(graph.end_sides[at]), int(graph.end_confidence[at])) for at in range(first, last)]
    if kind >= HOLDS:
        yield TYPES[kind], name(ends[0][0]), name(ends[1][0]), *rest, None, _share(sure)
        return
    for other, others, share in ends:
        if other != number:
            one, two = sorted((name(number), name(other)))
            graded = GRADES[_grade(row, side, others)] if kind == MET else None
            yield TYPES[kind], one, two, *rest, graded, _share(min(sure, share))
    assert kind in (MET, SIGNED)


def _share(hundredths: int) -> float | None:
    return None if hundredths == SURE else hundredths / 100


def _day(ordinal: int) -> str | None:
    return None if ordinal == NO_DAY else date.fromordinal(int(ordinal)).isoformat()


_grade: Any = grade.py_func  # type: ignore[attr-defined] # the function itself, which is compiled only inside others
