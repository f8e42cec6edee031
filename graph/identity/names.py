"""The names that an entity shows: one in each script, the rest as aliases."""

from collections import Counter
from collections.abc import Iterable, Mapping

from graph.identity.folding import folded, has_han, simplified


def shown_names(names: Iterable[str], aliases: Iterable[str] = ()) -> Mapping[str, str | list[str] | None]:
    """``name``, ``name_zh``, ``name_en`` and ``aliases`` of what its records call ``names`` (repeated).

    In each script the name that most records use, then the longest, then the first in code point order, whatever the
    order of loading. ``name`` is the Chinese one where there is one. Aliases are all other spellings, sorted.
    """
    zh, en = Counter[str](), Counter[str]()
    for name in names:
        (zh if has_han(name) else en)[simplified(name) if has_han(name) else name] += 1
    others = set(aliases)
    for counter, is_zh in ((zh, True), (en, False)):
        if not counter:
            counter.update(simplified(a) if is_zh else a for a in others if has_han(a) == is_zh)
    name_zh, name_en = _most_used(zh), _most_used(en)
    spellings = {*zh, *en, *others} - {name_zh, name_en}
    return {
        "name": name_zh or name_en,
        "name_zh": name_zh,
        "name_en": name_en,
        "aliases": sorted(s for s in spellings if s and folded(s)),
    }


def _most_used(names: Counter[str]) -> str | None:
    return min(names, key=lambda n: (-names[n], n.isupper(), _shouted(n), -len(n), n), default=None)


def _shouted(name: str) -> bool:
    """Whether a word stands in capitals, as surnames do on some pages (``FENG Qiang``)."""
    return any(len(word) > 1 and word.isupper() for word in name.split())
