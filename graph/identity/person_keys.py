"""Keys under which one person's names meet, whatever script, order, spacing and capitals they come in.

A key is ``p:surname.given`` in pinyin without tones or gaps (``p:xie.jiangling``): of a Chinese name every reading
of the surname with every reading of the given name, of a pinyin name every way to read it as surname and given
name. How many syllables the given name has is kept beside it, so that an apostrophe or a gap still tells 西安 from
先. All other names (``x:juha matti saksa``) are their folded words, sorted.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice, product

from pypinyin import Style, pinyin

from graph.identity.folding import folded, has_han, is_han, simplified
from graph.identity.records import PersonKeys
from graph.knowledge.surnames import cuts, is_surname_spelling, split_han, surnames
from graph.knowledge.titles import title_class

MOST_READINGS = 24
"""Readings kept of one Chinese name: a bound for names of several characters with many readings each."""
_PARTS = re.compile(r"[^\W\d_]+", re.UNICODE)


def person_keys(names: Iterable[str]) -> PersonKeys:
    """The keys of a person called ``names``: the clean name, then others, of which only full names count."""
    full = full_names(names)
    given: dict[str, frozenset[int]] = {}
    for key, counts in (reading for n in full for reading in _readings(n)):
        given[key] = given.get(key, frozenset()) | counts
    primary = next(iter(given), None)
    return PersonKeys(
        keys=tuple(sorted(given)),
        primary=primary,
        given=tuple(tuple(sorted(counts)) for _, counts in sorted(given.items())),
        han=tuple(sorted({_han(n) for n in full if has_han(n)})),
        common=primary is not None and 1 in given[primary],
    )


def full_names(names: Iterable[str]) -> tuple[str, ...]:
    """The first of ``names`` and those others that can stand for the person by themselves.

    These read like the first in some way (吳小杰, Wu Xiaojie, Xiaojie WU for 吴小杰), or are two words or more beside a
    foreign name; not 吴区长, Secretary Jiang or a bare surname.
    """
    first, *others = names
    keys = {key for key, _ in _readings(first)}
    foreign = all(key.startswith("x:") for key in keys)
    return (first, *(n for n in others if keys & {k for k, _ in _readings(n)} or (foreign and _is_foreign_name(n))))


def _is_foreign_name(name: str) -> bool:
    words = folded(name).split()
    return len(words) >= 2 and not has_han(name) and title_class(words[0]) is None


def _han(name: str) -> str:
    return "".join(filter(is_han, simplified(name)))


@lru_cache(maxsize=65536)
def _readings(name: str) -> tuple[tuple[str, frozenset[int]], ...]:
    """Keys of ``name``, likeliest first, each with the possible numbers of syllables of the given name."""
    found = dict(_read_han(name) if has_han(name) else _read_latin(name))
    if not found:
        words = sorted(folded(name).split())
        found = {f"x:{' '.join(words)}": frozenset[int]()} if words else {}
    return tuple(found.items())


def _read_han(name: str) -> Iterator[tuple[str, frozenset[int]]]:
    han = _han(name)
    if "·" in simplified(name) or len(han) > 4:
        yield f"x:{han}", frozenset()
        return
    for surname, given in split_han(han) or _cut(han):
        if not given:
            continue
        each = _read(given)
        families = surnames().get(surname) or chain.from_iterable(_read(surname))
        for family, parts in islice(product(families, product(*each)), MOST_READINGS):
            for spelling in _typed("".join(parts)):
                for first in _typed(family):
                    yield f"p:{first}.{spelling}", frozenset({len(given)})


def _cut(han: str) -> list[tuple[str, str]]:
    """A name of two or three characters whose first is no surname that the table has: rare ones are too common words
    (员, 句) to be looked for in texts, but the name of a person begins with one."""
    return [(han[0], han[1:])] if len(han) in (2, 3) else []


def _read(characters: str) -> list[list[str]]:
    """Every reading of each character, without tones."""
    return pinyin(characters, style=Style.NORMAL, heteronym=True, errors="ignore")


def _typed(spelling: str) -> Iterator[str]:
    """``lv`` and, as many type it, ``lu``."""
    folded_spelling = spelling.replace("ü", "v")
    yield folded_spelling
    if re.search("[ln]v", folded_spelling):
        yield re.sub("([ln])v", r"\1u", folded_spelling)


def _read_latin(name: str) -> Iterator[tuple[str, frozenset[int]]]:
    words = [_PARTS.findall(w) for w in _plain(name).split()]
    parts = [p for w in words for p in w]
    if not parts or any(len(p) < 2 and p not in "aeo" for p in parts):
        return
    shouted = [len(w) > 1 and w.isupper() for w in re.split(r"[\s,]+", name.strip())]
    surname_last = len(shouted) > 1 and shouted[-1] and not shouted[0]
    orders = [(parts[:n], parts[n:]) for n in (1, 2) if len(parts) > n]
    turned = [(parts[-n:], parts[:-n]) for n in (1, 2) if len(parts) > n]
    for family, given in turned + orders if surname_last else orders + turned:
        surname = "".join(family)
        if is_surname_spelling(surname) and (counts := _syllables(given)):
            yield f"p:{_compact(surname)}.{_compact(''.join(given))}", counts
    if len(parts) == 1:
        fused = parts[0]
        for n in range(len(fused) - 1, 1, -1):
            if is_surname_spelling(fused[:n]) and (counts := _syllables([fused[n:]])):
                yield f"p:{_compact(fused[:n])}.{_compact(fused[n:])}", counts


def _plain(name: str) -> str:
    """Lower case without tones; ``lü`` and ``lyu`` as ``lv``, but Chenyu has a yu; apostrophes and hyphens as gaps."""
    apart = unicodedata.normalize("NFD", name.casefold())
    dotted = re.sub("(?<=[ln])u\u0308|(?:(?<=l)|(?<=\\bn))yu(?![aeiou])", "v", apart)
    return re.sub("['’‘ʼ`´,-]+", " ", "".join(c for c in dotted if not unicodedata.combining(c)))


def _compact(spelling: str) -> str:
    return spelling.replace("ü", "v")


def _syllables(given: list[str]) -> frozenset[int]:
    """How many syllables the parts of a given name may have; empty where they are no pinyin, or too many."""
    counts = {0}
    for part in given:
        counts = {c + len(cut) for c in counts for cut in cuts(part)}
    return frozenset(c for c in counts if 1 <= c <= 3)
