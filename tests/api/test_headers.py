from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.keys import Keys
from graph.errors import SettingsError
from graph.settings import Settings
from graph.store import Change, Node, Store

SITE = "https://dashboards.example.org"


@pytest.fixture
def shared(world: Store) -> Iterator[TestClient]:
    """A client of the service over the small world that shares its answers with one site."""
    app = create_app(Settings(store="world", cors_origins=(SITE,)), world)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


def addresses(client: TestClient) -> list[tuple[str, set[str]]]:
    """Every path of the OpenAPI document with its methods, ids and names filled in."""
    paths = client.get("/openapi.json").json()["paths"]
    return [
        (path.replace("{name}", "Lin Yue").replace("{id}", "m-01"), {method.upper() for method in methods})
        for path, methods in paths.items()
    ]


def test_options_tells_the_methods_of_every_address(client: TestClient) -> None:
    found = addresses(client)
    assert len(found) > 20
    for path, methods in found:
        answer = client.options(path)
        told = set(answer.headers["allow"].split(", "))
        assert (answer.status_code, answer.content) == (204, b""), path
        assert methods <= told, path
        assert "OPTIONS" in told
        assert ("HEAD" in told) == ("GET" in told), path


def test_there_are_no_options_where_there_is_nothing(client: TestClient) -> None:
    answer = client.options("/v1/nothing")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_head_has_the_headers_of_get_and_no_body(client: TestClient) -> None:
    for path, methods in addresses(client):
        if "GET" in methods:
            got, head = client.get(path), client.head(path)
            assert (head.status_code, head.content) == (got.status_code, b""), path
            assert head.headers.get("etag") == got.headers.get("etag"), path


@pytest.mark.parametrize("path", ["/", "/docs", "/static/app.js", "/static/style.css", "/openapi.json"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_page_that_the_client_has_is_not_sent_again(client: TestClient, path: str, method: str) -> None:
    first = client.request(method, path)
    headers = {"If-None-Match": first.headers["etag"]}
    again = client.request(method, path, headers=headers)
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "content-length" not in again.headers
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_every_unchanged_answer_is_known_by_its_tag_until_the_store_changes(client: TestClient, world: Store) -> None:
    parameters = {
        "/v1/search": "?q=beijing",
        "/v1/paths": "?from=p-01&to=p-08",
        "/v1/common": "?entity=p-01&entity=p-02",
    }
    tags: dict[str, str] = {}
    for path, methods in addresses(client):
        if "GET" in methods and path.startswith("/v1/"):
            answer = client.get(asked := path + parameters.get(path, ""))
            # Why: the records of the small world hold nothing.
            assert answer.status_code < 500 or path.endswith("/why"), path
            if answer.status_code == 200:
                assert "etag" in answer.headers or "max-age" in answer.headers["cache-control"], path
                tags |= {asked: answer.headers["etag"]} if "etag" in answer.headers else {}
    assert len(tags) > 15
    for asked, tag in tags.items():
        assert client.get(asked, headers={"If-None-Match": tag}).status_code == 304, asked
    with world.write() as transaction:
        transaction.apply(Change(put_nodes=[Node("Meeting", {"id": "m-99"})]))
    for asked, tag in tags.items():
        again = client.get(asked, headers={"If-None-Match": tag})
        assert (again.status_code, again.headers["etag"] != tag) == (200, True), asked


def test_what_a_key_opened_is_stored_nowhere(world: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("keys") / "keys.jsonl"
    _, text = Keys(path).add("dashboards", ["read"])
    with TestClient(create_app(Settings(store="world", keys=path), world)) as client:
        with_key = client.get("/v1/stats", headers={"Authorization": f"Bearer {text}"})
        without = client.get("/v1/stats")
    assert with_key.headers["cache-control"] == "private, no-store"
    assert without.headers["cache-control"] == "private, no-cache"
    assert "Authorization" in with_key.headers["vary"]


def test_no_other_site_reads_answers_unless_a_setting_says_so(client: TestClient) -> None:
    answer = client.get("/v1/stats", headers={"Origin": SITE})
    asked = {"Origin": SITE, "Access-Control-Request-Method": "GET"}
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert not [
        name for name in client.options("/v1/stats", headers=asked).headers if name.startswith("access-control")
    ]


def test_a_site_that_the_settings_name_reads_answers_and_their_headers(shared: TestClient) -> None:
    answer = shared.get("/v1/stats", headers={"Origin": SITE})
    assert answer.headers["access-control-allow-origin"] == SITE
    assert "ETag" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers
    asked = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}
    assert shared.options("/v1/stats", headers={"Origin": SITE, **asked}).status_code == 200
    other = shared.get("/v1/stats", headers={"Origin": "https://elsewhere.example.org"})
    assert "access-control-allow-origin" not in other.headers
    assert "Origin" in answer.headers["vary"]


@pytest.mark.parametrize("origins", ["example.org", "https://example.org/page", "https://a.org, ftp://b.org"])
def test_what_is_no_origin_is_refused(monkeypatch: pytest.MonkeyPatch, origins: str) -> None:
    monkeypatch.setenv("JJJ_CORS_ORIGINS", origins)
    with pytest.raises(SettingsError, match="JJJ_CORS_ORIGINS"):
        Settings()


def test_origins_stand_with_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JJJ_CORS_ORIGINS", "https://a.example.org, http://localhost:3000")
    assert Settings().cors_origins == ("https://a.example.org", "http://localhost:3000")


@pytest.mark.parametrize("asked", ["bytes=0-3", "bytes=9999999-", "bytes=x", "lines=1"])
def test_who_asks_for_a_part_of_a_page_gets_all_of_it(client: TestClient, asked: str) -> None:
    answer = client.get("/static/app.js", headers={"Range": asked})
    assert (answer.status_code, answer.text) == (200, client.get("/static/app.js").text)
