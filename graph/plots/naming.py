"""What entities are called in a picture."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable
from typing import Final
from unicodedata import east_asian_width

from graph.questions.answers import Context, Entity
from graph.questions.contexts import contexts
from graph.questions.entities import by_id
from graph.store import Store

LETTERS: Final = 28
"""Of a line, where a name has lines of its own."""
CHARACTERS: Final = 20
"""The same of a name in Chinese."""
LINES: Final = 4
"""That a name may fill; what is longer ends in an ellipsis."""


def names(store: Store, ids: Iterable[str], between: str = " ") -> dict[str, str]:
    """What the entities of ``ids`` are called in a picture, by id: in both languages, with ``between`` between the two.

    Namesakes among them also have their post and its body, or whatever else tells them apart; else their ids.
    """
    entities = by_id(store, set(ids))
    called = {id: both_names(entity, between) for id, entity in entities.items()}
    bearers: dict[str, set[str]] = defaultdict(set)
    for entity in entities.values():
        for name in (entity.name, entity.name_zh, entity.name_en):
            bearers[name or entity.name].add(entity.id)
    namesakes = {id for bearing in bearers.values() if len(bearing) > 1 for id in bearing}
    known = contexts(store, namesakes)
    told = {id: _folded(_told(known[id]) if id in known else "", between) for id in namesakes}
    for id in sorted(namesakes):
        others = (other for other in namesakes if (called[other], told[other]) == (called[id], told[id]))
        apart = told[id] if told[id] and len(list(others)) == 1 else id
        called[id] += f"{between}({apart})"
    return called


def both_names(entity: Entity, between: str = "\n") -> str:
    """Both names, where there are two; a ``$`` would begin a formula."""
    found = dict.fromkeys(_folded(name, between) for name in (entity.name_zh, entity.name_en) if name)
    return between.join(found) or _folded(entity.name, between)


def _folded(text: str, between: str) -> str:
    """``text`` as it can be drawn: without control characters, of a length that is read, perhaps in lines."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    width = CHARACTERS if any(east_asian_width(c) in "WF" for c in text) else LETTERS
    if len(text) > LINES * width:
        text = text[: LINES * width] + "…"
    return (textwrap.fill(text, width) if between == "\n" else text).replace("$", r"\$")


def _told(known: Context) -> str:
    body = known.name_zh or known.name_en or known.name
    return ", ".join(part for part in (known.title, body) if part) or known.article or ""
