"""What handlers are given: the store, the entities that a request names, and the validators of its answer."""

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from operator import itemgetter
from typing import Annotated, Final
from urllib.parse import quote, urlencode

from fastapi import Depends, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool

from api.access import Reading
from api.conditional import has_already
from api.opened import OpenedStore
from api.remembered import Known, Remembered, coding_of
from api.representations import Represented, prefers_csv
from graph import questions
from graph.article import digest
from graph.questions import TieFilter, find
from graph.questions.answers import Entity, Grade, TieType
from graph.questions.editions import saw
from graph.questions.ids import is_id
from graph.questions.telling import MOST_OF_EACH, USUAL_IN_ALL, USUAL_OF_EACH
from graph.store import Store
from graph.vocabulary import Order


class Merged(Exception):
    """The request names an entity by an id that another took the place of."""

    def __init__(self, location: str) -> None:
        self.location = location


class NotModified(Exception):
    """The client has this answer already."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        self.headers = headers


def store_of(request: Request) -> Store:
    """The application's store. Raises StoreError."""
    opened: OpenedStore = request.app.state.store
    return opened.get()


async def _opened(request: Request) -> Store:
    """The same; only to open it takes a thread, which each request would wait for."""
    opened: OpenedStore = request.app.state.store
    return opened.store if opened.store is not None else await run_in_threadpool(opened.get)


StoreDep = Annotated[Store, Depends(_opened)]


async def validators(request: Request, response: Response, store: StoreDep) -> None:
    """Give the answer an entity tag; raises NotModified where the client has it already, Known where it is remembered.

    Equal editions of a store mean equal answers, so the tag is known before the answer is: it stands for the version of
    this software, the store, its edition, the question and the form and coding of the answer. The edition is read
    first: should the store change meanwhile, an old tag on a new answer costs a client one request, and never an old
    answer.
    """
    coding = coding_of(request)
    form = "csv" if prefers_csv(request) else ""
    # The order of parameters means nothing, that of the values of one may.
    query = urlencode(sorted(request.query_params.multi_items(), key=itemgetter(0)))
    name, path = request.app.state.store.name, request.scope["path"]
    # What weighs most changes with the day, as ties weigh less the longer ago they are.
    day = date.today().isoformat() if "strongest" in request.query_params.getlist("mode") else ""
    edition = await run_in_threadpool(store.edition)
    saw(store, edition)
    request.app.state.store.seen(edition)
    tag = f'"{digest(request.app.version, name, str(edition), path, query, day, form, coding)}"'
    # What a key opened is for its bearer alone, and is not to lie about on a disk.
    cache = "private, no-store" if "authorization" in request.headers else "private, no-cache"
    headers = {"ETag": tag, "Cache-Control": cache, "Vary": "Accept, Accept-Encoding, Authorization"}
    if has_already(request.headers.get("if-none-match", ""), tag):
        raise NotModified(headers)
    if isinstance(request.scope["route"], Represented):
        remembered: Remembered = request.app.state.remembered
        if known := remembered.get(tag):
            known.headers.update(headers)
            raise Known(known)
        request.state.tag = tag
    response.headers.update(headers)


async def declared(request: Request) -> None:
    """Refuse query parameters that the route does not describe: a misspelt filter would let everything through.

    Raises RequestValidationError, which names each and those that look like it.
    """
    operation = request.app.openapi()["paths"][request.scope["route"].path_format][request.method.lower()]
    known = [each["name"] for each in operation.get("parameters", ()) if each["in"] == "query"]
    unknown = [name for name in dict.fromkeys(request.query_params) if name not in known]
    if unknown:
        raise RequestValidationError(
            [{"type": "unknown_parameter", "loc": ("query", name), "msg": _unknown(name, known)} for name in unknown]
        )


def _unknown(name: str, known: Sequence[str]) -> str:
    if near := get_close_matches(name, known):
        return f"no such parameter; near: {', '.join(near)}"
    return f"no such parameter; there are: {', '.join(known)}" if known else "no such parameter; there are none here"


QUESTION: Final = [Reading, Depends(declared), Depends(validators)]
"""What every question is put through before it is asked."""

NameParam = Annotated[
    str,
    Path(
        description="An id, or an unambiguous name in either language.",
        max_length=200,
        openapi_examples={"english": {"value": "Guo Fu"}, "chinese": {"value": "郭福"}, "id": {"value": "d-110112"}},
    ),
]


def named(request: Request, name: NameParam, store: StoreDep) -> Entity:
    """The entity that the path names. Raises NotFound, Gone, Ambiguous, Merged."""
    entity = find(store, name)
    if is_id(name) and entity.id != name:
        rest = request.url.path.removeprefix(f"/v1/entities/{name}")
        query = f"?{request.url.query}" if request.url.query else ""
        raise Merged(f"/v1/entities/{quote(entity.id)}{rest}{query}")
    return entity


EntityDep = Annotated[Entity, Depends(named)]


def optional_id(store: Store, name: str | None) -> str | None:
    """The id that a filter names, if it names one."""
    return find(store, name).id if name else None


Since = Annotated[
    str | None,
    Query(description="EDTF day, month or year: what may have happened then or later.", examples=["2024-01"]),
]
Until = Annotated[
    str | None,
    Query(description="EDTF day, month or year: what may have happened then or earlier.", examples=["2024-12-31"]),
]
Grades = Annotated[
    list[Grade], Query(description="How near people were, any of these; every grade where none is given.")
]
Limit = Annotated[int, Query(ge=1, le=200, description="How many items at most.")]
Events = Annotated[
    int | None,
    Query(
        ge=0,
        le=MOST_OF_EACH,
        description=f"How many events of each tie are told at most, the newest; `count` is of all. Else "
        f"{USUAL_OF_EACH}, and {USUAL_IN_ALL} in the whole answer.",
    ),
]
Sort = Annotated[Order, Query(description="The latest first, or the earliest; what has no day comes last in both.")]
Cursor = Annotated[
    str | None, Query(max_length=2000, description="The next of the page before; nothing else in the request changes.")
]


def tie_filter(
    store: StoreDep,
    edge: Annotated[
        list[TieType], Query(description="Types of ties, any of these; what fits the question where none is given.")
    ] = [],  # noqa: B006 - FastAPI copies it
    since: Since = None,
    until: Until = None,
    grade: Grades = [],  # noqa: B006
    max_event_size: Annotated[int | None, Query(ge=2, description="Leave out meetings of more persons.")] = None,
    min_confidence: Annotated[
        float | None, Query(ge=0, le=1, description="Leave out ties that are less sure than this.")
    ] = None,
    avoid: Annotated[
        list[str],
        Query(max_length=100, description="Entities, by id or name, and events, by id, to keep clear of."),
    ] = [],  # noqa: B006
) -> TieFilter:
    """The ties that a request wants."""
    return TieFilter(
        edges=tuple(edge) or None,
        since=since,
        until=until,
        grades=tuple(grade),
        max_event_size=max_event_size,
        min_confidence=min_confidence,
        avoid=questions.avoided(store, avoid),
    )


TieFilterDep = Annotated[TieFilter, Depends(tie_filter)]
