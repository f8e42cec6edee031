"""Judged facts: of every annotated article as it is read today, and of some as they were read at first sight.

Rules that were made with an article before one's eyes are better on it than on any other, so a fit on such articles
promises too much. ``first_sight.jsonl`` keeps what was found in our own articles 25 to 44, and the odd ones of
81 to 104, by the rules of the day before anybody who makes rules had read them: what rules do on articles that they do
not know.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from calibration.judge import Judge, Judged
from calibration.sets import Annotated, annotated
from graph.facts import Facts
from graph.facts_json import from_json
from loaders.extraction import extract
from loaders.extraction.confidence import rated
from loaders.extraction.document import read_document

FIRST_SIGHT = Path(__file__).with_name("first_sight.jsonl")


@dataclass(frozen=True, slots=True)
class Row:
    """A judged fact with the article that it is of."""

    article: Annotated
    fact: Judged


def rows(judge: Judge) -> Iterator[Row]:
    """The facts of all articles as they are read today."""
    for article in annotated():
        facts = extract(article.article)
        for fact in judge.judge(read_document(article.article), facts, article.gold):
            yield Row(article, fact)


def today(judge: Judge) -> Iterator[Judged]:
    """The facts of the articles that rules are made with, as they are read today."""
    return (row.fact for row in rows(judge) if row.article.part == "development")


def at_first_sight(judge: Judge) -> Iterator[Judged]:
    """The facts of those of them that are kept as they were read at first sight, and of articles that nobody opened."""
    known = first_sight()
    for article in annotated():
        if article.part == "first sight" and article.name not in known:
            yield from judge.judge(read_document(article.article), extract(article.article), article.gold)
        if article.name in known and article.part != "held out":
            document = read_document(article.article)
            yield from judge.judge(document, rated(document, known[article.name]), article.gold)


@cache
def first_sight() -> dict[str, Facts]:
    """What was found at first sight, by the article's name."""
    lines = FIRST_SIGHT.read_text(encoding="utf-8").splitlines()
    return {item["article"]: from_json(item["facts"]) for item in map(json.loads, lines)}
