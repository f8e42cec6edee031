"""Every route answers what the question function answers: the same words as ``jjj --json``."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.cleaned import cleaned
from graph import questions as q
from graph.questions import TieFilter
from graph.store import Store

Ask = Callable[[Store], Any]

QUESTIONS: list[tuple[str, Ask]] = [
    ("/v1/search?q=beijing", lambda s: q.search(s, "beijing")),
    ("/v1/search?q=北京&kind=institution&limit=1", lambda s: q.search(s, "北京", kind="institution", limit=1)),
    ("/v1/entities/林月", lambda s: q.entity(s, "p-01")),
    ("/v1/entities/Lin Yue", lambda s: q.entity(s, "p-01")),
    ("/v1/entities/p-01", lambda s: q.entity(s, "p-01")),
    ("/v1/entities/Anna O'Neill", lambda s: q.entity(s, "p-04")),
    ("/v1/entities/Rock%2FSoft Co.", lambda s: q.entity(s, "i-0a")),
    ("/v1/entities/Rock%2FSoft Co./met", lambda s: q.met(s, "i-0a")),
    ("/v1/entities/高远/met", lambda s: q.met(s, "p-02")),
    (
        "/v1/entities/Gao Yuan/met?since=2024&until=2024-12&grade=video&grade=across&max_event_size=5&limit=1",
        lambda s: q.met(
            s, "p-02", TieFilter(since="2024", until="2024-12", grades=("video", "across"), max_event_size=5), limit=1
        ),
    ),
    ("/v1/entities/BISTU/neighbourhood", lambda s: q.neighbourhood(s, "i-bistu")),
    (
        "/v1/entities/Lin Yue/neighbourhood?depth=2&limit=3&edge=met&edge=holds",
        lambda s: q.neighbourhood(s, "p-01", TieFilter(edges=("met", "holds")), depth=2, limit=3),
    ),
    ("/v1/entities/Lin Yue/timeline?until=2024", lambda s: q.timeline(s, "p-01", until="2024")),
    ("/v1/paths?from=Lin Yue&to=欧阳晨", lambda s: q.paths(s, "p-01", "p-08")),
    ("/v1/paths?from=p-0old&to=p-08", lambda s: q.paths(s, "p-01", "p-08")),
    (
        "/v1/paths?from=Lin Yue&to=欧阳晨&through=m-01",
        lambda s: q.paths(s, "p-01", "p-08", course=q.Course(through="m-01")),
    ),
    (
        "/v1/paths?from=林月&to=BISTU&mode=all&edge=met&edge=holds&edge=signed_agreement&max_hops=2",
        lambda s: q.paths(
            s,
            "p-01",
            "i-bistu",
            TieFilter(edges=("met", "holds", "signed_agreement")),
            q.Course(mode="all", max_hops=2),
        ),
    ),
    ("/v1/meetings", lambda s: q.meetings(s)),
    (
        "/v1/meetings?entity=Gao Yuan&district=Tongzhou&since=2024-04",
        lambda s: q.meetings(s, entity="p-02", district="d-110112", since="2024-04"),
    ),
    ("/v1/meetings/m-01", lambda s: q.meeting(s, "m-01")),
    ("/v1/agreements?status=reported", lambda s: q.agreements(s, status="reported")),
    ("/v1/agreements/g-01", lambda s: q.agreement(s, "g-01")),
    ("/v1/articles?lang=en&entity=林月", lambda s: q.articles(s, lang="en", entity="p-01")),
    ("/v1/articles/a-02", lambda s: q.article(s, "a-02")),
    ("/v1/articles/a-02/cleaned", lambda s: cleaned(q.article(s, "a-02"))),
    ("/v1/stats", lambda s: q.stats(s)),
]


@pytest.mark.parametrize(("path", "ask"), QUESTIONS, ids=[path for path, _ in QUESTIONS])
def test_a_route_answers_what_the_question_answers(client: TestClient, world: Store, path: str, ask: Ask) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.json() == json.loads(json.dumps(asdict(ask(world))))


def test_a_cursor_leads_through_a_whole_list(client: TestClient) -> None:
    items, cursor = [], None
    while True:
        parameters = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
        page = client.get("/v1/meetings", params=parameters).json()
        items += page["items"]
        if (cursor := page["next"]) is None:
            break
    assert items == client.get("/v1/meetings").json()["items"]
    assert len(items) == 5


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/v1/entities/p-0old", "/v1/entities/p-01"),
        ("/v1/entities/p-0other/met?limit=3&grade=across", "/v1/entities/p-01/met?limit=3&grade=across"),
        ("/v1/meetings/m-0old", "/v1/meetings/m-01"),
    ],
)
def test_a_merged_id_redirects_to_what_took_its_place(client: TestClient, path: str, location: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (308, location)


def test_the_service_lives_and_is_ready(client: TestClient, world: Store) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "edition": world.edition()}


@pytest.mark.parametrize(
    "query", ["from=p-nobody&to=p-08", "from=p-01&to=p-nobody", "from=p-01&to=p-08&through=p-nobody"]
)
def test_an_unknown_id_of_a_path_is_not_found_and_named(client: TestClient, query: str) -> None:
    answer = client.get(f"/v1/paths?{query}")
    assert (answer.status_code, answer.json()["status"]) == (404, 404)
    assert "p-nobody" in answer.json()["detail"]
