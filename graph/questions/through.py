"""The best path that goes through an entity or an event between the ends."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from graph.errors import NotFound
from graph.questions.find import find
from graph.questions.ids import is_id, successor
from graph.questions.pathfinding import Crossing, Ends, Found, Pathfinder, best_path, best_paths
from graph.store import Store

_EVENTS: Final = {"m": "meeting_nodes", "g": "agreement_nodes"}
"""What an event is read by, by the first letter of its id."""


def is_event(id: str) -> bool:
    """Whether an id is that of a meeting or an agreement."""
    return is_id(id) and id[0] in _EVENTS


def on_the_way(store: Store, name: str) -> str:
    """The id of what a path is to go through: an entity by name or id, an event by id.

    A merged id finds its successor. Raises what ``find`` raises.
    """
    if not is_event(name):
        return find(store, name).id
    there = _EVENTS[name[0]]
    id = name if store.read(there, ids=[name]) else successor(store, name)
    if id is None or (id != name and not store.read(there, ids=[id])):
        raise NotFound(f"no event has the id {name!r}")
    return id


def best_path_through(finder: Pathfinder, ends: Ends, through: str, *, max_hops: int) -> Found | None:
    """The best path that goes through an entity: the best ways to it are tried in turn, each with the best way on that
    keeps clear of it. Raises GaveUp."""
    onward = replace(ends, source=through, sources=[through])
    free = best_path(finder, onward, max_hops=max_hops - 1, avoided=ends.sources)
    best: Found | None = None
    if free is None:
        return None
    there = replace(ends, target=through, targets=[through])
    for way in best_paths(finder, there, max_hops=max_hops - len(free.walk) + 1, avoided=ends.targets):
        hops = len(way.walk) + len(free.walk) - 1
        if best and (hops > len(best.walk) or (hops == len(best.walk) and way.weakest > best.weakest)):
            break
        rest = best_path(
            finder,
            onward,
            max_hops=max_hops - len(way.walk) + 1,
            avoided={*way.walk[:-1], *ends.sources},
            floor=way.weakest,
        )
        if rest:
            whole = Found((*way.walk[:-1], *rest.walk), rest.weakest)
            best = min(filter(None, (best, whole)), key=ends.order)
            if len(whole.walk) == hops and whole.weakest == max(way.weakest, free.weakest):
                break
    return best


def best_path_over(finder: Pathfinder, ends: Ends, event: str, *, max_hops: int) -> Found | None:
    """The best path one of whose hops is between two whom an event ties.

    Those whom it ties to the same others are tried together: a way to one of them through another is never the best,
    since that other one is tied to whoever comes next as well. Raises GaveUp.
    """
    tied, best = finder.crossing(event), None
    for entries in tied.alike():
        best = _best_over(finder, ends, entries, tied, max_hops, best)
    return best


def _best_over(
    finder: Pathfinder, ends: Ends, alike: Sequence[str], tied: Crossing, max_hops: int, best: Found | None
) -> Found | None:
    """``best``, or a better path that comes to the event by one of those who are ``alike``."""
    entries = [id for id in alike if id not in ends.targets]
    # Two of them are tied to whomever any of them is.
    exits = {other for id in entries[:2] for other in tied.beyond(id)}.difference(ends.sources)
    free = _onward(finder, ends, exits, max_hops=max_hops - 1, avoided=ends.sources, floor=0)
    if free is None:
        return best
    event = tied.strongest(alike)
    for way in _ways(finder, ends, entries, max_hops - len(free.walk)):
        length = len(way.walk) + len(free.walk)
        if best and (length, way.weakest) > (len(best.walk), best.weakest):
            break
        clear, beyond = {*way.walk, *ends.sources}, tied.beyond(way.walk[-1])
        for how in sorted(set(beyond.values())):
            exits = {id for id, each in beyond.items() if each == how and id not in clear}
            floor, left = max(way.weakest, how), max_hops - len(way.walk)
            rest = _onward(finder, ends, exits, max_hops=left, avoided=clear, floor=floor)
            if rest:
                best = min(filter(None, (best, Found((*way.walk, *rest.walk), rest.weakest))), key=ends.order)
        if best and (len(best.walk), best.weakest) <= (length, max(way.weakest, free.weakest, event)):
            break
    return best


def _ways(finder: Pathfinder, ends: Ends, entries: Sequence[str], max_hops: int) -> Iterator[Found]:
    """The best ways from a source to one of ``entries``, the best first; who is both has no way to go."""
    here = [id for id in ends.sources if id in entries]
    yield from (Found((id,), 0) for id in here)
    sources, others = [id for id in ends.sources if id not in here], [id for id in entries if id not in here]
    if sources and others and max_hops > 0:
        there = Ends(source=ends.source, target=others[0], sources=sources, targets=others)
        yield from best_paths(finder, there, max_hops=max_hops, avoided={*here, *ends.targets})


def _onward(
    finder: Pathfinder, ends: Ends, exits: Collection[str], *, max_hops: int, avoided: Collection[str], floor: int
) -> Found | None:
    """The best path from one of ``exits`` to a target, which may be among them."""
    if done := [id for id in ends.targets if id in exits]:
        return Found((done[0],), floor) if max_hops >= 0 else None
    if not exits or max_hops < 1:
        return None
    sources = sorted(exits)
    onward = Ends(source=sources[0], target=ends.target, sources=sources, targets=ends.targets)
    return best_path(finder, onward, max_hops=max_hops, avoided=avoided, floor=floor)
