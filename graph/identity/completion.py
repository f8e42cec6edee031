"""Facts made whole: every name that they use stands for an entity, every entity has a mention where the text has it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from graph.facts import DistrictFact, Evidence, Facts, InstitutionFact, PersonFact
from graph.knowledge.districts import districts

Named = TypeVar("Named", PersonFact, InstitutionFact, DistrictFact)


def complete(facts: Facts, text: str) -> Facts:
    """``facts`` with an entity for each name that a post, an event, a parent or a district uses and none has.

    ``text`` is the article's raw text; an entity without mentions gets the first place of one of its names there.
    """
    people = _unlisted(_people(facts), facts.persons)
    bodies = _unlisted(_bodies(facts), (*facts.institutions, *facts.districts))
    places = [n for n in bodies if districts().named(n)]
    return replace(
        facts,
        persons=_mentioned((*facts.persons, *map(PersonFact, people)), text),
        institutions=_mentioned((*facts.institutions, *(InstitutionFact(n) for n in bodies if n not in places)), text),
        districts=_mentioned((*facts.districts, *map(DistrictFact, places)), text),
    )


def _unlisted(used: Iterator[str | None], entities: Sequence[PersonFact | InstitutionFact | DistrictFact]) -> list[str]:
    return sorted({name for name in used if name} - {name for e in entities for name in (e.name, *e.aliases)})


def _people(facts: Facts) -> Iterator[str | None]:
    yield from (p.person for m in facts.meetings for p in m.participants)
    yield from (s.person for a in facts.agreements for s in a.signatories)


def _bodies(facts: Facts) -> Iterator[str | None]:
    yield from (name for m in facts.meetings for name in (*m.hosts, *m.visitors, *m.institutions))
    yield from (name for a in facts.agreements for name in (*a.parties, *(s.party for s in a.signatories)))
    yield from (post.institution for person in facts.persons for post in person.roles)
    yield from (name for body in facts.institutions for name in (body.parent, body.district))


def _mentioned(entities: Sequence[Named], text: str) -> tuple[Named, ...]:
    return tuple(e if e.mentions else replace(e, mentions=tuple(_first_mention(e, text))) for e in entities)


def _first_mention(entity: PersonFact | InstitutionFact | DistrictFact, text: str) -> Iterator[Evidence]:
    for name in filter(None, (entity.name, *entity.aliases)):
        if (start := text.find(name)) >= 0:
            yield Evidence(start, start + len(name), name)
            return
