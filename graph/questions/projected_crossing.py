"""Whom one event ties, on a projection: by the sides that its hyperedges join, so that a ceremony of thousands is not
written out pair by pair."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from graph.projection.columns import Bytes, Filter, Ints
from graph.projection.crossing import ends_of, strengths
from graph.projection.projection import Projection
from graph.questions.crossing import twins

NO_TIE: Final = -2
"""The place of an event that ties nobody."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """The ends of a hyperedge that count."""

    entities: Ints
    """Sorted."""
    sides: Bytes
    joined: Bytes
    """Whether two sides are."""

    def beyond(self, entity: int) -> Ints:
        """The ends that are tied to one of them."""
        side = self.sides[np.searchsorted(self.entities, entity)]
        others: Ints = self.entities[(self.joined[side][self.sides] == 1) & (self.entities != entity)]
        return others

    def alike(self) -> Iterator[Ints]:
        """Those who are tied to the same others, each other apart."""
        # Two of a side tell what all of it do.
        some = np.concatenate([self.entities[self.sides == side][:2] for side in range(len(self.joined))])
        tied = {each: np.intersect1d(self.beyond(each), some).tolist() for each in some.tolist()}
        for group in twins({one: others for one, others in tied.items() if others}):
            sides = self.sides[np.searchsorted(self.entities, group)]
            yield self.entities[np.isin(self.sides, sides)]


class ProjectedCrossing:
    """A ``pathfinding.Crossing`` of a search with its filter in numbers."""

    def __init__(
        self,
        projection: Projection,
        only: Filter,
        event: str,
        avoided: tuple[Ints, Ints],
        check_time: Callable[[], None],
    ) -> None:
        """``avoided`` are entities and hyperedges; ``check_time`` raises GaveUp when it is time to."""
        self._projection, self._only, self._avoided_ties, self._check_time = projection, only, avoided[1], check_time
        place = NO_TIE if (found := projection.events.place(event)) is None else found
        ties = np.setdiff1d(np.flatnonzero(projection.events.of == place), avoided[1])
        self._parts = [_parts(*ends_of(projection.graph, only, int(tie)), avoided[0]) for tie in ties]

    def alike(self) -> Sequence[Sequence[str]]:
        ids = self._projection.entities.ids
        return sorted(ids(group) for part in self._parts for group in part.alike())

    def beyond(self, id: str) -> Mapping[str, int]:
        self._check_time()
        some = self._projection.entities.known([id])
        others = self._beyond(some[0])
        found = self._strengths(some, others)
        return dict(zip(self._projection.entities.ids(others), map(int, found), strict=True))

    def strongest(self, ids: Sequence[str]) -> int:
        self._check_time()
        some = self._projection.entities.known(ids)
        # Of two who are alike each is tied to all others whom either is tied to.
        return int(self._strengths(some, np.union1d(*map(self._beyond, (some[0], some[-1])))).min())

    def _beyond(self, number: int) -> Ints:
        return next(part.beyond(number) for part in self._parts if number in part.entities)

    def _strengths(self, some: Ints, others: Ints) -> Ints:
        projection = self._projection
        with projection.workspaces.begin() as begun:
            return strengths(projection.graph, self._only, *begun, some, others, self._avoided_ties)


def _parts(entities: Ints, sides: Bytes, joined: Bytes, avoided: Ints) -> _Parts:
    kept = np.flatnonzero(~np.isin(entities, avoided))
    order = kept[np.argsort(entities[kept])]
    return _Parts(entities[order], sides[order], joined)
