"""What the OpenAPI document owes its readers."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient


@pytest.fixture
def operations(client: TestClient) -> list[tuple[str, dict[str, Any]]]:
    paths = client.get("/openapi.json").json()["paths"]
    return [(f"{method.upper()} {path}", each) for path, methods in paths.items() for method, each in methods.items()]


def contents(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            yield from answer.get("content", {}).items()
    yield from operation.get("requestBody", {}).get("content", {}).items()


def test_every_route_is_explained_and_has_an_example(operations: list[tuple[str, dict[str, Any]]]) -> None:
    for place, operation in operations:
        assert operation["description"].strip(), place
        told = [
            *contents(operation),
            *(each for each in operation.get("parameters", ()) if "examples" in each["schema"]),
        ]
        assert told, place


def test_every_answer_and_body_has_an_example(operations: list[tuple[str, dict[str, Any]]]) -> None:
    lacking = [
        f"{place}: {kind}"
        for place, operation in operations
        for kind, content in contents(operation)
        if not (content.get("example") or content.get("examples") or content.get("schema", {}).get("examples"))
        and "$ref" not in content.get("schema", {})
        and content.get("schema", {}).get("format") != "binary"
    ]
    assert lacking == []


def test_every_parameter_is_explained(operations: list[tuple[str, dict[str, Any]]]) -> None:
    lacking = [
        f"{place}: {parameter['name']}"
        for place, operation in operations
        for parameter in operation.get("parameters", ())
        if len(parameter.get("description", "")) < 10
    ]
    assert lacking == []


def test_every_status_is_explained(operations: list[tuple[str, dict[str, Any]]]) -> None:
    for place, operation in operations:
        for status, answer in operation["responses"].items():
            assert answer.get("description") or answer.get("$ref"), f"{place}: {status}"


def test_every_success_is_told_in_words_of_its_own_and_tags_where_there_are_some(
    operations: list[tuple[str, dict[str, Any]]], client: TestClient
) -> None:
    tagged = {place for place, operation in operations if "304" in operation["responses"]}
    for place, operation in operations:
        assert "Successful Response" not in str(operation["responses"]), place
        assert ("headers" in operation["responses"].get("200", {})) >= (place in tagged), place
    for path in ("/v1/stats", "/v1/events", "/v1/search?q=Guo", "/healthz", "/v1/reconcile"):
        assert ("etag" in client.get(path).headers) == (f"GET {path.partition('?')[0]}" in tagged), path


def test_the_fields_of_a_list_are_those_of_its_items(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    lists = 0
    for path, methods in document["paths"].items():
        operation = methods.get("get", {})
        fields = [each for each in operation.get("parameters", ()) if each["name"] == "fields"]
        if fields:
            lists += 1
            whole, _ = operation["responses"]["200"]["content"]["application/json"]["schema"]["anyOf"]
            page = schemas[whole["$ref"].rsplit("/", 1)[1]]
            item = schemas[page["properties"]["items"]["items"]["$ref"].rsplit("/", 1)[1]]
            assert fields[0]["schema"]["items"]["enum"] == list(item["properties"]), path
    assert lists >= 10
