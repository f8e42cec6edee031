"""The keys under which records are compared: of two that are one, some share a key.

Only what two articles would tell alike is a key, and no record has more than a bounded number of each sort.
"""

from collections.abc import Iterator
from itertools import combinations

from graph.article import digest
from graph.facts import AgreementFact, MeetingFact
from graph.identity.dates import days, of_year
from graph.identity.records import EventContext, PersonContext, is_rare

COMPANIONS = 4
"""How many companions become keys of a person: rare names first, then those with the smallest digests, so that two
articles choose alike (min-wise sampling, Broder 1997). All of them count as evidence."""
PARTIES = 8
"""How many parties of an event become keys, chosen likewise: a forum of a hundred bodies has 4,950 pairs of them."""
LONGEST = 500
"""Code points of a key; what is longer is no name, but what was taken for one."""


def bounded(key: str) -> str:
    """``key`` as the id of a node, of which Neo4j allows 8 kB: a digest stands for the end of a long one."""
    return key if len(key) <= LONGEST else f"{key[:LONGEST]}~{digest(key)}"


def person_blocks(context: PersonContext) -> Iterator[str]:
    """Name with place, name with day, name with companion: whoever is joined shares one of these."""
    places = (*(a.exact for a in context.anchors), *context.near)
    evidence = [*places, *(of_year(d.day) for d in context.days)]
    yield from (f"{name}|{e}" for name in context.names.keys for e in evidence)
    company = sorted(context.companions, key=lambda c: (not is_rare(c), digest(c)))[:COMPANIONS]
    yield from (f"{context.names.primary}|{c}" for c in company)


def people_blocks(event: MeetingFact | AgreementFact, context: EventContext) -> Iterator[str]:
    """Day with person. The year is left out, for it is not always told."""
    for day in _days(event):
        yield from (f"{_letter(event)}:{day}|{person}" for person in context.people)


def party_blocks(event: MeetingFact | AgreementFact, context: EventContext) -> Iterator[str]:
    """Day with two parties, likewise."""
    parties = sorted(sorted(context.parties, key=digest)[:PARTIES])
    for day in _days(event):
        yield from (f"{_letter(event)}:{day}|{a}|{b}" for a, b in combinations(parties, 2))


def _days(event: MeetingFact | AgreementFact) -> list[str]:
    return sorted({of_year(day) for day in days(event.date)})


def _letter(event: MeetingFact | AgreementFact) -> str:
    return "m" if isinstance(event, MeetingFact) else "a"
