"""Lists that the store pages itself: by day, what has none last, then by id."""

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from graph.questions.columns import string
from graph.questions.pages import Page, check_choice, check_limit, decode, encode
from graph.store import Store
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
    check_limit(limit)
    check_choice("sort", sort, get_args(Order))
    asked = (*question, sort, *sorted(filters.items()))
    before, after = decode(cursor, asked, types=(str, str)) if cursor is not None else _FIRST[sort]
    oldest_first = sort == "earliest"
    place = {**filters, "oldest_first": oldest_first, "before": before, "after": after, "limit": limit + 1}
    rows = store.read(query, **place) if among is None else store.read(f"{query}_among", ids=among, **place)
    shown = tuple(string(row, "id") for row in rows[:limit])
    more = len(rows) > limit
    return Page(shown, encode((string(rows[limit - 1], "day"), shown[-1]), asked) if more else None)
