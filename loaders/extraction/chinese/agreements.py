"""Agreements: signed at the event, reported from before, or intended; with their parties, signatories and subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.facts import Signatory, Status
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.frames import Actor
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.meetings import Gathering
from loaders.extraction.chinese.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Signing:
    """One agreement as one sentence tells it; ``parties`` are empty where it says 双方 or nothing."""

    sentence: Sentence
    status: Status
    parties: tuple[Body, ...]
    signatories: tuple[Signatory, ...]
    subject: str | None
    place: int
    ceremony: bool = False


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = words("events")["agreements"]
    verb, document = alternation(lists["verbs"]), alternation(lists["documents"])
    return {
        "signing": re.compile(
            f"(?P<verb>{verb})(?:了|的|下|并|好)?[^，。；]{{0,40}}?(?P<document>{document})|"
            f"(?P<document2>{document})(?P<verb2>[^，。；]{{0,6}}(?:签署|签订|签约|签字))|"
            f"(?P<verb3>代表[^，。；]{{1,30}}(?:签署|签订|签约|签字|签))|(?P<verb4>签约仪式|签字仪式|签约(?!之?[后前]))|"
            f"在[^，。；]{{0,12}}上签字|(?P<intended>{alternation(lists['intended'])})"
        ),
        "document": re.compile(f"(?:《[^》]{{2,60}}》|[\u3400-\u9fff]{{0,12}}?{document})"),
        "past": re.compile(alternation(lists["past"])),
        "future": re.compile(alternation(lists["future"])),
        "negated": re.compile(f"{alternation(lists['negated'])}[^，。]{{0,3}}$"),
        "both": re.compile("双方|两校|两地|三方|校地|校企|区校|县校|各方|两院|两家"),
        "sign": re.compile("[^，。；]{0,16}(?:签署|签订|签约|签字|签)"),
        "clause": re.compile("[，。；,;：:]"),
        "acts": re.compile("(?:分别|共同|一起)?(?:代表[^，。；]{0,20}?)?(?:分别|共同|现场|正式|上台)?"),
        "joint": re.compile("[、和与及同，,]?(?:分别)?"),
        "split": re.compile("分别[与同和]"),
    }


def signings(text: str, sentence: Sentence, present: list[Actor], background: bool) -> list[Signing]:
    """The agreements that ``sentence`` tells of."""
    patterns = _patterns()
    found = []
    for hit in patterns["signing"].finditer(text, sentence.start, sentence.end):
        status = _status(text, sentence, hit, background)
        if status is None:
            continue
        parties = _parties(text, sentence, present, hit)
        signatories = _signatories(text, sentence, present, hit) if status == "signed" else ()
        ceremony = hit.group("verb4") is not None
        found.append(
            Signing(sentence, status, parties, signatories, _subject(text, sentence, hit), hit.start(), ceremony)
        )
    return found


def _status(text: str, sentence: Sentence, hit: re.Match[str], background: bool) -> Status | None:
    patterns = _patterns()
    clause = sentence.start
    for mark in patterns["clause"].finditer(text, sentence.start, hit.start()):
        clause = mark.end()
    ahead = text[clause : hit.start()]
    if patterns["negated"].search(ahead):
        return None
    if background or patterns["past"].search(text, clause, min(sentence.end, hit.end() + 8)):
        return "reported"
    if patterns["future"].search(ahead) or hit.group("intended"):
        return "intended"
    return "signed"


def _parties(text: str, sentence: Sentence, present: list[Actor], hit: re.Match[str]) -> tuple[Body, ...]:
    """The bodies of the sentence, the nearest named form of each, those of persons where no body stands by itself."""
    roots: dict[Body, Body] = {}
    before = [a for a in present if a.body is not None and a.end <= hit.start()]
    if not before or len({a.body.root for a in before if a.body}) < 2:
        before = [a for a in present if a.body is not None]
    for actor in sorted(before, key=lambda a: (a.person is not None, a.start)):
        if actor.body is not None and text[actor.start - 1 : actor.start] != "在":
            roots.setdefault(actor.body.root, actor.body if actor.person is None else actor.body.root)
    named = {a.body.root for a in before if a.person is None and a.body is not None}
    return tuple(b for root, b in roots.items() if root in named or len(named) < 2)


def _signatories(text: str, sentence: Sentence, present: list[Actor], hit: re.Match[str]) -> tuple[Signatory, ...]:
    """The persons right before 代表双方签署, 分别在文本上签字, 签署: the last list of names before the verb."""
    people: list[Actor] = []
    for actor in reversed([a for a in present if a.end <= hit.end() and a.person is not None]):
        gap = text[actor.end : people[-1].opening if people else hit.start()]
        if not (_patterns()["joint"] if people else _patterns()["acts"]).fullmatch(gap):
            break
        people.append(actor)
    return tuple(
        Signatory(a.person.name, a.body.root.name if a.body is not None else None)
        for a in reversed(people)
        if a.person is not None
    )


def _subject(text: str, sentence: Sentence, hit: re.Match[str]) -> str | None:
    document = _patterns()["document"].search(text, hit.start(), min(sentence.end, hit.end() + 40))
    return document.group() if document else None


def merged(found: Sequence[Signing], meeting: Gathering | None) -> list[Signing]:
    """The agreements of one scene, each once: a ceremony and the act in it, a headline and its sentence are one.

    Where a sentence says 双方 or names nobody, it is about an agreement named before, else about the sides that met.
    """
    kept: list[Signing] = []
    body = [s for s in found if s.sentence.zone == "body"]
    for signing in body or found:
        if len({b.root for b in signing.parties}) > 1:
            _add(kept, signing)
    sides = (*meeting.hosts, *meeting.visitors) if meeting is not None else ()
    for signing in body or found:
        if len({b.root for b in signing.parties}) < 2:
            parties = kept[0].parties if kept else ()
            if not parties and meeting is not None and len(sides) > 1:
                parties = tuple(meeting.votes.wording.get(b, b) for b in sides)
            if len(parties) > 1:
                _add(kept, replace(signing, parties=parties))
    return sorted(kept, key=lambda s: s.place)


def _add(kept: list[Signing], signing: Signing) -> None:
    for i, known in enumerate(kept):
        if _same(known, signing):
            kept[i] = replace(
                known, signatories=known.signatories or signing.signatories, subject=known.subject or signing.subject
            )
            return
    kept.append(signing)


def _same(kept: Signing, signing: Signing) -> bool:
    if kept.status != signing.status:
        return False
    if kept.subject and signing.subject and kept.subject[-2:] != signing.subject[-2:]:
        return False
    roots, others = {b.root for b in kept.parties}, {b.root for b in signing.parties}
    return roots <= others or others <= roots
