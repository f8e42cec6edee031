"""What one sentence tells of a meeting: who went to whom, who received whom, who spoke, attended and chaired."""

import re
from functools import cache

from loaders.extraction.english.frame import DELEGATION, MET, Frame, acting, clause, side
from loaders.extraction.english.guests import holds_own_event, takes_guests
from loaders.extraction.english.lexicon import choice, words
from loaders.extraction.english.skeleton import BODY, DISTRICT, GENERIC, PERSON, Sentence
from loaders.extraction.english.subjects import is_called, is_pronoun
from loaders.extraction.english.verbs import pattern, verbs
from loaders.extraction.english.visit_nouns import named_visit

_GROUP = re.compile(
    r"\b(?:delegation|team|group|mission|party of|guests?|visitors?|leaders|officials|experts)\b(?: (?:of|from))?", re.I
)
_MODAL = re.compile(
    r"\b(?:will|would|shall|may|can|could|should|to|must|invited|welcome)(?: \w+ly| also)? $",
    re.I,
)
_PERFECT = re.compile(r"\b(?:had|has|have|whom|which|whose)(?: \w+ly| also| once| already| just)?(?: \w+)? $", re.I)
_OBJECT = re.compile(
    r"(?! (?:see|attend|study|learn|discuss|look|hear|exchange|take|know)\b)"
    r"(?:(?:(?! in\b) [\w'’-]+){0,4}? ?(?P<body>[ⒾⓁⒼ])| (?:the (?:\w+ ){0,2})?(?P<elsewhere>Ⓝ)"
    r"|(?: [\w'’-]+){0,4} (?P<guests>them|him\b"
    r"|her\b(?! (?!instead|there|in|at|on|with|for|and|personally|warmly)\w)|delegation|guests?|visitors?"
    r"|team|group|party|entourage"
    r"|(?:engineer|entrepreneur|official|scientist|expert|scholar|representative|leader|colleague|teacher|student|Ⓣ)s?\b))"
)
_WHOM = re.compile(r" (?:the )?(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?Ⓟ")
_NEXT = re.compile(r", (?:and|while|with) |; ")


def frames(sentence: Sentence, number: int, background: bool = False) -> list[Frame]:
    """The frames in a sentence. Wishes and plans give none; what had been before only if it is ``background``."""
    found = []
    noun = named_visit(sentence, number)
    if noun:
        return [noun]
    for name, build in (("received_by", _received_by), ("visit", _visit), ("receive", _receive), ("talk", _talk)):
        for match in verbs(name, sentence.skeleton):
            if _MODAL.search(sentence.skeleton, max(0, match.start() - 24), match.start()):
                continue
            if name != "talk" and not background and in_speech(sentence, match.start()):
                continue
            if name == "talk" and holds_own_event(sentence):
                continue
            if name == "receive" and not takes_guests(sentence, match):
                continue
            frame = build(sentence, number, match)
            if frame is not None:
                _placed(sentence, frame)
                found.append(frame)
        if found and name != "talk":
            break
    return found


_AT = re.compile(r"\s*(?:At|In) (?:the )?(Ⓘ), (?!.*\b(?:at|in) (?:the )?Ⓘ)")


def _placed(sentence: Sentence, frame: Frame) -> None:
    """Take the body at which a sentence begins for the host's: "At Ⓘ, they were welcomed by Ⓟ"."""
    place = _AT.match(sentence.skeleton)
    if place and frame.kind == "reception" and not frame.hosting and (frame.anaphoric or frame.pronoun):
        frame.hosting = [sentence.at(place.start(1)).key]


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


def _visit(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    skeleton = sentence.skeleton
    people, bodies = side(sentence, clause(sentence, verb.start()), verb.start())
    target = _OBJECT.match(skeleton, verb.end())
    if "Ⓘ" in verb.group() and not bodies:
        bodies = [m.key for m in sentence.within(verb.start(), verb.end(), BODY)]
    person = _WHOM.match(skeleton, verb.end())
    if person and (people or bodies):
        at = sentence.within(person.start(), len(skeleton), PERSON)[0]
        return Frame(number, "visit", people, [at.key], bodies, strength=2)
    if target and target.group("elsewhere") and _IS_MOVE.search(verb.group()):
        return _elsewhere(sentence, number, verb, target.start("elsewhere"), people)
    if target is None or not target.group("body"):
        return None
    if _PLANNED.match(skeleton, target.end()):
        return None
    pronoun = not people and is_pronoun(sentence, verb.start())
    delegation = DELEGATION.search(skeleton, clause(sentence, verb.start()), verb.start())
    if _MOVES.match(verb.group()) and not (people or pronoun or delegation or is_called(sentence, verb.start())):
        return None  # a company moves, too
    goal = sentence.at(target.start("body"))
    onward = _TO_VISIT.match(skeleton, target.end()) if goal.kind == DISTRICT else None
    goal = sentence.at(onward.start(1)) if onward else goal
    called = not people and is_called(sentence, verb.start())
    frame = Frame(
        number, "visit", visitors=people, visiting=[] if called or pronoun else bodies, anaphoric=called,
        pronoun=pronoun,
        strength=2 if people or bodies else 1,
    )  # fmt: skip
    invited = _INVITED.search(skeleton, verb.end())
    if invited:
        frame.hosts = [sentence.at(invited.start(1)).key]
    met = MET.search(skeleton, verb.end())
    if met:
        frame.hosts = acting(sentence, met.end(), len(skeleton))
    if goal.kind == GENERIC:
        frame.generic_host = goal
    else:
        frame.hosting = [goal.key]
    return frame


_IS_MOVE = re.compile(r" (?:to|in|at|into|over to)$")


_MOVES = re.compile(r"(?:moved|proceeded|continued|pushed)\b")


def _elsewhere(sentence: Sentence, number: int, verb: re.Match[str], place: int, people: list[str]) -> Frame | None:
    """Guests who go to a town or building that is nobody: who received them there, other sentences tell."""
    called, pronoun = is_called(sentence, verb.start()), is_pronoun(sentence, verb.start())
    if not (called or people or pronoun):
        return None
    met = MET.search(sentence.skeleton, verb.end())
    hosts = [m.key for m in sentence.within(met.end(), len(sentence.skeleton), PERSON)] if met else []
    return Frame(
        number, "visit", [] if called else people, hosts, anaphoric=called, pronoun=pronoun and not people, strength=1,
        elsewhere=sentence.at(place).key,
    )  # fmt: skip


_INVITED = re.compile(r"\b(?:at|upon) the (?:\w+ )?invitation of (?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?(Ⓟ)")
_TO_VISIT = re.compile(r"(?:,? Ⓛ,?)?(?: on Ⓓ)? to (?:visit|see|call (?:on|at)|tour|meet with) (?:the )?(Ⓘ)")
_PLANNED = re.compile(r",? where (?:they|he|she|the \w+) (?:is|are|will|would|plans?)\b")


_RELATIVE = re.compile(
    r"(?P<guest>Ⓟ)(?:,? whom)? (?P<pronoun>he|she)(?: had| once| \w+ly)* $"
    r"|(?P<of>Ⓟ)(?: of (?:the )?Ⓘ|, [^Ⓟ.;]{1,80})?,? whom "
    r"(?:the )?(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?(?P<host>Ⓟ)(?: had| once| \w+ly)* $"
)
"""A guest before those who received them: "Ⓟ, whom Ⓟ had received"."""
_OURS = re.compile(r"\b[Oo]ur (Ⓖ)(?: \w+ly| also)? $")
_SOMEWHERE = re.compile(r" (?:in|at) ")


def _relative(sentence: Sentence, number: int, verb: int) -> Frame | None:
    found = _RELATIVE.search(sentence.skeleton, max(0, verb - 120), verb)
    if found is None:
        return None
    if found.group("pronoun"):
        guest = sentence.at(found.start("guest")).key
        return Frame(number, "reception", visitors=[guest], pronoun=True, strength=1)
    guest, host = (sentence.at(found.start(g)).key for g in ("of", "host"))
    return Frame(number, "reception", visitors=[guest], hosts=[host], strength=1)


def _receive(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    relative = _relative(sentence, number, verb.start())
    if relative:
        return relative
    people, bodies = side(sentence, clause(sentence, verb.start()), verb.start())
    target = _OBJECT.match(sentence.skeleton, verb.end())
    guests = bool(target and target.group("guests"))
    border = _NEXT.search(sentence.skeleton, target.end()) if target and guests else None
    others, groups = side(sentence, verb.end(), border.start() if border else len(sentence.skeleton))
    if not people and (others or groups) and not guests:
        if is_called(sentence, verb.start()):
            return Frame(number, "reception", hosts=others, hosting=groups, anaphoric=True, strength=1)
        if is_pronoun(sentence, verb.start()):
            return Frame(number, "reception", visitors=others, visiting=groups, pronoun=True, strength=1)
    ours = _OURS.search(sentence.skeleton, max(0, verb.start() - 40), verb.start())
    if ours and not (people or bodies) and (others or groups):
        own = sentence.at(ours.start(1))
        return Frame(number, "reception", visitors=others, visiting=groups, generic_host=own, strength=1)
    if not (people or bodies) or not (others or groups or guests):
        return None
    if _SOMEWHERE.match(sentence.skeleton, verb.end()) and not (others or guests):
        return None  # where they were received is nobody who was
    return Frame(number, "reception", hosts=people, hosting=bodies, visitors=others, visiting=groups, strength=1)


_WHERE = re.compile(r"[ⒾⓁⒼ](?=[^ⒾⓁⓅ.;]{0,40},? where [^ⓅⒾⓁ.;]{0,20}$)")


def _received_by(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    people, bodies = side(sentence, clause(sentence, verb.start()), verb.start())
    others, hosts = side(sentence, verb.end(), len(sentence.skeleton))
    if not (others or hosts):
        return None
    start = clause(sentence, verb.start())
    went = pattern("visit").search(sentence.skeleton, start, verb.start())
    subject = went.start() if went else verb.start()
    if went:  # they went to Ⓘ and were received by Ⓟ
        people, bodies = side(sentence, start, subject) if went.start() > start else ([], [])
        hosts += [m.key for m in sentence.within(went.end(), verb.start(), BODY) if m.key not in bodies]
    called = not people and is_called(sentence, subject)
    pronoun = not people and is_pronoun(sentence, subject)
    if not (people or bodies or called or pronoun):
        return None  # the ceremony was hosted by somebody
    visiting = [] if called or pronoun else bodies
    where = _WHERE.search(sentence.skeleton, 0, verb.start())
    there = sentence.at(where.start()) if where else None
    hosts += [there.key] if there and there.kind != GENERIC else []
    hosts += [m.key for m in sentence.within(verb.start(), verb.end(), BODY)]
    if pronoun and where and (people := side(sentence, 0, where.start())[0]):
        pronoun = False  # Ⓟ visited Ⓘ, where he was received
    return Frame(
        number, "reception", people, others, visiting, hosts, anaphoric=called or pronoun, pronoun=pronoun, strength=1,
        generic_host=there if there and there.kind == GENERIC else None,
    )  # fmt: skip


_SUBJECTS = re.compile(
    r"(?P<several>[ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])+)"
    r"(?:, [^ⓅⒾⓁ;.]{1,80},)?(?= (?:\w+ly |also |jointly )?$)|(?P<one>[ⒾⓁ])(?= (?:\w+ly |also )?$)"
)
_BETWEEN = re.compile(
    r"\b(?:between|(?:meeting|talks?|seminar|symposium|forum|session|exchange)s? of) "
    r"(?:the )?([ⒾⓁ])[^.;]{0,60}? and (?:the )?([ⒾⓁ])|\bwith (?:the )?([ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])*)"
)


_WITH_GUESTS = re.compile(r" (?:[\w-]+ ){0,4}?with (?:them|the (?:guests|delegation|visitors|group|team))\b")
_TALKS_WITH = re.compile(
    r" (?:(?:[\w-]+|Ⓓ) ){0,5}?with (?:the )?(?:visiting )?(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ (?:and Ⓣ )?)?Ⓟ"
)
_VISITING = re.compile(r" (?:(?:[\w-]+|Ⓓ) ){0,5}?with (?:the )?visiting ")
"""Who talks with somebody is host, unless anything else tells."""


def _talk(sentence: Sentence, number: int, verb: re.Match[str]) -> Frame | None:
    """Nobody is host by the verb: A and B held talks, A held talks with B, talks between A and B."""
    frame = Frame(number, "talk")
    visiting = _VISITING.match(sentence.skeleton, verb.end())
    if visiting:
        people, bodies = side(sentence, clause(sentence, verb.start()), verb.start())
        others, groups = side(sentence, visiting.end(), len(sentence.skeleton))
        if (people or bodies) and (others or groups):
            return Frame(number, "reception", others, people, groups, bodies, strength=1)
    subject = _SUBJECTS.search(sentence.skeleton, max(0, verb.start() - 80), verb.start())
    if subject:
        frame.both += [m.key for m in sentence.within(*subject.span(subject.lastgroup or 0))]
    guests = DELEGATION.search(sentence.skeleton, verb.end(), verb.end() + 80)
    if (
        subject is None
        and guests
        and re.search(r"\bwith (?:an? |the )?(?:\w+ ){0,2}$", sentence.skeleton[: guests.start()])
    ):
        people, bodies = side(sentence, clause(sentence, verb.start()), verb.start())
        others, groups = side(sentence, guests.start(), len(sentence.skeleton))
        if people or bodies:
            return Frame(number, "reception", others, people, groups, bodies, strength=1)
    if subject is None and _WITH_GUESTS.match(sentence.skeleton, verb.end()):
        people, bodies = side(sentence, clause(sentence, verb.start()), verb.start())
        if people:
            return Frame(number, "reception", hosts=people, hosting=bodies, anaphoric=True, strength=1)
    whom = _TALKS_WITH.match(sentence.skeleton, verb.end())
    if whom and subject is None:
        people, _ = side(sentence, clause(sentence, verb.start()), verb.start())
        called, pronoun = is_called(sentence, verb.start()), is_pronoun(sentence, verb.start())
        others = [m.key for m in sentence.within(whom.end() - 1, len(sentence.skeleton), PERSON)]
        if not people and called:
            return Frame(number, "reception", hosts=others, anaphoric=True, strength=1)
        if not people and pronoun:
            return Frame(number, "reception", visitors=others, pronoun=True, strength=1)
        return Frame(number, "talk", visitors=others, hosts=people)
    for match in _BETWEEN.finditer(sentence.skeleton):
        frame.both += [sentence.at(match.start(g)).key for g in (1, 2) if match.group(g)]
        frame.both += [m.key for m in sentence.within(*match.span(3), BODY + DISTRICT)] if match.group(3) else []
    return frame
