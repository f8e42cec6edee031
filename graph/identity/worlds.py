"""The records that a change touches, as they were and as they shall be, and the rows that follow from each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.identity import known
from graph.identity.bookkeeping import record_rows
from graph.identity.closure import Stored, closure, read_ids, read_records
from graph.identity.derive import entity_rows, mention_rows
from graph.identity.records import Record
from graph.identity.resolve import resolve
from graph.store import Edge, Node, Reader


@dataclass(slots=True)
class World:
    """Records with their entities, and the entities of those that are only referred to."""

    stored: dict[str, Stored]
    elsewhere: dict[str, str] = field(default_factory=dict)

    def entities(self, records: Iterable[str]) -> set[str]:
        """The entities of ``records`` that follow from their records and not from the tables."""
        found = {self.stored[r].entity for r in records if r in self.stored}
        return {entity for entity in found if not known.find(entity)}

    def rows(self, entities: Iterable[str], changed: Iterable[str]) -> Iterator[Node | Edge]:
        """The rows of those of ``entities`` that there are, and the own rows of the records ``changed``."""
        members: dict[str, list[Record]] = defaultdict(list)
        for stored in self.stored.values():
            members[stored.entity].append(stored.record)
        entity_of = self.elsewhere | {r: s.entity for r, s in self.stored.items()}
        for entity in sorted(members.keys() & set(entities)):
            yield from entity_rows(entity, members[entity], entity_of)
        for stored in (self.stored[r] for r in changed if r in self.stored):
            yield from record_rows(stored)
            yield from mention_rows(stored.record, stored.entity)


@dataclass(slots=True)
class Worlds:
    """Before and after; ``changed`` are the records that came, went or stand for another entity now, ``touched`` these
    and all that refer to them, ``entities`` those that these are or were."""

    before: World
    after: World
    changed: set[str]
    touched: set[str]

    @property
    def entities(self) -> set[str]:
        return self.before.entities(self.touched) | self.after.entities(self.touched)


def worlds(
    reader: Reader, gone: Mapping[str, Stored], come: Mapping[str, Record], judged: Iterable[Record] = ()
) -> Worlds:
    """Both worlds around the records that go and those that come (a record that changes does both), and around those
    on which a judgement was made or withdrawn."""
    around = closure(reader, [*(s.record for s in gone.values()), *come.values(), *judged])
    stay = {r: s.record for r, s in around.stored.items() if r not in gone} | dict(come)
    entities = resolve(stay.values(), sorted(around.judgements.values()))
    before, after = World(around.stored), World({i: Stored(r, entities[i]) for i, r in stay.items()})
    changed = {r for r in before.stored | after.stored if before.stored.get(r) != after.stored.get(r)}
    found = Worlds(before, after, changed, set(changed))
    _add_referring(reader, found, gone)
    _add_referred(reader, found)
    return found


def _add_referring(reader: Reader, found: Worlds, gone: Mapping[str, Stored]) -> None:
    """Add the entities whose records refer to changed ones: all references are inside an article."""
    articles = {w.stored[r].record.article for w in (found.before, found.after) for r in found.changed if r in w.stored}
    beside = {s.record.id: s for s in read_records(reader, "ledger_records_by_article", articles, found.before.stored)}
    referring = {r: s for r, s in beside.items() if not s.record.refs.isdisjoint(found.changed) and r not in gone}
    found.touched |= referring.keys()
    outside = [s.record for r, s in referring.items() if r not in found.after.stored and not known.find(s.entity)]
    whole = closure(reader, outside).stored
    for world in (found.before, found.after):
        world.stored |= {r: s for r, s in whole.items() if r not in world.stored and r not in gone}


def _add_referred(reader: Reader, found: Worlds) -> None:
    """Add the entities of all records that touched entities refer to."""
    entities = found.entities
    for world in (found.before, found.after):
        refs = {ref for s in world.stored.values() if s.entity in entities for ref in s.record.refs}
        missing = refs - world.stored.keys()
        world.elsewhere |= {row["id"]: row["entity"] for row in read_ids(reader, "ledger_entities", missing)}
