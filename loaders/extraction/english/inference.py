"""Bodies of posts for which the text names none: "President Guo Fu", "deputy county heads A and B"."""

import re
from collections import Counter

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.definite import definite
from loaders.extraction.english.guests import is_prize_giving
from loaders.extraction.english.joint_posts import Holding
from loaders.extraction.english.meetings import MeetingReader
from loaders.extraction.english.offices import can_have, office
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.registry import Body
from loaders.extraction.english.sides import SideFinder
from loaders.extraction.english.signing_for import signs_for
from loaders.extraction.english.skeleton import BODY, DISTRICT, GENERIC, PERSON, Mention, Sentence
from loaders.extraction.english.titles import is_academic, is_diplomat, is_rank
from loaders.extraction.english.units import is_unit_name

_ON_SIDE = re.compile(
    r"\b(?:on|from|for|of) (?:the )?([ⒾⓁⒼ])(?:['’]s)? (?:side|part)\b|([ⒾⓁⒼ]) was (?:also )?represented by\b"
    r"|([ⒾⓁⒼ])(?:['’]s)? (?:delegation|team|party|group) (?:was|were|is)? ?(?:also )?"
    r"(?:made up of|composed of|consisted of|included|comprised|comprising|including)"
    r"|(?:^|[.;] )(?:from |for )?(?:the )?([ⒾⓁ])(?: side| delegation)?:"
    r"|(?:^|[.;] )at (?:the )?([Ⓘ]),"
    r"|(?:^|[.;,] )(?:and )?(?:from|for) (?:the )?([ⒾⓁⒼ]),? (?=(?:the )?(?:Ⓣ )?Ⓟ)"
    r"|\b(?:on|from) the (?:side|part) of (?:the )?([ⒾⓁⒼ])|\b(?:for|on behalf of) (?:the )?([ⒾⓁⒼ]),? by\b",
    re.I,
)
_MISSION = re.compile(
    r"\b(?:Embassy|Consulate|Mission|Delegation|Ministry|Chamber|Council|State|Government of)\b", re.I
)
"""Whom a diplomat can act for."""
_OURS = re.compile(r"\b(?:for|on behalf of|on|from) our (?:school|university|institute|academy|side|college)\b", re.I)


def infer(reading: Reading, camps: Camps, posts: list[Holding], meetings: MeetingReader) -> None:
    """Give every post without a body the one of its place, side or article, marked as inferred."""
    sides = [SideFinder(meetings, m) for m in meetings.meetings]
    told: dict[int, list[SideFinder]] = {}
    for finder in sides:
        for number in finder.meeting.sentences:
            told.setdefault(number, []).append(finder)
    known = {(p.sentence, p.person): p.body for p in posts if p.body and not is_academic(p.title)}
    _sign(reading, camps, posts)
    for post in posts:
        if post.body is None and not is_academic(post.title) and not _gives(reading, post):
            post.body = _body(reading, camps, post, meetings, told.get(post.sentence, sides[:1]), known)
            post.inferred = post.body is not None


def _sign(reading: Reading, camps: Camps, posts: list[Holding]) -> None:
    """Give those who sign, and whose body no words tell, the party that is theirs by their office or is left."""
    told = {number: [p for p in posts if p.sentence == number] for number in {p.sentence for p in posts}}
    for number, here in told.items():
        people = {p.person: (p.title, p.body) for p in here}
        if any(body is None for _, body in people.values()):
            for person, camp in signs_for(reading, camps, number, people).items():
                for post in (p for p in here if p.person == person and p.body is None and not _told(reading, p, None)):
                    post.body, post.inferred = camps.face(camp), True


def infer_ranks(reading: Reading, camps: Camps, posts: list[Holding], meetings: MeetingReader) -> None:
    """Give a professor who holds no other post the university or institute of the place. Only once the sides are known:
    a rank does not tell for whom somebody acts."""
    sides = [SideFinder(meetings, m) for m in meetings.meetings]
    held = Counter(p.person for p in posts)
    for post in posts:
        if post.body is None and is_rank(post.title) and held[post.person] == 1 and not _gives(reading, post):
            own = [f for f in sides if post.sentence in f.meeting.sentences] or sides[:1]
            body = _body(reading, camps, post, meetings, own, {})
            post.inferred = body is not None and reading.bodies[body].type in ("university", "research_institute")
            post.body = body if post.inferred else None


def _gives(reading: Reading, post: Holding) -> bool:
    """Whether the person hands over a prize: that is of another body than those who receive it, and often not of the
    region at all."""
    sentence = reading.sentences[post.sentence]
    return is_prize_giving(reading, sentence) and bool(
        re.search(r"\b(?:from|by) [^Ⓟ.;]{0,60}$", sentence.skeleton[: sentence.places[_index(sentence, post.person)]])
    )


def _body(
    reading: Reading,
    camps: Camps,
    post: Holding,
    meetings: MeetingReader,
    sides: list[SideFinder],
    known: dict[tuple[int, str], str],
) -> str | None:
    same = _same_rank(post, meetings.posts, camps)
    told = _told(reading, post, same)
    if told:
        return told
    if is_diplomat(post.title):  # of a mission, never of those who receive them
        away = [c for f in sides if post.person not in f.meeting.receivers for c in f.visitors]
        return next((b.key for c in away for b in camps.members(c) if _MISSION.search(b.name)), None)
    sentence = reading.sentences[post.sentence]
    if _OURS.search(reading.document.text, sentence.start, sentence.end) and meetings.home:
        return camps.face(meetings.home)
    by_office = _byoffice(post, sides)
    if by_office:
        return camps.face(by_office)
    if same and not any(_opposite(finder, post.person, camps.of(same)) for finder in sides):
        return same
    neighbour = _neighbour(sentence, post, known)
    fits = neighbour and can_have(reading.bodies[neighbour], post.title)
    if neighbour and fits and not any(_opposite(finder, post.person, camps.of(neighbour)) for finder in sides):
        return neighbour
    for finder in sides:
        camp = _camp(finder, post.person)
        if camp:
            return camps.face(camp)
    if meetings.home:
        return camps.face(meetings.home)
    hosts = [c for finder in sides for c in finder.hosts]
    if hosts:
        return camps.face(hosts[0])
    return _main(reading, camps)


def _told(reading: Reading, post: Holding, alike: str | None) -> str | None:
    """The body that the sentence itself tells: by the title's kind, "on the side of A", or "respectively"."""
    sentence = reading.sentences[post.sentence]
    there = _THERE.match(sentence.skeleton)
    if there and office(post.title) == "district":
        return sentence.at(there.start(1)).key
    if post.hint and (alike is None or post.hint not in ("mayor", "governor", "magistrate")):
        place = next((m.start for m in sentence.mentions if m.key == post.person), sentence.start)
        found = definite(reading, Mention(GENERIC, place, place, post.hint))
        if found:
            return found
    heading = _heading(reading, post.sentence)
    if heading:
        return heading
    before = sentence.places[_index(sentence, post.person)]
    named = [m for m in _ON_SIDE.finditer(sentence.skeleton) if m.start() < before]
    if named:
        mention = sentence.at(named[-1].start(named[-1].lastindex or 1))
        key = mention.key if mention.kind != GENERIC else definite(reading, mention)
        if key:
            return key
    return _respectively(sentence, post.person)


_THERE = re.compile(r"\W*[Ii]n (Ⓛ),? (?=(?:the |he\b|she\b|they\b)?(?:Ⓟ|Ⓣ|delegation|guests|group|he|she|they))")
"""The town where somebody is received, by its mayor."""
_HEADING = re.compile(r"\W*(?:[Tt]he )?([ⒾⓁ])[^A-Za-zⓅⓉⒾⓁ]*")
_ROW = re.compile(r"\W*(?:(?:M[rs]{1,2}|Dr|Prof)[.·]? )?(?:Ⓣ )?Ⓟ[^.;]{0,120}\W*")


def _heading(reading: Reading, number: int) -> str | None:
    """The body that stands alone over the rows of a table of people, of which a sentence is one."""
    while number > 0 and _ROW.fullmatch(reading.sentences[number].skeleton):
        number -= 1
        found = _HEADING.fullmatch(reading.sentences[number].skeleton)
        if found:
            return reading.sentences[number].at(found.start(1)).key
    return None


def _neighbour(sentence: Sentence, post: Holding, known: dict[tuple[int, str], str]) -> str | None:
    """In a list the person before may name the body for those who follow: "President A of ORG, B, vice president"."""
    people = [m.key for m in sentence.mentions if m.kind == PERSON]
    if post.person not in people or post.hint:
        return None
    before = people[: people.index(post.person)]
    if not before or _CLAUSE.search(sentence.skeleton, *_gap(sentence, before[-1], post.person)):
        return None
    return known.get((post.sentence, before[-1]))


_CLAUSE = re.compile(
    r"\b(?:handed|delivered|gave|made|spoke|said|introduced|received|welcomed|thanked|led|visited|came|held)\b"
    r"[^Ⓟ]*(?:, and|;|, while|, whereas) "
)
"""A verb and the beginning of another clause, whose subject is in no list with that of the one before."""


def _gap(sentence: Sentence, before: str, person: str) -> tuple[int, int]:
    """Where in the skeleton the words between two people stand."""
    return sentence.places[_index(sentence, before)], sentence.places[_index(sentence, person)]


def _byoffice(post: Holding, sides: list[SideFinder]) -> str | None:
    """The one side of the meeting that can have such an office: a mayor is the city's, a dean the university's."""
    kind = office(post.title)
    for finder in sides if kind else ():
        if post.title.casefold().endswith("president") and any(_presides(finder, c) for c in finder.camps()):
            continue  # companies and associations have presidents, too
        fit = [c for c in finder.camps() if any(kind in (b.type, _kind(b)) for b in finder.reader.camps.members(c))]
        wrong = (
            finder.visitors
            if post.person in finder.meeting.receivers
            else finder.hosts
            if post.person in finder.meeting.guests
            else ()
        )
        if len(fit) == 1 and len(finder.camps()) > 1 and kind != "company" and fit[0] not in wrong:
            return fit[0]
    return None


_RANKS = frozenset(["mayor", "chair", "governor", "magistrate", "chancellor", "rector", "provost", "ambassador"])


def _rank(title: str) -> str | None:
    """The last word of a title, which deputies share: a vice chairwoman sits where the chairman sits."""
    if " of " in title:
        return None
    head = title.casefold().rpartition(" ")[2].removeprefix("vice-").removeprefix("deputy-")
    head = "chair" if head.startswith("chair") else head
    return head if head in _RANKS else None


def _same_rank(post: Holding, posts: list[Holding], camps: Camps) -> str | None:
    """The body of those who are called so with their body, if it is only one."""
    rank = _rank(post.title)
    stated = {(p.sentence, p.person) for p in posts if p.body and not p.inferred}
    alike = (p for p in posts if (p.sentence, p.person) in stated and not p.former and _rank(p.title) == rank)
    told = {camps.of(p.body): p.body for p in alike if p.body}
    return next(iter(told.values())) if rank and len(told) == 1 else None


def _presides(finder: SideFinder, camp: str) -> bool:
    return any(b.type in ("company", "association", "park") for b in finder.reader.camps.members(camp))


def _kind(body: Body) -> str:
    return "district" if body.kind == DISTRICT else body.type


def _opposite(finder: SideFinder, person: str, camp: str) -> bool:
    """Whether a camp is on the other side than the one that a frame put the person on."""
    if person in finder.meeting.receivers:
        return camp in finder.visitors
    return person in finder.meeting.guests and camp in finder.hosts


def _index(sentence: Sentence, person: str) -> int:
    """Which of the sentence's mentions is the first of a person."""
    return next((i for i, m in enumerate(sentence.mentions) if m.kind == PERSON and m.key == person), 0)


_BODIES = re.compile(r"[ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])+")
_PEOPLE = re.compile(r"(?:Ⓣ )?Ⓟ(?:(?:, | and |, and )(?:the )?(?:Ⓣ )?Ⓟ)+")


def _respectively(sentence: Sentence, person: str) -> str | None:
    """A and B signed it, by X and Y respectively: each acts for the body at the same place of the list."""
    if "respectively" not in sentence.skeleton:
        return None
    bodies, people = _BODIES.search(sentence.skeleton), _PEOPLE.search(sentence.skeleton)
    if bodies is None or people is None:
        return None
    own = [m.key for m in sentence.within(*bodies.span(), BODY + DISTRICT)]
    acting = [m.key for m in sentence.within(*people.span(), PERSON)]
    return own[acting.index(person)] if person in acting and len(own) == len(acting) else None


def _camp(finder: SideFinder, person: str) -> str | None:
    if person in finder.meeting.guests and person not in finder.meeting.receivers and finder.visitors:
        return finder.visitors[0]
    if person in finder.meeting.receivers and person not in finder.meeting.guests and finder.hosts:
        return finder.hosts[0]
    return None


def _main(reading: Reading, camps: Camps) -> str | None:
    """The body that the article is most about, where there is one; no office of a body that it does not tell."""
    counts = Counter(camps.of(m.key) for s in reading.sentences for m in s.mentions if m.kind in BODY + DISTRICT)
    own = (c for c, _ in counts.most_common() if any(_stands_alone(b) for b in camps.members(c)))
    first = next(own, None)
    return camps.face(first) if first else None


def _stands_alone(body: Body) -> bool:
    return body.kind == BODY and (body.known is not None or not is_unit_name(body.name))
