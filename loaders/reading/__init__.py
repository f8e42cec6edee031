"""Files, folders and streams to articles: ``read(paths)``. Text stays as it was written; only its encoding is told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from graph.article import Article
from graph.errors import InputError
from loaders.reading.encodings import NotText, decode
from loaders.reading.lines import Read, read_line
from loaders.reading.pages import looks_like_page, read_page
from loaders.reading.sources import LARGEST, REGISTERS, Source, sources
from loaders.registers import read_register

__all__ = ["read"]

ARTICLES, FACTS = frozenset({"text", "page", "lines"}) | REGISTERS, frozenset({"lines"}) | REGISTERS


def read(
    paths: Iterable[str | Path], *, facts: bool = False, skipped: Counter[str] | None = None
) -> Iterator[Read | InputError]:
    """The articles of ``paths`` (files, folders, ``-`` for standard input), or with ``facts`` the ready-made facts.

    An input that cannot be used is given as an InputError in its place and stops nothing; nothing is raised for it.
    ``skipped`` counts the files in folders that are of a kind not read, by suffix (``.pdf``, or nothing).
    """
    for source in sources(paths, FACTS if facts else ARTICLES, Counter() if skipped is None else skipped):
        if isinstance(source, InputError):
            yield source
            continue
        try:
            with source.open() as stream:
                yield from _read(source, stream, facts)
        except OSError as error:
            yield InputError(source.name, (error.strerror or str(error)).lower())


def _read(source: Source, stream: BinaryIO, facts: bool) -> Iterator[Read | InputError]:
    if source.kind in REGISTERS:
        yield from read_register(source.name, source.kind or "", stream)
        return
    if source.kind == "lines" or facts:
        yield from _lines(source.name, _bounded(stream), facts)
        return
    data = stream.readline(LARGEST + 1) if source.kind is None else b""
    if data.lstrip().startswith(b"{"):
        yield from _lines(source.name, chain([data], _bounded(stream)), facts)
        return
    data += stream.read(LARGEST + 1 - len(data))
    try:
        yield _article(source, data)
    except ValueError as error:
        yield InputError(source.name, str(error))


def _article(source: Source, data: bytes) -> Article:
    if len(data) > LARGEST:
        raise NotText(f"larger than {LARGEST // 1024 // 1024} MB, the most that one article may have")
    text = decode(data)
    if source.kind == "page" or looks_like_page(text):
        page = read_page(text)
        return Article(source.name, page.text, page.url, page.title, page.published, page.url or source.origin)
    return Article(source.name, text, origin=source.origin)


def _lines(name: str, lines: Iterable[bytes], facts: bool) -> Iterator[Read | InputError]:
    empty = True
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        empty = False
        if b"\x00" in line:
            yield InputError(name, "a binary file, not JSON lines", place=f"line {number}")
            return
        if len(line) > LARGEST:
            yield InputError(name, f"longer than {LARGEST // 1024 // 1024} MB", place=f"line {number}")
            continue
        try:
            yield read_line(name, number, line, facts=facts)
        except InputError as error:
            yield error
    if empty:
        yield InputError(name, "the file is empty")


def _bounded(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of ``stream``; of one that is too long only the beginning is ever in memory."""
    while line := stream.readline(LARGEST + 1):
        beginning = line
        while len(line) > LARGEST and not line.endswith(b"\n"):
            line = stream.readline(LARGEST + 1)
        yield beginning
