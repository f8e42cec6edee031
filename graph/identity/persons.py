"""Which records of persons are linked: those whose evidence is enough, and only where it points at one person."""

from collections import defaultdict
from collections.abc import Iterable

from graph.identity.clusters import Link
from graph.identity.pairs import pairs
from graph.identity.person_evidence import Comparison, Shared, compared, person, traits
from graph.identity.records import Record


def links(records: Iterable[Record]) -> list[Link]:
    """The links among person records, heaviest evidence with the greatest weight.

    A pinyin record that fits two Chinese names equally well is linked to neither: that is a candidate, no choice.
    """
    people = list(records)
    shared = _shared(people)
    of = {r.id: traits(r) for r in people}
    compared_pairs = pairs(people, lambda r: (of[r.id].han, of[r.id].offices))
    found = [c for a, b in compared_pairs if (c := compared(of[a.id], of[b.id], shared)) and c.merges]
    han = {r.id: of[r.id].han for r in people}
    undecided = _undecided(found, han)
    return [
        Link(c.left, c.right, c.weight, c.reasons)
        for c in found
        if not (c.left in undecided and han[c.right]) and not (c.right in undecided and han[c.left])
    ]


def _shared(people: Iterable[Record]) -> Shared:
    forms: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in people:
        context = person(record)
        for key in context.names.keys if context.names.han else ():
            for anchor in context.anchors:
                forms[key, anchor.exact].update(context.names.han)
    places: dict[str, set[str]] = defaultdict(set)
    for (key, place), names in forms.items():
        if len(names) > 1:
            places[key].add(place)
    return places


def _undecided(found: Iterable[Comparison], han: dict[str, frozenset[str]]) -> set[str]:
    best: dict[str, dict[frozenset[str], int]] = defaultdict(dict)
    for c in found:
        for one, other in ((c.left, c.right), (c.right, c.left)):
            if han[other] and not han[one]:
                best[one][han[other]] = max(c.weight, best[one].get(han[other], 0))
    return {one for one, forms in best.items() if list(forms.values()).count(max(forms.values())) > 1}
