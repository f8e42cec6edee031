"""Names that are no spellings of each other and may be one all the same, beside one party on one day.

A person whose name one of two articles mistypes; a body that no table knows, which each of two articles names in its
own language. Never a reason to join: such pairs are candidates.
"""

from collections.abc import Iterable, Iterator

from graph.facts import InstitutionFact, PersonFact
from graph.identity.dates import of_year
from graph.identity.folding import has_han, simplified
from graph.identity.name_likeness import name_likeness
from graph.identity.records import AttendedDay, PersonKeys, Record, is_comparable

ALIKE = 0.8
"""The likeness from which a name may be another one mistyped."""
MISTYPED, TRANSLATED = 0.5, 0.4
"""Scores of such candidates: below all whose names are one."""
PARTIES = 3
"""Known parties of a day, at most, that a person is looked for beside."""


def person_near_keys(names: PersonKeys, days: Iterable[AttendedDay]) -> Iterator[str]:
    """Day, known party and the initials, which a typing error seldom hits."""
    if names.primary is None:
        return
    words = names.primary.partition(":")[2].replace(".", " ").split()
    initials = "".join(word[0] for word in words)
    for day in days:
        for party in [p for p in day.parties if is_comparable(p)][:PARTIES]:
            yield f"~{of_year(day.day)}|{party}|{initials}"


def body_near_keys(sort: str, days: Iterable[AttendedDay]) -> Iterator[str]:
    """Day, known party and the sort of body, for one that no table knows."""
    for day in days:
        yield from (f"~{of_year(day.day)}|{party}|{sort}" for party in day.parties if is_comparable(party))


def near(left: Record, right: Record) -> tuple[float, tuple[str, ...]] | None:
    """Score and reasons of two persons or bodies that share a key of these, or None."""
    a, b = left.fact, right.fact
    if isinstance(a, PersonFact) and isinstance(b, PersonFact) and _mistyped(a.name, b.name):
        return MISTYPED, (f"{a.name} and {b.name} are nearly one spelling", "both met one party on one day")
    if isinstance(a, InstitutionFact) and isinstance(b, InstitutionFact) and _translated(a, b):
        return TRANSLATED, (
            f"{a.name} and {b.name} are each told in one language",
            "both dealt with one party on one day",
        )
    return None


def _mistyped(a: str, b: str) -> bool:
    if has_han(a) and has_han(b):
        x, y = simplified(a), simplified(b)
        return len(x) == len(y) >= 3 and sum(c != d for c, d in zip(x, y, strict=True)) == 1
    return not has_han(a + b) and name_likeness(a, b) >= ALIKE


def _translated(a: InstitutionFact, b: InstitutionFact) -> bool:
    scripts = [{has_han(name) for name in (fact.name, *fact.aliases)} for fact in (a, b)]
    return a.type == b.type and not scripts[0] & scripts[1]
