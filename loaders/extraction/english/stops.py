"""Several meetings in one article: stops of a tour, sights on the way, and what had been in earlier years."""

import re
from collections.abc import Callable, Mapping

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.events import Meeting, agree
from loaders.extraction.english.frame import Frame
from loaders.extraction.english.skeleton import BODY, DISTRICT, Sentence


def stand_for(actor: str | None, frame: Frame, last: Meeting | None) -> None:
    """Put whoever acted last where a frame says "he": on the side where that person is."""
    if last:
        _turn(frame, last)
    if not frame.pronoun or actor is None:
        return
    receives = frame.kind == "reception" and not frame.anaphoric
    if receives and not (last and actor in last.guests):
        frame.hosts = [actor]
        return
    if receives:  # the guest met somebody else
        frame.hosts, frame.hosting, frame.visiting = frame.visitors, frame.visiting, []
    frame.visitors, frame.anaphoric = [actor], False


def _turn(frame: Frame, meeting: Meeting) -> None:
    """Guests who "met with" somebody are guests still: turn a frame that has them for hosts."""
    if frame.kind == "talk" or not frame.hosts or frame.anaphoric:
        return
    if meeting.guests.keys() >= set(frame.hosts) and meeting.guests.keys().isdisjoint(frame.visitors):
        turn(frame)


def turn(frame: Frame) -> None:
    """Take a frame's hosts for visitors and its visitors for hosts."""
    frame.hosts, frame.visitors = frame.visitors, frame.hosts
    frame.hosting, frame.visiting = frame.visiting, frame.hosting


def moves_on(meeting: Meeting, frame: Frame, camps: Camps, affiliation: Mapping[str, str]) -> bool:
    """Whether the guests of a meeting go on to another body. Turns a frame whose "hosts" are those guests."""
    if meeting.core is None or meeting.closed or frame.kind == "talk":
        return False
    came = {c for c, (_, side) in meeting.sides.items() if side == "visitor"}
    hosts, guests = ({affiliation[p] for p in people if p in affiliation} for people in (frame.hosts, frame.visitors))
    if hosts and guests and hosts <= came and guests.isdisjoint(meeting.sides):  # the guests met somebody else
        turn(frame)
        hosts, guests = guests, hosts
    guests = guests or {camps.of(b) for b in frame.visiting}
    if not hosts:
        hosts = {camps.of(b) for b in frame.hosting if camps.bodies[b].kind == BODY}
    known = meeting.guests.keys() & set(frame.visitors)
    same = frame.anaphoric or (guests and guests <= came) or known
    if frame.elsewhere:
        return bool(same and meeting.receivers)
    if (came or meeting.guests) and hosts and same and hosts.isdisjoint(meeting.sides):
        return True
    at_home = {c for c, (_, side) in meeting.sides.items() if side == "host"}
    return bool(
        came and hosts and guests and frame.strength and hosts <= at_home and guests.isdisjoint(meeting.sides)
        and frame.visitors
    )  # fmt: skip


def unrelated(meeting: Meeting, frame: Frame, camps: Camps, affiliation: Mapping[str, str]) -> bool:
    """Whether a frame tells of others than a meeting: both sides named, no body and nobody of it."""
    people = {*frame.hosts, *frame.visitors}
    sides = [
        {*(affiliation[p] for p in persons if p in affiliation), *(camps.of(b) for b in bodies)}
        for persons, bodies in ((frame.hosts, frame.hosting), (frame.visitors, frame.visiting))
    ]
    if meeting.core is None or not all(sides) or not people or frame.anaphoric or frame.pronoun or not frame.strength:
        return False
    there = {*meeting.sides, *meeting.others, *(affiliation[p] for p in meeting.present if p in affiliation)}
    return len(there) > 1 and there.isdisjoint(sides[0] | sides[1]) and meeting.present.keys().isdisjoint(people)


_LATER = re.compile(
    r"\s*(?:.*\b(?:then|later|next|went on)\b|In the (?:morning|afternoon|evening)"
    r"|(?:That|The same|The next|The following) (?:morning|afternoon|evening|day)"
    r"|Later|Afterwards?|After|Following|Subsequently|Then|On the (?:same|next|following))\b"
)


def sets_out(meeting: Meeting, frame: Frame, sentence: Sentence, camps: Camps) -> bool:
    """Whether some who took part in a meeting go from it to a body of others: "In the afternoon, Ⓟ visited Ⓘ"."""
    if meeting.core is None or frame.kind == "talk" or not (frame.visitors and frame.hosts):
        return False
    there = {camps.of(b) for b in frame.hosting if camps.bodies[b].kind == BODY}
    at_home = {c for c, (strength, side) in meeting.sides.items() if side == "host" and strength}
    known = set(frame.visitors) <= meeting.present.keys()
    new = bool(there) and there.isdisjoint(at_home) and meeting.present.keys().isdisjoint(frame.hosts)
    return known and (new or bool(there - set(meeting.sides) - at_home)) and _LATER.match(sentence.skeleton) is not None


def next_stop(meeting: Meeting, frame: Frame) -> Meeting:
    """The meeting after ``meeting`` of the same guests; it is one if its hosts are named in it."""
    stop = Meeting(date=meeting.date, stop=True)
    again = not frame.anaphoric and set(frame.hosts) & meeting.present.keys()
    if again and not set(frame.visitors) & meeting.present.keys():
        return stop  # the same host meets other guests
    for camp, (_, side) in meeting.sides.items():
        if side == "visitor":
            stop.side(camp, side, 1)
    if frame.anaphoric or set(frame.visitors) & meeting.guests.keys():
        stop.guests.update(meeting.guests)
    return stop


def goes_on(stop: Meeting, before: Meeting) -> None:
    """Take a meeting of another day, whose guests are only called so, as a stop of the guests ``before``."""
    stop.stop = True
    for camp, (_, side) in before.sides.items():
        if side == "visitor":
            stop.side(camp, side, 1)


def without_sights(meetings: list[Meeting], affiliation: Mapping[str, str]) -> list[Meeting]:
    """Stops at which nobody received the guests go into the meeting before them: they only looked at something."""
    kept: list[Meeting] = []
    for meeting in meetings:
        hosts = {c for c, (_, side) in meeting.sides.items() if side == "host"}
        came = {c for c, (_, side) in meeting.sides.items() if side == "visitor"}
        received = any(
            p in meeting.receivers
            or (affiliation[p] in hosts if hosts else affiliation[p] not in came and p not in meeting.guests)
            for p in meeting.present
            if p in meeting.receivers or p in affiliation
        )
        if meeting.stop and not meeting.closed and kept and not received:
            kept[-1].take(meeting)
        else:
            kept.append(meeting)
    return kept


def unless_told(listed: list[Meeting], meetings: list[Meeting]) -> list[Meeting]:
    """Visits that were only listed, without those of which the article goes on to tell."""
    hosts = {c for m in meetings for c, (_, side) in m.sides.items() if side == "host"}
    return [m for m in listed if hosts.isdisjoint(c for c, (_, side) in m.sides.items() if side == "host")]


def without_journeys(meetings: list[Meeting], camps: Camps, affiliation: Mapping[str, str]) -> list[Meeting]:
    """A tour of a place, as a whole, is no meeting beside those that it consists of."""

    def is_journey(meeting: Meeting) -> bool:
        hosts = {c for c, (_, side) in meeting.sides.items() if side == "host"}
        came = {c for c, (_, side) in meeting.sides.items() if side == "visitor"}
        if not (came or meeting.guests) or any(
            affiliation.get(p) in hosts or p in meeting.receivers for p in meeting.present
        ):
            return False
        places = all(b.kind == DISTRICT for c in hosts for b in camps.members(c))
        return places and any(m is not meeting and _is_part(m, meeting, came) for m in meetings)

    return [m for m in meetings if not is_journey(m)]


def _is_part(stop: Meeting, whole: Meeting, came: set[str]) -> bool:
    same = bool({c for c, (_, side) in stop.sides.items() if side == "visitor"} & came)
    same = same or (not came and bool(stop.guests.keys() & whole.guests.keys()))
    return same and not stop.closed and (whole.date is None or stop.date is None or agree_within(stop, whole))


def agree_within(stop: Meeting, whole: Meeting) -> bool:
    """Whether the day of a stop lies within the days of the whole tour."""
    if stop.date is None or whole.date is None or agree(stop.date, whole.date):
        return True
    first, _, last = (whole.date.edtf or "").partition("/")
    return bool(last) and first <= (stop.date.edtf or "") <= last


def background(
    number: int, told: list[Frame], apply: Callable[[Meeting, Frame], None], make: Callable[[], Meeting]
) -> Meeting | None:
    """The meeting of an earlier year that a sentence tells in passing, if it names both sides and a date."""
    for frame in told:
        if not frame.strength:
            continue
        meeting = make()
        meeting.sentences, meeting.told, meeting.closed = [number], [number], True
        apply(meeting, frame)
        sides = {side for _, side in meeting.sides.values()}
        if sides == {"host", "visitor"} and meeting.present and meeting.date and meeting.date.earliest:
            return meeting
    return None
