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
from graph.questions.answers import Path, Paths, Tie, TieType, Wider
from graph.questions.ends import acting_as
from graph.questions.entities import by_id
from graph.questions.ties import ALL_TYPES, ANY, SYMMETRIC, Link, LinkReader, TieFilter, ties
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

BETWEEN_LIKE: Final[tuple[TieType, ...]] = ("met", "signed_agreement")
BETWEEN_KINDS: Final[tuple[TieType, ...]] = (*BETWEEN_LIKE, "holds")
"""The default edges, between ends of one kind and between a person and a body."""

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

    Of paths of one length the better has the stronger weakest tie, then more events, then the ends as they were given,
    then the smaller ids. The default edges are ``met`` and ``signed_agreement``, and ``holds`` too where the ends are
    of different kinds; at the ends a district, its government and its party committee are one
    (docs/decisions/0003-path-edges.md). Raises InvalidQuestion.
    """
    if not 1 <= max_hops <= MAX_HOPS:
        raise InvalidQuestion(f"max_hops must be 1 to {MAX_HOPS}, not {max_hops}")
    only = only or ANY
    if source == target:
        LinkReader(store, only, ALL_TYPES)  # bad filters are refused here too
        return Paths(paths=_told(store, [(source,)], {}), truncated=False)
    mixed = (source[:2] == "p-") != (target[:2] == "p-")
    edges = only.edges or (BETWEEN_KINDS if mixed else BETWEEN_LIKE)
    ends = _ends(store, source, target)
    near, far, gave_up = _meet(LinkReader(store, only, edges), *ends, max_hops)
    walks = list(islice(_walks(near, far), MOST_WALKS + 1))
    if not walks:
        wider = None if gave_up else _wider(store, ends, only, edges, max_hops)
        return Paths(paths=(), truncated=gave_up, wider=wider)
    between = _between(near, far)
    best = sorted(walks[:MOST_WALKS], key=lambda walk: _order(walk, between, {source, target}))
    shown = best[: 1 if mode == "shortest" else MOST_PATHS]
    more = mode == "all" and len(best) > len(shown)
    return Paths(paths=_told(store, shown, between), truncated=more or len(walks) > MOST_WALKS)


def _ends(store: Store, source: str, target: str) -> tuple[list[str], list[str]]:
    """All that act as one with either end; where the two act as one themselves, each stands for itself."""
    starts = acting_as(store, source)
    return ([source], [target]) if target in starts else (starts, acting_as(store, target))


def _wider(
    store: Store, ends: tuple[list[str], list[str]], only: TieFilter, edges: Sequence[TieType], max_hops: int
) -> Wider | None:
    """The first wider set of types that gives a path: with meetings, agreements and posts, then with every type."""
    for more in (BETWEEN_KINDS, ALL_TYPES):
        types = tuple(t for t in ALL_TYPES if t in more or t in edges)
        if set(types) > set(edges):
            near, far, _ = _meet(LinkReader(store, replace(only, edges=types), types), *ends, max_hops)
            if walk := next(_walks(near, far), None):
                return Wider(edges=types, length=len(walk) - 1)
    return None


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


def _meet(reader: LinkReader, sources: list[str], targets: list[str], max_hops: int) -> tuple[_Side, _Side, bool]:
    """Both sides grown until they touch, or as far as ``max_hops``; and whether the search was given up before."""
    near, far, read = _Side(sources), _Side(targets), 0
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
    """The links between the nodes of each hop, of one type only: that of an agreement, else the first there is."""
    kept = {}
    for pair, links in {**near.links, **far.links}.items():
        types = {link.type for link in links}
        first = "signed_agreement" if "signed_agreement" in types else links[0].type
        kept[pair] = [link for link in links if link.type == first]
    return kept


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _order(walk: _Walk, between: _Between, asked: set[str]) -> tuple[int, int, int, _Walk]:
    hops = [between[_pair(*hop)] for hop in pairwise(walk)]
    weakest = max(min(map(_strength, links)) for links in hops)
    return (weakest, -sum(map(len, hops)), -len(asked & {walk[0], walk[-1]}), walk)


def _strength(link: Link) -> int:
    """Who signs with another acts as a side of its own, as those who met as two sides."""
    return _STRENGTH["across" if link.type == "signed_agreement" else link.grade]


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
