"""The stored records that a change can concern: those that share a block with it, and so on until none is added."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, cast

from graph.identity.clusters import Judgement
from graph.identity.records import Record
from graph.store import Reader

PORTION = 2000
"""How many ids one query asks for."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A record as the store has it, with the entity that it was resolved to."""

    record: Record
    entity: str


@dataclass(slots=True)
class Closure:
    """Stored records by id, and the live judgements on them and on the records that are new."""

    stored: dict[str, Stored] = field(default_factory=dict)
    judgements: dict[str, Judgement] = field(default_factory=dict)


def read_records(
    reader: Reader, query: str, ids: Iterable[str], have: Mapping[str, Stored] | None = None
) -> Iterator[Stored]:
    """The records that ``query`` (by article, key or id) gives for ``ids``; those we ``have`` are not made anew."""
    for row in read_ids(reader, query, ids):
        yield (have and have.get(row["id"])) or Stored(Record.stored(row), row["entity"])


def read_ids(reader: Reader, query: str, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The rows that ``query`` gives for ``ids``, asked for in portions; none for none."""
    rest = iter(sorted(set(ids)))
    while portion := list(islice(rest, PORTION)):
        yield from cast("list[dict[str, Any]]", reader.read(query, ids=portion))


def closure(reader: Reader, changed: Sequence[Record]) -> Closure:
    """Everything in the store that a change of ``changed`` (records to come, or to go) can join, part or rename."""
    standing = _by_record(standing_judgements(reader))
    found = Closure()
    asked: set[str] = set()
    frontier: Sequence[Record] = changed
    wanted = {r.id for r in changed}
    while frontier:
        keys = {key for r in frontier for key in r.blocks} - asked
        asked |= keys
        judged = [j for r in frontier for j in standing[r.id]]
        found.judgements |= {j.id: j for j in judged}
        wanted |= {r for j in judged if j.verdict == "same" for r in (j.left, j.right)}
        reached = [*read_records(reader, "ledger_records_by_key", keys, found.stored)]
        reached += read_records(reader, "ledger_records_by_id", wanted - found.stored.keys())
        fresh = {s.record.id: s for s in reached if s.record.id not in found.stored}
        found.stored |= fresh
        frontier = [s.record for s in fresh.values()]
    return found


def standing_judgements(reader: Reader) -> list[Judgement]:
    """The judgements that are not withdrawn, oldest first."""
    told = cast("list[dict[str, Any]]", reader.read("ledger_judgements"))
    return sorted(Judgement(row["made"], row["id"], row["left"], row["right"], row["verdict"]) for row in told)


def _by_record(judgements: Iterable[Judgement]) -> dict[str, list[Judgement]]:
    about: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        about[judgement.left].append(judgement)
        about[judgement.right].append(judgement)
    return about
