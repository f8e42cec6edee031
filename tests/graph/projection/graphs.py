"""Random small graphs, as hyperedges, and what is true of them by trying everything."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st

from graph.projection.columns import (
    ANY_GRADE,
    HOLDS,
    MET,
    NO_DAY,
    NO_SIZE,
    ROW,
    SIGNED,
    SURE,
    Bytes,
    Filter,
    Graph,
    Ints,
)

ENTITIES = 7


class Tie(NamedTuple):
    """A hyperedge: its ends with their sides."""

    kind: int
    ends: tuple[tuple[int, int], ...]
    earliest: int | None = None
    latest: int | None = None
    size: int | None = None
    video: bool = False
    confidence: float | None = None
    doubtful: tuple[int, ...] = ()
    """The ends of which it is only half sure that they are ends."""


def graph(ties: Sequence[Tie], entities: int = ENTITIES) -> Graph:
    ends = [(entity, tie, side) for tie, each in enumerate(ties) for entity, side in sorted(each.ends)]
    by_entity = sorted(ends)

    def sure(some: Sequence[tuple[int, int, int]]) -> Bytes:
        told = [0.5 if entity in ties[tie].doubtful else ties[tie].confidence for entity, tie, _ in some]
        return np.array([SURE if share is None else round(100 * share) for share in told], np.uint8)

    def starts(places: Sequence[int], count: int) -> Ints:
        counted = np.bincount(np.array(places, np.int64), minlength=count)
        return np.concatenate([[0], np.cumsum(counted)]).astype(np.int32)

    def days(values: Sequence[int | None]) -> Ints:
        return np.array([NO_DAY if day is None else day for day in values], np.int32)

    rows = np.zeros(len(ties) + 1, ROW)
    rows["start"] = starts([t for _, t, _ in ends], len(ties))
    for name in ("earliest", "latest"):
        rows[name][:-1] = days([getattr(tie, name) for tie in ties])
    rows["kind"][:-1] = [tie.kind for tie in ties]
    rows["size"][:-1] = [NO_SIZE if tie.size is None else tie.size for tie in ties]
    rows["video"][:-1] = [tie.video for tie in ties]
    return Graph(
        tie_starts=starts([e for e, _, _ in by_entity], entities),
        ties=np.array([tie for _, tie, _ in by_entity], np.int32),
        tie_sides=np.array([side for _, _, side in by_entity], np.uint8),
        tie_confidence=sure(by_entity),
        rows=rows,
        ends=np.array([e for e, _, _ in ends], np.int32),
        end_sides=np.array([side for _, _, side in ends], np.uint8),
        end_confidence=sure(ends),
    )


def ties_strategy() -> st.SearchStrategy[list[Tie]]:
    day = st.none() | st.integers(0, 6)

    @st.composite
    def tie(draw: st.DrawFn) -> Tie:
        kind = draw(st.sampled_from([MET, MET, MET, SIGNED, HOLDS, HOLDS + 1]))
        most = 4 if kind in (MET, SIGNED) else 2
        who = draw(st.lists(st.integers(0, ENTITIES - 1), min_size=1 if kind == MET else 2, max_size=most, unique=True))
        sides = [draw(st.integers(0, 2)) if kind == MET else 0 for _ in who]
        earliest, latest = draw(day), draw(day)
        if earliest is not None and latest is not None:
            earliest, latest = min(earliest, latest), max(earliest, latest)
        if kind > HOLDS:
            return Tie(kind, tuple(zip(who, sides, strict=True)))
        return Tie(
            kind,
            tuple(zip(who, sides, strict=True)),
            earliest,
            latest,
            draw(st.none() | st.integers(1, 4)) if kind == MET else None,
            draw(st.booleans()),
            draw(st.sampled_from([0.5, 0.9, None])),
            tuple(draw(st.lists(st.sampled_from(who), unique=True))) if kind < HOLDS else (),
        )

    return st.lists(tie(), max_size=9)


def filters() -> st.SearchStrategy[Filter]:
    day = st.just(NO_DAY) | st.integers(0, 6)
    return st.builds(
        Filter,
        kinds=st.sampled_from([1, 3, 7, 15]),
        grades=st.just(ANY_GRADE) | st.integers(1, ANY_GRADE),
        since=day,
        until=day,
        max_size=st.just(NO_SIZE) | st.integers(2, 4),
        min_confidence=st.sampled_from([0, 70]),
    )


def strength(tie: Tie, one: int, other: int) -> int:
    """Of the tie between two ends: 0 to 3 for the grades, 4 for what has none."""
    if tie.kind == SIGNED:
        return 0
    if tie.kind != MET:
        return 4
    a, b = dict(tie.ends)[one], dict(tie.ends)[other]
    return 3 if not a or not b else 2 if a == b else int(tie.video)


def links(ties: Sequence[Tie], only: Filter) -> dict[tuple[int, int], list[tuple[int, Tie]]]:
    """Every ordered pair of tied entities, with the ties that count and how strong each is."""
    found: dict[tuple[int, int], list[tuple[int, Tie]]] = {}
    for tie in ties:
        if not (only.kinds >> tie.kind) & 1:
            continue
        if tie.kind <= HOLDS and not _admitted(tie, only):
            continue
        for (one, _), (other, _) in combinations(tie.ends, 2):
            if only.min_confidence > 50 and {one, other} & set(tie.doubtful):
                continue
            how = strength(tie, one, other)
            if tie.kind != MET or (only.grades >> how) & 1:
                found.setdefault((one, other), []).append((how, tie))
                found.setdefault((other, one), []).append((how, tie))
    return found


def _admitted(tie: Tie, only: Filter) -> bool:
    first = tie.earliest if tie.earliest is not None else tie.latest
    last = tie.latest if tie.latest is not None else tie.earliest
    if only.since != NO_DAY and (last is None or last < only.since):
        return False
    if only.until != NO_DAY and (first is None or first > only.until):
        return False
    if tie.confidence is not None and 100 * tie.confidence < only.min_confidence:
        return False
    return not (tie.kind == MET and only.max_size != NO_SIZE and tie.size is not None and tie.size > only.max_size)


def simple_paths(
    tied: dict[tuple[int, int], list[tuple[int, Tie]]], source: int, target: int, max_hops: int
) -> Iterator[tuple[int, ...]]:
    """Every path without a loop."""

    def walk(way: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if way[-1] == target:
            yield way
            return
        if len(way) <= max_hops:
            for one, other in sorted(tied):
                if one == way[-1] and other not in way:
                    yield from walk((*way, other))

    yield from walk((source,))


def weakest(tied: dict[tuple[int, int], list[tuple[int, Tie]]], way: tuple[int, ...]) -> int:
    return max(min(how for how, _ in tied[hop]) for hop in pairwise(way))
