"""Made-up examples of what the API tells about identity, and what it takes."""

from dataclasses import fields, replace
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from api.schemas import CONTEXT, GUO, POST_QUOTE, SOURCE
from graph.identity.clusters import Verdict
from graph.questions import Page
from graph.questions import identity_answers as a

Named = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        description="An id of an entity, event or record, or an unambiguous name. An id that was merged stands for the "
        "record that it was made from.",
    ),
]


class Decision(BaseModel):
    """What a person decided about two entities or events."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"a": "p-3f1c09a2b7de", "b": "p-77aa01bc23de", "verdict": "same", "reason": "one post, one day"},
            ]
        },
    )

    a: Named
    b: Named
    verdict: Verdict
    reason: str | None = Field(None, max_length=1000)


_RECORD: Final = a.RecordDetail(
    id="r-3f1c09a2b7de",
    kind="person",
    entity=GUO.id,
    name="Guo Fu",
    aliases=(),
    posts=(a.StatedPost(title="President", body="BISTU", former=False),),
    date=None,
    article=SOURCE,
    quotes=(POST_QUOTE,),
)
_LEFT: Final = a.Identified(
    id=GUO.id,
    kind="person",
    name=GUO.name,
    name_zh=GUO.name_zh,
    name_en=GUO.name_en,
    context=CONTEXT,
    edges=3,
    stated=1,
    records=(_RECORD,),
)
_RIGHT: Final = replace(
    _LEFT,
    id="p-77aa01bc23de",
    name="Guo Fu",
    name_zh=None,
    context=None,
    edges=1,
    records=(replace(_RECORD, id="r-77aa01bc23de", entity="p-77aa01bc23de", posts=()),),
)
CANDIDATES: Final = Page(
    (
        a.Pair(
            a=_LEFT.id,
            b=_RIGHT.id,
            score=0.5,
            worth=0.5,
            reasons=("both read guo fu",),
            doubts=("only a reading joins the names: other characters are read so too",),
            left=_LEFT,
            right=_RIGHT,
        ),
    ),
    None,
)
JUDGEMENT: Final = a.Judgement(
    id="j-0a1b2c3d4e5f",
    kind="person",
    verdict="same",
    left=a.JudgedSide(record=_RECORD.id, entity=GUO.id, name="Guo Fu", source="example.org"),
    right=a.JudgedSide(record="r-77aa01bc23de", entity=GUO.id, name="Guo Fu", source="example.org"),
    user="li",
    made="2024-05-01T08:00:00.000000Z",
    reason="one post, one day",
    standing="in force",
    withdrawn=None,
    withdrawn_by=None,
)
DECIDED: Final = a.Decided(**{field.name: getattr(JUDGEMENT, field.name) for field in fields(JUDGEMENT)}, warnings=())
WITHDRAWN: Final = replace(
    JUDGEMENT,
    right=replace(JUDGEMENT.right, entity="p-77aa01bc23de"),
    standing="withdrawn",
    withdrawn="2024-05-02T08:00:00.000000Z",
    withdrawn_by="wang",
)
JUDGEMENTS: Final = Page((JUDGEMENT,), None)
WHY: Final = a.Why(
    id=GUO.id,
    kind="person",
    name=GUO.name,
    records=(_RECORD, replace(_RECORD, id="r-77aa01bc23de")),
    joins=(
        a.Join(
            by="judgement",
            left=_RECORD.id,
            right="r-77aa01bc23de",
            reasons=("li judged them the same", "one post, one day"),
            judgement=JUDGEMENT.id,
        ),
    ),
    judgements=(JUDGEMENT,),
    truncated=False,
)
