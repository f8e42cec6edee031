"""What lies around a name: neighbours."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from api.commands.events import Told, attested, heading, one_post, together
from api.commands.options import (
    EdgeOption,
    EventsOption,
    GradeOption,
    JsonOption,
    KindOption,
    Name,
    SinceOption,
    StoreOption,
    UntilOption,
    opened,
    tie_filter,
)
from api.commands.output import end, err, label, out, print_indented, print_json, printable

if TYPE_CHECKING:
    from graph.questions.answers import Tie, TieEvent
    from graph.questions.path_answers import Neighbourhood


def neighbours(
    name: Name,
    depth: Annotated[int, typer.Option(min=1, max=3, help="So many hops around.")] = 1,
    edge: EdgeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    grade: GradeOption = None,
    kind: KindOption = None,
    limit: Annotated[int, typer.Option(min=1, max=2000, help="At most so many entities.")] = 300,
    events: EventsOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """What lies around a name: its own ties by event, then those among its neighbours."""
    from graph import questions
    from graph.questions.telling import telling

    with opened(store) as graph:
        entity = questions.find(graph, name, kind)
        only = tie_filter(edge, since, until, grade)
        answer = questions.neighbourhood(graph, entity.id, only, depth=depth, limit=limit, wanted=telling(events))
    if json:
        print_json(answer)
    else:
        _print(answer)
        if answer.truncated:
            err().print(f"cut at {limit} entities (--limit)")
        if untold := sum(tie.count - len(tie.events) for tie in answer.edges):
            err().print(f"the newest events are told, {untold} are not (--events)")
    end(answer.edges)


def _print(around: "Neighbourhood") -> None:
    centre = around.centre.id
    names = {node.id: label(node) for node in (around.centre, *around.nodes)}
    own = [tie for tie in around.edges if centre in (tie.source, tie.target)]
    others = [tie for tie in around.edges if centre not in (tie.source, tie.target)]
    told = Told()
    out().print(Text(names[centre], style="bold"))
    _print_ties(own, told, lambda tie: names[tie.target if tie.source == centre else tie.source], names)
    if others:
        out().print(Text("Among these", style="bold"))
        _print_ties(others, told, lambda tie: f"{names[tie.source]} – {names[tie.target]}", names)


def _print_ties(ties: "Iterable[Tie]", told: Told, ends: "Callable[[Tie], str]", names: dict[str, str]) -> None:
    """Meetings and agreements, then posts, then places."""
    listed = list(ties)
    for event, group in together(tie for tie in listed if tie.type in ("met", "signed_agreement")).items():
        print_indented(heading(group[0][1]), 2)
        _print_ends(group, ends)
        told.print_quotes(event, (quote for _, told_by in group for quote in told_by.quotes), 4)
    posts = (tie for tie in listed if tie.type == "holds")
    for held in one_post(posts, lambda tie: (tie.source, tie.target, tie.title or "")):
        _print_post(held, told, names)
    for tie in listed:
        if not tie.count:
            print_indented(Text(f"{names[tie.source]} {tie.type.replace('_', ' ')} {names[tie.target]}"), 2)


def _print_ends(group: "Sequence[tuple[Tie, TieEvent]]", ends: "Callable[[Tie], str]") -> None:
    grades: dict[str, list[str]] = {}
    for tie, event in group:
        grades.setdefault((event.grade or "").replace("_", " "), []).append(ends(tie))
    for grade, tied in grades.items():
        print_indented(Text(", ".join(tied)).append(f" ({grade})" if grade else "", style="dim"), 4)


def _print_post(held: "Sequence[Tie]", told: Told, names: dict[str, str]) -> None:
    """One post under its titles, with the days that attest it and the sentences."""
    events = [event for tie in held for event in tie.events]
    firsts, lasts = [e.earliest for e in events if e.earliest], [e.latest for e in events if e.latest]
    titles = " / ".join(printable(tie.title or "") for tie in held)
    line = Text(attested(min(firsts, default=None), max(lasts, default=None)), style="bold")
    print_indented(line.append(f"  {names[held[0].source]}, {titles}, {names[held[0].target]}", style="not bold"), 2)
    for event in events:
        told.print_quotes(event.id, event.quotes, 4)
