"""A graph's arrays, the ids of what is numbered in them, and the edition of the store that they are of."""

from dataclasses import dataclass
from typing import Final

from graph.projection.columns import Graph, Ints
from graph.projection.numbering import Numbering, Texts, place
from graph.projection.workspace import Workspaces

NO_EVENT: Final = -1


@dataclass(frozen=True, slots=True)
class Events:
    """The ids of the events behind hyperedges; a post or a place has none."""

    of: Ints
    """The place of each hyperedge's event in ``ids``, and behind these in ``late``; NO_EVENT where it has none."""
    ids: Texts
    """Sorted."""
    late: tuple[str, ...] = ()
    """Those that came later."""

    def id(self, tie: int) -> str | None:
        """The id of the event behind a hyperedge."""
        place = int(self.of[tie])
        if place < len(self.ids):
            return bytes(self.ids[place]).decode() if place >= 0 else None
        return self.late[place - len(self.ids)]

    def place(self, id: str) -> int | None:
        """The place of an event; None where it ties nobody."""
        found = place(self.ids, id)
        if found is None and id in self.late:
            return len(self.ids) + self.late.index(id)
        return found


@dataclass(frozen=True, slots=True)
class Projection:
    """The ties of one edition of a store, for searches. Nothing in it changes; a later edition is another one."""

    edition: int
    entities: Numbering
    """Its numbers are those of the graph's entities; one that is free has no ties."""
    graph: Graph
    events: Events
    room: Graph
    """The arrays whose beginnings ``graph`` is: what comes behind is for later hyperedges."""
    workspaces: Workspaces
    """For searches of this projection and of those that follow from it."""

    @property
    def nbytes(self) -> int:
        """Bytes of all columns, without the room for later ones."""
        own = sum(int(column.nbytes) for column in self.graph)
        return own + int(self.events.of.nbytes + self.events.ids.nbytes) + self.entities.nbytes
