"""What a few entities and events tie, read from a store by their ids."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple, cast

from graph.errors import StoreError
from graph.projection.columns import HOLDS, MET, NO_DAY, NO_SIZE, SIGNED, SURE, TYPES
from graph.store import Row, Store

MOST_TRANSACTIONS: Final = 200
"""Further behind, a projection is built anew."""


class End(NamedTuple):
    """Of a hyperedge: the entity, its side, how sure it is in hundredths."""

    id: str
    side: int
    confidence: int


@dataclass(frozen=True, slots=True)
class Tie:
    """A hyperedge to add."""

    kind: int
    ends: tuple[End, ...]
    """Of a post or a place the source comes first."""
    event: str | None = None
    earliest: int = NO_DAY
    latest: int = NO_DAY
    size: int = NO_SIZE
    video: bool = False


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
    if not events:
        return
    ends = defaultdict[str, list[End]](list)
    for row in store.read("ends_of", ids=events):
        ends[str(row["event"])].append(End(str(row["entity"]), cast(int, row["side"]), cast(int, row["confidence"])))
    for row in store.read("meeting_nodes", ids=[id for id in events if id[0] == "m"]):
        size = cast("int | None", row["size"])
        of, video = ends[str(row["id"])], row["format"] == "video"
        for some in ([x for x in of if x.id[0] == "p"], [x for x in of if x.id[0] != "p"]):
            yield _tie(MET, row, some, size=NO_SIZE if size is None else size, video=video)
    for row in store.read("agreement_nodes", ids=[id for id in events if id[0] == "g"]):
        if row["status"] != "intended":
            yield _tie(SIGNED, row, ends[str(row["id"])])


def ties_of_sources(store: Store, ids: Sequence[str]) -> Iterator[Tie]:
    """The posts of these persons, and what these bodies are part of, lie in or govern."""
    for row in store.read("ties_holds", ids=[id for id in ids if id[0] == "p"]):
        confidence = cast("float | None", row["confidence"])
        sure = SURE if confidence is None else round(100 * confidence)
        yield _tie(HOLDS, row, [End(str(row[end]), 0, sure) for end in ("source", "target")])
    for row in store.read("places_from", ids=[id for id in ids if id[0] != "p"]):
        ends = tuple(End(str(row[end]), 0, SURE) for end in ("source", "target"))
        yield Tie(TYPES.index(cast(Any, row["type"])), ends)


def _tie(kind: int, row: Row, ends: Iterable[End], **own: Any) -> Tie:
    return Tie(
        kind,
        tuple(ends),
        event=cast("str | None", row.get("id")),
        earliest=_ordinal(row["earliest"]),
        latest=_ordinal(row["latest"]),
        **own,
    )


def _ordinal(day: object) -> int:
    return date.fromisoformat(str(day)).toordinal() if day else NO_DAY
