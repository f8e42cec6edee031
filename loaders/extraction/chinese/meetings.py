"""From a scene to its meeting: sides, participants with their roles, place and format."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from graph.facts import EventDate, Evidence, Format, MeetingFact, Participant, Role, Side
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.frames import Actor, Votes, actors, vote
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.naming import Naming
from loaders.extraction.chinese.people import Person, PersonIndex, PersonMention
from loaders.extraction.chinese.scenes import Scene
from loaders.extraction.coding import meeting_code

StandsFor = Callable[[Person], Body | None]


@dataclass(frozen=True, slots=True)
class Gathering:
    """What a scene told: its sides by root body, who was there, and the sentence that says so."""

    scene: Scene
    votes: Votes
    hosts: list[Body]
    visitors: list[Body]
    present: list[PersonMention]
    others: list[Body]
    evidence: tuple[int, int]
    home: Body | None
    """The root of the body that the article speaks for."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    return {
        "dealing": re.compile(alternation(events["dealings"])),
        "gathering": re.compile(alternation(events["gatherings"])),
        "video": re.compile(alternation(events["video"])),
        "venue": re.compile("在(?![0-9早年])([^，。、在]{2,24}?)(?:隆重|顺利|正式|成功|共同)?(?:举行|召开|举办|会见|会谈|座谈|签署|签约)"),
        "chair_after": re.compile("(?:分别|共同)?主持"),
        "chair_before": re.compile("(?:由|主持[^。，]{0,8}的是)$"),
        "witness": re.compile("[^，。]{0,4}(?:见证|的(?:共同)?见证)"),
        "head": re.compile(f"(?:等)?(?:分别|曾|共同)?{alternation(events['head'])}"),
        "speech": re.compile(f"[^，。]{{0,6}}{alternation(events['speech'])}"),
        "present": re.compile(
            alternation(
                events["attend"],
                events["talk"],
                events["visit"],
                events["receive"],
                events["head"],
                events["chair"],
                events["witness"],
            )
        ),
    }


def gathering(text: str, scene: Scene, naming: Naming, people: PersonIndex, stands_for: StandsFor) -> Gathering | None:
    """The meeting of ``scene``, if the frames of its sentences make one of two or more bodies."""
    votes = Votes()
    mentions: list[PersonMention] = []
    involved: dict[Body, None] = {}
    evidence: tuple[int, int] | None = None
    first = True
    for sentence in scene.sentences:
        present = actors(text, sentence, naming.index, people, stands_for)
        met = votes.met
        weight = 2 if sentence.zone == "title" else 3 if first and sentence.zone == "body" else 1
        vote(text, sentence, present, naming.home.get("source"), votes, weight)
        if votes.met and (not met or evidence is None) and sentence.zone == "body":
            evidence = (sentence.start, sentence.end)
            first = False
        for actor in present:
            if (
                actor.person is not None
                and actor.body is not None
                and _patterns()["chair_after"].match(text, actor.end)
            ):
                votes.host[actor.body.root] += 1
        if sentence.zone == "body":
            mentions += people.between(sentence.start, sentence.end)
        for actor in present:
            if actor.body is not None and actor.person is not None:
                involved.setdefault(actor.body.root, None)
    if not votes.met or evidence is None:
        evidence = _dealing(text, scene, naming, people, stands_for, votes)
    if evidence is None:
        return None
    hosts, visitors = _sides(votes, involved)
    others = [b for b in votes.wording if b not in hosts and b not in visitors]
    if len({*involved, *others, *hosts, *visitors}) < 2:
        return None
    home = naming.home.get("source")
    return Gathering(scene, votes, hosts, visitors, mentions, others, evidence, home.root if home else None)


def _dealing(
    text: str, scene: Scene, naming: Naming, people: PersonIndex, stands_for: StandsFor, votes: Votes
) -> tuple[int, int] | None:
    """The first sentence with persons of two bodies and a word of dealing with each other, where no frame was found:
    the verbs of a language are not all in a lexicon. Not in articles about ceremonies and congresses."""
    patterns = _patterns()
    for sentence in scene.sentences[:4]:
        if patterns["gathering"].search(text, sentence.start, sentence.end):
            return None
    for sentence in scene.sentences:
        present = actors(text, sentence, naming.index, people, stands_for)
        roots = {a.body.root: a for a in present if a.person is not None and a.body is not None}
        if len(roots) > 1 and sentence.zone == "body" and patterns["dealing"].search(text, sentence.start, sentence.end):
            for actor in present:
                votes.word(actor)
            return sentence.start, sentence.end
    return None


def _sides(votes: Votes, involved: dict[Body, None]) -> tuple[list[Body], list[Body]]:
    """Hosts and visitors: the roots with votes for one side, the clearest first. Where only one side has any, the
    other side is the only other body that the frames name."""
    order = list(dict.fromkeys([*votes.wording, *votes.host, *votes.visitor]))
    balance = {b: votes.host[b] - votes.visitor[b] for b in order}
    hosts = sorted((b for b in order if balance[b] > 0), key=lambda b: -balance[b])
    visitors = sorted((b for b in order if balance[b] < 0), key=lambda b: balance[b])
    rest = [b for b in dict.fromkeys([*involved, *order]) if not balance.get(b)]
    named = [b for b in rest if votes.named[b]] or rest
    if hosts and not visitors and len(named) == 1:
        visitors = named
    elif visitors and not hosts and len(named) == 1:
        hosts = named
    return hosts, visitors


def meeting(text: str, found: Gathering, date: EventDate, evidence: Evidence, stands_for: StandsFor) -> MeetingFact:
    """The fact of a gathering."""
    participants: dict[Person, Participant] = {}
    sides = _person_sides(text, found, stands_for)
    functions = _functions(text, found)
    for mention in found.present:
        person = mention.person
        if person in participants or _of_the_past(text, mention, found):
            continue
        side = sides.get(person)
        done = functions.get(person, ())
        role: Role = "chair" if "chair" in done else side or "attendee"
        participants[person] = Participant(person.name, role, side, done)
    form = _format(text, found)
    two = bool(found.hosts and found.visitors)
    wording = found.votes.wording
    return MeetingFact(
        date=date,
        place=_place(text, found),
        format=form,
        hosts=tuple(wording.get(b, b).name for b in found.hosts),
        visitors=tuple(wording.get(b, b).name for b in found.visitors),
        institutions=() if two else tuple(wording.get(b, b).name for b in found.others),
        participants=tuple(participants.values()),
        code=meeting_code("visit" if found.visitors else "talk", form),
        evidence=evidence,
    )


def _of_the_past(text: str, mention: PersonMention, found: Gathering) -> bool:
    """Named only by a post of a time that is looked back to, beside the event: 当时由时任校长某某签署."""
    if found.scene.background or found.evidence[0] <= mention.start < found.evidence[1]:
        return False
    return bool(mention.posts) and all(text.startswith(("时任", "曾任"), p.start) for p in mention.posts)


def _place(text: str, found: Gathering) -> str | None:
    """Where it was, in the words of the text: 在 B 举行; else the host that the visitors came to."""
    for sentence in found.scene.sentences:
        if sentence.zone == "body" and (hit := _patterns()["venue"].search(text, sentence.start, sentence.end)):
            return hit.group(1)
    if found.votes.firm and found.hosts:
        return found.votes.wording.get(found.hosts[0], found.hosts[0]).name
    return None


def _format(text: str, found: Gathering) -> Format:
    pattern = _patterns()["video"]
    if any(pattern.search(text, s.start, s.end) for s in found.scene.sentences[:4]):
        return "video"
    return "in_person"


def _person_sides(text: str, found: Gathering, stands_for: StandsFor) -> dict[Person, Side]:
    """The side of each person: by the body that the person stands for, else by the neighbours in a list."""
    sides: dict[Person, Side] = {}
    loose: set[Person] = set()
    for mention in found.present:
        body = stands_for(mention.person)
        side = _side_of(body, found) if body is not None else None
        if side is not None:
            sides[mention.person] = side
        elif body is None or (body.known is None and body.root.kind != "district" and body.district is None):
            loose.add(mention.person)
    for ordered in (found.present, found.present[::-1]):
        for one, two in zip(ordered, ordered[1:], strict=False):
            first, second = (one, two) if one.start < two.start else (two, one)
            if two.person in loose and one.person in sides and _LISTED.fullmatch(text[first.end : second.opening]):
                sides.setdefault(two.person, sides[one.person])
    for sentence in found.scene.sentences:
        side_of_list: Side | None = None
        if _ALONG.search(text, sentence.start, sentence.end):
            side_of_list = "visitor"
        elif _BESIDE.search(text, sentence.start, sentence.end):
            side_of_list = "host"
        if side_of_list is not None and found.hosts and found.visitors:
            for mention in found.present:
                if sentence.start <= mention.start < sentence.end:
                    sides.setdefault(mention.person, side_of_list)
    if found.home is not None and found.home in found.hosts:
        for person in loose:
            sides.setdefault(person, "host")
    return sides


_ALONG = re.compile("随团|随行|随同|随访|同行")
"""The list before it came with the visitors."""
_BESIDE = re.compile("陪同(?:调研|考察|参观|会见|座谈|走访|访问|接待)|参加接待|接待了")
_LISTED = re.compile("[、，,；;和及]|以及")


def _below(district: Body, other: Body) -> bool:
    """Whether a district lies in another one: its leaders receive together with those of the province."""
    above = district.district if district.kind == "district" else None
    return above is not None and (above is other or _below(above, other))


def _side_of(body: Body, found: Gathering) -> Side | None:
    if any(body.within(b) for b in found.visitors):
        return "visitor"
    if any(body.within(b) or _below(body.root, b) for b in found.hosts):
        return "host"
    local = {id(b) for h in found.hosts if h.kind == "district" for b in (h, h.district) if b is not None and b.level != "municipality" and b.level != "province"}
    if (body.known is None or body.kind == "park") and body.district is not None:
        if id(body.district) in local:
            return "host"
        if body.district in found.visitors:
            return "visitor"
    return None


def _functions(text: str, found: Gathering) -> dict[Person, tuple[str, ...]]:
    functions: dict[Person, dict[str, None]] = {}
    patterns = _patterns()
    for mention in found.present:
        done = functions.setdefault(mention.person, {})
        tail = text[mention.end : mention.end + 16]
        ahead = text[max(0, mention.opening - 14) : mention.opening]
        if patterns["chair_after"].match(tail) or patterns["chair_before"].search(ahead) and "主持" in ahead + tail:
            done["chair"] = None
        if patterns["head"].match(tail):
            done["head"] = None
        if patterns["witness"].match(tail):
            done["witness"] = None
        if patterns["speech"].match(tail):
            done["speaker"] = None
    return {person: tuple(done) for person, done in functions.items()}
