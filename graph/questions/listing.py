"""Lists that the store pages itself: by day, what has none last, then by id."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final, get_args

from graph.questions.by_day import page_by_day
from graph.questions.columns import string
from graph.questions.kept import kept
from graph.questions.pages import Page, check_choice, check_limit, decode, encode
from graph.store import Store, Value
from graph.vocabulary import Order

_FIRST: Final = {"latest": ("~~", ""), "earliest": ("", "")}
"""Before every day, and before ``~`` or ``''``, which stand for none: ``~`` sorts after all digits."""


def listed(
    store: Store,
    query: str,
    *,
    among: Sequence[str] | None,
    filters: Mapping[str, str],
    question: Sequence[object],
    sort: Order = "latest",
    limit: int,
    cursor: str | None,
) -> Page[str]:
    """A page of the ids that ``query`` gives under ``filters``; ``<query>_among`` where only those ``among`` count.

    Raises InvalidQuestion for a bad limit, order or cursor.
    """
    return listed_of(store, {query: filters}, among=among, question=question, sort=sort, limit=limit, cursor=cursor)


def listed_of(
    store: Store,
    queries: Mapping[str, Mapping[str, str]],
    *,
    among: Sequence[str] | None,
    question: Sequence[object],
    sort: Order,
    limit: int,
    cursor: str | None,
) -> Page[str]:
    """``listed`` for several queries at once, each with its filters: one list of what they give together."""
    check_limit(limit)
    check_choice("sort", sort, get_args(Order))
    asked = (*question, sort, *(pair for filters in queries.values() for pair in sorted(filters.items())))
    before, after = decode(cursor, asked, types=(str, str)) if cursor is not None else _FIRST[sort]
    place: dict[str, Value] = {"oldest_first": sort == "earliest", "before": before, "after": after, "limit": limit + 1}
    read = partial(_read, store, queries, among, place)
    # The store looks at every event for a page; the first one is what dashboards ask for again and again.
    found = kept(store, ("listed", asked, limit), read) if cursor is None and among is None else read()
    shown = found[:limit]
    return Page(tuple(id for _, id in shown), encode(shown[-1], asked) if len(found) > limit else None)


def _read(
    store: Store, queries: Mapping[str, Mapping[str, str]], among: Sequence[str] | None, place: Mapping[str, Value]
) -> list[tuple[str, str]]:
    """The day and id of what comes next, in order."""
    if (ready := page_by_day(store, queries, among, place)) is not None:
        return ready
    found = []
    for query, filters in queries.items():
        given = {**filters, **place}
        rows = store.read(query, **given) if among is None else store.read(f"{query}_among", ids=among, **given)
        found += [(string(row, "day"), string(row, "id")) for row in rows]
    found.sort(key=lambda one: one[1])
    return sorted(found, key=lambda one: one[0], reverse=not place["oldest_first"])
