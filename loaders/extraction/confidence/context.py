"""An article's facts by name, and where the text names them: what every doubt is told by.

Only facts and text are looked at, so the facts of every extractor are judged alike.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from graph.facts import DistrictFact, Evidence, Facts, InstitutionFact
from loaders.extraction.document import Document

Body: TypeAlias = InstitutionFact | DistrictFact
Doubts: TypeAlias = Iterator[str]
"""The names of doubts; ``doubts.yaml`` tells what they mean."""

LONG_SENTENCE: Final = {"zh": 120, "en": 300}
"""Characters; about one sentence in ten is longer."""
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DAY = re.compile(rf"(\d{{1,2}}月\d{{1,2}})日|({_MONTH} \d{{1,2}})\b|\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({_MONTH})")


class Context:
    """The facts of one article, ready to be asked about."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self.lang, self.facts = document.lang, facts
        self.persons = {p.name: p for p in facts.persons}
        self.bodies: dict[str, Body] = {d.name: d for d in facts.districts}
        self.bodies |= {i.name: i for i in facts.institutions}
        self._starts = {
            name: [m.start for m in entity.mentions]
            for names in (self.bodies, self.persons)
            for name, entity in names.items()
        }
        present = {p.person for m in facts.meetings for p in m.participants}
        self.taking_part = present | {s.person for a in facts.agreements for s in a.signatories}
        self.acting = {b for m in facts.meetings for b in (*m.hosts, *m.visitors, *m.institutions)}
        self.acting |= {b for a in facts.agreements for b in a.parties}
        self.people_of: dict[str | None, set[str]] = defaultdict(set)
        """The persons with a post at each body, by its name."""
        for p in facts.persons:
            for role in p.roles:
                self.people_of[role.institution].add(p.name)
        self.governed = {i.district for i in facts.institutions}
        self._people = sorted(m.start for p in facts.persons for m in p.mentions)
        self.length = max(1, len(document.article.text))
        self.several_days = len({m.groups() for m in _DAY.finditer(document.text)}) > 1
        self._titles = [
            document.clean.evidence(p.start, p.end)
            for p in document.paragraphs
            if p.zone == "title" and p.end > p.start
        ]

    def named_in(self, name: str, told: Evidence | None) -> bool:
        """Whether the sentence mentions the entity of that name."""
        return told is not None and _any_in(self._starts.get(name, []), told)

    def names_person(self, told: Evidence) -> bool:
        """Whether the sentence mentions any person."""
        return _any_in(self._people, told)

    def is_long(self, told: Evidence | None) -> bool:
        """Whether the sentence is one of those in which much can be mistaken."""
        return told is not None and len(told.quote) > LONG_SENTENCE[self.lang]

    def in_title(self, told: Evidence) -> bool:
        """Whether it stands in the headline."""
        return any(t.start <= told.start < t.end for t in self._titles)

    def is_unlisted(self, name: str | None) -> bool:
        """Whether the body of that name is known from its ending or place alone, and in no table."""
        body = self.bodies.get(name or "")
        return isinstance(body, InstitutionFact) and body.known is None

    def is_district(self, name: str | None) -> bool:
        """Whether a district stands for whoever acts for it."""
        return isinstance(self.bodies.get(name or ""), DistrictFact)


def _any_in(starts: Sequence[int], told: Evidence) -> bool:
    first = bisect_left(starts, told.start)
    return first < len(starts) and starts[first] < told.end
