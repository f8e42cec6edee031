"""Entities by name."""

from typing import Annotated

from fastapi import APIRouter, Query

from api import schemas
from api.deps import QUESTION, Cursor, Limit, StoreDep
from api.representations import Represented, lists
from graph import questions
from graph.questions.answers import Hit, Kind

router = APIRouter(
    prefix="/v1", tags=["entities"], dependencies=QUESTION, responses=schemas.KEYED, route_class=Represented
)


@router.get("/search", dependencies=[lists(Hit)], responses=schemas.answers(schemas.SEARCH, 400, 422, 503, item=Hit))
def search(
    store: StoreDep,
    q: Annotated[
        str,
        Query(
            max_length=200,
            description="A name, alias, pinyin, acronym or misspelling.",
            openapi_examples={
                "pinyin": {"value": "guo fu"},
                "acronym": {"value": "BISTU"},
                "chinese": {"value": "通州"},
            },
        ),
    ],
    kind: Annotated[Kind | None, Query(description="Only entities of this kind.")] = None,
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Hit]:
    """Entities with a name like `q`, the best first."""
    return questions.search(store, q, kind=kind, limit=limit, cursor=cursor)
