import pytest

from graph.errors import InvalidQuestion
from graph.questions import meetings
from graph.store import Change, Node, Store


def test_the_first_page_of_a_list_is_as_new_as_the_store(world: Store) -> None:
    before = [event.id for event in meetings(world).items]
    with world.write() as transaction:
        newest = {"id": "m-99", "date": "2025-01-01", "earliest": "2025-01-01", "latest": "2025-01-01"}
        transaction.apply(Change(put_nodes=[Node("Meeting", newest)]))
    assert [event.id for event in meetings(world).items] == ["m-99", *before]
    with world.write() as transaction:
        transaction.apply(Change(drop_nodes=[("Meeting", "m-99")]))
    assert [event.id for event in meetings(world).items] == before


def test_each_filter_and_order_has_a_first_page_of_its_own(world: Store) -> None:
    pages = [
        meetings(world, limit=1),
        meetings(world, limit=1, sort="earliest"),
        meetings(world, limit=1, until="2023"),
        meetings(world, limit=1, entity="p-08"),
    ]
    assert [page.items[0].id for page in pages] == ["m-02", "m-04", "m-03", "m-04"]


def test_an_order_without_meaning_is_refused(world: Store) -> None:
    with pytest.raises(InvalidQuestion, match="sort must be one of latest, earliest"):
        meetings(world, sort="size")  # type: ignore[arg-type] # as a caller without types may
