"""What articles call bodies and districts of the tables beyond the names listed there: their further aliases.

Each is a key of the records that use it, so it is there as long as one of them is.
"""

from collections import defaultdict
from collections.abc import Iterable

from graph.identity.folding import folded, simplified
from graph.identity.institution_keys import is_generic
from graph.identity.known import find
from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions

PREFIX = "s:"
LONGEST = 100
"""Code points of a name; what is longer was taken for one."""


def surface_keys(entity: str, names: Iterable[str]) -> tuple[str, ...]:
    """The keys of those of ``names`` that ``entity`` (an id of the tables) has only from articles.

    None of a name that the tables list, of this body or another, and none of a word that any body is called by (学校).
    """
    row = find(entity)
    listed = set() if row is None else {folded(n) for n in getattr(row, "names", ()) or _names(entity)}
    clean = {simplified(name).strip() for name in names}
    return tuple(sorted(f"{PREFIX}{entity}|{name}" for name in clean if folded(name) not in listed and _tells(name)))


def _names(entity: str) -> tuple[str, ...]:
    row = districts().by_id(entity)
    return (row.name_zh, row.name_en, *row.aliases_zh, *row.aliases_en, *row.bare)


def _tells(name: str) -> bool:
    if not 2 < len(folded(name)) <= LONGEST or is_generic(name):
        return False
    return not institutions().named(name) and not districts().named(name)


def surfaces(keys: Iterable[str]) -> dict[str, set[str]]:
    """The aliases of each entity that ``keys`` tell; other keys are passed over."""
    found: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        if key.startswith(PREFIX):
            entity, _, name = key.removeprefix(PREFIX).partition("|")
            found[entity].add(name)
    return found
