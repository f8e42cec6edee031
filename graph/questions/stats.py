"""Totals."""

from graph.questions.answers import Stats
from graph.questions.columns import integer, optional
from graph.questions.kept import kept
from graph.store import Store


def stats(store: Store) -> Stats:
    """Totals of the whole graph; ``first`` and ``last`` bound the days that its events can have happened on."""
    return kept(store, "stats", lambda: _totals(store))


def _totals(store: Store) -> Stats:
    edition = store.edition()
    days = store.read("stats_days")
    return Stats(
        edition=edition,
        nodes=_numbers(store, "stats_nodes"),
        ties=_numbers(store, "stats_ties"),
        agreements=_numbers(store, "stats_agreements"),
        articles=_numbers(store, "stats_articles"),
        first=optional(days[0], "first") if days else None,
        last=optional(days[0], "last") if days else None,
    )


def _numbers(store: Store, query: str) -> dict[str, int]:
    """Sorted by what is counted; what there is none of is left out, whether or not the store has a row for it."""
    rows = store.read(query)
    found = {str(row["what"] or "unknown").lower(): integer(row, "number") for row in rows}
    return {what: number for what, number in sorted(found.items()) if number}
