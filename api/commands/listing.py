"""What the graph holds, listed: agreements, meetings, articles."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.text import Text

from api.commands.options import CursorOption, JsonOption, LimitOption, SinceOption, StoreOption, UntilOption, opened
from api.commands.output import (
    end,
    label,
    print_disputed,
    print_indented,
    print_json,
    print_quotes,
    print_table,
    printable,
    table,
)
from graph.store import Store
from graph.vocabulary import Status

if TYPE_CHECKING:
    from graph.questions.answers import Agreement, Meeting

Who = Annotated[
    str | None, typer.Argument(metavar="NAME", help="Only what this one, by name or id, has a part in; all without it.")
]
DistrictOption = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Only what was there, or what its government or party committee took part in."),
]
StatusOption = Annotated[Status | None, typer.Option(help="Only signed, reported as signed before, or intended ones.")]
LangOption = Annotated[Literal["zh", "en"] | None, typer.Option(help="Only in this language.")]


def _id(graph: Store, name: str | None) -> str | None:
    from graph import questions

    return None if name is None else questions.find(graph, name).id


def agreements(
    name: Who = None,
    status: StatusOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    district: DistrictOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Agreements, the latest first: who signed for whom, and the sentence that says so."""
    from graph import questions
    from graph.questions.claims import disputes

    with opened(store) as graph:
        page = questions.agreements(
            graph,
            since=since,
            until=until,
            entity=_id(graph, name),
            district=_id(graph, district),
            status=status,
            limit=limit,
            cursor=cursor,
        )
        against = {} if json else disputes(graph, [event.id for event in page.items])
    if json:
        print_json(page)
    else:
        for agreement in page.items:
            _print_agreement(agreement, against.get(agreement.id, ()))
    end(page.items, None if json else page.next)


def _print_agreement(agreement: "Agreement", disputed: Iterable[str]) -> None:
    _print_heading(agreement, agreement.status, "agreement", subject=agreement.subject)
    _print_named("between", map(label, agreement.parties))
    parties = {party.id: label(party) for party in agreement.parties}
    signed = ((s.person, parties.get(s.party or "")) for s in agreement.signatories)
    _print_named("by", (f"{label(person)}{f' for {party}' if party else ''}" for person, party in signed))
    print_disputed(disputed)
    print_quotes(agreement.evidence, 2)


def meetings(
    name: Who = None,
    since: SinceOption = None,
    until: UntilOption = None,
    district: DistrictOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Meetings, the latest first: who was there on which side, and the sentence that says so."""
    from graph import questions
    from graph.questions.claims import disputes

    with opened(store) as graph:
        page = questions.meetings(
            graph,
            since=since,
            until=until,
            entity=_id(graph, name),
            district=_id(graph, district),
            limit=limit,
            cursor=cursor,
        )
        against = {} if json else disputes(graph, [event.id for event in page.items])
    if json:
        print_json(page)
    else:
        for meeting in page.items:
            _print_meeting(meeting, against.get(meeting.id, ()))
    end(page.items, None if json else page.next)


def _print_meeting(meeting: "Meeting", disputed: Iterable[str]) -> None:
    form = None if meeting.format == "unknown" else meeting.format
    _print_heading(meeting, "meeting", form, f"at {meeting.place}" if meeting.place else None)
    _print_named("of", (f"{label(d.body)}{f' ({d.side})' if d.side else ''}" for d in meeting.bodies))
    _print_named("with", (f"{label(a.person)}{f' ({a.role})' if a.role else ''}" for a in meeting.participants))
    print_disputed(disputed)
    print_quotes(meeting.evidence, 2)


def _print_heading(event: "Agreement | Meeting", *words: str | None, subject: str | None = None) -> None:
    line = Text(event.date or "undated", style="bold")
    line.append("  " + " ".join(printable(word).replace("_", " ") for word in words if word), style="not bold")
    line.append(f": {printable(subject)}" if subject else "", style="not bold")
    print_indented(line.append(f"  {event.id}", style="not bold dim"), 0)


def _print_named(word: str, names: Iterable[str]) -> None:
    if listed := ", ".join(names):
        print_indented(Text(f"{word} {listed}"), 2)


def articles(
    name: Who = None,
    lang: LangOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Articles, the latest first, each with the id and the source that `jjj remove` takes."""
    from graph import questions

    with opened(store) as graph:
        page = questions.articles(
            graph, since=since, until=until, entity=_id(graph, name), lang=lang, limit=limit, cursor=cursor
        )
    if json:
        print_json(page)
    elif page.items:
        rows = table("id", "published", "source", "title")
        for article in page.items:
            place = article.url or article.source or ""
            rows.add_row(article.id, article.published or "", printable(place), printable(article.title or ""))
        print_table(rows)
    end(page.items, None if json else page.next)
