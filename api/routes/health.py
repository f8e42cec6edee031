"""Whether the service runs, whether it can answer, and its figures."""

from fastapi import APIRouter, Depends, Request
from fastapi.responses import PlainTextResponse, Response

from api import schemas, scraping
from api.access import Reading
from api.deps import StoreDep, declared
from api.opened import OpenedStore
from api.problems import LOADING, problem
from api.schemas import Health, Readiness, answers
from graph.stores.transaction import EDITION_ID

router = APIRouter(tags=["health"])


@router.get("/healthz", responses=answers(Health(status="ok")))
async def healthz() -> Health:
    """The process runs. It says nothing about the store."""
    return Health(status="ok")


@router.get("/readyz", response_model=Readiness, responses=answers(Readiness(status="ready", edition=12), 503))
def readyz(request: Request, store: StoreDep) -> Readiness | Response:
    """The store answers, and paths are searched in memory if they are to be. Else 503: `store-unavailable` where the
    store does not answer, `store-loading` where it is only not made ready yet."""
    opened: OpenedStore = request.app.state.store
    store.read("edition", id=EDITION_ID)  # what a store remembers of its edition tells nothing of now
    edition = store.edition()
    if not opened.warm:
        detail = "the graph is being read into memory; questions are answered meanwhile, paths slowly"
        return problem(request, LOADING, detail, headers={"Retry-After": "2"})
    return Readiness(status="ready", edition=edition)


@router.get(
    "/metrics",
    response_class=PlainTextResponse,
    dependencies=[Reading, Depends(declared)],
    responses={
        200: {
            "description": "Prometheus figures, version 0.0.4 of their text form.",
            "content": {"text/plain": {"example": "# TYPE jingjinji_store_up gauge\njingjinji_store_up 1.0\n"}},
        },
        **schemas.KEYED,
    },
)
def metrics(request: Request) -> Response:
    """Figures for Prometheus: requests, how long they and the store took, the store and its edition, what was loaded.
    With a key of scope `read` where reading needs one."""
    return Response(scraping.text(request.app.state.store), media_type=scraping.CONTENT_TYPE)
