"""From a text to its bodies: what each mention stands for, words that lean on the article (我校, 区委) included."""

import re
from dataclasses import dataclass, replace
from functools import cache

from loaders.extraction.chinese import listed, partners, phrases, shortforms, unlisted
from loaders.extraction.chinese.bodies import Body, BodyIndex
from loaders.extraction.chinese.homes import homes_of
from loaders.extraction.chinese.references import bare_organs, bare_pattern, references
from loaders.extraction.chinese.register import Register


@cache
def _short_name() -> re.Pattern[str]:
    return re.compile('[（(](?:以下)?简称[：:]?[“"]?([\u3400-\u9fffA-Za-z]{2,12})[”"]?[）)]')


@dataclass(slots=True)
class Naming:
    """What a text names: its bodies, the places that name them, and phrases that looked like one."""

    register: Register
    index: BodyIndex
    rejected: list[phrases.Phrase]
    home: dict[str, Body]
    """The body that the article speaks for, by kind: ``university``, ``company``, ``district``, ..."""


def find(text: str, header: str, home: str | None, footer: str = "") -> Naming:
    """The bodies of ``text``. ``header`` is what stands above the title (the site's name is often there), ``footer``
    what stands below the body, ``home`` the id of the known institution that published the article."""
    register = Register()
    known = listed.find(text, register)
    bare = [hit for hit in bare_pattern().finditer(text) if known.covering(hit.start()) is None]
    named, rejected = unlisted.find(text, known, {hit.end() for hit in bare}, register)
    index = BodyIndex([*known, *named])
    index = BodyIndex([*shortforms.numbered(text, index, register), *index])
    _short_forms(text, index, register)
    index = _with_drawn_forms(text, index, register)
    index = BodyIndex([*index, *partners.find(text, index, register)])
    homes = homes_of(text, index, header, footer, home, register)
    index = BodyIndex([*index, *bare_organs(bare, index, homes, register)])
    return Naming(register, BodyIndex([*index, *references(text, index, homes)]), rejected, homes)


def _short_forms(text: str, index: BodyIndex, register: Register) -> None:
    """A short form that the text explains: 北京某某研究院(以下简称“某院”)."""
    for mention in index:
        if short := _short_name().match(text, mention.end):
            mention.body.aliases[short.group(1)] = None
            register.bodies.setdefault(short.group(1), mention.body)


def _with_drawn_forms(text: str, index: BodyIndex, register: Register) -> BodyIndex:
    """The index with the short forms that follow from full names; a body that was one under such a form is that."""
    found, same = shortforms.find(text, index)
    for short, body in same.items():
        register.unite(short, body)
    return BodyIndex([*(replace(m, body=same[m.body]) if m.body in same else m for m in index), *found])
