"""From a model's answer to findings: only what the article says in the words that the model quotes.

A quote counts where it stands, character for character, in title or body of the cleaned text (and so in the raw text,
whose offsets it gets). A name counts where the text has it. The rest is noted as a reject, never taken.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from graph.facts import (
    AgreementFact,
    DistrictFact,
    EventDate,
    Evidence,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Reject,
    Signatory,
)
from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions
from loaders.extraction.assemble import Findings
from loaders.extraction.coding import meeting_code
from loaders.extraction.dates.resolve import mentions, resolve
from loaders.extraction.document import Document
from loaders.extraction.reasons import Reason
from loaders.extractors import answer

ORDERS: Final = Path(__file__).parents[1] / "lexicon" / "orders.yaml"


@cache
def _orders() -> re.Pattern[str]:
    patterns: list[str] = yaml.safe_load(ORDERS.read_text("utf-8"))
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)


def readable(document: Document) -> list[tuple[int, int]]:
    """The paragraphs of title and body, but for those that address the machine that reads them."""
    told = [(p.start, p.end) for p in document.paragraphs if p.zone in ("title", "body")]
    return [(start, end) for start, end in told if not _orders().search(document.text, start, end)]


def ground(said: answer.Answer, document: Document, extractor: str) -> Findings:
    """What of ``said`` the text of ``document`` bears out; the rest is among the rejects."""
    return _Ground(document, extractor).findings_of(said)


class _Ground:
    def __init__(self, document: Document, extractor: str) -> None:
        self.document, self.extractor = document, extractor
        self.findings = Findings()
        self._zones = readable(document)
        self._names: set[str] = set()
        """All names that are borne out: those that an event may refer to."""

    def findings_of(self, said: answer.Answer) -> Findings:
        for person in said.persons:
            self._person(person)
        for institution in said.institutions:
            self._institution(institution)
        for district in said.districts:
            self._district(district)
        for meeting in said.meetings:
            self._meeting(meeting)
        for agreement in said.agreements:
            self._agreement(agreement)
        return self.findings

    # --- what the text has ---

    def _places(self, text: str) -> Iterable[tuple[int, int]]:
        """Where title and body have ``text``."""
        for start, end in self._zones:
            at = self.document.text.find(text, start, end)
            while at >= 0 and text:
                yield at, at + len(text)
                at = self.document.text.find(text, at + len(text), end)

    def _quoted(self, kind: str, quote: str, *names: str) -> Evidence | None:
        """The quote as evidence; None, with a reject, where the text has no such words or they name none of
        ``names``."""
        place = next(iter(self._whole(quote.strip())), None)
        if place is None:
            self._reject(kind, quote, "order" if _orders().search(quote) else "unquoted")
        elif names and not any(name in quote for name in names):
            self._reject(kind, names[0], "unquoted")
        else:
            return self.document.clean.evidence(*place)
        return None

    def _reject(self, kind: str, text: str, reason: Reason) -> None:
        """Note what stands nowhere in the text, so at no place of it."""
        self.findings.rejects.append(Reject(kind, text, reason, 0, 0))

    def _mentions(self, kind: str, name: str, aliases: Sequence[str]) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        """Those of the aliases that the text has, and where it has them or the name; no mention, no such name."""
        found = {n: [self.document.clean.evidence(a, b) for a, b in self._whole(n)] for n in (name, *aliases)}
        if not found[name]:
            self._reject(kind, name, "invented")
            return (), ()
        kept = tuple(n for n in aliases if found[n] and n != name)
        self._names.update((name, *kept))
        return kept, tuple(m for n in (name, *kept) for m in found[n])

    def _whole(self, words: str) -> Iterable[tuple[int, int]]:
        """Where the text has the words, and no part of a word more."""
        text = self.document.text
        for start, end in self._places(words):
            inside = (start > 0 and _joined(text[start - 1], words[0])) or (
                end < len(text) and _joined(words[-1], text[end])
            )
            if not inside:
                yield start, end

    def _known(self, kind: str, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the names in an event that are borne out."""
        kept = []
        for name in dict.fromkeys(names):
            if name in self._names:
                kept.append(name)
            else:
                self._reject(kind, name, "invented" if not any(self._places(name)) else "dangling")
        return tuple(kept)

    # --- facts ---

    def _person(self, said: answer.Person) -> None:
        if self._quoted("person", said.quote, said.name, *said.aliases) is None:
            return
        aliases, spans = self._mentions("person", said.name, said.aliases)
        if not spans:
            return
        posts = []
        for post in said.posts:
            told = self._quoted("post", post.quote, said.name, *aliases)
            if told is not None and post.title in post.quote:
                posts.append(Post(post.title, post.institution, evidence=told))
            elif told is not None:
                self._reject("post", post.title, "unquoted")
        self.findings.persons.append(PersonFact(said.name, aliases, tuple(posts), spans))

    def _institution(self, said: answer.Institution) -> None:
        if self._quoted("institution", said.quote, said.name, *said.aliases) is None:
            return
        aliases, spans = self._mentions("institution", said.name, said.aliases)
        if spans:
            listed = institutions().named(said.name)
            known = listed[0] if len(listed) == 1 else None
            kind = known.type if known else said.type
            self.findings.institutions.append(
                InstitutionFact(said.name, aliases, kind, known.id if known else None, mentions=spans)
            )

    def _district(self, said: answer.District) -> None:
        if self._quoted("district", said.quote, said.name, *said.aliases) is None:
            return
        aliases, spans = self._mentions("district", said.name, said.aliases)
        if spans:
            place = districts().resolve(said.name)
            level, code = (place.level, place.code) if place else ("other", None)
            self.findings.districts.append(DistrictFact(said.name, aliases, level, code, spans))

    def _meeting(self, said: answer.Meeting) -> None:
        told = self._quoted("meeting", said.quote)
        if told is None:
            return
        hosts, visitors, others = (self._known("meeting", n) for n in (said.hosts, said.visitors, said.institutions))
        people = []
        for person in said.participants:
            seen = self._quoted("participant", person.quote, person.person)
            if seen is not None and self._known("participant", [person.person]):
                side = person.role if person.role in ("host", "visitor") else None
                people.append(Participant(person.person, person.role, side, evidence=seen))
        if len({*hosts, *visitors, *others}) < 2 and len(people) < 2:
            self._reject("meeting", said.quote, "one_body")
            return
        fact = MeetingFact(
            self._date(said.date_quote), said.place, said.format, hosts, visitors, others, tuple(people),
            code=meeting_code("visit" if visitors else "talk", said.format), evidence=told, extractor=self.extractor,
        )  # fmt: skip
        self.findings.meetings.append(fact)

    def _agreement(self, said: answer.Agreement) -> None:
        told = self._quoted("agreement", said.quote)
        if told is None:
            return
        parties = self._known("agreement", said.parties)
        if len(parties) < 2:
            self._reject("agreement", said.quote, "one_body")
            return
        signed = []
        for signatory in said.signatories:
            seen = self._quoted("signatory", signatory.quote, signatory.person)
            if seen is not None and self._known("signatory", [signatory.person]):
                signed.append(Signatory(signatory.person, signatory.party, seen))
        fact = AgreementFact(
            said.status, self._date(said.date_quote), parties, tuple(signed), said.subject, evidence=told,
            extractor=self.extractor,
        )  # fmt: skip
        self.findings.agreements.append(fact)

    def _date(self, quote: str | None) -> EventDate:
        """The day that the quoted words tell, as our own grammar of dates reads them: never the model's own."""
        for start, end in self._places(quote.strip()) if quote else ():
            inside = next((d for d in mentions(self.document) if start <= d.start and d.end <= end), None)
            if inside is not None:
                return resolve(inside, self.document)
        if quote:
            self._reject("date", quote, "unquoted")
        return EventDate()


def _joined(before: str, after: str) -> bool:
    """Whether two characters are of one word, in a script that has spaces."""
    return before.isalnum() and after.isalnum() and max(before, after) < "\u2e80"
