"""Who was host and who came, decided for a whole meeting, and the meeting as a fact."""

from graph.facts import EventDate, Format, MeetingFact, Participant
from loaders.extraction.coding import meeting_code
from loaders.extraction.english.events import Meeting
from loaders.extraction.english.meetings import MeetingReader
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import DISTRICT
from loaders.extraction.english.titles import is_diplomat
from loaders.extraction.english.unnamed import unnamed
from loaders.extraction.english.verbs import pattern


class SideFinder:
    """Gives each camp and person of a meeting a side, from the strongest that was told."""

    def __init__(self, reader: MeetingReader, meeting: Meeting) -> None:
        self.reader, self.meeting = reader, meeting
        self._camps = self._taking_part()
        self.nearby: list[str] = []
        """Camps that are on a side only by the city they are of: they attend, and are no party by that."""
        self.hosts, self.visitors = self._split()

    def camps(self) -> list[str]:
        """All camps that took part."""
        return self._camps

    def _taking_part(self) -> list[str]:
        reader = self.reader
        found = dict.fromkeys([*self.meeting.sides, *self.meeting.others])
        for person in self.meeting.present:
            if person in reader.affiliation:
                found.setdefault(reader.affiliation[person])
        return list(found)

    def _split(self) -> tuple[list[str], list[str]]:
        m, home = self.meeting, self.reader.home
        hosts: set[str] = {c for c, (_, side) in m.sides.items() if side == "host"}
        visitors = {c for c in m.sides if c not in hosts}
        if visitors and not hosts and home and home not in visitors:
            hosts = {home}
        if not hosts and m.where in self.camps() and m.where not in visitors:
            hosts = {m.where}
        rest = [c for c in self.camps() if c not in hosts and c not in visitors]
        if hosts and not visitors:
            at_home = {c for c in rest if self._places(c) & {p for h in hosts for p in self._places(h)}}
            if len(at_home) < len(rest):
                hosts |= at_home
                rest = [c for c in rest if c not in at_home]
        partners = [c for c in rest if c in m.others] or rest  # whoever else attended stands for neither side
        if hosts and not visitors and not (m.kind == "talk" and len(partners) > 2):
            visitors = set(partners)
        elif visitors and not hosts:
            hosts = set(rest[:1])
        elif not hosts and not visitors and home in rest:
            others = [c for c in rest if c != home]
            hosts, visitors = {home}, {c for c in others if c in m.others} or set(others)
        told = (frozenset(hosts), frozenset(visitors))
        for camp in [c for c in self.camps() if c not in hosts and c not in visitors]:
            near_hosts, near_visitors = (self._are_near(camp, side) for side in told)
            if near_hosts != near_visitors:
                self.nearby.append(camp)
                (hosts if near_hosts else visitors).add(camp)
        order = [*self.camps(), *hosts, *visitors]
        return [c for c in dict.fromkeys(order) if c in hosts], [c for c in dict.fromkeys(order) if c in visitors]

    def _places(self, camp: str) -> set[str]:
        """The cities, districts and counties that a camp's bodies are named after or are the governments of."""
        members = self.reader.camps.members(camp)
        named = {b.key if b.kind == DISTRICT else b.district for b in members}
        own = [self.reader.reading.bodies[k] for k in named if k]
        return {b.key for b in own if b.level not in ("municipality", "province")}

    def _are_near(self, camp: str, side: frozenset[str]) -> bool:
        """Whether a camp is of the same city as a side: the companies of a town come with its mayor."""
        return not self._cities(camp).isdisjoint(c for other in side for c in self._cities(other))

    def _cities(self, camp: str) -> set[str]:
        """Those of ``_places``; in Hebei the prefecture (GB/T 2260, first 4 digits)."""
        codes = {p: self.reader.reading.bodies[p].code or "" for p in self._places(camp)}
        return {code[:4] if code.startswith("13") else place for place, code in codes.items()}

    def side(self, person: str) -> str | None:
        """``host``, ``visitor`` or None."""
        camp = self.reader.affiliation.get(person)
        if person in self.meeting.guests and person not in self.meeting.receivers and camp not in self.hosts:
            return "visitor"
        if person in self.meeting.receivers and person not in self.meeting.guests and camp not in self.visitors:
            return "host"
        if camp in self.hosts:
            return "host"
        return "visitor" if camp in self.visitors else None


def fact(reader: MeetingReader, meeting: Meeting) -> MeetingFact | None:
    """The meeting as a fact, or None where fewer than two bodies met."""
    sides = SideFinder(reader, meeting)
    reading, camps = reader.reading, reader.camps
    loose = [c for c in sides.camps() if c not in sides.hosts and c not in sides.visitors]
    bodies = len(sides.hosts) + len(sides.visitors) + len(loose)
    if meeting.core is None or bodies + _from_missions(reader, meeting) < 2:
        return None
    core = reading.sentences[meeting.core]
    name = {c: reading.bodies[camps.face(c)].name for c in (*sides.hosts, *sides.visitors, *loose)}
    people = []
    for person in meeting.present:
        if person in reading.people:
            people.append(_participant(reader, meeting, sides, person))
    form = _format(reading, meeting)
    goal = reading.bodies.get(meeting.goal) if form == "in_person" else None
    return MeetingFact(
        date=meeting.date or EventDate(),
        place=meeting.place or (goal.name if goal else None),
        format=form,
        hosts=tuple(name[c] for c in sides.hosts),
        visitors=tuple(name[c] for c in sides.visitors),
        institutions=tuple(name[c] for c in loose),
        participants=tuple(people),
        unnamed=unnamed(reading, meeting),
        code=meeting_code(meeting.kind, form),
        evidence=reading.document.clean.evidence(core.start, core.end),
    )


def _from_missions(reader: MeetingReader, meeting: Meeting) -> bool:
    """Whether a guest is of a foreign mission that the text does not name."""
    return any(
        p.person in meeting.guests and p.person not in reader.affiliation and is_diplomat(p.title) for p in reader.posts
    )


def _participant(reader: MeetingReader, meeting: Meeting, sides: SideFinder, person: str) -> Participant:
    side = sides.side(person)
    functions = meeting.functions.get(person, set())
    role = "chair" if "chair" in functions else side or ("speaker" if "speaker" in functions else "attendee")
    title = next((p.title for p in reader.posts if p.person == person and not p.former), None)
    return Participant(
        reader.reading.people[person].name,
        role,  # type: ignore[arg-type]
        side,  # type: ignore[arg-type]
        tuple(sorted(functions)),
        title,
        reader.reading.naming(person, meeting.core, meeting.present[person], *meeting.sentences),
    )


def _format(reading: Reading, meeting: Meeting) -> Format:
    told = [s for s in reading.sentences if s.zone == "title"] + [reading.sentences[i] for i in meeting.told]
    if any(pattern("video").search(reading.document.text, s.start, s.end) for s in told):
        return "video"
    return "in_person" if meeting.kind in ("visit", "reception", "ceremony") or meeting.place else "unknown"
