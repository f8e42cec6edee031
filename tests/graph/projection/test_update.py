from random import Random

import pytest

from graph.projection.build import build
from graph.projection.projection import Projection
from graph.projection.reading import touched_since
from graph.projection.update import updated
from graph.store import Change, Edge, Node, Store
from tests.graph.projection.stored import (
    BODIES,
    LABELS,
    PERSONS,
    end,
    event,
    everything,
    ids,
    places,
    posts,
    ties_of_projection,
    ties_of_store,
)


def _applied(store: Store, change: Change) -> None:
    with store.write() as writer:
        writer.apply(change)


def _followed(store: Store, projection: Projection) -> Projection:
    edition = store.edition()
    touched = touched_since(store, projection.edition, edition)
    assert touched is not None
    found = updated(store, projection, touched, edition)
    assert found is not None
    return found


def _same(store: Store, projection: Projection) -> None:
    assert projection.edition == store.edition()
    assert projection.entities.count == len(ids(store))
    told = ties_of_store(store, ids(store))
    assert {id: ties_of_projection(projection, id) for id in told} == told


def _edges_of(store: Store, id: str, types: tuple[str, ...]) -> list[Edge]:
    ends = [
        (edge.source[1], edge.target[1], edge.properties.get("event")) for type in types for edge in store.edges(type)
    ]
    edges = [edge for type in types for edge in store.edges(type)]
    return [edge for edge, told in zip(edges, ends, strict=True) if id in told]


def _step(store: Store, random: Random, number: int) -> Change:
    """A new event with a new person, an event replaced or gone, new posts, new places, a person gone."""
    what = random.choice(["add", "add", "replace", "drop", "posts", "places", "leave"])
    events = [node.id for label in ("Meeting", "Agreement") for node in store.nodes(label)]
    if what == "add" or not events:
        rows = list(event(random, f"{random.choice('mg')}-n{number}"))
        new = Node("Person", {"id": f"p-{random.randrange(20):02}{number}", "name": "new"})
        rows += [new, Edge("HOLDS", end(new.id), end(random.choice(BODIES)), {"title": "Clerk"})]
    elif what in ("replace", "drop"):
        id = random.choice(events)
        gone = _edges_of(store, id, ("MET", "SIGNED_AGREEMENT", "ATTENDED", "TOOK_PART", "PARTY_TO"))
        if what == "drop":
            return Change(gone, [(LABELS[id[0]], id)])
        rows = list(event(random, id))
        return Change(gone, (), *_split(rows))
    elif what == "leave":
        id = random.choice([node.id for node in store.nodes("Person")])
        return Change((), [("Person", id)])
    else:
        id = random.choice(PERSONS if what == "posts" else BODIES)
        if id not in ids(store):
            return Change((), (), [Node("Person", {"id": id, "name": "back"})])
        types = ("HOLDS",) if what == "posts" else ("PART_OF", "LOCATED_IN", "GOVERNS")
        gone = [edge for edge in _edges_of(store, id, types) if edge.source[1] == id]
        rows = list(posts(random, id) if what == "posts" else places(random, id))
        return Change(gone, (), *_split(rows))
    return Change((), (), *_split(rows))


def _split(rows: list[Node | Edge]) -> tuple[list[Node], list[Edge]]:
    return [r for r in rows if isinstance(r, Node)], [r for r in rows if isinstance(r, Edge)]


def _possible(store: Store, change: Change) -> Change:
    """Without edges of those who left."""
    there = set(ids(store)) | {node.id for node in change.put_nodes}
    there |= {node.id for label in ("Meeting", "Agreement") for node in store.nodes(label)}
    edges = [edge for edge in change.put_edges if edge.source[1] in there and edge.target[1] in there]
    return Change(change.drop_edges, change.drop_nodes, change.put_nodes, edges)


@pytest.mark.parametrize("seed", range(3))
def test_a_projection_that_followed_changes_is_as_one_built_anew(store: Store, seed: int) -> None:
    random = Random(seed)
    nodes, edges = everything(random, 8)
    _applied(store, Change(put_nodes=nodes, put_edges=edges))
    projection = build(store)
    for number in range(20):
        _applied(store, _possible(store, _step(store, random, number)))
        if random.random() < 0.7:
            projection = _followed(store, projection)
            _same(store, projection)
    _same(store, _followed(store, projection))


def test_the_projection_that_was_followed_from_stays_as_it_was(store: Store) -> None:
    nodes, edges = everything(Random(1), 8)
    _applied(store, Change(put_nodes=nodes, put_edges=edges))
    before = build(store)
    told = {id: ties_of_projection(before, id) for id in ids(store)}
    _applied(store, Change((), (), *_split(list(event(Random(3), "m-new")))))
    assert _followed(store, before).edition == before.edition + 1
    assert {id: ties_of_projection(before, id) for id in ids(store)} == told


def test_what_one_transaction_too_much_touched_is_not_known(store: Store) -> None:
    _applied(store, Change(put_nodes=[Node("Person", {"id": f"p-{n}"}) for n in range(1001)]))
    _applied(store, Change(put_nodes=[Node("Person", {"id": "p-x"})]))
    assert touched_since(store, 1, 2) == {"p-x"}
    assert touched_since(store, 0, 2) is None
    assert touched_since(store, 3, 2) is None


def test_there_is_always_room_for_one_more_entity(store: Store) -> None:
    _applied(store, Change(put_nodes=[Node("Person", {"id": "p-1"}), Node("Person", {"id": "p-9"})]))
    projection = build(store)
    for number in range(20):
        _applied(store, Change(put_nodes=[Node("Person", {"id": f"p-1{'0' * number}1"})]))
        projection = _followed(store, projection)
    numbers = projection.entities.numbers()
    assert projection.entities.ids(numbers) == sorted(ids(store))
    assert [projection.entities.number(id) for id in sorted(ids(store))] == list(numbers)
