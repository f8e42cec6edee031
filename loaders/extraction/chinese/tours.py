"""The gatherings of an article, those of a tour each at its stop: 15日到 A，16日到 B."""

from collections.abc import Sequence

from loaders.extraction.chinese.actors import StandsFor
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.gatherings import Gathering, gathering
from loaders.extraction.chinese.naming import Naming
from loaders.extraction.chinese.people import PersonIndex
from loaders.extraction.chinese.scenes import Scene


def gatherings(
    text: str, scenes: Sequence[Scene], naming: Naming, people: PersonIndex, stands_for: StandsFor
) -> list[tuple[Scene, Gathering | None]]:
    """Each scene with its meeting, if it has one. The meeting of a whole tour is none beside those of its stops, but
    whoever went on it was at each."""
    found: list[tuple[Scene, Gathering | None]] = []
    party: Body | None = None
    for scene in scenes:
        meeting = gathering(text, scene, naming, people, stands_for, party)
        if meeting is not None and meeting.visitors and not scene.background:
            party = meeting.wording(meeting.visitors[0])
        found.append((scene, meeting))
    stops: dict[int, list[Gathering]] = {}
    for scene, meeting in found:
        if scene.parent is not None and meeting is not None:
            stops.setdefault(id(scene.parent), []).append(meeting)
    gone = {id(scene) for scene, whole in found if whole and id(scene) in stops and _split(whole, stops[id(scene)])}
    kept = {id(scene) for scene, whole in found if whole and id(scene) in stops} - gone
    return [(s, None if id(s) in gone or id(s.parent) in kept else g) for s, g in found]


def _split(whole: Gathering, stops: list[Gathering]) -> bool:
    """Whether the meeting of a whole tour falls apart into those of its stops: where it had one host all the time, the
    days are days of one meeting."""
    if len({stop.hosts[0] for stop in stops if stop.hosts}) < 2:
        whole.present = PersonIndex([m for g in (whole, *stops) for m in g.present])
        whole.elsewhere = [s for g in stops for s in g.scene.sentences]
        return False
    for stop in stops:
        _join(stop, whole)
    return True


def _join(stop: Gathering, whole: Gathering) -> None:
    """Take the visitors of the whole tour to one of its stops."""
    stop.visitors = stop.visitors or whole.visitors
    there = {m.person for m in stop.present}
    travelling = []
    for mention in whole.present:
        body = whole.stands_for(mention.person)
        if mention.person not in there and body is not None and any(body.within(v) for v in stop.visitors):
            travelling.append(mention)
    stop.present = PersonIndex([*stop.present, *travelling])
    stop.elsewhere = whole.scene.sentences
