"""The graph in the formats of other tools, whole or in part, some bytes at a time (docs/exports.md)."""

from collections.abc import Iterator

from graph.exports.archive import saved, saved_in, zipped
from graph.exports.contents import Contents
from graph.exports.filters import Filters
from graph.exports.formats import FORMATS, Chunk, Format, Options
from graph.exports.json_ld import context
from graph.vocabulary import ExportFormat

__all__ = [
    "Chunk",
    "Contents",
    "Filters",
    "Format",
    "Options",
    "context",
    "export",
    "saved",
    "saved_in",
    "zipped",
]


def export(contents: Contents, format: ExportFormat, options: Options | None = None) -> Iterator[Chunk]:
    """``contents`` in ``format``. Raises StoreError at its end where the store changed meanwhile."""
    yield from FORMATS[format].write(contents, options or Options())
    contents.check()
