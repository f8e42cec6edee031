import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.app import create_app
from api.keys import Keys
from graph.settings import Settings
from graph.store import Store

PEOPLE = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"


def ask(client: TestClient, query: str, **rest: Any) -> Response:
    headers = rest.pop("headers", {})
    return client.post("/v1/cypher", json={"query": query, **rest}, headers=headers)


def test_rows_come_in_the_order_of_their_columns(client: TestClient) -> None:
    answer = ask(
        client, "MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name, 1 AS one", params={"name": "林月"}
    )
    assert answer.status_code == 200
    assert answer.json() == {"columns": ["name", "one"], "rows": [["林月", 1]], "truncated": False}
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_cut_says_so(client: TestClient) -> None:
    assert ask(client, PEOPLE, limit=1).json()["truncated"] is True
    assert ask(client, PEOPLE).json()["truncated"] is False
    assert ask(client, "UNWIND range(1, 1001) AS x RETURN x").json()["truncated"] is True


def test_a_row_a_line_ends_with_whether_that_was_all(client: TestClient) -> None:
    answer = ask(client, PEOPLE, limit=2, headers={"Accept": "application/x-ndjson"})
    assert answer.headers["Content-Type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert (lines[0], len(lines), lines[-1]) == ({"columns": ["name"]}, 4, {"rows": 2, "truncated": True})


def test_numbers_that_json_has_not_are_texts(client: TestClient) -> None:
    query = "RETURN [$x / 0.0, -$x / 0.0] AS numbers"
    assert ask(client, query, params={"x": 1.0}).json()["rows"] == [[["Infinity", "-Infinity"]]]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("CREATE (:Person {id: 'x'})", "begins with"),
        ("MATCH (p:Person) SET p.name = 'x'", "SET writes"),
        ("RETURN 1; RETURN 2", "more than one"),
        ("RETURN nothing_like_this(1)", "nothing_like_this|NOTHING_LIKE_THIS"),
        ("RETURN '\0'", "NUL"),
    ],
)
def test_what_is_no_read_is_a_problem_with_its_reason(client: TestClient, query: str, reason: str) -> None:
    answer = ask(client, query)
    assert (answer.status_code, answer.json()["type"]) == (422, "/docs#query-refused")
    assert any(word in answer.json()["detail"] for word in reason.split("|"))


def test_what_takes_too_long_is_stopped_and_the_next_is_answered(client: TestClient) -> None:
    answer = ask(client, "UNWIND range(1, 900000) AS a UNWIND range(1, 900000) AS b RETURN sum(a * b)", seconds=0.5)
    assert (answer.status_code, answer.json()["type"]) == (422, "/docs#query-stopped")
    assert ask(client, "RETURN 1 AS one").json()["rows"] == [[1]]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"RETURN 1",
        b"[]",
        b'{"query": ""}',
        b'{"query": 1}',
        b'{"query": "RETURN 1", "limit": 0}',
        b'{"query": "RETURN 1", "limit": 100000}',
        b'{"query": "RETURN 1", "seconds": NaN}',
        b'{"query": "RETURN 1", "seconds": 1e9}',
        b'{"query": "RETURN $x AS x", "params": {"x": 1' + b"0" * 5000 + b"}}",
        b'{"query": "RETURN $x AS x", "params": {"x": "\\ud800"}}',
        b'{"query": "RETURN \'\\ud800\' AS x"}',
        b'{"query": "RETURN 1", "parms": {}}',
        b'{"query": "RETURN 1", "params": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        b'{"query": "RETURN \xff"}',
        b'{"query": "' + b"x" * 100_000 + b'"}',
    ],
    ids=lambda body: body[:40],
)
def test_a_body_that_is_no_question_is_never_a_fault_of_the_server(client: TestClient, body: bytes) -> None:
    answer = client.post("/v1/cypher", content=body, headers={"Content-Type": "application/json"})
    assert 400 <= answer.status_code < 500
    assert answer.json()["type"].startswith("/docs#")


def test_a_question_takes_the_scope_of_cypher(world: Store, tmp_path: Any) -> None:
    settings = Settings(store="world", keys=tmp_path / "keys.jsonl")
    keys = Keys(settings.keys)
    bearer = {scope: {"Authorization": f"Bearer {keys.add('x', [scope])[1]}"} for scope in ("read", "cypher")}
    with TestClient(create_app(settings, world, anonymous=False)) as client:
        assert ask(client, PEOPLE).status_code == 401
        assert ask(client, PEOPLE, headers=bearer["read"]).status_code == 403
        assert ask(client, PEOPLE, headers=bearer["cypher"]).status_code == 200


def test_a_page_of_another_site_cannot_ask(client: TestClient) -> None:
    # A browser sends this without asking first, as it is a simple request.
    answer = client.post("/v1/cypher", content=b'{"query": "RETURN 1"}', headers={"Content-Type": "text/plain"})
    assert answer.status_code == 422
