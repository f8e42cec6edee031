"""OpenRefine and its like: a column of names is matched to entities (Reconciliation Service API 0.2)."""

from html import escape
from typing import Annotated, Any, Final
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from api import reconciliation, schemas
from api.access import Reading
from api.deps import StoreDep, validators
from api.faults import WrongType
from graph.errors import InvalidQuestion, NotFound
from graph.questions.answers import Kind
from graph.questions.reconciling import (
    CANDIDATES,
    KINDS,
    MOST,
    PROPERTIES,
    described,
    extended,
    reconcile,
    suggested,
)
from graph.store import Store

Json = dict[str, Any]
# A batch comes in a body, of which an entity tag of the address would know nothing.
router = APIRouter(
    prefix=reconciliation.PATH,
    tags=["reconcile"],
    dependencies=[Reading],
    responses=schemas.KEYED,
)
# Clients send what their widgets have (type, type_strict, lang, callback), so nothing that is unknown is refused.
TAGGED: Final = [Depends(validators)]

_BASE: Final = "http://127.0.0.1:8000"
_QUERIES: Final = '{"q0": {"query": "Guo Fu", "type": "person"}, "q1": {"query": "通州"}}'
_EXTEND: Final = '{"ids": ["i-bistu"], "properties": [{"id": "name_zh"}, {"id": "located_in"}]}'
_FORM_TYPE: Final = "application/x-www-form-urlencoded"
_FORM: Final = {
    "requestBody": {
        "required": True,
        "content": {
            _FORM_TYPE: {
                "schema": {
                    "type": "object",
                    "properties": {
                        name: {"type": "string", "contentMediaType": "application/json", "contentSchema": schema}
                        for name, schema in (("queries", reconciliation.QUERIES), ("extend", reconciliation.EXTEND))
                    },
                    "anyOf": [{"required": ["queries"]}, {"required": ["extend"]}],
                },
                "examples": {"queries": {"value": {"queries": _QUERIES}}, "extend": {"value": {"extend": _EXTEND}}},
            }
        },
    }
}
_FRAMED: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
"""A preview is made to be shown within the client's page; it has no script and nothing to click."""

Batch = Annotated[str | None, Query(max_length=7000, include_in_schema=False)]
"""Old clients send their batch in the address, with whatever else (``callback``): not told of, and not refused."""
Prefix = Annotated[str, Query(max_length=200, description="What was typed so far.")]
EntityId = Annotated[str, Query(max_length=200, description="The id of an entity.", examples=["i-bistu"])]


def _shown(example: Json, *statuses: int) -> dict[int | str, Json]:
    return {200: {"content": {"application/json": {"example": example}}}, **schemas.problems(*statuses)}


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form; a field that is there twice counts once. Raises WrongType."""
    body = (await request.body()).decode("utf-8", "replace")
    if body and request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM_TYPE:
        raise WrongType(_FORM_TYPE)
    try:
        return {name: values[0] for name, values in parse_qs(body, max_num_fields=10).items()}
    except ValueError as error:
        raise InvalidQuestion("the form has too many fields") from error


@router.get("", dependencies=TAGGED, responses=_shown(reconciliation.manifest(_BASE), 422, 503))
def manifest(request: Request, store: StoreDep, queries: Batch = None, extend: Batch = None) -> Json:
    """What this service offers."""
    if queries is None and extend is None:
        return reconciliation.manifest(str(request.base_url).rstrip("/"))
    return _answer(store, queries, extend)


@router.post("", openapi_extra=_FORM, responses=_shown({"q0": {"result": []}, "q1": {"result": []}}, 400, 422, 503))
def answer(store: StoreDep, form: Annotated[dict[str, str], Depends(_form)]) -> Json:
    """Candidates for each name of a batch (`queries`), or values of properties for entities (`extend`). `match` is true
    only of who alone bears the name, in either script, and of whom every property that was sent is true."""
    return _answer(store, form.get("queries"), form.get("extend"))


@router.get("/suggest/entity", dependencies=TAGGED, responses=_shown({"result": []}, 422, 503))
def suggest_entity(
    store: StoreDep,
    prefix: Prefix,
    cursor: Annotated[int, Query(ge=0, le=1000, description="How many to leave out.")] = 0,
    type: Annotated[
        list[str],
        Query(description="Only those of these types; none where there is no such type.", examples=["person"]),
    ] = [],  # noqa: B006 - FastAPI copies it
) -> Json:
    """Entities to choose from while one types."""
    kinds = tuple(kind for kind in KINDS if kind in type)
    some = prefix.strip() and (kinds or not type)
    found = suggested(store, prefix, kinds, cursor + CANDIDATES) if some else []
    return reconciliation.suggestions(found[cursor:])


@router.get("/suggest/type", dependencies=TAGGED, responses=_shown({"result": reconciliation.types(KINDS)}, 422, 503))
def suggest_type(prefix: Prefix = "") -> Json:
    """Types to choose from."""
    return {"result": [each for each in reconciliation.types(KINDS) if _begins(each["name"], prefix)]}


@router.get(
    "/suggest/property",
    dependencies=TAGGED,
    responses=_shown({"result": [{"id": "title", "name": "title of a post"}]}, 422, 503),
)
def suggest_property(prefix: Prefix = "") -> Json:
    """Properties to choose from."""
    found = (p for p in PROPERTIES.values() if _begins(p.name, prefix) or _begins(p.id, prefix))
    return {"result": [{"id": p.id, "name": p.name} for p in found]}


@router.get("/properties", dependencies=TAGGED, responses=_shown(reconciliation.proposed("person", MOST), 422, 503))
def properties(
    type: Annotated[Kind | None, Query(description="Only those of this kind.")] = None,
    limit: Annotated[int, Query(ge=1, le=100, description="How many properties at most.")] = MOST,
) -> Json:
    """The properties that a table can be extended with."""
    return reconciliation.proposed(type, limit)


@router.get(
    "/flyout/entity", dependencies=TAGGED, responses=_shown({"id": "i-bistu", "html": "<p>…</p>"}, 404, 422, 503)
)
def flyout(store: StoreDep, id: EntityId) -> Json:
    """An entity in a few words, to be shown beside a suggestion."""
    return {"id": id, "html": _card(store, id)}


@router.get(
    "/preview",
    dependencies=TAGGED,
    response_class=HTMLResponse,
    responses={200: {"content": {"text/html": {"example": "<p>…</p>"}}}, **schemas.problems(404, 422, 503)},
)
def preview(store: StoreDep, id: EntityId) -> HTMLResponse:
    """An entity in a few words, as a page to be framed."""
    style = "<style>body{font:14px sans-serif;margin:8px}small{color:#666}</style>"
    page = f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{escape(id)}</title>{style}{_card(store, id)}'
    return HTMLResponse(page, headers={"Content-Security-Policy": _FRAMED})


def _answer(store: Store, queries: str | None, extend: str | None) -> Json:
    if queries is not None:
        wishes = reconciliation.parsed_queries(queries)
        return {key: reconciliation.result(reconcile(store, wish) if wish else []) for key, wish in wishes.items()}
    if extend is not None:
        ids, wanted = reconciliation.parsed_extension(extend)
        return reconciliation.extension(wanted, extended(store, ids, wanted))
    raise InvalidQuestion("the form has neither queries nor extend", parameter="queries")


def _card(store: Store, id: str) -> str:
    detail = described(store, id)
    if detail is None:
        raise NotFound(f"no entity has the id {id!r}")
    return reconciliation.card(detail)


def _begins(name: str, prefix: str) -> bool:
    return name.casefold().startswith(prefix.strip().casefold())
