"""Loading over HTTP, on both stores: what is taken, what is told of each, and who may."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from fastapi import Response
from fastapi.testclient import TestClient

from api.app import create_app
from api.idempotency import MOST, Answers, KeyRunning
from api.keys import Keys
from api.loads import AT_ONCE
from graph.settings import Settings
from graph.store import Store
from graph.stores import open_store

TEXT = {
    "text": "2024年4月19日，北京信息科技大学校长郭福会见通州区区长林月一行。双方就合作进行了交流。",
    "url": "https://news.example.org/1",
    "title": "林月一行来访",
    "published": "2024-04-20",
}
PAGE = {
    "html": "<html><head><title>A visit</title><link rel='canonical' href='https://news.example.org/2'></head><body>"
    "<h1>A visit</h1><p>On May 6, 2024, Han Xu, President of Hebei University of Technology, met with Guo Fu, "
    "President of Beijing Information Science and Technology University, in Tianjin. "
    "They agreed to go on.</p></body></html>",
}
FACTS = {
    "lang": "zh",
    "text": "吴小杰任河北工业大学校长。",
    "source": "register",
    "persons": [{"name": "吴小杰", "aliases": [], "roles": [{"title": "校长", "institution": "河北工业大学"}]}],
    "institutions": [{"name": "河北工业大学", "aliases": [], "type": "university"}],
}


def numbered(number: int) -> dict[str, Any]:
    return {"text": f"第{number}条。{TEXT['text']}", "url": f"https://news.example.org/many/{number}"}


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "keys.jsonl")


@pytest.fixture
def api(store: Store, keys: Keys) -> Iterator[TestClient]:
    app = create_app(Settings(store="loaded", keys=keys.path, write=True), store)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {keys.add('crawler', ['write'])[1]}"
        yield client


def ended(api: TestClient, location: str) -> dict[str, Any]:
    until = time.monotonic() + 60
    while (told := api.get(location).json())["state"] in ("waiting", "loading") and time.monotonic() < until:
        time.sleep(0.05)
    return dict(told)


def test_one_article_is_added_then_unchanged_replaced_and_removed(api: TestClient) -> None:
    first = api.post("/v1/articles", json=TEXT)
    [item] = first.json()["items"]
    assert (first.status_code, item["outcome"], item["says"], item["problem"]) == (201, "added", True, None)
    assert first.headers["Location"] == f"/v1/articles/{item['id']}"
    told = api.get(first.headers["Location"]).json()
    assert (told["text"], told["title"], told["source"]) == (TEXT["text"], TEXT["title"], "news.example.org")
    assert api.get("/v1/entities/郭福/met").json()["items"][0]["entity"]["name"] == "林月"
    again = api.post("/v1/articles", json=TEXT)
    assert (again.status_code, again.json()["items"][0]["outcome"]) == (200, "unchanged")
    other = api.post("/v1/articles", json=TEXT | {"text": "2024年4月19日，校长郭福出席活动。"})
    assert (other.status_code, other.json()["items"][0]["outcome"]) == (200, "replaced")
    assert api.delete(f"/v1/articles/{item['id']}").status_code == 204
    assert api.delete(f"/v1/articles/{item['id']}").status_code == 410
    assert api.get(f"/v1/articles/{item['id']}").status_code == 410
    assert api.delete("/v1/articles/a-000000000000").status_code == 404
    assert api.get("/v1/search", params={"q": "郭福"}).json()["items"] == []
    assert api.post("/v1/articles", json=TEXT).status_code == 201
    assert api.get(f"/v1/articles/{item['id']}").status_code == 200


def test_of_several_each_is_told_and_a_bad_one_stops_nothing(api: TestClient) -> None:
    bad: list[Any] = [
        {"title": "no text"},
        "text",
        None,
        {"text": "x", "published": "soon"},
        {"text": "x", "html": "x"},
    ]
    answer = api.post("/v1/articles", json=[bad[0], TEXT, *bad[1:], PAGE, FACTS, {"persons": [{"name": 7}]}])
    items = answer.json()["items"]
    assert answer.status_code == 207
    assert [item["index"] for item in items] == list(range(9))
    assert [item["outcome"] for item in items] == [None, "added", None, None, None, None, "added", "added", None]
    assert all(item["problem"]["detail"] and item["problem"]["status"] == 422 for item in items if not item["id"])
    assert answer.json()["counts"] == {"added": 3, "unchanged": 0, "replaced": 0, "duplicate": 0, "unusable": 6}
    assert api.get(f"/v1/articles/{items[6]['id']}").json()["url"] == "https://news.example.org/2"
    assert api.get(f"/v1/articles/{items[7]['id']}").json()["source"] == "register"
    assert api.get("/v1/entities/吴小杰").json()["posts"][0]["title"] == "校长"


@pytest.mark.parametrize(
    ("body", "name", "reason"),
    [
        (TEXT | {"publishd": "2024-04-20"}, "publishd", "no such member; near: published"),
        (TEXT | {"published": "soon"}, "published", "'soon' is not a date"),
        ({"lang": "zh", "persons": [{"name": 7}]}, "persons[0].name", "text is expected, not a number"),
    ],
)
def test_the_member_that_is_to_blame_is_named(api: TestClient, body: dict[str, Any], name: str, reason: str) -> None:
    answer = api.post("/v1/articles", json=body)
    assert (answer.status_code, answer.json()["detail"]) == (422, f"{name}: {reason}")
    assert answer.json()["errors"] == [{"in": "body", "name": name, "reason": reason}]
    several = api.post("/v1/articles", json=[TEXT, body])
    assert (several.status_code, several.json()["items"][1]["problem"]["detail"]) == (207, f"{name}: {reason}")


@pytest.mark.parametrize("body", [{"title": "no text"}, [], {}, {"text": " "}, "text", 7, {"text": 7}])
def test_what_cannot_be_used_at_all_is_a_problem(api: TestClient, body: Any) -> None:
    answer = api.post("/v1/articles", json=body)
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "application/problem+json")
    assert answer.json()["type"] == "/docs#invalid-request"


def test_many_are_loaded_afterwards_and_it_is_told_how_that_stands(api: TestClient) -> None:
    answer = api.post("/v1/articles", json=[*map(numbered, range(AT_ONCE)), {"title": "no text"}])
    assert (answer.status_code, answer.json()["total"], answer.headers["Retry-After"]) == (202, AT_ONCE + 1, "1")
    told = ended(api, answer.headers["Location"])
    assert (told["state"], told["user"], told["counts"]["added"], told["counts"]["unusable"]) == (
        "done",
        "crawler",
        AT_ONCE,
        1,
    )
    assert told["errors"] == [{"index": AT_ONCE, "reason": "no text: the field is missing or empty"}]
    assert api.get("/v1/stats").json()["nodes"]["article"] == AT_ONCE
    assert api.get("/v1/loads/l-000000000000").status_code == 404
    assert api.get("/v1/loads/..%2Fkeys").status_code in (404, 422)


def test_one_is_loaded_afterwards_where_the_client_wishes(api: TestClient) -> None:
    answer = api.post("/v1/articles", json=TEXT, headers={"Prefer": "respond-async"})
    assert answer.status_code == 202
    assert ended(api, answer.headers["Location"])["counts"]["added"] == 1


def test_an_idempotency_key_gives_the_same_answer_and_takes_no_other_body(api: TestClient) -> None:
    key = {"Idempotency-Key": "8e03978e-40d5"}
    first, second = (api.post("/v1/articles", json=TEXT, headers=key) for _ in range(2))
    assert (first.status_code, second.status_code, first.json()) == (201, 201, second.json())
    reused = api.post("/v1/articles", json=PAGE, headers=key)
    assert (reused.status_code, reused.json()["type"]) == (422, "/docs#idempotency-key-reused")
    assert api.post("/v1/articles", json=TEXT, headers={"Idempotency-Key": "x" * 256}).status_code == 422
    assert api.post("/v1/articles", json={}, headers={"Idempotency-Key": "y"}).status_code == 422
    assert api.post("/v1/articles", json=PAGE, headers={"Idempotency-Key": "y"}).status_code == 201


def test_a_key_whose_first_request_still_runs_waits() -> None:
    answers = Answers()

    def again() -> Response:
        with pytest.raises(KeyRunning):
            answers.once("k", "1", "same", Response)
        return Response()

    answers.once("k", "1", "same", again)


def test_no_more_loads_wait_than_there_is_room_for(
    api: TestClient, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.loads.WAITING", 0)
    answer = api.post("/v1/articles", json=TEXT, headers={"Prefer": "respond-async"})
    assert (answer.status_code, answer.json()["type"]) == (503, "/docs#too-many-loads")
    assert answer.headers["Retry-After"] == "10"


def test_kept_answers_are_bounded() -> None:
    answers = Answers()
    made = [answers.once("k", str(n), "same", Response) for n in range(MOST + 1)]
    assert answers.once("k", str(MOST), "same", Response) is made[MOST]
    assert answers.once("k", "0", "same", Response) is not made[0]


def test_a_page_of_another_site_cannot_write(store: Store, keys: Keys) -> None:
    evil = {"Origin": "https://evil.example", "Content-Type": "text/plain"}
    app = create_app(Settings(store="loaded", keys=keys.path, write=True), store)
    with TestClient(app, raise_server_exceptions=False) as client:
        for headers in (evil, evil | {"Content-Type": "application/json"}, {"Host": "evil.example"}, {}):
            assert client.post("/v1/articles", content=b'{"text": "x"}', headers=headers).status_code == 401
            assert client.delete("/v1/articles/a-000000000000", headers=headers).status_code == 401
        answer = client.options("/v1/articles", headers=evil | {"Access-Control-Request-Method": "POST"})
        assert "access-control-allow-origin" not in answer.headers
        key = {"Authorization": f"Bearer {keys.add('crawler', ['write'])[1]}"}
        assert client.post("/v1/articles", content=b'{"text": "x"}', headers=evil | key).status_code == 415
    assert store.edition() == 0


def test_reading_keys_and_services_for_reading_do_not_load(store: Store, keys: Keys) -> None:
    for write, scope, status in ((True, "read", 403), (True, "cypher", 403), (False, "write", 403)):
        app = create_app(Settings(store="loaded", keys=keys.path, write=write), store)
        with TestClient(app, raise_server_exceptions=False) as client:
            client.headers["Authorization"] = f"Bearer {keys.add('x', [scope])[1]}"  # type: ignore[list-item]
            assert client.post("/v1/articles", json=TEXT).status_code == status
            assert client.delete("/v1/articles/a-000000000000").status_code == status
            assert client.get("/v1/loads/l-000000000000").status_code == status


def test_readers_go_on_while_many_write_and_nothing_is_lost(tmp_path: Path, keys: Keys) -> None:
    settings = Settings(store=str(tmp_path / "graph.lbug"), keys=keys.path, write=True)
    key = {"Authorization": f"Bearer {keys.add('crawler', ['write'])[1]}"}
    with TestClient(create_app(settings), raise_server_exceptions=False) as api:
        answers: list[int] = []

        def write(first: int) -> None:
            for number in range(first, first + 4):
                answers.append(api.post("/v1/articles", json=numbered(number), headers=key).status_code)

        writers = [Thread(target=write, args=(4 * n,)) for n in range(3)]
        for writer in writers:
            writer.start()
        read = [api.get("/v1/articles").status_code for _ in range(20)]
        for writer in writers:
            writer.join()
        assert (answers, set(read)) == ([201] * 12, {200})
        assert api.get("/v1/stats").json()["nodes"]["article"] == 12
        neighbours = api.get("/v1/entities/郭福/neighbourhood").json()
        assert any(node["name"] == "林月" for node in neighbours["nodes"])
    with open_store(settings) as store:
        assert len(list(store.nodes("Article"))) == 12


def test_a_load_that_the_end_of_the_service_interrupts_says_so_and_can_be_sent_again(
    tmp_path: Path, keys: Keys
) -> None:
    settings = Settings(store=str(tmp_path / "graph.lbug"), keys=keys.path, write=True)
    key = {"Authorization": f"Bearer {keys.add('crawler', ['write'])[1]}"}
    many = [numbered(number) for number in range(300)]
    with TestClient(create_app(settings)) as api:
        location = api.post("/v1/articles", json=many, headers=key).headers["Location"]
    with TestClient(create_app(settings)) as api:
        told = api.get(location, headers=key).json()
        assert told["state"] == "interrupted"
        assert api.get("/v1/stats").json()["nodes"].get("article", 0) == told["counts"]["added"] < 300
