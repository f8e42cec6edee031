"""Who was taken out of a store: kept for ever, with who, when and why; withdrawn, never deleted.

Whom it is about is sealed: the names, and the records by which identity knows the same person in what is loaded later.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.identity.masking import Names, called
from graph.identity.records import Kind, Record
from graph.identity.sealing import Seal
from graph.store import Node, Reader


@dataclass(frozen=True, slots=True)
class Suppression:
    """One who is kept out. ``made`` and ``withdrawn`` are ISO 8601 times in UTC; ``entities`` ids that it had."""

    id: str
    kind: Kind
    made: str
    user: str
    names: tuple[str, ...]
    entities: tuple[str, ...]
    records: tuple[Record, ...]
    reason: str | None = None
    withdrawn: str | None = None
    withdrawn_by: str | None = None

    @property
    def called(self) -> Names:
        """Its names, to be found in texts."""
        return called(self.names, person=self.kind == "person")

    @property
    def record_ids(self) -> frozenset[str]:
        """The ids of its records."""
        return frozenset(record.id for record in self.records)

    def knowing(self, records: Iterable[Record]) -> "Suppression":
        """It with further records of the same one, and their names."""
        fresh = [r for r in sorted(records, key=lambda r: r.id) if r.id not in self.record_ids]
        return replace(self, records=(*self.records, *fresh), names=names_of(fresh, self.names)) if fresh else self

    def node(self, seal: Seal) -> Node:
        """Its node, which tells whom it is about to who has the key alone."""
        told = {
            "kind": self.kind,
            "names": self.names,
            "entities": self.entities,
            "reason": self.reason,
            "records": [
                {"id": r.id, "kind": r.kind, "article": r.article, "payload": r.payload()} for r in self.records
            ],
        }
        return Node(
            "Suppression",
            {
                "id": self.id,
                "made": self.made,
                "user": self.user,
                "withdrawn": self.withdrawn,
                "withdrawn_by": self.withdrawn_by,
                "sealed": seal.sealed(told, first=True),
            },
        )


def suppressions(reader: Reader, seal: Seal) -> list[Suppression]:
    """All of them, the oldest first. Raises StoreError where there are some and the key is not there."""
    return [_stored(row, seal) for row in reader.read("suppressions")]


def names_of(records: Iterable[Record], known: Iterable[str] = ()) -> tuple[str, ...]:
    """``known``, and what ``records`` call the one they are."""
    facts = [record.fact for record in records]
    told = (name for fact in facts for name in (getattr(fact, "name", ""), *getattr(fact, "aliases", ())))
    return tuple(dict.fromkeys(filter(None, (*known, *told))))


def _stored(row: Mapping[str, Any], seal: Seal) -> Suppression:
    told = seal.opened(row["sealed"])
    return Suppression(
        row["id"],
        told["kind"],
        row["made"],
        row["user"],
        tuple(told["names"]),
        tuple(told["entities"]),
        tuple(map(Record.stored, told["records"])),
        told["reason"],
        row["withdrawn"],
        row["withdrawn_by"],
    )
