"""Ties between entities, what each rests on, and which of them a question looks at."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress, groupby
from typing import Any, Final, TypeAlias, cast

import numpy as np

from graph.article import digest
from graph.errors import InvalidQuestion
from graph.questions.answers import Grade, Quote, Status, Tie, TieEvent, TieType
from graph.questions.columns import decimal, integer, optional, string
from graph.questions.evidence import posts
from graph.questions.presence import present
from graph.questions.reports import Quotes, publication, reports
from graph.questions.telling import ALL, Array, Telling, numbered, owned, told
from graph.questions.window import Window, window
from graph.store import Row, Store

ALL_TYPES: Final[tuple[TieType, ...]] = ("met", "signed_agreement", "holds", "part_of", "located_in", "governs")
SYMMETRIC: Final[frozenset[TieType]] = frozenset({"met", "signed_agreement"})
_PLACES: Final[frozenset[TieType]] = frozenset({"part_of", "located_in", "governs"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TieFilter:
    """Which ties count. ``edges`` None: the question's own choice; ``grades`` empty: any; ``since`` and ``until`` are
    EDTF days, months or years, and an event counts if its known bounds allow it to lie between them."""

    edges: tuple[TieType, ...] | None = None
    since: str | None = None
    until: str | None = None
    grades: tuple[Grade, ...] = ()
    max_event_size: int | None = None
    min_confidence: float | None = None
    """0 to 1; a tie that has no confidence of its own counts always."""
    avoid: tuple[str, ...] = ()
    """Ids of entities and events that no tie may lead to or rest on."""


ANY: Final = TieFilter()


@dataclass(frozen=True, slots=True)
class Link:
    """One reason why two entities are tied, as it stands in the store: an edge."""

    type: TieType
    source: str
    target: str
    event: str | None = None
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    grade: Grade | None = None
    status: Status | None = None
    subject: str | None = None
    title: str | None = None
    confidence: float | None = None

    def beyond(self, id: str) -> str:
        """The end that is not ``id``."""
        return self.target if self.source == id else self.source


Events: TypeAlias = Callable[[Store, Sequence[Link]], Mapping[Link, TieEvent]]
"""The event behind each link, as ``tie_events``."""


class LinkReader:
    """Reads the links of entities that a filter lets through."""

    def __init__(self, store: Store, only: TieFilter, types: Sequence[TieType]) -> None:
        """``types`` is what counts where the filter names none. Raises InvalidQuestion."""
        self._store = store
        self._types = frozenset(only.edges or types)
        self._window: Window = window(only.since, only.until)
        self._grades = frozenset(only.grades)
        self._max_size = only.max_event_size
        self._min_confidence, self._avoided = only.min_confidence or 0.0, frozenset(only.avoid)
        if self._max_size is not None and self._max_size < 2:
            raise InvalidQuestion("max_event_size must be 2 or more", parameter="max_event_size")

    def read(self, ids: Collection[str]) -> list[Link]:
        """The links of ``ids``, from both ends, in a fixed order."""
        links = sorted({link for link in self._read(sorted(ids)) if self.counts(link)}, key=link_order)
        return links if self._max_size is None else self._small(links, self._max_size)

    def between(self, pairs: Collection[tuple[str, str]]) -> list[Link]:
        """The links between the two entities of each pair, in a fixed order."""
        wanted = set(map(frozenset, pairs))
        found = {link for link in self._read_between(pairs) if self.counts(link)}
        links = sorted((x for x in found if frozenset((x.source, x.target)) in wanted), key=link_order)
        return links if self._max_size is None else self._small(links, self._max_size)

    def among(self, ids: Collection[str]) -> list[Link]:
        """The links of which both ends are among ``ids``, in a fixed order; those that lead away are not even read."""
        inside = set(ids)
        found = {link for link in self._read_ends(sorted(inside), sorted(inside)) if self.counts(link)}
        links = sorted((x for x in found if x.source in inside and x.target in inside), key=link_order)
        return links if self._max_size is None else self._small(links, self._max_size)

    def _read_between(self, pairs: Collection[tuple[str, str]]) -> Iterator[Link]:
        """More than the links of ``pairs``, but not all those of a busy end: each pair is read from its other end, and
        posts and places are read from where there are few."""
        ids = sorted({one for pair in pairs for one in pair if one[0] != "p" or "met" in self._types})
        ids = ids if self._types & SYMMETRIC else []
        busy = {string(row, "id"): integer(row, "number") for row in self._counted(ids)}
        ordered = [sorted(pair, key=lambda id: (busy.get(id, 0), id)) for pair in pairs]
        yield from self._read_ends(sorted({ends[0] for ends in ordered}), sorted({ends[-1] for ends in ordered}))

    def _counted(self, ids: list[str]) -> list[Row]:
        return self._store.read("event_counts", ids=ids) if ids else []

    def _read_ends(self, some: list[str], others: list[str]) -> Iterator[Link]:
        """The links with an end among ``some`` and an end among ``others``; of posts and places more than these."""
        ends, ids = {"ids": some, "others": others}, sorted({*some, *others})
        if "met" in self._types:
            yield from map(_met, self._store.read("ties_met_between", **ends))
        persons, bodies = [id for id in ids if id[0] == "p"], [id for id in ids if id[0] != "p"]
        if "signed_agreement" in self._types and bodies:
            yield from map(_signed, self._store.read("ties_signed_agreement_between", **ends))
        if "holds" in self._types and persons:
            yield from map(_holds, self._store.read("ties_holds", ids=persons))
        if self._types & _PLACES and bodies:
            rows = self._store.read("places_from", ids=bodies)
            yield from filter(lambda link: link.type in self._types, map(_place, rows))

    def _read(self, ids: list[str]) -> Iterator[Link]:
        if "met" in self._types:
            yield from map(_met, self._store.read("ties_met", ids=ids))
        if "signed_agreement" in self._types:
            yield from map(_signed, self._store.read("ties_signed_agreement", ids=ids))
        if "holds" in self._types:
            yield from map(_holds, self._store.read("ties_holds", ids=ids))
        if self._types & _PLACES and (bodies := [id for id in ids if id[0] != "p"]):
            rows = self._store.read("ties_places", ids=bodies)
            yield from filter(lambda link: link.type in self._types, map(_place, rows))

    def counts(self, link: Link) -> bool:
        """Whether the filter lets ``link`` through, but for the size of its meeting."""
        if not self._avoided.isdisjoint((link.source, link.target, link.event)):
            return False
        if link.type in _PLACES:
            return True
        if link.confidence is not None and link.confidence < self._min_confidence:
            return False
        graded = not self._grades or link.type != "met" or link.grade in self._grades
        return graded and self._window.admits(link.earliest, link.latest)

    def sizes(self, links: Iterable[Link]) -> dict[str, int]:
        """How many persons were at the meetings of ``links``, where that is known."""
        met = sorted({link.event for link in links if link.type == "met" and link.event})
        rows = self._store.read("event_sizes", ids=met)
        return {string(row, "event"): integer(row, "size") for row in rows if row["size"] is not None}

    def _small(self, links: list[Link], most: int) -> list[Link]:
        large = {event for event, size in self.sizes(links).items() if size > most}
        return [link for link in links if link.event not in large]


def link_order(link: Link) -> tuple[int, str, str, str, str, str]:
    """By type, ends, title, day and event."""
    day = link.earliest or link.latest or "~"
    return (ALL_TYPES.index(link.type), link.source, link.target, link.title or "", day, link.event or "")


def ties(
    store: Store,
    links: Iterable[Link],
    wanted: Telling = ALL,
    centres: Collection[str] = (),
    *,
    always: Collection[Link] = (),
    events: Events | None = None,
) -> tuple[Tie, ...]:
    """One tie for the links of each type (and title) between the same two ends, with the sentences behind it.

    The ties of ``centres`` come first where not all events are ``wanted``; those of the links ``always`` are told in
    any case. ``events`` reads them where ``tie_events`` does not.
    """
    ordered = sorted(links, key=link_order)
    keys = list(map(_tie, ordered))
    group, own = numbered(keys), owned([key[1:3] for key in dict.fromkeys(keys)], centres)
    shown = told(wanted, group, days(ordered), own) | np.array([link in always for link in ordered], bool)
    return tied(ordered, (events or tie_events)(store, list(compress(ordered, shown))))


def tied(ordered: Iterable[Link], events: Mapping[Link, TieEvent]) -> tuple[Tie, ...]:
    """The ties of links that stand in ``link_order``, with those of their ``events`` that are told."""
    found = []
    for (kind, source, target, title), group in groupby(ordered, _tie):
        some = [link for link in group if link.type not in _PLACES]
        found.append(
            Tie(
                source=source,
                target=target,
                type=kind,
                title=title,
                count=len(some),
                first=min((day for link in some if (day := link.earliest or link.latest)), default=None),
                last=max((day for link in some if (day := link.latest or link.earliest)), default=None),
                events=tuple(events[link] for link in some if link in events),
            )
        )
    return tuple(found)


def days(links: Sequence[Link]) -> Array:
    """The day of each link as a number, 0 where it has none."""
    found = (link.earliest or link.latest for link in links)
    return np.array([date.fromisoformat(day).toordinal() if day else 0 for day in found], np.int64)


def _tie(link: Link) -> tuple[TieType, str, str, str | None]:
    return link.type, link.source, link.target, link.title


def tie_events(store: Store, links: Sequence[Link]) -> dict[Link, TieEvent]:
    """The event behind each link; what lies where, or is part of what, rests on none."""
    reported = reports(store, {link.event for link in links if link.event})
    there = present(store, {x.event for x in links if x.event and x.type == "met" and x.source.startswith("p-")})
    held = posts(store, {link.source for link in links if link.type == "holds"})
    events = {}
    for link in links:
        if link.event:
            own = [one.quote for one in there.get(link.event, ()) if one.entity in (link.source, link.target)]
            events[link] = event_of(link, link.event, reported.get(link.event, ()), own)
        elif link.type == "holds":
            found = held.get((link.source, link.target, link.title or ""))
            events[link] = event_of(link, post_id(link), (found,) if found else ())
    return events


def shown(reports: Quotes, own: Iterable[Quote | None]) -> Quotes:
    """The first of ``reports``, then those of the ends' ``own`` sentences that are others, each once."""
    return tuple(dict.fromkeys((*reports[:1], *sorted(filter(None, own), key=publication))))


def in_other_languages(told: Quotes, reports: Quotes) -> Quotes:
    """The first of ``reports`` in each language that ``told`` has nothing in, for readers of that one."""
    languages = {quote.article.lang for quote in told}
    others = {quote.article.lang: quote for quote in reversed(reports) if quote.article.lang not in languages}
    return tuple(sorted(others.values(), key=publication))


def post_id(link: Link) -> str:
    """The id of a post in an answer: a post is no node, and has no page of its own."""
    return f"t-{digest(link.source, link.target, link.title or '')}"


def event_of(link: Link, id: str, reports: Quotes, own: Iterable[Quote | None] = ()) -> TieEvent:
    """What a tie rests on: the event ``id``, or the post, with what ``reports`` and the ends' ``own`` sentences say."""
    told = shown(reports, own)
    quotes = told + in_other_languages(told, reports)
    first = quotes[0] if quotes else None
    span = "/".join(dict.fromkeys((link.earliest or "..", link.latest or "..")))
    attested = span if link.earliest or link.latest else None
    return TieEvent(
        id=id,
        kind="post" if link.type == "holds" else "agreement" if link.type == "signed_agreement" else "meeting",
        date=attested if link.type == "holds" else link.date,
        earliest=link.earliest,
        latest=link.latest,
        grade=link.grade,
        status=link.status,
        subject=link.subject,
        confidence=link.confidence,
        quote=first.quote if first else None,
        article=first.article if first else None,
        quotes=quotes,
        reports=len(reports),
    )


def _met(row: Row) -> Link:
    return _link(
        row, "met", event=string(row, "event"), date=optional(row, "date"), grade=cast("Grade | None", row["grade"])
    )


def _signed(row: Row) -> Link:
    return _link(
        row,
        "signed_agreement",
        event=string(row, "event"),
        date=optional(row, "date"),
        status=cast("Status | None", row["status"]),
        subject=optional(row, "subject"),
    )


def _holds(row: Row) -> Link:
    return _link(row, "holds", title=optional(row, "title"))


def _link(row: Row, type: TieType, **own: Any) -> Link:
    """What all dated ties have, and what is a type's ``own``."""
    return Link(
        type=type,
        source=string(row, "source"),
        target=string(row, "target"),
        earliest=optional(row, "earliest"),
        latest=optional(row, "latest"),
        confidence=decimal(row, "confidence"),
        **own,
    )


def _place(row: Row) -> Link:
    kind = cast(TieType, string(row, "type").lower())
    return Link(type=kind, source=string(row, "source"), target=string(row, "target"))
