"""How likely each fact is right: its doubts, weighed.

A post leans on its person, and what belongs to an event leans on the event: the confidence of such a fact is its own
share times that of what it leans on.
"""

from collections.abc import Iterable
from dataclasses import replace

from graph.facts import AgreementFact, Facts, MeetingFact, PersonFact
from loaders.extraction.confidence import entities, events
from loaders.extraction.confidence.context import Context
from loaders.extraction.confidence.weights import weights
from loaders.extraction.document import Document

__all__ = ["rated"]


def rated(document: Document, facts: Facts) -> Facts:
    """``facts`` of ``document`` with their confidences. Pure."""
    rate = _Rating(Context(document, facts))
    return replace(
        facts,
        persons=tuple(rate.person(p) for p in facts.persons),
        institutions=tuple(
            replace(i, confidence=rate.share("institution", entities.institution(i, rate.at)))
            for i in facts.institutions
        ),
        districts=tuple(
            replace(d, confidence=rate.share("district", entities.district(d, rate.at))) for d in facts.districts
        ),
        meetings=tuple(rate.meeting(m) for m in facts.meetings),
        agreements=tuple(rate.agreement(a) for a in facts.agreements),
    )


class _Rating:
    def __init__(self, at: Context) -> None:
        self.at = at

    def share(self, kind: str, doubts: Iterable[str], of: float = 1.0) -> float:
        """The confidence of a fact that leans on one of confidence ``of``."""
        return round(of * weights()[kind].share(self.at.lang, doubts), 2)

    def person(self, fact: PersonFact) -> PersonFact:
        own = self.share("person", entities.person(fact, self.at))
        held = (replace(p, confidence=self.share("post", entities.post(p, fact, self.at), own)) for p in fact.roles)
        return replace(fact, confidence=own, roles=tuple(held))

    def meeting(self, fact: MeetingFact) -> MeetingFact:
        own = self.share("meeting", events.meeting(fact, self.at))
        people = (
            replace(p, confidence=self.share("participant", events.participant(p, fact, self.at), own))
            for p in fact.participants
        )
        return replace(
            fact,
            confidence=own,
            date_confidence=self._date(fact, own),
            participants=tuple(people),
            body_confidence=self._bodies(fact, own),
        )

    def agreement(self, fact: AgreementFact) -> AgreementFact:
        own = self.share("agreement", events.agreement(fact, self.at))
        signatories = (
            replace(s, confidence=self.share("signatory", events.signatory(s, fact, self.at), own))
            for s in fact.signatories
        )
        return replace(
            fact,
            confidence=own,
            date_confidence=self._date(fact, own),
            signatories=tuple(signatories),
            body_confidence=self._bodies(fact, own),
        )

    def _date(self, fact: events.Event, own: float) -> float:
        return self.share("date", events.date(fact, self.at), own) if fact.date.edtf else 1.0

    def _bodies(self, fact: events.Event, own: float) -> tuple[tuple[str, float], ...]:
        return tuple(
            (name, self.share("membership", events.membership(fact, name, self.at), own))
            for name in dict.fromkeys(events.bodies(fact))
        )
