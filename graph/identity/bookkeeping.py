"""The rows that keep the truth: articles, records with their keys, origins, and redirects of what went."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.identity import known
from graph.identity.closure import Stored
from graph.identity.intake import Held
from graph.identity.records import Record, entity_id
from graph.identity.surfaces import surfaces
from graph.store import Edge, Node


def article_rows(held: Held) -> Iterator[Node | Edge]:
    """The node of an article and those of its origins."""
    yield held.node()
    for origin, source in sorted(held.origins.items()):
        yield Node("Origin", {"id": origin, "article": held.properties["id"], "source": source})


def record_rows(stored: Stored) -> Iterator[Node | Edge]:
    """The node of a record, the edges from its keys (whose nodes are put apart) and the one to its article."""
    record = stored.record
    content = {"kind": record.kind, "article": record.article, "entity": stored.entity, "payload": record.payload()}
    yield Node("Record", {"id": record.id, **content})
    yield Edge("STATED_IN", ("Record", record.id), ("Article", record.article))
    for key in record.keys:
        yield Edge("KEYED", ("RecordKey", key), ("Record", record.id))


def key_rows(keys: Sequence[str]) -> Iterator[Node | Edge]:
    """The nodes of ``keys``, and what is known of the bodies and districts that they put into the graph."""
    also = surfaces(keys)
    for key in keys:
        yield Node("RecordKey", {"id": key})
        if key.startswith("e:"):
            entity = key.removeprefix("e:")
            yield from known.known_rows(entity, also.get(entity, ()))


def oldest_left(before: Mapping[str, Stored], after: Mapping[str, Stored]) -> dict[str, Record]:
    """The oldest record that is left of each entity that there was."""
    left: dict[str, Record] = {}
    for record in sorted((s.record for s in after.values()), key=lambda r: r.age):
        if was := before.get(record.id):
            left.setdefault(was.entity, record)
    return left


def redirects(gone: Iterable[Stored], come: Iterable[Record], left: Mapping[str, Record]) -> Iterator[Node]:
    """Where the ids of records that went lead from now on; ``left`` has the oldest record left of each old entity.

    To what is left of the entity, else to the record that a changed article now has under that name, else nowhere:
    then the id is gone, and says so.
    """
    renamed = {(r.kind, getattr(r.fact, "name", None)): r for r in sorted(come, key=lambda r: r.age, reverse=True)}
    for stored in gone:
        record = stored.record
        name = getattr(record.fact, "name", None)
        heir = left.get(stored.entity) or (renamed.get((record.kind, name)) if name else None)
        target = stored.entity if known.find(stored.entity) else entity_id(heir.kind, heir.id) if heir else ""
        yield Node("Redirect", {"id": entity_id(record.kind, record.id), "to": target})
