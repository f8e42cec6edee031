"""The graph in the formats of other tools."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from api.commands.options import (
    ConfidenceOption,
    EdgeOption,
    GradeOption,
    JsonOption,
    SinceOption,
    StoreOption,
    UntilOption,
    opened,
)
from api.commands.output import err, print_bytes, print_json
from api.counted import counted
from graph.vocabulary import EventKind, ExportFormat, Grade, Status, TieType

if TYPE_CHECKING:
    from graph.exports import Chunk
    from graph.exports.contents import Progress
    from graph.store import Store

# Arrow and the formats take a while to import, and `--help` needs neither.

FormatArgument = Annotated[
    ExportFormat,
    typer.Argument(metavar="FORMAT", help="gexf, graphml, node-link, csv, parquet, jsonld, ftm or neo4j."),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="The file; of csv, parquet and neo4j a folder, or a file that ends in .zip. Else standard output.",
        show_default=False,
    ),
]
NamesOption = Annotated[
    list[str] | None,
    typer.Option("--entity", metavar="NAME", help="Only events that this one has a part in; may be repeated."),
]
DistrictOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Only events there, or that its authorities took part in.")
]


def export(
    format: FormatArgument,
    output: OutputOption = None,
    kind: Annotated[EventKind | None, typer.Option(help="Only meetings, or only agreements.")] = None,
    status: Annotated[Status | None, typer.Option(help="Only agreements of this status.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    entity: NamesOption = None,
    district: DistrictOption = None,
    max_event_size: Annotated[
        int | None, typer.Option("--max-event-size", min=2, help="Leave out meetings with more people than this.")
    ] = None,
    edge: EdgeOption = None,
    grade: GradeOption = None,
    min_confidence: ConfidenceOption = None,
    texts: Annotated[bool, typer.Option("--texts", help="Articles with their text, which others may own.")] = False,
    raw: Annotated[
        bool, typer.Option("--raw", help="Of csv: leave alone what a spreadsheet takes for a formula.")
    ] = False,
    bom: Annotated[
        bool, typer.Option("--bom/--no-bom", help="Of csv: begin with a byte order mark, for Excel.")
    ] = True,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Write the graph, or the part of it that the filters leave, for another tool."""
    from graph.exports import Contents, Filters, Options
    from graph.exports import export as chunks_of
    from graph.exports.formats import FORMATS

    several = FORMATS[format].file is None
    if output is None and (several or json):
        reason = f"{format} is several files" if several else "--json tells what was written"
        raise typer.BadParameter(f"{reason}; say where with -o", param_hint="--output")
    read = [0, 0]
    with opened(store) as graph, _progress(read) as on_progress:
        filters = Filters(
            kind=kind,
            status=status,
            since=since,
            until=until,
            entities=tuple(dict.fromkeys(_id(graph, name) for name in entity or ())),
            district=_id(graph, district) if district else None,
            max_event_size=max_event_size,
            edges=cast(tuple[TieType, ...], tuple(edge or ())),
            grades=cast(tuple[Grade, ...], tuple(grade or ())),
            min_confidence=min_confidence,
        )
        contents = Contents(graph, filters, on_progress)
        _put(chunks_of(contents, format, Options(texts=texts, raw=raw, mark=bom)), output, several)
    told = {"format": format, "output": output, "nodes": read[0], "edges": read[1]}
    if json:
        print_json(told)
    elif output:
        err().print(f"{output}: {counted(read[0], 'node')} and {counted(read[1], 'edge')}")


def _id(graph: "Store", name: str) -> str:
    from graph import questions  # takes memory that an export without it does not need

    return questions.find(graph, name).id


def _put(chunks: "Iterator[Chunk]", output: str | None, several: bool) -> None:
    from graph.exports import saved, saved_in, zipped

    if output is None:
        print_bytes(_data(chunks))
    elif not several:
        saved(_data(chunks), Path(output))
    elif output.endswith(".zip"):
        saved(zipped(chunks), Path(output))
    else:
        saved_in(chunks, Path(output))


def _data(chunks: "Iterable[Chunk]") -> Iterator[bytes]:
    return (data for _, data in chunks)


@contextmanager
def _progress(read: list[int]) -> Iterator["Progress"]:
    """Counts what is read into ``read``, and shows it on standard error where that is a terminal."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns: list[Any] = [TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()]
    with Progress(*columns, console=err(), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("reading", total=None)

        def show(nodes: int, edges: int) -> None:
            read[:] = [nodes, edges]
            bar.update(task, description=f"{nodes:,} nodes, {edges:,} edges")

        yield show
