"""Inputs into a store: read, extract, take in, batch by batch, with progress and a summary."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.article import Article
from graph.errors import InputError
from graph.facts import Facts
from graph.identity.ledger import Outcome, take_in
from graph.store import Store
from loaders.extraction import extract
from loaders.reading import read

BATCH = 64
"""Articles in one transaction: few enough to lose little and show progress, enough to share a commit's cost."""


@dataclass(slots=True)
class Summary:
    """What became of each input. An article is counted only after the commit of its batch."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    unusable: list[InputError] = field(default_factory=list)

    @property
    def articles(self) -> int:
        return self.outcomes.total()


Progress = Callable[[Summary], None]


def _quiet(_: Summary) -> None:
    """No progress wanted."""


def load(
    store: Store,
    inputs: Sequence[str | Path],
    *,
    facts: bool = False,
    batch_size: int = BATCH,
    on_progress: Progress = _quiet,
) -> Summary:
    """Take all articles of ``inputs`` (files, folders, ``-``) into ``store``; with ``facts``, ready-made facts.

    An input that cannot be used is collected in the summary and stops nothing. ``on_progress`` is called with the
    running summary after each commit: what it counts is durable, and leaving from there (an interrupt too) leaves
    a whole store. Raises only what the store raises.
    """
    summary = Summary()
    for batch in _batches(_extracted(read(inputs, facts=facts), summary), batch_size):
        summary.outcomes.update(take_in(store, batch))
        on_progress(summary)
    on_progress(summary)
    return summary


def _extracted(
    items: Iterable[Article | tuple[Article, Facts] | InputError], summary: Summary
) -> Iterator[tuple[Article, Facts]]:
    for item in items:
        if isinstance(item, InputError):
            summary.unusable.append(item)
        elif isinstance(item, Article):
            yield item, extract(item)
        else:
            yield item


def _batches(items: Iterable[tuple[Article, Facts]], size: int) -> Iterator[list[tuple[Article, Facts]]]:
    batch: list[tuple[Article, Facts]] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
