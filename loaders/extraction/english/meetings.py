"""From what the sentences tell to meetings: one a day and pair of sides, with everyone who was there."""

import re
from dataclasses import replace

from graph.dates import event_date, shifted
from graph.facts import EventDate
from loaders.extraction.english.affiliations import affiliations
from loaders.extraction.english.attendance import organisers, takes_part, travellers
from loaders.extraction.english.camps import Camps
from loaders.extraction.english.definite import definite, ours
from loaders.extraction.english.events import Meeting, agree, dates, day, is_signing, past
from loaders.extraction.english.frame import Frame
from loaders.extraction.english.frames import frames
from loaders.extraction.english.guests import holds_own_event, is_prize_giving
from loaders.extraction.english.joint_posts import Holding
from loaders.extraction.english.parties import signed_with_each
from loaders.extraction.english.presence import Presence
from loaders.extraction.english.publishing import OUR
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import BODY, PERSON, Sentence
from loaders.extraction.english.speech import chairs, speakers
from loaders.extraction.english.stops import (
    background,
    goes_on,
    moves_on,
    next_stop,
    sets_out,
    stand_for,
    turn,
    unless_told,
    unrelated,
    without_journeys,
    without_sights,
)
from loaders.extraction.english.units import is_part
from loaders.extraction.english.venues import place

_MOURNED = re.compile(r"\b(?:[Mm]ourn\w*|funeral|memorial service|condolences|passed away|died)\b")
_LISTED = re.compile(
    r"\W*(?:[Pp]articipants|[Aa]ttendees|[Pp]resent|[Gg]uests|[Hh]osts|[Vv]isitors|[Ss]peakers|[Dd]elegates"
    r"|(?:[Ff]rom |[Ff]or )?(?:the )?[ⒾⓁ](?: side| delegation)?) ?:"
)
"""What opens a list of people that no verb follows."""
_ONLY_A_DAY = re.compile(r"\W*Ⓓ\W*")
_BEFOREHAND = re.compile(r"\s*(?:Prior to|Before|Ahead of|Earlier)\b")


def _of_guests(frame: Frame) -> bool:
    """Whether a frame tells of guests whom it does not name."""
    return frame.anaphoric or (frame.kind == "reception" and not (frame.visitors or frame.visiting or frame.pronoun))


def _each_day(told: list[EventDate]) -> list[EventDate]:
    """Two days that follow each other, as such: "on November 7 and 8" is read as from the one to the other."""
    first, _, last = (told[0].edtf or "").partition("/") if len(told) == 1 else ("", "", "")
    if not last or first.startswith("X") or shifted(first, 1) != last:
        return told
    return [event_date(first, told[0].basis), event_date(last, told[0].basis)]


class MeetingReader:
    """Goes through an article's sentences and collects its meetings."""

    def __init__(self, reading: Reading, camps: Camps, posts: list[Holding]) -> None:
        self.reading, self.camps, self.posts = reading, camps, posts
        self.meetings: list[Meeting] = []
        self._party: list[str] = []
        """Those who are on their way from one meeting to the next."""
        self._earlier: list[Meeting] = []
        self._listed: list[Meeting] = []
        """Visits that a sentence only lists, at each of which something was signed."""
        self._actor: str | None = None
        """Whom "he" stands for: the first person of the last sentence that told an event."""
        self._inward = False
        """Whether the last event told was one that a body held for its own people."""
        self._waiting: list[int] = []
        """Lists of people before the sentence that tells the event."""
        self._holders: list[str] = []
        """Who held the event, told before it."""
        self._lead: EventDate | None = None
        """The last date before the first event."""
        self.home = self._home()
        self.affiliation = affiliations(reading, camps, posts)
        self._presence = Presence(reading, camps, posts, self.affiliation)

    def _home(self) -> str | None:
        if self.reading.home:
            return self.camps.of(self.reading.home)
        title = next((s for s in self.reading.sentences if s.zone == "title"), None)
        if title and OUR.search(self.reading.document.text):
            named = {m.key for m in title.mentions if m.kind == BODY and self.reading.bodies[m.key].known}
            if len(named) == 1:
                return self.camps.of(named.pop())
        called = OUR.search(self.reading.document.text)
        key = ours(self.reading, called.group(1)) if called else None
        if key:
            return self.camps.of(key)
        speaks = title and re.match(r"(?:the )?[ⒾⓁ]:", title.skeleton)  # Nankai University: Guests from Finland
        return self.camps.of(title.mentions[0].key) if title and speaks else None

    def read(self, sights: bool = False) -> list[Meeting]:
        """The meetings of the article; with ``sights`` also stops at which nobody is known to have received anybody."""
        lead = True
        for number, sentence in enumerate(self.reading.sentences):
            if sentence.zone != "body":
                continue
            if past(self.reading, sentence, lead):
                self._aside(number, sentence)
                continue
            lead = False
            self._sentence(number, sentence)
        self._headline()
        self._earlier += unless_told(self._listed, self.meetings)
        self._presence.excuse((*self.meetings, *self._earlier))
        stops = self.meetings if sights else without_sights(self.meetings, self.affiliation)
        told = [m for m in stops if m.core is not None]
        self.meetings = without_journeys(told, self.camps, self.affiliation) + self._earlier
        return self.meetings

    def _aside(self, number: int, sentence: Sentence) -> None:
        """A sentence about another time: a meeting of its own, or something that a participant says."""
        if self.meetings:
            meeting = self.meetings[-1]
            introduced = self._presence.introduced(number)
            for person in speakers(sentence):
                if not meeting.closed and (person in meeting.present or person in introduced):
                    meeting.does(person, "speaker", number)
        date = day(self.reading, sentence)
        party = list(self._party)
        earlier = background(number, frames(sentence, number, True), self._apply, lambda: Meeting(date=date))
        self._party = party
        if earlier:
            self._earlier.append(earlier)

    def _sentence(self, number: int, sentence: Sentence) -> None:
        told = self._frames(number, sentence)
        signing = is_signing(sentence)
        event = bool(told) or signing
        if not self.meetings and not event:
            self._before(number, sentence)
            return
        if any(self._respectively(number, sentence, frame) for frame in told):
            return
        known = len(self.meetings)
        meeting = self._meeting_of(sentence, told, event)
        meeting.sentences.append(number)
        if event:
            meeting.told.append(number)
        for frame in told:
            self._apply(meeting, frame)
            self._each_visited(meeting, frame, sentence)
        if 0 < known < len(self.meetings) and told and all(_of_guests(f) for f in told):
            goes_on(meeting, self.meetings[-2])
        for body in (*self._holders, *organisers(sentence)):
            meeting.side(self.camps.of(body), "host", 0)
        self._holders = []
        if signing and meeting.core is None:
            meeting.core, meeting.kind = number, "ceremony"
        if meeting.core is not None:
            self._admit(meeting)
        self._presence.note(meeting, number, event, self.meetings, self._actor)
        if event and meeting.place is None:
            place(self.reading, self.camps, meeting, sentence)

    def _each_visited(self, meeting: Meeting, frame: Frame, sentence: Sentence) -> None:
        """Ⓟ visited A, B and C and signed one with each: those beside A were no sights, but met, too."""
        there = signed_with_each(sentence) if frame.kind == "visit" and frame.visitors else []
        for body in there:
            if self.camps.of(body) not in meeting.sides:
                one = Meeting([frame.sentence], [frame.sentence], date=meeting.date, closed=True)
                self._apply(one, replace(frame, hosts=[], hosting=[body]))
                self._listed.append(one)

    def _frames(self, number: int, sentence: Sentence) -> list[Frame]:
        """What a sentence tells of meetings, with whoever acted last where it says "he"."""
        told = [f for f in frames(sentence, number) if self.meetings or not f.elsewhere]
        self._inward = not told and (self._inward or holds_own_event(sentence))
        if not told and not is_signing(sentence) and self._gathers(sentence):
            told = [Frame(number, "talk")]
        for frame in told:
            if not self.meetings and frame.hosts and set(frame.hosts) <= set(self._party):
                turn(frame)  # those who had set out before met somebody there
            if frame.anaphoric and frame.kind == "visit" and self._actor and not (self.meetings or self._party):
                frame.visitors = [self._actor]  # the tour is that of whom the text spoke last
            stand_for(self._subject(), frame, self.meetings[-1] if self.meetings else None)
        if told and not any(f.pronoun for f in told):
            self._actor = next((m.key for m in sentence.mentions if m.kind == PERSON), self._actor)
        return told

    def _subject(self) -> str | None:
        """Whom "he" stands for: on a tour the one who travels, not those who showed something on the way."""
        last = self.meetings[-1] if self.meetings else None
        if last and last.kind == "visit" and last.guests and self._actor in last.receivers:
            return next(iter(last.guests))
        return self._actor

    def _before(self, number: int, sentence: Sentence) -> None:
        """What a sentence before the first event tells: a date, who set out, who was there."""
        if _LISTED.match(sentence.skeleton) or (takes_part(sentence) and speakers(sentence)) or chairs(sentence):
            self._waiting.append(number)
        self._actor = next((m.key for m in sentence.mentions if m.kind == PERSON), self._actor)
        self._lead = day(self.reading, sentence) or self._lead
        self._party = travellers(sentence) or self._party
        self._holders += organisers(sentence)

    def _meeting_of(self, sentence: Sentence, told: list[Frame], event: bool) -> Meeting:
        """The meeting that a sentence tells of: the current one, the next stop, or that of the people in it."""
        last = self.meetings[-1] if self.meetings else None
        dated = last.date if last else None
        meeting = self._current(day(self.reading, sentence) or self._labelled(sentence), event)
        onward = next((f for f in told if moves_on(meeting, f, self.camps, self.affiliation)), None)
        if any(unrelated(meeting, f, self.camps, self.affiliation) for f in told) and self._begins(meeting, sentence):
            self.meetings.append(Meeting(date=day(self.reading, sentence) or self._lead))
            return self.meetings[-1]
        if onward is None and any(sets_out(meeting, f, sentence, self.camps) for f in told):
            self.meetings.append(Meeting(date=day(self.reading, sentence) or meeting.date))
            return self.meetings[-1]
        if onward is None:
            return meeting if event else self._fitting(sentence, meeting)
        stop = next_stop(meeting, onward)
        if meeting is last:
            meeting.date = dated or meeting.date  # the day of the stop is not that of the one before
        stop.closed = _BEFOREHAND.match(sentence.skeleton) is not None
        (self._earlier if stop.closed else self.meetings).append(stop)
        return stop

    def _labelled(self, sentence: Sentence) -> EventDate | None:
        """The day that stands alone at the head of a sentence's paragraph."""
        head = next((s for s in self.reading.sentences if s.paragraph == sentence.paragraph), sentence)
        return day(self.reading, head) if _ONLY_A_DAY.fullmatch(head.skeleton) else None

    def _begins(self, meeting: Meeting, sentence: Sentence) -> bool:
        """Whether a sentence stands in another paragraph than what a meeting was last told in."""
        before = [n for n in meeting.told if self.reading.sentences[n] is not sentence]
        return bool(before) and self.reading.sentences[before[-1]].paragraph != sentence.paragraph

    def _admit(self, meeting: Meeting) -> None:
        """Put the people of lists that stood before the event into it."""
        for earlier in self._waiting:
            for mention in self.reading.sentences[earlier].mentions:
                if mention.kind == PERSON:
                    meeting.present.setdefault(mention.key, earlier)
        meeting.sentences += self._waiting
        self._waiting = []

    def _fitting(self, sentence: Sentence, current: Meeting) -> Meeting:
        """The meeting that a list of people belongs to: the last one whose camps are theirs."""
        camps = {self.affiliation[m.key] for m in sentence.mentions if m.kind == PERSON and m.key in self.affiliation}
        if not camps or camps & current.sides.keys():
            return current
        return next((m for m in reversed(self.meetings) if not m.closed and camps & m.sides.keys()), current)

    def _gathers(self, sentence: Sentence) -> bool:
        """Whether people of several camps took part together."""
        if (
            self._inward
            or not takes_part(sentence)
            or _MOURNED.search(sentence.skeleton)
            or is_prize_giving(self.reading, sentence)
        ):
            return False
        people = [m.key for m in sentence.mentions if m.kind == PERSON]
        return len({self.affiliation[p] for p in people if p in self.affiliation}) > 1

    def _respectively(self, number: int, sentence: Sentence, frame: Frame) -> bool:
        """On D1 and D2, A and B respectively met with C and D: as many meetings as dates."""
        told = [d for d in dates(self.reading, sentence) if d.edtf]
        if "respectively" in sentence.skeleton and frame.kind != "talk":
            told = _each_day(told)
            if not told and len(frame.hosts) == len(frame.visitors) > 1:
                told = [self._lead or EventDate()] * len(frame.hosts)
        if len(told) < 2 and "separately" in sentence.skeleton and len(frame.hosts) == 1 and len(frame.visitors) > 1:
            told = (told or [EventDate()]) * len(frame.visitors)
            frame.hosts = frame.hosts * len(frame.visitors)
        elif len(told) < 2 or "respectively" not in sentence.skeleton:
            return False
        pairs = (frame.hosts, frame.visitors)
        if any(len(people) not in (0, len(told)) for people in pairs) or not any(pairs):
            return False
        for i, date in enumerate(told):
            one = Meeting(sentences=[number], date=date, kind="reception", closed=True)
            self.meetings.append(one)
            part = Frame(
                number, frame.kind, hosts=frame.hosts[i : i + 1], visitors=frame.visitors[i : i + 1], strength=1
            )
            self._apply(one, part)
        return True

    def _current(self, date: EventDate | None, event: bool) -> Meeting:
        last = self.meetings[-1] if self.meetings else None
        if last is None or (event and date and last.date and last.core is not None and not agree(last.date, date)):
            last = Meeting(date=None if self.meetings else self._lead)
            self.meetings.append(last)
        narrows = date and last.date and event and "/" in (last.date.edtf or "") and "/" not in (date.edtf or "")
        if date and (last.date is None or narrows or (event and last.core is None)):
            last.date = date
        return last

    def _apply(self, meeting: Meeting, frame: Frame) -> None:
        if frame.generic_host is not None:
            key = self._own(frame) or definite(self.reading, frame.generic_host)
            frame.hosting = [key] if key else []
        if frame.kind == "visit" and not (frame.visitors or frame.visiting) and meeting.sides and not meeting.stop:
            return  # the guests go on to look at something
        if frame.anaphoric or (frame.kind == "visit" and not (frame.visitors or frame.visiting)):
            frame.visitors = list(meeting.guests or self._party or frame.visitors)
        guests = {*frame.visitors, *meeting.guests} if frame.kind == "visit" else ()
        frame.hosts = [p for p in frame.hosts if p not in guests]
        if meeting.core is None or (frame.strength and meeting.kind == "talk"):
            meeting.core = frame.sentence
        if frame.kind == "visit" and frame.hosting and meeting.goal is None:
            meeting.goal = frame.hosting[0]
        for body in frame.both:
            meeting.others.setdefault(self.camps.of(body))
        if meeting.kind == "talk":
            meeting.kind = {"visit": "visit", "reception": "reception"}.get(frame.kind, "talk")  # type: ignore[assignment]
        for people, bodies, group, side in (
            (frame.visitors, frame.visiting, meeting.guests, "visitor"),
            (frame.hosts, frame.hosting, meeting.receivers, "host"),
        ):
            for person in people:
                group.setdefault(person)
                meeting.present.setdefault(person, frame.sentence)
            named = (b for b in bodies if not is_part(self.reading.bodies[b]))
            for body in (*(self.affiliation[p] for p in people if p in self.affiliation), *named):
                meeting.side(self.camps.of(body), side, frame.strength)
        self._party = list(meeting.guests) or self._party

    def _own(self, frame: Frame) -> str | None:
        mention = frame.generic_host
        before = self.reading.document.text[max(0, mention.start - 5) : mention.start] if mention else ""
        return self.home if re.search(r"\b[Oo]ur $", before) else None

    def _headline(self) -> None:
        """The headline tells the direction where no sentence did."""
        for number, sentence in enumerate(self.reading.sentences):
            if sentence.zone == "title" and self.meetings:
                for frame in frames(sentence, number):
                    if frame.strength and not any(m.sides for m in self.meetings):
                        self._apply(self.meetings[0], frame)
