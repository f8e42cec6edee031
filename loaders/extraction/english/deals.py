"""Agreements in the making, and when two of them are one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.facts import EventDate, Status
from loaders.extraction.english.skeleton import Sentence


@dataclass(slots=True)
class Deal:
    """An agreement in the making: camps of the parties, people who signed."""

    status: Status
    sentence: int
    start: int
    end: int
    parties: list[str] = field(default_factory=list)
    signatories: list[str] = field(default_factory=list)
    signed_in: int | None = None
    """The sentence that names the signatories, where it is not the one of the agreement."""
    date: EventDate | None = None
    subject: str | None = None
    other: bool = False
    bare: bool = False
    """Only a ceremony is told: of which agreement, another sentence says."""
    named: dict[str, str] = field(default_factory=dict)
    """The body that the text names for a party's camp."""


class Deals(list[Deal]):
    """The agreements of an article, each once; ``affiliation`` tells for which camp a person acts."""

    def __init__(self, sentences: Sequence[Sentence], affiliation: Mapping[str, str]) -> None:
        super().__init__()
        self._sentences, self._affiliation = sentences, affiliation

    def take(self, deal: Deal) -> None:
        """One agreement told in several sentences stays one; an intention that was signed is none."""
        for known in self:
            same = set(known.parties) <= set(deal.parties) or set(deal.parties) <= set(known.parties)
            if (
                not same
                or (set(known.parties) != set(deal.parties) and self._explicit(known) and self._explicit(deal))
                or (known.bare and deal.status == "intended")
                or (known.status == "reported") != (deal.status == "reported")
                or (deal.other and (deal.status == known.status or known.sentence < deal.sentence))
                or (known.signatories and deal.signatories and not set(known.signatories) & set(deal.signatories))
            ):
                continue
            if known.status == "reported" and known.date != deal.date:
                continue
            if known.bare and not deal.bare and deal.status == known.status:
                self[self.index(known)] = deal
            else:
                self._join(known, deal)
            return
        self.append(deal)

    def _explicit(self, deal: Deal) -> bool:
        """Whether a sentence of the body itself tells whose signed agreement it is."""
        own = {self._affiliation.get(p) for p in deal.signatories} - {None}
        told = len(deal.named) > 1 or len(own) > 1
        return told and deal.status == "signed" and self._sentences[deal.sentence].zone == "body"

    def _join(self, known: Deal, deal: Deal) -> None:
        if known.status == "intended" and deal.status == "signed":
            known.status, known.date = "signed", deal.date
        if len(deal.parties) > len(known.parties) and not known.signatories:
            known.parties = deal.parties
        if deal.signatories and not known.signatories:
            known.signatories, known.signed_in = deal.signatories, deal.sentence
        if self._sentences[known.sentence].zone == "title" or (
            deal.signatories and known.signatories is deal.signatories
        ):
            known.sentence, known.start, known.end = deal.sentence, deal.start, deal.end
        known.named = {**deal.named, **known.named}
        known.date = known.date or deal.date
        known.bare &= deal.bare
        known.subject = max((known.subject or "", deal.subject or ""), key=len) or None
