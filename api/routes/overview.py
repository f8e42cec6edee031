"""Counts for dashboards."""

from fastapi import APIRouter

from api import schemas
from api.deps import QUESTION, StoreDep
from graph import questions
from graph.questions.answers import Stats

router = APIRouter(prefix="/v1", tags=["overview"], dependencies=QUESTION, responses=schemas.KEYED)


@router.get("/stats", responses=schemas.answers(schemas.STATS, 503))
def stats(store: StoreDep) -> Stats:
    """Totals of the whole graph."""
    return questions.stats(store)
