"""Articles in and out: load, extract, remove."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.exits import UNUSABLE
from api.commands.options import JsonOption, StoreOption, opened
from api.commands.output import err, out, print_json, print_line, print_table, printable, table
from api.counted import counted
from graph.vocabulary import ExtractorName

if TYPE_CHECKING:
    from graph.article import Article
    from graph.facts import Facts
    from loaders.extractors import Extractor
    from loaders.pipeline import Progress, Summary

# Readers, grammars and their lexicons take a while to import; commands that only ask do without them.

NAMED = 20
"""Of inputs of one fate so many are named; the rest is counted."""

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH…",
        help="Files and folders (.txt .md .html .jsonl), registers (.jsonld .ftm.json); - is standard input.",
    ),
]
ExtractorOption = Annotated[
    ExtractorName | None,
    typer.Option(help="Who reads the articles; else JJJ_EXTRACTOR, else rules.", show_default=False),
]
FactsOption = Annotated[
    bool, typer.Option("--facts", help="The input is ready-made facts, one JSON object a line, not articles.")
]


def load(
    inputs: Inputs = None,
    facts: FactsOption = False,
    samples: Annotated[bool, typer.Option("--samples", help="The articles that come with Jingjinji.")] = False,
    extractor: ExtractorOption = None,
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take articles into the store; what cannot be used is named, and the rest is loaded."""
    from loaders.pipeline import load as load_inputs

    reader = _extractor(extractor)
    with opened(store, read_only=False) as graph, _progress() as on_progress:
        summary = load_inputs(graph, _inputs(inputs, samples), facts=facts, extractor=reader, on_progress=on_progress)
    for unusable in summary.unusable:
        err().print(printable(str(unusable)))
    _tell(summary.duplicates, "the same text as another input; one article")
    _tell(summary.without_facts, "says nothing that the graph could hold")
    if json:
        silent = {"without_facts": len(summary.without_facts), "without_events": summary.without_events}
        print_json(_counts(summary) | silent | {"skipped": dict(sorted(summary.skipped.items()))})
    else:
        counts = table("articles", *_counts(summary))
        counts.add_row(str(summary.articles), *map(str, _counts(summary).values()))
        print_table(counts)
        if summary.without_events:
            several = counted(summary.without_events, "article")
            err().print(f"{several} with no meeting and no agreement: jjj report counts what was passed over, and why")
        _tell_skipped(summary.skipped)
    if summary.unusable:
        raise typer.Exit(UNUSABLE)


def _extractor(name: ExtractorName | None) -> "Extractor":
    """The extractor of that name, else that of the settings."""
    from graph.settings import Settings
    from loaders.extractors import extractor

    settings = Settings()
    return extractor(name or settings.extractor, settings)


def _inputs(inputs: list[str] | None, samples: bool) -> Sequence[str | Path]:
    folder = Path(str(files("loaders"))) / "samples"
    shipped = sorted(path for path in folder.iterdir() if path.name != "NOTICE") if samples else []
    if not shipped and not inputs:
        raise typer.BadParameter("name a file, a folder, or - for standard input", param_hint="PATH…")
    return [*shipped, *(inputs or [])]


def _counts(summary: "Summary") -> dict[str, int]:
    return {
        **{outcome: summary.outcomes[outcome] for outcome in ("added", "unchanged", "replaced", "duplicate")},
        "unusable": len(summary.unusable),
    }


def _tell(inputs: Sequence[str], what: str) -> None:
    for file in inputs[:NAMED]:
        err().print(printable(f"{file}: {what}"))
    if len(inputs) > NAMED:
        err().print(f"{len(inputs) - NAMED} more: {what}")


def _tell_skipped(skipped: Counter[str]) -> None:
    if total := skipped.total():
        kinds = ", ".join(f"{printable(suffix) or 'no suffix'} {count}" for suffix, count in sorted(skipped.items()))
        err().print(f"skipped {total} {'file' if total == 1 else 'files'} of kinds not read: {kinds}")


@contextmanager
def _progress() -> Iterator["Progress"]:
    """A line on standard error that counts along; Rich shows none where that is no terminal."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err(), disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("reading", total=None)

        def show(summary: "Summary") -> None:
            bar.update(task, completed=summary.articles, total=summary.read, description="loading")

        yield show


def extract(
    inputs: Inputs = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Also what speaks against each fact; and what was seen and not taken, and why."),
    ] = False,
    samples: Annotated[bool, typer.Option("--samples", help="The articles that come with Jingjinji.")] = False,
    extractor: ExtractorOption = None,
    json: Annotated[  # noqa: ARG001 every command takes it; this one prints nothing else
        bool, typer.Option("--json", help="As without it: one JSON object an article and line.")
    ] = True,
) -> None:
    """Print what each article says, one JSON object a line; no store is needed."""
    from graph.article import Article
    from graph.errors import InputError
    from graph.facts_json import to_json
    from loaders.extractors import read_by
    from loaders.reading import read

    reader = _extractor(extractor)
    unusable, skipped = False, Counter[str]()
    for item in read(_inputs(inputs, samples), skipped=skipped):
        said = read_by(reader, item) if isinstance(item, Article) else item
        if isinstance(said, InputError):
            unusable = True
            err().print(printable(str(said)))
        else:
            article, facts = said
            print_line(to_json(facts) | _doubts(article, facts) if explain else to_json(replace(facts, rejects=())))
    _tell_skipped(skipped)
    if unusable:
        raise typer.Exit(UNUSABLE)


def _doubts(article: "Article", facts: "Facts") -> dict[str, object]:
    """What speaks against each fact."""
    from loaders.extraction.confidence import explained
    from loaders.extraction.document import read_document

    told = (asdict(why) for why in explained(read_document(article), facts) if why.doubts)
    return {"doubts": list(told)}


def remove(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its id (a-…), address, or file as given; `jjj articles` has them.")
    ],
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Take an article out, with exactly what only it supported."""
    from graph import questions
    from graph.identity.ledger import take_out

    with opened(store, read_only=False) as graph:
        id = questions.find_article(graph, article)
        take_out(graph, id)
    if json:
        print_json({"removed": id})
    else:
        out().print(f"removed {id}")
