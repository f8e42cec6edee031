"""How much the graph knows and how sure it is, and the names that it could not place."""

from collections import Counter
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.identity.candidates import candidates
from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions
from graph.questions.answers import Entity, Source
from graph.questions.columns import decimal, integer, string
from graph.questions.entities import by_id
from graph.questions.pages import check_limit
from graph.questions.reports import source
from graph.questions.steady import steady
from graph.store import Store
from graph.vocabulary import BANDS

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Item]):
    """The first of so many in ``total``."""

    total: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class FactCount:
    """Facts of a kind (``meeting``, ``agreement``, ``post``, or a tie: ``met``, ``signed_agreement``) with a confidence
    of ``at_least`` so much and below that of the band above; None where none is given."""

    kind: str
    at_least: float | None
    number: int


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A body or district that stands in no table, and how often it is named."""

    id: str
    name: str
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two persons who may be one; ``score`` is from 0 to 1."""

    a: Entity
    b: Entity
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """``eventless``: articles without meeting or agreement. ``candidates``, ``districts`` (without a code) and
    ``institutions`` (of no table) are the unresolved names, the likeliest or most mentioned first."""

    edition: int
    articles: int
    facts: tuple[FactCount, ...]
    eventless: Listed[Source]
    candidates: Listed[Candidate]
    districts: Listed[Unlisted]
    institutions: Listed[Unlisted]


@steady
def report(store: Store, *, limit: int = 25) -> Report:
    """What the store knows of itself, with at most ``limit`` items of each list. Raises InvalidQuestion."""
    check_limit(limit)
    edition = store.edition()
    known = sorted({i.id for i in institutions()} | {d.id for d in districts()})
    unlisted = {string(row, "what"): integer(row, "number") for row in store.read("report_unlisted", ids=known)}
    articles = sum(integer(row, "number") for row in store.read("stats_articles"))
    eventless = store.read("report_eventless")
    return Report(
        edition,
        articles,
        _facts(store),
        Listed(
            integer(eventless[0], "number") if eventless else 0,
            tuple(map(source, store.read("report_eventless_articles", limit=limit))),
        ),
        _candidates(store, limit),
        Listed(unlisted.get("district", 0), _unlisted(store, "report_unlisted_districts", known, limit)),
        Listed(unlisted.get("institution", 0), _unlisted(store, "report_unlisted_institutions", known, limit)),
    )


def _facts(store: Store) -> tuple[FactCount, ...]:
    numbers: Counter[tuple[str, float | None]] = Counter()
    for row in store.read("report_confidences"):
        confidence = decimal(row, "confidence")
        band = None if confidence is None else next((b for b in BANDS if confidence >= b), BANDS[-1])
        numbers[string(row, "what"), band] += integer(row, "number")
    # The surest first; a store may give a row for what there is none of.
    order = sorted(numbers, key=lambda key: (key[0], 1 if key[1] is None else -key[1]))
    return tuple(FactCount(kind, band, numbers[kind, band]) for kind, band in order if numbers[kind, band])


def _candidates(store: Store, limit: int) -> Listed[Candidate]:
    found = candidates(store)
    shown = found[:limit]
    persons = by_id(store, {pair[side] for pair in shown for side in ("a", "b")})
    return Listed(
        len(found),
        tuple(Candidate(persons[c["a"]], persons[c["b"]], c["score"], tuple(c["reasons"])) for c in shown),
    )


def _unlisted(store: Store, query: str, known: list[str], limit: int) -> tuple[Unlisted, ...]:
    return tuple(
        Unlisted(string(row, "id"), string(row, "name"), integer(row, "articles"), integer(row, "mentions"))
        for row in store.read(query, ids=known, limit=limit)
    )
