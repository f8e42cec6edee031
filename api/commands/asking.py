"""Questions about names: search, met, path, neighbours, timeline."""

from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer
from rich.text import Text

from api.commands.options import (
    CursorOption,
    JsonOption,
    LimitOption,
    Name,
    SinceOption,
    StoreOption,
    UntilOption,
    one_of,
    opened,
)
from api.commands.output import (
    end,
    err,
    label,
    out,
    period,
    print_events,
    print_indented,
    print_json,
    print_quotes,
    printable,
    table,
)
from graph.vocabulary import Grade, Kind, TieType

if TYPE_CHECKING:
    from graph.questions import TieFilter
    from graph.questions.answers import Entity, Moment, Path, Tie

# Questions index names by their readings, whose tables take a while to import: not for `--help`.

GradeOption = Annotated[list[str] | None, one_of(Grade, "--grade", "ties of a grade")]
EdgeOption = Annotated[list[str] | None, one_of(TieType, "--edge", "ties of a type")]
KindOption = Annotated[Kind | None, typer.Option(help="Only entities of this kind.")]
SizeOption = Annotated[
    int | None, typer.Option("--max-event-size", min=2, help="Leave out meetings with more people than this.")
]


def _only(
    edges: list[str] | None,
    since: str | None,
    until: str | None,
    grades: list[str] | None,
    size: int | None = None,
) -> "TieFilter":
    from graph.questions import TieFilter

    return TieFilter(
        edges=cast(tuple[TieType, ...], tuple(edges)) if edges else None,
        since=since,
        until=until,
        grades=cast(tuple[Grade, ...], tuple(grades or ())),
        max_event_size=size,
    )


def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, alias, acronym, pinyin, or nearly one.")],
    kind: KindOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Find persons, institutions and districts by name."""
    from graph import questions

    with opened(store) as graph:
        page = questions.search(graph, name, kind=kind, limit=limit, cursor=cursor)
    if json:
        print_json(page)
    elif page.items:
        hits = table("score", "kind", "name", "matched", "id")
        for hit in page.items:
            hits.add_row(f"{hit.score:.2f}", hit.kind, label(hit), printable(hit.matched), hit.id)
        out().print(hits)
    end(page.items, None if json else page.next)


def met(
    name: Name,
    since: SinceOption = None,
    until: UntilOption = None,
    grade: GradeOption = None,
    kind: KindOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Who met whom, how often, and the sentence that says so."""
    from graph import questions

    with opened(store) as graph:
        entity = questions.find(graph, name, kind)
        page = questions.met(graph, entity.id, _only(None, since, until, grade), limit=limit, cursor=cursor)
    if json:
        print_json(page)
    else:
        for encounter in page.items:
            line = Text(f"{encounter.count} ×  ", style="dim").append(label(encounter.entity), style="bold not dim")
            out().print(line.append(f"  {period(encounter.first, encounter.last)}", style="not bold"))
            print_events(encounter.events)
    end(page.items, None if json else page.next)


def path(
    source: Annotated[str, typer.Argument(metavar="A", help="A name in either language, or an id.")],
    target: Annotated[str, typer.Argument(metavar="B", help="A name in either language, or an id.")],
    mode: Annotated[Literal["shortest", "all"], typer.Option(help="One shortest path, or all shortest.")] = "shortest",
    max_hops: Annotated[int, typer.Option(min=1, max=10, help="No longer than this.")] = 6,
    edge: EdgeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    grade: GradeOption = None,
    max_event_size: SizeOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """How two names are connected, with the sentence behind each hop."""
    from graph import questions

    only = _only(edge, since, until, grade, max_event_size)
    with opened(store) as graph:
        ends = questions.find(graph, source), questions.find(graph, target)
        answer = questions.paths(graph, ends[0].id, ends[1].id, only, mode=mode, max_hops=max_hops)
    if json:
        print_json(answer)
    else:
        for found in answer.paths:
            _print_path(found, ends)
        if answer.truncated:
            err().print("there may be more: the search was cut short")
        if answer.wider:
            hops = "1 hop" if answer.wider.length == 1 else f"{answer.wider.length} hops"
            edges = " ".join(f"--edge {edge}" for edge in answer.wider.edges)
            err().print(f"with {edges} there is a path of {hops}")
    end(answer.paths)


def _print_path(found: "Path", ends: "tuple[Entity, Entity]") -> None:
    out().print(Text(f"{found.length} {'hop' if found.length == 1 else 'hops'}", style="dim"))
    out().print(_end_of_path(found.nodes[0], ends[0]))
    for hop, node in zip(found.hops, found.nodes[1:], strict=True):
        print_indented(Text(_relation(hop)), 2)
        print_events(hop.events, 4)
        out().print(_end_of_path(node, ends[1]) if node is found.nodes[-1] else Text(label(node), style="bold"))


def _end_of_path(node: "Entity", asked: "Entity") -> Text:
    """An end, and whom it stands for where that is the district, government or party of the one asked for."""
    line = Text(label(node), style="bold")
    return line if node.id == asked.id else line.append(f", for {label(asked)}", style="not bold")


def _relation(tie: "Tie") -> str:
    words = tie.type.replace("_", " ")
    return f"{words}: {printable(tie.title)}" if tie.title else words


def neighbours(
    name: Name,
    depth: Annotated[int, typer.Option(min=1, max=3, help="So many hops around.")] = 1,
    edge: EdgeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    grade: GradeOption = None,
    kind: KindOption = None,
    limit: Annotated[int, typer.Option(min=1, max=2000, help="At most so many entities.")] = 300,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """What lies around a name."""
    from graph import questions

    with opened(store) as graph:
        entity = questions.find(graph, name, kind)
        only = _only(edge, since, until, grade)
        answer = questions.neighbourhood(graph, entity.id, only, depth=depth, limit=limit)
    if json:
        print_json(answer)
    else:
        names = {node.id: label(node) for node in (answer.centre, *answer.nodes)}
        for tie in answer.edges:
            out().print(Text.assemble((names[tie.source], "bold"), f" {_relation(tie)} ", (names[tie.target], "bold")))
            print_events(tie.events)
        if answer.truncated:
            err().print(f"cut at {limit} entities (--limit)")
    end(answer.edges)


def timeline(
    name: Name,
    since: SinceOption = None,
    until: UntilOption = None,
    kind: KindOption = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Events and posts of a name by date."""
    from graph import questions

    with opened(store) as graph:
        entity = questions.find(graph, name, kind)
        page = questions.timeline(graph, entity.id, since=since, until=until, limit=limit, cursor=cursor)
    if json:
        print_json(page)
    else:
        for moment in page.items:
            _print_moment(entity, moment)
    end(page.items, None if json else page.next)


def _print_moment(entity: "Entity", moment: "Moment") -> None:
    line = Text(moment.date or period(moment.earliest, moment.latest) or "undated", style="bold")
    words = [moment.status, moment.kind, moment.role or moment.side, moment.subject, moment.title]
    line.append("  " + ", ".join(printable(word) for word in words if word), style="not bold")
    out().print(line)
    parties = [other for other in (moment.person, moment.body, *moment.others) if other and other.id != entity.id]
    if parties:
        print_indented(Text("with " + ", ".join(dict.fromkeys(map(label, parties)))), 2)
    print_quotes(moment.quotes, 2)
