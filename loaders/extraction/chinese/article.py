"""The layers of the Chinese grammar put together for one article."""

from collections.abc import Callable, Sequence
from typing import cast

from graph.facts import (
    AgreementFact,
    DistrictFact,
    EventDate,
    Evidence,
    Facts,
    InstitutionFact,
    InstitutionType,
    PersonFact,
    Post,
)
from loaders.extraction.assemble import Findings, assemble
from loaders.extraction.chinese import agreements, frames, meetings, naming, people, posts, scenes, titles
from loaders.extraction.chinese import roles as role_layer
from loaders.extraction.chinese.bodies import ORGANS, Body
from loaders.extraction.chinese.people import Person, PersonIndex
from loaders.extraction.chinese.sentences import header, readable, sentences
from loaders.extraction.dates.mention import DateMention
from loaders.extraction.dates.resolve import mentions as date_mentions
from loaders.extraction.dates.resolve import resolve
from loaders.extraction.document import Document


def facts(document: Document) -> Facts:
    """What the article says: pure, the same for the same document."""
    text = readable(document)
    named = naming.find(text, header(document), document.home)
    runs = posts.runs(text, list(titles.find(text)), named.index)
    index = people.find(text, runs, named.index)
    lines = sentences(document)
    held = role_layer.roles(text, index, named, [s.start for s in lines])
    findings = Findings()
    used: dict[Body, None] = {}
    by_person = _persons(document, index, held, findings, used)

    def stands_for(person: Person) -> Body | None:
        return role_layer.foremost(by_person.get(person, []))

    mentioned = date_mentions(document)
    for scene in scenes.scenes(_blanked(text, index, named), lines, mentioned):
        _scene(document, text, scene, named, index, stands_for, mentioned, findings, used)
    _bodies(document, named, findings, used)
    for phrase in named.rejected:
        findings.reject(document, "institution", phrase.start, phrase.end, phrase.rejected or "")
    return assemble(document, findings)


def _blanked(text: str, index: PersonIndex, named: naming.Naming) -> str:
    """The text, of equal length, without names: no cue is looked for inside one (曾大军, 对外交流中心)."""
    spans = sorted((m.start, m.end) for m in (*index, *named.index))
    parts, last = [], 0
    for start, end in spans:
        if start >= last:
            parts += [text[last:start], "□" * (end - start)]
            last = end
    return "".join([*parts, text[last:]])


def _persons(
    document: Document,
    index: PersonIndex,
    held: dict[int, list[role_layer.Role]],
    findings: Findings,
    used: dict[Body, None],
) -> dict[Person, list[role_layer.Role]]:
    by_person: dict[Person, list[role_layer.Role]] = {}
    spans: dict[Person, list[Evidence]] = {}
    for mention in index:
        by_person.setdefault(mention.person, []).extend(held.get(mention.start, ()))
        spans.setdefault(mention.person, []).append(document.clean.evidence(mention.start, mention.end))
    for person, told in by_person.items():
        roles = by_person[person] = role_layer.merged(told)
        for role in roles:
            if role.body is not None:
                used[role.body] = None
        literal = {e.quote: None for e in spans[person] if len(e.quote) == len(person.name) and e.quote != person.name}
        findings.persons.append(
            PersonFact(
                person.name,
                (*person.aliases, *literal),
                tuple(
                    dict.fromkeys(Post(r.title, r.body.name if r.body else None, r.inferred, r.former) for r in roles)
                ),
                tuple(spans[person]),
            )
        )
    return by_person


def _scene(
    document: Document,
    text: str,
    scene: scenes.Scene,
    named: naming.Naming,
    index: PersonIndex,
    stands_for: Callable[[Person], Body | None],
    mentioned: Sequence[DateMention],
    findings: Findings,
    used: dict[Body, None],
) -> None:
    date = resolve(scene.date, document) if scene.date is not None else EventDate()
    found = meetings.gathering(text, scene, named, index, stands_for)
    if found is not None:
        fact = meetings.meeting(text, found, date, document.clean.evidence(*found.evidence), stands_for)
        findings.meetings.append(fact)
        for body in (*found.hosts, *found.visitors, *found.others):
            used[found.votes.wording.get(body, body)] = None
    told = []
    for sentence in scene.sentences:
        present = frames.actors(text, sentence, named.index, index, stands_for)
        inside = [d for d in mentioned if sentence.start <= d.start < sentence.end]
        told += agreements.signings(text, sentence, present, scene.background, inside)
    for signing in agreements.merged(told, found):
        for body in signing.parties:
            used[body] = None
        for signatory in signing.signatories:
            used.update({b: None for b in named.register if signatory.party == b.name})
        findings.agreements.append(
            AgreementFact(
                signing.status,
                _signed_on(document, signing, scene),
                tuple(b.name for b in signing.parties),
                signing.signatories,
                signing.subject,
                evidence=document.clean.evidence(signing.sentence.start, signing.sentence.end),
            )
        )


def _signed_on(document: Document, signing: agreements.Signing, scene: scenes.Scene) -> EventDate:
    """The date in the sentence; for what was signed at the event, that of the event."""
    own = signing.date
    if own is not None and (own.day is not None or signing.status == "reported"):
        return resolve(own, document)
    if scene.date is not None and (signing.status == "signed" or scene.background):
        return resolve(scene.date, document)
    return EventDate()


def _bodies(document: Document, named: naming.Naming, findings: Findings, used: dict[Body, None]) -> None:
    """Every body that the text names, and those that a role or an event leans on, with its district and whole."""
    spans: dict[Body, list[Evidence]] = {body: [] for body in used}
    for mention in named.index:
        if (mention.reference or mention.body.weak) and mention.body not in spans:
            continue
        spans.setdefault(mention.body, []).append(document.clean.evidence(mention.start, mention.end))
    for body in list(spans):
        if body.kind in ORGANS and body.district is not None and body.district.level not in ("municipality", "province"):
            spans.setdefault(body.district, [])
        if body.parent is not None:
            spans.setdefault(body.parent, [])
    for body, evidence in spans.items():
        if body.kind == "district":
            findings.districts.append(
                DistrictFact(body.name, tuple(body.aliases), body.level, body.code, tuple(evidence))
            )
        else:
            findings.institutions.append(
                InstitutionFact(
                    body.name,
                    tuple(body.aliases),
                    cast(InstitutionType, body.kind),
                    body.known,
                    body.district.name if body.district is not None and body.district in spans else None,
                    body.parent.name if body.parent is not None else None,
                    tuple(evidence),
                )
            )
