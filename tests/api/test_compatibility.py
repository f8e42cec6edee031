import json
import re
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.compatibility import breaks, promises

ROOT = Path(__file__).parents[2]

DOCUMENT: dict[str, Any] = {
    "paths": {
        "/things": {
            "get": {
                "parameters": [
                    {"in": "query", "name": "kind", "schema": {"enum": ["big", "small"], "type": "string"}},
                    {"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 200, "default": 25}},
                    {"in": "query", "name": "q", "schema": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
                ],
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                    "404": {"description": "none"},
                },
            },
            "post": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "properties": {"a": {"type": "number"}}, "required": ["a"]}
                        }
                    }
                },
                "responses": {"201": {}},
            },
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["id", "parts"],
                "properties": {
                    "id": {"type": "string"},
                    "size": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
                    "state": {"type": "string", "enum": ["new"]},
                    "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                },
            }
        }
    },
}


def changed(place: str, value: Any) -> dict[str, Any]:
    """``DOCUMENT`` with ``value`` at a place, whose steps have dots between; None takes out what is there."""
    document: dict[str, Any] = deepcopy(DOCUMENT)
    at: Any = document
    *inner, last = place.split(".")
    for step in inner:
        at = at[int(step)] if isinstance(at, list) else at[step]
    if isinstance(at, list):
        at[int(last) :] = [value] if value else []
    elif value is None:
        del at[last]
    else:
        at[last] = value
    return document


def get(place: str, value: Any) -> dict[str, Any]:
    return changed(f"paths./things.get.{place}", value)


def thing(place: str, value: Any) -> dict[str, Any]:
    return changed(f"components.schemas.Thing.{place}", value)


REQUIRED = {"in": "query", "name": "why", "required": True, "schema": {"type": "string"}}
OPTIONAL = {"in": "query", "name": "why", "schema": {"type": "string"}}


@pytest.mark.parametrize(
    ("new", "line"),
    [
        ({**DOCUMENT, "paths": {}}, "GET /things: removed"),
        (get("parameters", []), "GET /things: kind: removed"),
        (get("parameters.3", REQUIRED), "GET /things: why: is required now"),
        (get("parameters.0.required", True), "GET /things: kind: is required now"),
        (get("parameters.0.schema.enum", ["big"]), "GET /things: kind: takes small no more"),
        (get("parameters.1.schema.maximum", 100), "GET /things: limit: maximum is 100 now"),
        (get("parameters.1.schema.minimum", 2), "GET /things: limit: minimum is 2 now"),
        (get("parameters.1.schema.default", 50), "GET /things: limit: has another default"),
        (get("parameters.1.schema.type", "string"), "GET /things: limit: takes integer no more"),
        (get("parameters.2.schema", {"type": "string"}), "GET /things: q: takes null no more"),
        (get("parameters.2.schema", {"type": "string", "pattern": "x"}), "GET /things: q: has another pattern"),
        (get("responses.200", None), "GET /things: answers 200 no more"),
        (get("responses.200.content", {"text/csv": {}}), "GET /things: is no more answered as application/json"),
        (thing("properties.id", None), "GET /things: answer.id: removed"),
        (thing("required", ["id"]), "GET /things: answer.parts: may be missing now"),
        (thing("properties.id", {"type": "integer"}), "GET /things: answer.id: may be integer now"),
        (
            thing("properties.id", {"anyOf": [{"type": "string"}, {"type": "null"}]}),
            "GET /things: answer.id: may be null now",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_a_client_can_no_longer_count_on_is_told(new: dict[str, Any], line: str) -> None:
    assert line in breaks(DOCUMENT, new)


@pytest.mark.parametrize(
    "new",
    [
        DOCUMENT,
        get("parameters.3", OPTIONAL),
        get("parameters.0.schema.enum", ["big", "small", "middle"]),
        get("parameters.1.schema.maximum", 1000),
        get("parameters.1.schema.type", "number"),
        get("responses.404", None),
        get("responses.304", {"description": "known"}),
        thing("properties.more", {"type": "string"}),
        thing("properties.state.enum", ["new", "old"]),
        thing("properties.size", {"type": "integer"}),
        thing("required", ["id", "parts", "state"]),
    ],
)
def test_what_adds_something_breaks_nobody(new: dict[str, Any]) -> None:
    assert breaks(DOCUMENT, new) == []


def test_a_body_that_wants_more_breaks_who_sends_less() -> None:
    new = deepcopy(DOCUMENT)
    schema = new["paths"]["/things"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    schema["properties"]["b"] = {"type": "string"}
    assert breaks(DOCUMENT, new) == []
    schema["required"] = ["a", "b"]
    assert breaks(DOCUMENT, new) == ["POST /things: body.b: is required now"]


def test_the_page_of_some_fields_hides_no_break() -> None:
    whole = {"$ref": "#/components/schemas/Thing"}
    content = {"application/json": {"schema": {"anyOf": [whole, {"$ref": "#/components/schemas/SparsePage"}]}}}
    old = get("responses.200.content", content)
    old["components"]["schemas"]["SparsePage"] = {"type": "object"}
    new = deepcopy(old)
    del new["components"]["schemas"]["Thing"]["properties"]["id"]
    assert breaks(old, new) == ["GET /things: answer.id: removed", "GET /things: answer.parts[].id: removed"]


def test_promises_have_the_names_of_the_api_and_no_texts() -> None:
    document = {"properties": {"title": {"type": "string", "title": "Title", "description": "What it is called."}}}
    assert promises(document) == {"properties": {"title": {"type": "string"}}}


def test_nothing_is_broken_that_the_changelog_does_not_announce(client: TestClient) -> None:
    promised = json.loads((ROOT / "docs" / "promises.json").read_text(encoding="utf-8"))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    announced = set(re.findall(r"^- Breaking: `([^`]+)`", changes, re.MULTILINE))
    broken = set(breaks(promised, client.get("/openapi.json").json()))
    assert broken - announced == set(), "docs/api.md says how a change that breaks clients is announced"
    assert announced - broken == set(), "announced, and not broken"
