"""An article and its facts without those who are suppressed: the form in which it is kept, a function of both."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from graph.article import Article, KeptArticle
from graph.facts import (
    AgreementFact,
    DistrictFact,
    Evidence,
    Facts,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Signatory,
)
from graph.identity.intake import shown_source
from graph.identity.masking import Names, Span, without

Out: TypeAlias = PersonFact | InstitutionFact
"""A fact about one who is suppressed."""


HIDDEN: Final = "withheld"
"""What is shown in place of a file or host whose name names somebody."""


def withheld(article: Article, facts: Facts, out: Mapping[Names, Collection[Out]]) -> tuple[Article, Facts]:
    """``article`` and its complete ``facts`` without the facts of ``out``, all names there are of their bearers masked;
    the very same article where nothing is.

    ``out`` has everyone who is suppressed, also who has no fact here: then a full name is masked, unless somebody else
    of the article bears it.
    """
    cut = _Cut(article, facts, out)
    url = None if article.url and cut.in_address(article.url) else article.url
    source = shown_source(article.url, article.file)
    shown = HIDDEN if cut.in_address(source) else source
    title, kept = cut.told(article.title), cut.facts()
    if (cut.text, title, url, shown) == (article.text, article.title, article.url, source) and kept == facts:
        return article, facts
    came_from = article.origin or f"{article.id} {article.file}"
    return KeptArticle(shown, cut.text, url, title, article.published, came_from, article.id), kept


def shown_as(source: str, suppressed: Iterable[Names]) -> str:
    """``source``, the name of an input, unless it names somebody who is suppressed."""
    return HIDDEN if any(names.in_address(source) for names in suppressed) else source


class _Cut:
    """What is cut out of one article."""

    def __init__(self, article: Article, facts: Facts, out: Mapping[Names, Collection[Out]]) -> None:
        self._facts = facts
        self._gone = {fact for facts_ in out.values() for fact in facts_}
        self._left = [p for p in facts.persons if p not in self._gone]
        self._named = [(names, bool(facts_)) for names, facts_ in out.items() if facts_ or not self._borne(names)]
        spared = [(m.start, m.end) for person in self._left for m in person.mentions]
        self.text = without(article.text, self._spans(article.text, spared), spared)
        people = {name: p for p in reversed(facts.persons) for name in (*p.aliases, p.name)}
        bodies = {name: b for b in reversed(facts.institutions) for name in (*b.aliases, b.name)}
        people |= {p.name: p for p in reversed(facts.persons)}
        bodies |= {b.name: b for b in reversed(facts.institutions)}
        self._out_names = {name for name, p in people.items() if p in self._gone}
        self._out_bodies = {name for name, b in bodies.items() if b in self._gone}
        self._districts = {name for d in facts.districts for name in (d.name, *d.aliases)}

    def _borne(self, names: Names) -> bool:
        """Whether somebody else of the article bears one of ``names``."""
        theirs = (name for person in self._left for name in (person.name, *person.aliases))
        return any(True for name in theirs for _ in names.spans(name))

    def _spans(self, text: str, spared: Sequence[Span]) -> Iterator[Span]:
        for fact in self._gone:
            yield from ((m.start, m.end) for m in fact.mentions if (m.start, m.end) not in spared)
        yield from self._name_spans(text)

    def _name_spans(self, text: str) -> Iterator[Span]:
        others = [person.name for person in self._left]
        for names, sure in self._named:
            yield from names.spans(text, sure=sure)
            if sure and names.person:
                yield from names.surname_spans(text, others)

    def in_address(self, address: str) -> bool:
        return any(names.in_address(address) for names, _ in self._named)

    def told(self, text: str | None) -> str | None:
        """A text of its own (a title, a subject) without the names."""
        return None if text is None else without(text, self._name_spans(text))

    def facts(self) -> Facts:
        """The facts without those who are suppressed, with every quote as the text now has it."""
        facts = self._facts
        return replace(
            facts,
            title=self.told(facts.title),
            persons=tuple(self._person(p) for p in self._left),
            institutions=tuple(self._institution(i) for i in facts.institutions if i not in self._gone),
            districts=tuple(self._district(d) for d in facts.districts),
            meetings=tuple(map(self._meeting, facts.meetings)),
            agreements=tuple(map(self._agreement, facts.agreements)),
            rejects=(),
        )

    def _quote(self, evidence: Evidence | None) -> Evidence | None:
        return evidence and self._mention(evidence)

    def _mention(self, mention: Evidence) -> Evidence:
        return replace(mention, quote=self.text[mention.start : mention.end])

    def _mentions(self, mentions: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(map(self._mention, mentions))

    def _texts(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._told(text) for text in texts)

    def _told(self, text: str) -> str:
        return without(text, self._name_spans(text))

    def _body(self, name: str | None) -> str | None:
        if name is None or name in self._out_bodies:
            return None
        return name if name in self._districts else self._told(name)

    def _bodies(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(body for name in names if (body := self._body(name)) is not None)

    def _shares(self, shares: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
        return tuple((body, share) for name, share in shares if (body := self._body(name)) is not None)

    def _person(self, person: PersonFact) -> PersonFact:
        roles = tuple(map(self._post, person.roles))
        return replace(person, roles=roles, mentions=self._mentions(person.mentions))

    def _post(self, post: Post) -> Post:
        told = self._told(post.title), self._body(post.institution), self._quote(post.evidence)
        return replace(post, title=told[0], institution=told[1], evidence=told[2])

    def _institution(self, body: InstitutionFact) -> InstitutionFact:
        return replace(
            body,
            name=self._told(body.name),
            aliases=self._texts(body.aliases),
            parent=self._body(body.parent),
            mentions=self._mentions(body.mentions),
        )

    def _district(self, district: DistrictFact) -> DistrictFact:
        return replace(district, mentions=self._mentions(district.mentions))

    def _meeting(self, meeting: MeetingFact) -> MeetingFact:
        people = (self._participant(p) for p in meeting.participants if p.person not in self._out_names)
        return replace(
            meeting,
            place=self.told(meeting.place),
            hosts=self._bodies(meeting.hosts),
            visitors=self._bodies(meeting.visitors),
            institutions=self._bodies(meeting.institutions),
            participants=tuple(people),
            unnamed=self._texts(meeting.unnamed),
            evidence=self._quote(meeting.evidence),
            also=self._mentions(meeting.also),
            body_confidence=self._shares(meeting.body_confidence),
        )

    def _participant(self, person: Participant) -> Participant:
        return replace(person, title=self.told(person.title), evidence=self._quote(person.evidence))

    def _agreement(self, agreement: AgreementFact) -> AgreementFact:
        people = (self._signatory(s) for s in agreement.signatories if s.person not in self._out_names)
        return replace(
            agreement,
            parties=self._bodies(agreement.parties),
            signatories=tuple(people),
            subject=self.told(agreement.subject),
            evidence=self._quote(agreement.evidence),
            also=self._mentions(agreement.also),
            body_confidence=self._shares(agreement.body_confidence),
        )

    def _signatory(self, person: Signatory) -> Signatory:
        return replace(person, party=self._body(person.party), evidence=self._quote(person.evidence))
