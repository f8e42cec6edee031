"""The graph in the formats of other tools, sent while it is read."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Response
from fastapi.responses import JSONResponse, StreamingResponse

from api import schemas
from api.deps import QUESTION, Grades, Since, StoreDep, Until, optional_id
from graph import exports, questions
from graph.exports import Contents, Filters, Options
from graph.exports.formats import FORMATS
from graph.vocabulary import EventKind, ExportFormat, Status, TieType

router = APIRouter(prefix="/v1", tags=["overview"], dependencies=QUESTION, responses=schemas.KEYED)

_OBJECTS: Final[dict[str, dict[str, Any]]] = {
    "application/json": {"directed": False, "multigraph": True, "graph": {}, "nodes": [], "edges": []},
    "application/ld+json": {"@context": {}, "@graph": []},
}
"""Empty graphs, as examples of the formats that are JSON."""
_DOWNLOADS: Final[dict[str, dict[str, Any]]] = {
    each.media_type: {"schema": {"type": "object"}, "example": _OBJECTS[each.media_type]}
    if each.media_type in _OBJECTS
    else {"schema": {"type": "string", "format": "binary"}}
    for each in FORMATS.values()
}


@router.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"content": _DOWNLOADS}, **schemas.problems(404, 409, 410, 422, 503)},
)
def export(
    response: Response,
    store: StoreDep,
    format: Annotated[ExportFormat, Query(description="How the graph is written; see docs/exports.md.")],
    kind: Annotated[
        EventKind | None, Query(description="Only meetings, or only agreements, and who took part.")
    ] = None,
    status: Annotated[Status | None, Query(description="Only agreements of this status, and who is party.")] = None,
    since: Since = None,
    until: Until = None,
    entity: Annotated[
        list[str], Query(max_length=10, description="Ids or names: only events that any of them has a part in.")
    ] = [],  # noqa: B006 - FastAPI copies it
    district: Annotated[
        str | None, Query(max_length=200, description="Id or name: only events that the lists of it hold.")
    ] = None,
    max_event_size: Annotated[int | None, Query(ge=2, description="Leave out meetings of more persons.")] = None,
    edge: Annotated[
        list[TieType], Query(description="Only these ties, and the parts in events that they follow from.")
    ] = [],  # noqa: B006
    grade: Grades = [],  # noqa: B006
    min_confidence: Annotated[float | None, Query(ge=0, le=1, description="Leave out what is less sure.")] = None,
    texts: Annotated[bool, Query(description="Articles with their text, which others may own.")] = False,
    raw: Annotated[bool, Query(description="Of CSV: leave texts as they are that a spreadsheet runs.")] = False,
    bom: Annotated[bool, Query(description="Of CSV: begin with a byte order mark.")] = True,
) -> StreamingResponse:
    """The graph, or the part that the filters leave, as a file; of formats with several files a ZIP archive. An answer
    that breaks off was overtaken by a change of the store: ask again."""
    filters = Filters(
        kind=kind,
        status=status,
        since=since,
        until=until,
        entities=tuple(dict.fromkeys(questions.find(store, name).id for name in entity)),
        district=optional_id(store, district),
        max_event_size=max_event_size,
        edges=tuple(edge),
        grades=tuple(grade),
        min_confidence=min_confidence,
    )
    wanted = FORMATS[format]
    chunks = exports.export(Contents(store, filters), format, Options(texts=texts, raw=raw, mark=bom))
    data: Iterator[bytes] = (part for _, part in chunks) if wanted.file else exports.zipped(chunks)
    named = {"Content-Disposition": f'attachment; filename="{wanted.file or f"{format}.zip"}"'}
    return StreamingResponse(data, media_type=wanted.media_type, headers={**response.headers, **named})


_CONTEXT: Final = {"schema": {"type": "object"}, "example": {"@context": {"schema": "https://schema.org/"}}}


class JsonLd(JSONResponse):
    """JSON-LD, told as such."""

    media_type = "application/ld+json"


@router.get(
    "/context.jsonld",
    response_class=JsonLd,
    responses={200: {"content": {JsonLd.media_type: _CONTEXT}}, **schemas.problems(503)},
)
def context(response: Response) -> JsonLd:
    """What the words of the JSON-LD export mean: the context that each export has in it."""
    return JsonLd(exports.context(), headers={**response.headers, "Cache-Control": "private, max-age=3600"})
