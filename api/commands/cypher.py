"""Asking in Cypher: cypher."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

import typer

from api.commands.cookbook import print_cookbook
from api.commands.exits import NOTHING, UNUSABLE
from api.commands.options import JsonOption, StoreOption, opened, settings
from api.commands.output import err, print_json, print_line, print_table, printable, table
from graph.store import Table, Value
from graph.stores.cookbook import is_name, recipe

T = TypeVar("T")
Dialect: TypeAlias = Literal["neo4j", "ladybug", "kuzu"]
"""``kuzu`` is what Ladybug was called before, and reads the same."""


def cypher(
    query: Annotated[
        str,
        typer.Argument(
            metavar="[QUERY]",
            help="One statement that only reads, or the name of one of the cookbook; - is standard input. "
            "With --check, a file of lines.",
        ),
    ] = "-",
    parameter: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; may be repeated.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many rows.")] = 1000,
    seconds: Annotated[float, typer.Option(min=0.1, max=3600, help="It is stopped after this.")] = 5.0,
    megabytes: Annotated[int, typer.Option(min=1, max=500, help="At most so much of rows, as JSON.")] = 5,
    listed: Annotated[bool, typer.Option("--list", help="Ask nothing: tell what the cookbook has.")] = False,
    show: Annotated[
        bool, typer.Option("--show", help="Ask nothing: print the text that this name stands for.")
    ] = False,
    check: Annotated[
        bool,
        typer.Option("--check", help="Ask nothing: tell of each line {id, stmt, dialect} whether it would be let in."),
    ] = False,
    dialect: Annotated[
        Dialect | None, typer.Option(help="With --check: whose Cypher, where a line does not tell. Else the store's.")
    ] = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Ask in Cypher, in the dialect of the store; nothing can be written, and nothing but the graph be reached."""
    if check:
        _check(query, dialect or settings(store).dialect)
        return
    if listed:
        print_cookbook(json=json)
        return
    if is_name(query):
        asked = recipe(query)
        text = asked.texts[settings(store).dialect]
        given: Mapping[str, Value] = {} if show else asked.values(_once(map(_assignment, parameter or [])))
    else:
        text = typer.get_text_stream("stdin").read() if query == "-" else query
        given = _once(map(_parameter, parameter or []))
    if show:
        typer.echo(text)
        return
    with opened(store) as graph:
        answer = graph.cypher(text, given, limit=limit, seconds=seconds, size=megabytes * 1_000_000)
    if json:
        print_json(answer)
    else:
        rows = table(*answer.columns)
        for row in answer.rows:
            rows.add_row(*map(_cell, row))
        print_table(rows)
    _end(answer, limit)


def _end(answer: Table, limit: int) -> None:
    if answer.truncated:
        reason = "--limit" if len(answer.rows) == limit else "--megabytes"
        err().print(f"cut at {len(answer.rows)} rows ({reason})")
    if answer.unused:
        err().print(f"not in the query: {', '.join(f'${printable(name)}' for name in answer.unused)}")
    if not answer.rows:
        raise typer.Exit(NOTHING)


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and "\n" in value and value[0] in "┌+":
        return value  # The drawing of a plan.
    return printable(value if isinstance(value, str) else _json(value))


def _json(value: Value) -> str:
    return json.dumps(value, ensure_ascii=False)


def _once(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, value in pairs:
        if name in found:
            raise typer.BadParameter(f"{name} is given twice", param_hint="--param")
        found[name] = value
    return found


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise typer.BadParameter(f"{text!r} is not NAME=VALUE", param_hint="--param")
    return name, value


def _parameter(text: str) -> tuple[str, Value]:
    """``name=value``, the value as JSON where it is JSON, else as text."""
    name, value = _assignment(text)
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value


def _check(query: str, dialect: Dialect) -> None:
    """A verdict a line; a line that is none is told of on standard error, and those after it are read all the same."""
    unusable = False
    with sys.stdin if query == "-" else Path(query).open(encoding="utf-8") as lines:
        for verdict in _verdicts(lines, dialect):
            if isinstance(verdict, str):
                unusable = True
                err().print(f"jjj: {query}, {verdict}")
            else:
                print_line(verdict)
    if unusable:
        raise typer.Exit(UNUSABLE)


def _verdicts(lines: Iterable[str], dialect: Dialect) -> Iterator[dict[str, Any] | str]:
    from graph.errors import QueryRefused
    from graph.stores.guard import check

    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            name, text, whose = asked["id"], asked["stmt"], asked.get("dialect", dialect)
            if not isinstance(text, str) or whose not in {"neo4j", "ladybug", "kuzu"}:
                raise ValueError(line)
        except (ValueError, TypeError, KeyError):
            yield f"line {number}: not id, stmt and a known dialect in JSON"
            continue
        try:
            check(text, "neo4j" if whose == "neo4j" else "ladybug")
            yield {"id": name, "verdict": "allow", "reason": None}
        except QueryRefused as refused:
            yield {"id": name, "verdict": "reject", "reason": str(refused)}
