"""How two entities are connected: breadth-first from both ends, over reads of one frontier's links at a time.

The side with the smaller frontier grows by one whole level, until a level of one side touches the other. Then every
node in reach has its distance from the end it was reached from, and the shortest paths are the walks that go down
these distances.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import Final, Literal, TypeAlias

from graph.errors import InvalidQuestion
from graph.questions.answers import Path, Paths, Tie
from graph.questions.entities import by_id
from graph.questions.ties import ANY, SYMMETRIC, Link, LinkReader, TieFilter, ties
from graph.store import Store

MAX_HOPS: Final = 10
MOST_LINKS: Final = 500_000
"""Links read before a search is given up."""
MOST_WALKS: Final = 10_000
"""Shortest paths looked at to find the best ones."""
MOST_PATHS: Final = 25
"""Paths that are answered."""

_Walk: TypeAlias = tuple[str, ...]
_Between: TypeAlias = dict[tuple[str, str], list[Link]]

_STRENGTH: Final = {"across": 0, "video": 1, "same_side": 2, "co_listed": 3, None: 4}


def paths(
    store: Store,
    source: str,
    target: str,
    only: TieFilter | None = None,
    *,
    mode: Literal["shortest", "all"] = "shortest",
    max_hops: int = 6,
) -> Paths:
    """The best shortest path from ``source`` to ``target`` by id, or all shortest ones (25 at most), the best first.

    Of paths of one length the better has the stronger weakest tie, then more events, then the smaller ids. The default
    edges are ``met``, and ``holds`` too where the ends are of different kinds. Raises InvalidQuestion.
    """
    if not 1 <= max_hops <= MAX_HOPS:
        raise InvalidQuestion(f"max_hops must be 1 to {MAX_HOPS}, not {max_hops}", parameter="max_hops")
    mixed = (source[:2] == "p-") != (target[:2] == "p-")
    reader = LinkReader(store, only or ANY, ("met", "holds") if mixed else ("met",))
    if source == target:
        return Paths(paths=_told(store, [(source,)], {}), truncated=False)
    near, far, gave_up = _meet(reader, source, target, max_hops)
    walks = list(islice(_walks(near, far), MOST_WALKS + 1))
    between = _between(near, far)
    best = sorted(walks[:MOST_WALKS], key=lambda walk: _order(walk, between))
    shown = best[: 1 if mode == "shortest" else MOST_PATHS]
    more = mode == "all" and len(best) > len(shown)
    return Paths(paths=_told(store, shown, between), truncated=gave_up or more or len(walks) > MOST_WALKS)


@dataclass(slots=True)
class _Side:
    """What is in reach of one end: how far each node is, and the nodes before it on shortest ways."""

    frontier: list[str]
    depth: int = 0
    before: dict[str, list[str]] = field(default_factory=dict)
    links: _Between = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.before = {id: [] for id in self.frontier}

    def grow(self, reader: LinkReader) -> int:
        """Go one whole level on; gives the number of links that were read for it."""
        links = reader.read(self.frontier)
        inner, reached = set(self.frontier), defaultdict[str, set[str]](set)
        for link in links:
            for here, there in ((link.source, link.target), (link.target, link.source)):
                if here in inner and there not in self.before:
                    reached[there].add(here)
                    self.links[_pair(here, there)].append(link)
        self.before |= {id: sorted(near) for id, near in reached.items()}
        self.frontier = sorted(reached)
        self.depth += 1
        return len(links)

    def ways(self, id: str) -> Iterator[tuple[str, ...]]:
        """The shortest ways from ``id`` back to the end, both included."""
        if not self.before[id]:
            yield (id,)
        for nearer in self.before[id]:
            for way in self.ways(nearer):
                yield (id, *way)


def _meet(reader: LinkReader, source: str, target: str, max_hops: int) -> tuple[_Side, _Side, bool]:
    """Both sides grown until they touch, or as far as ``max_hops``; and whether the search was given up before."""
    near, far, read = _Side([source]), _Side([target]), 0
    while near.before.keys().isdisjoint(far.before) and near.depth + far.depth < max_hops:
        side = min(near, far, key=lambda s: len(s.frontier))
        if not side.frontier:
            break
        read += side.grow(reader)
        if read > MOST_LINKS:
            return near, far, near.before.keys().isdisjoint(far.before)
    return near, far, False


def _walks(near: _Side, far: _Side) -> Iterator[_Walk]:
    """Every shortest walk. A node that both sides reached stands in the last level of each."""
    for middle in sorted(near.before.keys() & far.before.keys()):
        for back in near.ways(middle):
            for onward in far.ways(middle):
                yield (*reversed(back), *onward[1:])


def _between(near: _Side, far: _Side) -> _Between:
    """The links between the nodes of each hop, of the first type only that there is between them."""
    return {
        pair: [link for link in links if link.type == links[0].type]
        for pair, links in ({**near.links, **far.links}).items()
    }


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _order(walk: _Walk, between: _Between) -> tuple[int, int, _Walk]:
    hops = [between[_pair(*hop)] for hop in pairwise(walk)]
    weakest = max(min(_STRENGTH[link.grade] for link in links) for links in hops)
    return (weakest, -sum(map(len, hops)), walk)


def _told(store: Store, walks: Sequence[_Walk], between: _Between) -> tuple[Path, ...]:
    pairs = {_pair(*hop) for walk in walks for hop in pairwise(walk)}
    behind: dict[tuple[str, str], Tie] = {}
    for tie in ties(store, (link for pair in pairs for link in between[pair])):
        behind.setdefault(_pair(tie.source, tie.target), tie)
    nodes = by_id(store, {id for walk in walks for id in walk})
    return tuple(
        Path(
            length=len(walk) - 1,
            nodes=tuple(nodes[id] for id in walk),
            hops=tuple(_walked(behind[_pair(*hop)], *hop) for hop in pairwise(walk)),
        )
        for walk in walks
    )


def _walked(tie: Tie, source: str, target: str) -> Tie:
    """A tie without a direction of its own in the direction of the walk."""
    return replace(tie, source=source, target=target) if tie.type in SYMMETRIC else tie
