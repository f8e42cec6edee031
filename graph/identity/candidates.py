"""Pairs of entities that may be one and that the texts do not decide: for a person to look at.

Persons of one name, or of one that was mistyped; bodies that each article names in its own language; events that an
article tells of again long after the reports of their time.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations, islice
from typing import Any, TypeAlias, cast

from graph.identity import events
from graph.identity.closure import Stored, read_ids, read_records
from graph.identity.near_names import near
from graph.identity.person_evidence import COMMON, MERGE, compare
from graph.identity.records import Record
from graph.store import Reader

MOST = 0.95
"""The score of a pair whose evidence would join it, if another rule did not hold it apart."""
KEYS = 5000
"""Name keys read by one query, each of which reads through all of them."""
PORTION = 200
"""Names whose records are held at a time."""
ENTITIES = 24
"""Of a name that more entities bear, only the oldest so many are compared: nobody reviews thousands of 王伟."""
RECORDS = 8
"""Records of each entity that are compared, the oldest first."""


@dataclass(frozen=True, slots=True, order=True)
class _Likeness:
    score: float
    reasons: tuple[str, ...]


Pairs: TypeAlias = "dict[tuple[str, str], _Likeness]"
Memo: TypeAlias = dict[str, tuple[tuple[tuple[str, str], ...], Pairs]]
"""For each name key the records that it leads to, with their entities, and what comparing them gave."""


def candidates(reader: Reader, memo: Memo | None = None) -> list[dict[str, Any]]:
    """``{"a", "b", "score", "reasons"}`` for each pair of entities that share a name and were not joined.

    The likeliest first. ``score`` is from 0 to 1, below 1; pairs that stand in one article or are judged different
    are left out. ``memo`` keeps what was compared for the next call, as long as no article comes or goes meanwhile: a
    judgement changes few entities, and all other names need no second look.
    """
    best: Pairs = {}
    for _, found in _compared_names(reader, {} if memo is None else memo).values():
        for pair, likeness in found.items():
            best[pair] = max(likeness, best.get(pair, likeness))
    for pair in _judged_apart(reader):
        best.pop(pair, None)
    listed = [{"a": a, "b": b, "score": found.score, "reasons": list(found.reasons)} for (a, b), found in best.items()]
    return sorted(listed, key=lambda c: (-c["score"], c["a"], c["b"]))


def _judged_apart(reader: Reader) -> Iterator[tuple[str, str]]:
    told = cast("list[dict[str, Any]]", reader.read("ledger_judgements"))
    different = [(row["left"], row["right"]) for row in told if row["verdict"] == "different"]
    entities = {r["id"]: r["entity"] for r in read_ids(reader, "ledger_entities", chain.from_iterable(different))}
    for left, right in different:
        if left in entities and right in entities:
            a, b = sorted((entities[left], entities[right]))
            yield a, b


def _compared_names(reader: Reader, memo: Memo) -> Memo:
    """``memo``, with every name key that leads to several entities and no other."""
    records = dict(_homonyms(reader))
    entities = {
        r["id"]: r["entity"] for r in read_ids(reader, "ledger_entities", chain.from_iterable(records.values()))
    }
    names = {key: tuple((r, entities[r]) for r in sorted(ids) if r in entities) for key, ids in records.items()}
    for key in memo.keys() - names.keys():
        del memo[key]
    rest = iter([key for key, members in names.items() if key not in memo or memo[key][0] != members])
    while portion := list(islice(rest, PORTION)):
        wanted = {r for key in portion for r in records[key]}
        stored = {s.record.id: s for s in read_records(reader, "ledger_records_by_id", wanted)}
        for key in portion:
            memo[key] = names[key], dict(_compared([stored[r] for r in records[key] if r in stored]))
    return memo


def _homonyms(reader: Reader) -> Iterator[tuple[str, list[str]]]:
    """Each name key that leads to several entities, with the ids of its records."""
    after = ""
    while rows := cast("list[dict[str, Any]]", reader.read("ledger_name_keys", after=after, limit=KEYS)):
        yield from ((row["id"], row["records"]) for row in rows)
        after = rows[-1]["id"]


def _compared(records: list[Stored]) -> Iterator[tuple[tuple[str, str], _Likeness]]:
    of_entity: dict[str, list[Stored]] = defaultdict(list)
    for stored in sorted(records, key=lambda s: s.record.age):
        of_entity[stored.entity].append(stored)
    for a, b in combinations(list(of_entity)[:ENTITIES], 2):
        left, right = of_entity[a], of_entity[b]
        if {s.record.article for s in left} & {s.record.article for s in right}:
            continue
        found = [c for x in left[:RECORDS] for y in right[:RECORDS] if (c := _likeness(x.record, y.record))]
        if found:
            yield (min(a, b), max(a, b)), max(found)


def _likeness(left: Record, right: Record) -> _Likeness | None:
    """How near the evidence comes to what would join."""
    if left.kind in ("meeting", "agreement"):
        again = events.told_again(left, right)
        return _Likeness(MOST, again.reasons) if again else None
    found = compare(left, right) if left.kind == "person" else None
    if found is None:
        other = near(left, right)
        return _Likeness(*other) if other else None
    enough = COMMON if found.common else MERGE
    return _Likeness(round(min(MOST, (1 + found.weight) / (2 + enough)), 2), found.reasons)
