"""The whole graph: stats, mentions, cypher."""

from typing import Annotated

import typer
from rich.text import Text

from api.commands.exits import NOTHING
from api.commands.options import JsonOption, StoreOption, opened
from api.commands.output import err, out, period, print_json, print_line, printable, table
from graph.store import Value


def stats(json: JsonOption = False, store: StoreOption = None) -> None:
    """Totals: nodes, ties, agreements by status, articles by language, the days that events span."""
    from graph import questions

    with opened(store) as graph:
        totals = questions.stats(graph)
    if json:
        print_json(totals)
        return
    rows = table("", "count")
    groups = {"nodes": totals.nodes, "ties": totals.ties, "agreements": totals.agreements, "articles": totals.articles}
    for heading, counts in groups.items():
        for name, count in counts.items():
            rows.add_row(f"{heading}: {name.replace('_', ' ')}", str(count))
    out().print(rows)
    out().print(Text(f"dated events: {period(totals.first, totals.last) or 'none'}"))


def mentions(json: JsonOption = False, store: StoreOption = None) -> None:
    """Each entity and event of each article, and what it became in the graph."""
    from graph.identity.mentions import mentions as all_mentions

    with opened(store) as graph:
        found = False
        for mention in all_mentions(graph):
            found = True
            if json:
                print_line(mention)
            else:
                names = " ".join(mention[key] for key in ("entity", "kind", "name") if mention[key])
                out().print(f"{printable(str(mention['file']))}: {printable(names)}", soft_wrap=True)
    if not found:
        raise typer.Exit(NOTHING)


def cypher(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One statement that only reads; - is standard input.")],
    parameter: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; may be repeated.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="At most so many rows.")] = 1000,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Ask in Cypher, in the dialect of the store; nothing can be written."""
    text = typer.get_text_stream("stdin").read() if query == "-" else query
    with opened(store) as graph:
        answer = graph.cypher(text, dict(map(_parameter, parameter or [])), limit=limit)
    if json:
        print_json(answer)
    else:
        rows = table(*answer.columns)
        for row in answer.rows:
            rows.add_row(*(printable("" if value is None else str(value)) for value in row))
        out().print(rows)
        if answer.truncated:
            err().print(f"cut at {limit} rows (--limit)")
    if not answer.rows:
        raise typer.Exit(NOTHING)


def _parameter(text: str) -> tuple[str, Value]:
    """``name=value``, the value as JSON where it is JSON, else as text."""
    import json

    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise typer.BadParameter(f"{text!r} is not NAME=VALUE", param_hint="--param")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
