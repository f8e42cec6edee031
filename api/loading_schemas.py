"""What the API takes to load, and tells of it, with made-up examples."""

from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import Body
from pydantic import AfterValidator, WithJsonSchema

from api.loads import Load, Unusable

TEXT: Final = {
    "text": "On April 19, Lin Yue, head of Tongzhou District, called on Guo Fu, president of BISTU, at the university.",
    "url": "https://example.org/news/1",
    "title": "Tongzhou delegation visits BISTU",
    "published": "2024-04-20",
}
PAGE: Final = {"html": "<html><body><h1>…</h1><p>…</p></body></html>", "url": "https://example.org/news/2"}
FACTS: Final = {
    "lang": "zh",
    "text": "吴小杰任河北工业大学校长。",
    "source": "register 2024-05",
    "published": "2024-05-01",
    "persons": [
        {"name": "吴小杰", "aliases": [], "roles": [{"title": "校长", "institution": "河北工业大学"}]},
    ],
    "institutions": [{"name": "河北工业大学", "aliases": [], "type": "university"}],
}
EXAMPLES: Final[dict[str, Any]] = {
    "text": {"value": TEXT},
    "page": {"value": PAGE},
    "facts": {"value": FACTS},
    "many": {"value": [TEXT, FACTS]},
}


def _object_or_list(body: Any) -> dict[str, Any] | list[Any]:
    if isinstance(body, dict | list):
        return body
    raise ValueError("an object or a list of objects is expected")


Articles = Annotated[
    Any,
    Body(openapi_examples=EXAMPLES),
    AfterValidator(_object_or_list),
    WithJsonSchema({"anyOf": [{"type": "object", "additionalProperties": True}, {"type": "array", "items": {}}]}),
]
"""What a request to load has."""


@dataclass(frozen=True, slots=True)
class ItemProblem:
    """Why one of several articles was not taken."""

    type: str
    title: str
    status: int
    detail: str


@dataclass(frozen=True, slots=True)
class LoadedItem:
    """What became of one article. ``index`` is its place among those sent, from 0 on; ``outcome``: added, unchanged,
    replaced or duplicate; ``says``: whether anything was found in it."""

    index: int
    id: str | None
    outcome: str | None
    says: bool | None
    problem: ItemProblem | None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of all articles of a request."""

    items: tuple[LoadedItem, ...]
    counts: dict[str, int]


UNUSABLE: Final = ItemProblem("/docs#invalid-request", "Invalid request", 422, "no text: the field is missing or empty")
LOADED: Final = Loaded(
    (LoadedItem(0, "a-0c1d2e3f4a5b", "added", True, None), LoadedItem(1, None, None, None, UNUSABLE)),
    {"added": 1, "unchanged": 0, "replaced": 0, "duplicate": 0, "unusable": 1},
)
LOAD: Final = Load(
    id="l-0c1d2e3f4a5b",
    state="loading",
    total=200,
    counts={"added": 64, "unchanged": 0, "replaced": 0, "duplicate": 0, "unusable": 1},
    user="crawler",
    made="2024-05-02T08:00:00Z",
    errors=(Unusable(7, "no text: the field is missing or empty"),),
)
