"""How two entities are connected."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api import schemas
from api.deps import QUESTION, Events, StoreDep, TieFilterDep
from api.representations import Represented
from graph import questions
from graph.questions.path_answers import Neighbourhood, Paths
from graph.questions.telling import telling

router = APIRouter(prefix="/v1", tags=["paths"], dependencies=QUESTION, route_class=Represented)


@router.get("/paths", responses=schemas.answers(schemas.PATHS, 404, 409, 410, 422, 503))
def paths(
    store: StoreDep,
    only: TieFilterDep,
    source: Annotated[str, Query(alias="from", max_length=200, description="Id or name.", examples=["Zheng Chao"])],
    target: Annotated[str, Query(alias="to", max_length=200, description="Id or name.", examples=["吴小杰"])],
    mode: Annotated[
        Literal["shortest", "all", "k", "strongest"],
        Query(
            description="The best one, all that are as short, the `k` best without loops, or the one that weighs most."
        ),
    ] = "shortest",
    k: Annotated[int | None, Query(ge=1, le=25, description="How many, in mode `k`, which it implies; else 5.")] = None,
    max_hops: Annotated[int, Query(ge=1, le=10, description="No longer than this.")] = 6,
    through: Annotated[
        str | None,
        Query(
            max_length=200,
            description="An entity between the ends, by id or name, or an event of a hop, by id; one path.",
        ),
    ] = None,
    in_time_order: Annotated[
        bool, Query(description="No hop's event before that of the hop before, as far as its date may lie; one path.")
    ] = False,
    certainly: Annotated[bool, Query(description="In time order wherever the dates lie within their bounds.")] = False,
    events: Events = None,
) -> Paths:
    """The paths between two entities, the best first, with the sentences behind each hop.

    Fewer hops come first, then the stronger weakest tie (by grade), then the smaller ids. Ties are `met` and
    `signed_agreement`, and `holds` too where a person and a body are asked for, unless `edge` names others. At the ends
    a district, its government and its party committee are one. Of each hop the newest `events` are told, and those that
    make the path: the heaviest, that on the way, those in time order. Where there is no path, `absence` tells which
    filter cut it off, which ties would give one, how far either end reaches and what articles there are.
    """
    ends = questions.find(store, source).id, questions.find(store, target).id
    course = questions.Course(
        mode=mode,
        k=k,
        max_hops=max_hops,
        through=questions.on_the_way(store, through) if through else None,
        in_time_order=in_time_order,
        certainly=certainly,
    )
    return questions.paths(store, *ends, only, course, wanted=telling(events))


@router.get("/common", responses=schemas.answers(schemas.COMMON, 404, 409, 410, 422, 503))
def common(
    store: StoreDep,
    only: TieFilterDep,
    entity: Annotated[
        list[str],
        Query(
            min_length=2, max_length=10, description="Ids or names, two to ten.", examples=[["Zheng Chao", "吴小杰"]]
        ),
    ],
    limit: Annotated[int, Query(ge=1, le=2000, description="How many that they have in common at most.")] = 300,
    events: Events = None,
) -> Neighbourhood:
    """What all of them are tied to, those with the most ties first, with these ties.

    It is a neighbourhood of the first, whose `nodes` begin with the others.
    """
    return questions.common(
        store, [questions.find(store, name).id for name in entity], only, limit=limit, wanted=telling(events)
    )
