"""Options that several commands share, and the store that they name."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from graph.settings import Settings
from graph.store import Store

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
LimitOption = Annotated[int, typer.Option(min=1, max=200, help="At most so many.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A name in either language, or an id.")]


def settings(store: str | None) -> Settings:
    """The settings of the environment, with the store that the command line names in place of theirs."""
    return Settings() if store is None else Settings(store=store)


@contextmanager
def opened(store: str | None, *, read_only: bool = True) -> Iterator[Store]:
    """The store, closed again at the end."""
    from graph.stores import open_store  # the engines are slow to import, and `--help` needs none

    handle = open_store(settings(store), read_only=read_only)
    try:
        yield handle
    finally:
        handle.close()
