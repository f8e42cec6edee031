"""Made-up examples of the answers about numbers, and how they are told as tables."""

from collections.abc import Mapping
from typing import Any, Final

from api import schemas
from api.tables import Table, flat
from graph.questions import Page
from graph.questions import stats_answers as s

SERIES: Final = s.Series(
    edition=12,
    by="quarter",
    split="district",
    lines=(
        s.Line(
            key=schemas.TONGZHOU.id,
            entity=schemas.TONGZHOU,
            total=5,
            unplaced=s.Unplaced(spanning=1, one_bound=0, undated=1),
            points=(
                s.Point(period="2024-Q1", first="2024-01-01", last="2024-03-31", count=1, possible=1),
                s.Point(period="2024-Q2", first="2024-04-01", last="2024-06-30", count=2, possible=1),
            ),
        ),
    ),
    left_out=0,
)
MATRIX: Final = s.Matrix(
    edition=12, rows=(schemas.SCHOOL,), columns=(schemas.TONGZHOU,), counts=((3,),), truncated=False
)
TOP: Final = Page((s.Ranked(rank=1, entity=schemas.GUO, count=41),), None)
EVENTS: Final = Page(
    (
        s.Event(
            id=schemas.AGREEMENT.id,
            kind="agreement",
            date=schemas.AGREEMENT.date,
            earliest=schemas.AGREEMENT.earliest,
            latest=schemas.AGREEMENT.latest,
            status="signed",
            subject=schemas.AGREEMENT.subject,
            place=None,
            bodies=schemas.AGREEMENT.parties,
            persons=(schemas.GUO,),
            quote=schemas.AGREEMENT.evidence[0],
        ),
    ),
    None,
)

_NAMES: Final = ("id", "name", "name_zh", "name_en")
_TOTALS: Final = ("nodes", "ties", "agreements", "articles")


def totals(answer: Mapping[str, Any]) -> Table:
    """A row for each number of ``/v1/stats``, and for the days that the events lie between."""
    rows = [{"of": of, "what": what, "number": number} for of in _TOTALS for what, number in answer[of].items()]
    rows += [{"of": "events", "what": what, "day": answer[what]} for what in ("first", "last")]
    rows.append({"of": "graph", "what": "edition", "number": answer["edition"]})
    return Table(("of", "what", "number", "day"), tuple(rows))


def points(answer: Mapping[str, Any]) -> Table:
    """A row for each point of a series, with the key and names of its line."""
    names = [f"entity.{name}" for name in _NAMES[1:]]
    columns = ("key", *names, "period", "first", "last", "count", "possible")
    return Table(
        columns,
        tuple(
            {"key": line["key"], **flat(line["entity"] or {}, "entity."), **point}
            for line in answer["lines"]
            for point in line["points"]
        ),
    )


def cells(answer: Mapping[str, Any]) -> Table:
    """A row for each cell of a matrix that is not empty."""
    columns = (*(f"{side}.{name}" for side in ("row", "column") for name in _NAMES), "count")
    return Table(
        columns,
        tuple(
            {**flat(row, "row."), **flat(column, "column."), "count": count}
            for row, counts in zip(answer["rows"], answer["counts"], strict=True)
            for column, count in zip(answer["columns"], counts, strict=True)
            if count
        ),
    )
