"""How likely each fact is right: its doubts, weighed.

A post leans on its person, and what belongs to an event leans on the event: the confidence of such a fact is its own
share times that of what it leans on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.facts import AgreementFact, DistrictFact, Facts, InstitutionFact, MeetingFact, PersonFact
from loaders.extraction.confidence import entities, events
from loaders.extraction.confidence.context import Context
from loaders.extraction.confidence.weights import share, weights
from loaders.extraction.document import Document, language

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
    return _Rating(document, facts).facts(facts)


def explained(document: Document, facts: Facts) -> list[Explanation]:
    """Why each of ``facts`` has its confidence, what it leans on first."""
    rating = _Rating(document, facts)
    rating.facts(facts)
    return list(rating.explanations())


class _Rating:
    """Rates each fact as one of the language that it is told in."""

    def __init__(self, document: Document, facts: Facts) -> None:
        langs = document.langs or (document.lang,)
        self._contexts = {lang: Context(replace(document, lang=lang), facts) for lang in langs}
        self.at = self._contexts[document.lang]
        self._told: list[tuple[str, str, float, tuple[str, ...]]] = []

    def _read(self, told: str) -> None:
        """Go on in the language of these words of the article."""
        if len(self._contexts) > 1:
            self.at = self._contexts[language(told)]

    def share(self, kind: str, fact: str, doubts: Iterable[str], of: float = 1.0) -> float:
        """The confidence of a fact that leans on one of confidence ``of``."""
        told = tuple(doubts)
        confidence = round(of * share(kind, self.at.lang, told), 2)
        self._told.append((kind, fact, confidence, told))
        return confidence

    def explanations(self) -> Iterator[Explanation]:
        for kind, fact, confidence, told in self._told:
            weight = weights()[kind].doubts
            weighty = sorted((d for d in told if d in weight), key=lambda d: -weight[d])
            yield Explanation(kind, fact, confidence, tuple(weighty))

    def facts(self, facts: Facts) -> Facts:
        return replace(
            facts,
            persons=tuple(map(self.person, facts.persons)),
            institutions=tuple(map(self.institution, facts.institutions)),
            districts=tuple(map(self.district, facts.districts)),
            meetings=tuple(map(self.meeting, facts.meetings)),
            agreements=tuple(map(self.agreement, facts.agreements)),
        )

    def institution(self, fact: InstitutionFact) -> InstitutionFact:
        self._read(fact.name)
        return replace(fact, confidence=self.share("institution", fact.name, entities.institution(fact, self.at)))

    def district(self, fact: DistrictFact) -> DistrictFact:
        self._read(fact.name)
        return replace(fact, confidence=self.share("district", fact.name, entities.district(fact, self.at)))

    def person(self, fact: PersonFact) -> PersonFact:
        self._read(fact.name)
        own = self.share("person", fact.name, entities.person(fact, self.at))
        held = (
            replace(p, confidence=self.share("post", f"{fact.name}: {p.title}", entities.post(p, fact, self.at), own))
            for p in fact.roles
        )
        return replace(fact, confidence=own, roles=tuple(held))

    def meeting(self, fact: MeetingFact) -> MeetingFact:
        self._read(_told(fact))
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
        self._read(_told(fact))
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
