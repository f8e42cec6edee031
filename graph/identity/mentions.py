"""Which entity each article's entities and events became: the answer that is scored and reviewed."""

from collections.abc import Iterator
from typing import Any, cast

from graph.identity.records import Record
from graph.store import Reader

PORTION = 1000
"""Records read by one query."""


def mentions(reader: Reader) -> Iterator[dict[str, Any]]:
    """``{"file", "kind", "name", "aliases", "entity"}`` for each record, in the order of record ids.

    ``file`` is the article's source; an event has no name.
    """
    after = ""
    while rows := cast("list[dict[str, Any]]", reader.read("ledger_mentions", after=after, limit=PORTION)):
        for row in rows:
            fact = Record.stored({**row, "article": ""}).fact
            name, aliases = getattr(fact, "name", None), list(getattr(fact, "aliases", ()))
            yield {
                "file": row["source"],
                "kind": row["kind"],
                "name": name,
                "aliases": aliases,
                "entity": row["entity"],
            }
        after = rows[-1]["id"]
