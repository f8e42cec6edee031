"""The sentences that report events, and the articles that they stand in."""

from collections import defaultdict
from collections.abc import Collection
from functools import partial
from typing import TypeAlias

from graph.questions.answers import Quote, Source
from graph.questions.columns import integer, optional, string
from graph.questions.kept import kept_of_each
from graph.store import Row, Store

Quotes: TypeAlias = tuple[Quote, ...]


def reports(store: Store, events: Collection[str]) -> dict[str, Quotes]:
    """For each event its quotes, the first published first; ready-made facts may tell an event without a sentence."""
    return kept_of_each(store, "reports", events, partial(_read, store))


def _read(store: Store, events: list[str]) -> dict[str, Quotes]:
    found: dict[str, list[Quote]] = defaultdict(list)
    for row in store.read("reports", ids=events):
        if row["quote"] is None:
            continue
        found[string(row, "event")].append(
            Quote(
                quote=string(row, "quote"),
                start=integer(row, "start"),
                end=integer(row, "end"),
                article=source(row),
            )
        )
    return {event: tuple(sorted(quotes, key=publication)) for event, quotes in found.items()}


def source(row: Row) -> Source:
    """The article of a row that holds its columns."""
    return Source(
        id=string(row, "id"),
        title=optional(row, "title"),
        url=optional(row, "url"),
        lang=optional(row, "lang"),
        published=optional(row, "published"),
        source=optional(row, "source"),
    )


def publication(quote: Quote) -> tuple[str, str, int]:
    """Sorts quotes by publication, then by article and place; articles without a date come last."""
    return (quote.article.published or "~", quote.article.id, quote.start)
