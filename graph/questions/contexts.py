"""What tells namesakes apart: a line of context for each entity of a list."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Final

from graph.questions.answers import Candidate, Context
from graph.questions.columns import optional, string
from graph.questions.entities import by_id
from graph.store import Row, Store

_TYPES: Final = ("HOLDS", "PART_OF", "GOVERNS", "LOCATED_IN")
"""What tells most comes first: a bureau is known by its government, and that by what it governs."""


def candidates(store: Store, ids: Collection[str]) -> tuple[Candidate, ...]:
    """The entities among ``ids``, by id, each with its context."""
    found, told = by_id(store, ids), contexts(store, ids)
    return tuple(Candidate(**asdict(found[id]), context=told.get(id)) for id in sorted(found))


def contexts(store: Store, ids: Collection[str]) -> dict[str, Context]:
    """The contexts of the entities ``ids``, in one read, and one more for those that it tells nothing of."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in store.read("contexts", ids=sorted(ids)) if ids else ():
        grouped[string(row, "id")].append(row)
    made = {id: _context(rows) for id, rows in grouped.items()}
    told = {id: context for id, context in made.items() if any(asdict(context).values())}
    return told | _reported(store, sorted(set(ids) - told.keys()))


def _reported(store: Store, ids: Sequence[str]) -> dict[str, Context]:
    rows = store.read("article_titles", ids=ids) if ids else []
    rows.sort(key=lambda row: (optional(row, "published") or "", string(row, "title")))
    return {string(row, "id"): Context(article=string(row, "title")) for row in rows}


def _context(rows: Sequence[Row]) -> Context:
    days = sorted(day for row in rows for day in (optional(row, "earliest"), optional(row, "latest")) if day)
    # The latest post; of places, which have no days, the one that tells most. Equals are told in a fixed order.
    around = sorted((row for row in rows if row["type"] in _TYPES), key=_by_name)
    around.sort(key=lambda row: optional(row, "latest") or optional(row, "earliest") or "", reverse=True)
    around.sort(key=lambda row: _TYPES.index(string(row, "type")))
    first = around[0] if around else None
    return Context(
        title=optional(first, "title") if first else None,
        id=optional(first, "place") if first else None,
        name=optional(first, "name") if first else None,
        name_zh=optional(first, "name_zh") if first else None,
        name_en=optional(first, "name_en") if first else None,
        earliest=days[0] if days else None,
        latest=days[-1] if days else None,
    )


def _by_name(row: Row) -> tuple[str, str]:
    return (string(row, "place"), optional(row, "title") or "")
