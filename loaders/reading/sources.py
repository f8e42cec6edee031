"""Paths to bytes: files, folders and standard input, in a stable order, what cannot be opened named with its reason."""

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.errors import InputError

STDIN = "-"
KINDS = {
    ".txt": "text",
    ".md": "text",
    ".text": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".jsonld": "jsonld",
    ".ftm.json": "ftm",
}
"""What a file holds, by how its name ends."""
REGISTERS = frozenset({"jsonld", "ftm"})
"""Read where they are named themselves: what was exported into a folder of articles is no news in it."""
LARGEST = 20 * 1024 * 1024
"""Bytes of one article at most (a file of text, a page, a line of JSON). The longest article of a news site has some
hundred thousand; more is a dump, which would only fill the memory."""


@dataclass(frozen=True, slots=True)
class Source:
    """An input that can be opened; ``path`` is None for standard input. ``kind`` None: to be told by its content."""

    name: str
    kind: str | None
    path: Path | None

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Its bytes; standard input stays open. Raises OSError."""
        return self.path.open("rb") if self.path else nullcontext(sys.stdin.buffer)

    @property
    def origin(self) -> str | None:
        return str(self.path.absolute()) if self.path else None


def kind_of(name: str) -> str | None:
    """What a file of that name holds, None where that is not known."""
    return next((kind for suffix, kind in KINDS.items() if name.lower().endswith(suffix)), None)


def sources(paths: Iterable[str | Path], kinds: frozenset[str], skipped: Counter[str]) -> Iterator[Source | InputError]:
    """Every input of ``kinds`` below ``paths``: folders all through, sorted by name, hidden and other files left out.

    A file that is named itself is taken, or told why not. ``skipped`` counts the others in folders, hidden ones apart,
    by suffix in lower case.
    """
    for given in paths:
        name = os.fspath(given)
        if name == STDIN:
            yield Source(STDIN, None, None)
        elif Path(name).is_dir():
            yield from _folder(Path(name), kinds, skipped)
        else:
            yield _file(Path(name), name, kinds)


def _file(path: Path, name: str, kinds: frozenset[str]) -> Source | InputError:
    if not path.exists():
        return InputError(name, "there is no such file or folder")
    if not path.is_file():
        return InputError(name, "neither a file nor a folder")
    kind = kind_of(path.name) if path.suffix else "text"
    if kind not in kinds:
        suffixes = ", ".join(suffix for suffix, held in KINDS.items() if held in kinds)
        return InputError(name, f"not a kind of file that is read here ({suffixes})")
    return Source(name, kind, path)


def _folder(folder: Path, kinds: frozenset[str], skipped: Counter[str]) -> Iterator[Source | InputError]:
    refused: list[OSError] = []
    found = False
    for root, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(f for f in files if not f.startswith(".")):
            path = Path(root, file)
            if kind_of(path.name) in kinds - REGISTERS:
                found = True
                yield _file(path, str(path), kinds)
            else:
                skipped[path.suffix.lower()] += 1
    for error in refused:
        yield InputError(str(error.filename), (error.strerror or "cannot be opened").lower())
    if not found and not refused:
        yield InputError(str(folder), "no articles in this folder")
