"""Which records are worth comparing: those that share a block, but never all pairs of a large one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from graph.identity.records import Record

WINDOW = 24
"""Each record meets so many of its block that follow it by age, and the oldest of each name: cost stays linear."""


def pairs(records: Iterable[Record], name: Callable[[Record], object]) -> Iterator[tuple[Record, Record]]:
    """Pairs of ``records`` that share a block, each once. ``name`` tells the names of a block apart.

    All pairs of a block of up to ``WINDOW`` records; in a larger one a record of a person seen a thousand times is
    joined through its neighbours in time, or through the oldest record of each name.
    """
    blocks: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda r: r.age):
        for key in record.blocks:
            blocks[key].append(record)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        first_of: dict[object, Record] = {}
        for place, right in enumerate(block):
            for left in (*block[max(0, place - WINDOW) : place], *first_of.values()):
                pair = (left.id, right.id)
                if left.article != right.article and pair not in seen:
                    seen.add(pair)
                    yield left, right
            first_of.setdefault(name(right), right)
