"""What lies around an entity."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from graph.errors import InvalidQuestion, NotFound
from graph.questions.answers import Neighbourhood
from graph.questions.entities import by_id
from graph.questions.ties import ALL_TYPES, ANY, Link, LinkReader, TieFilter, ties
from graph.store import Store

MAX_DEPTH: Final = 3
MAX_NODES: Final = 2000


def neighbourhood(
    store: Store, id: str, only: TieFilter | None = None, *, depth: int = 1, limit: int = 300
) -> Neighbourhood:
    """The entities within ``depth`` (1 to 3) hops of ``id`` and all ties among them.

    ``limit`` (1 to 2000) bounds ``nodes``, which leaves the centre out. Nearer ones come first, of one distance those
    with more links to what is nearer, then those with the later link, then by id. Raises InvalidQuestion, NotFound.
    """
    if not 1 <= depth <= MAX_DEPTH:
        raise InvalidQuestion(f"depth must be 1 to {MAX_DEPTH}, not {depth}", parameter="depth")
    if not 1 <= limit <= MAX_NODES:
        raise InvalidQuestion(f"limit must be 1 to {MAX_NODES}, not {limit}", parameter="limit")
    reader = LinkReader(store, only or ANY, ALL_TYPES)
    kept, frontier, links, truncated = [id], [id], set[Link](), False
    for _ in range(depth):
        found = reader.read(frontier)
        links.update(found)
        reached = _ranked(found, set(kept), set(frontier))
        room = limit - (len(kept) - 1)
        truncated |= len(reached) > room
        frontier = reached[:room]
        kept += frontier
        if not frontier:
            break
    links.update(reader.read(frontier))
    inside = set(kept)
    nodes = by_id(store, kept)
    if id not in nodes:
        raise NotFound(f"no entity has the id {id!r}")
    return Neighbourhood(
        centre=nodes[id],
        nodes=tuple(nodes[node] for node in kept[1:]),
        edges=ties(store, (link for link in links if link.source in inside and link.target in inside)),
        truncated=truncated,
    )


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
