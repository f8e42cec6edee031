"""The bodies of one article, each once, with what the tables of known districts and institutions say about them."""

from collections.abc import Iterable
from typing import Literal

from graph.knowledge.districts import District, districts
from graph.knowledge.institutions import Institution, institutions
from loaders.extraction.chinese.bodies import Body, Kind


class Register:
    """Bodies by id, name and alias; asking for one that is not there enters it."""

    def __init__(self) -> None:
        self.bodies: dict[str, Body] = {}

    def __iter__(self) -> Iterable[Body]:
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

    def known(self, institution: Institution) -> Body:
        """The body of an institution of the table."""
        body = self.bodies.get(institution.id)
        if body is None:
            body = Body(institution.name_zh, institution.type, known=institution.id)
            self.bodies[institution.id] = body
            self.bodies.setdefault(institution.name_zh, body)
            place = districts().by_id(institution.district) if institution.district else None
            body.district = self.district(place) if place is not None else None
            above = institutions().by_id(institution.parent) if institution.parent else None
            body.parent = self.known(above) if above is not None and body.kind not in ("government", "party") else None
        return body

    def named(self, name: str, kind: Kind, *, district: Body | None = None, parent: Body | None = None) -> Body:
        """The body of that name: of the table where it is known there without doubt, else one of this article."""
        body = self.bodies.get(name)
        if body is not None:
            return body
        table = institutions().named(name)
        if len(table) == 1:
            return self.known(table[0])
        body = self.bodies[name] = Body(name, kind, district=district, parent=parent)
        return body

    def organ(self, district: Body, branch: Literal["government", "party"]) -> Body:
        """The government or party committee of a district, named or not."""
        suffix = "政府" if branch == "government" else "委"
        if branch == "party" and district.level == "new_area":
            suffix = "党工委"
        body = self.named(district.name + suffix, branch, district=district)
        if district.name + suffix != body.name:
            body.aliases[district.name + suffix] = None
        return body
