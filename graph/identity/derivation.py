"""Which rules derived a store: their code and tables change with a version, and a stored graph does not by itself."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from graph.store import Node, Reader, Store

DERIVATION_ID: Final = "derivation"
"""The id of the Edition node whose number tells the rules; no content, and there without a change of the schema."""
ROOMS: Final = ("graph.identity", "graph.knowledge")
LIBRARIES: Final = ("pypinyin", "opencc")
"""Whose tables decide keys too."""

STALE: Final = "another version derived this store; `jjj rebuild` or the next load renews it"


@cache
def derivation() -> int:
    """48 bits that stand for all that decides what follows from articles and facts."""
    sha256 = hashlib.sha256()
    for library in LIBRARIES:
        sha256.update(f"{library} {version(library)}\n".encode())
    for room in ROOMS:
        for name, content in sorted(_contents(files(room), room)):
            sha256.update(f"{name} {len(content)}\n".encode() + content)
    return int.from_bytes(sha256.digest()[:6], "big")


def derivation_row() -> Node:
    """The node that tells that a store is as today's rules derive it."""
    return Node("Edition", {"id": DERIVATION_ID, "number": derivation()})


def is_current(reader: Reader) -> bool:
    """Whether today's rules derived the store, as far as it tells."""
    found = reader.read("edition", id=DERIVATION_ID)
    return bool(found) and found[0]["number"] == derivation()


def is_stale(store: Store) -> bool:
    """Whether a store that holds something was derived by other rules. Raises StoreError."""
    return store.edition() > 0 and not is_current(store)


def _contents(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        here = f"{name}/{entry.name}"
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _contents(entry, here)
        elif entry.name.endswith((".py", ".csv", ".yaml")):
            yield here, entry.read_bytes()
