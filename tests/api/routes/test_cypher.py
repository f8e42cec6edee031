import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api.app import create_app
from api.cypher_schemas import Question
from api.keys import Keys
from graph.questions import met
from graph.settings import Settings
from graph.store import Store

ROOT = Path(__file__).parents[3]
PEOPLE = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"


def ask(client: TestClient, query: str, **rest: Any) -> Response:
    headers = rest.pop("headers", {})
    return client.post("/v1/cypher", json={"query": query, **rest}, headers=headers)


def test_rows_come_in_the_order_of_their_columns(client: TestClient) -> None:
    answer = ask(
        client, "MATCH (p:Person) WHERE p.name = $name RETURN p.name AS name, 1 AS one", params={"name": "林月"}
    )
    assert answer.status_code == 200
    assert answer.json() == {"columns": ["name", "one"], "rows": [["林月", 1]], "truncated": False, "unused": []}
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_is_cut_says_so(client: TestClient) -> None:
    assert ask(client, PEOPLE, limit=1).json()["truncated"] is True
    assert ask(client, PEOPLE).json()["truncated"] is False
    assert ask(client, "UNWIND range(1, 1001) AS x RETURN x").json()["truncated"] is True


def test_a_row_a_line_ends_with_whether_that_was_all(client: TestClient) -> None:
    answer = ask(client, PEOPLE, limit=2, headers={"Accept": "application/x-ndjson"})
    assert answer.headers["Content-Type"].startswith("application/x-ndjson")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    assert (lines[0], len(lines), lines[-1]) == ({"columns": ["name"]}, 4, {"rows": 2, "truncated": True, "unused": []})


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
    assert answer.status_code == 415


EXAMPLES = [
    Question.model_config["json_schema_extra"]["examples"][0]["query"],  # type: ignore[index, call-overload]
    re.search(r"^jjj cypher '([^']+MET[^']+)'", (ROOT / "docs" / "cypher.md").read_text("utf-8"), re.MULTILINE)[1],  # type: ignore[index]
]


@pytest.mark.parametrize("query", EXAMPLES, ids=["api", "docs"])
@pytest.mark.parametrize(("id", "name"), [("p-01", "林月"), ("p-02", "高远"), ("p-03", "陈立"), ("p-08", "欧阳晨")])
def test_the_documented_example_answers_what_met_does(
    client: TestClient, world: Store, query: str, id: str, name: str
) -> None:
    rows = ask(client, query, params={"name": name}).json()["rows"]
    assert sorted(map(tuple, rows)) == sorted((other.entity.name, other.count) for other in met(world, id).items)


def test_a_parameter_that_nobody_gives_is_refused(client: TestClient) -> None:
    for params in ({}, {"other": 1}):
        answer = ask(client, "MATCH (p:Person) WHERE p.name = $n RETURN p.name", params=params)
        assert (answer.status_code, answer.json()["detail"]) == (422, "$n has no value")


def test_a_column_is_called_what_stands_in_the_query(client: TestClient) -> None:
    query = "MATCH (p:Person)-[:MET]-(q) RETURN DISTINCT p.name, count( * ), 1 + 1, q AS other LIMIT 1"
    assert ask(client, query).json()["columns"] == ["p.name", "count( * )", "1 + 1", "other"]
