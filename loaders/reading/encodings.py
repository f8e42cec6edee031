"""Bytes to text: UTF-8, UTF-16, GB18030 and Big5, and Western text; anything else is refused rather than guessed.

Statistical detectors confuse GB18030 with Big5 (nearly every sequence of bytes of the one is legal in the other), so
the judge here is the text that comes out: in Chinese prose, a few hundred characters make up most of it.
"""

import codecs
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from opencc import OpenCC

_LEXICON = Path(__file__).parent.parent / "lexicon" / "frequent.txt"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a compressed file",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", re.I)
_HAN = re.compile(r"[\u3400-\u9fff]")
_READABLE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u203f\u00a0-\u024f\t\n\r -~]")
_WESTERN = re.compile(
    r"(?<=[A-Za-z])[\u00c0-\u017f]|[\u00c0-\u017f](?=[A-Za-z])|[\u2013\u2014\u2018-\u201d\u2022\u2026\u00a0\u00a9\u00b7]"
)
_NEUTRAL = re.compile(r"[\u00a0-\u024f\u2010-\u203f\u3000-\u303f\uff00-\uffef]")

ENOUGH = 0.35
"""What share of Chinese characters the frequent ones must make up."""
FEW = 20
"""Up to this many Chinese characters (names in an English text), it is enough that they are in GB 2312."""
BROKEN = 0.005
"""Up to this share of unreadable sequences, UTF-8 is damaged UTF-8 and not something else."""


class NotText(ValueError):
    """The bytes are no text, or in no encoding that is known here; its text says what they are."""


def decode(data: bytes) -> str:
    """``data`` as text, without a byte order mark. Raises NotText."""
    text = _decoded(data)
    if not text.strip():
        raise NotText("the file is empty")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise NotText(f"{kind}, not text")
    if wide := _utf16(data):
        return wide
    if len(_CONTROLS.findall(data)) * 200 > len(data):
        raise NotText("a binary file, not text")
    if (utf8 := _utf8(data)) is not None:
        return utf8
    text, plausible = max((candidate for candidate in map(_judged(data), _tables(data))), key=lambda c: c[1])
    if plausible < ENOUGH:
        raise NotText("the encoding is not known (UTF-8, UTF-16, GB18030 and Big5 are)")
    return text


def _utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: one of the two orders gives readable text, which the other then does not."""
    if len(data) % 2 or not (b"\x00" in data[:4096] or _reads(data, "utf-16-le") or _reads(data, "utf-16-be")):
        return None
    readable = [encoding for encoding in ("utf-16-le", "utf-16-be") if _reads(data, encoding)]
    return data.decode(readable[0]) if len(readable) == 1 else None


def _reads(data: bytes, encoding: str) -> bool:
    try:
        sample = data[: 1 << 16].decode(encoding)
    except UnicodeDecodeError:
        return False
    ascii_share = sum(c < "\x80" for c in sample) / len(sample) if sample else 0.0
    chinese = len(_HAN.findall(sample)) > 0.3 * len(sample)
    return len(_READABLE.findall(sample)) > 0.98 * len(sample) and (
        ascii_share > 0.5 or (chinese and _frequent(sample) > ENOUGH)
    )


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(c > "\x7f" for c in text)
    return text if text.count("\ufffd") <= max(1, BROKEN * beyond_ascii) and beyond_ascii > 20 else None


def _tables(data: bytes) -> list[str]:
    """The tables that come into question, the stricter judged first."""
    declared = _DECLARED.search(data[:2048])
    big5_first = declared is not None and declared[1].lower().startswith(b"big5")
    return ["cp1252", "big5hkscs", "gb18030"] if big5_first else ["cp1252", "gb18030", "big5hkscs"]


def _judged(data: bytes) -> Callable[[str], tuple[str, float]]:
    """For a table, the text that it gives, and how much that looks like text: the first of equals is taken."""

    def judge(table: str) -> tuple[str, float]:
        text = data.decode(table, errors="replace")
        strange = text.count("\ufffd")
        if strange > max(1, BROKEN * len(text)):
            return text, 0.0
        if table == "cp1252":
            beyond_ascii = sum(c > "\x7f" for c in text)
            return text, len(_WESTERN.findall(text)) / beyond_ascii if beyond_ascii < 0.15 * len(text) else 0.0
        return text, _frequent(text)

    return judge


def _frequent(text: str) -> float:
    """The share of frequent characters among all that are neither ASCII nor punctuation; traditional ones folded."""
    beyond_ascii = [c for c in _simplified(text[:20_000]) if c > "\x7f"]
    characters = [c for c in beyond_ascii if not _NEUTRAL.match(c)]
    if len(characters) <= FEW:
        known = sum(bool(_NEUTRAL.match(c)) or _in_gb2312(c) for c in beyond_ascii)
        return known / len(beyond_ascii) if beyond_ascii else 0.0
    return sum(c in _common() for c in characters) / len(characters)


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


_simplified = OpenCC("t2s").convert


@cache
def _common() -> frozenset[str]:
    return frozenset("".join(_LEXICON.read_text(encoding="utf-8").split()))
