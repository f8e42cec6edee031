"""Bodies and districts of the tables: what of the graph follows from their id alone, and when they are in it."""

from collections.abc import Iterable, Iterator

from graph.identity.rows import end
from graph.knowledge.district import Former
from graph.knowledge.districts import District, districts
from graph.knowledge.institutions import FormerName, Institution, institutions
from graph.store import Edge, Node, Value


def find(entity: str) -> Institution | District | None:
    """The row of the tables with this id, if there is one."""
    try:
        return institutions().by_id(entity) if entity.startswith("i-") else districts().by_id(entity)
    except KeyError:
        return None


def support(entity: str) -> tuple[str, ...]:
    """The sorted ids that are in the graph when ``entity`` is: itself, what it is part of, where it lies or governs."""
    found: set[str] = set()
    rest = [entity]
    while rest:
        here = rest.pop()
        row = find(here)
        if here not in found and row:
            found.add(here)
            rest += [target for _, target in _above(row)]
    return tuple(sorted(found))


def former(entity: str) -> tuple[FormerName | Former, ...]:
    """What a body or district of the tables was called before."""
    row = find(entity) if entity.startswith(("i-", "d-")) else None
    return row.former if row else ()


def patterns(entity: str) -> frozenset[str]:
    """The names under which a body of the tables can be asked for, though no table lists them: 80 for a bureau."""
    row = find(entity) if entity.startswith("i-") else None
    return row.patterns if isinstance(row, Institution) else frozenset()


def _listed(row: Institution | District) -> Iterable[str]:
    if isinstance(row, District):
        return (*row.aliases_zh, *row.aliases_en, *row.bare)
    return (name for name in row.names if name not in row.patterns)


def known_rows(entity: str, more: Iterable[str] = ()) -> Iterator[Node | Edge]:
    """The node of a body or district of the tables, and the edges to what stands above it.

    ``more`` are aliases beside those of the tables.
    """
    row = find(entity)
    if row is None:
        return
    name = row.name_zh or row.name_en
    names: dict[str, Value] = {"name": name, "name_zh": row.name_zh or None, "name_en": row.name_en or None}
    names["aliases"] = sorted({*_listed(row), *more} - {row.name_zh, row.name_en, ""})
    if isinstance(row, District):
        yield Node("District", {"id": entity, **names, "level": row.level})
    else:
        yield Node("Institution", {"id": entity, **names, "kind": row.type})
    for edge, target in _above(row):
        yield Edge(edge, end(entity), end(target))


def _above(row: Institution | District) -> Iterator[tuple[str, str]]:
    if row.parent:
        yield "PART_OF", row.parent
    if isinstance(row, Institution):
        if row.governs:
            yield "GOVERNS", row.governs
        elif row.district:
            yield "LOCATED_IN", row.district
