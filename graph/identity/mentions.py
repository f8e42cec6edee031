"""Which entity each article's entities and events became: the answer that is scored and reviewed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from graph.identity.records import Fact, Record
from graph.store import Reader

PORTION = 1000
"""Records read by one query."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one article states, and the entity or event (an id) that it became; ``file`` is the article's source."""

    file: str
    kind: str
    fact: Fact
    entity: str


def stated(reader: Reader) -> Iterator[Stated]:
    """Every record, in the order of record ids."""
    after = ""
    while rows := cast("list[dict[str, Any]]", reader.read("ledger_mentions", after=after, limit=PORTION)):
        for row in rows:
            yield Stated(row["source"], row["kind"], Record.stored({**row, "article": ""}).fact, row["entity"])
        after = rows[-1]["id"]


def mentions(reader: Reader) -> Iterator[dict[str, Any]]:
    """``{"file", "kind", "name", "aliases", "entity"}`` for each record, in the order of record ids; an event has no
    name."""
    for each in stated(reader):
        yield {
            "file": each.file,
            "kind": each.kind,
            "name": getattr(each.fact, "name", None),
            "aliases": list(getattr(each.fact, "aliases", ())),
            "entity": each.entity,
        }
