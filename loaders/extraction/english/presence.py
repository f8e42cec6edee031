"""Who was at a meeting and on which side, sentence by sentence, and who was not there after all."""

from collections.abc import Sequence

from loaders.extraction.english.absence import absent, recalled
from loaders.extraction.english.attendance import companions, led_side, takes_part
from loaders.extraction.english.camps import Camps
from loaders.extraction.english.events import Meeting
from loaders.extraction.english.frames import BACKGROUND, in_speech
from loaders.extraction.english.guests import is_prize_giving
from loaders.extraction.english.joint_posts import Holding
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import PERSON
from loaders.extraction.english.speech import chairs, quoted, speakers


class Presence:
    """Notes the people of an article's sentences with its meetings."""

    def __init__(self, reading: Reading, camps: Camps, posts: list[Holding], affiliation: dict[str, str]) -> None:
        self.reading, self.camps, self.posts, self.affiliation = reading, camps, posts, affiliation
        self._told: dict[int, list[Holding]] = {}
        for post in posts:
            self._told.setdefault(post.sentence, []).append(post)

    def introduced(self, number: int) -> set[str]:
        """Those whose post a sentence tells."""
        return {p.person for p in self._told.get(number, ()) if not p.former}

    def note(self, meeting: Meeting, number: int, event: bool, meetings: Sequence[Meeting], actor: str | None) -> None:
        """Put the people of a sentence into its meeting, with what they did there; "he" is ``actor``."""
        sentence = self.reading.sentences[number]
        self._led(meeting, number)
        self._accompany(meeting, number, actor)
        for person in speakers(sentence):
            own = _of(person, meeting, meetings)
            if own:
                own.does(person, "speaker", number)
        for person in quoted(sentence):
            if not meeting.closed and self.affiliation.get(person) in {*meeting.sides, *meeting.others}:
                meeting.does(person, "speaker", number)
        if meeting.closed:
            self._join(meetings, number)
            return
        for person in chairs(sentence):
            meeting.does(person, "chair", number)
            if person in self.affiliation:
                meeting.side(self.affiliation[person], "host", 0)
        together = event or takes_part(sentence)
        before = not event and BACKGROUND.search(sentence.skeleton) is not None
        before = before or is_prize_giving(self.reading, sentence)
        introduced = set() if before else self.introduced(number)
        for mention, place in zip(sentence.mentions, sentence.places, strict=True):
            if mention.kind == PERSON and (together or (mention.key in introduced and not in_speech(sentence, place))):
                meeting.present.setdefault(mention.key, number)

    def _join(self, meetings: Sequence[Meeting], number: int) -> None:
        """Put those whom a sentence tells beside somebody of one of several meetings into that one."""
        sentence = self.reading.sentences[number]
        people = [m.key for m in sentence.mentions if m.kind == PERSON]
        own = next((m for p in people for m in meetings if p in m.present), None)
        if own is None or not takes_part(sentence):
            return
        for person in people:
            if not any(person in m.present for m in meetings):
                own.present[person] = number
        own.sentences.append(number)

    def _accompany(self, meeting: Meeting, number: int, actor: str | None) -> None:
        """Put those who came with a guest on the guests' side, unless they act for a body of their own."""
        found = companions(self.reading.sentences[number])
        guest = (found[0] or actor) if found else None
        if found is None or meeting.closed or (guest not in meeting.guests and guest != actor):
            return
        if guest in meeting.receivers or (found[0] is not None and guest not in meeting.guests):
            return
        for person in found[1]:
            if found[2] or self._own_body(person) is None:
                meeting.guests.setdefault(person)
            meeting.present.setdefault(person, number)

    def _own_body(self, person: str) -> str | None:
        return next((p.body for p in self.posts if p.person == person and p.body and not p.inferred), None)

    def _led(self, meeting: Meeting, number: int) -> None:
        led = led_side(self.reading.sentences[number])
        if led and not meeting.closed:
            side = meeting.receivers if led[0] == "host" else meeting.guests
            for person in led[1]:
                side.setdefault(person)
                meeting.present.setdefault(person, number)

    def excuse(self, meetings: Sequence[Meeting]) -> None:
        """Take out who was not there."""
        for number, sentence in enumerate(self.reading.sentences):
            missing, spoken_of = absent(sentence), recalled(sentence)
            for meeting in meetings:
                acted = {*meeting.guests, *meeting.receivers}  # absent from something else: they are told to have met
                meeting.without([p for p in missing if p not in acted or meeting.present.get(p) == number])
                told = number in meeting.told or takes_part(sentence)
                meeting.without([p for p in spoken_of if not told and meeting.present.get(p) == number])


def _of(person: str, meeting: Meeting, meetings: Sequence[Meeting]) -> Meeting | None:
    """The meeting that a later sentence's person belongs to."""
    if not meeting.closed:
        return meeting
    return next((m for m in meetings if person in m.present), None)
