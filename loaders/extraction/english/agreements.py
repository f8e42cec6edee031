"""Agreements: who agreed with whom, and whether it was signed at this event, before, or is only meant.

``signed`` at the event that the article reports; ``reported``: another time, or told in a speech of another occasion;
``intended``: a future agreement or formal relation of named sides. General hopes of closer cooperation are none.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from graph.facts import AgreementFact, EventDate, Signatory, Status
from loaders.extraction.english.events import Meeting, day, past
from loaders.extraction.english.frames import speakers
from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.meetings import MeetingReader
from loaders.extraction.english.parties import GROUPED, SIGNERS, bodies, later_signers, places, signers
from loaders.extraction.english.sides import SideFinder
from loaders.extraction.english.skeleton import PERSON, Sentence

_NEGATED = re.compile(r"\b(?:not|no|never|without|implement\w*|under the|according to the|carry out the) [\w ]{0,25}$")
_ALSO = re.compile(r"\b(?:also|another|in addition|besides|of its own|separately)\b", re.I)


_TOLD = re.compile(r"\b(?:said|added|explained|introduced|recalled|noted|mentioned)(?: that\b|, |,$)")
_LATER = re.compile(r"\b(?:will|would|shall|plans? to|agreed to|hoped?|expects?|intends?) ")
_BEHALF = re.compile(r"\bsigned (?:for|on behalf of)\b")
_VAGUE = re.compile(r"\b(?:preliminary|initial|verbal|oral|tentative) |\bin principle\b", re.I)


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


@cache
def _signing() -> re.Pattern[str]:
    lexicon = words("agreements")
    paper, signed = f"(?i:{choice(lexicon['papers'])})", choice(lexicon["signed"])
    relation, formed = f"(?i:{choice(lexicon['relations'])})", choice(lexicon["formed"])
    return re.compile(
        rf"\b(?P<verb>{signed})\b(?P<gap>[^.;]{{0,160}}?)\b(?P<paper>{paper})\b"
        rf"|\b(?P<formed>{formed})\b[^.;]{{0,60}}?\b(?P<relation>{relation})\b"
        rf"|\b(?P<passive>{paper})\b[^.;]{{0,120}}?\b(?:was|were|is|are|been|be)(?: \w+)? "
        r"(?:signed|inked|concluded|renewed|reached)\b"
        r"|\b(?i:signing ceremony)\b"
    )


def _marks() -> str:
    future = words("agreements")["future"]
    return "|".join(future["committed"] + future["hoped"])


@cache
def _meant() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_marks()}) (?:\w+ )?$")


@cache
def _intent() -> re.Pattern[str]:
    lexicon = words("agreements")
    marks = _marks()
    nouns = f"(?i:{choice(lexicon['relations'], lexicon['papers'])})"
    return re.compile(
        rf"\b(?:{marks})\b(?:(?!\b(?:{marks})\b)[^.;]){{0,120}}?\b(?P<noun>{nouns})\b"
        rf"|\b(?P<bare>{choice(lexicon['bare'])})\b"
    )


class AgreementReader:
    """Collects the agreements of an article."""

    def __init__(self, meetings: MeetingReader, found: list[Meeting]) -> None:
        self.meetings, self.found = meetings, found
        self.reading, self.camps = meetings.reading, meetings.camps
        self.deals: list[Deal] = []
        self._openings = {s.paragraph: s for s in reversed(self.reading.sentences)}

    def read(self) -> list[Deal]:
        """The agreements, each told once."""
        for number, sentence in enumerate(self.reading.sentences):
            deal = self._signed(number, sentence)
            own = deal is not None and len(deal.named) > 1
            if SIGNERS.search(sentence.skeleton) and self.deals and not own:
                self._signatories(number, sentence)
                continue
            deal = deal or self._intended(number, sentence)
            if deal is not None:
                self._take(deal)
        bodies = [d for d in self.deals if self.reading.sentences[d.sentence].zone == "body"]
        if any(d.status == "signed" and not d.bare for d in bodies):
            bodies = [d for d in bodies if not d.bare]
        return [d for d in bodies if len(d.parties) > 1 or (d.parties and d.status == "signed")]

    def _signed(self, number: int, sentence: Sentence) -> Deal | None:
        match = _signing().search(sentence.skeleton)
        if match is None or _NEGATED.search(sentence.skeleton, max(0, match.start() - 50), match.start()):
            return None
        if match.group("gap") and _LATER.search(match.group("gap")):
            return None
        if _meant().search(sentence.skeleton, max(0, match.start() - 30), match.start()):
            return None
        away = past(self.reading, sentence, self._is_lead(number)) or self._in_speech(sentence, match.start())
        vague = _VAGUE.search(sentence.skeleton, match.start(), match.end()) is not None
        deal = Deal(
            "intended" if vague else "reported" if away else "signed",
            number,
            sentence.start,
            sentence.end,
            other=bool(_ALSO.search(sentence.skeleton)),
        )
        self._parties(deal, sentence, match)
        deal.date = day(self.reading, sentence) or (None if away else self._date(deal))
        deal.subject = self._subject(sentence, match)
        return deal

    def _is_lead(self, number: int) -> bool:
        """Whether a sentence opens the text: there "have signed" is the news."""
        return not any(s.zone == "body" for s in self.reading.sentences[:number])

    def _signatories(self, number: int, sentence: Sentence) -> None:
        """ "Signatories were A and B": they signed what was told last."""
        deal = self.deals[-1]
        if not deal.signatories:
            before = _BEHALF.search(sentence.skeleton)
            deal.signatories = (
                signers(sentence, before.start(), passive=False)
                if before
                else [m.key for m in sentence.mentions if m.kind == PERSON]
            )
            deal.signed_in = number

    def _in_speech(self, sentence: Sentence, place: int) -> bool:
        """A signing told inside what somebody says; the speaker may be named by the paragraph's first sentence."""
        if _TOLD.search(sentence.skeleton, 0, place):
            return True
        opening = self._openings[sentence.paragraph]
        if opening is sentence or PERSON in sentence.skeleton[:place] or not speakers(opening):
            return False
        return not _signing().search(opening.skeleton)

    def _meeting(self, deal: Deal) -> Meeting | None:
        """The meeting that a sentence belongs to, of several the one whose sides the parties are."""
        own = [m for m in self.found if deal.sentence in m.sentences and len(m.sides) > 1] or self.found
        return max(own, key=lambda m: len(set(m.sides) & set(deal.parties)), default=None)

    def _date(self, deal: Deal) -> EventDate | None:
        meeting = self._meeting(deal)
        return meeting.date if meeting else None

    def _parties(self, deal: Deal, sentence: Sentence, match: re.Match[str]) -> None:
        passive = bool(match.group("passive"))
        if match.group("verb") or passive:
            deal.signatories = signers(sentence, match.start(), passive) or later_signers(sentence, match.end())
        self._named(deal, sentence, match.start(), match.end(), passive)
        deal.bare = match.lastgroup is None and len(deal.parties) < 2
        camps = {self.meetings.affiliation[p]: None for p in deal.signatories if p in self.meetings.affiliation}
        if len(camps) > 1:
            deal.parties = list(camps)
        together = GROUPED.search(sentence.skeleton, 0, match.end())
        if len(deal.parties) < 2 and (deal.status != "reported" or together):
            self._sides(deal, together is not None)

    def _named(self, deal: Deal, sentence: Sentence, verb: int, after: int, passive: bool) -> None:
        deal.named = bodies(self.reading, self.camps, sentence, places(sentence.skeleton, verb, after, passive))
        deal.parties = list(deal.named)

    def _sides(self, deal: Deal, together: bool = False) -> None:
        """The sides of the meeting, where the sentence says only "the agreement" or "both sides"."""
        meeting = self._meeting(deal)
        if meeting is None:
            return
        before = next((d for d in reversed(self.deals) if len(d.parties) > 1), None)
        if together and before is not None and not deal.parties:
            deal.parties = list(before.parties)
            return
        sides = SideFinder(self.meetings, meeting)
        both = [*sides.hosts, *sides.visitors]
        for camp in both if len(both) > 1 else sides.camps():
            if camp not in deal.parties:
                deal.parties.append(camp)

    def _subject(self, sentence: Sentence, match: re.Match[str]) -> str | None:
        paper = next((g for g in ("paper", "relation", "passive") if match.group(g)), "passive")
        if match.group(paper) is None:
            return None
        start = sentence.offset(match.start(paper))
        about = re.compile(r" (?:on|for|of|about|regarding) (?!behalf)([^,.;]{3,120})").match(
            sentence.skeleton, match.end(paper)
        )
        end = sentence.offset(about.end()) if about else sentence.offset(match.end(paper))
        return self.reading.document.text[start:end]

    def _intended(self, number: int, sentence: Sentence) -> Deal | None:
        match = _intent().search(sentence.skeleton)
        if match is None or sentence.zone != "body":
            return None
        deal = Deal("intended", number, sentence.start, sentence.end)
        self._named(deal, sentence, match.start(), match.end(), passive=False)
        if len(deal.parties) < 2:
            deal.parties = []
            self._sides(deal)
        deal.date = self._date(deal)
        group = "noun" if match.group("noun") else "bare"
        deal.subject = self.reading.document.text[
            sentence.offset(match.start(group)) : sentence.offset(match.end(group))
        ]
        return deal

    def _take(self, deal: Deal) -> None:
        """One agreement told in several sentences stays one; an intention that was signed is none."""
        for known in self.deals:
            same = set(known.parties) <= set(deal.parties) or set(deal.parties) <= set(known.parties)
            if (
                not same
                or (known.status == "reported") != (deal.status == "reported")
                or (deal.other and deal.status == known.status)
            ):
                continue
            if known.status == "reported" and known.date != deal.date:
                continue
            if known.status == "intended" and deal.status == "signed":
                known.status = "signed"
            if len(deal.parties) > len(known.parties) and not known.signatories:
                known.parties = deal.parties
            if deal.signatories and not known.signatories:
                known.signatories, known.signed_in = deal.signatories, deal.sentence
            if self.reading.sentences[known.sentence].zone == "title" or (
                deal.signatories and known.signatories is deal.signatories
            ):
                known.sentence, known.start, known.end = deal.sentence, deal.start, deal.end
            known.named = {**deal.named, **known.named}
            known.date = known.date or deal.date
            known.subject = max((known.subject or "", deal.subject or ""), key=len) or None
            return
        self.deals.append(deal)

    def fact(self, deal: Deal) -> AgreementFact:
        """The agreement as a fact, its parties by the bodies that stand for them."""
        name = {c: self.reading.bodies[deal.named.get(c) or self.camps.face(c)].name for c in deal.parties}
        signatories = [
            Signatory(
                self.reading.people[p].name,
                name.get(self.meetings.affiliation.get(p, "")),
                self.reading.naming(p, deal.sentence, deal.signed_in),
            )
            for p in deal.signatories
            if p in self.reading.people
        ]
        return AgreementFact(
            status=deal.status,
            date=deal.date or EventDate(),
            parties=tuple(name.values()),
            signatories=tuple(signatories),
            subject=deal.subject,
            evidence=self.reading.document.clean.evidence(deal.start, deal.end),
        )
