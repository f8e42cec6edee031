"""A walk through thousands of results while articles come and go: nothing twice, and all that was there throughout."""

import random
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings
from graph.store import Change, Edge, Node, Store, Value

pytestmark = pytest.mark.slow
STAYING, GOING = 2000, 600
"""Meetings, and half as many agreements and articles."""
PERSONS = [f"p-{number:02}" for number in range(20)]


@pytest.fixture(scope="module")
def walked(module_store: Store) -> Iterator[TestClient]:
    """A client of the service over thousands of events; ``-s`` in an id stays, ``-g`` may go."""
    names: dict[str, Value] = {"name_zh": None, "name_en": None, "aliases": []}
    persons = [Node("Person", {"id": id, "name": id, **names}) for id in PERSONS]
    body = Node("Institution", {"id": "i-01", "name": "i-01", **names})
    made = [_happening(f"{kind}{number:05}") for kind, many in (("s", STAYING), ("g", GOING)) for number in range(many)]
    whole = Change(
        put_nodes=[*persons, body, *(node for change in made for node in change.put_nodes)],
        put_edges=[edge for change in made for edge in change.put_edges],
    )
    with module_store.write() as transaction:
        transaction.apply(whole)
    with TestClient(create_app(Settings(store="walked"), module_store), raise_server_exceptions=False) as client:
        yield client


def _happening(name: str) -> Change:
    """A meeting with two persons, reported by an article; for every second one an agreement instead."""
    draw = random.Random(name)
    day = f"2024-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}" if draw.random() < 0.95 else None
    dated: dict[str, Value] = {"date": day, "earliest": day, "latest": day}
    if name[-1] in "02468":
        event, end = Node("Agreement", {"id": f"g-{name}", "status": "signed", **dated}), ("Agreement", f"g-{name}")
        part = Edge("PARTY_TO", ("Institution", "i-01"), end)
        people = [Edge("SIGNED", ("Person", id), end) for id in draw.sample(PERSONS, 2)]
    else:
        event, end = Node("Meeting", {"id": f"m-{name}", **dated}), ("Meeting", f"m-{name}")
        part = Edge("TOOK_PART", ("Institution", "i-01"), end)
        people = [Edge("ATTENDED", ("Person", id), end) for id in draw.sample(PERSONS, 2)]
    article = Node("Article", {"id": f"a-{name}", "lang": "en", "published": day, "text": "They met."})
    told: dict[str, Value] = {"quote": "They met.", "start": 0, "end": 9, "record": f"r-{name}"}
    report = Edge("REPORTED_IN", end, ("Article", f"a-{name}"), told)
    return Change(put_nodes=[event, article], put_edges=[part, *people, report])


@contextmanager
def coming_and_going(store: Store) -> Iterator[None]:
    """Loads new events, each with a person of its own, and removes old ones and new ones, until the walk is over."""
    over = threading.Event()
    failed: list[BaseException] = []

    def work() -> None:
        numbers, draw = count(), random.Random(3)
        there = [f"g{number:05}" for number in range(GOING)]
        try:
            while not over.is_set():
                name = f"n{next(numbers):05}"
                there.append(name)
                gone = there.pop(draw.randrange(len(there)))
                kind, letter = ("Agreement", "g") if gone[-1] in "02468" else ("Meeting", "m")
                names: dict[str, Value] = {"name": name, "name_zh": None, "name_en": None, "aliases": []}
                own = Edge("ATTENDED", ("Person", f"p-{name}"), ("Meeting", f"m-{name}"))
                with store.write() as transaction:
                    transaction.apply(_happening(name))
                    if name[-1] not in "02468":
                        person = Node("Person", {"id": f"p-{name}", **names})
                        transaction.apply(Change(put_nodes=[person], put_edges=[own]))
                    leaving = [(kind, f"{letter}-{gone}"), ("Article", f"a-{gone}"), ("Person", f"p-{gone}")]
                    transaction.apply(Change(drop_nodes=leaving))
        except BaseException as error:  # noqa: BLE001 - told below, in the thread of the test
            failed.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    try:
        yield
    finally:
        over.set()
        worker.join()
    assert not failed, failed


def walk(client: TestClient, path: str, query: dict[str, str]) -> list[str]:
    found: list[str] = []
    cursor: str | None = None
    while not found or cursor:
        answer = client.get(path, params={**query, **({"cursor": cursor} if cursor else {})})
        assert answer.status_code == 200, answer.text
        found += [item["id"] for item in answer.json()["items"]]
        cursor = answer.json()["next"]
    return found


@pytest.mark.parametrize(
    ("path", "letters", "query"),
    [
        ("/v1/events", "mg", {"limit": "100"}),
        ("/v1/events", "mg", {"limit": "70", "sort": "earliest", "fields": "id"}),
        ("/v1/meetings", "m", {"limit": "90", "entity": "i-01"}),
        ("/v1/agreements", "g", {"limit": "33", "sort": "earliest", "status": "signed"}),
        ("/v1/articles", "a", {"limit": "150"}),
    ],
    ids=["events", "events-earliest", "meetings-of", "agreements-earliest", "articles"],
)
def test_a_walk_gives_nothing_twice_and_all_that_was_there_throughout(
    walked: TestClient, module_store: Store, path: str, letters: str, query: dict[str, str]
) -> None:
    edition = module_store.edition()
    with coming_and_going(module_store):
        found = walk(walked, path, query)
    staying = {
        f"{letter}-s{number:05}"
        for number in range(STAYING)
        for letter in letters
        if letter == "a" or (letter == "g") == (number % 2 == 0)
    }
    assert module_store.edition() > edition + 3
    assert [id for id, times in Counter(found).items() if times > 1] == []
    assert staying <= set(found)


@pytest.mark.parametrize("path", ["/v1/events", "/v1/meetings", "/v1/search?q=p-0", "/v1/stats/top?by=meetings"])
def test_a_cursor_that_was_changed_or_is_of_another_list_is_a_400(walked: TestClient, path: str) -> None:
    joint = "&" if "?" in path else "?"
    cursor = walked.get(f"{path}{joint}limit=1").json()["next"]
    assert cursor
    bad = [cursor[:-1], cursor[1:], cursor + "A", cursor[::-1], cursor.swapcase(), "e30", "W10"]
    other = walked.get("/v1/articles?limit=1").json()["next"]
    for each in [*bad, other]:
        answer = walked.get(f"{path}{joint}limit=1&cursor={each}")
        assert (answer.status_code, answer.json()["type"]) == (400, "/docs#bad-cursor"), each
    longer = walked.get(f"{path}{joint}limit=2&cursor={cursor}")
    assert longer.status_code == 200
