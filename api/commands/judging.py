"""Who is who, by a person's word: same, different, undo, and the list of judgements."""

import sys
from collections.abc import Iterable, Iterator
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer
from rich.text import Text

from api.commands.exits import UNUSABLE
from api.commands.options import CursorOption, JsonOption, LimitOption, StoreOption, opened
from api.commands.output import end, err, out, print_indented, print_json, printable
from graph.errors import InputError, OutputError

if TYPE_CHECKING:
    from graph.identity.clusters import Verdict
    from graph.identity.judgements import StoredJudgement
    from graph.questions.identity_answers import JudgedSide, Judgement, Standing

Side = Annotated[str, typer.Argument(help="An id of an entity, event or record (r-…), or an unambiguous name.")]
ReasonOption = Annotated[str | None, typer.Option(metavar="TEXT", help="Why, for who reads it later.")]
ByOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who decides; else this machine's user.", show_default=False)
]


def same(
    a: Side,
    b: Side,
    reason: ReasonOption = None,
    by: ByOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Decide that two are one, whatever the rules say; `jjj undo` takes it back."""
    _judge(store, a, b, "same", reason, by, json)


def different(
    a: Side,
    b: Side,
    reason: ReasonOption = None,
    by: ByOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Decide that two are not one: all that is joined to either stays apart from the other."""
    _judge(store, a, b, "different", reason, by, json)


def undo(
    judgement: Annotated[
        str | None, typer.Argument(metavar="JUDGEMENT", help="Its id (j-…); without one the latest that is in force.")
    ] = None,
    by: ByOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take a judgement back: the graph is as without it, and it stays listed as withdrawn."""
    from graph import questions
    from graph.identity.judging import withdraw

    with opened(store, read_only=False) as graph:
        done = withdraw(graph, judgement, user=by or user())
        told = questions.judgement(graph, done.judgement.id)
    _print_done(told, json, done.changed)


def judgements(
    standing: Annotated[
        str | None, typer.Option(metavar="STANDING", help="Only: in force, waiting, replaced or withdrawn.")
    ] = None,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE", help="Write all as text, a line each; - for a pipe."),
    ] = None,
    take: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Take those of such a text; - is standard input.")
    ] = None,
    limit: LimitOption = 25,
    cursor: CursorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """What people decided, the latest first: in force, waiting for an article, replaced by a later one, withdrawn."""
    if take is not None:
        _import(store, take, json)
    elif export is not None:
        _export(store, export)
    else:
        _list(store, standing, limit, cursor, json)


def user() -> str:
    """The name of this machine's user."""
    try:
        return getuser()
    except (KeyError, OSError):
        return "unknown"


def _judge(
    store: str | None, a: str, b: str, verdict: "Verdict", reason: str | None, by: str | None, json: bool
) -> None:
    from graph import questions
    from graph.identity.judging import judge

    with opened(store, read_only=False) as graph:
        left, right = questions.sides(graph, a, b)
        warnings = questions.warnings(graph, left, right) if verdict == "same" else ()
        done = judge(graph, left, right, verdict, user=by or user(), reason=reason)
        told = questions.decided(graph, done.judgement.id, warnings)
    for warning in warnings:
        err().print(f"taken, but look again (`jjj undo` takes it back): {printable(warning)}")
    _print_done(told, json, done.changed)


def _print_done(judgement: "Judgement", json: bool, changed: bool) -> None:
    if json:
        print_json(judgement)
        return
    if not changed:
        err().print("it was so already; nothing was written")
    print_judgement(judgement)


def print_judgement(judgement: "Judgement") -> None:
    """What was decided, by whom, and what the two sides are now."""
    line = Text(judgement.verdict, style="bold").append(f"  {judgement.id}  ", style="not bold dim")
    line.append(f"{judgement.made[:16].replace('T', ' ')}  {printable(judgement.user)}", style="not bold not dim")
    if judgement.standing != "in force":
        line.append(f"  {judgement.standing}", style="not bold not dim italic")
    out().print(line)
    for side in (judgement.left, judgement.right):
        print_indented(Text(_side(side)), 2)
    if judgement.reason:
        print_indented(Text(f"“{printable(judgement.reason)}”"), 2)


def _side(side: "JudgedSide") -> str:
    now = side.entity or "its article is not here"
    parts = (side.name or side.record, side.source, f"{side.record} → {now}")
    return "  ".join(printable(part) for part in parts if part)


def _list(store: str | None, standing: str | None, limit: int, cursor: str | None, json: bool) -> None:
    from typing import get_args

    from graph import questions
    from graph.questions.identity_answers import Standing

    if standing not in (None, *get_args(Standing)):
        raise typer.BadParameter(f"{standing!r} is none of {', '.join(get_args(Standing))}", param_hint="--standing")
    with opened(store) as graph:
        page = questions.judgements(graph, standing=cast("Standing | None", standing), limit=limit, cursor=cursor)
    if json:
        print_json(page)
    else:
        for judgement in page.items:
            print_judgement(judgement)
    end(page.items, None if json else page.next)


def _export(store: str | None, file: Path) -> None:
    from graph.identity.judgement_lines import lines
    from graph.identity.judgements import judgements as stored

    with opened(store) as graph:
        text = "".join(f"{line}\n" for line in lines(stored(graph)))
    if str(file) == "-":
        sys.stdout.write(text)
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(str(file), error) from error


def _import(store: str | None, file: Path, json: bool) -> None:
    from graph.identity.judging import Judged, take_judgements

    came, unusable = list(_parsed(file)), 0
    batch = [(place, each) for place, each in came if not isinstance(each, InputError)]
    with opened(store, read_only=False) as graph:
        outcomes = take_judgements(graph, [judgement for _, judgement in batch])
    told: Iterable[InputError] = (each for _, each in came if isinstance(each, InputError))
    refused = [
        InputError(str(file), str(outcome), place=place)
        for (place, _), outcome in zip(batch, outcomes, strict=True)
        if not isinstance(outcome, Judged)
    ]
    for error in (*told, *refused):
        unusable += 1
        err().print(printable(str(error)))
    judged = [outcome for outcome in outcomes if isinstance(outcome, Judged)]
    waiting = sum(not o.left or not o.right for o in judged if o.judgement.withdrawn is None)
    counts = {
        "taken": sum(o.changed for o in judged),
        "unchanged": sum(not o.changed for o in judged),
        "waiting": waiting,
        "unusable": unusable,
    }
    if json:
        print_json(counts)
    else:
        out().print(", ".join(f"{number} {word}" for word, number in counts.items()))
    if unusable:
        raise typer.Exit(UNUSABLE)


def _parsed(file: Path) -> "Iterator[tuple[str, StoredJudgement | InputError]]":
    """Each line's place, and its judgement or why there is none. Raises InputError for a file that cannot be read."""
    from graph.identity.judgement_lines import parsed

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        reason = (error.strerror or str(error)).lower() if isinstance(error, OSError) else "not UTF-8"
        raise InputError(str(file), reason) from error
    for number, line in enumerate(text.split("\n"), 1):
        place = f"line {number}"
        if line.strip():
            try:
                yield place, parsed(line, str(file), place)
            except InputError as error:
                yield place, error
