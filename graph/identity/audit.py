"""A store held against what it promises: quotes that stand in their articles, dates with their bounds, and a graph that
follows from articles, facts and judgements and from nothing else. It is only read."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal, TypeAlias, cast

from graph.dates import bounds
from graph.identity.derivation import STALE, is_stale
from graph.identity.rebuild import Due, Progress, due
from graph.schema import EDGES, NODES
from graph.store import Edge, Node, Store

Rule: TypeAlias = Literal["rules", "missing", "different", "unfounded", "quote", "digest", "dates", "redirect"]

RULES: Final[dict[Rule, str]] = {
    "rules": "the rules of this version derived the graph",
    "missing": "what follows from articles, facts and judgements is there",
    "different": "and says what follows",
    "unfounded": "and nothing else is there",
    "quote": "every quote stands in its article where its offsets say",
    "digest": "the text of an article is the one that was loaded",
    "dates": "the bounds of a date are those of its EDTF, the earliest first",
    "redirect": "an id that was given up leads to one that is there, or to nothing",
}
"""In the order in which they are looked at."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a store breaks a rule: a node by its id, an edge as ``TYPE source target``."""

    rule: Rule
    subject: str
    message: str


@dataclass(frozen=True, slots=True)
class _Quoted:
    subject: str
    quote: str
    start: int
    end: int


def _quiet(_: int) -> None:
    """No progress wanted."""


def audit(store: Store, *, on_progress: Progress = _quiet) -> Iterator[Finding]:
    """Every finding, none where the store keeps its promises. ``on_progress`` is called with the articles done.

    A store that is written meanwhile may show what no edition of it had: compare ``store.edition()`` before and after.
    Raises StoreError.
    """
    if is_stale(store):
        yield Finding("rules", "store", STALE)
    yield from _derivation(due(store, store, on_progress))
    yield from _texts(store)
    yield from _dates(store)
    yield from _redirects(store)


def _derivation(found: Due) -> Iterator[Finding]:
    rows: list[Node | Edge] = [*found.graph.put_nodes, *found.graph.put_edges]
    put = dict.fromkeys(map(_subject, rows))
    dropped = {_subject(row) for row in found.graph.drop_edges} | {id for _, id in found.graph.drop_nodes}
    for subject in put:
        if subject in dropped:
            yield Finding("different", subject, "is not as the facts say")
        else:
            yield Finding("missing", subject, "is not there, or not as the facts say")
    for subject in sorted(dropped - put.keys()):
        yield Finding("unfounded", subject, "follows from nothing")
    for node in found.kept:
        yield Finding("different", node.id, "does not show its name as today's rules would")


def _texts(store: Store) -> Iterator[Finding]:
    quoted = _quoted(store)
    for node in store.nodes("Article"):
        text = str(node.properties["text"])
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if digest != node.properties["sha256"]:
            yield Finding("digest", node.id, "its text has another SHA-256 than it was loaded with")
        for told in quoted.pop(node.id, []):
            if text[told.start : told.end] != told.quote:
                yield Finding("quote", told.subject, f"quotes what {node.id} does not say at {told.start}–{told.end}")
    for id, rest in quoted.items():
        yield from (Finding("quote", told.subject, f"quotes {id}, which is not there") for told in rest)


def _quoted(store: Store) -> dict[str, list[_Quoted]]:
    """What the edges quote of each article, by its id."""
    quoted: dict[str, list[_Quoted]] = defaultdict(list)
    for type in (name for name, kind in EDGES.items() if {"start", "end"} <= kind.columns.keys()):
        for edge in store.edges(type):
            told = edge.properties
            article = edge.target[1] if edge.target[0] == "Article" else told["article"]
            quote = told["quote"] if "quote" in told else told["surface"]
            if quote is not None and article is not None:
                span = cast(int, told["start"]), cast(int, told["end"])
                quoted[str(article)].append(_Quoted(_subject(edge), str(quote), *span))
    return quoted


def _dates(store: Store) -> Iterator[Finding]:
    rows: Iterator[Node | Edge] = chain(
        *(store.nodes(label) for label, kind in NODES.items() if "date" in kind.columns),
        *(store.edges(type) for type, kind in EDGES.items() if "date" in kind.columns),
    )
    for row in rows:
        date, earliest, latest = (row.properties[name] for name in ("date", "earliest", "latest"))
        yield from _date(_subject(row), *cast("tuple[str | None, str | None, str | None]", (date, earliest, latest)))


def _date(subject: str, edtf: str | None, earliest: str | None, latest: str | None) -> Iterator[Finding]:
    if earliest and latest and earliest > latest:
        yield Finding("dates", subject, f"begins on {earliest}, after it ends on {latest}")
    if edtf is None:
        return
    try:
        first, last = bounds(edtf)
    except ValueError as error:
        yield Finding("dates", subject, str(error))
        return
    # What has no year, or no end, is bounded by the day of its article as well.
    if (first and earliest != first) or (last and latest != last):
        yield Finding("dates", subject, f"{edtf} lies in {first}/{last}, and it has {earliest}/{latest}")


def _redirects(store: Store) -> Iterator[Finding]:
    there = {node.id for label in ("Person", "Institution", "District") for node in store.nodes(label)}
    there |= {node.id for label in ("Meeting", "Agreement") for node in store.nodes(label)}
    leads = {node.id: str(node.properties["to"] or "") for node in store.nodes("Redirect")}
    for id, to in leads.items():
        seen = {id}
        while to in leads and to not in seen:
            seen.add(to)
            to = leads[to]
        if to in seen:
            yield Finding("redirect", id, "leads in a circle")
        elif to and to not in there:
            yield Finding("redirect", id, f"leads to {to}, which is not there")
        if id in there:
            yield Finding("redirect", id, "leads away from what is there")


def _subject(row: Node | Edge) -> str:
    return row.id if isinstance(row, Node) else f"{row.type} {row.source[1]} {row.target[1]}"
