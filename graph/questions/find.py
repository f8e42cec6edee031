"""From a name or id to the one entity that it stands for."""

import re
from typing import Final

from graph.errors import Ambiguous, Gone, NotFound
from graph.questions.answers import Entity, Kind
from graph.questions.columns import optional, string
from graph.questions.entities import by_id
from graph.questions.names import index
from graph.store import Store

_ID: Final = re.compile(r"[pid]-[0-9a-z-]+")
_NEAR: Final = 5
"""Names that are offered in place of one that is not there."""


def find(store: Store, name: str, kind: Kind | None = None) -> Entity:
    """The entity of the id ``name``, or the only one (of ``kind``) that bears the name, in either language.

    A merged id finds its successor. A name decides before an alias, both before a name that only
    sounds the same (pinyin, word order). Raises NotFound (with ``near`` names), Gone, Ambiguous (with ids).
    """
    text = name.strip()
    if _ID.fullmatch(text) and (found := by_canonical_id(store, text)):
        return found
    bearers = index(store).bearers(text, kind)
    if len(bearers) > 1:
        raise Ambiguous(text, bearers)
    if bearers:
        return by_id(store, bearers)[bearers[0]]
    near = [match.entity.name for match in index(store).search(text, kind)[:_NEAR]]
    suggestion = f"; near: {', '.join(near)}" if near else ""
    raise NotFound(f"nothing is called {text!r}{suggestion}", near=near)


def by_canonical_id(store: Store, id: str) -> Entity | None:
    """The entity of ``id`` or of the id that it was merged into. Raises Gone where that is known to be no more."""
    seen: set[str] = set()
    while id not in seen:
        seen.add(id)
        if found := by_id(store, [id]):
            return found[id]
        rows = store.read("redirects", ids=[id])
        if not rows:
            break
        successor = optional(rows[0], "to")
        if successor is None:
            raise Gone(f"{string(rows[0], 'id')}: no article supports it any more")
        id = successor
    if len(seen) > 1:
        raise Gone(f"{min(seen)}: no article supports it any more")
    return None
