"""A local Neo4j for development: start, stop, status, run."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.exits import NOTHING
from api.commands.options import JsonOption
from api.commands.output import err, out, print_json

if TYPE_CHECKING:
    from graph.stores.local_neo4j import Running

app = typer.Typer(no_args_is_help=True, help="A local Neo4j for development, fetched once; needs Java 17 and Maven.")

FolderOption = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Where its data are. [default: ~/.cache/jingjinji/neo4j-VERSION]"),
]


@app.command()
def start(folder: FolderOption = None, json: JsonOption = False) -> None:
    """Start it and leave it running; tells the address to give to --store."""
    from graph.stores import local_neo4j

    _announce()
    _tell(local_neo4j.start(_home(folder)), json)


@app.command()
def stop(folder: FolderOption = None) -> None:
    """Stop it in order."""
    from graph.stores import local_neo4j

    if not local_neo4j.stop(_home(folder)):
        err().print("no Neo4j of ours runs there")
        raise typer.Exit(NOTHING)


@app.command()
def status(folder: FolderOption = None, json: JsonOption = False) -> None:
    """Tell whether it runs, and where."""
    from graph.stores import local_neo4j

    running = local_neo4j.status(_home(folder))
    if running is None:
        err().print("no Neo4j of ours runs there")
        raise typer.Exit(NOTHING)
    _tell(running, json)


@app.command()
def run(folder: FolderOption = None) -> None:
    """Run it until interrupted."""
    import signal

    from graph.stores import local_neo4j

    # A terminal's interrupt and a polite kill end it alike.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _announce()
    with local_neo4j.running(_home(folder)) as running:
        _tell(running, False)
        err().print("Ctrl-C ends it")
        try:
            signal.pause()
        except KeyboardInterrupt:
            err().print("stopping")


def _home(folder: Path | None) -> Path:
    from graph.stores.local_neo4j import default_folder

    return folder or default_folder()


def _announce() -> None:
    from graph.stores.local_neo4j import LTS, default_folder

    if not (default_folder() / "lib").is_dir():
        err().print(f"fetching Neo4j {LTS.version}, about 125 MB, once …")


def _tell(running: "Running", json: bool) -> None:
    if json:
        print_json(running)
    else:
        out().print(f"export JJJ_STORE={running.address}", soft_wrap=True)
