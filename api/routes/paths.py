"""How two entities are connected."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api import schemas
from api.deps import QUESTION, StoreDep, TieFilterDep
from graph import questions
from graph.questions.answers import Paths

router = APIRouter(prefix="/v1", tags=["paths"], dependencies=QUESTION, responses=schemas.KEYED)


@router.get("/paths", responses=schemas.answers(schemas.PATHS, 404, 409, 410, 422, 503))
def paths(
    store: StoreDep,
    only: TieFilterDep,
    source: Annotated[str, Query(alias="from", max_length=200, description="Id or name.", examples=["Zheng Chao"])],
    target: Annotated[str, Query(alias="to", max_length=200, description="Id or name.", examples=["吴小杰"])],
    mode: Annotated[
        Literal["shortest", "all"], Query(description="The best one, or all that are as short.")
    ] = "shortest",
    max_hops: Annotated[int, Query(ge=1, le=10, description="No longer than this.")] = 6,
) -> Paths:
    """The shortest paths, the best first, with the sentences behind each hop.

    Ties are `met` and `signed_agreement`, and `holds` too where a person and a body are asked for, unless `edge` names
    others. At the ends a district, its government and its party committee are one. Where there is no path, `wider`
    tells which ties would give one.
    """
    ends = questions.find(store, source).id, questions.find(store, target).id
    return questions.paths(store, *ends, only, mode=mode, max_hops=max_hops)
