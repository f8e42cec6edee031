"""What the API takes and tells of suppressions, with made-up examples."""

from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from graph.questions import Page
from graph.questions.suppressed import Suppressed


class Suppression(BaseModel):
    """Whom to take out, and why."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"examples": [{"name": "p-9a40c1d2e3f5", "reason": "letter of 2 May"}]},
    )

    name: str = Field(min_length=1, max_length=200, description="An id, or an unambiguous name in either language.")
    reason: str | None = Field(None, max_length=1000)


SUPPRESSED: Final = Suppressed(
    id="s-0c1d2e3f4a5b",
    kind="person",
    names=("林月", "Lin Yue"),
    user="li",
    made="2024-05-02T08:00:00.000000Z",
    reason="letter of 2 May",
    withdrawn=None,
    withdrawn_by=None,
    articles=3,
)
SUPPRESSIONS: Final = Page((SUPPRESSED,), None)
