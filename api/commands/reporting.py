"""How far the graph can be trusted: report."""

import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

from rich.table import Table

from api.commands.options import JsonOption, LimitOption, StoreOption, opened
from api.commands.output import err, label, out, print_json, print_table, printable, table
from api.counted import counted

if TYPE_CHECKING:
    from graph.questions.report import Listed, Report, Unlisted
    from loaders.rejects import Rejects

Item = TypeVar("Item")


def report(limit: LimitOption = 10, json: JsonOption = False, store: StoreOption = None) -> None:
    """Facts by confidence, articles without events, names that stand for nobody known, rejects by reason."""
    from graph import questions
    from loaders.rejects import read_again, rejects

    with opened(store) as graph:
        found = questions.report(graph, limit=limit)
        asked = {article.id for article in found.eventless.items}
        refused = rejects(_shown(read_again(graph), found.articles), asked)
    if json:
        print_json(_plain(found, refused))
    else:
        for heading, rows in _tables(found, refused):
            out().print(heading, style="bold")
            if rows.row_count:
                print_table(rows)


def _shown(articles: Iterable[Item], total: int) -> Iterable[Item]:
    """``articles``, counted along on standard error where that is a terminal."""
    from rich.progress import track

    quiet = not sys.stderr.isatty()
    return track(articles, "extracting", total=total, console=err(), disable=quiet, transient=True)


def _plain(found: "Report", refused: "Rejects") -> dict[str, Any]:
    plain = asdict(found)
    for article in plain["eventless"]["items"]:
        article["cause"] = refused.causes.get(article["id"])
    return plain | {"rejects": [asdict(rejected) for rejected in refused.counts]}


def _tables(found: "Report", refused: "Rejects") -> Iterable[tuple[str, Table]]:
    facts = table("kind", "confidence", "count")
    for fact in found.facts:
        band = "none given" if fact.at_least is None else f"from {fact.at_least}"
        facts.add_row(fact.kind, band, str(fact.number))
    yield f"Facts of {counted(found.articles, 'article')}", facts

    eventless = table("article", "cause", "title")
    for article in found.eventless.items:
        cause = refused.causes.get(article.id, "").replace("_", " ")
        eventless.add_row(article.id, cause, printable(article.title or article.url or article.source or ""))
    yield _heading("Articles without meeting or agreement", found.eventless), eventless

    candidates = table("score", "one", "other", "why it may be one person")
    for pair in found.candidates.items:
        names = (f"{label(person)} {person.id}" for person in (pair.a, pair.b))
        candidates.add_row(f"{pair.score:.2f}", *names, printable("; ".join(pair.reasons)))
    yield _heading("Pairs of persons that may be one", found.candidates), candidates

    yield _heading("Districts without a code", found.districts), _named(found.districts)
    yield _heading("Institutions of no table", found.institutions), _named(found.institutions)

    reasons = table("kind", "reason", "count")
    for rejected in refused.counts:
        reasons.add_row(printable(rejected.kind), rejected.reason, str(rejected.number))
    yield f"Seen and not taken: {sum(r.number for r in refused.counts)}", reasons


def _heading(what: str, listed: "Listed[Any]") -> str:
    more = f", here {len(listed.items)} (--limit)" if len(listed.items) < listed.total else ""
    return f"{what}: {listed.total}{more}"


def _named(listed: "Listed[Unlisted]") -> Table:
    rows = table("articles", "mentions", "name", "id")
    for item in listed.items:
        rows.add_row(str(item.articles), str(item.mentions), printable(item.name), item.id)
    return rows
