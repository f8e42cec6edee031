"""Twenty persons are taken out, on both stores: no trace of them in any answer, export, label, property or log line."""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.keys import Keys
from graph.identity.judgement_lines import lines
from graph.identity.judgements import judgements
from graph.identity.judging import judge
from graph.identity.ledger import take_out
from graph.identity.mentions import mentions
from graph.identity.rebuild import rebuild
from graph.schema import EDGES, NODES
from graph.settings import Settings
from graph.store import Store
from graph.stores import content_hash, open_store
from loaders.pipeline import load

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(p for p in (ROOT / "loaders" / "samples").iterdir() if p.name != "NOTICE")
MANY = 20


@contextmanager
def client_of(store: Store, keys: Keys, *scopes: str) -> Iterator[TestClient]:
    app = create_app(Settings(store="samples", keys=keys.path, write=True, rate_limit=0), store)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        if scopes:
            client.headers["Authorization"] = f"Bearer {keys.add('li', scopes)[1]}"  # type: ignore[arg-type]
        yield client


@pytest.fixture
def samples(store_settings: Settings, tmp_path: Path) -> Iterator[Store]:
    """A store of the sample articles, on each engine."""
    with open_store(store_settings.model_copy(update={"seal": tmp_path / "seal.key"})) as store:
        load(store, SAMPLES)
        yield store


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "keys.jsonl")


def names_of(store: Store) -> dict[str, set[str]]:
    """The names of each person, by id."""
    return {
        str(n.id): {
            str(name) for name in (n.properties["name_zh"], n.properties["name_en"], n.properties["name"]) if name
        }
        | {str(alias) for alias in n.properties["aliases"] or ()}  # type: ignore[union-attr]
        for n in store.nodes("Person")
    }


def chosen(names: dict[str, set[str]]) -> list[str]:
    """Twenty whose names are no part of anybody else's."""
    alone = [
        id
        for id, own in sorted(names.items())
        if not any(name in other for name in own for who, others in names.items() if who != id for other in others)
    ]
    assert len(alone) >= MANY
    return alone[:MANY]


def pages(client: TestClient, path: str) -> Iterator[dict[str, Any]]:
    answer = client.get(path, params={"limit": 200}).json()
    yield answer
    while answer["next"]:
        answer = client.get(path, params={"limit": 200, "cursor": answer["next"]}).json()
        yield answer


def answers(client: TestClient, names: list[str]) -> Iterator[str]:
    """All that a reader can be told."""
    for path in ("articles", "meetings", "agreements", "candidates", "judgements"):
        for page in pages(client, f"/v1/{path}"):
            yield json.dumps(page, ensure_ascii=False)
            for item in page["items"]:
                if "id" in item:
                    yield client.get(f"/v1/{path}/{item['id']}").text
                    yield client.get(f"/v1/{path}/{item['id']}/why").text
    for name in names:
        yield json.dumps(client.get("/v1/search", params={"q": name, "limit": 200}).json(), ensure_ascii=False)
    for row in client.post("/v1/cypher", json={"query": "MATCH (p:Person) RETURN p.id"}).json()["rows"]:
        for rest in ("", "/met", "/timeline", "/why", "/neighbourhood?depth=2"):
            yield client.get(f"/v1/entities/{row[0]}{rest}").text
    for path in (
        "/",
        "/docs",
        "/v1/stats",
    ):  # /openapi.json is the same for every store; its examples are from the samples
        yield client.get(path).text


def contents(store: Store) -> Iterator[str]:
    """Every label and type with all its properties, as ad-hoc Cypher and exports have them."""
    for label in NODES:
        for row in store.cypher(f"MATCH (n:{label}) RETURN n", limit=100_000, size=1 << 30, seconds=60).rows:
            yield repr(row)
        yield from (repr(dict(node.properties)) for node in store.nodes(label))
    for type in EDGES:
        for row in store.cypher(f"MATCH ()-[r:{type}]->() RETURN r", limit=100_000, size=1 << 30, seconds=60).rows:
            yield repr(row)
        yield from map(repr, store.edges(type))
    yield from map(repr, mentions(store))
    yield from lines(judgements(store))


def traces(texts: Iterator[str], names: set[str]) -> list[str]:
    """The names that ``texts`` have, without regard to case."""
    lower = {name.casefold() for name in names}
    # What is sealed is random letters, among which may be any short name.
    clear = (re.sub(r"gAAAAA[\w-]+=*", "", text).casefold() for text in texts)
    return sorted({name for text in clear for name in lower if name in text})


@pytest.mark.slow
def test_of_twenty_persons_no_trace_is_left(samples: Store, keys: Keys, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    names = names_of(samples)
    out = chosen(names)
    gone = {name for id in out for name in names[id]}
    judged = next(ids for id in out if len(ids := _records(samples, id)) > 1)
    judge(samples, judged[0], judged[1], "same", user="li", reason=f"one biography: {min(gone)}")
    before, texts = content_hash(samples), set(gone)
    assert traces(contents(samples), texts)
    with client_of(samples, keys, "admin") as admin, client_of(samples, keys) as reader:
        assert set(traces(answers(reader, sorted(gone)), texts))
        made = [admin.post("/v1/suppressions", json={"name": id}) for id in out]
        assert {each.status_code for each in made} == {201}
        caplog.clear()

        def check() -> None:
            assert traces(contents(samples), texts) == []
            assert traces(answers(reader, sorted(gone)), texts) == []
            assert {reader.get(f"/v1/entities/{id}").status_code for id in out} == {404}

        check()
        after = content_hash(samples)
        assert set(load(samples, SAMPLES).outcomes) == {"unchanged"}
        assert content_hash(samples) == after
        for article in [node.id for node in samples.nodes("Article")]:
            take_out(samples, article)
        load(samples, reversed([*SAMPLES]))  # type: ignore[arg-type]
        rebuild(samples)
        assert content_hash(samples) == after
        check()
        assert traces((record.getMessage() for record in caplog.records if record.name != "httpx"), texts) == []
        for each in made:
            assert admin.delete(f"/v1/suppressions/{each.json()['id']}").status_code == 200
        assert content_hash(samples) == before


def _records(store: Store, entity: str) -> list[str]:
    return [str(row["id"]) for row in store.read("records_of", ids=[entity])]


def test_suppressions_are_for_keys_of_scope_admin(samples: Store, keys: Keys) -> None:
    with client_of(samples, keys) as nobody, client_of(samples, keys, "write", "cypher") as writer:
        for method in ("GET", "POST"):
            assert nobody.request(method, "/v1/suppressions", json={"name": "郭福"}).status_code == 401
            assert writer.request(method, "/v1/suppressions", json={"name": "郭福"}).status_code == 403
        assert writer.delete("/v1/suppressions/s-0123456789ab").status_code == 403


def test_a_suppression_is_listed_made_once_and_taken_back(samples: Store, keys: Keys) -> None:
    with client_of(samples, keys, "admin") as admin:
        made = admin.post("/v1/suppressions", json={"name": "Guo Fu", "reason": "asked"})
        assert (made.status_code, made.headers["Cache-Control"]) == (201, "no-store")
        told = made.json()
        assert made.headers["Location"] == f"/v1/suppressions/{told['id']}"
        assert {"郭福", "Guo Fu"} <= set(told["names"])
        assert (told["user"], told["reason"], told["withdrawn"]) == ("li", "asked", None)
        again = admin.post("/v1/suppressions", json={"name": "郭福"})
        assert (again.status_code, again.json()["id"]) == (200, told["id"])
        assert [each["id"] for each in admin.get("/v1/suppressions").json()["items"]] == [told["id"]]
        assert admin.get("/v1/search", params={"q": "郭福", "kind": "person"}).json()["items"] == []
        back = admin.delete(f"/v1/suppressions/{told['id']}").json()
        assert back["withdrawn_by"] == "li"
        assert admin.get("/v1/entities/Guo Fu").json()["name_zh"] == "郭福"
        assert admin.get("/v1/suppressions/s-0123456789ab").status_code == 404
        assert admin.post("/v1/suppressions", json={"name": "i-bistu"}).status_code == 422
