"""Options that several commands share, and the store that they name."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer
from typer.models import OptionInfo

from api.commands.output import err, label, told_apart
from graph.errors import Ambiguous
from graph.store import Store
from graph.vocabulary import Grade, Kind, TieType

if TYPE_CHECKING:
    from graph.questions import TieFilter
    from graph.settings import Settings

# Settings and engines are slow to import, and `--help` needs neither: they are imported where they are used.

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH|ADDRESS",
        help="The store: a path (embedded) or a bolt:// or neo4j:// address. Else JJJ_STORE, else ./.jjj/graph.lbug.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print what the API would answer.")]
SinceOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only events that can have been on or after this day.")
]
UntilOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Only events that can have been on or before this day.")
]
ConfidenceOption = Annotated[
    float | None, typer.Option(metavar="0..1", min=0, max=1, help="Leave out ties that are less sure than this.")
]
CursorOption = Annotated[
    str | None, typer.Option(metavar="CURSOR", help="Go on from here: the `next` of the answer before.")
]
EventsOption = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=1000,
        help="Tell so many events of each tie, the newest; else 5, and at most 300 in all.",
    ),
]
LimitOption = Annotated[int, typer.Option(min=1, max=200, help="At most so many.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name in either language, or an id.")]


def one_of(literal: object, flag: str, what: str) -> OptionInfo:
    """A repeatable option whose values are those of a ``Literal``; Typer has choices for single values only."""
    choices = get_args(literal)

    def parse(text: str) -> str:
        if text not in choices:
            raise typer.BadParameter(f"{text!r} is none of {', '.join(choices)}")
        return text

    help_text = f"Only {what}: {', '.join(choices)}; may be repeated."
    return cast(OptionInfo, typer.Option(flag, parser=parse, metavar=flag.strip("-").upper(), help=help_text))


GradeOption = Annotated[list[str] | None, one_of(Grade, "--grade", "ties of a grade")]
EdgeOption = Annotated[list[str] | None, one_of(TieType, "--edge", "ties of a type")]
KindOption = Annotated[Kind | None, typer.Option(help="Only entities of this kind.")]


def tie_filter(
    edges: list[str] | None,
    since: str | None,
    until: str | None,
    grades: list[str] | None,
    size: int | None = None,
    confidence: float | None = None,
    avoid: tuple[str, ...] = (),
) -> "TieFilter":
    """The ties that a command line wants."""
    from graph.questions import TieFilter

    return TieFilter(
        edges=cast(tuple[TieType, ...], tuple(edges)) if edges else None,
        since=since,
        until=until,
        grades=cast(tuple[Grade, ...], tuple(grades or ())),
        max_event_size=size,
        min_confidence=confidence,
        avoid=avoid,
    )


def settings(store: str | None) -> "Settings":
    """The settings of the environment, with the store that the command line names in place of theirs."""
    from graph.settings import Settings

    return Settings() if store is None else Settings(store=store)


@contextmanager
def opened(store: str | None, *, read_only: bool = True) -> Iterator[Store]:
    """The store, for a ``with`` that closes it; who bears an ambiguous name is told from it before the error."""
    from graph.stores import open_store

    with open_store(settings(store), read_only=read_only) as graph:
        try:
            yield graph
        except Ambiguous as error:
            from graph.questions.contexts import candidates

            for bearer in candidates(graph, error.candidates):
                err().print(f"{bearer.id}  {label(bearer)}  {told_apart(bearer)}".rstrip())
            raise
