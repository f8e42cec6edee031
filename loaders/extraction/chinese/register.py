"""The bodies of one article, each once, with what the tables of known districts and institutions say about them."""

from collections.abc import Iterator
from typing import Literal, TypedDict

from graph.knowledge.districts import District, districts
from graph.knowledge.institutions import Institution, institutions
from loaders.extraction.chinese.bodies import ORGANS, Body, Kind


class Placed(TypedDict, total=False):
    """Where a body belongs."""

    district: Body
    parent: Body


class Register:
    """Bodies by id, name and alias; asking for one that is not there enters it."""

    def __init__(self) -> None:
        self.bodies: dict[str, Body] = {}
        self.endings: dict[str, Body] = {}
        """Bodies by the ends of their names: a later 城建集团 is the 北京城建集团 named before."""

    def __iter__(self) -> Iterator[Body]:
        return iter(dict.fromkeys(self.bodies.values()))

    def district(self, place: District) -> Body:
        """The body of a district of the table, below its parents."""
        body = self.bodies.get(place.id)
        if body is None:
            body = Body(place.name_zh, "district", known=place.id, level=place.level, code=place.code)
            self.bodies[place.id] = body
            self.bodies.setdefault(place.name_zh, body)
            above = districts().by_id(place.parent) if place.parent else None
            body.district = self.district(above) if above is not None else None
        return body

    def known(self, institution: Institution, surface: str | None = None) -> Body:
        """The body of an institution of the table. An organ keeps the ``surface`` that the text names it by first."""
        body = self.bodies.get(institution.id)
        name = institution.name_zh
        if name is None or (surface is not None and institution.type in (*ORGANS, "company")):
            name = surface or institution.names[0]
        if body is None:
            body = Body(name, institution.type, known=institution.id)
            self.bodies[institution.id] = body
            self.bodies.setdefault(name, body)
            place = districts().by_id(institution.district) if institution.district else None
            if place is not None:
                body.seat = self.district(place)
                body.district = body.seat if _is_of(institution, place) else None
            above = institutions().by_id(institution.parent) if institution.parent else None
            body.parent = self.known(above) if above is not None and body.kind not in ("government", "party") else None
            if (park := _park_of(institution)) is not None:
                body.parent = self.known(park)
        return body

    def named(self, name: str, kind: Kind, *, district: Body | None = None, parent: Body | None = None) -> Body:
        """The body of that name: of the table where it is known there without doubt, else one of this article."""
        body = self.bodies.get(name)
        if body is not None:
            return body
        table = institutions().named(name)
        if len(table) == 1:
            return self.known(table[0], name)
        body = self.bodies[name] = Body(name, kind, district=district, parent=parent)
        return body

    def unite(self, short: Body, body: Body) -> None:
        """Let ``short`` be another name of ``body`` from here on."""
        body.aliases.update(dict.fromkeys((short.name, *short.aliases)))
        for name, owner in self.bodies.items():
            if owner is short:
                self.bodies[name] = body
            elif owner.parent is short and not body.within(owner):
                owner.parent = body

    def holding(self, name: str) -> Body | None:
        """A company of the article whose name holds ``name``: 经纬恒润 of 北京经纬恒润科技股份有限公司."""
        return next((b for n, b in self.bodies.items() if b.kind == "company" and name in n), None)

    def abbreviated(self, name: str) -> Body | None:
        """The one body named before whose name holds the characters of ``name`` in order (北京院)."""
        found = {b for n, b in self.bodies.items() if b.kind != "district" and len(n) > len(name) and _holds(n, name)}
        return found.pop() if len(found) == 1 else None

    def zone(self, short: str) -> Body | None:
        """A district or park of the article by the end of one of its names: 经开区 of 北京经开区."""
        if not short:
            return None
        zones = (b for b in self if b.kind in ("district", "park"))
        return next((b for b in zones if any(n.endswith(short) for n in (b.name, *b.aliases))), None)

    def placed(self, zone: Body) -> Placed:
        """What a body of a zone is of: the zone as its district, or, where that is a park, as its whole."""
        return {"district": zone} if zone.kind == "district" else {"parent": zone}

    def board(self, zone: Body) -> Body:
        """The 管委会 of a zone."""
        return self.named(f"{zone.name}管委会", "government", **self.placed(zone))

    def enter_endings(self, body: Body) -> None:
        """Let the last characters of the body's name, four or more, stand for it from here on."""
        for start in range(1, len(body.name) - 3):
            self.endings.setdefault(body.name[start:], body)

    def organ(self, district: Body, branch: Literal["government", "party"]) -> Body:
        """The government or party committee of a district, named or not."""
        zones = {"new_area": "党工委", "other": "工委"}
        suffix = "政府" if branch == "government" else zones.get(district.level, "委")
        body = self.named(district.name + suffix, branch, district=district)
        body.also(district.name + suffix)
        return body


def _park_of(board: Institution) -> Institution | None:
    """The known park whose 管委会 this is."""
    named = [n for n in board.names if "\u3400" <= n[0] <= "\u9fff"]
    if board.type != "government" or not all(n.endswith("委会") or n.endswith("委员会") for n in named):
        return None  # 北京市科委 is the 管委会 of a park too, and more than that
    stems = (
        name.removesuffix("管委会").removesuffix("管理委员会")
        for name in board.names
        if name.endswith(("管委会", "管理委员会"))
    )
    found = {i.id: i for stem in stems for i in institutions().named(stem) if i.type == "park"}
    return next(iter(found.values())) if len(found) == 1 else None


def _holds(name: str, short: str) -> bool:
    rest = iter(name)
    return all(c in rest for c in short)


def _is_of(institution: Institution, place: District) -> bool:
    """Whether a body is the place's organ or bears its name, and does not only sit there (as a ministry does)."""
    return institution.type in (*ORGANS, "park") and (
        institution.governs is not None
        or institution.parent is not None
        or any(place.name_zh in name or place.name_zh[:-1] in name for name in institution.names)
    )
