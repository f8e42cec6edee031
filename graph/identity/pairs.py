"""Which records are worth comparing: those that share a block, but never all pairs of a large one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from graph.identity.records import Record

WINDOW = 24
"""Records of a block that are all compared with each other."""
NEIGHBOURS = 3
"""In a larger one each record meets so many that precede it by age, and the oldest of each sort: cost stays linear."""


def pairs(records: Iterable[Record], sort: Callable[[Record], object]) -> Iterator[tuple[Record, Record]]:
    """Pairs of ``records`` that share a block, each once. ``sort`` tells the records of a block apart.

    A record of a person seen a thousand times is joined through its neighbours in time, or through the oldest record
    of a sort (a name with an office), of which the first ``WINDOW`` count.
    """
    blocks: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda r: r.age):
        for key in record.blocks:
            blocks[key].append(record)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        near = WINDOW if len(block) <= WINDOW else NEIGHBOURS
        first_of: dict[object, Record] = {}
        for place, right in enumerate(block):
            for left in (*block[max(0, place - near) : place], *first_of.values()):
                pair = (left.id, right.id)
                if left.article != right.article and pair not in seen:
                    seen.add(pair)
                    yield left, right
            if len(first_of) < WINDOW:
                first_of.setdefault(sort(right), right)
