"""People's rights: take somebody out of the graph, and keep them out."""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.judging import ByOption, ReasonOption, user
from api.commands.options import JsonOption, StoreOption, opened
from api.commands.output import end, err, out, print_json, print_table, printable, table

if TYPE_CHECKING:
    from graph.questions.suppressed import Suppressed


def suppress(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="A name in either language or an id; with --undo also that of the list."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let the one in again, with all that was there.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="Who was taken out, by whom, when and why.")] = False,
    reason: ReasonOption = None,
    by: ByOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take a person, or a body that no table has, out of the graph and of every article, also of those to come."""
    if listing == (name is not None) or (undo and listing):
        raise typer.BadParameter("give a name, or --list", param_hint="NAME")
    if name is None:
        _list(store, json)
    elif undo:
        _release(store, name, by or user(), json)
    else:
        _suppress(store, name, by or user(), reason, json)


def _suppress(store: str | None, name: str, by: str, reason: str | None, json: bool) -> None:
    from graph.identity.suppressing import suppress as take_out
    from graph.questions.suppressed import answer, to_suppress

    with opened(store, read_only=False) as graph:
        wanted = to_suppress(graph, name)
        if isinstance(wanted, str):
            done = take_out(graph, wanted, user=by, reason=reason)
            told = replace(answer(done.suppression), articles=done.articles)
        else:
            told = wanted
            err().print("it was so already; nothing was written")
    _print(told, json, "taken out of")


def _release(store: str | None, name: str, by: str, json: bool) -> None:
    from graph.identity.suppressing import release
    from graph.questions.suppressed import answer, to_release

    with opened(store, read_only=False) as graph:
        done = release(graph, to_release(graph, name), user=by)
    if not done.changed:
        err().print("it was so already; nothing was written")
    _print(answer(done.suppression), json, "let into")


def _print(told: "Suppressed", json: bool, done: str) -> None:
    if json:
        print_json(told)
    else:
        articles = f"{told.articles} {'article' if told.articles == 1 else 'articles'}"
        out().print(printable(f"{told.id}  {', '.join(told.names)}: {done} {articles}"))


def _list(store: str | None, json: bool) -> None:
    from graph.questions.suppressed import suppressed

    with opened(store) as graph:
        found = suppressed(graph)
    if json:
        print_json({"items": list(map(asdict, found)), "next": None})
        return
    rows = table("id", "kind", "names", "made", "by", "why", "taken back")
    for each in found:
        back = f"{each.withdrawn[:10]} {each.withdrawn_by}" if each.withdrawn else ""
        told = (each.id, each.kind, ", ".join(each.names), each.made[:10], each.user, each.reason or "", back)
        rows.add_row(*map(printable, told))
    if found:
        print_table(rows)
    end(found, None)
