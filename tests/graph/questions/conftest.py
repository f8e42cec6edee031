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
