"""The gatherings of an article, those of a tour each at its stop: 15日到 A，16日到 B."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.extraction.chinese.actors import Cast
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.gatherings import Gathering, gathering
from loaders.extraction.chinese.naming import Naming
from loaders.extraction.chinese.people import PersonIndex, PersonMention
from loaders.extraction.chinese.scenes import Scene, is_speech
from loaders.extraction.chinese.sentences import Sentence


def gatherings(text: str, scenes: Sequence[Scene], naming: Naming, cast: Cast) -> list[tuple[Scene, list[Gathering]]]:
    """Each scene with its meetings, if it has any. The meeting of a whole tour is none beside those of its stops, but
    whoever went on it was at each."""
    found: list[tuple[Scene, Gathering | None]] = []
    party: Body | None = None
    for scene in scenes:
        meeting = gathering(text, scene, naming, cast, party)
        if meeting is not None and meeting.visitors and not scene.background:
            party = meeting.wording(meeting.visitors[0])
        found.append((scene, meeting))
    stops: dict[int, list[tuple[Scene, Gathering | None]]] = {}
    for scene, meeting in found:
        if scene.parent is not None:
            stops.setdefault(id(scene.parent), []).append((scene, meeting))
    gone: set[int] = set()
    for scene, whole in found:
        if whole is None or id(scene) not in stops:
            continue
        days = stops[id(scene)]
        met = [meeting for _, meeting in days if meeting is not None]
        for stop in met:
            _host(stop, whole)
        if len({meeting.hosts[0] for meeting in met if meeting.hosts}) > 1:
            gone.add(id(scene))
            for stop in met:
                _leave(text, stop, met)
                _join(stop, whole)
        else:  # one host all the time: the days are days of one meeting
            gone.update(id(day) for day, _ in days)
            whole.elsewhere = [s for day, _ in days for s in day.sentences]
            present = [m for s in whole.elsewhere for m in cast.people.between(s.start, s.end)]
            whole.present = PersonIndex([*whole.present, *present])
    for scene, talk in found:
        whole = next((g for s, g in found if s is scene.within), None)
        if talk is not None and whole is not None:  # who talked there was at the congress
            whole.elsewhere += scene.sentences
            whole.present = PersonIndex([*whole.present, *talk.present])
    _go_on([g for _, g in found if g is not None])
    kept = [(s, None if id(s) in gone else g) for s, g in found]
    return [(s, _each(text, g) if g is not None else []) for s, g in kept]


def _go_on(met: Sequence[Gathering]) -> None:
    """Give a meeting of the same two bodies the sides of the one before, where nothing tells its own (次日，双方…)."""
    for before, after in pairwise(met):
        if before.scene.background or after.scene.background or after.hosts or after.visitors:
            continue
        sides = {*before.hosts, *before.visitors}
        if before.hosts and before.visitors and sides == {*after.others}:
            after.hosts, after.visitors, after.others = before.hosts, before.visitors, []


_EACH = re.compile("(?:分别|先后|逐一)(?:(?P<received>会见|接见|接待)|走访|拜访|到访|看望|访问|调研|考察)")


def _each(text: str, met: Gathering) -> list[Gathering]:
    """市长分别会见甲公司某某和乙公司某某: a meeting with each, where persons of each are named."""
    act = _EACH.search(text, met.evidence.start, met.evidence.end)
    others = (met.visitors if act["received"] else met.hosts) if act is not None else []
    present = {b: [m for m in met.present if _is_of(met, m, b)] for b in others}
    if act is None or len(others) < 2 or not all(present.values()):
        return [met]
    parts = []
    for body in others:
        elsewhere = {m.person for b, theirs in present.items() if b is not body for m in theirs}
        there = PersonIndex([m for m in met.present if m.person not in elsewhere])
        hosts, visitors = (met.hosts, [body]) if act["received"] else ([body], met.visitors)
        parts.append(replace(met, present=there, hosts=hosts, visitors=visitors))
    return parts


def _is_of(met: Gathering, mention: PersonMention, body: Body) -> bool:
    own = met.stands_for(mention.person)
    return own is not None and own.within(body)


def _host(stop: Gathering, whole: Gathering) -> None:
    """Let the one body of a stop that is none of the travellers' be its host, where no frame told."""
    others = [b for b in stop.others if b not in (stop.visitors or whole.visitors)]
    if not stop.hosts and len(others) == 1:
        stop.hosts, stop.others = others, []


def _leave(text: str, stop: Gathering, others: Sequence[Gathering]) -> None:
    """Take away who was at another stop, and is here but told to have said something."""
    there = {m.person for o in others if o is not stop for m in o.present if m.posts}
    here = {m.person for m in stop.present if m.posts}
    said = [s for s in stop.scene.sentences if is_speech(text, s)]
    kept = [m for m in stop.present if m.person in here or m.person not in there or not _is_in(said, m)]
    stop.present = PersonIndex(kept)


def _is_in(sentences: Sequence[Sentence], mention: PersonMention) -> bool:
    return any(s.start <= mention.start < s.end for s in sentences)


def _join(stop: Gathering, whole: Gathering) -> None:
    """Take the visitors of the whole tour, and who received them for the city around, to one of its stops."""
    stop.visitors = stop.visitors or whole.visitors
    there = {m.person for m in stop.present}
    travelling = []
    for mention in whole.present:
        body = whole.stands_for(mention.person)
        if mention.person in there or body is None:
            continue
        if any(body.within(v) for v in stop.visitors) or any(h.district is body.root for h in stop.hosts):
            travelling.append(mention)
    stop.present = PersonIndex([*stop.present, *travelling])
    stop.elsewhere = whole.scene.sentences
