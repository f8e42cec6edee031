import random
from calendar import monthrange
from dataclasses import dataclass

import pytest

from graph.store import Change, Edge, Node, Store, Value


@pytest.fixture
def governed(world: Store) -> Store:
    """The world with a government and a party committee of the district that signed."""
    organs = [("i-gov-110112", "通州区人民政府"), ("i-party-110112", "中共北京市通州区委员会")]
    names: dict[str, Value] = {"name_en": None, "aliases": [], "kind": "government"}
    nodes = [Node("Institution", {"id": id, "name": name, "name_zh": name, **names}) for id, name in organs]
    governs = Edge("GOVERNS", ("Institution", "i-gov-110112"), ("District", "d-110112"))
    with world.write() as transaction:
        transaction.apply(Change(put_nodes=nodes, put_edges=[governs]))
    return world


@dataclass(frozen=True)
class Happening:
    """An event of ``happenings``, its bodies and persons by id."""

    id: str
    earliest: str | None
    latest: str | None
    status: str
    bodies: frozenset[str]
    persons: frozenset[str]


PROVINCE = {"d-110000": "d-110000", "d-110112": "d-110000", "d-110108": "d-110000", "d-130600": "d-130000"}
"""For each district of ``happenings`` its province: Tongzhou and Haidian are in Beijing, Baoding is a city of Hebei."""
AUTHORITIES = {"i-gov-110112": "d-110112", "i-bureau": "d-110112", "i-party-130600": "d-130600"}
BODIES = [*PROVINCE, *AUTHORITIES, "i-01", "i-02", "i-03"]


@pytest.fixture(scope="module")
def happenings(module_store: Store) -> list[Happening]:
    """Three hundred made-up events in ``module_store``: dated to the day, the month, the year, on one side, or not."""
    draw = random.Random(7)
    made = [_happening(number, draw) for number in range(300)]
    with module_store.write() as transaction:
        transaction.apply(Change(put_nodes=[*_entities(), *map(_node, made)], put_edges=[*_places(), *_parts(made)]))
    return made


def _happening(number: int, draw: random.Random) -> Happening:
    year, month = draw.randrange(2019, 2025), draw.randrange(1, 13)
    day = f"{year}-{month:02}-{draw.randrange(1, 29):02}"
    spans = {
        "day": (day, day),
        "month": (f"{year}-{month:02}-01", f"{year}-{month:02}-{monthrange(year, month)[1]}"),
        "year": (f"{year}-01-01", f"{year}-12-31"),
        "some": (day, f"{year + 1}-02-03"),
        "before": (None, day),
        "after": (day, None),
        "never": (None, None),
    }
    earliest, latest = spans[draw.choice(list(spans))]
    status = draw.choice(["", "", "signed", "reported", "intended"])
    return Happening(
        id=f"{'g' if status else 'm'}-{number:03}",
        earliest=earliest,
        latest=latest,
        status=status,
        bodies=frozenset(draw.sample(BODIES, draw.randrange(0, 5))),
        persons=frozenset(draw.sample(["p-01", "p-02", "p-03"], draw.randrange(0, 3))),
    )


def _entities() -> list[Node]:
    kinds = {"p": "Person", "i": "Institution", "d": "District"}
    levels = {"d-110000": "municipality", "d-130000": "province", "d-130600": "city"}
    nodes = []
    for id in [*BODIES, "d-130000", "p-01", "p-02", "p-03"]:
        own: dict[str, dict[str, Value]] = {
            "d": {"level": levels.get(id, "district")},
            "i": {"kind": "party" if "party" in id else None},
            "p": {},
        }
        names: dict[str, Value] = {"name": f"name of {id}", "name_zh": None, "name_en": f"name of {id}", "aliases": []}
        nodes.append(Node(kinds[id[0]], {"id": id, **names, **own[id[0]]}))
    return nodes


def _node(event: Happening) -> Node:
    bounds: dict[str, Value] = {"id": event.id, "earliest": event.earliest, "latest": event.latest}
    return Node("Agreement", {**bounds, "status": event.status}) if event.status else Node("Meeting", bounds)


def _places() -> list[Edge]:
    return [
        *(Edge("PART_OF", ("District", f"d-{id}"), ("District", "d-110000")) for id in ("110112", "110108")),
        Edge("PART_OF", ("District", "d-130600"), ("District", "d-130000")),
        Edge("GOVERNS", ("Institution", "i-gov-110112"), ("District", "d-110112")),
        Edge("PART_OF", ("Institution", "i-bureau"), ("Institution", "i-gov-110112")),
        Edge("LOCATED_IN", ("Institution", "i-party-130600"), ("District", "d-130600")),
        Edge("LOCATED_IN", ("Institution", "i-01"), ("District", "d-110108")),
    ]


def _parts(made: list[Happening]) -> list[Edge]:
    edges = []
    for event in made:
        end = ("Agreement" if event.status else "Meeting", event.id)
        edges += [
            Edge("PARTY_TO" if event.status else "TOOK_PART", ("District" if id[0] == "d" else "Institution", id), end)
            for id in event.bodies
        ]
        edges += [Edge("SIGNED" if event.status else "ATTENDED", ("Person", id), end) for id in event.persons]
    return edges
