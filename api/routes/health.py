"""Whether the service runs, and whether it can answer."""

from fastapi import APIRouter

from api.deps import StoreDep
from api.schemas import Health, Readiness, answers

router = APIRouter(tags=["health"])


@router.get("/healthz", responses=answers(Health(status="ok")))
def healthz() -> Health:
    """The process runs. It says nothing about the store."""
    return Health(status="ok")


@router.get("/readyz", responses=answers(Readiness(status="ready", edition=12), 503))
def readyz(store: StoreDep) -> Readiness:
    """The store answers; 503 where it does not."""
    return Readiness(status="ready", edition=store.edition())
