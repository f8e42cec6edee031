"""The whole graph: stats, mentions."""

from typing import TYPE_CHECKING

import typer
from rich.text import Text

from api.commands.exits import NOTHING
from api.commands.options import JsonOption, StoreOption, opened
from api.commands.output import end, err, out, period, print_json, print_line, print_table, printable, table
from api.commands.rebuilding import warn_if_stale
from graph.facts import AgreementFact, MeetingFact

if TYPE_CHECKING:
    from graph.identity.mentions import Stated
    from graph.questions.answers import Stats


def stats(json: JsonOption = False, store: StoreOption = None) -> None:
    """Totals: nodes, ties, agreements by status, articles by language, the days that events span."""
    from graph import questions

    with opened(store) as graph:
        totals = questions.stats(graph)
        warn_if_stale(graph)
    if json:
        print_json(totals)
    else:
        _print_totals(totals)
    if not totals.articles:
        err().print("the store is empty; load something first")
        raise typer.Exit(NOTHING)


def _print_totals(totals: "Stats") -> None:
    rows = table("", "count")
    groups = {"nodes": totals.nodes, "ties": totals.ties, "agreements": totals.agreements, "articles": totals.articles}
    for heading, counts in groups.items():
        for name, count in counts.items():
            rows.add_row(f"{heading}: {name.replace('_', ' ')}", str(count))
    print_table(rows)
    out().print(Text(f"dated events: {period(totals.first, totals.last) or 'none'}"))


def mentions(json: JsonOption = False, store: StoreOption = None) -> None:
    """Each entity and event of each article, and what it became in the graph."""
    from graph.identity.mentions import mentions as all_mentions
    from graph.identity.mentions import stated

    found = False
    with opened(store) as graph:
        if json:
            for mention in all_mentions(graph):
                found = True
                print_line(mention)
        else:
            rows = table("file", "kind", "name or date", "entity")
            for file, kind, called, entity in sorted(map(_mention, stated(graph))):
                found = True
                rows.add_row(printable(file), kind, printable(called), entity)
            if found:
                print_table(rows)
    end(found)


def _mention(each: "Stated") -> tuple[str, str, str, str]:
    if isinstance(each.fact, MeetingFact | AgreementFact):
        return each.file, each.kind, each.fact.date.edtf or "undated", each.entity
    return each.file, each.kind, each.fact.name, each.entity
