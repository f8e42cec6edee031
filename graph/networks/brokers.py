"""Who stands between others that are not tied, and between districts."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from graph.networks.kernels import brokered
from graph.networks.weighted import Network
from graph.store import Store

ROLES: Final = ("coordinator", "itinerant", "gatekeeper", "liaison")


@dataclass(frozen=True, slots=True, eq=False)
class Brokerage:
    """In how many pairs of others, tied to it and not to each other, each entity of a network has which role.

    By the districts of the two and of who is between them: ``coordinator``, all of one; ``itinerant``, the two of one,
    the broker of another; ``gatekeeper``, the broker of one with one of them; ``liaison``, three different ones. Ties
    have no direction here, so a gatekeeper is a representative too.
    R. V. Gould, R. M. Fernandez, Structures of mediation, Sociological Methodology 19, 89–126, 1989.
    """

    ids: NDArray[Any]
    coordinator: NDArray[Any]
    itinerant: NDArray[Any]
    gatekeeper: NDArray[Any]
    liaison: NDArray[Any]

    @property
    def between(self) -> NDArray[Any]:
        """The roles between different districts together: itinerant, gatekeeper and liaison."""
        all_three: NDArray[Any] = self.itinerant + self.gatekeeper + self.liaison
        return all_three


def brokerage(network: Network, districts: Mapping[str, str]) -> Brokerage:
    """The roles of each, ``districts`` by its id (see ``districts_of``); who is not in it counts nowhere."""
    names, group = np.unique([districts.get(id, "") for id in network.ids.tolist()], return_inverse=True)
    outside = int(len(names) > 0 and names[0] == "")
    found = brokered(network.matrix.indptr, network.matrix.indices, group - outside, max(len(names) - outside, 1))
    return Brokerage(network.ids, *found.T)


def districts_of(store: Store) -> dict[str, str]:
    """The district of each entity, as far as there is one, by ids.

    An institution's is where it is located or, of a government, what it governs; a person's that of the body with most
    posts of the person, of several bodies with equally many the one of the least id.
    """
    found = {id: id for table in store.node_tables("District") for id in table["id"].to_pylist()}
    for type in ("GOVERNS", "LOCATED_IN"):
        for _, _, table in store.edge_tables(type):
            for id, district in sorted(zip(*(table[end].to_pylist() for end in ("source", "target")), strict=True)):
                found.setdefault(id, district)
    posts: dict[str, Counter[str]] = defaultdict(Counter)
    for _, _, table in store.edge_tables("HOLDS"):
        for person, body in zip(*(table[end].to_pylist() for end in ("source", "target")), strict=True):
            if body in found:
                posts[person][body] += 1
    most = {person: min(bodies, key=lambda body: (-bodies[body], body)) for person, bodies in posts.items()}
    return found | {person: found[body] for person, body in most.items()}
