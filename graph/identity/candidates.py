"""Pairs of entities that may be one and that the texts do not decide: for a person to look at.

Persons of one name, and events that an article tells of again long after the reports of their time.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, cast

from graph.identity import events
from graph.identity.closure import Stored, read_records
from graph.identity.person_evidence import COMMON, MERGE, compare
from graph.identity.records import Record
from graph.store import Reader

MOST = 0.95
"""The score of a pair whose evidence would join it, if another rule did not hold it apart."""
PORTION = 200
"""Name keys read by one query."""
ENTITIES = 24
"""Of a name that more entities bear, only the oldest so many are compared: nobody reviews thousands of 王伟."""
RECORDS = 8
"""Records of each entity that are compared, the oldest first."""


@dataclass(frozen=True, slots=True, order=True)
class _Likeness:
    score: float
    reasons: tuple[str, ...]


def candidates(reader: Reader) -> list[dict[str, Any]]:
    """``{"a", "b", "score", "reasons"}`` for each pair of entities that share a name and were not joined.

    The likeliest first. ``score`` is from 0 to 1, below 1; pairs that stand in one article or are judged different
    are left out.
    """
    apart = {
        frozenset((row["left"], row["right"]))
        for row in cast("list[dict[str, Any]]", reader.read("ledger_judgements"))
        if row["verdict"] == "different"
    }
    best: dict[tuple[str, str], _Likeness] = {}
    for records in _homonyms(reader):
        for pair, found in _compared(records, apart):
            best[pair] = max(found, best.get(pair, found))
    listed = [{"a": a, "b": b, "score": found.score, "reasons": list(found.reasons)} for (a, b), found in best.items()]
    return sorted(listed, key=lambda c: (-c["score"], c["a"], c["b"]))


def _homonyms(reader: Reader) -> Iterator[list[Stored]]:
    """The records of each name key that leads to several entities."""
    after = ""
    while rows := cast("list[dict[str, Any]]", reader.read("ledger_name_keys", after=after, limit=PORTION)):
        wanted = {record for row in rows for record in row["records"]}
        stored = {s.record.id: s for s in read_records(reader, "ledger_records_by_id", wanted)}
        yield from ([stored[r] for r in row["records"]] for row in rows)
        after = rows[-1]["id"]


def _compared(records: list[Stored], apart: set[frozenset[str]]) -> Iterator[tuple[tuple[str, str], _Likeness]]:
    of_entity: dict[str, list[Stored]] = defaultdict(list)
    for stored in sorted(records, key=lambda s: s.record.age):
        of_entity[stored.entity].append(stored)
    for a, b in combinations(list(of_entity)[:ENTITIES], 2):
        left, right = of_entity[a], of_entity[b]
        if {s.record.article for s in left} & {s.record.article for s in right}:
            continue
        if any(frozenset((x.record.id, y.record.id)) in apart for x in left for y in right):
            continue
        found = [c for x in left[:RECORDS] for y in right[:RECORDS] if (c := _likeness(x.record, y.record))]
        if found:
            yield (min(a, b), max(a, b)), max(found)


def _likeness(left: Record, right: Record) -> _Likeness | None:
    """How near the evidence comes to what would join."""
    if left.kind != "person":
        again = events.told_again(left, right)
        return _Likeness(MOST, again.reasons) if again else None
    found = compare(left, right)
    if found is None:
        return None
    enough = COMMON if found.common else MERGE
    return _Likeness(round(min(MOST, (1 + found.weight) / (2 + enough)), 2), found.reasons)
