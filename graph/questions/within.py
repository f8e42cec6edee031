"""What happened in a district: there, or with its authorities."""

from graph.questions.columns import ids
from graph.questions.entities import by_id
from graph.questions.kept import kept
from graph.questions.names import index
from graph.store import Store


def events_within(store: Store, district: str) -> frozenset[str]:
    """The meetings and agreements of a district and of the districts within it.

    An event is a district's if the district itself, its government with the units of that, or its party committee took
    part, or if the place of a meeting is the district by a name that no other bears. That a body has its seat there
    does not count: what a university does is no affair of the district around it.
    """
    return kept(store, ("events within", district), lambda: _events(store, district))


def _events(store: Store, district: str) -> frozenset[str]:
    districts = _with_those_within(store, district)
    authorities = ids(store.read("authorities_of", ids=districts), "id")
    took_part = store.read("events_of", ids=sorted({*districts, *authorities}))
    there = store.read("meetings_at", places=sorted(places_of(store, districts)))
    return frozenset((*ids(took_part, "event"), *ids(there, "event")))


def _with_those_within(store: Store, district: str) -> list[str]:
    within, level = {district}, [district]
    while level:
        level = sorted(set(ids(store.read("districts_within", ids=level), "id")) - within)
        within.update(level)
    return sorted(within)


def places_of(store: Store, districts: list[str]) -> dict[str, str]:
    """The names that stand for one of ``districts`` and for no other district, and for which."""
    named = index(store)
    return {
        name: entity.id
        for entity in by_id(store, districts).values()
        for name in {entity.name, entity.name_zh, entity.name_en, *entity.aliases}
        if name and named.bearers(name, "district") == [entity.id]
    }
