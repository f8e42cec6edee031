import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api import logs
from api.app import create_app
from api.keys import Keys
from api.opened import OpenedStore
from api.scraping import CONTENT_TYPE
from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.store import Store


@contextmanager
def logged(format: logs.Format, level: str = "info") -> Iterator[io.StringIO]:
    """What the service writes meanwhile; afterwards the log is as it was."""
    names = (None, "api", "graph", "loaders", "uvicorn", "uvicorn.error", "uvicorn.access")
    before = {name: (logging.getLogger(name).level, logging.getLogger(name).handlers[:]) for name in names}
    stream = io.StringIO()
    try:
        logs.configure(format, level, stream)
        yield stream
    finally:
        for name, (former, handlers) in before.items():
            logger = logging.getLogger(name)
            logger.setLevel(former)
            logger.handlers[:] = handlers


def test_a_request_is_a_line_that_says_how_it_went_and_not_what_was_asked(client: TestClient) -> None:
    with logged("json") as stream:
        client.get("/v1/entities/郭福/met?since=2024", headers={"X-Request-ID": "mine-1"})
        client.get("/v1/no/secret-place")
        client.post("/v1/cypher", json={"query": "RETURN 'hush' AS x"})
    first, second, third = map(json.loads, stream.getvalue().splitlines())
    assert (first["request_id"], first["method"], first["route"]) == ("mine-1", "GET", "/v1/entities/{name}/met")
    assert first["level"] == "info"
    assert first["milliseconds"] >= first["store_milliseconds"] > 0
    assert (second["status"], second["route"]) == (404, "unmatched")
    assert (third["status"], third["route"], third["bytes"] > 10) == (200, "/v1/cypher", True)
    assert not re.search("郭|u90ed|hush|secret|2024-?=", stream.getvalue())


def test_a_plain_line_is_one_line_whatever_is_in_it() -> None:
    with logged("plain") as stream:
        logging.getLogger("api.x").warning("a\nb %s", "c\r", extra={"status": 200})
    (line,) = stream.getvalue().splitlines()
    assert re.fullmatch(r"[\d:.TZ-]+ warning a\\nb c\\r status=200", line)


def test_the_key_is_told_by_its_id_alone(world: Store, tmp_path: Path) -> None:
    key, text = (keys := Keys(tmp_path / "keys.jsonl")).add("one", ["read"])
    app = create_app(Settings(store="world", keys=keys.path), world, anonymous=False)
    with TestClient(app) as client, logged("json") as stream:
        client.get("/v1/stats", headers={"Authorization": f"Bearer {text}"})
        client.get("/v1/stats", headers={"Authorization": f"Bearer {text}x"})
    assert [json.loads(line)["caller"] for line in stream.getvalue().splitlines()] == [key.id, "-"]
    assert text.removeprefix(f"jjj_{key.id}_") not in stream.getvalue()


def test_an_error_that_nobody_foresaw_is_told_by_its_kind_and_place_not_by_its_words(
    client: TestClient, world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        try:
            raise KeyError("郭福")
        except KeyError as error:
            raise RuntimeError("in an article: hush") from error

    monkeypatch.setattr(world, "read", fail)
    with logged("json") as stream:
        answer = client.get("/v1/stats")
    told, request = map(json.loads, stream.getvalue().splitlines())
    assert (answer.status_code, request["status"], told["level"]) == (500, 500, "error")
    assert told["request_id"] == answer.headers["x-request-id"] == answer.json()["request_id"]
    assert told["error"].startswith("RuntimeError at ")
    assert "; caused by KeyError at " in told["error"]
    assert not re.search("hush|郭|u90ed", stream.getvalue())
    assert "nosniff" in answer.headers["x-content-type-options"]


def test_others_log_nothing_below_a_warning_and_no_whole_address() -> None:
    with logged("plain", "debug") as stream:
        logging.getLogger("neo4j").debug("RUN hush")
        logging.getLogger("uvicorn.access").info('"GET /v1/search?q=hush"')
        logging.getLogger("graph").debug("ours")
    assert stream.getvalue().split()[1:] == ["debug", "ours"]


def figures(text: str) -> dict[str, float]:
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in lines}


def test_figures_tell_of_requests_the_store_and_its_edition(client: TestClient, world: Store) -> None:
    before = figures(client.get("/metrics").text)
    assert client.get("/v1/entities/nobody at all").status_code == 404
    answer = client.get("/metrics")
    after = figures(answer.text)
    assert answer.headers["content-type"] == CONTENT_TYPE
    assert after['jingjinji_store_engine{engine="ladybug"}'] == 1
    name = 'jingjinji_requests_total{method="GET",route="/v1/entities/{name}",status="404"}'
    assert after[name] - before.get(name, 0) == 1
    assert after['jingjinji_request_seconds_count{route="/v1/entities/{name}"}'] >= 1
    assert (
        after['jingjinji_store_seconds_count{query="edition"}']
        > before['jingjinji_store_seconds_count{query="edition"}']
    )
    assert after["jingjinji_store_up"] == 1
    assert after["jingjinji_store_edition"] == world.edition()
    assert after["jingjinji_store_articles"] == len(list(world.nodes("Article")))
    assert "nobody" not in answer.text


def test_figures_are_there_though_the_store_is_not(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(store=str(tmp_path / "none.lbug")))) as client:
        told = figures(client.get("/metrics").text)
    assert told["jingjinji_store_up"] == 0
    assert "jingjinji_store_edition" not in told


def test_figures_need_a_key_where_reading_does(world: Store, tmp_path: Path) -> None:
    _, key = (keys := Keys(tmp_path / "keys.jsonl")).add("prometheus", ["read"])
    with TestClient(create_app(Settings(store="world", keys=keys.path), world, anonymous=False)) as client:
        assert client.get("/metrics").status_code == 401
        assert client.get("/metrics", headers={"Authorization": f"Bearer {key}"}).status_code == 200


def test_a_store_that_is_away_is_told_apart_from_one_that_is_made_ready(
    client: TestClient, world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").json() == {"status": "ready", "edition": world.edition()}
    monkeypatch.setattr(OpenedStore, "warm", False)
    loading = client.get("/readyz")
    assert (loading.status_code, loading.json()["type"]) == (503, "/docs#store-loading")
    assert loading.headers["retry-after"] == "2"

    def away(*_: object, **__: object) -> None:
        raise StoreUnavailable("no Neo4j answers at bolt://inside.example:7687")

    monkeypatch.setattr(world, "read", away)
    down = client.get("/readyz")
    assert (down.status_code, down.json()["type"]) == (503, "/docs#store-unavailable")
    assert down.headers["retry-after"] == "5"
    assert "inside.example" not in down.text
