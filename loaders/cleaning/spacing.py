"""Spaces between Latin words where a page lost them or has too many: ``Wei Changlin,chief engineer``, ``Prof.Ao``."""

import re
from collections.abc import Iterator

from loaders.cleaning.text import Edit

_GAPS = re.compile(
    r"(?=[ \t\u00a0\u3000(]|(?<=[,;.!?)])[A-Za-z\d])(?:"  # how each of these begins: a cheap guard before dear ones
    r"(?P<run>(?<=[A-Za-z,.;:)\"”])[ \t\u00a0\u3000]{2,}(?=[A-Za-z(\"“]))"
    r"|(?P<before>(?<=[\w)])[ \u00a0]+(?=[,;](?:[ \u00a0]\w|\n|$))|(?<=[a-z\d)])[ \u00a0]+(?=\.(?:[ \n]|$))"
    r"|(?<=\b(?:Co|td)\.)[ \u00a0]+(?=,))"
    r"|(?P<astray>(?<=[\w)])[ \u00a0]+[,;](?=[A-Za-z]|(?:19|20)\d\d\b))"
    r"|(?P<after>(?<=[A-Za-z\d)][,;])(?=[A-Za-z])|(?<=\d[a-z]{2},)(?=\d{4}\b)|(?<=[a-z]\.,)(?=[A-Za-z])"
    r"|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]*[ ,]|(?:he|she|the|it|they) )|(?<=\d{4}\.)(?=[A-Z][a-z]* )"
    r"|(?<=[Pp]rof\.)(?=[A-Z])|(?<=\b[DM][rs]\.)(?=[A-Z])|(?<=\))(?=[A-Z][a-z]* |[a-z]{2,} )"
    r"|(?<=[a-z])(?=\([A-Z])))"
)


def latin_spacing(text: str) -> Iterator[Edit]:
    """Edits that leave one space between two words, none before a comma or full stop and one behind a
    comma. Addresses of pages stay as they are."""
    for match in _GAPS.finditer(text):
        start, end = match.span()
        if match.lastgroup == "run":
            yield Edit(start, end, " ")
        elif match.lastgroup == "before":
            yield Edit(start, end, "")
        elif match.lastgroup == "astray":
            yield Edit(start, end, f"{text[end - 1]} ")
        elif start:
            yield Edit(start - 1, start, f"{text[start - 1]} ")
