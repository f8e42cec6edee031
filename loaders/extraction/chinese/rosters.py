"""Lists of those who were there, a line for each (丁　一　　区委副书记), below a heading with the body of each side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.extraction.chinese.bodies import Body, BodyIndex
from loaders.extraction.chinese.names import Candidate, surname
from loaders.extraction.chinese.posts import PostMention

LEAST = 2
"""Lines that make a list: one line of a name and a post may be a byline."""
HEADING = 24
"""Characters up to which a line above may be the heading of a list."""
_LINE = re.compile(
    r"^[ \u3000]*(?:[0-9]{1,2}[.．、)）][ \u3000]*|[●•·\-—*][ \u3000]*)?"
    r"(?P<name>[㐀-鿿](?:[ \u3000]?[㐀-鿿]){1,3})(?P<gap>[ \u3000\t]{1,}|[：|｜，][ \u3000]*)(?P<rest>[^\n。]{2,60})$",
    re.M,
)
_SPACE = re.compile("[ \u3000]")


@dataclass(frozen=True, slots=True)
class Row:
    """A name with the posts that its line tells, and the body of the heading above."""

    name: Candidate
    posts: list[PostMention]
    heading: Body | None


def find(text: str, runs: Sequence[list[PostMention]], bodies: BodyIndex) -> list[Row]:
    """The lines of lists in ``text``. A line counts if it begins with what is made like a name and ends with a post,
    and if another one stands above or below it."""
    lines = list(_LINE.finditer(text)) if runs else []
    rows = [(line, row) for line in lines if (row := _row(text, line, runs, bodies)) is not None]
    beside = {
        line.start()
        for (one, _), (other, _) in pairwise(rows)
        for line in (one, other)
        if not text[one.end() : other.start()].strip()
    }
    return [row for line, row in rows if line.start() in beside or (len(rows) >= LEAST and _named(text, line))]


def _named(text: str, line: re.Match[str]) -> bool:
    """Whether the line stands right below a heading (电工所：)."""
    return text[: line.start()].rstrip("\n ").endswith("：")


def _row(text: str, line: re.Match[str], runs: Sequence[list[PostMention]], bodies: BodyIndex) -> Row | None:
    name = _SPACE.sub("", line["name"])
    family = surname().match(name)
    if family is None or len(name) - family.end() not in (1, 2) or bodies.covering(line.start("name")):
        return None
    start, end = line.span("rest")
    held = [p for run in runs for p in run if start <= p.title.start < end]
    if not held or text[held[-1].end : end].strip(" \u3000）)；，"):
        return None
    posts = [_whole(text, start, held[0], bodies), *held[1:]]
    return Row(Candidate(*line.span("name"), 3.0), posts, _heading(text, line.start(), bodies))


def _whole(text: str, start: int, post: PostMention, bodies: BodyIndex) -> PostMention:
    """The first post of a line, with all that stands before it there: a body set apart, a long unit."""
    if post.body is not None or post.start <= start:
        return post
    ahead = [m for m in bodies.between(start, post.title.start) if m.end <= post.title.start]
    if ahead:
        unit = _SPACE.sub("", text[ahead[-1].end : post.title.start])
        return replace(post, start=ahead[-1].start, body=ahead[-1], unit=unit)
    return replace(post, start=start, unit=text[start : post.title.start].strip(" \u3000"))


def _heading(text: str, start: int, bodies: BodyIndex) -> Body | None:
    """The body of the nearest line above that is none of a list: 莲池区："""
    end = start - 1
    while end > 0:
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].strip()
        if line and not _LINE.match(text, begin, end):
            named = bodies.between(begin, end) if len(line) <= HEADING else []
            return named[-1].body if named else None
        end = begin - 1
    return None
