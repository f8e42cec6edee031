"""Which post each person holds at which body.

Posts stand before a name ("Deputy Director Liu Jia of ORG", "ORG Senior Expert Xie Biao"), after it ("Jiang Lan, BIT
president, and ..."), several at once ("Executive Vice President and Chief Technology Officer of ORG"), or one for
several names ("deputy county heads A and B"). Where the text names no body, it is that of the side or of the article.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.definite import definite, nearest
from loaders.extraction.english.joint_posts import Holding, each, fill, share
from loaders.extraction.english.offices import can_have
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import BODY, DISTRICT, GENERIC, PERSON, TITLE, Mention, Sentence
from loaders.extraction.english.titles import is_academic, is_plural, singular
from loaders.extraction.english.units import is_unit_name

_B = "[ⒾⓁⒼ]"
_OWN = "(?:the |a |an |its |their |our )?(?:[A-Z][a-z]+(?:an|sh|ese|ch|ic) )?"
_PART = (
    r"(?:[a-z][\w'’-]* ){0,4}(?:bureau|office|department|commission|committee|division|center|centre|section|school"
    r"|institute|authority|administration|secretariat|branch|subsidiary|chapter|region)\b"
    r"(?: (?:of|for) [a-z-]+(?: [a-z-]+)?"
    r"(?:(?:, [a-z-]+(?: [a-z-]+)?)*,? and [a-z-]+(?: (?!Ⓣ|Ⓟ)[a-z-]+)?(?= |,|;|\.|$))?)?"
)
"""A part of a body, in small letters: it goes into the title."""
_FIELD = r"(?:(?!the\b|its\b|their\b|our\b)[A-Za-z]+|Ⓝ)(?:(?:,| and)? (?:[A-Za-z]+|Ⓝ)){0,3}?"
"""What an office is for: "vice president for international affairs", "dean of mechanical engineering"."""
_OF = (
    rf"(?: (?:for|of) {_FIELD}(?= (?:of|at) (?:the )?{_B}|,? Ⓟ|, Ⓟ))?"
    rf"(?: (?:of|at|for|in|from|with) (?:the |its |their |both |a |an )?"
    rf"(?:{_PART}(?: of (?:the )?{_B}(?:['’]s {_PART})?)?|{_B}(?:(?:['’]s)? (?:{_B}|{_PART}))?)"
    rf"(?: (?:of|at) (?:the )?{_B}| in Ⓛ|, Ⓛ(?=,)| to (?:the )?Ⓝ)*| of Ⓝ(?= Ⓟ))"
)
_MORE = rf"(?: and(?: of)?(?: the)? {_B}(?: of (?:the )?{_B})*(?! Ⓣ))"
_COMMA = "(?:, (?:the )?Ⓘ(?=[,;.]|$))"
"""The body behind a comma: "Leon Williams, Dean, Cranfield University"."""
_POST = rf"(?:{_B}(?:['’]s)? )?{_OWN}Ⓣ(?: and Ⓣ)?(?:{_OF}|{_COMMA})?+{_MORE}?"
_ALONE = rf"{_POST}(?!(?: Ⓣ)* Ⓟ)(?!(?<=the Ⓣ) (?!and\b|of\b|for\b|in\b|at\b)[a-z])"
"""A post that is neither that of the next person nor the subject of what follows: ", the ambassador went"."""
_LINK = rf"(?:,? and (?:concurrently |also )?{_OWN}|, {_OWN}|,? as well as {_OWN}|; )"
_TITLED = rf"{_OWN}(?:{_B}(?:['’]s)? )?Ⓣ"
_HONORIFICS = r"(?:(?:Mr|Ms|Mrs|Dr|Madam)[.·]? )?"
_PEOPLE = rf"Ⓟ(?:(?:, and |, | and )(?:M[rs]{{1,2}}[.·]? )?Ⓟ(?!, {_TITLED}(?! Ⓟ)))*"
_LINKING = (
    "(?:,| is| was|, who is|, who was|, who is also|, both|, then|, now"
    r"|, who (?:has )?(?:once |also |previously |formerly |earlier )*(?:served as|was once|had been|used to be))"
)

BEFORE = re.compile(
    rf"(?P<posts>(?:{_B}(?:['’]s|, where|, whose)? )?Ⓣ(?: and {_OWN}Ⓣ)?{_OF}?)"
    rf"(?:(?<=its Ⓣ),|(?<=whose Ⓣ),|(?<=[ⒾⓁⓉ]),(?= (?:H[.·]E[.·] )?(?:Mr|Ms|Mrs|Dr|Madam)\b)|)"
    rf" (?:named )?(?:H[.·]E[.·] )?{_HONORIFICS}(?P<people>{_PEOPLE})(?P<after>{_OF})?"
)
CALLED = re.compile(
    rf"(?<!Ⓟ, )(?<!Ⓟ and )(?:\b[Tt]he |(?=[ⒾⓁⒼ]['’]s ))(?P<posts>(?:{_B}['’]s )?Ⓣ(?: and Ⓣ)?{_OF}?), "
    rf"(?P<people>Ⓟ)(?P<after>{_OF})?(?=,)"
)
"""The president of a body, NAME, ..."""
AFTER = re.compile(
    rf"Ⓟ(?: (?:of|from) (?:the )?[ⒾⓁ])?{_LINKING}(?:(?<=,) an? [^Ⓟ,]{{3,60}}, is)? "
    r"(?:both |also |now |then |concurrently )?"
    rf"(?P<posts>{_OWN}{_ALONE}(?:{_LINK}{_ALONE})*)"
)
LED = re.compile(
    r"(?:(?:delegation|team|group|mission|party|visitors|guests|representatives|Ⓣ)(?: \w+)? (?:of|from) (?:the )?"
    r"(?P<body>[ⒾⓁ])"
    r"|(?P<own>[ⒾⓁ])(?:['’]s)? (?:[\w-]+ ){0,2}(?:delegation|team|group|mission)),? (?:was )?(?:headed|led) by "
    rf"{_OWN}(?:Ⓣ,? )?(?P<person>Ⓟ)"
)
_UNIT = re.compile(rf"(?<!['’])\b(?!(?:of|at|for|in|from|with|the|its|their) ){_PART}")
_WHOSE = re.compile(r"^(?:the |(?:[\w-]+ ){0,3}[\w-]+['’]s )+")
_ONE = re.compile(rf"(?:(?P<pre>{_B})(?:['’]s|, where|, whose)? )?{_OWN}Ⓣ(?P<of>{_OF}|{_COMMA})?+(?P<more>{_MORE})?")
_PAIR = re.compile(r"(?:the )?Ⓣ and (?:the )?Ⓣ(?! Ⓟ)")
_RUN = re.compile(r"Ⓟ(?:(?:, | and |, and )Ⓟ)+$")
_ITS = re.compile(r"\b(?:its|their) (?:[\w-]+ )?$|\b(?:Ⓣ|ⓉⒼ) of its $")
_FORMER = re.compile(r"\b(?:former|then|ex)\b[ -]?", re.I)
_HELD_BEFORE = re.compile(
    r"\b(?:[Tt]hen|[Ff]ormer|[Oo]netime|[Ee]x) $|Ⓟ,?(?: who)? was $"
    r"|(?<! has)(?<! has also)(?: \w+ly| once| earlier)* (?:served as|was once|had been|used to be) (?:the |an? )?$"
)


def holdings(reading: Reading, camps: Camps) -> list[Holding]:
    """The posts that the sentences give, in order."""
    found: list[Holding] = []
    for number, sentence in enumerate(reading.sentences):
        led = {
            m.start("person"): sentence.at(m.start("body" if m.group("body") else "own")).key
            for m in LED.finditer(sentence.skeleton)
        }
        reader = _PostReader(reading, camps, sentence, number)
        for match in AFTER.finditer(sentence.skeleton):
            people, end = reader.apposed(match)
            found += reader.posts(people, match.start("posts"), end)
        for match in (*BEFORE.finditer(sentence.skeleton), *CALLED.finditer(sentence.skeleton)):
            led_by = led.get(match.start("people"))
            leading = [replace(h, leads=True) for h in reader.leading(match)]
            if led_by:
                fill(leading, led_by)
            found += leading
        found += each(sentence, number, reader.body)
        share(found, sentence, number, reader.body, lambda title, body: can_have(reading.bodies[body], title))
    return _tidy([h for h in found if h.person in reading.people], reading)


def _tidy(found: list[Holding], reading: Reading) -> list[Holding]:
    """Ranks go where there is a post; a unit without an owner belongs to the title, and its owner is inferred."""
    busy = {h.person for h in found if not is_academic(h.title)}
    kept = [
        h
        for h in found
        if h.person not in busy or not (h.leads and is_academic(h.title)) or (h.body and not h.inferred)
    ]
    told = {(h.person, h.title.casefold()) for h in kept if h.body and not h.inferred}
    kept = [h for h in kept if (h.body and not h.inferred) or (h.person, h.title.casefold()) not in told]
    for before, holding in zip([None, *kept], kept, strict=False):
        if before and before.person == holding.person and holding.inferred and not _PARTY.search(holding.title):
            party = reading.bodies.get(holding.body)
            if party and party.type == "party" and before.body == holding.body:
                holding.body = party.parent or party.district or holding.body
        body = reading.bodies.get(holding.body)
        if body and body.parent and not body.known and (unit := _OFFICE.match(body.name)):
            holding.title, holding.body = f"{holding.title} of the {unit.group(1)}", body.parent
            reading.bodies[body.parent].named += 1
            continue
        if body and body.kind == BODY and body.parent is None and not body.district and is_unit_name(body.name):
            own = before.body if before and before.person == holding.person else None
            holding.title, holding.body = f"{holding.title} of the {body.name}", own
            holding.inferred = own is not None
    return kept


_OFFICE = re.compile(r"((?:Office|Department|Division|Section) (?:of|for) .+) of (?=[A-Z]|the )")
"""An office with its owner in one name: "Office of International Affairs of ORG"."""
_PARTY = re.compile(r"\b(?:secretary|member|committee|party)\b", re.I)


def _plural(sentence: Sentence, start: int, end: int) -> bool:
    titles = sentence.within(start, end, TITLE)
    return any(is_plural(t.key) for t in titles)


class _PostReader:
    def __init__(self, reading: Reading, camps: Camps, sentence: Sentence, number: int) -> None:
        self.reading, self.camps, self.sentence, self.number = reading, camps, sentence, number
        self.paired: dict[str, int] = {}

    def posts(self, people: list[Mention], start: int, end: int, after: tuple[int, int] | None = None) -> list[Holding]:
        """The posts in ``skeleton[start:end]``, given to each of ``people``; ``after`` may hold the body."""
        found: list[Holding] = []
        for match in _ONE.finditer(self.sentence.skeleton, start, end):
            found.append(self._post(match))
        late = self._bodies(*after) if after and after[0] >= 0 else []
        if late and found:
            fill(found, self._of_owner(found, self._resolve(late) or definite(self.reading, late[0])))
        _distribute(found)
        if self.paired and len(people) == len(found) == 2:  # A and B, president and provost of a university
            self.paired = {}
            return [replace(h, person=person.key) for person, h in zip(people, found, strict=True)]
        return [replace(h, person=person.key) for person in people for h in found]

    def leading(self, match: re.Match[str]) -> list[Holding]:
        """The posts before a name, or before several names after a plural."""
        people = [m for m in self.sentence.within(*match.span("people"), PERSON) if not self.is_back_reference(m)]
        if not _plural(self.sentence, match.start("posts"), match.start("people")):
            people = people[:1]
        end = match.start("people")
        only = len(people) == 1 and match.group("after") and match.start("after") == end + 1
        return self.posts(people, match.start("posts"), end, match.span("after") if only or len(people) > 1 else None)

    def apposed(self, match: re.Match[str]) -> tuple[list[Mention], int]:
        """Whose the posts after a name are, and where they end: a plural is that of all names before it."""
        start, end = match.span("posts")
        run = _RUN.search(self.sentence.skeleton, 0, match.start() + 1)
        first = next(iter(self.sentence.within(start, end, TITLE)), None)
        if run and first and is_plural(first.key) and self.singular(start, end) - start < 6:
            return self.sentence.within(*run.span(), PERSON), end
        if (
            run
            and _PAIR.match(self.sentence.skeleton, start)
            and self.sentence.skeleton[run.start() - 2 : run.start()] != "Ⓣ "
        ):
            people = self.sentence.within(*run.span(), PERSON)
            self.paired |= {people[0].key: 0, people[1].key: 1} if len(people) == 2 else {}
            return people if len(people) == 2 else people[-1:], end
        return [self.sentence.at(match.start())], self.singular(start, end)

    def singular(self, start: int, end: int) -> int:
        """Where the posts of one person end: before "directors of other offices" in the same list."""
        for mention in self.sentence.within(start, end, TITLE):
            if is_plural(mention.key):
                return self.sentence.place(mention)
        return end

    def is_back_reference(self, mention: Mention) -> bool:
        """Whether a person is only called by surname: "President Zhu" adds no post."""
        return " " not in self.reading.document.text[mention.start : mention.end].replace("\xa0", " ")

    def _post(self, match: re.Match[str]) -> Holding:
        at = bisect_left(self.sentence.places, self.sentence.skeleton.index("Ⓣ", match.start()))
        title = self.sentence.mentions[at]
        named = self._bodies(*match.span("of")) or self._bodies(*match.span("pre"))
        generic = next((m for m in named if m.kind == GENERIC), None)
        text = self.reading.document.text
        words = singular(title.key) if generic is None or generic.start < title.end else text[title.start : generic.end]
        former = bool(_FORMER.match(title.key)) or bool(
            _HELD_BEFORE.search(self.sentence.skeleton, max(0, match.start() - 60), match.start())
        )
        part = _UNIT.search(self.sentence.skeleton, *match.span("of")) if match.group("of") else None
        if part:
            unit = _WHOSE.sub("", self._text(*part.span()))
            own = self._called(unit, part.start()) if " " not in unit else None
            if own:
                return Holding("", title.key, own, self.number, False, former, hint=None)
            words = f"{title.key} of the {unit}"
        body, inferred = self._resolve(self._owners(named, part is not None)), False
        if body is None and (owner := _ITS.search(self.sentence.skeleton, 0, self.sentence.places[at])):
            return Holding("", words, self._owner(owner.start()), self.number, False, former, hint=_hint(title.key))
        if named and named[0].kind == GENERIC and text[named[0].end : named[0].end + 2] in ("'s", "’s"):
            body = None  # the university's Office of ...: what the office is of
            if len(named) > 1:
                words = f"{title.key} of the {text[named[1].start : named[1].end]}"
        if body is None and named:
            body, inferred = next((d for d in (definite(self.reading, m) for m in named) if d), None), True
        return Holding("", words, body, self.number, inferred, former, hint=_hint(title.key))

    def body(self, mention: Mention) -> str | None:
        """The body that a mention names or stands for."""
        return definite(self.reading, mention) if mention.kind == GENERIC else mention.key

    def _owners(self, named: list[Mention], part: bool) -> list[Mention]:
        """The bodies without a unit or place that the next one owns: "the School of Physics at ORG"."""
        if len(named) > 1 and named[1].kind == BODY:
            first = self.reading.bodies[named[0].key] if named[0].kind in BODY + DISTRICT else None
            unit = (
                first and first.kind == BODY and not first.known and first.parent is None and is_unit_name(first.name)
            )
            if first and unit:
                first.parent = named[1].key
            elif first and part and first.kind == DISTRICT:
                return named[1:]
        return named

    def _of_owner(self, found: list[Holding], owner: str | None) -> str | None:
        """``owner``, of which a bureau without a place is: "Director of the Audit Bureau Hu Jing of Ⓛ"."""
        for body in (self.reading.bodies.get(h.body) for h in found):
            free = body and body.kind == BODY and not body.known and body.parent is None and body.district is None
            if body and free and owner and body.type == "government" and owner != body.key:
                place = self.reading.bodies[owner].kind == DISTRICT
                body.district, body.parent = (owner, None) if place else (None, owner)
        return owner

    def _called(self, noun: str, place: int) -> str | None:
        """The body that "the committee" is short for: the last one with that noun in its name."""
        spot = self.sentence.offset(place)
        named = [b for b in self.reading.bodies.all.values() if noun in b.name.casefold().split(" ")]
        return nearest(named, spot)

    def _owner(self, place: int) -> str | None:
        """Whose "its president" is: the body that the sentence named last before it."""
        before = self.sentence.within(0, place, BODY + DISTRICT + GENERIC)
        if len(before) > 1 and before[-1].kind == DISTRICT and self._text_before(before[-1]).endswith(" in "):
            before = before[:-1]
        if not before:
            return None
        return before[-1].key if before[-1].kind != GENERIC else definite(self.reading, before[-1])

    def _text_before(self, mention: Mention) -> str:
        return self.reading.document.text[max(0, mention.start - 4) : mention.start]

    def _text(self, start: int, end: int) -> str:
        return self.reading.document.text[self.sentence.offset(start) : self.sentence.offset(end)]

    def _bodies(self, start: int, end: int) -> list[Mention]:
        return self.sentence.within(start, end, BODY + DISTRICT + GENERIC) if start >= 0 else []

    def _resolve(self, named: list[Mention]) -> str | None:
        """The first body with a name; "the Party committee of the university" has none."""
        return next((m.key for m in named if m.kind in (BODY, DISTRICT)), None)


def _distribute(found: list[Holding]) -> None:
    """A post without a body has that of the next one, else that of the one before."""
    for this, following in zip(found[-2::-1], found[:0:-1], strict=False):
        if this.body is None and not this.hint:
            this.body, this.inferred = following.body, following.inferred
    for this, before in zip(found[1:], found, strict=False):
        if this.body is None:
            this.body, this.inferred = before.body, True


def _hint(title: str) -> str | None:
    match = re.search(
        r"\b(county|district|city|municipal|provincial|mayor|magistrate|governor|hospital|bank|bureau|commission|center|centre|museum|library)\b",
        title,
        re.I,
    )
    return match.group(1).casefold() if match else None
