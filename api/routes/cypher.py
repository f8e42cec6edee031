"""What no other route answers, asked in Cypher."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Final

import anyio
from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from api import cypher_schemas as shapes
from api.access import Requires
from api.deps import StoreDep, declared
from api.limits import metered
from graph.store import Value
from graph.stores.cookbook import is_name, recipe

AT_A_TIME: Final = 8
"""Threads for ad-hoc queries, apart from those of all other routes, which these must not use up."""
_HEADERS: Final = {"Cache-Control": "no-store", "Vary": "Accept, Authorization"}

router = APIRouter(
    prefix="/v1", tags=["cypher"], dependencies=[Depends(Requires("cypher")), Depends(metered), Depends(declared)]
)


def _threads(request: Request) -> anyio.CapacityLimiter:
    state = request.app.state
    if not hasattr(state, "cypher_threads"):
        state.cypher_threads = anyio.CapacityLimiter(AT_A_TIME)
    limiter: anyio.CapacityLimiter = state.cypher_threads
    return limiter


@router.post("/cypher", response_model=None, responses=shapes.RESPONSES)
async def cypher(
    request: Request,
    store: StoreDep,
    question: shapes.Question,
    threads: Annotated[anyio.CapacityLimiter, Depends(_threads)],
) -> Response:
    """One statement that only reads the graph, in the dialect of the store (Neo4j's or Ladybug's), for at most 5
    seconds, 1,000 rows and 5 MB. `truncated` tells whether something was left out; `Accept: application/x-ndjson` gives
    a row a line. What is no plain read is refused with the reason (`query-refused`), what takes too much is stopped
    (`query-stopped`). The name of a question of `/v1/cookbook` stands for its text."""
    text = question.query
    params: Mapping[str, Value] = question.params
    if is_name(text):
        asked = recipe(text)
        text, params = asked.texts[request.app.state.dialect], asked.values(params)
    ask = partial(store.cypher, text, params, limit=question.limit, seconds=question.seconds)
    table = await anyio.to_thread.run_sync(ask, limiter=threads)
    if shapes.NDJSON in request.headers.get("accept", ""):
        return Response("".join(shapes.as_lines(table)), media_type=shapes.NDJSON, headers=_HEADERS)
    return JSONResponse(shapes.as_json(table), headers=_HEADERS)
