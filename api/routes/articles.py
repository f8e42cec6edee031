"""The articles that the graph stands on."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from api import schemas
from api.cleaned import CleanedArticle, cleaned
from api.deps import QUESTION, Cursor, Limit, Since, Sort, StoreDep, Until, optional_id
from api.representations import Represented, lists
from graph import questions
from graph.questions.answers import ArticleDetail, Source

router = APIRouter(
    prefix="/v1/articles", tags=["articles"], dependencies=QUESTION, responses=schemas.KEYED, route_class=Represented
)


@router.get(
    "",
    dependencies=[lists(Source)],
    responses=schemas.answers(schemas.ARTICLES, 400, 404, 409, 410, 422, 503, item=Source),
)
def articles(
    store: StoreDep,
    since: Since = None,
    until: Until = None,
    entity: Annotated[str | None, Query(max_length=200, description="Id or name: only what mentions it.")] = None,
    lang: Annotated[Literal["zh", "en"] | None, Query(description="Only in this language.")] = None,
    sort: Sort = "latest",
    limit: Limit = 25,
    cursor: Cursor = None,
) -> questions.Page[Source]:
    """Articles without their text, the latest first unless `sort` says otherwise."""
    return questions.articles(
        store,
        since=since,
        until=until,
        entity=optional_id(store, entity),
        lang=lang,
        sort=sort,
        limit=limit,
        cursor=cursor,
    )


@router.get("/{id}", responses=schemas.answers(schemas.ARTICLE, 404, 410, 422, 503))
def article(
    store: StoreDep, id: Annotated[str, Path(max_length=200, description="The id of an article.")]
) -> ArticleDetail:
    """One article with its raw text and its facts, each with its span in code points."""
    return questions.article(store, id)


@router.get("/{id}/cleaned", responses=schemas.answers(schemas.CLEANED, 404, 410, 422, 503))
def cleaned_article(
    store: StoreDep, id: Annotated[str, Path(max_length=200, description="The id of an article.")]
) -> CleanedArticle:
    """One article as it was read: cleaned, with its facts, each with its span in code points of the cleaned text."""
    return cleaned(questions.article(store, id))
