import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.problems import KINDS
from graph.settings import Settings
from graph.store import Change, Edge, Store

BAD = [
    ("/v1/nothing", 404, "no-route"),
    ("/static/../app.py", 404, "no-route"),
    ("/static/app.py", 404, "no-route"),
    ("/v1/entities/nobody at all", 404, "not-found"),
    ("/v1/entities/p-ffffffffffff", 404, "not-found"),
    ("/v1/entities/%00", 404, "not-found"),
    ("/v1/entities/%FF%FE", 404, "not-found"),
    ("/v1/entities/%ED%A0%80/met", 404, "not-found"),
    ("/v1/entities/%20/met", 404, "not-found"),
    ("/v1/meetings/g-01", 404, "not-found"),
    ("/v1/agreements/nothing", 404, "not-found"),
    ("/v1/articles/a-ff", 404, "not-found"),
    ("/v1/meetings?entity=nobody at all", 404, "not-found"),
    ("/v1/paths?from=Lin Yue&to=nobody at all", 404, "not-found"),
    ("/v1/entities/王伟", 409, "ambiguous"),
    ("/v1/paths?from=Wang Wei&to=Lin Yue", 409, "ambiguous"),
    ("/v1/entities/p-0gone/timeline", 410, "gone"),
    ("/v1/search", 422, "invalid-request"),
    ("/v1/search?q=", 422, "invalid-request"),
    ("/v1/search?q=x&kind=planet", 422, "invalid-request"),
    ("/v1/search?q=" + "x" * 201, 422, "invalid-request"),
    ("/v1/search?q=x&limit=0", 422, "invalid-request"),
    ("/v1/search?q=x&limit=many", 422, "invalid-request"),
    ("/v1/search?q=x&limit=99999999999999999999", 422, "invalid-request"),
    ("/v1/meetings?cursor=made-up", 400, "bad-cursor"),
    ("/v1/meetings?since=soon", 422, "invalid-request"),
    ("/v1/meetings?since=2025&until=2024", 422, "invalid-request"),
    ("/v1/agreements?status=maybe", 422, "invalid-request"),
    ("/v1/articles?lang=fr", 422, "invalid-request"),
    ("/v1/paths?from=Lin Yue", 422, "invalid-request"),
    ("/v1/paths?from=Lin Yue&to=BISTU&max_hops=11", 422, "invalid-request"),
    ("/v1/paths?from=Lin Yue&to=BISTU&mode=longest", 422, "invalid-request"),
    ("/v1/entities/Lin Yue/met?grade=best", 422, "invalid-request"),
    ("/v1/entities/Lin Yue/neighbourhood?depth=9", 422, "invalid-request"),
    ("/v1/entities/Lin Yue/neighbourhood?edge=knows", 422, "invalid-request"),
    ("/v1/meetings?sinc=2024", 422, "invalid-request"),
    ("/v1/entities/Lin Yue/met?sinc=2024", 422, "invalid-request"),
    ("/v1/stats?since=2024", 422, "invalid-request"),
]


@pytest.mark.parametrize(("path", "status", "slug"), BAD)
def test_a_bad_request_is_answered_with_its_problem(client: TestClient, path: str, status: int, slug: str) -> None:
    answer = client.get(path)
    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"/docs#{slug}"
    assert problem["title"]
    assert problem["detail"]
    assert problem["request_id"] == answer.headers["x-request-id"]


def test_an_ambiguous_name_comes_with_the_candidates(client: TestClient) -> None:
    candidates = client.get("/v1/entities/王伟").json()["candidates"]
    assert [(c["id"], c["kind"], c["name"]) for c in candidates] == [
        ("p-05", "person", "王伟"),
        ("p-06", "person", "王伟"),
    ]


def test_candidates_come_with_what_tells_them_apart(client: TestClient, world: Store) -> None:
    with world.write() as transaction:
        post = Edge("HOLDS", ("Person", "p-06"), ("Institution", "i-bit"), {"title": "教授", "latest": "2024-05-01"})
        transaction.apply(Change(put_edges=[post]))
    first, second = (each["context"] for each in client.get("/v1/entities/王伟").json()["candidates"])
    assert first is None
    assert (second["title"], second["name"], second["latest"]) == ("教授", "北京理工大学", "2024-05-01")


def test_an_unknown_name_comes_with_near_ones(client: TestClient) -> None:
    assert client.get("/v1/entities/Gao Yuang").json()["near"] == ["高远"]


def test_a_bad_parameter_is_named(client: TestClient) -> None:
    errors = client.get("/v1/search?q=x&limit=0").json()["errors"]
    assert [(e["in"], e["name"]) for e in errors] == [("query", "limit")]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("since=soon", "since"),
        ("until=soon", "until"),
        ("since=2025&until=2024", "since"),
        ("cursor=made-up", "cursor"),
        ("limit=0", "limit"),
    ],
)
def test_what_only_the_question_can_judge_is_named_too(client: TestClient, question: str, name: str) -> None:
    (error,) = client.get(f"/v1/meetings?{question}").json()["errors"]
    assert (error["in"], error["name"]) == ("query", name)


def test_a_parameter_that_is_not_there_is_named_with_those_near_it(client: TestClient) -> None:
    errors = client.get("/v1/meetings?sinc=2024&colour=red&limit=1").json()["errors"]
    assert [(e["in"], e["name"]) for e in errors] == [("query", "sinc"), ("query", "colour")]
    assert errors[0]["reason"] == "no such parameter; near: since"
    assert "since, until, entity, district" in errors[1]["reason"]


def test_an_answer_that_the_client_has_does_not_hide_a_wrong_parameter(client: TestClient) -> None:
    assert client.get("/v1/stats?colour=red", headers={"If-None-Match": "*"}).status_code == 422


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_a_method_that_is_not_there_is_refused_with_those_that_are(client: TestClient, method: str) -> None:
    answer = client.request(method, "/v1/stats", content=b"{")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.json()["type"] == "/docs#method-not-allowed"


def test_a_fault_of_ours_tells_its_request_id_and_nothing_of_the_inside(
    client: TestClient, world: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret place")

    monkeypatch.setattr(world, "read", fail)
    with caplog.at_level(logging.ERROR, "api.problems"):
        answer = client.get("/v1/stats", headers={"X-Request-ID": "mine-1"})
    assert (answer.status_code, answer.headers["x-request-id"]) == (500, "mine-1")
    assert answer.json()["type"] == "/docs#internal-error"
    assert "secret" not in answer.text
    (record,) = caplog.records
    assert vars(record)["request_id"] == "mine-1"


def test_without_a_store_the_service_lives_and_says_that_it_is_not_ready(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(store=str(tmp_path / "none" / "graph.lbug")))) as client:
        assert client.get("/healthz").status_code == 200
        answer = client.get("/readyz")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert client.get("/v1/stats").json()["type"] == "/docs#store-unavailable"
        assert str(tmp_path) not in answer.text


def test_every_kind_of_problem_is_explained_in_the_documents() -> None:
    told = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    page = (Path(__file__).parents[2] / "api" / "static" / "docs.html").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"`{kind.slug}`" in told
        assert f'id="{kind.slug}"' in page
