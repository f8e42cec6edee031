"""From what the sentences tell to meetings: one a day and pair of sides, with everyone who was there."""

import re

from graph.facts import EventDate
from loaders.extraction.english.absence import absent, recalled
from loaders.extraction.english.attendance import led_side, organisers, takes_part, travellers
from loaders.extraction.english.camps import Camps
from loaders.extraction.english.definite import definite
from loaders.extraction.english.events import Meeting, agree, dates, day, is_signing, past
from loaders.extraction.english.frames import BACKGROUND, Frame, frames, in_speech
from loaders.extraction.english.guests import holds_own_event, is_prize_giving
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.roles import Holding
from loaders.extraction.english.skeleton import DISTRICT, GENERIC, PERSON, Sentence
from loaders.extraction.english.speech import chairs, quoted, speakers
from loaders.extraction.english.stops import (
    background,
    moves_on,
    next_stop,
    stand_for,
    without_journeys,
    without_sights,
)
from loaders.extraction.english.units import is_part

_HELD = re.compile(
    r"\b(?:held|place|signed|convened|opened|hosted)(?: on)?(?: Ⓓ)? (?:at|in) (?:the )?(?:[\w'’]+ ){0,3}?"
    r"([ⒾⓁⓃⒼ])(?:['’]s ([ⓃⒾ]))?"
)
_MEMBER = re.compile(r"(?P<of>Ⓟ) (?:of|from) (?:the )?(?P<b>[ⒾⓁⒼ])(?! Ⓣ)|(?P<owner>[ⒾⓁ])['’]s (?P<own>Ⓟ)")
_LISTED = re.compile(
    r"\W*(?:[Pp]articipants|[Aa]ttendees|[Pp]resent|[Gg]uests|[Hh]osts|[Vv]isitors|[Ss]peakers|[Dd]elegates"
    r"|(?:[Ff]rom |[Ff]or )?(?:the )?[ⒾⓁ](?: side| delegation)?) ?:"
)
"""What opens a list of people that no verb follows."""
_BEFOREHAND = re.compile(r"\s*(?:Prior to|Before|Ahead of|Earlier)\b")
_HONOUR = re.compile(r"\b(?:member|academician|fellow|deputy to|alumn|honorary|visiting|trustee)", re.I)


def _weight(post: Holding) -> tuple[bool, bool]:
    """Posts that show for whom a person acts first: no memberships and honours, none that is only inferred."""
    return bool(_HONOUR.search(post.title)), post.inferred


class MeetingReader:
    """Goes through an article's sentences and collects its meetings."""

    def __init__(self, reading: Reading, camps: Camps, posts: list[Holding]) -> None:
        self.reading, self.camps, self.posts = reading, camps, posts
        self.meetings: list[Meeting] = []
        self._party: list[str] = []
        """Those who are on their way from one meeting to the next."""
        self._earlier: list[Meeting] = []
        self._actor: str | None = None
        """Whom "he" stands for: the first person of the last sentence that told an event."""
        self._inward = False
        """Whether the last event told was one that a body held for its own people."""
        self._waiting: list[int] = []
        """Lists of people before the sentence that tells the event."""
        self._lead: EventDate | None = None
        """The last date before the first event."""
        self.home = self._home()
        self._told: dict[int, list[Holding]] = {}
        for post in posts:
            self._told.setdefault(post.sentence, []).append(post)
        self.affiliation: dict[str, str] = {}
        for post in sorted(posts, key=_weight):
            if post.body and (not post.former or post.title.casefold().startswith("then")):
                self.affiliation.setdefault(post.person, camps.of(post.body))
        for sentence in reading.sentences:
            for found in _MEMBER.finditer(sentence.skeleton):
                who, where = ("of", "b") if found.group("of") else ("own", "owner")
                body = sentence.at(found.start(where))
                if body.kind != GENERIC and not is_part(self.reading.bodies[body.key]):
                    self.affiliation.setdefault(sentence.at(found.start(who)).key, camps.of(body.key))

    def _home(self) -> str | None:
        home = self.reading.document.home
        if home and home in self.reading.bodies.all:
            return self.camps.of(home)
        title = next((s for s in self.reading.sentences if s.zone == "title"), None)
        speaks = title and re.match(r"(?:the )?[ⒾⓁ]:", title.skeleton)  # Nankai University: Guests from Finland
        return self.camps.of(title.mentions[0].key) if title and speaks else None

    def read(self) -> list[Meeting]:
        """The meetings of the article."""
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
        self._excuse()
        told = [m for m in without_sights(self.meetings, self.affiliation) if m.core is not None]
        self.meetings = without_journeys(told, self.camps, self.affiliation) + self._earlier
        return self.meetings

    def _excuse(self) -> None:
        """Take out who was not there."""
        for number, sentence in enumerate(self.reading.sentences):
            missing, spoken_of = absent(sentence), recalled(sentence)
            for meeting in (*self.meetings, *self._earlier):
                acted = {*meeting.guests, *meeting.receivers}  # absent from something else: they are told to have met
                meeting.without([p for p in missing if p not in acted or meeting.present.get(p) == number])
                told = number in meeting.told or takes_part(sentence)
                meeting.without([p for p in spoken_of if not told and meeting.present.get(p) == number])

    def _aside(self, number: int, sentence: Sentence) -> None:
        """A sentence about another time: a meeting of its own, or something that a participant says."""
        if self.meetings:
            meeting = self.meetings[-1]
            introduced = {p.person for p in self._told.get(number, ()) if not p.former}
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
        told = frames(sentence, number)
        self._inward = not told and (self._inward or holds_own_event(sentence))
        signing = is_signing(sentence)
        if not told and not signing and self._gathers(sentence):
            told = [Frame(number, "talk")]
        event = bool(told) or signing
        for frame in told:
            stand_for(self._actor, frame, self.meetings[-1] if self.meetings else None)
        if told and not any(f.pronoun for f in told):
            self._actor = next((m.key for m in sentence.mentions if m.kind == PERSON), self._actor)
        if not self.meetings and not event:
            self._before(number, sentence)
            return
        if any(self._respectively(number, sentence, frame) for frame in told):
            return
        meeting = self._meeting_of(sentence, told, event)
        meeting.sentences.append(number)
        if event:
            meeting.told.append(number)
        for frame in told:
            self._apply(meeting, frame)
        for body in organisers(sentence):
            meeting.side(self.camps.of(body), "host", 0)
        if signing and meeting.core is None:
            meeting.core, meeting.kind = number, "ceremony"
        if meeting.core is not None:
            self._admit(meeting)
        self._people(meeting, number, event)
        held = _HELD.search(sentence.skeleton)
        if held and event and meeting.place is None:
            self._place(meeting, sentence, held)

    def _before(self, number: int, sentence: Sentence) -> None:
        """What a sentence before the first event tells: a date, who set out, who was there."""
        if _LISTED.match(sentence.skeleton):
            self._waiting.append(number)
        self._lead = day(self.reading, sentence) or self._lead
        self._party = travellers(sentence) or self._party

    def _meeting_of(self, sentence: Sentence, told: list[Frame], event: bool) -> Meeting:
        """The meeting that a sentence tells of: the current one, the next stop, or that of the people in it."""
        meeting = self._current(day(self.reading, sentence), event)
        onward = next((f for f in told if moves_on(meeting, f, self.camps, self.affiliation)), None)
        if onward is None:
            return meeting if event else self._fitting(sentence, meeting)
        stop = next_stop(meeting, onward)
        stop.closed = _BEFOREHAND.match(sentence.skeleton) is not None
        (self._earlier if stop.closed else self.meetings).append(stop)
        return stop

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
        if self._inward or not takes_part(sentence) or is_prize_giving(self.reading, sentence):
            return False
        people = [m.key for m in sentence.mentions if m.kind == PERSON]
        return len({self.affiliation[p] for p in people if p in self.affiliation}) > 1

    def _respectively(self, number: int, sentence: Sentence, frame: Frame) -> bool:
        """On D1 and D2, A and B respectively met with C and D: as many meetings as dates."""
        told = [d for d in dates(self.reading, sentence) if d.edtf]
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

    def _of(self, person: str, meeting: Meeting) -> Meeting | None:
        """The meeting that a later sentence's person belongs to."""
        if not meeting.closed:
            return meeting
        return next((m for m in self.meetings if person in m.present), None)

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
            frame.visitors = list(meeting.guests or self._party)
        if meeting.core is None or (frame.strength and meeting.kind == "talk"):
            meeting.core = frame.sentence
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

    def _people(self, meeting: Meeting, number: int, event: bool) -> None:
        sentence = self.reading.sentences[number]
        led = led_side(sentence)
        if led and not meeting.closed:
            side = meeting.receivers if led[0] == "host" else meeting.guests
            for person in led[1]:
                side.setdefault(person)
                meeting.present.setdefault(person, number)
        for person in speakers(sentence):
            own = self._of(person, meeting)
            if own:
                own.does(person, "speaker", number)
        for person in quoted(sentence):
            if not meeting.closed and self.affiliation.get(person) in {*meeting.sides, *meeting.others}:
                meeting.does(person, "speaker", number)
        if meeting.closed:
            return
        for person in chairs(sentence):
            meeting.does(person, "chair", number)
            if person in self.affiliation:
                meeting.side(self.affiliation[person], "host", 0)
        together = event or takes_part(sentence)
        before = not event and BACKGROUND.search(sentence.skeleton) is not None
        before = before or is_prize_giving(self.reading, sentence)
        introduced = set() if before else {p.person for p in self._told.get(number, ()) if not p.former}
        for mention, place in zip(sentence.mentions, sentence.places, strict=True):
            if mention.kind == PERSON and (together or (mention.key in introduced and not in_speech(sentence, place))):
                meeting.present.setdefault(mention.key, number)

    def _place(self, meeting: Meeting, sentence: Sentence, held: re.Match[str]) -> None:
        mention = sentence.at(held.start(2) if held.group(2) else held.start(1))
        owner = sentence.at(held.start(1))
        meeting.place = self.reading.document.text[mention.start : mention.end]
        key = owner.key if owner.kind in "ⒾⓁ" else None
        if owner.kind == "Ⓖ":
            key = definite(self.reading, owner)
        body = self.reading.bodies.get(key)
        if body and body.kind == DISTRICT:
            meeting.where = self.camps.of(body.key)
        elif body and body.type != "other":
            meeting.side(self.camps.of(body.key), "host", 0)

    def _headline(self) -> None:
        """The headline tells the direction where no sentence did."""
        for number, sentence in enumerate(self.reading.sentences):
            if sentence.zone == "title" and self.meetings:
                for frame in frames(sentence, number):
                    if frame.strength and not any(m.sides for m in self.meetings):
                        self._apply(self.meetings[0], frame)
