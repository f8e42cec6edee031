"""What the articles of the store shall be after a batch: which come, which go, under which names they are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from graph.article import Article, digest
from graph.facts import Facts
from graph.identity.article_records import records_of
from graph.identity.closure import Stored, read_ids, read_records
from graph.identity.records import Record
from graph.store import Node, Reader, Value

Outcome: TypeAlias = Literal["added", "unchanged", "replaced", "duplicate"]
Properties: TypeAlias = dict[str, Value]


@dataclass(slots=True)
class Held:
    """An article with its records; ``origins`` leads from each input that gave it to the name to show for that."""

    properties: Properties
    records: dict[str, Record]
    origins: dict[str, str] = field(default_factory=dict)

    def node(self) -> Node:
        """Its node, whose ``source`` is the first of its origins' names, whatever the order of loading."""
        return Node("Article", {**self.properties, "source": min(self.origins.values())})


class Intake:
    """The articles that a batch concerns, as they are stored and as they shall be."""

    def __init__(self, reader: Reader, batch: Sequence[tuple[Article, Facts]]) -> None:
        """Reads what the store has of the articles of ``batch`` and of those that came from the same inputs."""
        self._reader = reader
        self.before: dict[str, Held] = {}
        self.entities: dict[str, str] = {}
        self.after: dict[str, Held] = {}
        origins = [_origin(article) for article, _ in batch]
        former = {str(r["article"]) for r in read_ids(self._reader, "ledger_origins", origins)}
        self._look_up({article.id for article, _ in batch} | former)
        self.outcomes = [self._take(article, facts) for article, facts in batch]

    @classmethod
    def removal(cls, reader: Reader, article: str) -> "Intake":
        """The intake that takes ``article`` out."""
        intake = cls(reader, ())
        intake._look_up({article})
        intake.after.clear()
        return intake

    @classmethod
    def renewal(cls, reader: Reader, articles: Mapping[str, Held]) -> "Intake":
        """The intake after which ``articles``, which are stored, are as given."""
        intake = cls(reader, ())
        intake.renew(articles)
        return intake

    def renew(self, articles: Mapping[str, Held]) -> None:
        """Let these, which are stored, be as given after it; what the batch itself says of an article stays."""
        articles = {id: held for id, held in articles.items() if id not in self.before}
        if articles:
            batch = self.after
            self._look_up(articles.keys() | self.before.keys())
            self.after = batch | articles

    def _look_up(self, articles: set[str]) -> None:
        for row in read_ids(self._reader, "ledger_articles", articles):
            self.before[row["id"]] = Held({k: v for k, v in row.items() if k != "source"}, {})
        for stored in read_records(self._reader, "ledger_records_by_article", self.before):
            self._hold(stored)
        for row in read_ids(self._reader, "ledger_origins_by_article", self.before):
            self.before[row["article"]].origins[row["id"]] = row["source"]
        self.after = {a: Held(h.properties, h.records, dict(h.origins)) for a, h in self.before.items()}

    def _hold(self, stored: Stored) -> None:
        self.before[stored.record.article].records[stored.record.id] = stored.record
        self.entities[stored.record.id] = stored.entity

    def _take(self, article: Article, facts: Facts) -> Outcome:
        origin, source = _origin(article), shown_source(article.url, article.file)
        held = self.after.get(article.id)
        former = next((h for h in self.after.values() if origin in h.origins), None)
        came = Held(properties(article, facts), {r.id: r for r in records_of(article, facts)})
        if held is None:
            self._leave(former, origin)
            self.after[article.id] = came
            came.origins[origin] = source
            return "replaced" if former else "added"
        same = held.properties == came.properties and held.records == came.records
        if origin in held.origins and same:
            held.origins[origin] = min(source, held.origins[origin])
            return "unchanged"
        second = origin not in held.origins and held.properties["sha256"] == came.properties["sha256"]
        if former is not held:
            self._leave(former, origin)
        if not second or source < min(held.origins.values()):
            held.properties, held.records = came.properties, came.records
        held.origins[origin] = source
        return "duplicate" if second else "replaced"

    def _leave(self, former: Held | None, origin: str) -> None:
        """``origin`` gives another article now: the former one goes, unless another input still gives it."""
        if former is not None:
            del former.origins[origin]
            if not former.origins:
                del self.after[str(former.properties["id"])]


def _origin(article: Article) -> str:
    """The id of the input. What has no place of its own is named after its text."""
    return origin_id(article.origin or f"{article.id} {article.file}")


def origin_id(place: str) -> str:
    """The id of the input at an address or absolute path: no path of the machine is kept."""
    return f"o-{digest(place)}"


def shown_source(url: str | None, file: str) -> str:
    """What to show as the place an article came from: the host of its address, else the file as it was given.

    Of an absolute path only the end: the rest tells about the machine, and would differ from one to the next.
    """
    if url:
        return urlsplit(url).hostname or url
    path = PurePath(file)
    return PurePath(*path.parts[-3:]).as_posix() if path.is_absolute() else file


def properties(article: Article, facts: Facts) -> Properties:
    """The properties of its node, but for the source."""
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title or facts.title,
        "lang": facts.lang,
        "published": facts.published or article.published,
        "text": article.text,
        "sha256": article.sha256,
    }
