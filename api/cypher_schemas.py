"""Ad-hoc queries over the API: the question, the answer, and both ways to write the answer down."""

import json
import math
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from api import schemas
from graph.store import Limits, Table, Value
from graph.stores.guard.lexer import LONGEST

NDJSON: Final = "application/x-ndjson"
DEFAULTS: Final = Limits()


class Question(BaseModel):
    """One statement that only reads, in the dialect of the store."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "query": "MATCH (p:Person)-[:MET]-(q) WHERE p.name = $name RETURN q.name, count(*) AS times",
                    "params": {"name": "郭福"},
                }
            ]
        },
    )

    query: Annotated[
        str,
        Field(
            min_length=1,
            max_length=LONGEST,
            description="Cypher, EXPLAIN and PROFILE too; or the name of a question of the cookbook.",
        ),
    ]
    params: Annotated[
        dict[str, JsonValue],
        Field(
            default_factory=dict, description="The values of `$name` in the query; each that it names must be given."
        ),
    ]
    limit: Annotated[int, Field(ge=1, le=DEFAULTS.rows, description="At most so many rows.")] = DEFAULTS.rows
    seconds: Annotated[float, Field(gt=0, le=DEFAULTS.seconds, description="It is stopped after this.")] = (
        DEFAULTS.seconds
    )


class Answer(BaseModel):
    """Rows in the order of the columns. A node is `{label, properties}`, an edge `{type, properties}`, a path
    `{nodes, edges}`; dates and the like are texts, and so are numbers that JSON has not (`NaN`, `Infinity`)."""

    columns: list[str]
    rows: list[list[JsonValue]]
    truncated: bool = Field(description="Whether there was more than the rows or the 5 MB that an answer has.")
    unused: list[str] = Field(description="Parameters that were given and that the query does not name.")


EXAMPLE: Final = Answer(columns=["q.name", "times"], rows=[["林月", 2]], truncated=False, unused=[])
RESPONSES: Final[dict[int | str, dict[str, Any]]] = {
    **schemas.problems(400, 401, 403, 404, 422, 503),
    200: {
        "model": Answer,
        "description": "The answer. As NDJSON: `{columns}`, a list for each row, then `{rows, truncated, unused}`.",
        "content": {
            "application/json": {"example": EXAMPLE.model_dump()},
            NDJSON: {
                "schema": {"type": "string"},
                "example": '{"columns": ["q.name"]}\n["林月"]\n{"rows": 1, "truncated": false, "unused": []}\n',
            },
        },
    },
}


def as_json(table: Table) -> dict[str, Any]:
    """What ``Answer`` describes."""
    rows = list(map(_plain, table.rows))
    return {"columns": table.columns, "rows": rows, "truncated": table.truncated, "unused": _plain(table.unused)}


def as_lines(table: Table) -> Iterator[str]:
    """NDJSON: the columns, each row, and at the end whether that was all and what was of no use."""
    yield _line({"columns": table.columns})
    for row in table.rows:
        yield _line(_plain(row))
    yield _line({"rows": len(table.rows), "truncated": table.truncated, "unused": _plain(table.unused)})


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"


def _plain(value: Value) -> Any:
    """``value`` as JSON can hold it."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    return value
