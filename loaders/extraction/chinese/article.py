"""The layers of the Chinese grammar put together for one article."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.facts import (
    AgreementFact,
    DistrictFact,
    EventDate,
    Evidence,
    Facts,
    InstitutionFact,
    PersonFact,
    Post,
    Signatory,
)
from loaders.extraction.assemble import Findings, assemble
from loaders.extraction.chinese import (
    agreements,
    employers,
    meetings,
    merging,
    naming,
    passed_over,
    people,
    posts,
    scenes,
    titles,
    tours,
)
from loaders.extraction.chinese.actors import Cast
from loaders.extraction.chinese.bodies import ORGANS, Body, BodyIndex
from loaders.extraction.chinese.gatherings import Gathering, planned
from loaders.extraction.chinese.people import Person, PersonIndex
from loaders.extraction.chinese.roles import Role, foremost, roles
from loaders.extraction.chinese.sentences import Sentence, around, footer, header, readable, sentences
from loaders.extraction.chinese.signing import Signing
from loaders.extraction.chinese.unnamed import unnamed
from loaders.extraction.dates.mention import DateMention
from loaders.extraction.dates.resolve import mentions as date_mentions
from loaders.extraction.dates.resolve import resolve
from loaders.extraction.document import Document
from loaders.extraction.reasons import Reason

_TITLE = re.compile("《[^》\n]{1,60}》")


def facts(document: Document) -> Facts:
    """What the article says: pure, the same for the same document."""
    text = readable(document)
    named = naming.find(text, header(document), document.home, footer(document))
    held = list(titles.find(text))
    runs = posts.runs(text, held, named.index)
    if firms := list(employers.find(text, runs, named.index, named.register)):
        named = replace(named, index=BodyIndex([*named.index, *firms]))
        runs = posts.runs(text, held, named.index)
    index = people.find(text, runs, named.index)
    # 福建 in 徐福建 is no province.
    named = replace(named, index=BodyIndex([m for m in named.index if not index.covers(m.start)]))
    lines = sentences(document, text)
    plain = _without_names(text, index, named)
    reading = _Reading(document, text, plain, named, index, roles(text, index, named, [s.start for s in lines]))
    reading.persons(lines)
    dates = _outside_titles(date_mentions(document), text)
    told = scenes.scenes(plain, lines, dates, reading.roots, reading.standing, reading.opening)
    for scene, met in tours.gatherings(text, told, named, reading.cast):
        reading.scene(scene, met, dates)
        if not met:
            reading.pass_over("meeting", passed_over.meeting(plain, scene))
    taken = reading.bodies()
    phrases = ((p.start, p.end, p.rejected) for p in named.rejected if p.rejected is not None)
    reading.pass_over("institution", (*phrases, *passed_over.units(named.index, taken)))
    reading.pass_over("person", passed_over.persons(text, runs, index, named.index))
    return assemble(document, reading.findings)


def _without_names(text: str, index: PersonIndex, named: naming.Naming) -> str:
    """The text, of equal length, without names: no cue is looked for inside one (曾大军, 对外交流中心)."""
    spans = sorted((m.start, m.end) for m in (*index, *named.index))
    parts, last = [], 0
    for start, end in spans:
        if start >= last:
            parts += [text[last:start], "□" * (end - start)]
            last = end
    return "".join([*parts, text[last:]])


def _outside_titles(dates: Sequence[DateMention], text: str) -> list[DateMention]:
    """The dates that are not in the title of a document (《2024年工作方案》)."""
    titles = [m.span() for m in _TITLE.finditer(text)]
    return [d for d in dates if not any(a < d.start < b for a, b in titles)]


def _start(mention: DateMention) -> int:
    return mention.start


class _Reading:
    """One article on its way to facts: what was read, the findings so far, and the bodies that they lean on."""

    def __init__(
        self,
        document: Document,
        text: str,
        plain: str,
        named: naming.Naming,
        index: PersonIndex,
        held: dict[Person, list[Role]],
    ) -> None:
        self.document, self.text, self.named, self.index, self.held = document, text, named, index, held
        self.foremost = {person: foremost(told) for person, told in held.items()}
        self.cast = Cast(text, named.index, index, self.stands_for)
        self.plain = plain
        """The text with its names blanked."""
        self.findings = Findings()
        self.used: dict[Body, None] = {}
        self.reported: dict[frozenset[Body], AgreementFact] = {}
        """The agreements from before by their sides: one told twice, once with its date, is one."""
        self.main: Gathering | None = None
        """The last meeting that was no background: 双方 of an older agreement are its sides."""

    def stands_for(self, person: Person) -> Body | None:
        return self.foremost[person]

    def roots(self, sentence: Sentence) -> set[Body]:
        """The bodies that a sentence names, by root."""
        return {m.body.root for m in self.named.index.between(sentence.start, sentence.end) if not m.body.weak}

    def standing(self, sentence: Sentence) -> set[Body]:
        """The bodies, by root, that the persons of a sentence stand for."""
        bodies = (self.stands_for(m.person) for m in self.index.between(sentence.start, sentence.end))
        return {b.root for b in bodies if b is not None}

    def opening(self, sentence: Sentence) -> Body | None:
        """The body, by root, that a sentence begins with: 在某公司，..."""
        first = next(iter(self.named.index.between(sentence.start, sentence.start + 6)), None)
        if first is None or first.body.weak or first.body.kind == "district":
            return None
        before, after = self.text[sentence.start : first.start].strip(), self.text[first.end : first.end + 1]
        return first.body.root if before in ("在", "走进") and after == "，" else None

    def evidence(self, start: int, end: int) -> Evidence:
        return self.document.clean.evidence(start, end)

    def told(self, sentence: Sentence) -> Evidence:
        """The sentence as evidence, without the spaces around it."""
        inside = self.text[sentence.start : sentence.end]
        first = sentence.start + len(inside) - len(inside.lstrip())
        return self.evidence(first, first + len(inside.strip()))

    def persons(self, lines: Sequence[Sentence]) -> None:
        """Every person with roles; a literal form of the same length (吳小杰) is an alias."""
        spans: dict[Person, list[Evidence]] = {}
        for mention in self.index:
            spans.setdefault(mention.person, []).append(self.evidence(mention.start, mention.end))
        for person, seen in spans.items():
            told = self.held[person]
            self.used.update({r.body: None for r in told if r.body is not None})
            literal = [e.quote for e in seen if len(e.quote) == len(person.name)]
            held = [
                Post(r.title, r.body.name if r.body else None, r.inferred, r.former, self.told(around(lines, r.place)))
                for r in told
            ]
            aliases = (*person.aliases, *(q for q in literal if q != person.name))
            self.findings.persons.append(PersonFact(person.name, aliases, tuple(held), tuple(seen)))

    def scene(self, scene: scenes.Scene, met: Sequence[Gathering], dates: Sequence[DateMention]) -> None:
        """The meetings and the agreements of a scene."""
        if met and not scene.background:
            self.main = met[0]
        told: list[Signing] = []
        for sentence in scene.sentences:
            if planned(self.text, sentence):
                self.findings.reject(self.document, "meeting", sentence.start, sentence.end, "planned")
            present = self.cast.of(sentence)
            first = bisect_left(dates, sentence.start, key=_start)
            inside = dates[first : bisect_left(dates, sentence.end, key=_start)]
            told += agreements.signings(self.text, sentence, present, scene.background, inside, scene.date)
        own = next((m for m in met if m.hosts), None)
        kept = merging.merged(told, own or self.main or next(iter(met), None))
        signed = {person for s in kept if s.status != "intended" for person, _ in s.signatories}
        date = resolve(scene.date, self.document) if scene.date is not None else EventDate()
        for found in met:
            fact = meetings.meeting(self.text, found, date, self.told, self.stands_for, signed)
            self.findings.meetings.append(replace(fact, unnamed=unnamed(self.text, self.plain, found)))
            self.used.update({found.wording(b): None for b in (*found.hosts, *found.visitors, *found.others)})
        for signing in kept:
            self._agreement(signing, scene)
        for signing in () if kept else told:
            self.findings.reject(self.document, "agreement", signing.sentence.start, signing.sentence.end, "one_body")

    def _agreement(self, signing: Signing, scene: scenes.Scene) -> None:
        sides = frozenset(b.root for b in signing.parties)
        date = self._signed_on(signing, scene)
        if signing.status == "reported":
            known = self.reported.get(sides)
            dated = known is not None and known.date.edtf is not None
            if known is not None and (not date.edtf or date == known.date):
                return
            if known is not None and not dated:
                self.findings.agreements.remove(known)
        self.used.update(dict.fromkeys(signing.parties))
        self.used.update({party: None for _, party in signing.signatories if party is not None})
        fact = AgreementFact(
            signing.status,
            date,
            tuple(b.name for b in signing.parties),
            tuple(
                Signatory(person.name, party.name if party else None, self.told(signing.signed_in))
                for person, party in signing.signatories
            ),
            signing.subject,
            evidence=self.told(signing.sentence),
        )
        self.findings.agreements.append(fact)
        if signing.status == "reported":
            self.reported[sides] = fact

    def _signed_on(self, signing: Signing, scene: scenes.Scene) -> EventDate:
        """The date in the sentence; for what was signed at the event, that of the event."""
        own = signing.date
        relative = own is not None and own.unit in ("day", "week") and own is not scene.date
        if own is not None and (own.day is not None or relative or signing.status != "signed"):
            return resolve(own, self.document)
        if scene.date is not None and (signing.status == "signed" or scene.background):
            return resolve(scene.date, self.document)
        return EventDate()

    def pass_over(self, kind: str, seen: Iterable[tuple[int, int, Reason]]) -> None:
        """Note candidates that were not taken."""
        for start, end, reason in seen:
            self.findings.reject(self.document, kind, start, end, reason)

    def bodies(self) -> set[Body]:
        """Every body that the text names, and those that a role or an event leans on, with its district and whole."""
        spans: dict[Body, list[Evidence]] = {body: [] for body in self.used}
        for mention in self.named.index:
            if mention.body in spans or not (mention.reference or mention.body.weak):
                spans.setdefault(mention.body, []).append(self.evidence(mention.start, mention.end))
        for body in list(spans):
            whole = body.parent
            if whole is not None and whole is body.root and body.kind == "university" and not body.weak:
                spans.setdefault(whole, [])
            place = body.district if body.kind in ORGANS else None
            if place is not None and place.level not in ("municipality", "province"):
                spans.setdefault(place, [])
        for body, seen in spans.items():
            aliases = tuple(body.aliases)
            if body.kind == "district":
                self.findings.districts.append(DistrictFact(body.name, aliases, body.level, body.code, tuple(seen)))
                continue
            district = body.district.name if body.district in spans and body.district is not None else None
            parent = body.parent.name if body.parent in spans and body.parent is not None else None
            self.findings.institutions.append(
                InstitutionFact(body.name, aliases, body.kind, body.known, district, parent, tuple(seen))
            )
        return set(spans)
