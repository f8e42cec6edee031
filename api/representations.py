"""How an answer is sent: as JSON, whole or only some fields of its items, or as CSV."""

import json
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import fields as fields_of
from functools import partial
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlencode

from fastapi import Depends, Query, Request, Response
from fastapi.routing import APIRoute
from pydantic import AfterValidator, BeforeValidator
from starlette.concurrency import run_in_threadpool

from api.remembered import Known, Remembered, coded
from api.tables import MEDIA_TYPE, Table, listed

Answer = Mapping[str, Any]
"""What is sent as JSON."""
_OF_JSON_ALONE: Final = frozenset({"content-length", "content-type"})
_LARGE: Final = 1 << 17
"""Bytes that are compressed in a thread of their own, as the loop that answers all others would stand still."""


@dataclass(frozen=True, slots=True)
class Representation:
    """How the answer to one request is sent."""

    table: Callable[[Answer], Table]
    csv: bool
    raw: bool = False
    mark: bool = True
    fields: Sequence[str] = field(default=())

    def applied(self, request: Request, response: Response) -> Response:
        """``response``, which is JSON, in this form, with the headers that it had."""
        answer = json.loads(bytes(response.body))
        if self.csv:
            made = Response(self.table(answer).csv(raw=self.raw, mark=self.mark), media_type=MEDIA_TYPE)
            name = request.scope["route"].name
            made.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
            if cursor := answer.get("next"):
                made.headers["Link"] = f'<{_with_cursor(request, cursor)}>; rel="next"'
        else:
            items = [{name: item[name] for name in self.fields} for item in answer["items"]]
            text = json.dumps({**answer, "items": items}, ensure_ascii=False, separators=(",", ":"))
            made = Response(text, media_type="application/json")
        made.headers.update({k: v for k, v in response.headers.items() if k not in _OF_JSON_ALONE})
        return made


class Represented(APIRoute):
    """A route whose answer is remembered by its tag, and may be sent in another form than JSON, if a dependency made a
    Representation of it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def represented(request: Request) -> Response:
            try:
                response = await answer(request)
            except Known as known:
                return known.response
            form: Representation | None = getattr(request.state, "representation", None)
            if form or len(response.body) > _LARGE:
                return await run_in_threadpool(_finished, request, response, form)
            return _finished(request, response, form)

        return represented


def _finished(request: Request, response: Response, form: Representation | None) -> Response:
    finished = coded(request, form.applied(request, response) if form else response)
    if tag := getattr(request.state, "tag", None):
        remembered: Remembered = request.app.state.remembered
        remembered.put(tag, finished)
    return finished


def prefers_csv(request: Request) -> bool:
    """Whether ``Accept`` names CSV and likes nothing better."""
    wanted = dict(map(_quality, request.headers.get("accept", "").lower().split(",")))
    csv = wanted.get("text/csv", 0.0)
    return csv > 0 and csv >= max(wanted.get("application/json", 0.0), wanted.get("*/*", 0.0))


Format = Annotated[
    Literal["json", "csv"] | None,
    Query(
        description="The form of the answer; where none is given, `Accept: text/csv` asks for CSV.", examples=["csv"]
    ),
]
Raw = Annotated[
    bool,
    Query(
        description="Of CSV: leave texts as they are that a spreadsheet takes for formulas (those that begin with "
        "`=`, `+`, `-`, `@`, a tab or a line break); else an apostrophe stands before them."
    ),
]
Mark = Annotated[bool, Query(description="Of CSV: begin with a byte order mark, without which Excel garbles Chinese.")]


def sends(table: Callable[[Answer], Table]) -> Any:
    """The dependency of a route whose answer is JSON, or CSV by ``table``."""

    def representation(request: Request, format: Format = None, raw: Raw = False, bom: Mark = True) -> None:
        if _is_csv(request, format):
            request.state.representation = Representation(table, True, raw, bom)

    return Depends(representation)


def lists(item: type) -> Any:
    """The dependency of a route that answers a page of the dataclass ``item``, as JSON or CSV, with all or some fields.

    A field that there is none of is refused with RequestValidationError.
    """
    names = [one.name for one in fields_of(item)]

    def representation(
        request: Request,
        fields: Annotated[
            list[str],
            BeforeValidator(_split),
            AfterValidator(partial(_known, names)),
            Query(
                description="Only these fields of each item, in this order; several times, or with commas. All where "
                "none is given.",
                examples=[names[:2]],
                json_schema_extra={"items": {"type": "string", "enum": names}},
            ),
        ] = [],  # noqa: B006 - FastAPI copies it
        format: Format = None,
        raw: Raw = False,
        bom: Mark = True,
    ) -> None:
        csv = _is_csv(request, format)
        if csv or fields:
            request.state.representation = Representation(_table_of(item, fields), csv, raw, bom, fields)

    return Depends(representation)


def allow_sparse(operation: dict[str, Any]) -> None:
    """Tell in the OpenAPI document that the items of a list have fewer fields where ``fields`` asks for some."""
    if any(each["name"] == "fields" for each in operation.get("parameters", ())):
        content = operation["responses"]["200"]["content"]["application/json"]
        content["schema"] = {"anyOf": [content["schema"], {"$ref": "#/components/schemas/SparsePage"}]}


SPARSE_PAGE: Final[dict[str, Any]] = {
    "type": "object",
    "title": "SparsePage",
    "description": "A page whose items have the fields alone that the parameter `fields` names.",
    "required": ["items", "next"],
    "properties": {
        "items": {"type": "array", "items": {"type": "object"}},
        "next": {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "Next"},
    },
}


def _table_of(item: type, only: Sequence[str]) -> Callable[[Answer], Table]:
    return lambda answer: listed(item, answer["items"], only)


def _is_csv(request: Request, format: str | None) -> bool:
    return prefers_csv(request) if format is None else format == "csv"


def _split(given: Any) -> Any:
    return [name.strip() for each in given for name in str(each).split(",")] if isinstance(given, list) else given


def _known(names: Sequence[str], given: list[str]) -> list[str]:
    if unknown := [name for name in given if name not in names]:
        raise ValueError(f"no such field: {', '.join(unknown)}; there are: {', '.join(names)}")
    return list(dict.fromkeys(given))


def _quality(part: str) -> tuple[str, float]:
    kind, *parameters = part.split(";")
    given = dict(each.strip().partition("=")[::2] for each in parameters)
    try:
        return kind.strip(), float(given.get("q", 1))
    except ValueError:
        return kind.strip(), 0.0


def _with_cursor(request: Request, cursor: str) -> str:
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f"{request.scope['path']}?{urlencode([*pairs, ('cursor', cursor)])}"
