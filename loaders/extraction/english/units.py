"""Which names are those of parts: offices and schools that are of interest only where somebody holds a post in them."""

from loaders.extraction.english.lexicon import words as lexicon
from loaders.extraction.english.registry import Body


def is_unit_name(name: str, owned: bool = False) -> bool:
    """Whether a name without an owner is that of a part: "Department of Physics", "General Management Department"."""
    parts = name.split(" ")
    schools = ("School", "College")
    offices = ("Office", "Department", "Division", "Faculty", "Section", "Center", "Centre")
    if parts[0] in offices + schools:
        return True
    if owned and parts[-1] in schools + offices:
        return True
    if parts[-1] in schools:
        return all(p in lexicon("bodies")["unit_words"] for p in parts)
    proper = (parts[0].isupper() and len(parts[0]) > 2) or parts[0] in ("National", "China", "Chinese", "State")
    return parts[-1] in offices and not proper


def is_part(body: Body) -> bool:
    """Whether a body is an office of nobody in particular: no side of a meeting."""
    return not (body.known or body.parent or body.district or has_acronym(body)) and is_unit_name(body.name)


def has_acronym(body: Body) -> bool:
    """Whether an acronym in brackets shows a name to be a proper one: "Center for Water Research (CWR)"."""
    return any(alias.isupper() and len(alias) > 2 for alias in body.aliases)
