"""Inputs into a store: read, extract, take in, batch by batch, with progress and a summary."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from graph.article import Article
from graph.errors import InputError
from graph.facts import Facts
from graph.identity.ledger import Outcome, take_in
from graph.store import Store
from loaders.extraction import extract
from loaders.extractors import Extractor, read_by
from loaders.reading import read
from loaders.reading.lines import Read

BATCH = 64
"""Articles in one transaction: few enough to lose little and show progress, enough to share a commit's cost."""


@dataclass(slots=True)
class Summary:
    """What became of each input. An article is counted only after the commit of its batch."""

    read: int = 0
    """Articles read and understood so far; those of the open batch are not in ``outcomes`` yet."""
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    duplicates: list[str] = field(default_factory=list)
    """Files among those in ``outcomes`` whose text another input gave already."""
    without_facts: list[str] = field(default_factory=list)
    """Files among those in ``outcomes`` that say nothing which the graph could hold."""
    without_events: int = 0
    """How many of those in ``outcomes`` name somebody or something, but tell of no meeting and no agreement."""
    unusable: list[InputError] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    """Files in folders of a kind that is not read, by suffix."""

    @property
    def articles(self) -> int:
        return self.outcomes.total()


@dataclass(frozen=True, slots=True)
class Taken:
    """An input that was taken in and is durable: the article's id, what became of it, and whether it says anything."""

    file: str
    article: str
    outcome: Outcome
    says: bool


Fate: TypeAlias = Taken | InputError
Progress = Callable[[Summary], None]


def _quiet(_: Summary) -> None:
    """No progress wanted."""


def _unheard(_: Fate) -> None:
    """Only the summary is wanted."""


def load(
    store: Store,
    inputs: Sequence[str | Path],
    *,
    facts: bool = False,
    extractor: Extractor = extract,
    batch_size: int = BATCH,
    on_progress: Progress = _quiet,
) -> Summary:
    """Take all articles of ``inputs`` (files, folders, ``-``), read by ``extractor``, into ``store``; with ``facts``,
    ready-made facts.

    An input that cannot be used is collected in the summary and stops nothing. ``on_progress`` is called with the
    running summary after each article and each commit; what ``outcomes`` counts is durable, and an interrupt at any
    moment leaves a whole store. Raises only what the store raises.
    """
    summary = Summary()
    items = read(inputs, facts=facts, skipped=summary.skipped)
    return take(store, items, summary, extractor=extractor, batch_size=batch_size, on_progress=on_progress)


def take(
    store: Store,
    items: Iterable[Read | InputError],
    summary: Summary,
    *,
    extractor: Extractor = extract,
    batch_size: int = BATCH,
    on_progress: Progress = _quiet,
    on_fate: Callable[[Fate], None] = _unheard,
) -> Summary:
    """``load`` for what was read already; counted in ``summary``, which is given back.

    ``on_fate`` is called with each item's, an article's once it is committed. Raises only what the store raises.
    """
    batch: list[tuple[Article, Facts]] = []
    for item in items:
        said = read_by(extractor, item) if isinstance(item, Article) else item
        if isinstance(said, InputError):
            summary.unusable.append(said)
            on_fate(said)
            continue
        batch.append(said)
        summary.read += 1
        on_progress(summary)
        if len(batch) == batch_size:
            _commit(store, batch, summary, on_fate)
            on_progress(summary)
    if batch:
        _commit(store, batch, summary, on_fate)
        on_progress(summary)
    return summary


def _commit(
    store: Store, batch: list[tuple[Article, Facts]], summary: Summary, on_fate: Callable[[Fate], None]
) -> None:
    for (article, facts), outcome in zip(batch, take_in(store, batch), strict=True):
        summary.outcomes[outcome] += 1
        if outcome == "duplicate":
            summary.duplicates.append(article.file)
        says = _says(facts)
        if not says:
            summary.without_facts.append(article.file)
        elif not (facts.meetings or facts.agreements):
            summary.without_events += 1
        on_fate(Taken(article.file, article.id, outcome, says))
    batch.clear()


def _says(facts: Facts) -> bool:
    return bool(facts.persons or facts.institutions or facts.districts or facts.meetings or facts.agreements)
