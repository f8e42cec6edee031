"""What one article of a register tells, as facts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, cast, get_args

from graph.facts import (
    AgreementFact,
    DistrictFact,
    Evidence,
    Facts,
    InstitutionFact,
    InstitutionType,
    Level,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Signatory,
)
from graph.identity import known
from loaders.registers.entries import Entity, Held, Mention, Part, Register, Report, Source, Told

Place = Callable[[str, int | None], Evidence | None]
ENTRY: Final = "Entry of a register, without a source sentence"
"""The title of an article that the register tells by itself."""
HAN: Final = range(0x4E00, 0xA000)


class Teller:
    """Turns what a register has of one article into its facts, in which everything is called by a name of its own."""

    def __init__(self, register: Register, parts: Mapping[str, list[Part]], source: Source, place: Place) -> None:
        self._register, self._parts, self._source, self._place = register, parts, source, place
        self._called: dict[str, str] = {}
        self._entities: dict[str, Entity] = {}
        self._mentions: dict[str, list[Evidence]] = {}
        self._posts: dict[str, list[Post]] = {}
        self._problems: list[str] = []

    def facts(
        self, reports: Sequence[Report], posts: Sequence[Held], mentions: Sequence[Mention]
    ) -> tuple[Facts, list[str]]:
        """The facts, and what could not be told."""
        lang = self._source.lang or self._language(reports, posts, mentions)
        self._lang = lang
        events = [self._event(told) for told in _by_event(reports)]
        for post in posts:
            self._take_post(post)
        for mention in mentions:
            if self._name(mention.entity) and (found := self._seen(mention.told)):
                self._mentions.setdefault(mention.entity, []).append(found)
        for id, name in self._called.items():
            if not self._mentions.get(id) and (seen := self._place(name, None)):
                self._mentions[id] = [seen]
        facts = Facts(
            self._source.id,
            "zh" if lang == "zh" else "en",
            self._source.title,
            self._source.published,
            persons=tuple(self._person(e) for e in self._of("person")),
            institutions=tuple(self._institution(e) for e in self._of("institution")),
            districts=tuple(self._district(e) for e in self._of("district")),
            meetings=tuple(e for e in events if isinstance(e, MeetingFact)),
            agreements=tuple(e for e in events if isinstance(e, AgreementFact)),
        )
        return facts, self._problems

    def _language(self, reports: Iterable[Report], posts: Iterable[Held], mentions: Iterable[Mention]) -> str:
        told = [r.told.quote for r in reports] + [m.told.quote for m in mentions] + [p.title for p in posts]
        return "zh" if any(ord(character) in HAN for text in told for character in text) else "en"

    def _of(self, kind: str) -> list[Entity]:
        return [entity for entity in self._entities.values() if entity.kind == kind]

    def _seen(self, told: Told) -> Evidence | None:
        return self._place(told.quote, told.start)

    def _name(self, id: str) -> str | None:
        """What the entity is called in this article: in its language if it can, and as nobody else here is."""
        if id in self._called:
            return self._called[id]
        if not (entity := self._register.entities.get(id)):
            self._problems.append(f"{id} is referred to and not in the register")
            return None
        own = [name for name in entity.names if any(ord(c) in HAN for c in name) == (self._lang == "zh")]
        taken = {name for other in self._entities.values() for name in (self._called[other.id],)}
        name = next((name for name in (*own, *entity.names) if name not in taken), None)
        if name is None:
            self._problems.append(f"{id} has no name that nobody else in the article has; left out of it")
            return None
        self._called[id], self._entities[id] = name, entity
        return name

    def _take_post(self, post: Held) -> None:
        person, body = self._name(post.person), self._name(post.body)
        if person is None or body is None:
            return
        evidence = self._here(post.told)
        if post.told is None and self._source.id == post.person:
            evidence = self._place(f"{ENTRY}: {person} · {post.title} · {body}", None)
        held = Post(post.title, body, evidence=evidence, confidence=post.confidence)
        if held not in self._posts.setdefault(post.person, []):
            self._posts[post.person].append(held)

    def _event(self, reports: Sequence[Report]) -> MeetingFact | AgreementFact | None:
        """What the article tells once, be it in two sentences: that in its own language is the first."""
        report = reports[0]
        event = self._register.events.get(report.event)
        sentences = sorted((r.told for r in reports), key=lambda told: _han(told.quote), reverse=self._lang == "zh")
        seen = [found for told in sentences if (found := self._seen(told))]
        if event is None or len(seen) < len(sentences):
            what = "is reported and not in the register" if event is None else "is quoted with what its article lacks"
            self._problems.append(f"{report.event} {what}")
        if event is None or not seen:
            return None
        people: list[tuple[Part, str]] = []
        bodies: list[tuple[Part, str]] = []
        for part in self._parts.get(event.id, ()):
            if name := self._name(part.entity):
                entity = self._entities[part.entity]
                (people if entity.kind == "person" else bodies).append((part, name))
        common: dict[str, Any] = {
            "date": event.date,
            "code": event.code,
            "confidence": event.confidence,
            "evidence": seen[0],
            "also": tuple(seen[1:]),
            "extractor": report.extractor,
            "body_confidence": tuple((name, part.confidence) for part, name in bodies if part.confidence != 1.0),
        }
        if event.status is not None:
            signatories = tuple(
                Signatory(name, self._name(part.party) if part.party else None, self._here(part.told))
                for part, name in people
            )
            parties = tuple(name for _, name in bodies)
            return AgreementFact(
                event.status, parties=parties, signatories=signatories, subject=event.subject, kind=event.kind, **common
            )
        return MeetingFact(
            place=event.place,
            format=event.format,
            hosts=tuple(name for part, name in bodies if part.side == "host"),
            visitors=tuple(name for part, name in bodies if part.side == "visitor"),
            institutions=tuple(name for part, name in bodies if part.side is None),
            participants=tuple(self._participant(part, name) for part, name in people),
            **common,
        )

    def _participant(self, part: Part, name: str) -> Participant:
        told = self._here(part.told)
        return Participant(name, part.role, part.side, title=part.title, evidence=told, confidence=part.confidence)

    def _here(self, told: Told | None) -> Evidence | None:
        return self._seen(told) if told and told.article == self._source.id else None

    def _person(self, entity: Entity) -> PersonFact:
        posts = tuple(self._posts.get(entity.id, ()))
        return PersonFact(*self._names(entity), posts, tuple(self._mentions.get(entity.id, ())))

    def _institution(self, entity: Entity) -> InstitutionFact:
        within = [other for other in entity.within if other in self._called]
        kinds = {self._entities[other].kind: self._called[other] for other in within}
        return InstitutionFact(
            *self._names(entity),
            cast(InstitutionType, entity.sort if entity.sort in get_args(InstitutionType) else "other"),
            entity.id if known.find(entity.id) else None,
            kinds.get("district"),
            kinds.get("institution"),
            tuple(self._mentions.get(entity.id, ())),
        )

    def _district(self, entity: Entity) -> DistrictFact:
        level = cast(Level, entity.sort if entity.sort in get_args(Level) else "other")
        code = entity.id.removeprefix("d-")
        mentions = tuple(self._mentions.get(entity.id, ()))
        return DistrictFact(*self._names(entity), level, code if code.isdigit() and len(code) == 6 else None, mentions)

    def _names(self, entity: Entity) -> tuple[str, tuple[str, ...]]:
        """Its name in the article, and its others but those that somebody else bears in it."""
        name = self._called[entity.id]
        others = {called for id, called in self._called.items() if id != entity.id}
        return name, tuple(alias for alias in entity.names if alias != name and alias not in others)


def _by_event(reports: Iterable[Report]) -> list[list[Report]]:
    """The reports of each event by who found it: an article in two languages has two sentences of it."""
    found: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        found.setdefault((report.event, report.extractor), []).append(report)
    return list(found.values())


def _han(quote: str) -> float:
    """The share of Chinese characters."""
    return sum(ord(character) in HAN for character in quote) / max(len(quote), 1)
