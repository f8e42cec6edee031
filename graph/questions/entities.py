"""Entities: as every answer shows them, and one of them with all that surrounds it."""

from collections.abc import Collection, Iterable, Set
from dataclasses import asdict, fields
from functools import partial
from typing import Final, cast

from graph.errors import NotFound
from graph.identity import known
from graph.questions.answers import Counts, Entity, EntityDetail, FormerName, Kind, Post, Quote
from graph.questions.columns import ids, integer, optional, string, strings
from graph.questions.ends import acting_as
from graph.questions.evidence import posts
from graph.questions.followed import followed
from graph.questions.kept import already, kept
from graph.questions.steady import steady
from graph.questions.ties import ANY, Link, LinkReader
from graph.store import Row, Store

_EVERYBODY: Final = "everybody"
POSTS_SHOWN: Final = 200
"""Posts told with an entity; a large body has more, and the neighbourhood tells them."""


@steady
def entity(store: Store, id: str) -> EntityDetail:
    """The entity of this canonical id. Raises NotFound."""
    rows = store.read("entities", ids=[id])
    if not rows:
        raise NotFound(f"no entity has the id {id!r}")
    links = LinkReader(store, ANY, ("holds", "part_of", "located_in", "governs")).read([id])
    around = by_id(store, {link.beyond(id) for link in links} | {id})
    held = _latest_first(links)[:POSTS_SHOWN]
    told = posts(store, {link.source for link in held})
    # A store gives no row for what there is none of.
    counts = dict.fromkeys((f.name for f in fields(Counts)), 0) | {
        string(row, "what"): integer(row, "number") for row in store.read("entity_counts", id=id)
    }
    if len(acting := acting_as(store, id)) > 1:
        events = ids(store.read("events_of", ids=acting), "event")
        counts["meetings"] = sum(event.startswith("m-") for event in events)
        counts["agreements"] = sum(event.startswith("g-") for event in events)
    return EntityDetail(
        **asdict(as_entity(rows[0])),
        type=optional(rows[0], "type"),
        level=optional(rows[0], "level"),
        posts=tuple(post(x, around, told.get((x.source, x.target, x.title or ""))) for x in held),
        part_of=_targets(links, "part_of", id, around),
        located_in=_targets(links, "located_in", id, around),
        governs=_targets(links, "governs", id, around),
        counts=Counts(**counts),
        former_names=tuple(FormerName(name=f.name, until=f.until) for f in known.former(id)),
    )


def by_id(store: Store, ids: Collection[str]) -> dict[str, Entity]:
    """The entities among ``ids``: of those in memory, where the names of all are."""
    if (known := already(store, _EVERYBODY)) is not None:
        return {id: known[id] for id in sorted(ids) if id in known}
    rows = store.read("entities", ids=sorted(ids)) if ids else []
    return {string(row, "id"): as_entity(row) for row in rows}


def everybody(store: Store) -> dict[str, Entity]:
    """All entities by id, kept in memory; of one edition and the next, those that did not change are the same."""
    return kept(
        store,
        _EVERYBODY,
        lambda: followed(store, _EVERYBODY, partial(_all, store), partial(_renewed, store)),
        lasting=True,
    )


def _all(store: Store) -> dict[str, Entity]:
    return {(e := as_entity(row)).id: e for row in store.read("entity_names")}


def _renewed(store: Store, former: dict[str, Entity], touched: Set[str]) -> dict[str, Entity]:
    ids = sorted(id for id in touched if id.startswith(("p-", "i-", "d-")))
    now = {string(row, "id"): as_entity(row) for row in store.read("entities", ids=ids)} if ids else {}
    gone = {id for id in ids if id not in now}
    changed = {id: entity for id, entity in now.items() if former.get(id) != entity}
    return {**({id: e for id, e in former.items() if id not in gone} if gone else former), **changed}


def as_entity(row: Row) -> Entity:
    """The entity of a row that holds its columns."""
    return Entity(
        id=string(row, "id"),
        kind=cast(Kind, string(row, "label").lower()),
        name=string(row, "name"),
        name_zh=optional(row, "name_zh"),
        name_en=optional(row, "name_en"),
        aliases=strings(row, "aliases"),
    )


def post(link: Link, around: dict[str, Entity], evidence: Quote | None) -> Post:
    """A link of type holds as a post."""
    return Post(
        person=around[link.source],
        body=around[link.target],
        title=link.title or "",
        earliest=link.earliest,
        latest=link.latest,
        confidence=link.confidence,
        evidence=evidence,
    )


def _latest_first(links: Iterable[Link]) -> list[Link]:
    posts = [link for link in links if link.type == "holds"]
    return sorted(posts, key=lambda link: link.latest or link.earliest or "", reverse=True)


def _targets(links: Iterable[Link], kind: str, id: str, around: dict[str, Entity]) -> tuple[Entity, ...]:
    return tuple(around[link.target] for link in links if link.type == kind and link.source == id)
