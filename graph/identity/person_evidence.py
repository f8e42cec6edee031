"""What speaks for two records being one person: the same body, paired titles, a shared event, shared company.

A name key opens the question and never answers it. Characters that differ are different people; a name that many
bear needs more. Every ground has its reason in words.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from graph.identity.dates import same_day
from graph.identity.known import find
from graph.identity.records import AttendedDay, PersonContext, Record, is_rare
from graph.knowledge.titles import office_in_words

MERGE = 2
"""Weight from which two records are joined; ``COMMON`` for names that many people bear."""
COMMON = 3

Outcome: TypeAlias = Literal["merge", "candidate", "distinct"]
Shared: TypeAlias = Mapping[str, AbstractSet[str]]
"""For a key the anchors at which two Chinese names have it: there, the place alone tells no pinyin name."""
Ground: TypeAlias = tuple[int, str, tuple[str, ...]]
"""Its weight, and what is said, of which keys or anchors."""
_SAME = "both belong to"
_BESIDE = "one is of, and the other came with,"
_NOTHING: frozenset[str] = frozenset()


def person(record: Record) -> PersonContext:
    """The context of a person's record."""
    assert isinstance(record.context, PersonContext)  # noqa: S101 - the kind says so
    return record.context


@dataclass(frozen=True, slots=True)
class Traits:
    """What of a record is compared, made once for all comparisons."""

    record: str
    given: Mapping[str, frozenset[int]]
    common: bool
    han: frozenset[str]
    bodies: frozenset[str]
    around: frozenset[str]
    near: frozenset[str]
    offices: frozenset[str]
    companions: frozenset[str]
    days: tuple[AttendedDay, ...]


def traits(record: Record) -> Traits:
    """The traits of a person's record."""
    context = person(record)
    return Traits(
        record.id,
        {key: frozenset(counts) for key, counts in zip(context.names.keys, context.names.given, strict=True)},
        context.names.common,
        frozenset(context.names.han),
        frozenset(a.exact for a in context.anchors),
        frozenset(place for a in context.anchors for place in (a.exact, a.wider) if place),
        frozenset(context.near),
        frozenset(office for post in context.posts for office in post.offices),
        frozenset(context.companions),
        context.days,
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What speaks for one person. ``evidence`` is 0 where nothing but the name does."""

    left: str
    right: str
    name: int
    evidence: int
    grounds: tuple[Ground, ...]
    common: bool

    @property
    def weight(self) -> int:
        return self.name + self.evidence

    @property
    def merges(self) -> bool:
        if self.common and all(said == _SAME for _, said, _ in self.grounds[1:]):
            return False  # A university may well have two people called 王伟.
        return self.evidence > 0 and self.weight >= (COMMON if self.common else MERGE)

    @property
    def outcome(self) -> Outcome:
        return "merge" if self.merges else "candidate"

    @property
    def reasons(self) -> tuple[str, ...]:
        told = tuple(f"{said} {', '.join(map(_shown, of))}".strip() for _, said, of in self.grounds)
        if self.merges:
            return told
        alone = "that alone does not decide" if self.evidence else "nothing but the name says so"
        return (*told, "many people bear this name" if self.common else alone)


@dataclass(frozen=True, slots=True)
class Distinct:
    """Two records whose names cannot be one person's, with the reason."""

    left: str
    right: str
    reasons: tuple[str, ...]
    outcome: Outcome = "distinct"


def assess(left: Record, right: Record, shared: Shared | None = None) -> Comparison | Distinct:
    """What the records of two persons say together: merge, candidate or distinct, with the reasons in words."""
    a, b = traits(left), traits(right)
    found = compared(a, b, shared or {})
    if found:
        return found
    if a.han and b.han:
        reason = f"their characters differ: {min(a.han)}, {min(b.han)}"
    else:
        reason = f"no reading of one name is one of the other: {_keys(a)}; {_keys(b)}"
    return Distinct(left.id, right.id, (reason,))


def _keys(a: Traits) -> str:
    return ", ".join(key.partition(":")[2] for key in a.given) or "none"


def compare(left: Record, right: Record, shared: Shared | None = None) -> Comparison | None:
    """What speaks for ``left`` and ``right`` being one person, or None where the names cannot be one."""
    return compared(traits(left), traits(right), shared or {})


def compared(a: Traits, b: Traits, shared: Shared) -> Comparison | None:
    """``compare`` for traits that are made already."""
    exact = a.han & b.han
    if a.han and b.han and not exact:
        return None
    keys = {k for k in a.given.keys() & b.given.keys() if a.given[k] & b.given[k] or a.given[k] == b.given[k]}
    if not keys:
        return None
    rare = any(map(is_rare, keys))
    unclear = _NOTHING if exact else _NOTHING.union(*(shared[key] for key in keys if key in shared))
    called = (0, "both are", (min(exact),)) if exact else (0, "both read", (min(keys),))
    grounds = (called, *_grounds(a, b, unclear, rare))
    evidence = sum([weight for weight, _, _ in grounds])
    return Comparison(a.record, b.record, int(bool(exact) or rare), evidence, grounds, a.common and b.common)


def _grounds(a: Traits, b: Traits, unclear: frozenset[str], rare: bool) -> Iterator[Ground]:
    place = _place(a, b, unclear)
    if place:
        yield place
    one_body = place is not None and place[1] in (_SAME, _BESIDE)
    if ((place and place[0]) or not a.bodies or not b.bodies) and (offices := a.offices & b.offices):
        yield 1, "both are", (office_in_words(min(offices)),)
    met = [max(x.day, y.day) for x in a.days for y in b.days if _one_event(x, y)]
    if met:
        day = min(met)
        yield 2 if day.startswith("X") else 3, "both met the same party on", (day,)
    company = a.companions & b.companions
    if len(company) >= 2 or ((rare or one_body) and company):
        yield min(len(company), 2), "both are named with", tuple(sorted(company)[:3])


def _one_event(x: AttendedDay, y: AttendedDay) -> bool:
    return same_day(x.day, y.day) and not frozenset(x.parties).isdisjoint(y.parties)


def _place(a: Traits, b: Traits, unclear: frozenset[str]) -> Ground | None:
    both = a.bodies & b.bodies
    if clear := both - unclear:
        return 2, _SAME, (min(clear),)
    if both:
        return 0, "two names are read the same at", (min(both),)
    if beside := (a.bodies & b.near | b.bodies & a.near) - unclear:
        return 1, _BESIDE, (min(beside),)
    if around := a.around & b.around:
        return 1, "they belong to different bodies of", (min(around),)
    return None


@lru_cache(maxsize=1 << 14)
def _shown(key: str) -> str:
    """A key or an anchor in words: the name of a body, the reading of a name."""
    if key.startswith(("p:", "x:")):
        return key[2:].replace(".", " ")
    if key.startswith(("i-", "d-")):
        row = find(key)
        return (row.name_en or row.name_zh or key) if row else key
    return key.rpartition("|")[2]
