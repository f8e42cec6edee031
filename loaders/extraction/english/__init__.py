"""What an English article says: mentions, then posts, meetings and agreements, each a layer over the one before."""

from graph.facts import DistrictFact, Facts, InstitutionFact, PersonFact, Post
from loaders.extraction.assemble import Findings, assemble
from loaders.extraction.document import Document
from loaders.extraction.english import passed_over
from loaders.extraction.english.agreements import AgreementReader
from loaders.extraction.english.camps import Camps
from loaders.extraction.english.functions import add_functions
from loaders.extraction.english.inference import infer, infer_ranks
from loaders.extraction.english.items import items
from loaders.extraction.english.joint_posts import Holding
from loaders.extraction.english.meetings import MeetingReader
from loaders.extraction.english.reading import Reading, read
from loaders.extraction.english.registry import Body
from loaders.extraction.english.roles import holdings
from loaders.extraction.english.sides import fact
from loaders.extraction.english.skeleton import DISTRICT
from loaders.extraction.english.units import has_acronym, is_unit_name


def facts(document: Document) -> Facts:
    """The facts that ``document`` states. Pure."""
    reading = read(document)
    findings = Findings()
    posts: list[Holding] = []
    for item in items(reading):
        posts += _events(item, findings)
    _entities(reading, posts, findings)
    for kind, start, end, reason in reading.rejected:
        findings.reject(document, kind, start, end, reason)
    return assemble(document, findings)


def _events(reading: Reading, findings: Findings) -> list[Holding]:
    """Put the meetings and agreements of one item into ``findings``; the posts that it tells."""
    document = reading.document
    camps = Camps(reading.bodies)
    posts = holdings(reading, camps)
    camps = Camps(reading.bodies)  # a post tells whose part a body is: director of the Centre at the university
    first = MeetingReader(reading, camps, posts)
    first.read(sights=True)
    infer(reading, camps, posts, first)
    meetings = MeetingReader(reading, camps, posts)
    found = meetings.read()
    agreements = AgreementReader(meetings, found)
    taken = agreements.read()
    infer_ranks(reading, camps, posts, meetings)
    for meeting in found:
        add_functions(reading, meeting, taken)
        whole = fact(meetings, meeting)
        if whole is not None:
            findings.meetings.append(whole)
        elif meeting.core is not None:
            core = reading.sentences[meeting.core]
            findings.reject(document, "meeting", core.start, core.end, "one_body")
    findings.agreements += [agreements.fact(d) for d in taken]
    for deal in agreements.deals:
        headline = reading.sentences[deal.sentence].zone == "title"
        if not (deal in taken or (headline and taken)):
            findings.reject(document, "agreement", deal.start, deal.end, "headline" if headline else "one_body")
    told = {n for m in found for n in (*m.told, m.core)} | {d.sentence for d in agreements.deals}
    for kind, start, end, reason in passed_over.events(reading, told, {n for m in found for n in m.sentences}):
        findings.reject(document, kind, start, end, reason)
    return posts


def _entities(reading: Reading, posts: list[Holding], findings: Findings) -> None:
    evidence = reading.document.clean.evidence
    bodies = reading.bodies
    used = {p.body for p in posts} | {b.parent for b in bodies.all.values()}
    used |= {bodies.by_alias.get(n) for m in findings.meetings for n in (*m.hosts, *m.visitors, *m.institutions)}
    used |= {bodies.by_alias.get(n) for a in findings.agreements for n in a.parties}
    for person in reading.people.values():
        own = tuple(_post(reading, p) for p in posts if p.person == person.key)
        findings.persons.append(
            PersonFact(person.name, tuple(person.aliases), own, tuple(evidence(a, b) for a, b in person.spans))
        )
    for body in bodies.all.values():
        mentions = tuple(evidence(a, b) for a, b in body.spans)
        if body.kind == DISTRICT:
            if body.key not in used and not (body.named and _in_region(body)):
                findings.reject(reading.document, "district", *body.spans[0], "elsewhere") if body.spans else None
                continue
            findings.districts.append(DistrictFact(body.name, tuple(body.aliases), body.level, body.code, mentions))
        elif body.named and body.key not in used and _is_unit(body):
            findings.reject(reading.document, "institution", *body.spans[0], "unit")
        elif body.named:
            parent, place = bodies.get(body.parent), bodies.get(body.district)
            findings.institutions.append(
                InstitutionFact(
                    body.name, tuple(body.aliases), body.type, body.known,
                    place.name if place else None, parent.name if parent else None, mentions,
                )
            )  # fmt: skip


def _in_region(body: Body) -> bool:
    """Beijing, Tianjin and Hebei by code; what has no code is kept, for it was listed as part of the region."""
    return body.code is None or body.code[:2] in ("11", "12", "13")


def _is_unit(body: Body) -> bool:
    """An office or department without a proper name of its own: of interest only where someone holds a post in it."""
    free = not body.known and (bool(body.parent) or body.district is None) and not has_acronym(body)
    return free and is_unit_name(body.name, bool(body.parent))


def _post(reading: Reading, holding: Holding) -> Post:
    body = reading.bodies.get(holding.body)
    told = reading.naming(holding.person, holding.sentence)
    return Post(holding.title, body.name if body else None, holding.inferred, holding.former, told)
