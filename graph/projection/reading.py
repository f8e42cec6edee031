"""What a few entities and events tie, read from a store by their ids."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

import numpy as np

from graph.errors import StoreError
from graph.projection.columns import HOLDS, MET, NO_DAY, NO_SIZE, SIGNED, TYPES
from graph.store import Row, Store

MOST_TRANSACTIONS: Final = 200
"""Further behind, a projection is built anew."""

SIDES: Final = {"host": 1, "visitor": 2}


@dataclass(frozen=True, slots=True)
class Tie:
    """A hyperedge to add."""

    kind: int
    ends: tuple[tuple[str, int], ...]
    """Ids and sides; of a post or a place the source comes first."""
    event: str | None = None
    earliest: int = NO_DAY
    latest: int = NO_DAY
    size: int = NO_SIZE
    video: bool = False
    confidence: float = np.nan


def touched_since(store: Store, before: int, edition: int) -> set[str] | None:
    """The ids that the transactions after ``before`` up to ``edition`` touched; None where that is not known."""
    if not 0 <= edition - before <= MOST_TRANSACTIONS:
        return None
    try:
        rows = store.read("touched", ids=[f"graph/{number}" for number in range(before + 1, edition + 1)])
    except StoreError:  # a file of an older version, opened for reading, has no such column
        return None
    known = [cast("list[str] | None", row["touched"]) for row in rows]
    if len(known) < edition - before or any(ids is None for ids in known):
        return None
    return {id for ids in known for id in ids or ()}


def ties_of_events(store: Store, events: Sequence[str]) -> Iterator[Tie]:
    """The hyperedges of these meetings and agreements."""
    meetings, agreements = ([id for id in events if id[0] == letter] for letter in "mg")
    if meetings:
        who, bodies = _ends(store.read("attendances", ids=meetings)), _ends(store.read("delegations", ids=meetings))
        for row in store.read("meeting_nodes", ids=meetings):
            for ends in (who[str(row["id"])], bodies[str(row["id"])]):
                size = cast("int | None", row["size"])
                yield _tie(MET, row, ends, size=NO_SIZE if size is None else size, video=row["format"] == "video")
    if agreements:
        parties = _ends(store.read("parties", ids=agreements))
        for row in store.read("agreement_nodes", ids=agreements):
            if row["status"] != "intended":
                yield _tie(SIGNED, row, parties[str(row["id"])])


def ties_of_sources(store: Store, ids: Sequence[str]) -> Iterator[Tie]:
    """The posts of these persons, and what these bodies are part of, lie in or govern."""
    persons, bodies = [id for id in ids if id[0] == "p"], [id for id in ids if id[0] != "p"]
    for row in store.read("ties_holds", ids=persons) if persons else ():
        yield _tie(HOLDS, row, ((str(row["source"]), 0), (str(row["target"]), 0)))
    for row in store.read("places_from", ids=bodies) if bodies else ():
        kind = TYPES.index(cast(Any, row["type"]))
        yield Tie(kind, ((str(row["source"]), 0), (str(row["target"]), 0)))


def _ends(rows: Iterable[Row]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = defaultdict(tuple)
    for row in rows:
        found[str(row["event"])] += ((str(row["entity"]), SIDES.get(str(row.get("side")), 0)),)
    return found


def _tie(kind: int, row: Row, ends: tuple[tuple[str, int], ...], **own: Any) -> Tie:
    confidence = cast("float | None", row["confidence"])
    return Tie(
        kind,
        ends,
        event=cast("str | None", row.get("id")),
        earliest=_ordinal(row["earliest"]),
        latest=_ordinal(row["latest"]),
        confidence=np.nan if confidence is None else confidence,
        **own,
    )


def _ordinal(day: object) -> int:
    return date.fromisoformat(str(day)).toordinal() if day else NO_DAY
