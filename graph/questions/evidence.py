"""The sentences of their own that edges carry: who took part, who signed, who holds a post."""

from collections.abc import Collection, Sequence
from typing import TypeAlias

from graph.questions.answers import Quote
from graph.questions.columns import ids, integer, string
from graph.questions.reports import source
from graph.store import Row, Store

Evidence: TypeAlias = dict[tuple[str, ...], Quote]


def evidence(store: Store, rows: Sequence[Row], *key: str) -> Evidence:
    """The quotes of rows with the columns of ``EVIDENCE``, by their columns ``key``; rows without any are left out."""
    told = [row for row in rows if row["article"] is not None]
    sources = store.read("article_sources", ids=ids(told, "article")) if told else []
    articles = {string(row, "id"): source(row) for row in sources}
    return {
        tuple(string(row, column) for column in key): Quote(
            quote=string(row, "quote"),
            start=integer(row, "start"),
            end=integer(row, "end"),
            article=articles[string(row, "article")],
        )
        for row in told
    }


def posts(store: Store, persons: Collection[str]) -> Evidence:
    """The sentences behind the posts of ``persons``, by person, body and title."""
    rows = store.read("post_evidence", ids=sorted(persons)) if persons else []
    return evidence(store, rows, "source", "target", "title")
