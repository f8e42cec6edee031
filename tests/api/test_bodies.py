"""Whatever is sent, the answer is a problem of 4xx or an answer, never a fault of the service."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.bodies import DEEPEST, LONGEST_ADDRESS
from api.keys import Keys
from graph.settings import Settings
from graph.store import Store

JSON = {"Content-Type": "application/json"}
QUERY = '{"query": "RETURN $x AS x", "params": {"x": %s}}'
MALFORMED = [
    b"",
    b"{",
    b"}",
    b"nul",
    b"'a'",
    b'{"query": "RETURN 1",}',
    b'{"query": "RETURN 1"} {}',
    b"\x00",
    b"\xff\xfe{}",
    b"\xef\xbb\xbf{}",
    '{"query": "RETURN 1"}'.encode("utf-16"),
    '{"query": "RETURN 1"}'.encode("utf-32"),
    '{"query": "返回"}'.encode("gb18030"),
    b'{"query": "RETURN \xc0\xaf"}',
    b'{"query": "\xed\xa0\x80"}',
    b'{"query": "RETURN 1\n"}',
    b'{"\\ud800": 1}',
    b'{"query": "\\ud83d"}',
    b'{"query": "\\udc00\\ud800"}',
    *((QUERY % value).encode() for value in ("NaN", "Infinity", "-Infinity", '"\\ud800"', "[NaN]", '{"\\udfff": 1}')),
    (QUERY % ("9" * 5000)).encode(),
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b"[" * 100_000 + b"]" * 100_000,
    (QUERY % ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1))).encode(),
]
MEANINGLESS = [
    b"null",
    b"[]",
    b"0",
    b'"RETURN 1"',
    b"{}",
    b'{"query": null}',
    b'{"query": 1}',
    b'{"query": ""}',
    b'{"query": ["RETURN 1"]}',
    b'{"query": "RETURN 1", "params": []}',
    b'{"query": "RETURN 1", "params": {"": {}}, "limit": 1e400}',
    b'{"query": "RETURN 1", "limit": 1e308}',
    b'{"query": "RETURN 1", "limit": 0.5}',
    b'{"query": "RETURN 1", "seconds": -0.0}',
    b'{"query": "RETURN 1", "seconds": "5"}x'[:-1].replace(b'"5"', b'"a"'),
    b'{"query": "RETURN 1", "more": 1}',
    b'{"query": "RETURN 1", "query": 2}',
    b'{"query": "\\u0000"}',
    b'{"query": "RETURN \\u0000 AS x"}',
    json.dumps({"query": "RETURN 1 " + " " * 100_000}).encode(),
    (QUERY % "1e400").encode(),
    (QUERY % ("9" * 4000)).encode(),
    (QUERY % ("9" * 30)).encode(),
    (QUERY % ("[" * 40 + "]" * 40)).encode(),
    (QUERY % '{"a": [1, "a", null, {"b": 1.5}]}').encode(),
    (QUERY % '"\\u0000"').encode(),
]


@pytest.fixture
def asked(world: Store, tmp_path: Path) -> Iterator[TestClient]:
    """A client that may do all, of a service that takes bodies of a mebibyte."""
    _, key = (keys := Keys(tmp_path / "keys.jsonl")).add("all", ["admin"])
    settings = Settings(store="world", keys=keys.path, write=True, body_limit=1)
    headers = {"Authorization": f"Bearer {key}"}
    with TestClient(create_app(settings, world), headers=headers, raise_server_exceptions=False) as client:
        yield client


def posts(client: TestClient) -> Iterator[str]:
    """Every address that takes a body of JSON."""
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        if "application/json" in methods.get("post", {}).get("requestBody", {}).get("content", {}):
            yield path.replace("{id}", "x").replace("{name}", "x")


def test_no_body_is_a_fault_of_the_service(asked: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    paths = list(posts(asked))
    assert "/v1/cypher" in paths
    assert len(MALFORMED) + len(MEANINGLESS) >= 40
    with caplog.at_level(logging.ERROR):
        for path in paths:
            for body in (*MALFORMED, *MEANINGLESS):
                answer = asked.post(path, content=body, headers=JSON)
                assert answer.status_code < 500, (path, body[:100])
                if answer.status_code >= 400:
                    problem = answer.json()
                    assert answer.headers["content-type"] == "application/problem+json"
                    assert problem["request_id"] == answer.headers["x-request-id"]
                    assert "Traceback" not in answer.text
    assert caplog.records == []


@pytest.mark.parametrize("body", MALFORMED[1:], ids=lambda body: repr(body[:30]))
def test_what_is_no_json_is_malformed(asked: TestClient, body: bytes) -> None:
    answer = asked.post("/v1/cypher", content=body, headers=JSON)
    assert (answer.status_code, answer.json()["type"]) == (400, "/docs#malformed-body")


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/xml"},
        {"Content-Type": "json"},
        {},
        {**JSON, "Content-Encoding": "gzip"},
    ],
)
def test_a_body_of_another_type_is_not_read(asked: TestClient, headers: dict[str, str]) -> None:
    for path, content in (("/v1/cypher", b'{"query": "RETURN 1 AS x"}'), ("/v1/articles", b'{"text": "x"}')):
        answer = asked.post(path, content=content, headers=headers)
        assert (answer.status_code, answer.json()["type"]) == (415, "/docs#unsupported-media-type")
    assert (
        asked.post("/v1/articles", content=content, headers=headers)
        .headers.get("accept", "")
        .startswith("application/json" if "Content-Encoding" not in headers else "")
    )
    form = {**headers, "Content-Type": "application/json"}
    assert asked.post("/v1/reconcile", content=b'{"queries": {}}', headers=form).status_code == 415


def test_json_that_is_deep_but_not_too_deep_is_read(asked: TestClient) -> None:
    value = "[" * (DEEPEST - 2) + "]" * (DEEPEST - 2)
    answer = asked.post("/v1/cypher", content=(QUERY % value).encode(), headers=JSON)
    assert answer.json().get("type") != "/docs#malformed-body"
    assert asked.post("/v1/cypher", json={"query": "RETURN $x AS x", "params": {"x": "😀"}}).json()["rows"] == [["😀"]]


def test_a_body_that_is_too_large_is_refused_whether_or_not_it_tells(asked: TestClient) -> None:
    for content in (b" " * ((1 << 20) + 1), iter([b" " * (1 << 20), b" "])):
        answer = asked.post("/v1/cypher", content=content, headers=JSON)
        assert (answer.status_code, answer.json()["type"]) == (413, "/docs#body-too-large")
        assert answer.headers["connection"] == "close"
    assert asked.post("/v1/cypher", content=b"1", headers={**JSON, "Content-Length": "9" * 30}).status_code == 413


def test_who_has_no_key_sends_no_more_than_a_question(world: Store) -> None:
    with TestClient(create_app(Settings(store="world", body_limit=4), world)) as client:
        assert client.post("/v1/cypher", content=b" " * (1 << 20) + b" ", headers=JSON).status_code == 413
        bearer = {**JSON, "Authorization": "Bearer x"}
        assert client.post("/v1/cypher", content=b" " * (1 << 20) + b" ", headers=bearer).status_code == 400


@pytest.mark.parametrize("path", ["/v1/search?q=", "/v1/entities/", "/", "/v1/paths?from=a&to="])
def test_an_address_that_is_too_long_is_refused(asked: TestClient, path: str) -> None:
    answer = asked.get(path + "x" * LONGEST_ADDRESS)
    assert (answer.status_code, answer.json()["type"]) == (414, "/docs#address-too-long")
    assert asked.get(path + "x" * 300).status_code < 500


@pytest.mark.parametrize(
    "address",
    [
        "/v1/search?q=%ED%A0%80",
        "/v1/search?q=%00",
        "/v1/search?q=%FF",
        "/v1/search?q=NaN&limit=NaN",
        "/v1/search?q=x&limit=Infinity",
        "/v1/search?q=x&limit=1e400",
        "/v1/search?q=x&cursor=%ED%B0%80",
        "/v1/search?%ED%A0%80=1&q=x",
        "/v1/search?q[]=x",
        "/v1/search?q=x;q=y",
        "/v1/search?" + "q=x&" * 1900,
        "/v1/meetings?since=%EF%BC%92%EF%BC%90",
        "/v1/meetings?since=-9999999999",
        "/v1/meetings?entity=%00&district=%FF",
        "/v1/agreements?cursor=" + "A" * 1999,
        "/v1/articles/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/v1/entities/..%2f..%2fetc/met",
        "/v1/entities/%0d%0aSet-Cookie:%20a=b",
        "/v1/entities/" + "%E9%83%AD" * 199,
        "/v1/entities//met",
        "/v1/paths?from=%F0%9F%98%80&to=%ED%A0%BD",
        "/v1/common?entity=%00&entity=%ED%A0%80",
        "/static/%00",
        "/static/..%5capp.py",
        "//v1/stats",
        "/v1/stats/",
        "/v1/%E7%BB%9F%E8%AE%A1",
        "/%",
        "/%zz",
    ],
)
def test_no_address_is_a_fault_of_the_service(asked: TestClient, address: str) -> None:
    answer = asked.get(address)
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("method", ["BREW", "TRACE", "CONNECT", "PROPFIND"])
def test_a_method_that_nobody_knows_is_refused(asked: TestClient, method: str) -> None:
    answer = asked.request(method, "/v1/stats")
    assert (answer.status_code, answer.json()["type"]) == (405, "/docs#method-not-allowed")
