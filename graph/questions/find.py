"""From a name or id to the one entity that it stands for."""

from collections.abc import Iterable
from typing import Final

from graph.errors import Ambiguous, Gone, NotFound
from graph.questions.answers import Entity, Kind
from graph.questions.entities import by_id
from graph.questions.ids import is_id, successor
from graph.questions.names import index
from graph.questions.steady import steady
from graph.store import Store

_NEAR: Final = 5
"""Names that are offered in place of one that is not there."""


@steady
def find(store: Store, name: str, kind: Kind | None = None) -> Entity:
    """The entity of the id ``name``, or the only one (of ``kind``) that bears the name, in either language.

    A merged id finds its successor. A name decides before an alias, both before a name that only
    sounds the same (pinyin, word order). Raises NotFound (with ``near`` names), Gone, Ambiguous (with ids).
    """
    text = name.strip()
    if is_id(text) and (found := _by_id(store, text)):
        return found
    bearers = index(store).bearers(text, kind)
    if len(bearers) > 1:
        raise Ambiguous(text, bearers)
    if bearers:
        return by_id(store, bearers)[bearers[0]]
    raise _not_found(store, text, kind)


def _not_found(store: Store, text: str, kind: Kind | None) -> NotFound:
    """Tells what else bears the name where ``kind`` left it out, and the names that look alike, in both scripts."""
    others = by_id(store, index(store).bearers(text)).values() if kind else ()
    kinds = " and ".join(f"{'an' if k == 'institution' else 'a'} {k}" for k in sorted({e.kind for e in others}))
    alike: dict[str, str] = {}
    for match in index(store).search(text, kind)[:_NEAR]:
        names = dict.fromkeys(name for name in (match.entity.name_zh, match.entity.name_en) if name)
        alike.setdefault(match.entity.name, " ".join(names) or match.entity.name)
    said = f"no {kind} is called {text!r}" if kind else f"nothing is called {text!r}"
    said += f"; {kinds} is" if kinds else ""
    return NotFound(said + (f"; near: {', '.join(alike.values())}" if alike else ""), near=list(alike))


def _by_id(store: Store, id: str) -> Entity | None:
    """The entity of ``id``, or of the id that took its place."""
    if found := by_id(store, [id]):
        return found[id]
    heir = successor(store, id)
    if heir is None:
        return None
    if found := by_id(store, [heir]):
        return found[heir]
    raise Gone(f"{id}: every article that supported it was removed")


def avoided(store: Store, names: Iterable[str]) -> tuple[str, ...]:
    """The ids of what ``names`` says to keep clear of: entities by name or id, events by id.

    Raises what ``find`` raises.
    """
    return tuple(
        name if is_id(name) and name.startswith(("m-", "g-")) else find(store, name).id for name in dict.fromkeys(names)
    )
