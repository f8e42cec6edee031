"""From a gathering to the fact of a meeting: participants with roles and functions, place, format."""

import re
from collections.abc import Callable, Set
from functools import cache
from typing import TypeAlias

from graph.facts import EventDate, Evidence, Format, MeetingFact, Participant, Role
from loaders.extraction.chinese.actors import StandsFor
from loaders.extraction.chinese.gatherings import Gathering
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.people import Person, PersonMention
from loaders.extraction.chinese.sentences import Sentence, around
from loaders.extraction.chinese.sides import sides
from loaders.extraction.coding import MeetingKind, meeting_code

LEAD = 4
"""Sentences of a scene that may tell its format; a 视频 later is mostly something that was shown."""


_LISTED = re.compile("[、和及与]|以及")

Told: TypeAlias = Callable[[Sentence], Evidence]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    return {
        "video": re.compile(alternation(events["video"])),
        "venue": re.compile(
            "在(?![0-9早年随此之当其会前])([^，。、在与同]{2,24}?)(?<![后前时中间])(?:[与同][^，。、]{1,24}?)?(?:隆重|顺利|正式|成功|共同)?(?:举行|召开|举办|会见|会谈|座谈|签署|签约)"
        ),
        "chair": re.compile("(?:分别|共同)?主持"),
        "visited": re.compile(alternation(w for w in events["visit"] if len(w) > 1)),
        "received": re.compile(alternation(events["receive"])),
        "negotiated": re.compile("洽谈|磋商|谈判"),
        "by": re.compile("(?:由|主持[^。，]{0,8}的是)$"),
        "witness": re.compile("[^，。]{0,4}(?:见证|的(?:共同)?见证)"),
        "absent": re.compile(f"(?:因[^，。；]{{1,8}}?)?{alternation(events['absent'])}"),
        "deceased": re.compile(alternation(words("titles")["deceased"])),
        "accompanying": re.compile("(?:等)?(?:[^，。；、]{0,6})?(?:陪同|随同|随访|随行|同行|随团)"),
        "head": re.compile(f"(?:等)?(?:分别|曾|共同)?{alternation(events['head'])}"),
        "speaker": re.compile(f"[^，。]{{0,6}}{alternation(events['speech'])}"),
    }


def meeting(
    text: str, found: Gathering, date: EventDate, told: Told, stands_for: StandsFor, signed: Set[Person]
) -> MeetingFact:
    """The fact of a gathering, at which ``signed`` put signatures; ``told`` gives a sentence as evidence."""
    form = _format(text, found)
    both = bool(found.hosts and found.visitors)
    third = [b for b in found.others if b in found.votes.attended] if both else found.others
    return MeetingFact(
        date=date,
        place=_place(text, found),
        format=form,
        hosts=tuple(found.wording(b).name for b in found.hosts),
        visitors=tuple(found.wording(b).name for b in found.visitors),
        institutions=tuple(found.wording(b).name for b in third),
        participants=_participants(text, found, told, stands_for, signed),
        code=meeting_code(_kind(text, found), form),
        evidence=told(found.evidence),
    )


def _participants(
    text: str, found: Gathering, told: Told, stands_for: StandsFor, signed: Set[Person]
) -> tuple[Participant, ...]:
    side_of = sides(text, found, stands_for)
    functions: dict[Person, dict[str, None]] = {}
    titles: dict[Person, str] = {}
    named = {m.person for m in found.present if found.evidence.start <= m.start < found.evidence.end}
    seen: dict[Person, Sentence] = dict.fromkeys(named, found.evidence)
    lines = sorted([*found.scene.sentences, *found.elsewhere], key=lambda s: s.start)
    done = _functions_of_all(text, list(found.present))
    absent = {mention.person for mention, what in done.items() if "absent" in what}
    for mention in found.present:
        if mention.person in absent:
            continue
        if mention.person in functions or not _of_the_past(text, mention, found):
            functions.setdefault(mention.person, {}).update(dict.fromkeys(done[mention]))
            if mention.person not in seen:
                seen[mention.person] = around(lines, mention.start)
            if mention.posts:
                titles.setdefault(mention.person, "、".join(p.wording(text) for p in mention.posts))
    return tuple(
        Participant(
            person.name,
            _role(own, side_of.get(person)),
            side_of.get(person),
            (*own, *(["signatory"] if person in signed and "signatory" not in own else [])),
            titles.get(person),
            told(seen[person]),
        )
        for person, own in functions.items()
    )


def _role(done: dict[str, None], side: str | None) -> Role:
    """FACTS.md's one word: who presided, else the side."""
    if "chair" in done:
        return "chair"
    if side is not None:
        return "host" if side == "host" else "visitor"
    return "speaker" if "speaker" in done else "attendee"


def _of_the_past(text: str, mention: PersonMention, found: Gathering) -> bool:
    """Named only by a post of a time that is looked back to, beside the event: 当时由时任校长某某签署."""
    if found.scene.background or found.evidence.start <= mention.start < found.evidence.end:
        return False
    return bool(mention.posts) and all(text.startswith(("时任", "曾任"), p.start) for p in mention.posts)


def _functions_of_all(text: str, mentions: list[PersonMention]) -> dict[PersonMention, list[str]]:
    """For each mention what the person did: the verb behind a list is everybody's (甲、乙、丙先后发言)."""
    done: dict[PersonMention, list[str]] = {}
    following: PersonMention | None = None
    for mention in reversed(mentions):
        done[mention] = _functions(text, mention)
        if following is not None and _LISTED.fullmatch(text, mention.end, max(mention.end, following.opening)):
            done[mention] += [f for f in done[following] if f not in done[mention]]
        following = mention
    return done


def _functions(text: str, mention: PersonMention) -> list[str]:
    """What the words around a name say that the person did."""
    patterns = _patterns()
    ahead = text[max(0, mention.opening - 14) : mention.opening]
    done = [name for name in ("head", "witness", "accompanying", "absent") if patterns[name].match(text, mention.end)]
    by = patterns["by"].search(ahead)
    if any(patterns["deceased"].search(text, max(0, p.start - 2), p.title.end) for p in mention.posts):
        done.append("absent")
    if patterns["chair"].match(text, mention.end) or (by is not None and "主持" in by.group()):
        done.insert(0, "chair")
    if patterns["speaker"].match(text, mention.end):
        done.append("speaker")
    return done


def _kind(text: str, found: Gathering) -> MeetingKind:
    """What the sentence calls it: a reception where it tells only of the host, negotiations without known sides."""
    told = found.evidence.start, found.evidence.end
    if found.visitors:
        received = _patterns()["received"].search(text, *told) and not _patterns()["visited"].search(text, *told)
        return "reception" if received else "visit"
    return "negotiation" if _patterns()["negotiated"].search(text, *told) else "talk"


def _place(text: str, found: Gathering) -> str | None:
    """Where it was, in the words of the text: 在 B 举行; else the host that the visitors came to."""
    for sentence in found.scene.sentences:
        if sentence.zone == "body" and (hit := _patterns()["venue"].search(text, sentence.start, sentence.end)):
            return hit.group(1)
    return found.wording(found.hosts[0]).name if found.votes.directed and found.hosts else None


def _format(text: str, found: Gathering) -> Format:
    pattern = _patterns()["video"]
    video = any(pattern.search(text, s.start, s.end) for s in found.scene.sentences[:LEAD])
    return "video" if video else "in_person"
