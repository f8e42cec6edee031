"""Who was taken out of the graph, for those who keep the key; and whom a wish to take somebody out means."""

from dataclasses import dataclass
from typing import Literal

from graph.errors import Ambiguous, InvalidQuestion, NotFound
from graph.identity.sealing import Seal
from graph.identity.suppressions import Suppression, suppressions
from graph.questions.find import find
from graph.questions.ids import is_id
from graph.store import Store


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A suppression. ``made`` and ``withdrawn`` are ISO 8601 times in UTC; ``articles``: how many name the one."""

    id: str
    kind: Literal["person", "institution"]
    names: tuple[str, ...]
    user: str
    made: str
    reason: str | None
    withdrawn: str | None
    withdrawn_by: str | None
    articles: int


def suppressed(store: Store) -> list[Suppressed]:
    """All suppressions, the latest first, withdrawn ones too. Raises StoreError where the key is not there."""
    return [answer(each) for each in reversed(suppressions(store, Seal(store.seal)))]


def answer(suppression: Suppression) -> Suppressed:
    """What is told of ``suppression``."""
    return Suppressed(
        suppression.id,
        "person" if suppression.kind == "person" else "institution",
        suppression.names,
        suppression.user,
        suppression.made,
        suppression.reason,
        suppression.withdrawn,
        suppression.withdrawn_by,
        len({record.article for record in suppression.records}),
    )


def suppression(store: Store, id: str) -> Suppressed:
    """One of them. Raises NotFound, StoreError."""
    for each in suppressed(store):
        if each.id == id:
            return each
    raise NotFound(f"no suppression has the id {id!r}")


def to_suppress(store: Store, name: str) -> str | Suppressed:
    """The id of the one whom ``name`` stands for, or the suppression in force if it is out already.

    Raises NotFound, Ambiguous, Gone; InvalidQuestion where one of that name is out and a namesake is not: who did it
    already would take out somebody else.
    """
    text = name.strip()
    out = [s for s in suppressions(store, Seal(store.seal)) if s.withdrawn is None and _means(s, text)]
    try:
        found = find(store, text)
    except NotFound:
        if out:
            return answer(out[-1])
        raise
    if out and not is_id(text):
        raise InvalidQuestion(
            f"{text} is suppressed already ({out[-1].id}), and {found.id} bears the name too: say the id"
        )
    return found.id


def to_release(store: Store, name: str) -> str:
    """The id of the suppression that ``name``, its id or a name of the one who is out, stands for.

    Raises NotFound, Ambiguous.
    """
    text = name.strip()
    found = [
        s.id for s in suppressions(store, Seal(store.seal)) if s.id == text or (not s.withdrawn and _means(s, text))
    ]
    if len(found) > 1:
        raise Ambiguous(text, found, what="suppressions")
    if not found:
        raise NotFound(f"nobody called {text!r} is suppressed; `jjj suppress --list` has all")
    return found[0]


def _means(suppression: Suppression, text: str) -> bool:
    same = (start == 0 and end == len(text) for start, end in suppression.called.spans(text))
    return text in (*suppression.entities, *suppression.names) or any(same)
