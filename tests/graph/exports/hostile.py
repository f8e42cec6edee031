"""Values that break writers: one for each way that is known."""

import re
from typing import Final

NAMES: Final[list[str | None]] = [
    None,
    "",
    " ",
    "  two  blanks  ",
    "\t",
    "a\nb",
    "a\r\nb",
    "\r",
    "a\x00b",
    "\x01\x02\x1f",
    "\x7f\x80\x85\x9f",
    "\x0b\x0c",
    "\x1f between \x1f lists",
    "\u2028 and \u2029",
    "\ufeffmark",
    "\ufffe\uffff",
    "\U0010ffff",
    "𠮷野家",
    "👩\u200d🔬",
    "e\u0301 is not \u00e9",
    "\u202eright to left\u202c",
    "عربي و עברית",
    '"quoted"',
    '"',
    '""',
    "it's",
    "a,b;c|d",
    "back\\slash\\",
    "\\N",
    "null",
    "NaN",
    "true",
    "0012",
    "2024-02-30",
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+86 10",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    "<script>&amp;]]></script>",
    "&#0;&lt;",
    "長" * 10_000,
    "[1, 2]",
    '{"@id": "x"}',
    "{{7*7}} ${x} %s",
]
ALIASES: Final[list[list[str]]] = [
    [],
    [""],
    ["a", "b"],
    ["a, b", '"c"', "[d]"],
    ["\n", "\x00", "=1"],
    ["郭福", "Guo Fu"],
]
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def in_xml(text: str) -> str:
    """What of ``text`` XML can hold."""
    return _NOT_IN_XML.sub("", text)
