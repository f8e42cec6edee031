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
    host: Body | None
    visitor: Body | None
    present: list[PersonMention]
    others: list[Body]
    evidence: tuple[int, int]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    return {
        "gathering": re.compile(alternation(events["gatherings"])),
        "video": re.compile(alternation(events["video"])),
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
        return None
    host, visitor = _sides(votes, involved)
    others = [b for b in votes.wording if b not in (host, visitor)]
    if host is None and visitor is None and len({*involved, *others}) < 2:
        return None
    return Gathering(scene, votes, host, visitor, mentions, others, evidence)


def _sides(votes: Votes, involved: dict[Body, None]) -> tuple[Body | None, Body | None]:
    """Host and visitor: the roots with the clearest votes."""
    balance = {b: votes.host[b] - votes.visitor[b] for b in {**votes.host, **votes.visitor}}
    order = list(dict.fromkeys([*votes.wording, *votes.host, *votes.visitor]))
    hosts = sorted((b for b in order if balance.get(b, 0) > 0), key=lambda b: -balance[b])
    visitors = sorted((b for b in order if balance.get(b, 0) < 0), key=lambda b: balance[b])
    host, visitor = next(iter(hosts), None), next(iter(visitors), None)
    rest = [b for b in dict.fromkeys([*involved, *order]) if b not in (host, visitor)]
    named = [b for b in rest if b in votes.wording]
    if host is not None and visitor is None and len(named) == 1:
        visitor = named[0]
    elif visitor is not None and host is None and len(named) == 1:
        host = named[0]
    return host, visitor


def meeting(text: str, found: Gathering, date: EventDate, evidence: Evidence, stands_for: StandsFor) -> MeetingFact:
    """The fact of a gathering."""
    participants: dict[Person, Participant] = {}
    sides = _person_sides(found, stands_for)
    functions = _functions(text, found)
    for mention in found.present:
        person = mention.person
        if person in participants:
            continue
        side = sides.get(person)
        done = functions.get(person, ())
        role: Role = "chair" if "chair" in done else side or "attendee"
        participants[person] = Participant(person.name, role, side, done)
    form = _format(text, found)
    two = found.host is not None and found.visitor is not None
    named = [found.votes.wording.get(b, b).name for b in found.others if b.kind != "district" or not two]
    return MeetingFact(
        date=date,
        place=None,
        format=form,
        hosts=tuple(_names(found.host, found.votes)),
        visitors=tuple(_names(found.visitor, found.votes)),
        institutions=() if two else tuple(named),
        participants=tuple(participants.values()),
        code=meeting_code("visit" if found.visitor is not None else "talk", form),
        evidence=evidence,
    )


def _names(root: Body | None, votes: Votes) -> list[str]:
    return [] if root is None else [votes.wording.get(root, root).name]


def _format(text: str, found: Gathering) -> Format:
    pattern = _patterns()["video"]
    if any(pattern.search(text, s.start, s.end) for s in found.scene.sentences[:4]):
        return "video"
    return "in_person"


def _person_sides(found: Gathering, stands_for: StandsFor) -> dict[Person, Side]:
    sides: dict[Person, Side] = {}
    for mention in found.present:
        body = stands_for(mention.person)
        if body is None:
            continue
        if found.host is not None and body.within(found.host):
            sides[mention.person] = "host"
        elif found.visitor is not None and body.within(found.visitor):
            sides[mention.person] = "visitor"
    return sides


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
