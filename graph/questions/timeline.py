"""An entity's events and posts by date."""

from dataclasses import dataclass, replace

from graph.questions.answers import Agreement, Entity, Meeting, Moment, Source, TieEvent
from graph.questions.by_day import days_of
from graph.questions.columns import ids, optional, string
from graph.questions.entities import by_id
from graph.questions.events import agreements_by_id, meetings_by_id
from graph.questions.pages import Key, Page, page
from graph.questions.reports import Quotes
from graph.questions.steady import steady
from graph.questions.tenure import gaps, neighbours, post_of
from graph.questions.ties import ANY, Link, LinkReader, post_id, shown, tie_events
from graph.questions.window import window
from graph.store import Row, Store


@dataclass(frozen=True, slots=True)
class _Entry:
    """An event, or a post with its link, before anything is known of it but its days."""

    id: str
    earliest: str | None
    latest: str | None
    link: Link | None = None


@steady
def timeline(
    store: Store,
    id: str,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Moment]:
    """The earliest first, what has no date last. A post stands at the day that first attests it.

    Raises InvalidQuestion.
    """
    days = window(since, until)
    entries = [*_events(store, id), *_posts(store, id)]
    shown = page(
        sorted((e for e in entries if days.admits(e.earliest, e.latest)), key=_order),
        _order,
        question=("timeline", id, days),
        limit=limit,
        cursor=cursor,
    )
    moments = _moments(store, id, shown.items)
    return Page(tuple(moments[entry.id] for entry in shown.items), shown.next)


def _events(store: Store, id: str) -> list[_Entry]:
    found = ids(store.read("events_of", ids=[id]), "event")
    if (all_days := days_of(store, found)) is not None:
        return [_Entry(event, *days) for event, days in all_days.items()]
    rows = [*store.read("meeting_nodes", ids=found), *store.read("agreement_nodes", ids=found)] if found else []
    return [_entry(row) for row in rows]


def _entry(row: Row) -> _Entry:
    return _Entry(string(row, "id"), optional(row, "earliest"), optional(row, "latest"))


def _posts(store: Store, id: str) -> list[_Entry]:
    links = LinkReader(store, ANY, ("holds",)).read([id])
    return [_Entry(post_id(x), x.earliest, x.latest, x) for x in links]


def _order(entry: _Entry) -> Key:
    return (entry.earliest or entry.latest or "~", entry.latest or "~", entry.id)


def _moments(store: Store, id: str, entries: tuple[_Entry, ...]) -> dict[str, Moment]:
    events = [entry.id for entry in entries if entry.link is None]
    links = [entry.link for entry in entries if entry.link]
    held = {post_of(link) for link in links}
    apart, beside = gaps(store, links), neighbours(store, held)
    others = {person for both in beside.values() for persons in both for person in persons}
    around = by_id(store, {end for link in links for end in (link.source, link.target)} | others)
    posts = [
        replace(
            _post(link, event, around),
            gaps=apart.get(post_of(link), ()),
            predecessors=tuple(around[p] for p in beside[post_of(link)][0]),
            successors=tuple(around[p] for p in beside[post_of(link)][1]),
        )
        for link, event in tie_events(store, links).items()
    ]
    met = [_meeting(m, id) for m in meetings_by_id(store, [id for id in events if id.startswith("m-")])]
    agreed = [_agreement(a, id) for a in agreements_by_id(store, [id for id in events if id.startswith("g-")])]
    return {moment.id: moment for moment in (*posts, *met, *agreed)}


def _post(link: Link, event: TieEvent, around: dict[str, Entity]) -> Moment:
    return Moment(
        kind="post",
        id=event.id,
        date=event.date,
        earliest=link.earliest,
        latest=link.latest,
        title=link.title,
        person=around[link.source],
        body=around[link.target],
        quote=event.quote,
        article=event.article,
        quotes=event.quotes,
    )


def _meeting(meeting: Meeting, id: str) -> Moment:
    person = next((p for p in meeting.participants if p.person.id == id), None)
    body = next((b for b in meeting.bodies if b.body.id == id), None)
    everyone = [p.person for p in meeting.participants] if person else [b.body for b in meeting.bodies]
    quotes = shown(meeting.evidence, [person.evidence] if person else ())
    quote, article = _first(quotes)
    return Moment(
        kind="meeting",
        id=meeting.id,
        date=meeting.date,
        earliest=meeting.earliest,
        latest=meeting.latest,
        role=person.role if person else None,
        side=person.side if person else body.side if body else None,
        title=person.title if person else None,
        place=meeting.place,
        others=tuple(entity for entity in everyone if entity.id != id),
        quote=quote,
        article=article,
        quotes=quotes,
    )


def _agreement(agreement: Agreement, id: str) -> Moment:
    signed = next((s for s in agreement.signatories if s.person.id == id), None)
    everyone = [s.person for s in agreement.signatories if signed] + list(agreement.parties)
    quotes = shown(agreement.evidence, [signed.evidence] if signed else ())
    quote, article = _first(quotes)
    return Moment(
        kind="agreement",
        id=agreement.id,
        date=agreement.date,
        earliest=agreement.earliest,
        latest=agreement.latest,
        role="signatory" if signed else "party",
        status=agreement.status,
        subject=agreement.subject,
        others=tuple(entity for entity in everyone if entity.id != id),
        quote=quote,
        article=article,
        quotes=quotes,
    )


def _first(quotes: Quotes) -> tuple[str | None, Source | None]:
    return (quotes[0].quote, quotes[0].article) if quotes else (None, None)
