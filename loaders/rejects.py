"""What the extractor saw in the articles of a store and did not take: extraction is pure, so it is asked again."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from graph.article import Article
from graph.facts import Facts
from graph.store import Store
from loaders.extraction import extract

PORTION: Final = 64
"""Articles read by one query, and held at a time."""

Cause: TypeAlias = Literal["no_candidate", "rejected", "extracted"]
"""Why an article has no event in the store: the extractor saw none in it; it saw some and took none; it takes one
today, so the facts came from elsewhere or from an older extractor."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Candidates of a kind (``person``, ``meeting``, ...) that were not taken for this reason."""

    kind: str
    reason: str
    number: int


@dataclass(frozen=True, slots=True)
class Rejects:
    """The most frequent first, and the cause of each article that was asked about."""

    counts: tuple[Rejected, ...]
    causes: dict[str, Cause]


def read_again(store: Store) -> Iterator[tuple[str, Facts]]:
    """The id of each article in ``store`` with what the extractor finds in its text, in the order of ids."""
    after = ""
    while rows := cast("list[dict[str, str]]", store.read("article_texts", after=after, limit=PORTION)):
        for row in rows:
            article = Article(row["source"] or row["id"], row["text"] or "", row["url"], row["title"], row["published"])
            yield row["id"], extract(article)
        after = rows[-1]["id"]


def rejects(articles: Iterable[tuple[str, Facts]], asked: Collection[str] = ()) -> Rejects:
    """The rejects of ``articles`` counted, with the causes of those among ``asked`` (ids of articles without event)."""
    numbers: Counter[tuple[str, str]] = Counter()
    causes: dict[str, Cause] = {}
    for id, facts in articles:
        numbers.update((r.kind, r.reason) for r in facts.rejects)
        if id in asked:
            causes[id] = _cause(facts)
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0]))
    return Rejects(tuple(Rejected(kind, reason, number) for (kind, reason), number in ordered), causes)


def _cause(facts: Facts) -> Cause:
    if facts.meetings or facts.agreements:
        return "extracted"
    seen = any(r.kind in ("meeting", "agreement") for r in facts.rejects)
    return "rejected" if seen else "no_candidate"
