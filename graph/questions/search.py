"""Entities by name, alias, pinyin, acronym or misspelling."""

from dataclasses import asdict

from graph.errors import InvalidQuestion
from graph.questions.answers import Context, Hit, Kind
from graph.questions.contexts import contexts
from graph.questions.names import Match, index
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
    shown = page(
        index(store).search(text, kind),
        lambda match: (-match.score, match.entity.name, match.entity.id),
        question=("search", text, kind),
        limit=limit,
        cursor=cursor,
    )
    told = contexts(store, {match.entity.id for match in shown.items})
    return Page(tuple(_hit(match, told.get(match.entity.id)) for match in shown.items), shown.next)


def _hit(match: Match, context: Context | None) -> Hit:
    return Hit(**asdict(match.entity), context=context, score=match.score, matched=match.matched)
