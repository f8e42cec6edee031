"""What speaks against a meeting or an agreement, and against who, which body and which day belong to it."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

from graph.facts import AgreementFact, MeetingFact, Participant, Signatory
from loaders.extraction.confidence.context import Context, Doubts

Event: TypeAlias = MeetingFact | AgreementFact
MANY_BODIES: Final = {"meeting": 3, "agreement": 2}
MANY_PEOPLE: Final = 8
TALKS: Final = ("040", "046")
"""CAMEO codes of meetings of which the text does not say who came to whom."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def bodies(fact: Event) -> tuple[str, ...]:
    """The bodies that take part."""
    return fact.parties if isinstance(fact, AgreementFact) else (*fact.hosts, *fact.visitors, *fact.institutions)


def meeting(fact: MeetingFact, at: Context) -> Doubts:
    """Of the text telling of this meeting."""
    if not fact.participants:
        yield "nobody_named"
    elif len(fact.participants) < 3:
        yield "few_named"
    if fact.participants and len({p.side for p in fact.participants}) < 2:
        yield "people_of_one_side"
    if not (fact.hosts and fact.visitors):
        yield "sides_unknown"
    if len(bodies(fact)) > MANY_BODIES["meeting"]:
        yield "many_bodies"
    if at.several_days:
        yield "several_days"
    if fact.code in TALKS:
        yield "talk"
    yield from _sentence(fact, at)
    yield from _order(fact, at.facts.meetings)


def agreement(fact: AgreementFact, at: Context) -> Doubts:
    """Of the text telling of this agreement with this status."""
    yield fact.status
    if len(fact.parties) < 2:
        yield "one_party"
    if len(fact.parties) > MANY_BODIES["agreement"]:
        yield "many_bodies"
    if not fact.signatories:
        yield "nobody_named"
    if not fact.subject:
        yield "no_subject"
    yield from _sentence(fact, at)
    yield from _order(fact, at.facts.agreements)


def _sentence(fact: Event, at: Context) -> Doubts:
    if fact.date.edtf is None:
        yield "undated"
    if fact.evidence is None:
        yield "untold"
        return
    if sum(at.named_in(b, fact.evidence) for b in bodies(fact)) < 2:
        yield "bodies_elsewhere"
    if not at.names_person(fact.evidence):
        yield "nobody_in_sentence"
    if at.in_title(fact.evidence):
        yield "headline_only"
    if fact.evidence.start > at.length / 2:
        yield "late_in_text"
    if all(at.is_unlisted(b) for b in bodies(fact)):
        yield "unlisted_body"


def _order(fact: Event, among: Sequence[Event]) -> Doubts:
    if len(among) > 1:
        yield "one_of_several"
        if fact is not among[0]:
            yield "not_the_first"


def date(fact: Event, at: Context) -> Doubts:
    """Of the date, given the event."""
    edtf = fact.date.edtf or ""
    if fact.date.basis == "none":
        yield "no_year"
    elif fact.date.basis != "text":
        yield f"year_of_{fact.date.basis}"
    if "/" in edtf:
        yield "range"
    elif len(edtf) < len("2024-04-19"):
        yield "no_day"
    day = edtf.split("/")[0].split("-")[-1].lstrip("0")
    if fact.evidence is None or day not in fact.evidence.quote:
        yield "date_elsewhere"
    if at.several_days:
        yield "several_days"
    if isinstance(fact, AgreementFact):
        yield fact.status


def membership(fact: Event, name: str, at: Context) -> Doubts:
    """Of the body ``name`` taking part, on its side, given the event."""
    if not at.named_in(name, fact.evidence):
        yield "bodies_elsewhere"
    if at.is_unlisted(name):
        yield "unlisted_body"
    if at.is_district(name):
        yield "body_is_district"
    if name in at.bodies and len(at.bodies[name].mentions) < 2:
        yield "named_once"
    if at.several_days:
        yield "several_days"
    if at.is_long(fact.evidence):
        yield "long_sentence"
    side, acting = _party(fact, name) if isinstance(fact, AgreementFact) else _side(fact, name, at)
    if not side:
        yield "sides_unknown"
    elif len(side) > (2 if isinstance(fact, AgreementFact) else 1):
        yield "many_bodies"
    if not acting:
        yield "nobody_of_it"


def _party(fact: AgreementFact, name: str) -> tuple[tuple[str, ...], bool]:
    return fact.parties, name in {s.party for s in fact.signatories}


def _side(fact: MeetingFact, name: str, at: Context) -> tuple[tuple[str, ...], bool]:
    """The bodies of its side, and whether one of its people is there."""
    side = next((s for s in (fact.hosts, fact.visitors) if name in s), ())
    of_it = at.people_of.get(name, ())
    return side, any(p.person in of_it for p in fact.participants)


def participant(fact: Participant, of: MeetingFact, at: Context) -> Doubts:
    """Of the person taking part, given the meeting ``of``."""
    if not at.named_in(fact.person, of.evidence):
        yield "other_sentence"
        yield from _apart(fact, of, at)
    person = at.persons.get(fact.person)
    if person is None or not any(r.institution in bodies(of) for r in person.roles):
        yield "of_another_body"
    if person is not None and len(person.mentions) < 2:
        yield "named_once"
    if fact.side is None:
        yield "no_side"
    if not fact.functions:
        yield "no_function"
    if fact.title is None:
        yield "untitled"
    if len(at.facts.meetings) > 1:
        yield "one_of_several"
    if len(of.participants) > MANY_PEOPLE:
        yield "many_people"
    if at.several_days:
        yield "several_days"


def _apart(fact: Participant, of: MeetingFact, at: Context) -> Doubts:
    """Of a person whom another sentence names than that of the meeting."""
    if fact.evidence is None or of.evidence is None:
        return
    if abs(fact.evidence.start - of.evidence.start) > at.length / 3:
        yield "far_away"
    if fact.evidence.start < of.evidence.start:
        yield "before_the_event"
    if any(year not in (of.date.edtf or "") for year in _YEAR.findall(fact.evidence.quote)):
        yield "other_year"


def signatory(fact: Signatory, of: AgreementFact, at: Context) -> Doubts:
    """Of the person having signed, given the agreement ``of``."""
    if not at.named_in(fact.person, of.evidence):
        yield "other_sentence"
    if fact.party is None:
        yield "no_side"
    if len(of.signatories) > len(of.parties):
        yield "many_people"
    yield of.status
