"""Questions of the field in Cypher, ready to be asked at ``/v1/cypher``."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Path, Request

from api import schemas
from api.deps import QUESTION
from graph.stores.cookbook import Recipe, recipe, recipes

router = APIRouter(prefix="/v1", tags=["cypher"], dependencies=QUESTION, responses=schemas.KEYED)


@dataclass(frozen=True, slots=True)
class Cookbook:
    """All questions, by subject; `dialect` is which of their `texts` the store takes."""

    dialect: Literal["ladybug", "neo4j"]
    recipes: tuple[Recipe, ...]


EXAMPLE: Final = Cookbook("ladybug", (recipe("busiest_persons"),))


@router.get("/cookbook", responses=schemas.answers(EXAMPLE, 503))
def cookbook(request: Request) -> Cookbook:
    """Questions of the field as Cypher, in English and Chinese, with their parameters, columns and the beginning of
    the answer that they have for the sample articles; to be asked at `POST /v1/cypher` as they are, or changed."""
    return Cookbook(request.app.state.dialect, recipes())


@router.get("/cookbook/{name}", responses=schemas.answers(EXAMPLE.recipes[0], 404, 422, 503))
def one(name: Annotated[str, Path(max_length=200, description="As the cookbook has it.")]) -> Recipe:
    """One question of the cookbook: its parameters, columns, sample answer, and its text in both dialects; to be asked
    by this name at `POST /v1/cypher`. A name that is mistyped answers 404 with those near it."""
    return recipe(name)
