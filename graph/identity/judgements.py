"""What people decided about records: kept for ever, with who, when and why; withdrawn, never deleted.

A judgement names two records and not their entities, for entities follow from records. A record's id follows from
its article and its name there, so a judgement means the same in any store, whatever was loaded first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from graph.article import digest
from graph.identity.clusters import Verdict
from graph.identity.records import Kind
from graph.store import Node, Reader


@dataclass(frozen=True, slots=True)
class JudgedRecord:
    """One side: a record, and what it was called and where it stood when it was judged."""

    record: str
    name: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class StoredJudgement:
    """A judgement with all that is kept of it. ``made`` and ``withdrawn`` are ISO 8601 times in UTC."""

    id: str
    kind: Kind
    left: JudgedRecord
    right: JudgedRecord
    verdict: Verdict
    user: str
    made: str
    reason: str | None = None
    withdrawn: str | None = None
    withdrawn_by: str | None = None

    @property
    def pair(self) -> frozenset[str]:
        """The ids of its two records."""
        return frozenset((self.left.record, self.right.record))

    def node(self) -> Node:
        """Its node."""
        own = {k: v for k, v in asdict(self).items() if k not in ("left", "right")}
        for side, told in (("left", self.left), ("right", self.right)):
            own |= {side: told.record, f"{side}_name": told.name, f"{side}_source": told.source}
        return Node("Judgement", own)


def judgement_id(left: str, right: str, verdict: str, user: str, made: str) -> str:
    """``j-`` and a digest of what was decided, by whom and when: the same file taken in twice gives no second one."""
    return f"j-{digest(*sorted((left, right)), verdict, user, made)}"


def judgements(reader: Reader) -> list[StoredJudgement]:
    """All judgements, the oldest first."""
    return [_stored(row) for row in reader.read("judgements")]


def in_force(made: Iterable[StoredJudgement]) -> list[StoredJudgement]:
    """The latest of each pair among those that are not withdrawn, the oldest first: what ``clusters`` goes by."""
    latest = {j.pair: j for j in sorted(made, key=order) if j.withdrawn is None}
    return sorted(latest.values(), key=order)


def order(judgement: StoredJudgement) -> tuple[str, str]:
    """By time, then id."""
    return judgement.made, judgement.id


def withdrawn(judgement: StoredJudgement, when: str, user: str) -> StoredJudgement:
    """The judgement as it is kept after it was taken back."""
    return replace(judgement, withdrawn=when, withdrawn_by=user)


def utc(time: str) -> str:
    """An ISO 8601 time as judgements have it: in UTC, with microseconds, so that texts sort as times do.

    Raises ValueError.
    """
    read = datetime.fromisoformat(time)
    if read.tzinfo is None:
        raise ValueError(f"{time!r} has no time zone")
    return read.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _stored(row: Mapping[str, Any]) -> StoredJudgement:
    left, right = (JudgedRecord(row[s], row[f"{s}_name"], row[f"{s}_source"]) for s in ("left", "right"))
    rest = (row[name] for name in ("verdict", "user", "made", "reason", "withdrawn", "withdrawn_by"))
    return StoredJudgement(row["id"], row["kind"], left, right, *rest)
