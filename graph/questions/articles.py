"""The articles that the graph stands on, and what each of them says."""

from dataclasses import asdict
from pathlib import Path, PurePath
from typing import Final, Literal

from graph.errors import Ambiguous, Gone, NotFound
from graph.identity.intake import origin_id
from graph.questions.answers import ArticleDetail, Source, Span
from graph.questions.columns import ids, integer, optional, string
from graph.questions.entities import by_id
from graph.questions.listing import listed
from graph.questions.pages import Page
from graph.questions.reports import source
from graph.questions.steady import steady
from graph.questions.window import window
from graph.store import Store
from graph.vocabulary import Order

_KINDS: Final[dict[str, Literal["person", "institution", "district", "meeting", "agreement"]]] = {
    "Person": "person",
    "Institution": "institution",
    "District": "district",
    "Meeting": "meeting",
    "Agreement": "agreement",
}


@steady
def articles(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    entity: str | None = None,
    lang: Literal["zh", "en"] | None = None,
    sort: Order = "latest",
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Source]:
    """By day of publication, undated ones last; ``entity`` (an id) keeps what mentions it. Raises InvalidQuestion."""
    days = window(since, until)
    found = listed(
        store,
        "articles",
        among=ids(store.read("articles_of", ids=[entity]), "article") if entity else None,
        filters={"since": days.since, "until": days.until, "lang": lang or ""},
        question=("articles", entity),
        sort=sort,
        limit=limit,
        cursor=cursor,
    )
    rows = store.read("article_sources", ids=found.items) if found.items else []
    sources = {string(row, "id"): source(row) for row in rows}
    # One may have been removed since the page was read.
    return Page(tuple(sources[id] for id in found.items if id in sources), found.next)


def find_article(store: Store, name: str) -> str:
    """The id of the article that ``name`` stands for: its id, its address, its source, or the file that it came from,
    as it was given or the end of its path. Raises NotFound, and Ambiguous with the ids where several fit."""
    form = name if "://" in name else PurePath(name).as_posix()
    rows = store.read("articles_called", name=form, origin=origin_id(str(Path(name).absolute())), tail=f"/{form}")
    found = ids([row for row in rows if row["whole"]] or rows, "id")
    if not found:
        raise NotFound(f"no article is called {name!r}; `jjj articles` lists them")
    if len(found) > 1:
        raise Ambiguous(name, found, what="articles")
    return found[0]


def absent(store: Store, id: str) -> NotFound:
    """What to raise for an article that is not there: whether it was once."""
    if id.startswith("a-") and store.read("successors", id=id, record=""):
        return Gone(f"the article {id} was removed")
    return NotFound(f"no article has the id {id!r}")


@steady
def article(store: Store, id: str) -> ArticleDetail:
    """One article with its text and its facts, each with its span, in reading order. Raises NotFound, Gone."""
    rows = store.read("article_nodes", ids=[id])
    if not rows:
        raise absent(store, id)
    mentioned = store.read("mentions_in", id=id)
    named = by_id(store, set(ids(mentioned, "entity")))
    mentions = [
        Span(
            kind=_KINDS[string(row, "label")],
            id=string(row, "entity"),
            name=string(row, "name"),
            name_zh=named[string(row, "entity")].name_zh,
            name_en=named[string(row, "entity")].name_en,
            start=integer(row, "start"),
            end=integer(row, "end"),
            quote=string(row, "surface"),
        )
        for row in mentioned
    ]
    events = [
        Span(
            kind=_KINDS[string(row, "label")],
            id=string(row, "event"),
            name=None,
            start=integer(row, "start"),
            end=integer(row, "end"),
            quote=string(row, "quote"),
        )
        for row in store.read("events_in", id=id)
    ]
    return ArticleDetail(
        **asdict(source(rows[0])),
        text=string(rows[0], "text"),
        sha256=optional(rows[0], "sha256"),
        spans=tuple(sorted(mentions + events, key=lambda span: (span.start, -span.end, span.id))),
    )
