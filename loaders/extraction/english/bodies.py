"""Institutions and districts of one article: known names, phrases with a head noun, acronyms and short forms."""

import re
from collections.abc import Sequence
from functools import cache
from string import ascii_lowercase

from graph.facts import InstitutionType
from graph.knowledge.districts import districts
from graph.knowledge.institutions import Institution, institutions
from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.names import Word
from loaders.extraction.english.phrases import Phrase, Unit, head_type, headed, is_place, phrases, rows
from loaders.extraction.english.registry import Bodies, Body
from loaders.extraction.english.skeleton import BODY, DISTRICT, NAME, Mention
from loaders.extraction.english.titles import is_generic
from loaders.extraction.reasons import Reason

_DEFINITION = re.compile(
    r"\.?\s?\((?:hereinafter |hereafter |also )?(?:(?:referred to|known|abbreviated) as |called |short for )?"
    r"(?:the )?[\"“]?([^\W\d_][\w&.-]{1,14}(?: [A-Z][\w-]+)?)[\"”]?(?:,? for short)?\)"
)
_PAPER_TITLE = re.compile(
    r"[\"“](?=[^\"”\n]{0,200}\b(?:Agreement|Memorandum|Contract|Letter of Intent|Protocol|Opinions|Plan)\b)"
    r"(?![^\"”\n]{0,200} [Bb]etween )[^\"”\n]{0,200}[\"”]"
)
_PLACED = re.compile(r"(?:, | in )[A-Z][a-z]+ \(([A-Z]{3,8})\)")
_DOT = re.compile(r"\.(?=[,;]| [a-z(])")
_BRANCH = re.compile(r"(?P<place> in [A-Z]\w+) \([A-Z]{2,8}\)")
_INDEFINITE = re.compile(r"\b[Aa]n? $")
LONGEST = 30
"""Words of a name that tell whose it is."""
_PLANNED_AFTER = re.compile(
    r"[\"”,]? (?:[\w ,-]{0,30})?(?:would|will|is to|are to) be (?:built|set up|established|founded)"
)
_BEFORE_INSIDE = frozenset(f"{ascii_lowercase},")
"""What stands before the space before a word within a sentence."""
_BORDER = re.compile(r"\b")
_STANDING = re.compile(r"Standing Committee of (?:the )?")


class BodyReader:
    """Reads the bodies of one text, paragraph by paragraph."""

    def __init__(self, text: str, known: dict[int, Unit]) -> None:
        self.text, self.known = text, known
        self.bodies = Bodies()
        self.mentions: list[Mention] = []
        self.rejected: list[tuple[int, int, Reason]] = []
        self._last_planned = 0
        self._titles = [m.span() for m in _PAPER_TITLE.finditer(text)]
        self._planned = _planned()

    def read(self, found: Sequence[Word], barriers: dict[int, int], zone: str) -> None:
        """Take the mentions of bodies in a paragraph of these words."""
        for row in rows(self.text, found, self.known, barriers):
            for phrase in phrases(row):
                self._phrase(phrase, zone)

    def _phrase(self, phrase: Phrase, zone: str) -> None:
        units = phrase.units
        if not units:
            return
        if len(units) == 1 and units[0].kind in ("body", "district"):
            self._known(units[0])
        elif self._is_elsewhere(phrase):
            self._headed(phrase)
        elif phrase.head is None or is_place(phrase):
            self._loose(phrase, zone)
        elif self._is_planned(phrase):
            self.rejected.append((phrase.start, phrase.end, "planned"))
        elif self._is_quoted(phrase):
            self.rejected.append((phrase.start, phrase.end, "quoted"))
        elif zone == "title" and not self._stands_alone(phrase):
            self.rejected.append((phrase.start, phrase.end, "headline"))
            for unit in phrase.units:
                if unit.kind in ("body", "district"):
                    self._known(unit)
        else:
            self._headed(phrase)

    def _is_elsewhere(self, phrase: Phrase) -> bool:
        """Whether a place stands before a known hospital or school of another place: it is one of its own there."""
        kinds = tuple(u.kind for u in phrase.units)
        if kinds != ("district", "body") or not phrase.units[1].text.endswith(("Hospital", "School")):
            return False
        own = institutions().by_id(phrase.units[1].key).district
        place = districts().by_id(phrase.units[0].key) if not phrase.units[0].key.startswith("?") else None
        around = place.code.rstrip("0") if place and place.code else "?"
        return bool(own and place and own != place.id and not own.removeprefix("d-").startswith(around))

    def _is_planned(self, phrase: Phrase) -> bool:
        before = self.text[max(0, phrase.start - 60) : phrase.start]
        goes_on = self.text[self._last_planned : phrase.start] in (" and ", ", ", ", and ")
        if goes_on or self._planned.search(before) or _PLANNED_AFTER.match(self.text, phrase.end, phrase.end + 70):
            self._last_planned = phrase.end
            return True
        return False

    def _is_quoted(self, phrase: Phrase) -> bool:
        """Whether a phrase is a word of a paper's title in quotation marks."""
        return any(a <= phrase.start < b for a, b in self._titles)

    def _stands_alone(self, phrase: Phrase) -> bool:
        """Whether a headline's phrase is a name: it returns below, or is a plain one that only the headline gives. What
        "a" stands before (A Software Company) is none for its capitals."""
        surface = self.text[phrase.start : phrase.end]
        plain = (
            len(phrase.units) < 5
            and phrase.head is not None
            and head_type(phrase.head) in ("university", "company")
            and not phrase.head.endswith(("prises", "ies"))
            and not _INDEFINITE.search(self.text, max(0, phrase.start - 4), phrase.start)
        )
        return any(u.kind == "body" for u in phrase.units) or plain or self.text.find(surface, phrase.end) >= 0

    def _known(self, unit: Unit) -> None:
        body = self._register(unit)
        body.named += 1
        self._mention(body, unit.start, unit.end)

    def _register(self, unit: Unit) -> Body:
        kind = BODY if unit.kind == "body" else DISTRICT
        body = self.bodies.take(unit.key, unit.text, kind)
        if kind == BODY:
            self._from_table(body, institutions().by_id(unit.key))
        elif not unit.key.startswith("?"):
            place = districts().by_id(unit.key)
            body.level, body.code = place.level, place.code
        return body

    def _from_table(self, body: Body, entry: Institution) -> None:
        """What the table tells of a known body: its type, and for a government or party body its district."""
        body.known, body.type = entry.id, entry.type
        if entry.type in ("government", "party") and entry.district and body.district is None:
            place = districts().by_id(entry.district)
            if place is not None:
                there = self.bodies.all.setdefault(place.id, Body(place.id, place.name_en, DISTRICT))
                there.level, there.code = place.level, place.code
                body.district = place.id

    def _mention(self, body: Body, start: int, end: int) -> None:
        end += bool(self.text.endswith(("Ltd", "Co", "Inc", "Corp"), start, end) and _DOT.match(self.text, end))
        branch = _BRANCH.match(self.text, end, end + 60)
        if branch and body.kind == BODY and not body.known:
            end = branch.end("place")
            body.call(self.text[start:end])
            self.bodies.by_alias.setdefault(self.text[start:end], body.key)
        definition = _DEFINITION.match(self.text, end, end + 60)
        placed = _PLACED.match(self.text, end, end + 60) if definition is None else None
        if placed and placed.group(1)[0] == self.text[start]:
            definition = placed
        if (
            definition
            and body.kind == BODY
            and any(c.isupper() for c in definition.group(1)[:2])
            and definition.group(1) not in words("bodies")["not_acronyms"]
        ):
            owner = self.bodies.get(body.parent)
            last = owner is not None and self.text.endswith(tuple(owner.aliases), start, end)
            named = owner if owner and last and _stands_for(definition.group(1), owner.name) else body
            if named is body:
                named = body = self._identified(body, definition.group(1))
            named.aliases.setdefault(definition.group(1))
            self.bodies.by_alias[definition.group(1)] = named.key
            self.mentions.append(Mention(body.kind, start, definition.end(), body.key))
        else:
            self.mentions.append(Mention(body.kind, start, end, body.key))
        body.spans.append((start, end))

    def _identified(self, body: Body, acronym: str) -> Body:
        """The body of the table whose acronym a name is given, under that name too."""
        key = next((u.key for u in self.known.values() if u.kind == "body" and u.text == acronym), None)
        if body.known or key is None or key == body.key or len(self.bodies.all[body.key].spans) > 1:
            return body
        known = self.bodies.take(key, body.name, BODY)
        self._from_table(known, institutions().by_id(key))
        known.spans += body.spans
        known.named += body.named
        self.mentions = [Mention(m.kind, m.start, m.end, key if m.key == body.key else m.key) for m in self.mentions]
        for alias in body.aliases:
            known.call(alias)
            self.bodies.by_alias[alias] = key
        del self.bodies.all[body.key]
        return known

    def _loose(self, phrase: Phrase, zone: str) -> None:
        """A phrase without a head: an acronym's full name, a brand, or a name longer than the body in it."""
        definition = _DEFINITION.match(self.text, phrase.end, phrase.end + 30)
        if definition and _initials(phrase) >= set(definition.group(1).upper()) and definition.group(1).isupper():
            self._headed(phrase)
            return
        first = phrase.units[0]
        if len(phrase.units) == 1 and (
            first.text in _single_heads() or is_generic(first.text) or self._is_beginning(first)
        ):
            return
        if all(u.kind != "word" for u in phrase.units):
            for unit in phrase.units:
                if unit.kind != "small":
                    self._known(unit)
            return
        if first.kind == "body" and zone == "title":
            self._known(first)
            return
        for unit in phrase.units:
            if unit.kind == "body":
                self.rejected.append((phrase.start, phrase.end, "longer_name"))
                break
        start = 0
        for i, unit in enumerate([*phrase.units, Unit("stop", "", phrase.end, phrase.end)]):
            if (unit.kind == "stop" or unit.text == "and") and i > start:
                self._name(phrase.units[start:i], is_place(phrase) or phrase.units[-1].text in words("bodies")["fairs"])
                start = i + 1

    def _name(self, units: Sequence[Unit], is_own: bool) -> None:
        """A loose name; of a place before common words only the place counts: "Beijing Winter Olympics". Not so in one
        that ``is_own``, of a building or a fair."""
        if units[0].kind == "district" and not is_own:
            self._register(units[0]).named += 1
        if len(units) == 1 and units[0].text in words("bodies")["adjectives"]:
            following = self.text[units[0].end + 1 : units[0].end + 10]
            if not following.startswith(("embassy", "consulate")):
                return
        if len(units) == 1 and units[0].kind in ("body", "district"):
            self._known(units[0])
        else:
            surface = self.text[units[0].start : units[-1].end]
            self.mentions.append(Mention(NAME, units[0].start, units[-1].end, surface))

    def _is_beginning(self, unit: Unit) -> bool:
        """Whether a word has its capital only from where it stands: it opens a sentence and is small elsewhere."""
        if unit.kind != "word" or not unit.text[1:].islower():
            return False
        before = self.text[max(0, unit.start - 2) : unit.start].strip(' "“‘')
        return (not before or before[-1] in ".!?:\n)") and not self._inside(unit.text)

    def _inside(self, word: str) -> bool:
        """Whether a capitalised word occurs within a sentence."""
        at = self.text.find(f" {word}", 1)
        while at > 0:
            if self.text[at - 1] in _BEFORE_INSIDE and _BORDER.match(self.text, at + 1 + len(word)):
                return True
            at = self.text.find(f" {word}", at + 1)
        return False

    def _headed(self, phrase: Phrase) -> None:
        standing = _STANDING.match(self.text, phrase.start, phrase.end)
        units = [u for u in phrase.units if not standing or u.start >= standing.end()]
        if len(units) == 1 and units[0].kind == "body":
            self._known(units[0])
            return
        start, end = units[0].start, phrase.end
        surface = self.text[start:end]
        if units[0].kind == "district" and surface.endswith("Party and Government"):
            self._known(units[0])
            return
        if is_generic(surface):
            return
        body = self.bodies.take(self.bodies.find(surface), surface, BODY)
        body.named += 1
        if not body.known:
            body.type = self._type(phrase, surface)
        self._relate(body, units)
        self._mention(body, start, end)

    def _type(self, phrase: Phrase, surface: str) -> InstitutionType:
        if "Committee" in surface and re.search(r"\b(?:CPC|Party|Communist|Working)\b", surface):
            return "party"
        if re.search(r"\b(?:District|County|Municipal|City|Provincial|Area|Town) Committee$", surface):
            return "party"
        if re.search(r"\b(?:Administrative|Administration|Management) Committee\b", surface):
            return "government"
        owner = next((u for u in phrase.units if u.kind == "body"), None)
        if owner and phrase.head in words("bodies")["units"]:
            return institutions().by_id(owner.key).type
        return head_type(phrase.head) if phrase.head else "other"

    def _relate(self, body: Body, units: Sequence[Unit]) -> None:
        """Note the owner and the district that the name itself tells: "Planning Office of ORG", "X District Bureau"."""
        for i, unit in enumerate(units[:LONGEST]):
            if unit.kind == "body":
                body.parent = self._register(unit).key
            elif unit.kind == "district":
                place = self._register(unit)
                body.district = place.key
                place.named += body.type in ("government", "party")
            elif unit.text == "of" and body.parent is None and units[0].text != "University":
                owner = Phrase(tuple(units[i + 1 :]), headed(units[i + 1 :]))
                if owner.head and len(owner.units) > 2 and owner.units[0].text != "the":
                    surface = self.text[owner.start : owner.end]
                    body.parent = self.bodies.take(self.bodies.find(surface), surface, BODY).key

    def outside(self, phrase: Phrase) -> str:
        """The key of the body that a phrase outside the text names, as the publisher in the line of metadata."""
        self._headed(phrase)
        return self.mentions[-1].key

    def publisher(self, entry: Institution) -> str:
        """The key of a known body that the text does not name, for "our university"."""
        body = self.bodies.take(entry.id, entry.name_en or entry.names[0], BODY)
        body.named += 1
        self._from_table(body, entry)
        return body.key

    def promote(self, i: int, key: str | None = None) -> Mention:
        """Take the loose name ``mentions[i]`` as a mention of the body ``key``, or as a body of its own."""
        old = self.mentions[i]
        body = self.bodies.take(key or self.bodies.find(old.key), old.key, BODY)
        body.named += 1
        self.mentions[i] = Mention(BODY, old.start, old.end, body.key)
        self._mention_span(body, old)
        return self.mentions[i]

    def _mention_span(self, body: Body, mention: Mention) -> None:
        body.spans.append((mention.start, mention.end))


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(rf"{choice(words('bodies')['planned'])} (?:the |a |an |of )*[\"“]?$", re.I)


@cache
def _single_heads() -> frozenset[str]:
    return frozenset(h for heads in words("bodies")["heads"].values() for h in heads)


def _stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym in brackets is that of ``name``, not of the longer name which ends with it."""
    initials = "".join(w[0] for w in name.split(" ") if w[0].isupper())
    return not acronym.isupper() or acronym[0] == initials[0]


def _initials(phrase: Phrase) -> set[str]:
    return {u.text[0].upper() for u in phrase.units}
