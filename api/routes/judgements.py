"""Who is who, by a person's word: what there is to decide, what was decided, and deciding."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api import identity_schemas, schemas
from api.access import Writer
from api.deps import QUESTION, Cursor, Limit, StoreDep
from api.representations import Represented, lists
from graph import questions
from graph.identity.judging import judge, withdraw
from graph.questions.identity_answers import Decided, Judgement, Pair, RecordKind, Standing
from graph.questions.why import subject

router = APIRouter(prefix="/v1", tags=["judgements"], responses=schemas.KEYED, route_class=Represented)

JudgementId = Annotated[str, Path(max_length=200, description="The id of a judgement.")]


@router.get(
    "/candidates",
    dependencies=[*QUESTION, lists(Pair)],
    responses=schemas.answers(identity_schemas.CANDIDATES, 400, 422, 503, item=Pair),
)
def candidates(
    store: StoreDep,
    kind: Annotated[RecordKind | None, Query(description="Only pairs of this kind.")] = None,
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Pair]:
    """Pairs that may be one and that nobody decided, those first on whose answer most edges hang; with the sentences
    of both sides, and what speaks for one and against."""
    return questions.candidates(store, kind=kind, limit=limit, cursor=cursor)


@router.get(
    "/judgements",
    dependencies=[*QUESTION, lists(Judgement)],
    responses=schemas.answers(identity_schemas.JUDGEMENTS, 400, 404, 409, 410, 422, 503, item=Judgement),
)
def judgements(
    store: StoreDep,
    standing: Annotated[Standing | None, Query(description="Only those that stand so.")] = None,
    entity: Annotated[
        str | None, Query(max_length=200, description="Id (also of a record) or name: only those on its records.")
    ] = None,
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Judgement]:
    """What was decided, the latest first; withdrawn ones too, for nothing is deleted."""
    return questions.judgements(
        store, standing=standing, entity=subject(store, entity) if entity else None, limit=limit, cursor=cursor
    )


@router.post(
    "/judgements",
    status_code=201,
    responses={
        **schemas.answers(identity_schemas.DECIDED, 400, 404, 409, 410, 422, 503),
        201: {
            "description": "Decided; Location leads to the judgement.",
            "headers": {"Location": {"schema": {"type": "string"}}},
            "content": schemas.example(identity_schemas.DECIDED),
        },
    },
)
def decide(caller: Writer, store: StoreDep, decision: identity_schemas.Decision, response: Response) -> Decided:
    """Decide that two are the same, are different, or cannot be told apart. The graph obeys at once; `left.entity` and
    `right.entity` tell what both are now, `warnings` why those judged the same may be two. 200: it was decided so
    before. 409: others in force do not allow it."""
    left, right = questions.sides(store, decision.a, decision.b)
    warnings = questions.warnings(store, left, right) if decision.verdict == "same" else ()
    done = judge(store, left, right, decision.verdict, user=caller.name, reason=decision.reason)
    response.headers["Location"] = f"/v1/judgements/{done.judgement.id}"
    response.status_code = 201 if done.changed else 200
    return questions.decided(store, done.judgement.id, warnings)


@router.get(
    "/judgements/{id}", dependencies=QUESTION, responses=schemas.answers(identity_schemas.JUDGEMENT, 404, 422, 503)
)
def judgement(store: StoreDep, id: JudgementId) -> Judgement:
    """One judgement and how it stands."""
    return questions.judgement(store, id)


@router.delete("/judgements/{id}", responses=schemas.answers(identity_schemas.WITHDRAWN, 404, 409, 422, 503))
def undo(caller: Writer, store: StoreDep, id: JudgementId) -> Judgement:
    """Take a judgement back. It stays listed as withdrawn, and the graph is as if it had never been made: an older one
    on the same two holds again. Taking it back twice changes nothing."""
    withdraw(store, id, user=caller.name)
    return questions.judgement(store, id)
