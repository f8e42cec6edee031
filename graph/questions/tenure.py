"""How long articles attest a post: the gaps between them, and who held the office before and after."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from graph.identity.closure import Stored, read_ids
from graph.identity.derive import attested
from graph.identity.records import PersonContext
from graph.knowledge.titles import pairs, read_title
from graph.questions.records import stored_records
from graph.questions.ties import ANY, Link, LinkReader
from graph.store import Store

HELD_BY_ONE: Final = frozenset({"president", "party-secretary", "government-head", "chair", "discipline-secretary"})
"""Offices that a body has one of, so that holders follow each other."""
GAP: Final = timedelta(days=730)
"""Between two articles that attest a post, from which on it is worth saying that none does."""
Post = tuple[str, str, str]
"""Person, body (ids), title."""


def post_of(link: Link) -> Post:
    """The post that a link of holding tells."""
    return link.source, link.target, link.title or ""


def gaps(store: Store, posts: Iterable[Link]) -> dict[Post, tuple[str, ...]]:
    """For each of ``posts`` that has any, the EDTF intervals of more than two years between articles that attest it."""
    long = {post_of(p) for p in posts if p.earliest and p.latest and _days(p.earliest, p.latest) > GAP}
    records = stored_records(store, {person for person, _, _ in long}) if long else {}
    refs = {ref for own in records.values() for s in own for ref in s.record.refs}
    entity_of = {row["id"]: str(row["entity"]) for row in read_ids(store, "ledger_entities", refs)}
    days: dict[Post, set[tuple[str, str]]] = defaultdict(set)
    for person, own in records.items():
        for stored in own:
            for body, title in _held(stored, entity_of):
                first, last = attested(stored.record)
                if first and last:
                    days[person, body, title].add((first, last))
    return {post: _gaps(sorted(days[post[0], post[1], _folded(post[2])])) for post in long}


def _held(stored: Stored, entity_of: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    context = stored.record.context
    posts = context.posts if isinstance(context, PersonContext) else ()
    return [(entity_of[p.body], _folded(p.title)) for p in posts if p.body and p.body in entity_of and not p.former]


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())


def _gaps(days: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    apart = [(a[1], b[0]) for a, b in pairwise(days) if _days(a[1], b[0]) > GAP]
    return tuple(f"{last}/{first}" for last, first in apart)


def _days(first: str, last: str) -> timedelta:
    return date.fromisoformat(last) - date.fromisoformat(first)


def neighbours(store: Store, posts: Collection[Post]) -> dict[Post, tuple[tuple[str, ...], tuple[str, ...]]]:
    """For each post the persons (ids) last attested in the office before it, and first attested in it after.

    None for an office that several hold at a time, and none whose time overlaps: the texts leave open who was it when.
    """
    of_one = {post for post in posts if _is_held_by_one(post[2])}
    links = LinkReader(store, ANY, ("holds",)).read({body for _, body, _ in of_one}) if of_one else []
    return {post: _beside(post, links) if post in of_one else ((), ()) for post in posts}


def _is_held_by_one(title: str) -> bool:
    found = read_title(title)
    return found is not None and found.rank == "chief" and found.functions[0] in HELD_BY_ONE


def _beside(post: Post, links: Iterable[Link]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    person, body, title = post
    spans: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.target == body and link.title and pairs(title, link.title) and link.earliest and link.latest:
            spans[link.source].append(link)
    own = _span(spans.pop(person, ()))
    if own is None:
        return (), ()
    others = {who: span for who, held in spans.items() if (span := _span(held))}
    before = {who: span[1] for who, span in others.items() if span[1] < own[0]}
    after = {who: span[0] for who, span in others.items() if span[0] > own[1]}
    last, first = max(before.values(), default=None), min(after.values(), default=None)
    return (
        tuple(sorted(who for who, day in before.items() if day == last)),
        tuple(sorted(who for who, day in after.items() if day == first)),
    )


def _span(held: Iterable[Link]) -> tuple[str, str] | None:
    bounds = [(str(link.earliest), str(link.latest)) for link in held]
    return (min(b[0] for b in bounds), max(b[1] for b in bounds)) if bounds else None
