"""Agreements: who agreed with whom, and whether it was signed at this event, before, or is only meant.

``signed`` at the event that the article reports; ``reported``: another time, or told in a speech of another occasion;
``intended``: a future agreement or formal relation of named sides. General hopes of closer cooperation are none.
"""

import re
from dataclasses import replace

from graph.facts import AgreementFact, EventDate, Signatory, Status
from loaders.extraction.dates.resolve import in_year
from loaders.extraction.english.deals import Deal, Deals
from loaders.extraction.english.events import Meeting, day, past
from loaders.extraction.english.meetings import MeetingReader
from loaders.extraction.english.parties import (
    ACTIVE,
    COUNTERPARTS,
    GROUPED,
    OFFICERS,
    SIGNED_EACH,
    SIGNERS,
    bodies,
    later_signers,
    listed,
    pairings,
    partners,
    signers,
    without_witnesses,
)
from loaders.extraction.english.sides import SideFinder
from loaders.extraction.english.signing import (
    ALSO,
    ANOTHER,
    ON_THE_SPOT,
    TOLD,
    Act,
    announces,
    intention,
    item,
    signings,
    topic,
)
from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON, Sentence
from loaders.extraction.english.speech import speakers

_PEOPLE = re.compile(r"\b(?:[Rr]epresentatives|[Ll]eaders|[Hh]eads|[Dd]elegates|[Oo]fficials)\b")
_WITH_WHICH = re.compile(r"[ⒾⓁⒼ](?=, with (?:which|whom) )")
_BY_BOTH = re.compile(r"\s*by (?:the two|both|all) \w+")
_ON_DAY = re.compile(r"[^,.;Ⓓ]{0,60}?\b(?:in|on|by) Ⓓ")
"""The day right behind the paper: "will sign an agreement in October"."""
_ORDINAL = re.compile(r"the (?:first|second|third)\b")
_THEY = re.compile(r"\W*(?:[^ⓅⒾⓁ,]{1,60}, )?(?:[Tt]hey|[Tt]he two)(?: then| also| jointly)? $")
_SAME = re.compile(r"\bthe same (?:\w+ )?$")
_ITS = re.compile(r"\b[Ii]ts (?:\w+ ){0,2}$")
_IT = re.compile(r"\b[Ii]t (?:\w+ ){0,2}$")


class AgreementReader:
    """Collects the agreements of an article."""

    def __init__(self, meetings: MeetingReader, found: list[Meeting]) -> None:
        self.meetings, self.found = meetings, found
        self.reading, self.camps = meetings.reading, meetings.camps
        self.deals = Deals(self.reading.sentences, self.meetings.affiliation)
        self._listing = False
        """Whether the sentence before opened a list of papers that were signed, or is an entry of it."""
        self._openings = {s.paragraph: s for s in reversed(self.reading.sentences)}

    def read(self) -> list[Deal]:
        """The agreements, each told once."""
        for number, sentence in enumerate(self.reading.sentences):
            found = self._signed(number, sentence)
            own = any(len(d.named) > 1 or (d.other and len(d.parties) > 1) for d in found)
            if self.deals and not own and SIGNERS.search(sentence.skeleton):
                self._signatories(number, sentence)
                continue
            if self.deals and COUNTERPARTS.match(sentence.skeleton) and number - 1 in self._told(self.deals[-1]):
                self.deals[-1].signatories += [m.key for m in sentence.mentions if m.kind == PERSON]
            for deal in found or self._intended(number, sentence):
                self.deals.take(deal)
        bodies = [d for d in self.deals if self.reading.sentences[d.sentence].zone == "body"]
        if any(d.status == "signed" and not d.bare for d in bodies):
            bodies = [d for d in bodies if not d.bare]
        return [d for d in bodies if len(d.parties) > 1 or (d.parties and d.status == "signed")]

    def _told(self, deal: Deal) -> tuple[int | None, ...]:
        return (deal.sentence, deal.signed_in) if deal.signatories else ()

    def _signed(self, number: int, sentence: Sentence) -> list[Deal]:
        deals: list[Deal] = []
        listed = item(sentence) if self._listing else None
        acts = [listed] if listed else signings(sentence)
        self._listing = listed is not None or announces(sentence)
        for act in [a for a in acts if a.paper] or acts:  # a ceremony at which something is signed is told once
            deal = self._deal(number, sentence, act)
            if self.deals and _ORDINAL.match(sentence.skeleton, *(act.paper or (0, 0))):
                self.deals[-1].bare |= not (deals or self.deals[-1].signatories)  # what was only announced before
                deal.other = True
            if deals and len(deal.named) < 2 and not (deal.signatories and len(deal.parties) > 1):
                deal.parties, deal.named = list(deals[0].parties), dict(deals[0].named)
            deal.other |= bool(deals)
            if self._acceded(deal, act):
                continue
            deals += self._each(deal, act)
        return deals

    def _acceded(self, deal: Deal, act: Act) -> bool:
        """Put further parties into what was told last, where they "signed the same memorandum"."""
        same = act.paper is not None and _SAME.search(act.sentence.skeleton, 0, act.paper[0])
        before = self.deals[-1] if self.deals else None
        if not same or before is None or before.status != deal.status or len(before.parties) < 2:
            return False
        before.parties += [p for p in deal.parties if p not in before.parties]
        before.named = {**deal.named, **before.named}
        before.signatories += [p for p in deal.signatories if p not in before.signatories]
        return True

    def _deal(self, number: int, sentence: Sentence, act: Act) -> Deal:
        away = past(self.reading, sentence, self._is_lead(number)) or self._in_speech(sentence, act)
        status: Status = "intended" if act.vague else "reported" if away else "signed"
        deal = Deal(
            status, number, sentence.start, sentence.end, other=bool(ALSO.search(sentence.skeleton)),
            subject=self._subject(sentence, act),
        )  # fmt: skip
        self._parties(deal, act)
        deal.date = day(self.reading, sentence) or (None if away else self._date(deal))
        return deal

    def _each(self, deal: Deal, act: Act) -> list[Deal]:
        """One agreement for each pair, where one body signed with several, or several "respectively"."""
        if listed(act):
            rest = act.sentence.within(act.start, len(act.sentence.skeleton), PERSON)
            deal.signatories += [m.key for m in rest if m.key not in deal.signatories]
        pairs = [bodies(self.reading, self.camps, act.sentence, p) for p in pairings(act)]
        own = dict.fromkeys(c for s in deal.signatories if (c := self.meetings.affiliation.get(s)))
        acting = list(own)[:1] if len(own) == 1 or listed(act) else []
        parties = [list(dict.fromkeys([*p, *(acting if len(p) < 2 else ())])) for p in pairs]
        if len(pairs) < 2 or any(len(p) < 2 for p in parties):
            return [deal]
        return [
            replace(
                deal, parties=both, named=p, signatories=self._of(deal.signatories, both), other=deal.other or i > 0
            )
            for i, (p, both) in enumerate(zip(pairs, parties, strict=True))
        ]

    def _of(self, people: list[str], parties: list[str]) -> list[str]:
        return [p for p in people if self.meetings.affiliation.get(p) in parties]

    def _is_lead(self, number: int) -> bool:
        """Whether a sentence opens the text: there "have signed" is the news."""
        return not any(s.zone == "body" for s in self.reading.sentences[:number])

    def _signatories(self, number: int, sentence: Sentence) -> None:
        """ "Signatories were A and B": they signed what was told last."""
        deal = self.deals[-1]
        if not deal.signatories:
            before = ACTIVE.search(sentence.skeleton)
            deal.signatories = (
                signers(sentence, before.start(), passive=False)
                if before and not SIGNED_EACH.search(sentence.skeleton)
                else [m.key for m in without_witnesses(sentence)]
            )
            deal.signed_in = number

    def _in_speech(self, sentence: Sentence, act: Act) -> bool:
        """A signing told inside what somebody says; the speaker may be named by the paragraph's first sentence."""
        if TOLD.search(sentence.skeleton, 0, act.start):
            return True
        opening = self._openings[sentence.paragraph]
        before = act.sentence.skeleton[: act.start]
        if (
            opening is sentence
            or PERSON in before
            or ON_THE_SPOT.match(act.sentence.skeleton)
            or GROUPED.search(before)
        ):
            return False
        return bool(speakers(opening)) and not signings(opening)

    def _meeting(self, deal: Deal) -> Meeting | None:
        """The meeting that a sentence belongs to, of several the one whose sides the parties are."""
        own = [m for m in self.found if deal.sentence in m.sentences and len(m.sides) > 1] or self.found
        return max(own, key=lambda m: len(set(m.sides) & set(deal.parties)), default=None)

    def _date(self, deal: Deal) -> EventDate | None:
        meeting = self._meeting(deal)
        return meeting.date if meeting else None

    def _parties(self, deal: Deal, act: Act) -> None:
        if act.paper:
            deal.signatories = (
                signers(act.sentence, act.start, act.passive)
                or later_signers(act.sentence, act.end)
                or self._by_office(act)
            )
            if deal.signatories and not act.passive:
                deal.signatories += [p for p in partners(act.sentence, act.end) if p not in deal.signatories]
        self._named(deal, act)
        if not (deal.named or deal.signatories):
            self._pair(deal, act)
        deal.bare = len(deal.parties) < 2 and (act.paper is None or self._is_announced(act))
        camps = {self.meetings.affiliation[p]: None for p in deal.signatories if p in self.meetings.affiliation}
        if len(camps) > 1:
            deal.parties = list(camps)
            self._offices(deal)
        before = act.sentence.skeleton[: act.end]
        agent = _BY_BOTH.match(act.sentence.skeleton, act.end) if act.passive else None
        together = GROUPED.search(before) or (GROUPED.search(agent.group()) if agent else None)
        noun = act.sentence.skeleton.startswith("signing", act.start)
        whose = together or noun or act.passive or act.paper is None or PERSON in before or _PEOPLE.search(before)
        if len(deal.parties) < 2 and (deal.parties or whose) and (deal.status != "reported" or together):
            self._sides(deal, together is not None)

    def _offices(self, deal: Deal) -> None:
        """A bureau whose director signs is the party, not the district's government."""
        for person in deal.signatories:
            post = next((p for p in self.meetings.posts if p.person == person and p.body and not p.inferred), None)
            body = self.reading.bodies.get(post.body) if post else None
            if body and body.kind == BODY and body.type == "government" and not body.parent:
                deal.named.setdefault(self.camps.of(body.key), body.key)

    def _pair(self, deal: Deal, act: Act) -> None:
        """ "They signed": the two of whom the paragraph spoke last, if they act for two."""
        if act.passive or not _THEY.match(act.sentence.skeleton, 0, act.start):
            return
        number, camp = deal.sentence, self.meetings.affiliation
        paragraph = self.reading.sentences[number].paragraph
        near = [s for s in self.reading.sentences[max(0, number - 2) : number] if s.paragraph == paragraph]
        people = dict.fromkeys(m.key for s in near for m in s.mentions if m.kind == PERSON)
        if len(people) == 2 and len({camp[p] for p in people if p in camp}) == 2:
            deal.signatories = list(people)

    def _by_office(self, act: Act) -> list[str]:
        """ "Signed by the two vice presidents": those of this title, if they are as many."""
        called = OFFICERS.search(act.sentence.skeleton)
        if called is None:
            return []
        title = act.sentence.at(called.end() - 1).key.casefold().rstrip("s")
        own = dict.fromkeys(p.person for p in self.meetings.posts if p.title.casefold().startswith(title))
        return list(own) if len(own) == (3 if called.group(1) == "three" else 2) else []

    def _is_announced(self, act: Act) -> bool:
        """ "Agreements were signed at the ceremony": which, the sentences after it say."""
        start, end = act.paper or (0, 0)
        return act.sentence.skeleton[start:end].endswith("s") and not GROUPED.search(
            act.sentence.skeleton, 0, act.start
        )

    def _named(self, deal: Deal, act: Act) -> None:
        found = [i for p in pairings(act) for i in p]
        first = None
        if act.passive and len(found) < 2 and _ITS.search(act.sentence.skeleton, 0, act.start):
            first = self._antecedent(deal.sentence, act.start)
        if not act.passive and _IT.search(act.sentence.skeleton, 0, act.start):
            first = self._antecedent(deal.sentence, act.start)
            found = [i for i in found if i > act.start] if first else found
            found += [m.start() for m in _WITH_WHICH.finditer(act.sentence.skeleton, 0, act.start)]
            deal.signatories = []
        deal.named = bodies(self.reading, self.camps, act.sentence, found)
        if first:
            deal.named = {self.camps.of(first): first, **deal.named}
        deal.parties = list(deal.named)

    def _antecedent(self, number: int, verb: int) -> str | None:
        """What "it signed" speaks of: the first body of the sentence, else of the one before."""
        here = self.reading.sentences[number].within(0, verb, BODY + DISTRICT)
        before = self.reading.sentences[number - 1].mentions if number else ()
        return next((m.key for m in (*here, *before) if m.kind in BODY + DISTRICT), None)

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
        both = [c for c in (*sides.hosts, *sides.visitors) if c not in sides.nearby]
        for camp in both if len(both) > 1 else sides.camps():
            if camp not in deal.parties:
                deal.parties.append(camp)

    def _subject(self, sentence: Sentence, act: Act) -> str | None:
        about = topic(act)
        return self.reading.document.text[sentence.offset(about[0]) : sentence.offset(about[1])] if about else None

    def _intended(self, number: int, sentence: Sentence) -> list[Deal]:
        act = intention(sentence)
        if act is None or act.paper is None or sentence.zone != "body":
            return []
        deal = Deal(
            "intended", number, sentence.start, sentence.end, other=ANOTHER.search(sentence.skeleton) is not None
        )
        self._named(deal, act)
        if len(deal.parties) < 2:
            deal.parties = []
            self._sides(deal)
        deal.date = self._planned(deal, act)
        deal.subject = self.reading.document.text[sentence.offset(act.paper[0]) : sentence.offset(act.paper[1])]
        return [deal]

    def _planned(self, deal: Deal, act: Act) -> EventDate | None:
        """When it is to be signed: as the sentence tells, else open, and not before the day of the talk."""
        sentence, talk = act.sentence, self._date(deal)
        beside = _ON_DAY.match(sentence.skeleton, act.end)
        told = self.reading.dates.get(sentence.at(beside.end() - 1).start) if beside else day(self.reading, sentence)
        if told and talk and _is_before(told, talk):
            year, rest = int((told.edtf or "")[:4]), (told.edtf or "")[4:]
            return in_year(f"XXXX{rest}", str(year + 1), told.basis)  # the next October
        if told or talk is None:
            return told
        return EventDate(None, talk.earliest, None, talk.basis)

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


def _is_before(told: EventDate, talk: EventDate) -> bool:
    """Whether a day whose year the text does not give was taken for one before the talk at which it was planned."""
    inferred = told.basis != "text" and "/" not in (told.edtf or "/") and (told.edtf or "X")[0] != "X"
    return bool(inferred and told.latest and talk.earliest and told.latest < talk.earliest)
