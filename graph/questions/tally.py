"""All events and who took part in them, as arrays: what statistics are counted from.

A district, its government with the units of that, and its party committee count as the district here, as they do in
``within.events_within``; institutions are all others.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from graph.questions.columns import optional, string
from graph.questions.kept import already, kept
from graph.questions.within import places_of
from graph.store import Store

Array: TypeAlias = NDArray[Any]
_EVENTS: Final = "tally"
_NONE: Final = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Parts:
    """Who has a part in what, each pair once: places in ``Tally.ids``, and the ids of entities beside them."""

    event: Array
    entity: Array

    def of(self, entities: Mapping[str, str]) -> "Parts":
        """The same with each entity replaced by what ``entities`` says; who is not in it is left out."""
        ids, place = np.unique(self.entity, return_inverse=True)
        other = np.array([entities.get(id, "") for id in ids.tolist()], str)[place] if len(ids) else self.entity
        there = other != ""
        return parts(self.event[there], other[there])

    def among(self, counts: Array) -> "Parts":
        """Those of the events that ``counts`` (a truth value for each) leaves."""
        there = counts[self.event]
        return Parts(self.event[there], self.entity[there])


@dataclass(frozen=True, slots=True)
class Tally:
    """All events by id, and the parts of districts and institutions in them."""

    ids: Array
    earliest: Array
    """Days as numbers yyyymmdd, 0 where there is none; likewise ``latest``."""
    latest: Array
    status: Array
    """Of agreements; ``''`` for a meeting."""
    districts: Parts
    institutions: Parts
    bodies: Parts
    """All of them, a district's authorities as themselves."""
    there: Parts
    """Districts that a meeting's place is, by a name that no other bears."""

    def places(self, ids: Array) -> Array:
        """The places of ``ids`` in ``self.ids``, -1 for those that are not in it."""
        return _places(self.ids, ids)


def tally(store: Store) -> Tally:
    """The events of the store's edition."""
    return kept(store, _EVENTS, lambda: _read(store), lasting=True)


def known(store: Store) -> Tally | None:
    """The same, where they are in memory."""
    found: Tally | None = already(store, _EVENTS)
    return found


def persons(store: Store) -> Parts:
    """Which persons were at meetings or signed agreements."""
    read = partial(_columns, store, "tally_persons")
    return kept(store, "tally of persons", lambda: _parts(tally(store).ids, read()), lasting=True)


def parts(event: Array, entity: Array) -> Parts:
    """These pairs, each once."""
    ids, place = np.unique(entity, return_inverse=True)
    pairs = distinct(event.astype(np.int64) * max(len(ids), 1) + place)
    return Parts(pairs // max(len(ids), 1), ids[pairs % max(len(ids), 1)] if len(pairs) else ids)


def distinct(numbers: Array) -> Array:
    """Each once, sorted. Numpy's own way, which puts them into a hash table first, takes fifty times as long."""
    ordered = np.sort(numbers)
    once: Array = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return once


def joined(*some: Parts) -> Parts:
    """The pairs of all of them, each once."""
    return parts(np.concatenate([one.event for one in some]), np.concatenate([one.entity for one in some]))


def _read(store: Store) -> Tally:
    columns = _columns(store, "tally_events")
    ids, first = np.unique(columns.get("id", np.zeros(0, str)), return_index=True)
    bodies = _parts(ids, _columns(store, "tally_bodies"))
    acting: dict[str, list[str]] = defaultdict(list)
    for row in store.read("tally_authorities"):
        acting[string(row, "id")].append(string(row, "district"))
    is_district = np.char.startswith(bodies.entity, "d-")
    acts = np.isin(bodies.entity, np.array(sorted(acting), str))
    authorities = Parts(bodies.event[acts], bodies.entity[acts])
    return Tally(
        ids=ids,
        earliest=columns.get("earliest", _NONE)[first],
        latest=columns.get("latest", _NONE)[first],
        status=columns.get("status", np.zeros(0, str))[first],
        districts=joined(Parts(bodies.event[is_district], bodies.entity[is_district]), *_for(authorities, acting)),
        institutions=Parts(bodies.event[~is_district & ~acts], bodies.entity[~is_district & ~acts]),
        bodies=bodies,
        there=_there(store, ids),
    )


def _for(authorities: Parts, acting: Mapping[str, list[str]]) -> list[Parts]:
    """What the authorities take part in as parts of their districts; a few act for several."""
    most = max(map(len, acting.values()), default=0)
    return [authorities.of({id: of[n] for id, of in acting.items() if n < len(of)}) for n in range(most)]


def _there(store: Store, ids: Array) -> Parts:
    districts = [string(row, "id") for row in store.read("tally_districts")]
    named = places_of(store, sorted(set(districts)))
    rows = store.read("meetings_at", places=sorted(named)) if named else []
    place = _places(ids, np.array([string(row, "event") for row in rows], str))
    district = np.array([named[optional(row, "place") or ""] for row in rows], str)
    return parts(place[place >= 0], district[place >= 0])


def _parts(ids: Array, columns: Mapping[str, Array]) -> Parts:
    """An event that came after ``ids`` were read is left to the next edition."""
    if not columns:
        return Parts(_NONE, np.zeros(0, str))
    place = _places(ids, columns["event"])
    return parts(place[place >= 0], columns["entity"][place >= 0])


def _places(ids: Array, wanted: Array) -> Array:
    if not len(ids):
        return np.full(len(wanted), -1)
    place = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    found: Array = np.where(ids[place] == wanted, place, -1)
    return found


def _columns(store: Store, query: str) -> dict[str, Array]:
    """All rows of the named query, texts as fixed-width ones; nothing where there is no row."""
    chunks = list(store.columns(query))
    if not chunks:
        return {}
    whole = {name: np.concatenate([chunk[name] for chunk in chunks]) for name in chunks[0]}
    return {name: column.astype(str) if column.dtype == object else column for name, column in whole.items()}
