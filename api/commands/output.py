"""Data on standard output, words about it on standard error."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, is_dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.commands.exits import NOTHING
from graph.errors import OutputError

if TYPE_CHECKING:
    from graph.questions.answers import Candidate, Entity, Quote

PIPE_WIDTH = 120
"""Columns where no terminal tells; Rich's own 80 would break most quotes."""


@cache
def out() -> Console:
    """Standard output; colours only on a terminal and without NO_COLOR."""
    return Console(highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


@cache
def err() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def print_line(value: Any) -> None:
    """A plain value as JSON on one line, whatever standard output is."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def print_json(value: Any) -> None:
    """A dataclass or plain value as JSON: indented on a terminal, else on one line."""
    plain = asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
    indent = 2 if sys.stdout.isatty() else None
    sys.stdout.write(json.dumps(plain, ensure_ascii=False, indent=indent) + "\n")


def print_bytes(chunks: Iterable[bytes]) -> None:
    """All of it as it is. Raises OutputError where the disk is full, or nobody reads on."""
    try:
        for data in chunks:
            sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise OutputError("standard output", error) from error


def end(found: object, next_cursor: str | None = None) -> None:
    """Tell what was left out, and leave with the code for nothing where nothing was found."""
    if next_cursor:
        err().print(f"more: --cursor {next_cursor}")
    if not found:
        err().print("nothing found")
        raise typer.Exit(NOTHING)


def printable(text: str) -> str:
    """``text`` on one line and without control characters, which in an article could steer a terminal."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text).split())


def label(entity: "Entity") -> str:
    """Both names where there are two: ``郭福 Guo Fu``."""
    names = dict.fromkeys(name for name in (entity.name_zh, entity.name_en) if name)
    return printable(" ".join(names) or entity.name)


def told_apart(entity: "Candidate") -> str:
    """What tells an entity from its namesakes, on one line: ``副校长, 天津大学, 2023-05-06 … 2024-04-19``."""
    known = entity.context
    if known is None:
        return ""
    body = known.name_zh or known.name_en or known.name
    told = (known.title, body, period(known.earliest, known.latest), known.article and f"“{known.article}”")
    return printable(", ".join(part for part in told if part))


def period(first: str | None, last: str | None) -> str:
    """``2024-03-05 … 2024-04-19``, one day where both are equal, nothing where neither is known."""
    return " … ".join(dict.fromkeys(day for day in (first, last) if day))


def table(*headings: str) -> Table:
    """A table without a frame, that folds and never cuts."""
    grid = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading in headings:
        grid.add_column(heading, overflow="fold")
    return grid


def print_table(grid: Table) -> None:
    """``grid`` without the blanks that would fill its last column."""
    for segments in out().render_lines(grid, pad=False):
        line = Text.assemble(*((segment.text, segment.style or "") for segment in segments))
        line.rstrip()
        out().print(line)


def print_indented(text: Text, columns: int) -> None:
    """``text`` moved to the right, its continuation lines too."""
    for line in text.wrap(out(), out().width - columns):
        line.rstrip()
        out().print(Text(" " * columns).append_text(line))


def print_disputed(said: Iterable[str]) -> None:
    """One line on what articles contradict each other in, if they do."""
    if told := "; ".join(said):
        print_indented(Text(f"disputed: {printable(told)}", style="dim"), 2)


def print_quotes(quotes: "tuple[Quote, ...]", columns: int) -> None:
    """The sentences that say so, each article below what is quoted from it."""
    for article, told in groupby(quotes, key=lambda q: q.article):
        for quote in told:
            print_indented(Text(f"“{printable(quote.quote)}”"), columns)
        names = (article.title, article.url or article.id)
        print_indented(Text(" · ".join(printable(name) for name in names if name), style="dim"), columns)
