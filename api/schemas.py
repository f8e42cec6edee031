"""What the OpenAPI document says of answers: their shapes, made-up examples, and problems.

The shapes of ``/v1`` answers are the dataclasses of ``graph.questions.answers`` themselves, so that API and command
line cannot part. Examples are instances of them, so that no example can have another shape than the answer.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from types import NoneType
from typing import Any, Final, Literal

from pydantic import BaseModel, Field

from api.cleaned import cleaned
from api.tables import Table, listed
from graph.questions import Page
from graph.questions import answers as a
from graph.questions import path_answers as p


@dataclass(frozen=True, slots=True)
class Health:
    """The process runs."""

    status: Literal["ok"]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The store answers; ``edition`` counts the transactions that changed it."""

    status: Literal["ready"]
    edition: int


class Fault(BaseModel):
    """One parameter that has no meaning."""

    where: str = Field(alias="in", description="path, query, header or body")
    name: str | None = Field(description="The parameter, where one is to blame.")
    reason: str


class Problem(BaseModel):
    """A problem detail (RFC 9457). ``type`` leads to an explanation; which further members there are depends on it."""

    type: str = Field(examples=["/docs#not-found"])
    title: str = Field(examples=["Not found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["nothing is called 'Gou Fu'; near: 郭福 Guo Fu"])
    instance: str = Field(description="The path of the request.")
    request_id: str = Field(description="Also in X-Request-ID and in the service's log.")
    near: list[str] | None = Field(None, description="Of not-found: names that look alike.")
    candidates: list[a.Candidate] | None = Field(
        None, description="Of ambiguous: the entities that bear the name, with what tells them apart."
    )
    scope: str | None = Field(None, description="Of forbidden: the scope that a key needs for this.")
    judgements: list[str] | None = Field(None, description="Of contradiction: the judgements that cannot all hold.")
    errors: list[Fault] | None = Field(
        None, description="Of invalid-request and bad-cursor: which parameters, and why."
    )


_MEANING: Final = {
    400: "The body is not JSON, or the cursor is none of this list.",
    401: "A key is needed, or the one sent opens nothing.",
    403: "The key lacks the scope, or the service was started for reading.",
    404: "Nothing has that name or id, or that address.",
    409: "Several bear the name: the problem names the candidates.",
    410: "The id was valid once; every article that supported it was removed.",
    422: "A parameter has no meaning.",
    503: "The graph cannot be read now.",
}


def example(answer: Any) -> dict[str, Any]:
    """The ``content`` of a response in the OpenAPI document."""
    return {"application/json": {"example": answer if isinstance(answer, dict) else asdict(answer)}}


def answers(
    answer: Any, *statuses: int, item: type | None = None, table: Callable[[Mapping[str, Any]], Table] | None = None
) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route: an example of its answer, the redirect and the problems that it may give.

    Where it is a page of ``item``, or made a ``table``, the answer can be had as CSV too.
    """
    content = example(answer)
    if item is not None or table is not None:
        plain = json.loads(json.dumps(asdict(answer)))
        made = table(plain) if table is not None else listed(item or NoneType, plain["items"])
        content["text/csv"] = {"schema": {"type": "string"}, "example": made.csv(mark=False)}
    told: dict[int | str, dict[str, Any]] = {200: {"content": content}}
    for status in statuses:
        if status == 308:
            told[308] = {"description": "The id was merged.", "headers": {"Location": {"schema": {"type": "string"}}}}
        else:
            told |= problems(status)
    return told


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The ``responses`` of a route, or of a router, that are problems."""
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": _MEANING[status], "content": content} for status in statuses}


KEYED: Final = problems(401, 403)
"""Of every route that a key may open."""


def problem_components() -> dict[str, Any]:
    """The schemas that ``answers`` refers to."""
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs"), "Problem": schema}


GUO = a.Entity(id="p-3f1c09a2b7de", kind="person", name="郭福", name_zh="郭福", name_en="Guo Fu", aliases=("Fu Guo",))
_LIN = a.Entity(id="p-9a40c1d2e3f5", kind="person", name="林月", name_zh="林月", name_en="Lin Yue", aliases=())
SCHOOL = a.Entity(
    id="i-bistu",
    kind="institution",
    name="北京信息科技大学",
    name_zh="北京信息科技大学",
    name_en="Beijing Information Science and Technology University",
    aliases=("BISTU",),
)
TONGZHOU = a.Entity(
    id="d-110112", kind="district", name="通州区", name_zh="通州区", name_en="Tongzhou District", aliases=()
)
_DAY: Final[dict[str, Any]] = {"date": "2024-04-19", "earliest": "2024-04-19", "latest": "2024-04-19"}
SOURCE = a.Source(
    id="a-0c1d2e3f4a5b",
    title="Tongzhou delegation visits BISTU",
    url="https://example.org/news/1",
    lang="en",
    published="2024-04-20",
    source="example.org",
)
_SENTENCE = "On April 19, Lin Yue, head of Tongzhou District, called on Guo Fu at BISTU."
_QUOTE = a.Quote(quote=_SENTENCE, start=120, end=120 + len(_SENTENCE), article=SOURCE)
POST_QUOTE = a.Quote(quote="President Guo Fu opened the talks.", start=196, end=230, article=SOURCE)
_EVENT = a.TieEvent(
    id="m-5b6c7d8e9f01",
    kind="meeting",
    **_DAY,
    grade="across",
    status=None,
    subject=None,
    confidence=0.9,
    quote=_SENTENCE,
    article=SOURCE,
    quotes=(_QUOTE,),
    reports=1,
)
_TIE = a.Tie(
    source=GUO.id,
    target=_LIN.id,
    type="met",
    title=None,
    count=1,
    first="2024-04-19",
    last="2024-04-19",
    events=(_EVENT,),
)

CONTEXT = a.Context(
    title="President",
    id=SCHOOL.id,
    name=SCHOOL.name,
    name_zh=SCHOOL.name_zh,
    name_en=SCHOOL.name_en,
    earliest="2024-04-19",
    latest="2024-04-20",
)
SEARCH: Final = Page((a.Hit(**asdict(GUO), context=CONTEXT, score=0.95, matched="Guo Fu"),), None)
ENTITY: Final = a.EntityDetail(
    **asdict(GUO),
    type=None,
    level=None,
    posts=(
        a.Post(
            person=GUO,
            body=SCHOOL,
            title="President",
            earliest="2024-04-20",
            latest="2024-04-20",
            confidence=1.0,
            evidence=POST_QUOTE,
        ),
    ),
    part_of=(),
    located_in=(),
    governs=(),
    counts=a.Counts(met=1, meetings=1, agreements=0, posts=1, articles=1),
)
MET: Final = Page((a.Encounter(entity=_LIN, count=1, first="2024-04-19", last="2024-04-19", events=(_EVENT,)),), None)
NEIGHBOURHOOD: Final = p.Neighbourhood(centre=GUO, nodes=(_LIN,), edges=(_TIE,), truncated=False, cut=(0,))
COMMON: Final = p.Neighbourhood(centre=GUO, nodes=(_LIN, SCHOOL), edges=(_TIE,), truncated=False, cut=(0,))
PATHS: Final = p.Paths(paths=(p.Path(length=1, nodes=(GUO, _LIN), hops=(_TIE,)),), truncated=False)
TIMELINE: Final = Page(
    (
        a.Moment(
            kind="meeting",
            id=_EVENT.id,
            **_DAY,
            role="host",
            side="host",
            title="President",
            others=(_LIN,),
            quote=_SENTENCE,
            article=SOURCE,
            quotes=(_QUOTE,),
        ),
    ),
    None,
)
MEETING: Final = a.Meeting(
    id=_EVENT.id,
    **_DAY,
    basis="published",
    place="BISTU",
    format="in_person",
    size=2,
    code="043",
    confidence=0.9,
    participants=(
        a.Attendance(person=GUO, role="host", side="host", title="President", evidence=_QUOTE),
        a.Attendance(person=_LIN, role="visitor", side="visitor", title="head of Tongzhou District", evidence=_QUOTE),
    ),
    bodies=(a.Delegation(body=SCHOOL, side="host"), a.Delegation(body=TONGZHOU, side="visitor")),
    evidence=(_QUOTE,),
    claims=(
        a.Claim(field="place", value="BISTU", about=None, articles=(SOURCE.id,), disputed=True),
        a.Claim(field="place", value="Tongzhou", about=None, articles=("a-0a1b2c3d4e5f",), disputed=True),
    ),
)
MEETINGS: Final = Page((MEETING,), None)
AGREEMENT: Final = a.Agreement(
    id="g-7e8f90a1b2c3",
    status="signed",
    **_DAY,
    basis="text",
    subject="joint laboratory",
    kind="cooperation",
    code="057",
    confidence=0.9,
    parties=(TONGZHOU, SCHOOL),
    signatories=(a.Signature(person=GUO, party=SCHOOL.id, evidence=_QUOTE),),
    evidence=(_QUOTE,),
)
AGREEMENTS: Final = Page((AGREEMENT,), None)
ARTICLES: Final = Page((SOURCE,), None)
ARTICLE: Final = a.ArticleDetail(
    **asdict(SOURCE),
    text=_SENTENCE,
    sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    spans=(
        a.Span(kind="meeting", id=_EVENT.id, name=None, start=0, end=len(_SENTENCE), quote=_SENTENCE),
        a.Span(
            kind="person", id=_LIN.id, name="林月", name_zh="林月", name_en="Lin Yue", start=13, end=20, quote="Lin Yue"
        ),
    ),
)
CLEANED: Final = cleaned(ARTICLE)
STATS: Final = a.Stats(
    edition=12,
    nodes={"agreement": 1, "article": 1, "district": 1, "institution": 1, "meeting": 1, "person": 2},
    ties={"met": 2, "holds": 2},
    agreements={"signed": 1},
    articles={"en": 1},
    first="2024-04-19",
    last="2024-04-19",
)
