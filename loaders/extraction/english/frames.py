"""What one sentence tells of a meeting: who went to whom, who received whom, who spoke, attended and chaired."""

import re
from dataclasses import dataclass, field
from functools import cache

from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.skeleton import BODY, DISTRICT, GENERIC, PERSON, Mention, Sentence

_GROUP = re.compile(
    r"\b(?:delegation|team|group|mission|party of|guests?|visitors?|leaders|officials|experts)\b(?: (?:of|from))?", re.I
)
_MODAL = re.compile(
    r"\b(?:will|would|shall|may|can|could|should|to|must|invited|welcome)(?: \w+ly| also)? $",
    re.I,
)
_PERFECT = re.compile(r"\b(?:had|has|have|whom|which|whose)(?: \w+ly| also| once| already| just)?(?: \w+)? $", re.I)
_CLAUSE = re.compile(r"; |, (?:and|while|where|when|which|who) (?=[^,]{0,60}$)|\bthat |\bthe day (?:before|after),? ")
_OBJECT = re.compile(
    r"(?! (?:see|attend|study|learn|discuss|look|hear|exchange|take|know)\b)"
    r"(?:(?:(?! in\b) [\w'’-]+){0,4}? ?(?P<body>[ⒾⓁⒼ])"
    r"|(?: [\w'’-]+){0,4} (?P<guests>them|delegation|guests?|visitors?|team|group|party|entourage"
    r"|(?:engineer|entrepreneur|official|scientist|expert|scholar|representative|leader|colleague|teacher|student|Ⓣ)s?\b))"
)
_WHOM = re.compile(r" (?:the )?(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?Ⓟ")
_DELEGATION = re.compile(
    r"(?P<a>[ⒾⓁ])(?:['’]s)? (?:[\w-]+ ){0,3}(?:delegation|team|group|mission)\b"
    r"|\b(?:delegation|team|group|mission|party|guest|visitor|representative|leader)s?"
    r"(?: \w+| of (?:[\w-]+ ){0,2}(?:\w+s|Ⓣ))?"
    r" (?:of|from) (?:the |Ⓝ['’]s )?"
    r"(?P<b>[ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])*)"
)
_MET = re.compile(
    r"\bmet (?=Ⓣ|Ⓟ|[ⒾⓁ] Ⓣ)|, where (?=Ⓣ|Ⓟ)|\b(?:met|talked|talks|discussions?|views|ideas) with\b"
    r"|\b(?:was|were) (?:received|welcomed|met) by\b"
)
_LED = re.compile(r"\b(?:headed|led|represented) (?:also )?by |\b(?:delegation|team|group) under (?=(?:Ⓣ )?Ⓟ)")
_LED_IT = re.compile(
    r"(?:It|They|The (?:delegation|Ⓖ|team|party|mission)) (?:was|were) (?:led|headed) by "
    r"|(?:The )?(?:delegation|members of the delegation) (?:also )?(?:included|consisted of) "
    r"|(?:Also |(?:The )?[Oo]ther )?(?:in|members of|Ⓣ of|delegates in) the (?:\w+ )?(?:delegation|party|team|group) "
    r"(?:also )?(?:were|was|include|included|are) "
)
_ON_SIDE = re.compile(
    r"(?:On|From) the (Chinese|host|receiving|visiting|guest|\w+(?:ish|[ae]n|ese|ch)) (?:side|part)\b"
)
_AMONG = re.compile(r"\bamong (?:those (?:visiting|who came)|the (?:visitors|guests|(hosts)))\b", re.I)
_RECEIVING = re.compile(
    r"(?:Receiving|Welcoming|Meeting|Greeting|Hosting|(?:On hand|There) to (?:receive|welcome|greet|meet))"
    r"(?: [^Ⓟ.;]{1,40})? (?:was|were) "
)
_NEXT = re.compile(r", (?:and|while|with) |; ")
_HOSTS = re.compile(r"\b[Tt]he hosts?\b")
_GUESTS = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Tt]hese|two|three) (?:guests?|visitors?|delegation|group|team)\b")


@dataclass(slots=True)
class Frame:
    """One sentence's contribution. People and bodies are keys, in the order of the sentence."""

    sentence: int
    kind: str
    visitors: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    visiting: list[str] = field(default_factory=list)
    """Bodies of the visiting side."""
    hosting: list[str] = field(default_factory=list)
    both: list[str] = field(default_factory=list)
    """Bodies that met without a known side."""
    generic_host: Mention | None = None
    anaphoric: bool = False
    """Whether the visitors are only called so: "the delegation", "they"."""
    strength: int = 0
    """How surely the frame tells the sides: 2 a visit, 1 a reception, 0 not at all."""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled verbs of one frame."""
    return re.compile(rf"\b{choice(words('verbs')[name])}", re.I)


def frames(sentence: Sentence, number: int, background: bool = False) -> list[Frame]:
    """The frames in a sentence. Wishes and plans give none; what had been before only if it is ``background``."""
    found = []
    noun = _noun_visit(sentence, number)
    if noun:
        return [noun]
    for name, build in (("received_by", _received_by), ("visit", _visit), ("receive", _receive), ("talk", _talk)):
        for match in pattern(name).finditer(sentence.skeleton):
            if _MODAL.search(sentence.skeleton, max(0, match.start() - 24), match.start()):
                continue
            if name != "talk" and not background and in_speech(sentence, match.start()):
                continue
            frame = build(sentence, number, match)
            if frame is not None:
                found.append(frame)
        if found and name != "talk":
            break
    return found


BACKGROUND = re.compile(
    r"\b(?:[Bb]efore (?:that|this)|[Ee]arlier|[Pp]reviously)\b|\bhad (?:\w+ )?(?:\w+ed|met|held|led|gone|been|made)\b"
)


def in_speech(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in what somebody says, or tells of what had been before."""
    if _PERFECT.search(sentence.skeleton, max(0, verb - 24), verb):
        return True
    said = _said().search(sentence.skeleton, 0, verb)
    return said is not None and said.end() < verb


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"\b{choice(words('verbs')['say'])}\b")


_CALLED = re.compile(
    r"\b(?:[Tt]he (?:\w+ )?(?:delegation|group|guests?|visitors?|team|party|mission|delegates)|[Tt]hey"
    r"|(?:[Hh]is|[Hh]er) party)"
    r"(?: \w+ly| also| then| later| had| went on to)* $"
)


def _called(sentence: Sentence, verb: int) -> bool:
    """Whether the subject of a verb is a word for the guests."""
    return _CALLED.search(sentence.skeleton, max(0, verb - 60), verb) is not None


def _clause(sentence: Sentence, verb: int) -> int:
    start = 0
    for border in _CLAUSE.finditer(sentence.skeleton, 0, verb):
        start = border.end()
    return start


def _side(sentence: Sentence, start: int, end: int) -> tuple[list[str], list[str]]:
    """People and bodies that stand for one side in ``skeleton[start:end]``."""
    people = [m.key for m in sentence.within(start, end, PERSON)]
    groups = []
    for found in _DELEGATION.finditer(sentence.skeleton, start, end):
        groups += [m.key for m in sentence.within(*found.span("a" if found.group("a") else "b"), BODY + DISTRICT)]
    if groups or people:
        return people, groups
    return people, [m.key for m in sentence.within(start, end, BODY + DISTRICT)][-1:]


def _visit(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    skeleton = sentence.skeleton
    people, bodies = _side(sentence, _clause(sentence, verb.start()), verb.start())
    target = _OBJECT.match(skeleton, verb.end())
    if "Ⓘ" in verb.group() and not bodies:
        bodies = [m.key for m in sentence.within(verb.start(), verb.end(), BODY)]
    person = _WHOM.match(skeleton, verb.end())
    if person and (people or bodies):
        at = sentence.within(person.start(), len(skeleton), PERSON)[0]
        return Frame(number, "visit", people, [at.key], bodies, strength=2)
    if target is None or not target.group("body"):
        return None
    goal = sentence.at(target.start("body"))
    called = not people and _called(sentence, verb.start())
    frame = Frame(
        number, "visit", visitors=people, visiting=[] if called else bodies, anaphoric=called,
        strength=2 if people or bodies else 1,
    )  # fmt: skip
    met = _MET.search(skeleton, verb.end())
    if met:
        frame.hosts = [m.key for m in sentence.within(met.end(), len(skeleton), PERSON)]
    if goal.kind == GENERIC:
        frame.generic_host = goal
    else:
        frame.hosting = [goal.key]
    return frame


_NOUN = re.compile(
    r"\b(?:visit|trip|tour) (?:of|by|from) (?P<who>[^.;]{0,160}?[ⓅⒾⓁ][^.;]{0,120}?) to (?:the )?(?P<goal>[ⒾⓁ])"
    r"(?= (?:was|took|lasted|ended|began|came|on Ⓓ))"
)


def _noun_visit(sentence: Sentence, number: int) -> Frame | None:
    """The visit of A to B took place."""
    found = _NOUN.search(sentence.skeleton)
    if found is None:
        return None
    people, bodies = _side(sentence, *found.span("who"))
    goal = sentence.at(found.start("goal")).key
    return Frame(number, "visit", visitors=people, visiting=bodies, hosting=[goal], strength=2)


def _receive(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    people, bodies = _side(sentence, _clause(sentence, verb.start()), verb.start())
    target = _OBJECT.match(sentence.skeleton, verb.end())
    guests = bool(target and target.group("guests"))
    border = _NEXT.search(sentence.skeleton, target.end()) if target and guests else None
    others, groups = _side(sentence, verb.end(), border.start() if border else len(sentence.skeleton))
    if not people and others and not guests and _called(sentence, verb.start()):
        return Frame(number, "reception", hosts=others, hosting=groups, anaphoric=True, strength=1)
    if not (people or bodies) or not (others or groups or guests):
        return None
    return Frame(number, "reception", hosts=people, hosting=bodies, visitors=others, visiting=groups, strength=1)


def _received_by(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    people, bodies = _side(sentence, _clause(sentence, verb.start()), verb.start())
    others, hosts = _side(sentence, verb.end(), len(sentence.skeleton))
    if not (others or hosts):
        return None
    called = not people and _called(sentence, verb.start())
    visiting = [] if called else bodies
    return Frame(number, "reception", people, others, visiting, hosts, anaphoric=called, strength=1)


_SUBJECTS = re.compile(
    r"[ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])+(?= (?:\w+ly |also |jointly )?$)|[ⒾⓁ](?= (?:\w+ly |also )?$)"
)
_BETWEEN = re.compile(
    r"\b(?:between|(?:meeting|talks?|seminar|symposium|forum|session|exchange)s? of) "
    r"(?:the )?([ⒾⓁ])[^.;]{0,60}? and (?:the )?([ⒾⓁ])|\bwith (?:the )?([ⒾⓁ])"
)


_TALKS_WITH = re.compile(r" (?:[\w-]+ ){0,4}?with (?:the )?(?:visiting )?(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?Ⓟ")
"""Who talks with somebody is host, unless anything else tells."""


def _talk(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    """Nobody is host by the verb: A and B held talks, A held talks with B, talks between A and B."""
    frame = Frame(number, "talk")
    subject = _SUBJECTS.search(sentence.skeleton, max(0, verb.start() - 80), verb.start())
    if subject:
        frame.both += [m.key for m in sentence.within(*subject.span())]
    guests = _DELEGATION.search(sentence.skeleton, verb.end(), verb.end() + 80)
    if (
        subject is None
        and guests
        and re.search(r"\bwith (?:an? |the )?(?:\w+ ){0,2}$", sentence.skeleton[: guests.start()])
    ):
        people, bodies = _side(sentence, _clause(sentence, verb.start()), verb.start())
        others, groups = _side(sentence, guests.start(), len(sentence.skeleton))
        if people or bodies:
            return Frame(number, "reception", others, people, groups, bodies, strength=1)
    whom = _TALKS_WITH.match(sentence.skeleton, verb.end())
    if whom and subject is None:
        people, _ = _side(sentence, _clause(sentence, verb.start()), verb.start())
        others = [m.key for m in sentence.within(whom.end() - 1, len(sentence.skeleton), PERSON)]
        return Frame(number, "talk", visitors=others, hosts=people)
    for match in _BETWEEN.finditer(sentence.skeleton):
        frame.both += [sentence.at(match.start(g)).key for g in (1, 2, 3) if match.group(g)]
    return frame


_ORGANISED = re.compile(
    r"\b(?:co-)?(?:hosted|organi[sz]ed|sponsored|staged|convened|initiated|held) by (?:the )?"
    r"(?P<hosts>[ⒾⓁ](?:(?:, | and |, and |, together with | together with )(?:the )?[ⒾⓁ])*)"
)


def organisers(sentence: Sentence) -> list[str]:
    """The bodies that held an event."""
    return [m.key for f in _ORGANISED.finditer(sentence.skeleton) for m in sentence.within(*f.span("hosts"))]


def travellers(sentence: Sentence) -> list[str]:
    """Who set out, in a sentence that names no body where they arrived."""
    led = _LED.search(sentence.skeleton)
    if led:
        return [m.key for m in sentence.within(led.end(), len(sentence.skeleton), PERSON)]
    verb = pattern("visit").search(sentence.skeleton)
    return [m.key for m in sentence.within(0, verb.start(), PERSON)] if verb else []


def led_side(sentence: Sentence) -> tuple[str, list[str]] | None:
    """``("visitor" | "host", people)`` where a sentence says who headed the guests or the hosts."""
    among = _AMONG.search(sentence.skeleton)
    if among:
        side = "host" if among.group(1) else "visitor"
        return side, [m.key for m in sentence.within(0, among.start(), PERSON)]
    named = _ON_SIDE.match(sentence.skeleton)
    if named:
        people = [m.key for m in sentence.within(named.end(), len(sentence.skeleton), PERSON)]
        return ("host" if named.group(1) in ("Chinese", "host", "receiving") else "visitor"), people
    receiving = _RECEIVING.match(sentence.skeleton)
    if receiving:
        return "host", [m.key for m in sentence.within(receiving.end(), len(sentence.skeleton), PERSON)]
    led = _LED.search(sentence.skeleton) or _LED_IT.match(sentence.skeleton)
    if led is None:
        return None
    people = [m.key for m in sentence.within(led.end(), len(sentence.skeleton), PERSON)]
    if _LED_IT.match(sentence.skeleton):
        return "visitor", people
    for side, who in (("host", _HOSTS), ("visitor", _GUESTS)):
        if who.search(sentence.skeleton, 0, led.start()):
            return side, people
    return None


_TAKES_PART = re.compile(
    r"\b(?:with the participation of|in the presence of|on behalf of|representing|represented by|witness|accompan"
    r"|[Ss]ignator)"
)


def takes_part(sentence: Sentence) -> bool:
    """Whether the sentence says of the people in it that they were there."""
    return bool(
        pattern("attend").search(sentence.skeleton)
        or _TAKES_PART.search(sentence.skeleton)
        or _LED.search(sentence.skeleton)
    )
