"""What an engine says of a query that it does not take, on one line and whole."""

import re
from typing import Final

EXPLAIN: Final = "EXPLAIN "
"""What stands before a query whose plan is asked for."""
LONGEST: Final = 1000
"""Characters of a complaint; the signatures of a function that was called wrongly can be many more."""
_EXCERPT: Final = re.compile(r'\n[^\n]*\n *"?\s*\^+"?\s*$')
_PLACE: Final = re.compile(r"(line:? 1, (?:column |offset: ))(\d+)( \(offset: )?(\d+)?")


def complaint(message: str, *, explained: bool) -> str:
    """``message`` without the excerpt of the query below it; places in the first line count from the query's own
    beginning, where it was ``explained``, with ``EXPLAIN`` before it."""
    told = " ".join(_EXCERPT.sub("", message.strip()).split())
    if explained:
        told = _PLACE.sub(_earlier, told)
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"


def _earlier(found: re.Match[str]) -> str:
    before, place, between, offset = found.groups()
    own = f"{before}{max(int(place) - len(EXPLAIN), 0)}"
    return own if offset is None else f"{own}{between}{max(int(offset) - len(EXPLAIN), 0)}"
