"""What lies around an entity, and what several have in common."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from graph.errors import InvalidQuestion, NotFound
from graph.projection.cache import current
from graph.questions.editions import edition_of
from graph.questions.entities import by_id
from graph.questions.path_answers import Neighbourhood
from graph.questions.projected import neighbours
from graph.questions.steady import steady
from graph.questions.telling import ALL, Telling
from graph.questions.ties import ALL_TYPES, ANY, Link, LinkReader, TieFilter, ties
from graph.questions.together import ties_among
from graph.store import Store

MAX_DEPTH: Final = 3
MAX_NODES: Final = 2000
MOST_IN_COMMON: Final = 10


@steady
def neighbourhood(
    store: Store, id: str, only: TieFilter | None = None, *, depth: int = 1, limit: int = 300, wanted: Telling = ALL
) -> Neighbourhood:
    """The entities within ``depth`` (1 to 3) hops of ``id`` and all ties among them, with the events ``wanted``.

    ``limit`` (1 to 2000) bounds ``nodes``, which leaves the centre out. Nearer ones come first, of one distance those
    with more links to what is nearer, then those with the later link, then by id. Raises InvalidQuestion, NotFound.
    """
    if not 1 <= depth <= MAX_DEPTH:
        raise InvalidQuestion(f"depth must be 1 to {MAX_DEPTH}, not {depth}", parameter="depth")
    if not 1 <= limit <= MAX_NODES:
        raise InvalidQuestion(f"limit must be 1 to {MAX_NODES}, not {limit}", parameter="limit")
    if only and id in only.avoid:
        raise InvalidQuestion(f"{id} is the centre and cannot be avoided", parameter="avoid")
    reader, projection = LinkReader(store, only or ANY, ALL_TYPES), current(store, edition_of(store))
    levels, cut = (
        read_around(reader, id, depth, limit)
        if projection is None
        else neighbours(projection, only or ANY, ALL_TYPES, id, depth=depth, limit=limit)
    )
    kept = [node for level in levels for node in level]
    nodes = by_id(store, kept)
    if id not in nodes:
        raise NotFound(f"no entity has the id {id!r}")
    return Neighbourhood(
        centre=nodes[id],
        nodes=tuple(nodes[node] for node in kept[1:] if node in nodes),
        edges=ties(store, reader.among(kept), wanted, [id])
        if projection is None
        else ties_among(store, projection, only or ANY, kept, wanted, [id]),
        truncated=any(cut),
        cut=tuple(cut),
    )


def read_around(reader: LinkReader, id: str, depth: int, limit: int) -> tuple[list[list[str]], list[int]]:
    """The ids at each distance, and how many were cut from it, by reads of the store."""
    levels, cut = [[id]], []
    for _ in range(depth):
        kept = {node for level in levels for node in level}
        reached = _ranked(reader.read(levels[-1]), kept, set(levels[-1]))
        room = limit - (len(kept) - 1)
        levels.append(reached[:room])
        cut.append(len(reached[room:]))
    return levels, cut


def _ranked(links: Iterable[Link], kept: set[str], frontier: set[str]) -> list[str]:
    """The ids that ``links`` lead to from ``frontier`` and that are not kept yet, the strongest tied first."""
    strength: dict[str, tuple[int, str]] = defaultdict(lambda: (0, ""))
    for link in links:
        for near, far in ((link.source, link.target), (link.target, link.source)):
            if near in frontier and far not in kept:
                count, last = strength[far]
                strength[far] = (count + 1, max(last, link.latest or link.earliest or ""))
    by_name = sorted(strength)
    return sorted(by_name, key=lambda id: strength[id], reverse=True)


@steady
def common(
    store: Store, ids: Sequence[str], only: TieFilter | None = None, *, limit: int = 300, wanted: Telling = ALL
) -> Neighbourhood:
    """What every one of ``ids`` (2 to 10, the first as the centre) is tied to, those with the most ties first, with
    these ties and the events ``wanted`` of them. Raises InvalidQuestion, NotFound.
    """
    asked = list(dict.fromkeys(ids))
    if not 2 <= len(asked) <= MOST_IN_COMMON:
        raise InvalidQuestion(f"two to {MOST_IN_COMMON} entities have something in common, not {len(asked)}")
    if not 1 <= limit <= MAX_NODES:
        raise InvalidQuestion(f"limit must be 1 to {MAX_NODES}, not {limit}", parameter="limit")
    found = LinkReader(store, only or ANY, ALL_TYPES).read(asked)
    tied: dict[str, set[str]] = defaultdict(set)
    for link in found:
        for near, far in ((link.source, link.target), (link.target, link.source)):
            if near in asked and far not in asked:
                tied[far].add(near)
    shared = {id for id, others in tied.items() if len(others) == len(asked)}
    ranked = _ranked((link for link in found if {link.source, link.target} & shared), set(asked), set(asked))
    shown = set(ranked[:limit])
    nodes = by_id(store, [*asked, *shown])
    if missing := [id for id in asked if id not in nodes]:
        raise NotFound(f"no entity has the id {missing[0]!r}")
    return Neighbourhood(
        centre=nodes[asked[0]],
        nodes=tuple(nodes[id] for id in (*asked[1:], *ranked[:limit]) if id in nodes),
        edges=ties(store, (link for link in found if {link.source, link.target} & shown), wanted),
        truncated=len(ranked) > limit,
        cut=(max(len(ranked) - limit, 0),),
    )
