"""A clean text cut into paragraphs, each with its zone: what a grammar may read, and what it must not.

A page is read as a head (site, column, title, a line of metadata), a body (from the first to the last line of prose)
and a tail (credits, other articles, imprint). Single lines and brackets that are noise anywhere are told by
``loaders.cleaning.noise``; everything else follows from the part that a line stands in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from loaders.cleaning import noise

Zone: TypeAlias = Literal["title", "dateline", "body", "credits", "navigation"]
Piece: TypeAlias = tuple[Zone, int, int]

_LINE = re.compile(r"^[^\S\n]*\S[^\n]*", re.MULTILINE)  # anchored: a blank line is looked at once
_FULL_DATE = re.compile(
    r"\b(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}\b日?|(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
    r"|\b\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d\b|\b\d{1,2} \d{1,2}, ?(?:19|20)\d\d\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? ?(?:19|20)\d\d\b"
)
_DATE_BEHIND = re.compile(
    r"(?<!\s)\s+[\[(（]?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）]?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?$"
)
_TIMED = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}[:：]\d\d")
"""A day with the time of day: above the body that is when the page came out, whatever stands beside it."""
_NAMES_IN_BRACKETS = re.compile(r"(?<=[。!！？?”])\s*[(（][\u4e00-\u9fff]{2,4}(?:[ 、,，][\u4e00-\u9fff]{2,4})*[)）]$")
_ALL_IN_BRACKETS = re.compile(r"[(（\[【][^()（）。]{2,60}[)）\]】]")
_WHOLLY_IN_BRACKETS = re.compile(r"[(（\[【](?![^()]*(?i:photo|picture|taken|shows|图|摄))[^()（）]+[)）\]】]")
_GLUED = re.compile("(?:责任编辑|编辑|审核|审校|供稿|撰稿|摄影|来源|分享到)[:：]|打印(?:本页|关闭)|版权所有")
_ATTENDANCE = re.compile(r"(?:参加|出席|与会|参会|participants|attendees|present)[^。.]{0,12}[:：]", re.I)

_TABLE = re.compile(
    r"\W*(?:list of (?:the )?)?(?:participants|attendees|delegates|members of the delegation)\W*"
    r"|(?:附[件:：]*)?[\u4e00-\u9fff]{0,14}(?:名单|(?:参加|参会|与会|出席|双方|会谈|座谈)人员)[（(\u4e00-\u9fff）)]{0,14}[:：]?",
    re.I,
)
"""What stands over a table of those who were there."""
_LABELLED = re.compile(
    r"[\[【(（]?[A-Za-z\u4e00-\u9fff]+(?: [A-Za-z]+)? ?[:：]\s*[^\s|]*|\[[^\[\]]*\]"
    r"|【[^【】]*】|[\w.]+\.(?:com|cn|org)\b"
)
_FIELD_BEFORE = re.compile(r"(?:^|\|)\s*$|(?:^|\||\s)[A-Za-z]+(?: [A-Za-z]+)?:\s*$")
_APART = re.compile(r"(?:\s{2}|\t)\s*$")
_LABEL = re.compile(r"\s[\u4e00-\u9fff]{2,5}[:：]")
"""A further field behind the date, with its label (责任编辑：)."""
_FIELD_AFTER = re.compile(r"(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*(?:\||\s{2}|\t|$)")
_UNITS = re.compile(r"[\u3400-\u9fff]|[A-Za-z]+")
LONGEST_IN_BRACKETS = 160
"""Characters of a line in brackets that tells the paper, its day and page."""
BESIDE_A_DATE = 6
"""Characters or words that may stand beside a date without a label (a column, a place, the day of the week)."""

TITLE_WORDS, TITLE_HAN = 30, 60
"""A first line longer than this is no title."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``document.clean.text[start:end]``, one paragraph without its line ends. Grammars read title and body."""

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int
    noise: Zone | None
    """What it is wherever it stands."""


def zones(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of ``text`` in order, without the space around them. A line may give several."""
    lines = list(_lines(text))
    plain = [i for i, line in enumerate(lines) if line.noise is None]
    prose = [i for i in plain if noise.is_prose(_uncredited(lines[i].text))]
    if len(plain) == 1 and noise.tells(lines[plain[0]].text):
        prose = plain
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    title, head_end = _title(lines, first, prose)
    pieces: list[Piece] = []
    listing = False  # within a table of those who were there, below the text
    for index, line in enumerate(lines):
        listing = (listing and line.noise is None) or _TABLE.fullmatch(line.text) is not None
        if line.noise:
            pieces.append((line.noise, line.start, line.start + len(line.text)))
        elif index < head_end:
            pieces += _head(line, index in title)
        elif index > last and prose and not (listing or _ATTENDANCE.match(line.text)):
            pieces.append(
                (
                    "credits" if _ALL_IN_BRACKETS.fullmatch(line.text) else "navigation",
                    line.start,
                    line.start + len(line.text),
                )
            )
        else:
            pieces += _body(line)
    return tuple(Paragraph(*_stripped(text, piece)) for piece in pieces if text[piece[1] : piece[2]].strip())


def _lines(text: str) -> Iterator[_Line]:
    """The lines that are not blank; a list of other articles, below the first prose, lasts up to the next prose."""
    in_list = in_body = False
    for line, start in _unglued(text):
        opens = noise.opens_list(line)
        prose = noise.is_prose(line)
        in_body = in_body or prose
        in_list = (opens and in_body) or (in_list and not prose)
        yield _Line(line, start, "navigation" if opens else _noise(line, in_list))


def _unglued(text: str) -> Iterator[tuple[str, int]]:
    """The lines with their places; what a page lost the line break before (责任编辑：...打印关闭) stands on its own."""
    for match in _LINE.finditer(text):
        line = match[0].strip()
        start = match.end() - len(match[0].lstrip())
        glued = _GLUED.search(line, line.rfind("。") + 1) if line.count("。") > 1 else None
        if glued:
            yield line[: glued.start()], start
            yield line[glued.start() :], start + glued.start()
        else:
            yield line, start


def _noise(line: str, in_list: bool) -> Zone | None:
    if not in_list and _is_dateline(line):
        return "dateline"
    if noise.is_credit(line):
        return "credits"
    return "navigation" if in_list or noise.is_navigation(line) else None


def _is_dateline(line: str) -> bool:
    """A line of metadata: a full date with little beside it but ``label: value``, or in a field of its own."""
    date = _FULL_DATE.search(line)
    if date and len(line) <= LONGEST_IN_BRACKETS and _WHOLLY_IN_BRACKETS.fullmatch(line):
        return True
    if not date or noise.is_prose(line):
        return False
    if _FIELD_BEFORE.search(line, 0, date.start()) and _FIELD_AFTER.match(line, date.end()):
        return True
    if _APART.search(line[: date.start()]) and _FIELD_AFTER.match(line, date.end()) and _LABEL.search(line, date.end()):
        return True
    rest = _LABELLED.sub(" ", line[: date.start()] + " " + line[date.end() :])
    return len(_UNITS.findall(rest)) <= BESIDE_A_DATE


def _title(lines: list[_Line], first: int, prose: list[int]) -> tuple[set[int], int]:
    """Which lines are the title, and where the head ends. A sentence with nothing below is the text, not its title."""
    has_prose = bool(prose)
    head = [i for i in range(min(first, len(lines))) if lines[i].noise is None]
    if not has_prose:
        head = head[:1]
    columns = {i for i in head if noise.is_column(lines[i].text) or _TIMED.search(lines[i].text)}
    if len(columns) < len(head):
        head = [i for i in head if i not in columns]
    if head:
        longest = max(head, key=lambda i: len(lines[i].text))
        long_enough = {i for i in head if 3 * len(lines[i].text) > len(lines[longest].text)}
        chosen = {longest}  # a title may take several lines, but nothing else stands between them
        while beside := {i for i in long_enough - chosen if {i - 1, i + 1} & chosen}:
            chosen |= beside
        return chosen, first if has_prose else max(chosen) + 1
    text = lines[first].text if has_prose else ""
    if text and _short(text) and not noise.lead(text) and (len(prose) > 1 or not noise.tells(text)):
        return {first}, first + 1
    return set(), first


def _uncredited(line: str) -> str:
    """``line`` without a last bracket of credits, which hides how the sentence ends."""
    if line[-1:] not in (")", "）", "]", "】"):
        return line
    spans = noise.credit_brackets(line) + [m.span() for m in _NAMES_IN_BRACKETS.finditer(line)]
    return line[: spans[-1][0]].rstrip() if spans and spans[-1][1] == len(line) else line


def _short(line: str) -> bool:
    """Short enough, and few enough sentences, for a title that ends in a full stop."""
    han, words = len(re.findall(r"[\u3400-\u9fff]", line)), len(re.findall(r"[A-Za-z]+", line))
    return han <= TITLE_HAN and words <= TITLE_WORDS and len(re.findall(r"[。!?！？]|[.!?](?=\s|$)", line)) <= 1


def _head(line: _Line, is_title: bool) -> Iterator[Piece]:
    end = line.start + len(line.text)
    if not is_title:
        yield "dateline" if _TIMED.search(line.text) else "navigation", line.start, end
        return
    behind = _DATE_BEHIND.search(line.text)
    cut = line.start + behind.start() if behind else end
    yield "title", line.start, cut
    yield "dateline", cut, end


def _body(line: _Line) -> Iterator[Piece]:
    """Running text, without the agency's line before it and the credits in brackets."""
    end = line.start + len(line.text)
    at = line.start + noise.lead(line.text)
    yield "dateline", line.start, at
    brackets = noise.credit_brackets(line.text)
    if names := _NAMES_IN_BRACKETS.search(line.text):
        brackets.append(names.span())
    for first, last in sorted(set(brackets)):
        if line.start + first >= at:
            yield "body", at, line.start + first
            yield "credits", line.start + first, line.start + last
            at = line.start + last
    yield "body", at, end


def _stripped(text: str, piece: Piece) -> Piece:
    zone, start, end = piece
    inner = text[start:end]
    return zone, start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
