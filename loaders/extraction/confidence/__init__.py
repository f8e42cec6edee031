"""How likely each fact is right: its doubts, weighed.

A post leans on its person, and what belongs to an event leans on the event: the confidence of such a fact is its own
share times that of what it leans on.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.facts import AgreementFact, Facts, MeetingFact, PersonFact
from loaders.extraction.confidence import entities, events
from loaders.extraction.confidence.context import Context
from loaders.extraction.confidence.weights import weights
from loaders.extraction.document import Document

__all__ = ["Explanation", "explained", "rated"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a fact has its confidence. ``doubts`` are those that weigh something, the heaviest first."""

    kind: str
    fact: str
    confidence: float
    doubts: tuple[str, ...]


def rated(document: Document, facts: Facts) -> Facts:
    """``facts`` of ``document`` with their confidences. Pure."""
    return _Rating(Context(document, facts)).facts(facts)


def explained(document: Document, facts: Facts) -> list[Explanation]:
    """Why each of ``facts`` has its confidence, what it leans on first."""
    rating = _Rating(Context(document, facts))
    rating.facts(facts)
    return rating.explanations


class _Rating:
    def __init__(self, at: Context) -> None:
        self.at = at
        self.explanations: list[Explanation] = []

    def share(self, kind: str, fact: str, doubts: Iterable[str], of: float = 1.0) -> float:
        """The confidence of a fact that leans on one of confidence ``of``."""
        fitted, told = weights()[kind], tuple(doubts)
        confidence = round(of * fitted.share(self.at.lang, told), 2)
        weighty = sorted((d for d in told if d in fitted.doubts), key=lambda d: -fitted.doubts[d])
        self.explanations.append(Explanation(kind, fact, confidence, tuple(weighty)))
        return confidence

    def facts(self, facts: Facts) -> Facts:
        return replace(
            facts,
            persons=tuple(map(self.person, facts.persons)),
            institutions=tuple(
                replace(i, confidence=self.share("institution", i.name, entities.institution(i, self.at)))
                for i in facts.institutions
            ),
            districts=tuple(
                replace(d, confidence=self.share("district", d.name, entities.district(d, self.at)))
                for d in facts.districts
            ),
            meetings=tuple(map(self.meeting, facts.meetings)),
            agreements=tuple(map(self.agreement, facts.agreements)),
        )

    def person(self, fact: PersonFact) -> PersonFact:
        own = self.share("person", fact.name, entities.person(fact, self.at))
        held = (
            replace(p, confidence=self.share("post", f"{fact.name}: {p.title}", entities.post(p, fact, self.at), own))
            for p in fact.roles
        )
        return replace(fact, confidence=own, roles=tuple(held))

    def meeting(self, fact: MeetingFact) -> MeetingFact:
        own = self.share("meeting", _told(fact), events.meeting(fact, self.at))
        people = (
            replace(p, confidence=self.share("participant", p.person, events.participant(p, fact, self.at), own))
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
        own = self.share("agreement", _told(fact), events.agreement(fact, self.at))
        signatories = (
            replace(s, confidence=self.share("signatory", s.person, events.signatory(s, fact, self.at), own))
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
        return self.share("date", fact.date.edtf, events.date(fact, self.at), own) if fact.date.edtf else 1.0

    def _bodies(self, fact: events.Event, own: float) -> tuple[tuple[str, float], ...]:
        return tuple(
            (name, self.share("membership", name, events.membership(fact, name, self.at), own))
            for name in dict.fromkeys(events.bodies(fact))
        )


def _told(fact: events.Event) -> str:
    return fact.evidence.quote if fact.evidence else ""
