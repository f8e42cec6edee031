"""The formats of an export, by name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from graph.exports.contents import Contents
from graph.exports.csv_files import csv_files
from graph.exports.follow_the_money import follow_the_money
from graph.exports.gexf import gexf
from graph.exports.graphml import graphml
from graph.exports.json_ld import json_ld
from graph.exports.neo4j_files import neo4j_files
from graph.exports.node_link import node_link
from graph.exports.parquet import parquet
from graph.vocabulary import ExportFormat

Chunk: TypeAlias = tuple[str, bytes]
"""The name of a file and some more bytes of it; all of one file come before those of the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """``texts``: articles with their text, which others may own. ``raw`` and ``mark``: see ``csv_files``."""

    texts: bool = False
    raw: bool = False
    mark: bool = True


@dataclass(frozen=True, slots=True)
class Format:
    """How the graph is written; ``file`` is the name of the one file, None where there are several."""

    write: Callable[[Contents, Options], Iterator[Chunk]]
    media_type: str
    file: str | None = None


def _one(file: str, media_type: str, write: Callable[[Contents, Options], Iterator[bytes]]) -> Format:
    return Format(lambda contents, options: ((file, data) for data in write(contents, options)), media_type, file)


ZIP: Final = "application/zip"
FORMATS: Final[dict[ExportFormat, Format]] = {
    "gexf": _one("graph.gexf", "application/gexf+xml", lambda c, _: gexf(c)),
    "graphml": _one("graph.graphml", "application/xml", lambda c, _: graphml(c)),
    "node-link": _one("graph.json", "application/json", lambda c, _: node_link(c)),
    "csv": Format(lambda c, o: csv_files(c, texts=o.texts, raw=o.raw, mark=o.mark), ZIP),
    "parquet": Format(lambda c, o: parquet(c, texts=o.texts), ZIP),
    "jsonld": _one("graph.jsonld", "application/ld+json", lambda c, o: json_ld(c, texts=o.texts)),
    "ftm": _one("graph.ftm.json", "application/x-ndjson", lambda c, o: follow_the_money(c, texts=o.texts)),
    "neo4j": Format(lambda c, _: neo4j_files(c), ZIP),
}
