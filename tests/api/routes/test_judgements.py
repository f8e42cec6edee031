"""Judgements over HTTP, on both stores: who may, what is decided, and where the ids lead afterwards."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.keys import Keys, Scope
from graph.article import Article
from graph.errors import SettingsError
from graph.facts import AgreementFact, EventDate, Evidence, Facts, InstitutionFact, PersonFact, Post
from graph.identity.ledger import take_in, take_out
from graph.identity.records import entity_id, record_id
from graph.settings import Settings
from graph.store import Store

NAMES = ("北京信息科技大学", "河北工业大学", "南开大学")


def _item(number: int, body: str) -> tuple[Article, Facts]:
    article = Article(f"{number}.txt", f"{number}：吴小杰任{body}校长。", origin=f"/in/{number}.txt")
    person = PersonFact("吴小杰", (), (Post("校长", body),))
    published = f"2024-05-0{number}"
    return article, Facts("", "zh", None, published, (person,), (InstitutionFact(body, (), "university"),))


ITEMS = [_item(number, body) for number, body in enumerate(NAMES, 1)]
A, B, C = (entity_id("person", record_id(article.id, "person", "吴小杰")) for article, _ in ITEMS)


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "keys.jsonl")


@pytest.fixture
def api(store: Store, keys: Keys) -> Iterator[TestClient]:
    """A service that may write, over three namesakes; its client bears a key of scope write."""
    take_in(store, ITEMS)
    app = create_app(Settings(store="three", keys=keys.path, write=True), store)
    _, key = keys.add("li", ["write"])
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        client.headers["Authorization"] = f"Bearer {key}"
        yield client


def _decide(api: TestClient, a: str, b: str, verdict: str = "same", **more: Any) -> Any:
    return api.post("/v1/judgements", json={"a": a, "b": b, "verdict": verdict, **more})


def test_a_decision_merges_answers_308_from_the_merged_id_and_is_taken_back(api: TestClient) -> None:
    made = _decide(api, A, B, reason="同一简历")
    judgement = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/judgements/{judgement['id']}"
    assert (judgement["left"]["entity"], judgement["right"]["entity"], judgement["user"]) == (A, A, "li")
    for rest in ("", "/met", "/timeline", "/neighbourhood?depth=1", "/why"):
        moved = api.get(f"/v1/entities/{B}{rest}")
        assert (moved.status_code, moved.headers["location"]) == (308, f"/v1/entities/{A}{rest}")
    why = api.get(f"/v1/entities/{A}/why").json()
    assert [join["by"] for join in why["joins"]] == ["judgement"]
    assert judgement.pop("warnings") == []
    assert api.get(made.headers["location"]).json() == judgement
    undone = api.delete(made.headers["location"])
    assert (undone.status_code, undone.json()["standing"]) == (200, "withdrawn")
    assert undone.json()["right"]["entity"] == B
    assert api.get(f"/v1/entities/{B}").status_code == 200
    assert [j["standing"] for j in api.get("/v1/judgements").json()["items"]] == ["withdrawn"]
    assert api.delete(made.headers["location"]).json() == undone.json()


def test_two_persons_of_one_article_judged_the_same_are_taken_with_a_warning(api: TestClient, store: Store) -> None:
    article = Article("9.txt", "林月与高远会谈。", origin="/in/9.txt")
    take_in(store, [(article, Facts("", "zh", None, "2024-05-09", (PersonFact("林月"), PersonFact("高远"))))])
    warned = _decide(api, "林月", "高远").json()["warnings"]
    assert warned == ["林月 and 高远 are written differently", f"one article names both, as two: {article.id}"]
    assert _decide(api, "林月", A, "different").json()["warnings"] == []


def test_a_merged_id_leads_on_after_its_article_went_and_is_gone_with_the_last(api: TestClient, store: Store) -> None:
    _decide(api, A, B)
    take_out(store, ITEMS[1][0].id)
    moved = api.get(f"/v1/entities/{B}")
    assert (moved.status_code, moved.headers["location"]) == (308, f"/v1/entities/{A}")
    take_out(store, ITEMS[0][0].id)
    for id in (A, B):
        assert api.get(f"/v1/entities/{id}").status_code == 410
        assert api.get(f"/v1/entities/{id}/why").status_code == 410
    take_in(store, ITEMS[1::-1])
    assert api.get(f"/v1/entities/{B}").headers["location"] == f"/v1/entities/{A}"


def test_an_id_of_the_tables_is_gone_with_its_last_article_and_comes_back(api: TestClient, store: Store) -> None:
    assert api.get("/v1/entities/i-bistu").status_code == 200
    take_out(store, ITEMS[0][0].id)
    assert api.get("/v1/entities/i-bistu").status_code == 410
    take_in(store, ITEMS[:1])
    assert api.get("/v1/entities/i-bistu").status_code == 200
    assert api.get("/v1/entities/i-thu").status_code == 404


def test_two_releases_judged_one_agreement_are_one_until_it_is_taken_back(api: TestClient, store: Store) -> None:
    items, ids = [], []
    for year in ("2022", "2024"):
        day = EventDate(f"{year}-04-19", f"{year}-04-19", f"{year}-04-19", "text")
        article = Article(f"{year}.txt", f"{year}年双方签署协议。", origin=f"/in/{year}.txt")
        bodies = tuple(InstitutionFact(name, (), "university") for name in NAMES[:2])
        signed = AgreementFact("signed", day, NAMES[:2], evidence=Evidence(5, 11, "双方签署协议"))
        items.append((article, Facts("", "zh", None, f"{year}-04-20", (), bodies, (), (), (signed,))))
        ids.append(entity_id("agreement", record_id(article.id, "agreement", "5-11")))
    take_in(store, items)
    made = _decide(api, *ids).json()
    assert made["left"]["entity"] == made["right"]["entity"] == ids[0]
    assert len(api.get(f"/v1/agreements/{ids[0]}").json()["evidence"]) == 2
    for rest in ("", "/why"):
        moved = api.get(f"/v1/agreements/{ids[1]}{rest}")
        assert (moved.status_code, moved.headers["location"]) == (308, f"/v1/agreements/{ids[0]}{rest}")
    assert api.get(f"/v1/meetings/{ids[0]}/why").status_code == 404
    assert [j["by"] for j in api.get(f"/v1/agreements/{ids[0]}/why").json()["joins"]] == ["judgement"]
    api.delete(f"/v1/judgements/{made['id']}")
    assert [api.get(f"/v1/agreements/{id}").status_code for id in ids] == [200, 200]


def test_what_was_decided_before_is_200_and_what_contradicts_409(api: TestClient) -> None:
    first, second = _decide(api, A, B).json()["id"], _decide(api, B, C).json()["id"]
    again = _decide(api, B, A)
    assert (again.status_code, again.json()["id"]) == (200, first)
    refused = _decide(api, A, C, "different")
    problem = refused.json()
    assert (refused.status_code, problem["type"]) == (409, "/docs#contradiction")
    assert {first, second} < set(problem["judgements"])


def test_candidates_are_the_pairs_that_nobody_decided(api: TestClient) -> None:
    items = api.get("/v1/candidates?kind=person").json()["items"]
    assert {frozenset((pair["a"], pair["b"])) for pair in items} == {frozenset(p) for p in ((A, B), (A, C), (B, C))}
    assert "吴小杰任" in items[0]["left"]["records"][0]["quotes"][0]["quote"]
    _decide(api, A, B, "different")
    _decide(api, B, C, "unsure")
    [left] = api.get("/v1/candidates").json()["items"]
    assert {left["a"], left["b"]} == {A, C}


@pytest.mark.parametrize(
    ("body", "status", "slug"),
    [
        ({"a": A, "b": A, "verdict": "same"}, 422, "invalid-request"),
        ({"a": A, "b": "i-bistu", "verdict": "same"}, 422, "invalid-request"),
        ({"a": A, "b": B, "verdict": "maybe"}, 422, "invalid-request"),
        ({"a": A, "b": B}, 422, "invalid-request"),
        ({"a": A, "b": B, "verdict": "same", "user": "someone else"}, 422, "invalid-request"),
        ({"a": A, "b": "", "verdict": "same"}, 422, "invalid-request"),
        ({"a": A, "b": B, "verdict": "same", "reason": "x" * 1001}, 422, "invalid-request"),
        ({"a": A, "b": B, "verdict": "same", "reason": "\ud800"}, 400, "malformed-body"),
        ({"a": "\ud800", "b": B, "verdict": "same"}, 400, "malformed-body"),
        ([], 422, "invalid-request"),
        ({"a": A, "b": "nobody at all", "verdict": "same"}, 404, "not-found"),
        ({"a": A, "b": "r-ffffffffffff", "verdict": "same"}, 404, "not-found"),
        ({"a": A, "b": "吴小杰", "verdict": "same"}, 409, "ambiguous"),
    ],
)
def test_a_decision_without_meaning_is_a_problem(api: TestClient, body: Any, status: int, slug: str) -> None:
    import json

    answer = api.post("/v1/judgements", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (status, f"/docs#{slug}")
    assert api.get("/v1/judgements").json()["items"] == []


def test_of_a_record_or_an_entity_only_the_judgements_on_it_are_listed(api: TestClient) -> None:
    made = _decide(api, A, B).json()
    records = [record_id(article.id, "person", "吴小杰") for article, _ in ITEMS]
    listed = [api.get("/v1/judgements", params={"entity": id}).json()["items"] for id in (A, *records)]
    assert [[j["id"] for j in items] for items in listed] == [[made["id"]]] * 3 + [[]]
    assert api.get("/v1/judgements", params={"entity": "r-ffffffffffff"}).status_code == 404


def test_what_is_wrong_with_a_whole_body_is_told_without_a_name(api: TestClient) -> None:
    detail = api.post("/v1/judgements", json=[]).json()["detail"]
    assert detail.startswith("body: an object")


def test_a_body_that_is_no_json_and_a_judgement_that_is_not_there_are_problems(api: TestClient) -> None:
    answer = api.post("/v1/judgements", content="{", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["type"]) == (400, "/docs#malformed-body")
    for ask in (api.get, api.delete):
        assert ask("/v1/judgements/j-000000000000").status_code == 404


def _bearing(api: TestClient, key: str) -> TestClient:
    api.headers["Authorization"] = key
    return api


def test_writing_needs_a_key_of_scope_write_on_this_machine_too(api: TestClient, keys: Keys) -> None:
    decision = {"a": A, "b": B, "verdict": "same"}
    wrong: list[tuple[str, int, str]] = [
        ("", 401, "unauthenticated"),
        ("Basic bGk6bGk=", 401, "unauthenticated"),
        ("Bearer made-up", 401, "unauthenticated"),
        (f"Bearer {keys.add('reader', ['read'])[1]}", 403, "forbidden"),
        (f"Bearer {keys.add('asker', ['cypher'])[1]}", 403, "forbidden"),
    ]
    for key, status, slug in wrong:
        for answer in (
            _bearing(api, key).post("/v1/judgements", json=decision),
            _bearing(api, key).delete("/v1/judgements/j-000000000000"),
        ):
            assert (answer.status_code, answer.json()["type"]) == (status, f"/docs#{slug}")
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["www-authenticate"].startswith('Bearer realm="jingjinji"')
    assert api.get("/v1/judgements", headers={"Authorization": ""}).json()["items"] == []
    root, text = keys.add("root", ["admin"])
    assert _bearing(api, f"Bearer {text}").post("/v1/judgements", json=decision).status_code == 201
    keys.revoke(root.id)
    assert api.get("/v1/judgements").status_code == 401


def test_a_service_that_was_started_for_reading_writes_for_nobody(store: Store, keys: Keys) -> None:
    take_in(store, ITEMS)
    _, key = keys.add("li", ["write"])
    with TestClient(create_app(Settings(store="three", keys=keys.path), store)) as api:
        answer = _bearing(api, f"Bearer {key}").post("/v1/judgements", json={"a": A, "b": B, "verdict": "same"})
    assert (answer.status_code, answer.json()["type"]) == (403, "/docs#read-only")


def test_where_others_can_ask_every_question_needs_a_key(store: Store, keys: Keys) -> None:
    take_in(store, ITEMS)
    app = create_app(Settings(store="three", keys=keys.path), store, anonymous=False)
    with pytest.raises(SettingsError, match="no keys"), TestClient(app):
        pass
    scopes: list[Scope] = ["admin"]  # some are for who may write, or for operators
    _, key = keys.add("li", scopes)
    with TestClient(app, follow_redirects=False) as api:
        asked = [path for path, operations in app.openapi()["paths"].items() if "get" in operations]
        for path in asked:
            address = path.replace("{name}", A).replace("{id}", "j-000000000000")
            status = api.get(address).status_code
            assert status == (401 if path.startswith("/v1/") or path == "/metrics" else 200), path
            told = api.get(address, headers={"Authorization": f"Bearer {key}"}).status_code
            assert told != 401
            # This service was started for reading: it has neither loads nor suppressions to tell of.
            assert told != 403 or path in ("/v1/loads/{id}", "/v1/suppressions"), path
        for path in ("/", "/docs", "/openapi.json"):
            assert api.get(path).status_code == 200


def test_an_answer_to_a_key_is_kept_by_no_shared_cache(api: TestClient) -> None:
    headers = api.get("/v1/candidates").headers
    assert "private" in headers["cache-control"]
    assert "Authorization" in headers["vary"]
    tag = headers["etag"]
    assert api.get("/v1/candidates", headers={"If-None-Match": tag}).status_code == 304
    _decide(api, A, B)
    assert api.get("/v1/candidates", headers={"If-None-Match": tag}).status_code == 200
