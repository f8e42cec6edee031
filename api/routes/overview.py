"""Counts for dashboards."""

from typing import Annotated

from fastapi import APIRouter, Query

from api import schemas, stats_schemas
from api.deps import QUESTION, Cursor, Limit, Since, StoreDep, Until, optional_id
from api.representations import Represented, lists, sends
from graph import questions
from graph.questions import Selection
from graph.questions.answers import EventKind, Kind, Stats, Status
from graph.questions.stats_answers import Bodies, Matrix, Measure, Period, Ranked, RollUp, Series, Split

router = APIRouter(
    prefix="/v1", tags=["overview"], dependencies=QUESTION, responses=schemas.KEYED, route_class=Represented
)

_FAILURES = (404, 409, 410, 422, 503)

KindOfEvent = Annotated[EventKind | None, Query(description="Only meetings, or only agreements.")]
StatusOfAgreement = Annotated[
    Status | None, Query(description="Only agreements: signed, reported as signed before, or intended.")
]
District = Annotated[
    str | None,
    Query(max_length=200, description="Id or name: only what the lists of this `district` hold.", examples=["通州区"]),
]
Rolled = Annotated[
    RollUp | None,
    Query(
        description="Count a district as the city or the province that it is in; a municipality is both.",
        examples=["province"],
    ),
]


@router.get(
    "/stats",
    dependencies=[sends(stats_schemas.totals)],
    responses=schemas.answers(schemas.STATS, 422, 503, table=stats_schemas.totals),
)
def stats(store: StoreDep) -> Stats:
    """Totals of the whole graph."""
    return questions.stats(store)


@router.get(
    "/stats/series",
    dependencies=[sends(stats_schemas.points)],
    responses=schemas.answers(stats_schemas.SERIES, *_FAILURES, table=stats_schemas.points),
)
def series(
    store: StoreDep,
    by: Annotated[Period, Query(description="How long the periods are.")] = "month",
    split: Annotated[
        Split | None,
        Query(
            description="A line for each kind of event, status of agreements, district, institution, or `entity`; one "
            "line for all where none is given. A district has the events that itself or its authorities have a part "
            "in, or that were there; institutions are those that are no authority of a district."
        ),
    ] = None,
    kind: KindOfEvent = None,
    status: StatusOfAgreement = None,
    since: Since = None,
    until: Until = None,
    entity: Annotated[
        list[str],
        Query(
            max_length=10,
            description="Ids or names: only what any of them, or who acts as one with it, has a part in.",
            examples=[["BISTU", "通州区"]],
        ),
    ] = [],  # noqa: B006 - FastAPI copies it
    district: District = None,
    roll_up: Rolled = None,
    empty: Annotated[
        bool, Query(description="Tell periods without events too, from the first that has one to the last.")
    ] = True,
    limit: Annotated[int, Query(ge=1, le=200, description="How many lines at most, the largest first.")] = 10,
) -> Series:
    """Events by month, quarter or year. An event is counted in the period that both its bounds lie in; one that may lie
    in several is `possible` in each of them, and `unplaced` tells how many lie in no single one."""
    only = Selection(
        kind=kind,
        status=status,
        since=since,
        until=until,
        entities=tuple(dict.fromkeys(questions.find(store, name).id for name in entity)),
        district=optional_id(store, district),
    )
    return questions.series(store, only, by=by, split=split, roll_up=roll_up, empty=empty, limit=limit)


@router.get(
    "/stats/matrix",
    dependencies=[sends(stats_schemas.cells)],
    responses=schemas.answers(stats_schemas.MATRIX, *_FAILURES, table=stats_schemas.cells),
)
def matrix(
    store: StoreDep,
    rows: Annotated[
        Bodies,
        Query(description="What the rows are; institutions are those that are no authority of a district."),
    ] = "district",
    kind: KindOfEvent = None,
    status: StatusOfAgreement = None,
    since: Since = None,
    until: Until = None,
    roll_up: Rolled = None,
    limit: Annotated[
        int, Query(ge=1, le=200, description="How many rows and columns at most, the largest first.")
    ] = 20,
) -> Matrix:
    """How many events districts, or institutions and districts, have a part in together. `counts` has a list for each
    of `rows`, with a number for each of `columns`. A district's authorities count as the district. Rolled up, the
    diagonal is what two districts within one share; else it is empty."""
    only = Selection(kind=kind, status=status, since=since, until=until)
    return questions.matrix(store, only, rows=rows, roll_up=roll_up, limit=limit)


@router.get(
    "/stats/top",
    dependencies=[lists(Ranked)],
    responses=schemas.answers(stats_schemas.TOP, 400, *_FAILURES, item=Ranked),
)
def top(
    store: StoreDep,
    kind: Annotated[Kind, Query(description="Of which kind.")] = "person",
    by: Annotated[
        Measure,
        Query(description="The most others met, the most meetings, or the most agreements signed or being a party to."),
    ] = "met",
    status: StatusOfAgreement = None,
    since: Since = None,
    until: Until = None,
    district: District = None,
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Ranked]:
    """Who met the most others, or had a part in the most meetings or agreements; equal ones have one `rank`.

    `district` goes with meetings and agreements, `status` with agreements. By meetings and agreements the authorities
    of a district count as the district."""
    only = Selection(status=status, since=since, until=until, district=optional_id(store, district))
    return questions.ranking(store, only, kind=kind, by=by, limit=limit, cursor=cursor)
