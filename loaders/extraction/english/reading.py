"""The first layer: an article's mentions, typed, without overlaps, and its sentences over them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.facts import EventDate, Evidence
from loaders.extraction.dates.resolve import in_year, resolve
from loaders.extraction.dates.resolve import mentions as date_mentions
from loaders.extraction.document import Document, Paragraph
from loaders.extraction.english.bodies import BodyReader
from loaders.extraction.english.lexicon import words as lexicon
from loaders.extraction.english.locations import with_locations
from loaders.extraction.english.names import Word, candidates, fold, is_surname, words
from loaders.extraction.english.officeholders import officeholders
from loaders.extraction.english.people import PeopleReader, Person
from loaders.extraction.english.phrases import Unit
from loaders.extraction.english.publishing import publishing
from loaders.extraction.english.registry import Bodies, known_units
from loaders.extraction.english.skeleton import (
    BODY,
    DATE,
    DISTRICT,
    GENERIC,
    NAME,
    Mention,
    Sentence,
    sentences,
    without_overlaps,
)
from loaders.extraction.english.support import accepted, weigh
from loaders.extraction.english.titles import generics, titles
from loaders.extraction.english.variants import descriptions, merge_variants, short_forms, small_heads
from loaders.extraction.reasons import Reason


@dataclass(slots=True)
class Reading:
    """What the first layer gives to the rules."""

    document: Document
    sentences: list[Sentence]
    people: dict[str, Person]
    bodies: Bodies
    dates: dict[int, EventDate]
    """By the start of the mention."""
    rejected: list[tuple[str, int, int, Reason]]
    home: str | None = None
    """The key of the body that published the article, where it is known or the text says "our college"."""
    day: str = ""
    """The first full day in the text, else that of publication, as ISO; empty where neither has its year."""
    year: str = ""
    """The year of the article's events; what lies before it is background. Empty where nothing tells it."""

    def naming(self, person: str, *numbers: int | None) -> Evidence | None:
        """The first of the sentences of these numbers that names the person, None being no sentence."""
        spans = self.people[person].spans
        told = (self.sentences[n] for n in numbers if n is not None)
        found = next((s for s in told if any(s.start <= a < s.end for a, _ in spans)), None)
        return self.document.clean.evidence(found.start, found.end) if found else None


class _Zones:
    """Which zone a place of the text lies in; empty for what the grammar does not read."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs, self._starts = paragraphs, [p.start for p in paragraphs]

    def __call__(self, place: int) -> str:
        i = bisect_right(self._starts, place) - 1
        return self._paragraphs[i].zone if i >= 0 and place < self._paragraphs[i].end else ""


def read(document: Document) -> Reading:
    """The typed mentions of title and body."""
    text = document.text
    zones = [p for p in document.paragraphs if p.zone in ("title", "body")]
    zone_at = _Zones(zones)
    known = {s: u for s, u in known_units(text).items() if zone_at(s) and not text.startswith("-based", u.end)}
    found = [(p, words(text, p.start, p.end)) for p in zones]
    known = _without_surnames(text, known, found)
    people, bodies = PeopleReader(text), BodyReader(text, known)
    inner = {s: u.end for u in known.values() for s in range(u.start, u.end)}
    posts = [t for p in zones for t in (_outside(m, inner) for m in titles(text, p.start, p.end)) if t]
    in_title = {s for t in posts for s in range(t.start, t.end)}
    names = [
        m
        for _, ws in found
        for m in people.pinyin([w for w in _outside_known(ws, inner) if w.start not in in_title], inner, in_title)
    ]
    names += people.foreign(
        [t for t in posts if zone_at(t.start) == "body"],
        [*names, *posts, *(Mention(BODY, u.start, u.end, u.key) for u in known.values())],
        zone_at,
    )
    named = people.brackets([*names, *(m for m in people.repeats(names) if zone_at(m.start))], known)
    dates = {d.start: d for d in date_mentions(document) if zone_at(d.start)}
    when = [Mention(DATE, d.start, d.end, text[d.start : d.end]) for d in dates.values()]
    barriers = {m.start: m.end for m in (*when, *posts, *named)}
    for paragraph, ws in found:
        bodies.read(ws, barriers, paragraph.zone)
    home = publishing(document, bodies)
    merge_variants(bodies)
    short_forms(bodies)
    small_heads(bodies)
    descriptions(bodies)
    fixed = without_overlaps(
        [*named, *when, *bodies.mentions, *posts, *(g for p in zones for g in generics(text, p.start, p.end))]
    )
    later = people.back_references([w for _, ws in found for w in ws], [m for m in fixed if m.kind != NAME], posts)
    fixed = [m for m in fixed if not _is_group(m, bodies.bodies)]
    later += officeholders(text, people.all, people.called, posts)
    when_told = _with_years({s: resolve(d, document) for s, d in dates.items()}, text)
    result = Reading(document, [], people.all, bodies.bodies, when_told, [])
    result.home = home if home in bodies.bodies.all else None
    typed = with_locations(text, without_overlaps([*later, *fixed]), bodies.bodies)
    result.sentences = sentences(document, typed)
    for body in result.bodies.all.values():
        body.spans.sort()
    result.year, result.day = _year(result), _day(result)
    _promote(result, bodies)
    weigh(people.all, result.sentences)
    for key in people.longer & people.all.keys():
        if not people.all[key].evidence & {"honorific", "apposition"}:
            people.all[key].evidence.clear()
            people.all[key].strong = False
    _decide(result)
    result.rejected += [("person", *r) for r in people.rejected] + [("institution", *r) for r in bodies.rejected]
    return result


def _is_group(mention: Mention, bodies: Bodies) -> bool:
    """Whether "the group" can be no company: then it is those who came."""
    named = (b for b in bodies.all.values() if b.type == "company" and re.search(r"\bGroup\b", " ".join(b.aliases)))
    return mention.kind == GENERIC and mention.key.casefold() == "group" and next(named, None) is None


def _without_surnames(
    text: str, known: dict[int, Unit], found: Sequence[tuple[Paragraph, list[Word]]]
) -> dict[int, Unit]:
    """Known names less those districts that are a word of a full name: Guan Zhongliang is not of Gu'an, nor is Guan
    alone in his article; SHE Guangping is not of Guangping County."""
    names = [n for _, ws in found for n in candidates(text, ws) if n.strong]
    parts = {place: n for n in names for place in (n.start, text.find(" ", n.start, n.end) + 1)}
    surnames = {n.surname for n in names}

    def is_name(start: int, unit: Unit) -> bool:
        name = parts.get(start)
        if unit.kind != "district" or not unit.text.isalpha():
            return False
        if name is None or start == name.start:
            return name is not None or fold(unit.text) in surnames
        first = text[name.start : start - 1]
        return start + len(unit.text) == name.end and first not in lexicon("names")["no_back_reference"]

    return {s: u for s, u in known.items() if not is_name(s, u)}


def _outside_known(found: Sequence[Word], inner: dict[int, int]) -> Iterator[Word]:
    """The words without those of known names, but what follows a surname may be a given name: Li Tianjin."""
    last: Word | None = None
    for word in found:
        if word.start not in inner or (last is not None and word.start - last.end == 1 and is_surname(last.text)):
            yield word
        last = word


def _outside(title: Mention, inner: dict[int, int]) -> Mention | None:
    """A title without the known name that its first words belong to; None inside such a name."""
    if title.end - 1 in inner:
        return None
    start = inner.get(title.start, title.start - 1) + 1 if title.start in inner else title.start
    return Mention(title.kind, start, title.end, title.key[start - title.start :])


_SLOTS = re.compile(
    r"Ⓣ (?:of|at|from) (?:the )?(Ⓝ)|(Ⓝ)(?:['’]s)? (?:vice )?Ⓣ Ⓟ|(Ⓝ)(?:['’]s)? delegation|Ⓟ, (Ⓝ)['’]s Ⓣ"
    r"|delegation (?:of|from) (?:the )?(?:Ⓖ of )?(Ⓝ)(?!['’]s)|Ⓣ Ⓟ (?:of|from) (?:the )?(Ⓝ)|(?<!in )(Ⓝ) (?:signed|inked)"
    r"|(Ⓝ) (?:entered into|will sign)"
    r"|(?:signed|inked|entered into|concluded|reached)[^.;Ⓝ]{0,60} (?:with|by) (?:the )?(Ⓝ)(?!['’]s Ⓝ)"
    r"|agreement with (Ⓝ)(?!['’]s Ⓝ)"
    r"|between (Ⓝ) and|between [ⒾⓁ] and (Ⓝ)|[ⒾⓁ] and (Ⓝ)(?:, [^ⓅⒾⓁ;.]{1,80},)? (?:jointly )?"
    r"(?:signed|inked|became|held|met|agreed)\b"
    r"|(?:start-up|startup|manufacturer|subsidiary|spin-off|developer|supplier|carmaker|chipmaker|maker|platform"
    r"|firm|operator|giant|brand|affiliate|company),? (Ⓝ)|(?:with|and|between) Ⓝ['’]s (Ⓝ)"
    r"|[ⒾⓁ] and (Ⓝ) (?:have |had |has )?(?:signed|concluded|extended|renewed|inked)"
    r"|(Ⓝ) and [ⒾⓁ] have (?:signed|concluded|extended|renewed|inked)"
)


def _year(reading: Reading) -> str:
    """The year of publication, or of the first day in the text; "~" (after all) where that date leaves it open."""
    published = (reading.document.published or "")[:4]
    dated = [d.edtf for _, d in sorted(reading.dates.items()) if d.edtf]
    first = next((d for d in dated if len(d) >= len("XXXX-12-25")), dated[0] if dated else "")
    year = first[:4] if first else ""
    if published.isdigit():
        return min(published, year) if year.isdigit() and int(published) - int(year) == 1 else published
    return year if year.isdigit() else "~" if first else ""


def _day(reading: Reading) -> str:
    dated = [d.earliest for _, d in sorted(reading.dates.items()) if len(d.edtf or "") >= len("2024-12-25")]
    published = reading.document.published or ""
    return next((d for d in dated if d), published if len(published) == len("2024-12-25") else "")


_EDITION = re.compile(r"\b[Tt]he (20\d\d) (?=[A-Z])[^.;\n]{0,200}$")
"""A year before the name of an event in the same sentence: "the 2021 Hydrogen Forum opened on June 3"."""


def _with_years(dates: dict[int, EventDate], text: str) -> dict[int, EventDate]:
    """Days without a year, which have that of the first full day of the text where they are within a month of it."""
    for start, date in dates.items():
        edition = _EDITION.search(text, max(0, start - 240), start)
        if edition and date.edtf and date.edtf.startswith("XXXX-"):
            dates[start] = in_year(date.edtf, edition.group(1), "text")
    lead = next((d.edtf for _, d in sorted(dates.items()) if d.basis == "text" and len(d.edtf or "") >= 10), None)
    if lead is None:
        return dates
    month = int(lead[5:7])
    near = {month - 1, month, month + 1} & set(range(1, 13))
    return {
        s: in_year(d.edtf, lead[:4], "text")
        if d.edtf and d.edtf.startswith("XXXX-") and d.basis == "none" and int(d.edtf[5:7]) in near
        else d
        for s, d in dates.items()
    }


_NO_BODY = ("State", "Nation", "Country", "Party")
_OF_THE = re.compile(r"Ⓣ of the (Ⓖ)")


def _called(bodies: BodyReader, generic: Mention) -> set[str]:
    """The loose name that "the base" is short for, where no body has that noun in its name."""
    noun = generic.key.capitalize()
    if noun not in lexicon("bodies")["places"] or any(noun in b.name.split(" ") for b in bodies.bodies.all.values()):
        return set()
    loose = [
        m.key for m in bodies.mentions if m.kind == NAME and m.start < generic.start and m.key.endswith(f" {noun}")
    ]
    return set(loose[-1:])


def _promote(reading: Reading, bodies: BodyReader) -> None:
    """A loose name in the place of a body is one: "Chief Technology Officer of iSoftStone"."""
    index = {(m.start, m.end): i for i, m in enumerate(bodies.mentions) if m.kind == NAME}
    names = set()
    for sentence in reading.sentences:
        for match in _SLOTS.finditer(sentence.skeleton) if NAME in sentence.skeleton else ():
            place = next(match.start(g) for g in range(1, len(match.groups()) + 1) if match.group(g))
            key = sentence.at(place).key
            if key in lexicon("bodies")["countries"] and not sentence.skeleton.startswith(("'s", "’s"), place + 1):
                continue  # the ambassador of a country acts for a mission
            words_ = key.split(" ")
            if key in lexicon("bodies")["not_acronyms"] or key in _NO_BODY:
                continue
            if not all(w in lexicon("bodies")["unit_words"] for w in words_):  # Dean of International Education
                names.add(key)
        for match in _OF_THE.finditer(sentence.skeleton):
            names |= _called(bodies, sentence.at(match.start(1)))
    if not names:
        return
    for (_, _), i in index.items():
        if bodies.mentions[i].key in names:
            bodies.promote(i)
    changed = {m.start: m for m in bodies.mentions}
    reading.sentences = [_with(s, changed) for s in reading.sentences]


def _with(sentence: Sentence, changed: dict[int, Mention]) -> Sentence:
    mentions = tuple(changed.get(m.start, m) if m.kind == NAME else m for m in sentence.mentions)
    skeleton = list(sentence.skeleton)
    for mention, place in zip(mentions, sentence.places, strict=True):
        skeleton[place] = mention.kind
    return Sentence(
        sentence.zone, sentence.paragraph, sentence.start, sentence.end, "".join(skeleton), mentions, sentence.places
    )


def _decide(reading: Reading) -> None:
    """Drop the candidates that nothing supports."""
    for key, person in list(reading.people.items()):
        if not accepted(person):
            given, _, surname = key.partition(" ")
            other = reading.people.get(f"{surname} {given}")
            if other and accepted(other):  # Bing Liu beside Liu Bing: which word is the surname is known by now
                other.aliases.update(person.aliases)
                other.spans += person.spans
                del reading.people[key]
                continue
            start, end = person.spans[0]
            reading.rejected.append(("person", start, end, "no_evidence"))
            del reading.people[key]


def bodies_in(mentions: Sequence[Mention]) -> list[str]:
    """The keys of institutions and districts among ``mentions``."""
    return [m.key for m in mentions if m.kind in (BODY, DISTRICT)]
