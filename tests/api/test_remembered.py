from collections.abc import Iterator
from itertools import product

import pytest
from fastapi.testclient import TestClient
from starlette.responses import Response

from api.app import create_app
from api.remembered import OVERHEAD, Remembered
from graph.settings import Settings
from graph.store import Change, Node, Row, Store, Value

PLAIN = {"Accept-Encoding": ""}


class Counting:
    """A store that counts how often it is read."""

    def __init__(self, store: Store) -> None:
        self._store, self.reads = store, 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    def read(self, query: str, /, **parameters: Value) -> list[Row]:
        self.reads += 1
        return self._store.read(query, **parameters)


@pytest.fixture
def counting(world: Store) -> Counting:
    return Counting(world)


@pytest.fixture
def asked(counting: Counting) -> Iterator[TestClient]:
    app = create_app(Settings(store="world"), counting)  # type: ignore[arg-type] # has all of a store
    with TestClient(app, follow_redirects=False) as client:
        yield client


FORMS = (PLAIN, {"Accept-Encoding": "gzip"}, {"Accept": "text/csv"})


def test_who_asks_the_same_again_is_answered_without_the_store(asked: TestClient, counting: Counting) -> None:
    paths = ["/v1/stats", "/v1/events?limit=2", "/v1/search?q=lin", "/v1/entities/p-01/met", "/v1/entities/p-01"]
    for path, headers in product(paths, FORMS):
        first, before = asked.get(path, headers=headers), counting.reads
        again = asked.get(path, headers=headers)
        assert counting.reads == before, path
        assert (again.status_code, again.content) == (200, first.content), path
        told = [dict(answer.headers) for answer in (first, again)]
        ids = {each.pop("x-request-id") for each in told}
        assert told[0] == told[1]
        assert len(ids) == 2


def test_no_answer_outlives_a_change_of_the_store(asked: TestClient, world: Store) -> None:
    for number in range(3):
        answers = [asked.get("/v1/search?q=Nora", headers=PLAIN).json()["items"] for _ in range(2)]
        assert [len(items) for items in answers] == [number, number]
        names: dict[str, Value] = {"name": f"Nora {number}", "name_zh": None, "name_en": None, "aliases": []}
        with world.write() as transaction:
            transaction.apply(Change(put_nodes=[Node("Person", {"id": f"p-9{number}", **names})]))


def test_forms_and_codings_are_not_mixed_up(asked: TestClient) -> None:
    path = "/v1/events?limit=5"
    for _ in range(2):
        assert asked.get(path, headers=PLAIN).headers.get("content-encoding") is None
        assert asked.get(path, headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
        assert asked.get(path, headers={"Accept": "text/csv"}).text.startswith("\ufeffid,")
        assert set(asked.get(path + "&fields=id").json()["items"][0]) == {"id"}
        assert "evidence" not in asked.get(path).json()["items"][0]


def test_what_a_key_opened_is_told_as_its_bearers_alone_though_it_is_remembered(asked: TestClient) -> None:
    first = asked.get("/v1/stats")
    assert first.headers["cache-control"] == "private, no-cache"
    assert asked.get("/v1/stats", headers={"Authorization": "Bearer jjj_k-0_wrong"}).status_code == 401


def test_failures_are_not_remembered(asked: TestClient, world: Store) -> None:
    assert asked.get("/v1/entities/p-98").status_code == 404
    with world.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Person", {"id": "p-98", "name": "Ada Berg"})]))
    assert asked.get("/v1/entities/p-98").status_code == 200


def test_only_so_much_is_remembered_and_what_was_asked_for_last_stays() -> None:
    remembered = Remembered(most=3 * (OVERHEAD + 10))
    for tag in ("a", "b", "c"):
        remembered.put(tag, Response(b"0123456789"))
    assert remembered.get("a")
    remembered.put("d", Response(b"0123456789"))
    assert [tag for tag in "abcd" if remembered.get(tag)] == ["a", "c", "d"]
    remembered.put("d", Response(b"01234"))
    assert remembered.size == 3 * OVERHEAD + 25


def test_what_is_sent_of_a_remembered_answer_can_be_added_to_without_changing_it() -> None:
    remembered = Remembered()
    remembered.put("a", Response(b"0123456789"))
    first = remembered.get("a")
    assert first
    first.headers["X-Request-ID"] = "one"
    again = remembered.get("a")
    assert again
    assert "x-request-id" not in again.headers
