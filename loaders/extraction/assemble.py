"""From what a grammar found to ``Facts``: the last step, the same for both languages.

A grammar hands over fact objects in any order, with references by any name or alias that it has seen, and may give the
same entity several times. Here they become consistent: one entity a name, every reference by its entity's ``name``,
everything in the order of the text, codes filled in.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from graph.facts import (
    AgreementFact,
    DistrictFact,
    Evidence,
    Facts,
    InstitutionFact,
    MeetingFact,
    PersonFact,
    Post,
    Reject,
)
from loaders.extraction.coding import agreement_code
from loaders.extraction.document import Document
from loaders.extraction.reasons import Reason

AROUND: Final = 300
"""Characters on either side of a candidate in which its sentence is looked for."""
_BORDER = re.compile(r"[\n。！？!?]|\.(?=\s)")
Entity = TypeVar("Entity", PersonFact, InstitutionFact, DistrictFact)


@dataclass(slots=True)
class Findings:
    """What a grammar collects while it reads one article."""

    persons: list[PersonFact] = field(default_factory=list)
    institutions: list[InstitutionFact] = field(default_factory=list)
    districts: list[DistrictFact] = field(default_factory=list)
    meetings: list[MeetingFact] = field(default_factory=list)
    agreements: list[AgreementFact] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)

    def reject(self, document: Document, kind: str, start: int, end: int, reason: Reason) -> None:
        """Note a candidate at ``document.text[start:end]`` that was seen and not taken."""
        seen = document.clean.evidence(start, end)
        self.rejects.append(Reject(kind, seen.quote, reason, seen.start, seen.end, _sentence(document, start, end)))


def _sentence(document: Document, start: int, end: int) -> Evidence:
    """The sentence around ``document.text[start:end]``, or the nearest part of a long one."""
    text = document.text
    ahead = text[max(0, start - AROUND) : start]
    first = start - len(ahead) + max(m.end() for m in _BORDER.finditer(f"\n{ahead}")) - 1
    border = _BORDER.search(text, end - 1, end + AROUND)
    last = border.end() if border else min(len(text), end + AROUND)
    inside = text[first:last]
    first += len(inside) - len(inside.lstrip())
    return document.clean.evidence(min(first, start), max(first + len(inside.strip()), end))


def assemble(document: Document, findings: Findings) -> Facts:
    """The facts of ``document``. A reference to nothing that was found is left out and noted as ``dangling``."""
    persons = _merged(findings.persons)
    institutions = _merged(findings.institutions)
    districts = _merged(findings.districts)
    resolve = _Resolver(persons, (*institutions, *districts))
    meetings = [resolve.meeting(m) for m in findings.meetings]
    agreements = [resolve.agreement(a) for a in findings.agreements]
    return Facts(
        file=document.article.file,
        lang=document.lang,
        title=document.title,
        published=document.published,
        persons=tuple(resolve.person(p) for p in persons),
        institutions=tuple(resolve.institution(i) for i in institutions),
        districts=tuple(districts),
        meetings=tuple(sorted(meetings, key=_place)),
        agreements=tuple(sorted(agreements, key=_place)),
        rejects=tuple(sorted((*findings.rejects, *resolve.rejects), key=lambda r: (r.start, r.end, r.kind))),
    )


def _place(event: MeetingFact | AgreementFact) -> tuple[int, int]:
    return (event.evidence.start, event.evidence.end) if event.evidence else (1 << 62, 0)


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _merged(entities: Sequence[Entity]) -> list[Entity]:
    """One entity a name, with the aliases, posts and mentions of all that bear it, in the order of the text."""
    by_name: dict[str, Entity] = {}
    for entity in entities:
        known = by_name.get(entity.name)
        by_name[entity.name] = entity if known is None else _union(known, entity)
    tidy = [
        replace(
            e,
            aliases=tuple(a for a in _unique(e.aliases) if a != e.name),
            mentions=tuple(sorted(set(e.mentions), key=lambda m: (m.start, m.end))),
        )
        for e in by_name.values()
    ]
    return sorted(tidy, key=lambda e: (e.mentions[0].start if e.mentions else 1 << 62, e.name))


def _union(a: Entity, b: Entity) -> Entity:
    if isinstance(a, PersonFact) and isinstance(b, PersonFact):
        a = replace(a, roles=_posts((*a.roles, *b.roles)))
    return replace(a, aliases=a.aliases + b.aliases, mentions=a.mentions + b.mentions)


def _posts(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Each post once, with the first sentence that tells of it."""
    once: dict[Post, Post] = {}
    for post in posts:
        once.setdefault(replace(post, evidence=None), post)
    return tuple(once.values())


class _Resolver:
    """Turns every name and alias in a reference into the name of its entity."""

    def __init__(self, persons: Sequence[PersonFact], bodies: Sequence[InstitutionFact | DistrictFact]) -> None:
        self._persons, self._bodies = _names(persons), _names(bodies)
        self.rejects: list[Reject] = []

    def _known(self, names: Iterable[str], table: dict[str, str], near: Evidence | None) -> tuple[str, ...]:
        found = []
        for name in names:
            if name in table:
                found.append(table[name])
            else:
                start, end = (near.start, near.end) if near else (0, 0)
                self.rejects.append(Reject("reference", name, "dangling", start, end, near))
        return _unique(found)

    def person(self, fact: PersonFact) -> PersonFact:
        posts = (replace(p, institution=self._bodies.get(p.institution or "")) for p in fact.roles)
        return replace(fact, roles=_posts(posts))

    def institution(self, fact: InstitutionFact) -> InstitutionFact:
        parent = self._bodies.get(fact.parent or "")
        return replace(
            fact,
            parent=None if parent == fact.name else parent,
            district=self._bodies.get(fact.district or ""),
        )

    def meeting(self, fact: MeetingFact) -> MeetingFact:
        people = [
            replace(p, person=name)
            for p in fact.participants
            for name in self._known([p.person], self._persons, fact.evidence)
        ]
        return replace(
            fact,
            hosts=self._known(fact.hosts, self._bodies, fact.evidence),
            visitors=self._known(fact.visitors, self._bodies, fact.evidence),
            institutions=self._known(fact.institutions, self._bodies, fact.evidence),
            participants=tuple({p.person: p for p in reversed(people)}.values())[::-1],
        )

    def agreement(self, fact: AgreementFact) -> AgreementFact:
        signatories = tuple(
            replace(s, person=name, party=self._bodies.get(s.party or ""))
            for s in fact.signatories
            for name in self._known([s.person], self._persons, fact.evidence)
        )
        return replace(
            fact,
            parties=self._known(fact.parties, self._bodies, fact.evidence),
            signatories=tuple({s.person: s for s in signatories}.values()),
            code=fact.code or agreement_code(fact.status),
        )


def _names(entities: Sequence[PersonFact] | Sequence[InstitutionFact | DistrictFact]) -> dict[str, str]:
    """Every name and alias to the name of its entity; a name wins over the same string as another's alias."""
    table: dict[str, str] = {}
    for entity in entities:
        for alias in entity.aliases:
            table.setdefault(alias, entity.name)
    table.update({entity.name: entity.name for entity in entities})
    return table
