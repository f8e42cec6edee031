"""Entities by name, alias, pinyin, acronym or misspelling."""

from dataclasses import asdict, replace

from graph.errors import InvalidQuestion
from graph.questions.answers import Hit, Kind
from graph.questions.contexts import contexts
from graph.questions.names import index
from graph.questions.pages import Page, page
from graph.questions.steady import steady
from graph.store import Store

MOST_TEXT = 200
"""Code points of a query: names are shorter."""


@steady
def search(
    store: Store, text: str, *, kind: Kind | None = None, limit: int = 25, cursor: str | None = None
) -> Page[Hit]:
    """Entities with a name like ``text``, the best first, then by name. Raises InvalidQuestion."""
    if not text.strip():
        raise InvalidQuestion("the name to search for is empty", parameter="q")
    if len(text) > MOST_TEXT:
        raise InvalidQuestion(f"the name to search for has more than {MOST_TEXT} characters", parameter="q")
    hits = [
        Hit(**asdict(match.entity), context=None, score=match.score, matched=match.matched)
        for match in index(store).search(text, kind)
    ]
    shown = page(
        hits,
        lambda hit: (-hit.score, hit.name, hit.id),
        question=("search", text, kind),
        limit=limit,
        cursor=cursor,
    )
    told = contexts(store, {hit.id for hit in shown.items})
    return Page(tuple(replace(hit, context=told.get(hit.id)) for hit in shown.items), shown.next)
