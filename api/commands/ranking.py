"""The networks: who is most central, and who keeps together."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

from api.commands.options import (
    ConfidenceOption,
    CursorOption,
    EdgeOption,
    GradeOption,
    JsonOption,
    LimitOption,
    SinceOption,
    StoreOption,
    UntilOption,
    opened,
)
from api.commands.output import end, label, print_json, print_table, table
from graph.store import Store
from graph.vocabulary import Centrality, Grade, Kind, TieType

if TYPE_CHECKING:
    from graph.exports import Filters

MeasureArgument = Annotated[
    Centrality,
    typer.Argument(
        metavar="MEASURE",
        help="degree, strength, betweenness, closeness, pagerank, core, clustering or brokerage (between districts).",
    ),
]
KindOption = Annotated[Kind, typer.Option(help="Whose network.")]
DistrictOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only events there, or that its authorities took part in.")
]
SizeOption = Annotated[
    int | None, typer.Option("--max-event-size", min=2, help="Leave out meetings with more people than this.")
]


def rank(
    measure: MeasureArgument,
    kind: KindOption = "person",
    since: SinceOption = None,
    until: UntilOption = None,
    district: DistrictOption = None,
    max_event_size: SizeOption = None,
    edge: EdgeOption = None,
    grade: GradeOption = None,
    min_confidence: ConfidenceOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Who is most central in the network of those who met or signed, by a measure."""
    from graph.networks import answers

    with opened(store) as graph:
        filters = _filters(graph, since, until, district, max_event_size, edge, grade, min_confidence)
        found = answers.central(graph, measure, filters, kind=kind, limit=limit, cursor=cursor)
    if json:
        print_json(found)
    elif found.items:
        estimated = any(each.error is not None for each in found.items)
        rows = table("rank", measure, *(["error"] if estimated else []), "name", "id")
        for each in found.items:
            error = [f"{each.error:.3g}"] if estimated else []
            rows.add_row(str(each.rank), f"{each.value:.6g}", *error, label(each.entity), each.entity.id)
        print_table(rows)
    end(found.items, None if json else found.next)


def communities(
    kind: KindOption = "person",
    resolution: Annotated[float, typer.Option(min=0.01, max=100, help="Above 1: more and smaller ones.")] = 1.0,
    since: SinceOption = None,
    until: UntilOption = None,
    district: DistrictOption = None,
    max_event_size: SizeOption = None,
    edge: EdgeOption = None,
    grade: GradeOption = None,
    min_confidence: ConfidenceOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Who keeps together in the network of those who met or signed, the largest community first."""
    from graph.networks import answers

    with opened(store) as graph:
        filters = _filters(graph, since, until, district, max_event_size, edge, grade, min_confidence)
        found = answers.communities(graph, filters, kind=kind, resolution=resolution, limit=limit, cursor=cursor)
    if json:
        print_json(found)
    elif found.items:
        rows = table("number", "size", "members with most ties")
        for each in found.items:
            rows.add_row(str(each.number), str(each.size), ", ".join(map(label, each.members)))
        print_table(rows)
    end(found.items, None if json else found.next)


def _filters(
    graph: Store,
    since: str | None,
    until: str | None,
    district: str | None,
    size: int | None,
    edges: list[str] | None,
    grades: list[str] | None,
    confidence: float | None,
) -> "Filters":
    from graph import questions
    from graph.exports import Filters

    return Filters(
        since=since,
        until=until,
        district=questions.find(graph, district).id if district else None,
        max_event_size=size,
        edges=cast(tuple[TieType, ...], tuple(edges or ())),
        grades=cast(tuple[Grade, ...], tuple(grades or ())),
        min_confidence=confidence,
    )
