import pytest

from graph.questions.within import events_within
from graph.store import Change, Edge, Node, Store, Value

NAMES: dict[str, Value] = {"name_zh": None, "name_en": None, "aliases": []}


def body(id: str, kind: str, tie: str, target: tuple[str, str], meeting: str) -> Change:
    """A body with a tie to a district or body, and the meeting that it took part in."""
    own = ("Institution", id)
    return Change(
        put_nodes=[
            Node("Institution", {"id": id, "name": id, "kind": kind, **NAMES}),
            Node("Meeting", {"id": meeting}),
        ],
        put_edges=[Edge(tie, own, target), Edge("TOOK_PART", own, ("Meeting", meeting))],
    )


TONGZHOU = ("District", "d-110112")


@pytest.mark.parametrize(
    ("kind", "tie", "counts"),
    [
        ("government", "GOVERNS", True),
        ("party", "LOCATED_IN", True),
        ("university", "LOCATED_IN", False),
        ("government", "LOCATED_IN", False),
    ],
)
def test_an_authority_counts_and_a_seat_does_not(world: Store, kind: str, tie: str, counts: bool) -> None:
    with world.write() as transaction:
        transaction.apply(body("i-new", kind, tie, TONGZHOU, "m-90"))
    assert ("m-90" in events_within(world, "d-110112")) is counts
    assert ("m-90" in events_within(world, "d-110000")) is counts


def test_a_bureau_of_the_government_counts(world: Store) -> None:
    with world.write() as transaction:
        transaction.apply(body("i-gov", "government", "GOVERNS", TONGZHOU, "m-90"))
        transaction.apply(body("i-bureau", "government", "PART_OF", ("Institution", "i-gov"), "m-91"))
        transaction.apply(body("i-office", "government", "PART_OF", ("Institution", "i-bureau"), "m-92"))
    assert {"m-90", "m-91", "m-92"} <= events_within(world, "d-110112")


def test_the_place_counts_under_any_name_that_is_the_districts_alone(world: Store) -> None:
    twin = Node("District", {"id": "d-130000", "name": "Twin", "aliases": ["通州区"]})
    with world.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": "m-90", "place": "Tongzhou District"})]))
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": "m-91", "place": "Twin"}), twin]))
    assert events_within(world, "d-110112") & {"m-90", "m-91"} == {"m-90"}
    assert events_within(world, "d-130000") == {"m-91"}
