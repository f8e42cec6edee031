"""Questions about names: search, met, path, timeline."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.text import Text

from api.commands.events import Told, attested, one_post, relation
from api.commands.exits import NOTHING
from api.commands.options import (
    ConfidenceOption,
    CursorOption,
    EdgeOption,
    EventsOption,
    GradeOption,
    JsonOption,
    KindOption,
    LimitOption,
    Name,
    SinceOption,
    StoreOption,
    UntilOption,
    opened,
    tie_filter,
)
from api.commands.output import (
    end,
    err,
    label,
    out,
    period,
    print_indented,
    print_json,
    print_quotes,
    print_table,
    printable,
    table,
    told_apart,
)
from api.counted import counted
from graph.vocabulary import MetOrder

if TYPE_CHECKING:
    from graph.questions.answers import Entity, Moment
    from graph.questions.path_answers import Absence, Path, Paths, Weight

# Questions index names by their readings, whose tables take a while to import: not for `--help`.

SizeOption = Annotated[
    int | None, typer.Option("--max-event-size", min=2, help="Leave out meetings with more people than this.")
]


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
        hits = table("score", "kind", "name", "matched", "who", "id")
        for hit in page.items:
            hits.add_row(f"{hit.score:.2f}", hit.kind, label(hit), printable(hit.matched), told_apart(hit), hit.id)
        print_table(hits)
    end(page.items, None if json else page.next)


def met(
    name: Name,
    since: SinceOption = None,
    until: UntilOption = None,
    grade: GradeOption = None,
    kind: KindOption = None,
    sort: Annotated[
        MetOrder, typer.Option(help="The most often met first, the last met, or those met in the strongest grade.")
    ] = "count",
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    events: EventsOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Who met whom, how often, and the sentence that says so."""
    from graph import questions
    from graph.questions.telling import telling

    with opened(store) as graph:
        entity = questions.find(graph, name, kind)
        only = tie_filter(None, since, until, grade)
        page = questions.met(graph, entity.id, only, sort=sort, limit=limit, cursor=cursor, wanted=telling(events))
    if json:
        print_json(page)
    else:
        told = Told()
        for encounter in page.items:
            line = Text(f"{encounter.count} ×  ", style="dim").append(label(encounter.entity), style="bold not dim")
            out().print(line.append(f"  {period(encounter.first, encounter.last)}", style="not bold"))
            told.print_events(encounter.events, count=encounter.count)
        if not page.items and not cursor:
            asked = " that was asked for" if since or until or grade else ""
            err().print(f"{label(entity)} is in the graph; no article tells of a meeting{asked} with anybody")
    end(page.items, None if json else page.next)


def path(
    source: Annotated[str, typer.Argument(metavar="A", help="A name in either language, or an id.")],
    target: Annotated[str, typer.Argument(metavar="B", help="A name in either language, or an id.")],
    mode: Annotated[
        Literal["shortest", "all", "k", "strongest"],
        typer.Option(help="The best path, all that are as short, the k best, or the one that weighs most."),
    ] = "shortest",
    k: Annotated[
        int | None,
        typer.Option(min=1, max=25, help="How many, in mode k, which it implies; else 5."),
    ] = None,
    max_hops: Annotated[int, typer.Option(min=1, max=10, help="No longer than this.")] = 6,
    through: Annotated[
        str | None, typer.Option(metavar="NAME", help="An entity on the way, or an event by id.")
    ] = None,
    avoid: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Keep clear of an entity or event; may be repeated.")
    ] = None,
    in_time_order: Annotated[
        bool, typer.Option("--in-time-order", help="No meeting before the last, as far as its date may lie.")
    ] = False,
    certainly: Annotated[bool, typer.Option("--certainly", help="In time order wherever the dates lie.")] = False,
    min_confidence: ConfidenceOption = None,
    edge: EdgeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    grade: GradeOption = None,
    max_event_size: SizeOption = None,
    events: EventsOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """How two names are connected, with the sentence behind each hop."""
    from graph import questions
    from graph.questions.telling import telling

    with opened(store) as graph:
        ends = questions.find(graph, source), questions.find(graph, target)
        avoided = questions.avoided(graph, avoid or ())
        only = tie_filter(edge, since, until, grade, max_event_size, min_confidence, avoided)
        course = questions.Course(
            mode=mode,
            k=k,
            max_hops=max_hops,
            through=questions.on_the_way(graph, through) if through else None,
            in_time_order=in_time_order,
            certainly=certainly,
        )
        answer = questions.paths(graph, ends[0].id, ends[1].id, only, course, wanted=telling(events))
    if json:
        print_json(answer)
    else:
        _print_paths(answer, ends)
    end(answer.paths)


def _print_paths(answer: "Paths", ends: "tuple[Entity, Entity]") -> None:
    told = Told()
    for found in answer.paths:
        _print_path(found, ends, told)
    if answer.truncated:
        err().print("there may be more: the search was cut short")
    if answer.absence:
        _print_absence(answer.absence, ends)
        raise typer.Exit(NOTHING)


def _print_absence(absence: "Absence", ends: "tuple[Entity, Entity]") -> None:
    """Why there is no path, so that it can be told from no data."""
    err().print("nothing found")
    for each in absence.relaxed:
        if each.parameter == "max_hops":
            err().print(f"there is a longer path, of {_hops(each.length)} (--max-hops)")
            continue
        err().print(f"without --{each.parameter.replace('_', '-')} there is a path of {_hops(each.length)}")
    if absence.wider:
        edges = " ".join(f"--edge {edge}" for edge in absence.wider.edges)
        err().print(f"with {edges} there is a path of {_hops(absence.wider.length)}")
    for reached, asked in zip(absence.reached, ends, strict=True):
        found = sum(reached.by_hops) - 1
        err().print(f"{label(asked)} is connected with {'' if reached.whole else 'at least '}{counted(found, 'other')}")
    articles = sum(each.articles for each in absence.coverage)
    years = sorted({each.year for each in absence.coverage if each.year})
    sources = len({each.source for each in absence.coverage})
    span = f" of {' to '.join(dict.fromkeys((years[0], years[-1])))}" if years else ""
    err().print(f"the graph was made of {counted(articles, 'article')}{span} from {counted(sources, 'source')}")


def _hops(length: int) -> str:
    return counted(length, "hop")


def _print_path(found: "Path", ends: "tuple[Entity, Entity]", told: Told) -> None:
    weight = "" if found.weight is None else f", weight {found.weight:g}"
    out().print(Text(f"{_hops(found.length)}{weight}", style="dim"))
    out().print(_end_of_path(found.nodes[0], ends[0]))
    for place, (hop, node) in enumerate(zip(found.hops, found.nodes[1:], strict=True)):
        weight = f"  {_weighed(found.weights[place])}" if found.weights else ""
        print_indented(Text(relation(hop)).append(weight, style="dim"), 2)
        told.print_events(hop.events, 4, hop.count)
        out().print(_end_of_path(node, ends[1]) if node is found.nodes[-1] else Text(label(node), style="bold"))


def _weighed(weight: "Weight") -> str:
    return f"{weight.weight:g} = {weight.grade:g} grade × {weight.recency:g} recency × {weight.size:g} size"


def _end_of_path(node: "Entity", asked: "Entity") -> Text:
    """An end, and whom it stands for where that is the district, government or party of the one asked for."""
    line = Text(label(node), style="bold")
    return line if node.id == asked.id else line.append(f", for {label(asked)}", style="not bold")


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
        for moments in one_post(page.items, _post):
            _print_moments(entity, moments)
    end(page.items, None if json else page.next)


def _post(moment: "Moment") -> tuple[str, str, str] | None:
    if not moment.person or not moment.body:
        return None
    return moment.person.id, moment.body.id, moment.title or ""


def _print_moments(entity: "Entity", moments: "Sequence[Moment]") -> None:
    """An event, or a post under its titles in both languages."""
    moment = moments[0]
    if moment.kind == "post":
        firsts, lasts = ([getattr(m, bound) for m in moments if getattr(m, bound)] for bound in ("earliest", "latest"))
        line = Text(attested(min(firsts, default=None), max(lasts, default=None)), style="bold")
    else:
        line = Text(moment.date or "undated", style="bold")
    titles = " / ".join(printable(m.title) for m in moments if m.title)
    words = [moment.status, moment.kind, moment.role or moment.side, moment.subject]
    line.append(
        "  " + ", ".join([*(printable(word) for word in words if word), *filter(None, [titles])]), style="not bold"
    )
    out().print(line)
    parties = [other for other in (moment.person, moment.body, *moment.others) if other and other.id != entity.id]
    if parties:
        print_indented(Text("with " + ", ".join(dict.fromkeys(map(label, parties)))), 2)
    for word, beside in (("after", "predecessors"), ("before", "successors")):
        if others := [other for m in moments for other in getattr(m, beside)]:
            print_indented(Text(f"{word} " + ", ".join(dict.fromkeys(map(label, others)))), 2)
    for gap in dict.fromkeys(gap for m in moments for gap in m.gaps):
        print_indented(Text(f"no article attests it in {gap}", style="dim"), 2)
    print_quotes(tuple(dict.fromkeys(quote for m in moments for quote in m.quotes)), 2)
