"""The persons of a text: names behind posts, in lists that share one, before posts, before a verb of speech."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from loaders.extraction.chinese import rosters
from loaders.extraction.chinese.bodies import Body, BodyIndex, BodyMention
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.names import (
    Candidate,
    candidates,
    decide,
    edge,
    edge_after_title,
    free_surname,
    surname,
    word,
)
from loaders.extraction.chinese.names_before import before_post, has_owner, name_between, weak_heads
from loaders.extraction.chinese.posts import PostMention

_BRACKET = re.compile("（[一-龥、·]{2,14}）(?=[一-龥])")
"""Between a post and the name, what the post is for: 副校长（分管科研）|某某."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of one article, with the wording of every post."""

    name: str
    titles: set[str] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """``text[start:end]`` names ``person``; ``opening`` is where the posts before the name begin."""

    start: int
    end: int
    person: Person
    opening: int
    posts: tuple[PostMention, ...] = ()
    """The posts that the text gives here."""
    reference: bool = False
    heading: Body | None = None
    """The body of the heading of the list that names the person."""


class PersonIndex:
    """The mentions of one article in the order of the text."""

    def __init__(self, mentions: Sequence[PersonMention]) -> None:
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [m.start for m in self.mentions]

    def __iter__(self) -> Iterator[PersonMention]:
        return iter(self.mentions)

    def between(self, start: int, end: int) -> list[PersonMention]:
        """The mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def covers(self, place: int) -> bool:
        i = bisect_right(self._starts, place) - 1
        return i >= 0 and self.mentions[i].end > place


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(alternation(words("titles")["after_name"]))


@cache
def _courtesy() -> frozenset[str]:
    return frozenset(words("titles")["courtesy"])


@cache
def _strong() -> re.Pattern[str]:
    """A clause that begins with a name and a verb of speech or lead; the name is the first group."""
    family = free_surname().pattern
    return re.compile(
        f"(?<![\u3400-\u9fff0-9A-Za-z])({family}[\u3400-\u9fff]{{1,2}}?)(?={alternation(words('names')['strong'])})"
    )


def find(text: str, runs: Sequence[list[PostMention]], bodies: BodyIndex) -> PersonIndex:
    """The persons named in ``text`` and every place that names them. ``runs`` are the posts, each person's together."""
    finder = _Finder(text, bodies)
    rows = rosters.find(text, runs, bodies)
    for row in rows:
        finder.take(row.name, row.posts, row.name.start, row.heading)
    listed = {p.title.start for row in rows for p in row.posts}
    runs = [run for run in runs if run[0].title.start not in listed]
    behind = _behind_posts(text, runs, bodies)
    for run in runs:
        if (candidate := behind.get(run[-1].end)) is not None:
            if (before := name_between(text, run, bodies)) is not None:
                finder.take(before, run[:1], before.start)
                run = run[1:]
            finder.take(candidate, run, run[0].start)
            for fellow in _fellows(text, candidate.end, bodies):
                # Who was named with a post before does not share this one (县长甲、乙签字).
                named = finder.people.get(text[fellow.start : fellow.end])
                finder.take(fellow, run if named is None or not named.titles else [], fellow.start)
        else:
            for before in before_post(text, run, bodies):
                if finder.is_short(text[before.start : before.end]):
                    continue  # 某某·巴颂 is 巴颂博士
                finder.take(before, _with_body(run, bodies.ending_at(before.start)), before.start)
    dots = re.compile(f"[{re.escape(words('names')['middle_dots'])}]")
    short = {dots.split(name)[-1] for name in finder.people if dots.search(name)}
    never = frozenset(words("names")["never_last"])
    for clause in _strong().finditer(text):
        name = clause.group(1)
        if name in short:
            continue
        known = (
            name in finder.people
            or name[:-1] in finder.people
            or name[-1] in never
            or _after_name().search(name)
            or word().match(text, clause.start(1))
        )
        if not known and bodies.covering(clause.start(1)) is None:
            finder.take(Candidate(*clause.span(1), 1.0), [], clause.start(1))
    index = PersonIndex(finder.mentions)
    index = PersonIndex([*index, *_plain(text, finder.people, index, bodies)])
    return PersonIndex([*index, *_references(text, index)])


class _Finder:
    """The persons so far, each once."""

    def __init__(self, text: str, bodies: BodyIndex) -> None:
        self.text, self.bodies = text, bodies
        self.people: dict[str, Person] = {}
        self.mentions: list[PersonMention] = []

    def is_short(self, name: str) -> bool:
        """Whether ``name`` is the last part of a foreign name of before."""
        return any(
            full.endswith(tuple(f"{dot}{name}" for dot in words("names")["middle_dots"])) for full in self.people
        )

    def take(self, c: Candidate, posts: list[PostMention], opening: int, heading: Body | None = None) -> None:
        """Enter a mention; names of two characters set to the width of three lose their space."""
        name = self.text[c.start : c.end]
        name = re.sub("[ \u3000]", "", name) if name[0] >= "\u3400" else name
        person = self.people.setdefault(name, Person(name))
        person.titles.update(self.text[p.title.start : p.title.end] for p in posts)
        self.mentions.append(PersonMention(c.start, c.end, person, opening, tuple(posts), heading=heading))


def _behind_posts(text: str, runs: Sequence[list[PostMention]], bodies: BodyIndex) -> dict[int, Candidate]:
    """The names right behind posts, by the ends of the posts."""
    groups: dict[int, list[Candidate]] = {}
    for run in runs:
        place = run[-1].end
        of_before = run[-1].former and text[place : place + 1] == "的"  # 曾任某市副市长的|某某
        if of_before or text[place : place + 1] in (" ", "\u3000", "："):
            place += 1
        elif explained := _BRACKET.match(text, place):
            place = explained.end()
        rare = not text.endswith(weak_heads(), 0, run[-1].end)
        found = candidates(text, place, beside_post=True, rare=rare) if bodies.covering(place) is None else []
        if found and (max(c.strength for c in found) >= 2 or not has_owner(text, run, bodies)):
            groups[run[-1].end] = found
    chosen = decide(text, groups.values())
    return {end: chosen[found[0].start] for end, found in groups.items()}


def _fellows(text: str, place: int, bodies: BodyIndex) -> Iterator[Candidate]:
    """Further names after one with a post: 副县长甲、乙."""
    while text[place : place + 1] in ("、", "和", "及"):
        found = [c for c in candidates(text, place + 1) if c.strength >= (1 if text[place] == "、" else 2)]
        if not found or bodies.covering(place + 1) or word().match(text, place + 1):
            return
        best = max(found, key=lambda c: (c.strength, c.end))
        if text[best.end : best.end + 1] and edge_starts_post(text, best.end):
            return
        yield best
        place = best.end


def edge_starts_post(text: str, place: int) -> bool:
    """Whether a post stands right behind: then the name has a post of its own."""
    return bool(_after_name().match(text, place))


def _with_body(run: list[PostMention], body: BodyMention | None) -> list[PostMention]:
    """The posts behind a name, with the body right before the name: 某学院|某某|教授."""
    return [replace(post, body=body) for post in run] if body is not None and not body.reference else run


def _plain(text: str, people: dict[str, Person], index: PersonIndex, bodies: BodyIndex) -> list[PersonMention]:
    """Every further place that bears a known name, and the short forms of foreign ones."""
    surfaces = dict.fromkeys(people)
    owner = dict(people)
    for name, person in people.items():
        if any(dot in name for dot in words("names")["middle_dots"]):
            short = re.split(f"[{re.escape(words('names')['middle_dots'])}]", name)[-1]
            if len(short) > 1 and short not in owner:
                owner[short] = person
                surfaces[short] = None
    if not surfaces:
        return []
    found = []
    for hit in re.finditer(alternation(surfaces), text):
        name = hit.group()
        cover = bodies.covering(hit.start())
        if index.covers(hit.start()) or (cover is not None and not cover.reference):
            continue
        if len(name) == 2 and not edge(text, hit.end()):
            continue
        person = owner[name]
        if name != person.name:
            person.aliases[name] = None
        found.append(PersonMention(hit.start(), hit.end(), person, hit.start()))
    return found


def _references(text: str, index: PersonIndex) -> list[PersonMention]:
    """A surname with a post (吴书记) stands for the nearest person before with that surname, one of that post first."""
    pattern = re.compile(f"({free_surname().pattern})({_after_name().pattern})")
    recent: dict[str, dict[Person, None]] = {}
    mentions, passed = index.mentions, 0
    found = []
    for hit in pattern.finditer(text):
        while passed < len(mentions) and mentions[passed].start < hit.start():
            person = mentions[passed].person
            passed += 1
            family = surname().match(person.name)
            for key in {family.group() if family else person.name, person.name[0]}:
                owners = recent.setdefault(key, {})
                owners.pop(person, None)
                owners[person] = None
        if index.covers(hit.start()) or not edge_after_title(text, hit.end()):
            continue
        nearest = list(reversed(recent.get(hit.group(1), {})))
        exact = [p for p in nearest if hit.group(2) in p.titles]
        fitting = exact or [p for p in nearest if any(hit.group(2) in title for title in p.titles)]
        if nearest and (fitting or hit.group(2) in _courtesy() or hit.group(2) == "总"):
            found.append(PersonMention(hit.start(), hit.end(), (fitting or nearest)[0], hit.start(), reference=True))
    return found
