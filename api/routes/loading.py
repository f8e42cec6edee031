"""Articles into the graph and out of it, for keys of scope write."""

import json
from dataclasses import asdict
from hashlib import sha256
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Path, Request, Response
from fastapi.responses import JSONResponse

from api import schemas
from api.access import Writer
from api.deps import StoreDep, declared
from api.idempotency import Answers
from api.loading_schemas import LOAD, LOADED, Articles, ItemProblem, Loaded, LoadedItem
from api.loads import AT_ONCE, Load, Loads, no_counts, reason_of
from api.metrics import LOADED as COUNTED
from api.problems import INVALID
from graph.errors import InputError, InvalidQuestion
from graph.identity.ledger import take_out
from graph.questions.articles import absent
from graph.store import Store

router = APIRouter(prefix="/v1", tags=["articles"], responses=schemas.KEYED, dependencies=[Depends(declared)])

_LOADED: Final = {"content": schemas.example(LOADED)}
_LATER: Final = {
    "description": "Taken note of; Location leads to how it stands.",
    "model": Load,
    "headers": {"Location": {"schema": {"type": "string"}}, "Retry-After": {"schema": {"type": "integer"}}},
    "content": schemas.example(LOAD),
}


@router.post(
    "/articles",
    status_code=201,
    response_model=Loaded,
    responses={
        **schemas.answers(LOADED, 400, 409, 422, 503),
        200: {"description": "Nothing new: it was all there, or replaced what was.", "model": Loaded, **_LOADED},
        201: {"description": "At least one article was added.", **_LOADED},
        202: _LATER,
        207: {"description": "Some of several cannot be used: see `problem` of each.", "model": Loaded, **_LOADED},
    },
)
def load(
    request: Request,
    caller: Writer,
    store: StoreDep,
    body: Articles,
    key: Annotated[
        str | None,
        Header(alias="Idempotency-Key", min_length=1, max_length=255, description="The same again: the same answer."),
    ] = None,
    prefer: Annotated[str | None, Header(max_length=200, description="`respond-async`: 202 at once.")] = None,
) -> Response:
    """Load an article, or a list of them: each with `text`, or a page as `html`, or facts; with `url`, `title`,
    `published`, and `source` for what has no address. What cannot be used is told and stops nothing. More than 32, or
    `Prefer: respond-async`: 202, and they are loaded one batch after another."""
    loads: Loads = request.app.state.loads
    answers: Answers = request.app.state.answers
    articles = body if isinstance(body, list) else [body]
    if not articles:
        raise InvalidQuestion("the list is empty")
    later = len(articles) > AT_ONCE or "respond-async" in (prefer or "")

    def answer() -> Response:
        if later:
            return _later(loads, store, articles, caller.name)
        return _now(loads, store, articles, single=isinstance(body, dict))

    asked = sha256(json.dumps([later, body], sort_keys=True).encode()).hexdigest()
    return answers.once(caller.id or "", key, asked, answer)


def _now(loads: Loads, store: Store, articles: list[Any], *, single: bool) -> Response:
    items, counts = [], no_counts()
    for index, fate in loads.now(store, articles):
        if isinstance(fate, InputError):
            if single:
                raise InvalidQuestion(reason_of(fate), parameter=fate.place, reason=fate.reason)
            told = ItemProblem(f"/docs#{INVALID.slug}", INVALID.title, INVALID.status, reason_of(fate))
            items.append(LoadedItem(index, None, None, None, told))
            counts["unusable"] += 1
            COUNTED.labels("unusable").inc()
        else:
            items.append(LoadedItem(index, fate.article, fate.outcome, fate.says, None))
            counts[fate.outcome] += 1
            COUNTED.labels(fate.outcome).inc()
    status = 207 if counts["unusable"] else 201 if counts["added"] else 200
    headers = {"Location": f"/v1/articles/{items[0].id}"} if single else None
    return JSONResponse(asdict(Loaded(tuple(items), counts)), status, headers)


def _later(loads: Loads, store: Store, articles: list[Any], user: str) -> Response:
    made = loads.later(store, articles, user)
    return JSONResponse(asdict(made), 202, {"Location": f"/v1/loads/{made.id}", "Retry-After": "1"})


@router.get("/loads/{id}", responses=schemas.answers(LOAD, 404, 422, 503))
def how_it_stands(
    request: Request,
    _: Writer,
    id: Annotated[str, Path(pattern="^l-[0-9a-f]{12}$", description="The id of a load.")],
    response: Response,
) -> Load:
    """How a load stands: `waiting`, `loading`, `done`, `failed` or `interrupted`, with what is durable so far. What
    was interrupted or failed may be sent again whole: what is there already is `unchanged`."""
    loads: Loads = request.app.state.loads
    response.headers["Cache-Control"] = "no-store"
    return loads.get(id)


@router.delete(
    "/articles/{id}",
    status_code=204,
    response_class=Response,
    responses=schemas.problems(404, 410, 422, 503),
)
def remove(
    _: Writer,
    store: StoreDep,
    id: Annotated[str, Path(max_length=200, description="The id of an article.", examples=["a-0123456789ab"])],
) -> None:
    """Take an article out, with exactly what only it supported. 410: it was removed before."""
    if not take_out(store, id):
        raise absent(store, id)
    COUNTED.labels("removed").inc()
