"""Ids that another took the place of, and ids of what is gone."""

import re
from typing import Final

from graph.errors import Gone
from graph.identity.records import record_of_entity_id
from graph.questions.columns import optional
from graph.store import Store

_ID: Final = re.compile(r"[pidmg]-[0-9a-z-]+")


def is_id(text: str) -> bool:
    """Whether ``text`` has the form of an entity's or event's id."""
    return _ID.fullmatch(text) is not None


def successor(store: Store, id: str) -> str | None:
    """The id in whose place ``id`` answers, None where there is none.

    Every record's digest is an id of the entity or event that the record belongs to (docs/decisions/0002); that of a
    record which went leads on to what took its place. Raises Gone where nothing did.
    """
    seen = [id]
    while rows := store.read("successors", id=seen[-1], record=record_of_entity_id(seen[-1])):
        to = optional(rows[0], "to")
        if not to:
            raise Gone(f"{id}: every article that supported it was removed")
        if to in seen:
            break
        seen.append(to)
    return seen[-1] if len(seen) > 1 else None
