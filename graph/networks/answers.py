"""Who is most central, which communities there are and how the network grew: kept for an edition, page by page."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, get_args

from graph.errors import InvalidQuestion
from graph.exports.filters import Filters
from graph.networks import centrality
from graph.networks.brokers import ROLES, brokerage, districts_of
from graph.networks.centrality import Scores
from graph.networks.groups import ROUNDS
from graph.networks.groups import communities as groups_of
from graph.networks.ties import read_ties
from graph.networks.weighted import Network, read_network
from graph.networks.years import Year, growth
from graph.questions.answers import Entity
from graph.questions.entities import by_id
from graph.questions.kept import kept
from graph.questions.pages import Page, check_choice, page
from graph.store import Store
from graph.vocabulary import Centrality, Kind

AFFORDED: Final = 1_000_000_000
"""Ties that may be looked at for one answer, about ten seconds of a core."""
FEWEST_PIVOTS: Final = 32
PAIRS: Final = 10_000_000
"""Of one round of Leiden each, that may be looked at for communities: about twenty seconds of a core."""
FEWEST_ROUNDS: Final = 2
TRIADS: Final = 10_000_000_000
"""Steps to a neighbour's neighbour for brokerage, clustering or all years of growth, about twenty seconds of a core."""
MOST_PAIRS: Final = 20_000_000
"""Of a network that is parted into communities at all."""
DIGITS: Final = 10
"""Values that differ by less are equal: sums of floats depend on their order."""
SHOWN: Final = 10
"""Members that are told of a community."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """In how many open pairs one is what: ``graph.networks.Brokerage``."""

    coordinator: int
    itinerant: int
    gatekeeper: int
    liaison: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Central:
    """An entity and how central it is; ``error`` is the standard error of an estimate, ``roles`` go with brokerage."""

    rank: int
    entity: Entity
    value: float
    error: float | None
    roles: Roles | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """Some that keep together: how many, and those of them with the most strength."""

    number: int
    size: int
    members: tuple[Entity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A network year by year."""

    kind: Kind
    years: tuple[Year, ...]


_Row = tuple[float, str, float | None, Roles | None]
"""The value with its sign changed, so that the highest come first; id, error and roles."""


def central(
    store: Store,
    measure: Centrality,
    filters: Filters | None = None,
    *,
    kind: Kind = "person",
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Central]:
    """The entities of a kind, the most central first, then by id; equal ones have one ``rank``.

    Betweenness of a network that is large is estimated, and closeness of one refused. Raises InvalidQuestion.
    """
    check_choice("measure", measure, get_args(Centrality))
    check_choice("kind", kind, get_args(Kind))
    question = ("central", measure, kind, filters or Filters())
    rows = kept(store, question, lambda: _rows(store, measure, read_network(store, kind, filters)))
    shown = page(rows, lambda row: row[:2], question=question, limit=limit, cursor=cursor)
    named = by_id(store, [id for _, id, _, _ in shown.items])
    return Page(
        tuple(
            Central(
                rank=1 + bisect_left(rows, value, key=lambda row: row[0]),
                entity=named[id],
                value=0.0 - value,
                error=error,
                roles=roles,
            )
            for value, id, error, roles in shown.items
            if id in named
        ),
        shown.next,
    )


def communities(
    store: Store,
    filters: Filters | None = None,
    *,
    kind: Kind = "person",
    resolution: float = 1.0,
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Community]:
    """The communities of the network of a kind, the largest first.

    Of a large network in fewer rounds, and of one of more than ``MOST_PAIRS`` none. Raises InvalidQuestion.
    """
    question = ("communities", kind, resolution, filters or Filters())
    found = kept(store, question, lambda: _communities(read_network(store, kind, filters), resolution))
    shown = page(found, lambda one: (one[0],), question=question, limit=limit, cursor=cursor)
    named = by_id(store, {id for _, _, ids in shown.items for id in ids})
    return Page(
        tuple(
            Community(number=number, size=size, members=tuple(named[id] for id in ids if id in named))
            for number, size, ids in shown.items
        ),
        shown.next,
    )


def grown(store: Store, filters: Filters | None = None, *, kind: Kind = "person") -> Growth:
    """How the network of a kind grew. Raises InvalidQuestion."""
    question = ("growth", kind, filters or Filters())
    return kept(
        store, question, lambda: Growth(kind=kind, years=growth(read_ties(store, kind, filters), most_steps=TRIADS))
    )


def _rows(store: Store, measure: Centrality, network: Network) -> list[_Row]:
    if measure == "brokerage":
        _check_triads(network)
        found = brokerage(network, districts_of(store))
        columns = zip(*(getattr(found, role).tolist() for role in ROLES), strict=True)
        roles = [Roles(**dict(zip(ROLES, each, strict=True))) for each in columns]
        values = found.between.tolist()
        return sorted(
            ((-value, id, None, role) for value, id, role in zip(values, network.ids, roles, strict=True)), key=_order
        )
    scores = _MEASURES[measure](network)
    ids, values = scores.ids.tolist(), scores.values.tolist()
    errors = [None] * len(ids) if scores.errors is None else scores.errors.tolist()
    return sorted(
        ((-round(value, DIGITS), id, error, None) for value, id, error in zip(values, ids, errors, strict=True)),
        key=_order,
    )


def _order(row: _Row) -> tuple[float, str]:
    return row[:2]


def _communities(network: Network, resolution: float) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    pairs = len(network.source)
    if pairs > MOST_PAIRS:
        raise InvalidQuestion(f"{pairs:,} pairs are too many for communities; narrow the network with filters")
    rounds = affordable_rounds(network)
    strength = centrality.strength(network).to_dict()
    return tuple(
        (number, len(ids), tuple(sorted(ids, key=lambda id: (-round(strength[id], DIGITS), id))[:SHOWN]))
        for number, ids in enumerate(groups_of(network, resolution=resolution, rounds=rounds), start=1)
    )


def affordable_rounds(network: Network) -> int:
    """How many rounds of Leiden a network gets."""
    return min(ROUNDS, max(FEWEST_ROUNDS, PAIRS // max(len(network.source), 1)))


def _betweenness(network: Network) -> Scores:
    arcs = 2 * network.matrix.nnz + len(network)
    afforded = max(FEWEST_PIVOTS, AFFORDED // max(arcs, 1))
    return centrality.betweenness(network, pivots=afforded)


def _clustering(network: Network) -> Scores:
    _check_triads(network)
    return centrality.clustering(network)


def _check_triads(network: Network) -> None:
    """Who follows from each neighbour all of its ties looks at the squares of the degrees."""
    degree = centrality.degree(network).values.astype(float)
    if (degree**2).sum() > TRIADS:
        raise InvalidQuestion("the network is too large to count triads; narrow it with filters")


def _closeness(network: Network) -> Scores:
    if len(network) * network.matrix.nnz > AFFORDED:
        raise InvalidQuestion("the network is too large for closeness; narrow it with filters", parameter="measure")
    return centrality.closeness(network)


_MEASURES: Final[Mapping[Centrality, Callable[[Network], Scores]]] = {
    "degree": centrality.degree,
    "strength": centrality.strength,
    "betweenness": _betweenness,
    "closeness": _closeness,
    "pagerank": centrality.pagerank,
    "core": centrality.core,
    "clustering": _clustering,
}
