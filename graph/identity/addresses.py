"""Which entity an id stands for today: ids that were merged, renamed or taken away keep answering."""

from typing import Any, cast

from graph.errors import Gone, NotFound
from graph.identity import known
from graph.identity.records import record_of_entity_id
from graph.store import Reader


def current_id(reader: Reader, entity: str) -> str:
    """The id of the entity that ``entity`` (any id that was ever valid) stands for now; itself where it still is one.

    Raises Gone where every article that supported it was removed, NotFound where it never was an id.
    """
    asked, was_here = entity, False
    while entity:
        if known.find(entity):
            if _read(reader, "ledger_keys", f"e:{entity}"):
                return entity
            break
        record = _read(reader, "ledger_entities", record_of_entity_id(entity))
        if record and str(record["entity"])[0] == entity[0]:
            return str(record["entity"])
        redirect = _read(reader, "ledger_redirects", entity)
        if redirect is None:
            break
        was_here, entity = True, redirect["to"]
    if was_here:
        raise Gone(f"{asked} is gone: every article that named it was removed")
    raise NotFound(f"nothing has the id {asked}")


def _read(reader: Reader, query: str, id_: str) -> dict[str, Any] | None:
    rows = cast("list[dict[str, Any]]", reader.read(query, ids=[id_]))
    return rows[0] if rows else None
