"""What is wrong with a request is told in the words of this service."""

from typing import Annotated, Any, Literal

import pytest
from fastapi.testclient import TestClient
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from api.faults import faults, path, told

LIBRARY = ("Input", "should", "Field required", "Value error", "a valid", "dict[", "Extra inputs")


def odd(value: str) -> str:
    raise ValueError(f"no such field: {value}")


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str


@pytest.mark.parametrize(
    ("type", "value", "reason"),
    [
        (int, "many", "a whole number is expected"),
        (int, 1.5, "a whole number is expected"),
        (int, "9" * 5000, "a smaller number is expected"),
        (float, [], "a number is expected"),
        (Annotated[float, Field(gt=0, le=5)], 0, "a number above 0 is expected"),
        (Annotated[float, Field(gt=0, le=5)], 6, "5 or less is expected"),
        (Annotated[int, Field(ge=1)], 0, "1 or more is expected"),
        (bool, "perhaps", "true or false is expected"),
        (Literal["person", "district"], "planet", "one of 'person' or 'district' is expected"),
        (Annotated[str, Field(min_length=1)], "", "at least 1 characters are expected"),
        (Annotated[str, Field(max_length=2)], "xxx", "at most 2 characters are expected"),
        (Annotated[str, Field(pattern="^l-")], "x", "it has not the form ^l-"),
        (str, 7, "text is expected"),
        (Annotated[list[str], Field(max_length=1)], ["a", "b"], "at most 1 are expected"),
        (Annotated[str, AfterValidator(odd)], "x", "no such field: x"),
        (Body, [], "an object is expected"),
        (Body, {}, "it is missing"),
        (Body, {"name": "x", "more": 1}, "no such member"),
        (bytes, 7, "this has no meaning here"),
    ],
)
def test_a_reason_has_no_word_of_a_library(type: Any, value: Any, reason: str) -> None:
    with pytest.raises(ValidationError) as found:
        TypeAdapter(type).validate_python(value)
    [fault] = faults({**each, "loc": ("query", "x", *each["loc"])} for each in found.value.errors())
    assert fault["reason"] == reason


def test_a_place_is_written_as_in_the_body() -> None:
    assert path(("properties", 2, "pid")) == "properties[2].pid"
    assert path(()) is None
    assert told([{"in": "body", "name": None, "reason": "an object is expected"}]) == "body: an object is expected"


@pytest.mark.parametrize(
    ("address", "detail"),
    [
        ("/v1/search", "q: it is missing"),
        ("/v1/search?q=x&limit=many&kind=planet", "one of 'person', 'institution' or 'district' is expected"),
        ("/v1/meetings?fields=colour", "fields: no such field: colour"),
        ("/v1/entities/Lin Yue/met?grade=across&grade=best", "grade[1]: one of"),
        ("/v1/export?format=docx", "format: one of"),
    ],
)
def test_a_parameter_is_told_in_the_words_of_the_service(client: TestClient, address: str, detail: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 422
    assert detail in answer.json()["detail"]
    assert not [word for word in LIBRARY if word in answer.text]


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ([], "body: an object is expected"),
        ({"params": {}}, "query: it is missing"),
        ({"query": 1, "more": 2}, "query: text is expected; more: no such member"),
        (
            {"query": "RETURN 1", "limit": 0, "seconds": 50},
            "limit: 1 or more is expected; seconds: 5 or less is expected",
        ),
    ],
)
def test_a_body_is_told_in_the_words_of_the_service(client: TestClient, body: Any, detail: str) -> None:
    assert client.post("/v1/cypher", json=body).json()["detail"] == detail
