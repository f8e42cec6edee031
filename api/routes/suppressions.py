"""People's rights: who is kept out of the graph, and keeping out. For keys of scope admin alone."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from api import schemas
from api.access import Caller, ReadOnly, Requires
from api.deps import StoreDep, declared
from api.suppression_schemas import SUPPRESSED, SUPPRESSIONS, Suppression
from graph import questions
from graph.identity.suppressing import release, suppress
from graph.questions.suppressed import Suppressed, suppressed, suppression, to_suppress

Admin = Annotated[Caller, Depends(Requires("admin"))]
SuppressionId = Annotated[str, Path(max_length=200, description="The id of a suppression.")]


def not_kept(response: Response) -> None:
    """Nobody may keep an answer that names those who are out."""
    response.headers["Cache-Control"] = "no-store"


def _writing(request: Request, caller: Admin) -> Caller:
    if not request.app.state.writes:
        raise ReadOnly("the service was started for reading; `jjj serve --write` writes too")
    return caller


Writing = Annotated[Caller, Depends(_writing)]

router = APIRouter(
    prefix="/v1/suppressions",
    tags=["suppressions"],
    responses=schemas.KEYED,
    dependencies=[Depends(Requires("admin")), Depends(declared), Depends(not_kept)],
)


@router.get("", responses=schemas.answers(SUPPRESSIONS, 422, 503))
def suppressions(store: StoreDep) -> questions.Page[Suppressed]:
    """Who is or was kept out, the latest first: withdrawn suppressions too, for nothing is deleted."""
    return questions.Page(tuple(suppressed(store)), None)


@router.post(
    "",
    status_code=201,
    responses={
        **schemas.answers(SUPPRESSED, 400, 404, 409, 410, 422, 503),
        201: {
            "description": "Taken out; Location leads to the suppression.",
            "headers": {"Location": {"schema": {"type": "string"}}},
            "content": schemas.example(SUPPRESSED),
        },
    },
)
def keep_out(caller: Writing, store: StoreDep, wish: Suppression, response: Response) -> Suppressed:
    """Take a person, or a body that no table has, out of the graph and of every article, also of those to come. 200:
    the one is out already."""
    wanted = to_suppress(store, wish.name)
    if isinstance(wanted, str):
        wanted = suppression(store, suppress(store, wanted, user=caller.name, reason=wish.reason).suppression.id)
    else:
        response.status_code = 200
    response.headers["Location"] = f"/v1/suppressions/{wanted.id}"
    return wanted


@router.get("/{id}", responses=schemas.answers(SUPPRESSED, 404, 422, 503))
def one(store: StoreDep, id: SuppressionId) -> Suppressed:
    """One suppression."""
    return suppression(store, id)


@router.delete("/{id}", responses=schemas.answers(SUPPRESSED, 404, 422, 503))
def let_in(caller: Writing, store: StoreDep, id: SuppressionId) -> Suppressed:
    """Let the one in again, with all that was there. The suppression stays listed as withdrawn; doing it twice changes
    nothing."""
    release(store, id, user=caller.name)
    return suppression(store, id)
