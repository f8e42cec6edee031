"""Which bodies act together: a university, its offices and its Party committee are one camp, and so are a district,
its government and its bureaus. Sides of a meeting and parties of an agreement are camps."""

import re

from loaders.extraction.english.registry import Bodies, Body
from loaders.extraction.english.skeleton import BODY, DISTRICT

_FACE = ("government", "university", "company", "research_institute", "association", "party", "park", "other")
"""Which type of body stands for its camp, first wins; a district stands where it has no government."""


_PREFIX = {"District": ("district", "new_area"), "County": ("county",), "Municipal": ("municipality", "city"),
           "City": ("city", "municipality"), "Provincial": ("province",)}  # fmt: skip


class Camps:
    """The camps of an article's bodies."""

    def __init__(self, bodies: Bodies) -> None:
        self.bodies = bodies
        self._root = {key: key for key in bodies.all}
        self._bare_prefixes()
        names = self._owner_names()
        for body in bodies.all.values():
            for other in self._relatives(body, names):
                self._join(body.key, other)
        self._root = {key: self._find(key) for key in self._root}
        self._members: dict[str, list[Body]] = {}
        for body in bodies.all.values():
            self._members.setdefault(self._root[body.key], []).append(body)
        self._face: dict[str, str] = {}

    def _bare_prefixes(self) -> None:
        """ "District Education Commission" is that of the article's only district of such a level."""
        for body in self.bodies.all.values():
            level = _PREFIX.get(body.name.split(" ")[0])
            if body.kind != BODY or level is None or body.district is not None:
                continue
            fit = [d.key for d in self.bodies.all.values() if d.kind == DISTRICT and d.level in level]
            if len(fit) == 1:
                body.district = fit[0]

    def _owner_names(self) -> dict[str, str]:
        """Acronyms and names by which another body's name can show to whom it belongs."""
        return {alias: b.key for b in self.bodies.all.values() for alias in b.aliases if b.parent is None}

    def _relatives(self, body: Body, names: dict[str, str]) -> list[str]:
        related = [k for k in (body.parent, self._governed(body)) if k in self.bodies.all]
        for word in re.findall(r"\b[A-Z][A-Za-z]*[A-Z]\w*\b", body.name):
            owner = names.get(word)
            if owner and owner != body.key:
                related.append(owner)
        return [k for k in related if k]

    def _governed(self, body: Body) -> str | None:
        place = self.bodies.get(body.district)
        if (
            place is None
            or body.type not in ("government", "party")
            or re.search("CPPCC|Congress|Consultative", body.name)
        ):
            return None
        if place.level != "new_area" and re.search(r"\b(?:Zone|Park|Development Area)\b", body.name):
            return None
        if place.level in ("municipality", "province") and not re.search(
            r"Government|Committee|Municipality", body.name, re.I
        ):
            return None
        return place.key

    def _join(self, a: str, b: str) -> None:
        first, second = self._find(a), self._find(b)
        if first != second:
            self._root[first] = second

    def _find(self, key: str) -> str:
        while self._root[key] != key:
            key = self._root[key]
        return key

    def of(self, key: str) -> str:
        """The camp of a body: the key of one of its members."""
        return self._root[key]

    def members(self, camp: str) -> list[Body]:
        """The bodies of a camp."""
        return self._members[self._root[camp]]

    def face(self, camp: str) -> str:
        """The body that stands for a camp: the owner of units, the government of a district."""
        if camp not in self._face:
            self._face[camp] = self._chosen(camp)
        return self._face[camp]

    def _chosen(self, camp: str) -> str:
        members = self.members(camp)
        owners = [b for b in members if b.parent is None and b.kind == BODY and b.named]
        whole = [b for b in owners if re.search(r"Government|University|Institute|Academy", b.name)] or owners
        places = [b for b in members if b.kind == DISTRICT and b.named]
        if places and not any("Government" in b.name for b in owners):
            return places[0].key
        best = sorted(
            whole or [b for b in members if b.named] or members, key=lambda b: (_FACE.index(b.type), -b.named)
        )
        return best[0].key
