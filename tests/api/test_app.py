import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from api import deps
from api.app import create_app
from graph.settings import Settings
from graph.store import Change, Node, Store, Value
from graph.stores import open_store

ROOT = Path(__file__).parents[2]


def test_the_committed_openapi_document_is_the_one_that_is_served(client: TestClient) -> None:
    served = client.get("/openapi.json").json()
    committed = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    assert served == committed, "write it anew: python -m api.main > docs/openapi.json"


def test_every_question_tells_that_the_store_may_be_unavailable(client: TestClient) -> None:
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for operation in methods.values():
            if path.startswith("/v1/"):
                assert "503" in operation["responses"], path


def test_an_answer_that_the_client_has_is_not_sent_again(client: TestClient, world: Store) -> None:
    first = client.get("/v1/stats")
    again = client.get("/v1/stats", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    with world.write() as transaction:
        names: dict[str, Value] = {"name": "n", "name_zh": None, "name_en": "n", "aliases": []}
        transaction.apply(Change(put_nodes=[Node("Person", {"id": "p-98", **names})]))
    assert client.get("/v1/stats", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_each_question_and_each_coding_has_a_tag_of_its_own(client: TestClient) -> None:
    tags = {
        client.get(path, headers={"Accept-Encoding": coding}).headers["etag"]
        for path in ("/v1/stats", "/v1/meetings", "/v1/meetings?limit=3")
        for coding in ("identity", "gzip")
    }
    assert len(tags) == 6


def test_the_tag_of_what_weighs_most_is_of_the_day_as_recent_ties_weigh_more(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tags(day: date) -> list[str]:
        class Calendar(date):
            @classmethod
            def today(cls) -> date:  # type: ignore[override]
                return day

        monkeypatch.setattr(deps, "date", Calendar)
        asked = ({"mode": "strongest"}, {"mode": "shortest"})
        return [client.get("/v1/paths", params={"from": "p-01", "to": "p-03", **one}).headers["etag"] for one in asked]

    (strongest, shortest), (tomorrow, same) = tags(date(2024, 5, 1)), tags(date(2024, 5, 2))
    assert (strongest == tomorrow, shortest == same) == (False, True)


def test_long_answers_are_compressed_where_asked_for(client: TestClient) -> None:
    assert client.get("/v1/meetings", headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"
    assert "content-encoding" not in client.get("/v1/meetings", headers={"Accept-Encoding": "identity"}).headers


@pytest.mark.parametrize("path", ["/v1/meetings", "/openapi.json", "/v1/export?format=gexf"])
@pytest.mark.parametrize("wish", ["gzip;q=0", "gzip; q=0.000", "identity, GZIP;q=0", "*;q=0", ""])
def test_who_refuses_compression_gets_none(client: TestClient, path: str, wish: str) -> None:
    assert "content-encoding" not in client.get(path, headers={"Accept-Encoding": wish}).headers


@pytest.mark.parametrize("wish", ["GZIP", "br;q=1.0, gzip;q=0.5", "x-gzip"])
def test_whoever_takes_compression_in_whatever_words_gets_it(client: TestClient, wish: str) -> None:
    assert client.get("/v1/meetings", headers={"Accept-Encoding": wish}).headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/healthz", "/v1/stats", "/v1/nothing", "/", "/openapi.json"])
def test_head_answers_like_get_without_a_body(client: TestClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers["content-type"] == got.headers["content-type"]


@pytest.mark.parametrize("path", ["/", "/docs", "/v1/stats", "/v1/nothing"])
def test_every_answer_keeps_a_browser_in_bounds(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("given", "kept"), [("abc-1", True), ("x" * 65, False), ("a b", False), ("<i>", False)])
def test_a_request_id_is_kept_if_it_is_harmless(client: TestClient, given: str, kept: bool) -> None:
    answered = client.get("/healthz", headers={"X-Request-ID": given}).headers["x-request-id"]
    assert (answered == given) is kept


def ready(client: TestClient) -> Response:
    """What ``/readyz`` answers once the graph is in memory."""
    until = time.monotonic() + 60
    while (answer := client.get("/readyz")).json().get("type") == "/docs#store-loading" and time.monotonic() < until:
        time.sleep(0.05)
    return answer


def test_a_store_that_is_filled_while_the_service_runs_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with TestClient(create_app(Settings(store=str(path)))) as client:
        assert client.get("/readyz").status_code == 503
        with open_store(path) as store, store.write() as transaction:
            names: dict[str, Value] = {"name": "n", "name_zh": None, "name_en": "n", "aliases": []}
            transaction.apply(Change(put_nodes=[Node("Person", {"id": "p-01", **names})]))
        assert client.get("/v1/entities/p-01").status_code == 200
        assert ready(client).json()["edition"] == 1


def test_what_another_process_loads_is_seen_while_the_service_runs(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path):
        pass
    script = """if True:
        import sys
        from graph.store import Change, Node
        from graph.stores import open_store
        with open_store(sys.argv[1]) as store, store.write() as transaction:
            names = {"name": "Nora Berg", "name_zh": None, "name_en": "Nora Berg", "aliases": []}
            transaction.apply(Change(put_nodes=[Node("Person", {"id": "p-01", **names})]))
        """
    with TestClient(create_app(Settings(store=str(path)))) as client:
        before = client.get("/v1/entities/Nora Berg")
        tag = client.get("/v1/stats").headers["etag"]
        subprocess.run([sys.executable, "-c", script, str(path)], check=True)
        until = time.monotonic() + 10
        while (after := client.get("/v1/entities/Nora Berg")).status_code != 200 and time.monotonic() < until:
            time.sleep(0.1)
        assert (before.status_code, after.status_code) == (404, 200)
        assert client.get("/v1/stats").headers["etag"] != tag
