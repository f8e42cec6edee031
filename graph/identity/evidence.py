"""Which sentence an edge shows, where several articles tell of it."""

from collections.abc import Iterable

from graph.facts import Evidence
from graph.identity.records import Record
from graph.store import Value


def shown(told: Iterable[tuple[Record, Evidence | None]]) -> dict[str, Value]:
    """The columns of the first by publication, then by article and place, so that no order of loading changes it.

    Each is None where no record tells any.
    """
    found = [((r.published or "9999", r.article, e.start, e.end), r, e) for r, e in told if e]
    if not found:
        return {"quote": None, "start": None, "end": None, "article": None}
    _, record, first = min(found, key=lambda f: f[0])
    return {"quote": first.quote, "start": first.start, "end": first.end, "article": record.article}
