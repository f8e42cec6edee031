from itertools import product

import pytest

from graph.questions import agreements, events, meetings, ranking, timeline
from graph.questions.by_day import page_by_day
from graph.store import Change, Node, Store, Value
from graph.vocabulary import Order


def pages(store: Store, sort: Order, since: str | None, until: str | None, entity: str | None) -> list[list[str]]:
    found = []
    for question in (meetings, agreements, events):
        cursor, ids = None, []
        while True:
            page = question(store, sort=sort, since=since, until=until, entity=entity, limit=1, cursor=cursor)
            ids += [event.id for event in page.items]
            if not (cursor := page.next):
                break
        found.append(ids)
    return found


def test_arrays_in_memory_give_the_pages_that_the_store_gives(world: Store) -> None:
    with world.write() as transaction:
        odd = {
            "m-90": {},
            "m-91": {"earliest": "2024-01-01"},
            "m-92": {"latest": "2023-12-31"},
            "m-93": {"earliest": "2024-01-01", "latest": "2024-12-31"},
            "m-94": {},
        }
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": id, **days}) for id, days in odd.items()]))
    orders: tuple[Order, ...] = ("latest", "earliest")
    asked = list(product(orders, (None, "2024", "2023-12-31"), (None, "2024-06"), (None, "p-08")))
    by_store = [pages(world, *each) for each in asked]
    assert page_by_day(world, {"meetings": {}}, None, {"before": "", "after": "", "oldest_first": True}) is None
    ranking(world)  # counts in these arrays
    assert [pages(world, *each) for each in asked] == by_store
    assert len({id for each in by_store for ids in each for id in ids}) > 7


def test_what_was_changed_since_is_asked_of_the_store(world: Store) -> None:
    ranking(world)
    before = [event.id for event in meetings(world, sort="earliest").items]
    with world.write() as transaction:
        oldest = {"id": "m-99", "date": "1999", "earliest": "1999-01-01", "latest": "1999-12-31"}
        transaction.apply(Change(put_nodes=[Node("Meeting", oldest)]))
    assert [event.id for event in meetings(world, sort="earliest").items] == ["m-99", *before]


@pytest.mark.parametrize("place", ["2024", "~~~", "x", "２０２４-01-01"])
def test_a_place_that_is_no_day_is_left_to_the_store(world: Store, place: str) -> None:
    ranking(world)
    at: dict[str, Value] = {"before": place, "after": "", "oldest_first": True, "limit": 1}
    assert page_by_day(world, {"meetings": {"since": "", "until": ""}}, None, at) is None


def test_a_timeline_is_the_same_with_the_arrays_in_memory(world: Store) -> None:
    whole = [timeline(world, id, since=since) for id in ("p-01", "p-08", "i-bistu") for since in (None, "2024")]
    ranking(world)
    assert [timeline(world, id, since=since) for id in ("p-01", "p-08", "i-bistu") for since in (None, "2024")] == whole
