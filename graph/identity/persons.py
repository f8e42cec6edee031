"""When two records are one person: a name key opens the question, evidence answers it.

Characters that differ are different people; the same institution, paired titles, a shared
event or shared company speak for one person; a name that many bear needs more. A key alone never joins.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from graph.identity.clusters import Link
from graph.identity.dates import same_day
from graph.identity.pairs import pairs
from graph.identity.records import PersonContext, Record, is_rare

MERGE = 2
"""Evidence from which two records are joined; ``COMMON`` for names that many people bear."""
COMMON = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for one person. ``evidence`` is 0 where nothing but the name does."""

    left: str
    right: str
    name: int
    evidence: int
    common: bool
    reasons: tuple[str, ...]

    @property
    def weight(self) -> int:
        return self.name + self.evidence

    @property
    def merges(self) -> bool:
        return self.evidence > 0 and self.weight >= (COMMON if self.common else MERGE)


def person(record: Record) -> PersonContext:
    """The context of a person's record."""
    assert isinstance(record.context, PersonContext)  # noqa: S101 - the kind says so
    return record.context


Shared: TypeAlias = AbstractSet[tuple[str, str]]
"""Keys, each with an anchor at which two Chinese names have it: there, the place alone tells no pinyin name."""


def compare(left: Record, right: Record, shared: Shared = frozenset()) -> Comparison | None:
    """What speaks for ``left`` and ``right`` being one person, or None where the names cannot be one."""
    a, b = person(left), person(right)
    keys = a.names.shared(b.names)
    if not keys:
        return None
    exact = set(a.names.han) & set(b.names.han)
    if a.names.han and b.names.han and not exact:
        return None
    reasons = [f"both are {min(exact)}" if exact else f"both read {min(keys).partition(':')[2]}"]
    rare = any(map(is_rare, keys))
    unclear = frozenset() if exact else frozenset(anchor for key, anchor in shared if key in keys)
    evidence = sum(_evidence(a, b, unclear, rare, reasons))
    common = a.names.common and b.names.common
    return Comparison(left.id, right.id, int(bool(exact) or rare), evidence, common, tuple(reasons))


def _evidence(
    a: PersonContext, b: PersonContext, unclear: frozenset[str], rare: bool, reasons: list[str]
) -> Iterable[int]:
    place, one_body = _place(a, b, unclear, reasons)
    yield place
    if place or not a.anchors or not b.anchors:
        offices = {o for p in a.posts for o in p.offices} & {o for p in b.posts for o in p.offices}
        if offices:
            reasons.append(f"both are {min(offices)}")
            yield 1
    shared = [(x, y) for x in a.days for y in b.days if same_day(x.day, y.day) and set(x.parties) & set(y.parties)]
    if shared:
        day = min(max(x.day, y.day) for x, y in shared)
        reasons.append(f"both met the same party on {day}")
        yield 2 if day.startswith("X") else 3
    company = set(a.companions) & set(b.companions)
    if len(company) >= 2 or ((rare or one_body) and company):
        reasons.append(f"both are named with {', '.join(sorted(company)[:3])}")
        yield min(len(company), 2)


def _place(a: PersonContext, b: PersonContext, unclear: frozenset[str], reasons: list[str]) -> tuple[int, bool]:
    """What the bodies say, and whether it is one and the same body."""
    ours, theirs = ({x.exact for x in c.anchors} for c in (a, b))
    if clear := (ours & theirs) - unclear:
        reasons.append(f"both belong to {min(clear)}")
        return 2, True
    if exact := ours & theirs:
        reasons.append(f"two names are read the same at {min(exact)}")
        return 0, False
    if beside := (ours & {*b.near} | theirs & {*a.near}) - unclear:
        reasons.append(f"one belongs to {min(beside)}, the other came with it")
        return 1, True
    around_a, around_b = ({p for x in c.anchors for p in (x.exact, x.wider) if p} for c in (a, b))
    if around := around_a & around_b:
        reasons.append(f"both belong to {min(around)}, to different bodies")
        return 1, False
    return 0, False


def links(records: Iterable[Record]) -> list[Link]:
    """The links among person records, heaviest evidence with the greatest weight.

    A pinyin record that fits two Chinese names equally well is linked to neither: that is a candidate, no choice.
    """
    people = list(records)
    shared = _shared(people)
    found = [
        c
        for left, right in pairs(people, lambda r: person(r).names.han)
        if (c := compare(left, right, shared)) and c.merges
    ]
    han = {r.id: frozenset(person(r).names.han) for r in people}
    undecided = _undecided(found, han)
    return [
        Link(c.left, c.right, c.weight, c.reasons)
        for c in found
        if not (c.left in undecided and han[c.right]) and not (c.right in undecided and han[c.left])
    ]


def _shared(people: Iterable[Record]) -> Shared:
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in people:
        context = person(record)
        for key in context.names.keys if context.names.han else ():
            for anchor in context.anchors:
                forms[key, anchor.exact].update(context.names.han)
    return {place for place, names in forms.items() if len(names) > 1}


def _undecided(found: Iterable[Comparison], han: dict[str, frozenset[str]]) -> set[str]:
    best: dict[str, dict[frozenset[str], int]] = defaultdict(dict)
    for c in found:
        for one, other in ((c.left, c.right), (c.right, c.left)):
            if han[other] and not han[one]:
                best[one][han[other]] = max(c.weight, best[one].get(han[other], 0))
    return {one for one, forms in best.items() if list(forms.values()).count(max(forms.values())) > 1}
