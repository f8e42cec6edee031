"""Who was at meetings, on which side, and the sentence that says so."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Final, TypeAlias

from graph.questions.answers import Quote
from graph.questions.columns import decimal, optional, string
from graph.questions.evidence import Evidence, evidence
from graph.questions.kept import kept_of_each
from graph.store import Row, Store


@dataclass(frozen=True, slots=True)
class Presence:
    """A person or body at a meeting."""

    entity: str
    side: str | None
    confidence: float | None
    """That of the meeting where it has none of its own."""
    quote: Quote | None = None


Present: TypeAlias = tuple[Presence, ...]
_ENTITY: Final = attrgetter("entity")


def present(store: Store, meetings: Collection[str]) -> dict[str, Present]:
    """The persons at each of ``meetings`` that had any, by id."""
    return kept_of_each(store, "present", meetings, partial(_persons, store))


def delegated(store: Store, meetings: Collection[str]) -> dict[str, Present]:
    """The bodies that took part, likewise."""
    return kept_of_each(store, "delegated", meetings, partial(_bodies, store))


def _persons(store: Store, meetings: list[str]) -> dict[str, Present]:
    rows = store.read("attendances", ids=meetings)
    return _grouped(rows, evidence(store, rows, "event", "entity"))


def _bodies(store: Store, meetings: list[str]) -> dict[str, Present]:
    return _grouped(store.read("delegations", ids=meetings), {})


def _grouped(rows: Sequence[Row], told: Evidence) -> dict[str, Present]:
    found: dict[str, list[Presence]] = defaultdict(list)
    for row in rows:
        event, entity = string(row, "event"), string(row, "entity")
        quote = told.get((event, entity)) if told else None
        found[event].append(Presence(entity, optional(row, "side"), decimal(row, "confidence"), quote))
    return {event: tuple(sorted(there, key=_ENTITY)) for event, there in found.items()}
