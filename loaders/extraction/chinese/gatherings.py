"""Whether the sentences of a scene tell of a meeting, of which bodies, and which of them came to which."""

import re
from dataclasses import dataclass, field
from functools import cache

from loaders.extraction.chinese.actors import Actor, Cast, StandsFor, roots
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.courtesies import thanks, welcome
from loaders.extraction.chinese.frames import vote
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.naming import Naming
from loaders.extraction.chinese.people import PersonIndex
from loaders.extraction.chinese.plans import cancelled, intending
from loaders.extraction.chinese.scenes import Scene, is_speech
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.chinese.telling import Telling
from loaders.extraction.chinese.votes import Votes

_PURPOSE = re.compile("为[^，。]*，")
EVENTS = ("visit", "receive", "talk")
"""The verbs of the lexicon that make a meeting."""
AHEAD = 14
"""Characters before a post in which 主持会议的是 stands."""


@dataclass(slots=True)
class Gathering:
    """What a scene told: the sides by root body, who was there, and the sentence that says so first."""

    scene: Scene
    evidence: Sentence
    votes: Votes
    present: PersonIndex
    stands_for: StandsFor
    home: Body | None
    """The root of the body that the article speaks for."""
    elsewhere: list[Sentence] = field(default_factory=list)
    """Sentences of another scene that name persons who were here."""
    hosts: list[Body] = field(default_factory=list)
    visitors: list[Body] = field(default_factory=list)
    others: list[Body] = field(default_factory=list)

    def wording(self, root: Body) -> Body:
        """The body that the text names for a root."""
        return self.votes.wording.get(root, root)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    agreements = events["agreements"]
    return {
        "dealing": re.compile(alternation(events["dealings"])),
        "gathering": re.compile(
            "".join(f"(?<!{kind})" for kind in events["congresses"]) + alternation(events["gatherings"])
        ),
        "forum": re.compile(alternation(events["forums"])),
        "event": re.compile(alternation(w for key in EVENTS for w in events[key] if len(w) > 1)),
        "visited": re.compile(alternation(w for key in ("visit", "receive") for w in events[key] if len(w) > 1)),
        "received": re.compile(alternation(events["receive"], events["talk"], ["对接", "陪同"])),
        "signed": re.compile(
            f"(?:{alternation(agreements['verbs'])})[^，。；]{{0,40}}{alternation(agreements['documents'])}"
        ),
        "more": re.compile(
            alternation((w for key in EVENTS for w in events[key] if w not in agreements["verbs"]), ["出席", "参加"])
        ),
        "own": re.compile(alternation(events["own_activities"])),
        "guests": re.compile(alternation(events["guests"])),
        "planned": re.compile(f"(?<!原){alternation(events['planned'])}|{intending()}"),
        "cancelled": re.compile(f"{alternation(w for key in EVENTS for w in events[key] if len(w) > 1)}{cancelled()}"),
        "chair": re.compile("(?:分别|共同)?主持"),
        "chaired_by": re.compile("主持[^，。；]{0,8}的(?:是|为)$"),
    }


def dealt_with(text: str, sentence: Sentence) -> bool:
    """Whether a sentence has a word of visiting, receiving or talking."""
    return _patterns()["event"].search(text, sentence.start, sentence.end) is not None


def planned(text: str, sentence: Sentence) -> bool:
    """Whether a sentence of the body tells of an event to come, and of none that took place before the cue, or of one
    that was cancelled."""
    if sentence.zone == "body" and _patterns()["cancelled"].search(text, sentence.start, sentence.end):
        return True
    cue = _patterns()["planned"].search(text, sentence.start, sentence.end)
    purpose = _PURPOSE.match(text, sentence.start, sentence.end)
    start = purpose.end() if purpose else sentence.start
    if cue is None or sentence.zone != "body" or _patterns()["event"].search(text, start, cue.start()):
        return False
    return any(_patterns()[key].search(text, cue.start(), sentence.end) for key in ("event", "forum"))


def gathering(text: str, scene: Scene, naming: Naming, cast: Cast, party: Body | None = None) -> Gathering | None:
    """The meeting of ``scene``, if its sentences tell of one of two or more bodies. ``party`` is who 代表团 stands for
    where a sentence names nobody else."""
    told = [s for s in scene.sentences if not planned(text, s)]
    present = {s.start: cast.of(s) for s in told}
    source = naming.home.get("source")
    votes = Votes()
    evidence: Sentence | None = None
    spoken = -1
    for sentence in told:
        # The lead tells who came to whom; later sentences are often speech.
        weight = 2 if sentence.zone == "title" else 3 if evidence is None else 1
        telling = Telling(
            text, sentence, present[sentence.start], source, votes, weight, party, naming.home.get("district")
        )
        acting = any(a.person is not None for a in telling.present)
        said = is_speech(text, sentence) or (sentence.paragraph == spoken and not acting)
        spoken = sentence.paragraph if said else -1
        for frame in (welcome, thanks) if evidence is not None and said else (vote,):
            frame(telling)
        _chair(text, present[sentence.start], votes)
        if votes.met and evidence is None and sentence.zone == "body":
            evidence = sentence
    evidence = evidence or _dealing(text, told, present, votes)
    if evidence is None:
        return None
    body = [s for s in told if s.zone == "body"]
    mentions = PersonIndex([m for s in body for m in cast.people.between(s.start, s.end)])
    if not mentions.mentions and not _tells_itself(text, evidence, scene):
        return None
    found = Gathering(scene, evidence, votes, mentions, cast.stands_for, source.root if source is not None else None)
    involved = roots(a for s in told for a in present[s.start] if a.person is not None)
    _sides(found, list(involved))
    if _only_went_there(text, found, told, present):
        return None
    every = {*involved, *found.others, *found.hosts, *found.visitors}
    return found if len(every) + len(votes.persons) > 1 else None


def _only_went_there(text: str, found: Gathering, told: list[Sentence], present: dict[int, list[Actor]]) -> bool:
    """Whether the host is but a place for what a body does among itself: a district for which nobody acts and where
    nobody received or talked."""
    if not found.hosts or any(h.kind != "district" for h in found.hosts) or found.votes.persons:
        return False
    acting = (a for s in told for a in present[s.start] if a.body is not None and a.root in found.hosts)
    if any(a.person is not None or a.body is not a.root for a in acting):
        return False
    body = [s for s in told if s.zone == "body"]
    if not any(_patterns()["own"].search(text, s.start, s.end) for s in told):
        return False
    return not any(_patterns()["received"].search(text, s.start, s.end) for s in body)


def _tells_itself(text: str, evidence: Sentence, scene: Scene) -> bool:
    """Whether a meeting without named persons is told as an event: not where it only frames an agreement of before, or
    where no day is known."""
    if not _patterns()["more"].search(text, evidence.start, evidence.end):
        return False
    if scene.background:
        return bool(_patterns()["visited"].search(text, evidence.start, evidence.end))
    return scene.date is None or scene.date.precision not in ("year", "month")


def _chair(text: str, present: list[Actor], votes: Votes) -> None:
    """Who presides is mostly of the host."""
    for actor in present:
        if actor.person is None or actor.root is None:
            continue
        ahead = _patterns()["chaired_by"].search(text, max(0, actor.opening - AHEAD), actor.opening)
        if ahead or _patterns()["chair"].match(text, actor.end):
            votes.host[actor.root] += 1


def _dealing(text: str, told: list[Sentence], present: dict[int, list[Actor]], votes: Votes) -> Sentence | None:
    """The first sentence with persons of two bodies and a word of dealing with each other, where no frame was found:
    no lexicon has all the verbs of a language. Not in articles about ceremonies and congresses."""
    patterns = _patterns()
    if any(patterns["gathering"].search(text, s.start, s.end) for s in told[:4]):
        return _signed(text, told, present, votes)
    for sentence in told:
        people = roots(a for a in present[sentence.start] if a.person is not None)
        if (
            len(people) > 1
            and sentence.zone == "body"
            and patterns["dealing"].search(text, sentence.start, sentence.end)
        ):
            for actor in present[sentence.start]:
                if not votes.only_place(text, actor, present[sentence.start]):
                    votes.word(actor)
            return sentence
    return _forum(text, told, present, votes)


def _signed(text: str, told: list[Sentence], present: dict[int, list[Actor]], votes: Votes) -> Sentence | None:
    """The sentence of a congress in which bodies sign with each other, where it names persons of two of them."""
    people = roots(a for s in told for a in present[s.start] if a.person is not None and s.zone == "body")
    for sentence in told if len(people) > 1 else ():
        acting = roots(a for a in present[sentence.start] if a.person is None)
        signed = _patterns()["signed"].search(text, sentence.start, sentence.end)
        if signed and sentence.zone == "body" and len(acting.keys() & people.keys()) > 1:
            for actor in (*acting.values(), *people.values()):
                votes.word(actor)
            return sentence
    return None


def _forum(text: str, told: list[Sentence], present: dict[int, list[Actor]], votes: Votes) -> Sentence | None:
    """The first sentence of the body that names a gathering, or has a word for guests, where the scene names persons of
    two bodies."""
    people = roots(a for s in told for a in present[s.start] if a.person is not None and s.zone == "body")
    if len(people) < 2:
        return None
    for sentence in (s for key in ("forum", "guests") for s in told if _patterns()[key].search(text, s.start, s.end)):
        if sentence.zone == "body" and any(a.person is not None or a.body is not None for a in present[sentence.start]):
            for actor in (*present[sentence.start], *people.values()):
                votes.word(actor)
            return sentence
    return None


def _sides(found: Gathering, involved: list[Body]) -> None:
    """Hosts and visitors: the roots with votes for one side, the clearest first. Where only one side has any, the
    other side is the only other body that the frames name."""
    votes = found.votes
    order = list(dict.fromkeys([*votes.wording, *votes.host, *votes.visitor]))
    balance = {b: votes.host[b] - votes.visitor[b] for b in order}
    found.hosts = sorted((b for b in order if balance[b] > 0), key=lambda b: -balance[b])
    found.visitors = sorted((b for b in order if balance[b] < 0), key=lambda b: balance[b])
    rest = [b for b in dict.fromkeys([*involved, *order]) if not balance.get(b)]
    named = [b for b in rest if votes.named[b]] or rest
    guests = [b for b in named if not any(_around(b, h) or _around(h, b) for h in found.hosts)]
    if found.votes.organised and not votes.visitor:
        guests = named = []
    if found.hosts and not found.visitors and guests and (len(named) == 1 or all(votes.named[b] for b in guests)):
        found.visitors = guests
    elif found.visitors and not found.hosts and len(named) == 1:
        found.hosts = named
    _receiving(found, involved)
    if not found.hosts and not found.visitors:
        _in_town(found, involved)
    _at_home(found, involved)
    found.others = [b for b in votes.wording if b not in found.hosts and b not in found.visitors]


def _in_town(found: Gathering, involved: list[Body]) -> None:
    """在天津签下, where only one of two is of Tianjin: it is at home, as far as nothing else tells the sides."""
    acting = [b for b in involved if b not in found.votes.places]
    for place in found.votes.places:
        here = [b for b in acting if b is place or _lies_in(b, place)]
        away = [b for b in acting if b not in here]
        if len(here) == 1 and len(away) == 1:
            found.hosts, found.visitors = here, away
            return


def _lies_in(body: Body, place: Body) -> bool:
    above = body.district or body.seat or (body.parent.seat if body.parent is not None else None)
    return above is not None and (above is place or _around(place, above))


def _at_home(found: Gathering, involved: list[Body]) -> None:
    """Where nothing tells who came to whom, and the article speaks for one of two: it is at home."""
    others = [b for b in involved if b is not found.home]
    sided = found.hosts or found.visitors or found.scene.parent is not None  # a stop has those of its tour
    if not sided and found.home in involved and len(others) == 1:
        found.hosts, found.visitors = [b for b in involved if b is found.home], others


def _receiving(found: Gathering, involved: list[Body]) -> None:
    """来石家庄考察, 某校校长与来宾座谈: where nobody acts for the place, those receive who are of neither side."""
    if not found.visitors or not found.hosts or any(h.kind != "district" for h in found.hosts):
        return
    at_home = [b for b in involved if any(b is h or _around(h, b) or _around(b, h) or b.seat is h for h in found.hosts)]
    rest = [b for b in involved if b not in found.visitors and b.kind != "district"]
    if rest and not at_home:
        found.hosts = rest


def _around(body: Body, district: Body) -> bool:
    """Whether ``body`` is the city or province that ``district`` lies in: no guest there, but a superior."""
    above = district.district
    return above is not None and (above is body or _around(body, above))
