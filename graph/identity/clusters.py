"""Records joined into clusters, strongest evidence first, under what forbids to join.

A cluster depends only on its records, their links and the judgements between them: links are taken in one fixed
order, so neither the order of loading nor the engine decides anything.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """What a person decided about two records. ``made`` is an ISO 8601 time in UTC."""

    made: str
    id: str
    left: str
    right: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Link:
    """Evidence that two records are one, with its weight and its reasons in words."""

    left: str
    right: str
    weight: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusive:
    """What forbids to join: two records of one ``article``, or two names in Chinese characters that differ.

    ``called`` is the name there, empty where there is none.
    """

    article: str
    forms: frozenset[str] = frozenset()
    called: str = ""


@dataclass(slots=True)
class _Group:
    members: list[str]
    articles: dict[str, set[str]]
    forms: frozenset[str]
    foes: set[str] = field(default_factory=set)
    judged: set[frozenset[str]] = field(default_factory=set)

    def may_join(self, other: "_Group") -> bool:
        return self._fits_articles(other) and (not self.forms or not other.forms or bool(self.forms & other.forms))

    def _fits_articles(self, other: "_Group") -> bool:
        """Whether no article has both, except under names that were judged to stand for one."""
        return all(
            frozenset((mine, yours)) in self.judged or frozenset((mine, yours)) in other.judged
            for article in self.articles.keys() & other.articles.keys()
            for mine in self.articles[article]
            for yours in other.articles[article]
        )

    def judged_apart(self, other: "_Group") -> bool:
        return any(a.foes and not a.foes.isdisjoint(b.members) for a, b in ((self, other), (other, self)))


def clusters(
    records: Mapping[str, Exclusive],
    links: Iterable[Link],
    judgements: Iterable[Judgement] = (),
    joins: list[Link | Judgement] | None = None,
) -> list[list[str]]:
    """The sorted clusters of ``records`` (sorted ids), each record in exactly one.

    Of several judgements on one pair the latest counts. "different" keeps the two whole clusters apart; "same" joins
    them whatever the rules say, and then other articles that have the two names do not keep them apart either; links
    join the rest, heaviest first, then by id. To ``joins`` is added what joined two clusters, in this order: one less
    than a cluster has records.
    """
    told: list[Link | Judgement] = [] if joins is None else joins
    groups = {r: _Group([r], {x.article: {x.called}}, x.forms) for r, x in sorted(records.items())}
    standing = {frozenset((j.left, j.right)): j for j in sorted(judgements)}
    ours = [j for j in sorted(standing.values()) if j.left in groups and j.right in groups]
    for judgement in ours:
        if judgement.verdict == "different":
            groups[judgement.left].foes.add(judgement.right)
            groups[judgement.right].foes.add(judgement.left)
    for judgement in ours:
        if judgement.verdict == "same" and _join(groups, judgement.left, judgement.right, judged=True):
            told.append(judgement)
    for group in {id(groups[r]): groups[r] for j in ours for r in (j.left, j.right)}.values():
        group.judged = _of_one([records[r] for r in group.members])
    for link in sorted(links, key=lambda k: (-k.weight, *sorted((k.left, k.right)))):
        if _join(groups, link.left, link.right, judged=False):
            told.append(link)
    found = {id(g): sorted(g.members) for g in groups.values()}
    return sorted(found.values())


def _of_one(judged: Sequence[Exclusive]) -> set[frozenset[str]]:
    """The pairs of names that stand for one among records that were judged the same; a name stands beside itself
    where one article has it twice."""
    calls = Counter((x.article, x.called) for x in judged)
    names = {called for _, called in calls}
    twice = {frozenset((called,)) for (_, called), times in calls.items() if times > 1}
    return twice | {frozenset(pair) for pair in combinations(sorted(names), 2)}


def _join(groups: dict[str, _Group], left: str, right: str, *, judged: bool) -> bool:
    """Whether they were two clusters and are one now."""
    a, b = groups[left], groups[right]
    if a is b or a.judged_apart(b) or not (judged or a.may_join(b)):
        return False
    if len(a.members) < len(b.members):
        a, b = b, a
    a.members += b.members
    for article, names in b.articles.items():
        a.articles.setdefault(article, set()).update(names)
    a.judged |= b.judged
    a.foes |= b.foes
    a.forms |= b.forms
    for member in b.members:
        groups[member] = a
    return True
