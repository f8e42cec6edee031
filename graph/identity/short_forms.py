"""Names that stand for a longer one of their article: 理工大学 beside 天津理工大学, a branch beside that of a bank.

Only the article tells, so this is decided before any key is made, and only where one longer name fits.
"""

from collections.abc import Iterable, Mapping

from graph.facts import InstitutionFact
from graph.identity.folding import folded, has_han

SHORTEST = 3
"""Characters of a Chinese short form: two (大学, 公司) name a sort of body."""
_WHOSE = (" of ", " at ")


def longer_forms(bodies: Mapping[str, InstitutionFact]) -> dict[str, str]:
    """The record of the one body that each short name of ``bodies`` (by record) stands for."""
    names = {record: {folded(n): None for n in (fact.name, *fact.aliases)} for record, fact in bodies.items()}
    found: dict[str, str] = {}
    for record, fact in bodies.items():
        short = folded(fact.name)
        fits = [other for other, longer in names.items() if other != record and _any_ends(longer, short)]
        if len(fits) == 1:
            found[record] = fits[0]
    return found


def _any_ends(longer: Iterable[str], short: str) -> bool:
    return any(_is_short_form(short, name) for name in longer)


def _is_short_form(short: str, name: str) -> bool:
    if has_han(short):
        return len(short) >= SHORTEST and name != short and name.endswith(short)
    return " " in short and any(name.startswith(f"{short}{whose}") for whose in _WHOSE)
