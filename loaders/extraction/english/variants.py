"""Which of an article's names are one body: shorter forms, forms without place or legal words, acronyms.

"Tiantan Hospital" beside "Beijing Tiantan Hospital", "Da-Ai Robotics" beside "Beijing Da-Ai Robotics".
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions
from loaders.extraction.english.bodies import BodyReader
from loaders.extraction.english.lexicon import words
from loaders.extraction.english.registry import Body, fold
from loaders.extraction.english.skeleton import BODY, DISTRICT, NAME, Mention

_LEGAL = re.compile(
    r" (?:University(?: .*)?|Group|Company|College|Corporation|Corp|Inc|AG|GmbH|PLC|Ltd|Co\.?,? Ltd\.?)$"
)
_OPEN = frozenset(
    ["of", "and", "for", "the", "District", "County", "City", "Province", "Area", "Municipal", "Provincial"]
)
"""What no short form ends in."""
LONG = 14
"""Characters of a name in which a slip can be told from another name."""
_WORDS = 24
"""Words of a name: what has more is none."""
_LONGEST = 6
"""Words of a short form."""


def merge_variants(reader: BodyReader) -> None:
    """Take a body whose name is another one's, less its last words or the place before it, as that other body."""
    same: dict[str, str] = {}
    own = [b for b in reader.bodies.all.values() if b.kind == BODY]
    for short, long in (*_misspelt(own), *_beginnings(own), *_ends(reader, own)):
        if short.known or short.key in same or long.key in same or short.key == long.key:
            continue
        same[short.key] = long.key
        for alias in short.aliases:
            long.aliases.setdefault(alias)
            reader.bodies.by_alias[alias] = long.key
        long.spans += short.spans
        long.named += short.named
        del reader.bodies.all[short.key]
    for body in reader.bodies.all.values():
        body.parent = same.get(body.parent or "", body.parent)
    reader.mentions = [Mention(m.kind, m.start, m.end, same.get(m.key, m.key)) for m in reader.mentions]


ALIKE = 94
"""From which likeness on (0 to 100, Indel) a long name is another one with a slip of the pen."""


def _misspelt(own: list[Body]) -> Iterator[tuple[Body, Body]]:
    """Names of three words and more that differ in a letter or two: "Hebei Unversity of Technology"."""
    ordered = sorted(own, key=lambda b: fold(b.name))
    for first, second in pairwise(ordered):
        a, b = fold(first.name), fold(second.name)
        words_a, words_b = a.split(), b.split()
        if len(words_a) != len(words_b) or len(a) < LONG or any(w.isdigit() for w in words_a):
            continue
        differ = [(x, y) for x, y in zip(words_a, words_b, strict=True) if x != y]
        if len(differ) == 1 and min(map(len, differ[0])) > 5 and ratio(a, b) >= ALIKE and ratio(*differ[0]) >= 80:
            yield (
                (second, first)
                if (first.known or first.named >= second.named) and not second.known
                else (first, second)
            )


def _beginnings(own: list[Body]) -> Iterator[tuple[Body, Body]]:
    ordered = sorted(own, key=lambda b: fold(b.name))
    for short, long in pairwise(ordered):
        a, b = fold(short.name), fold(long.name)
        whole = bool(long.parent) and long.name.startswith(f"{short.name} of ")
        drops = len(a) >= 0.6 * len(b) and len(a.split()) > 3
        if a != b and b.startswith(f"{a} ") and (whole or drops):
            yield short, long


def _ends(reader: BodyReader, own: list[Body]) -> Iterator[tuple[Body, Body]]:
    """Names with and without the place or owner that they begin with."""
    longer = defaultdict(set)
    places = _places(reader)
    heads = {h for hs in words("bodies")["heads"].values() for h in hs}
    for body in own:
        for alias in body.aliases:
            parts = alias.partition(", ")[0].split(" ", _WORDS)[:_WORDS]
            if len(parts) > 2 and (parts[0] in reader.bodies.by_alias or parts[0] in places):
                longer[" ".join(parts[1:])].add(body.key)
            for start in range(2, len(parts) - 1):
                if " ".join(parts[:start]) in reader.bodies.by_alias or parts[start - 1] in heads:
                    longer[" ".join(parts[start:])].add(body.key)
    for body in own:
        keys = longer.get(body.name, set()) - {body.key}
        if len(keys) == 1:
            yield body, reader.bodies[keys.pop()]


def _places(reader: BodyReader) -> set[str]:
    return {a for b in reader.bodies.all.values() if b.kind == DISTRICT for a in b.aliases}


def short_forms(reader: BodyReader) -> None:
    """Turn loose names that an acronym or a short form explains into mentions of their body."""
    aliases = dict(reader.bodies.by_alias)
    fragments: dict[str, set[str]] = defaultdict(set)
    for body in list(reader.bodies.all.values()):
        if body.kind == BODY:
            _owner(reader, body, aliases)
            base = _LEGAL.sub("", body.name)
            if not any(True for _ in districts().matches(base, "en")):
                aliases.setdefault(base, body.key)
            initials = "".join(w[0] for w in body.name.split(" ") if w[0].isupper())
            if len(initials) > 2 and initials not in words("bodies")["not_acronyms"]:
                fragments[initials].add(body.key)
            for fragment in _fragments(body.name):
                fragments[fragment].add(body.key)

    def named(short: str) -> str | None:
        keys = fragments.get(short, set()) if " " in short or not _is_town(reader.text, short) else set()
        return aliases.get(short) or (min(keys) if len(keys) == 1 else None)

    for body in reader.bodies.all.values():
        whose = body.name.rpartition(" of ")[2].removeprefix("the ") if not (body.parent or body.known) else ""
        owner = named(whose) if " of " in body.name else None
        if (
            owner
            and owner != body.key
            and reader.bodies[owner].kind == BODY
            and reader.bodies[owner].parent != body.key
        ):
            body.parent = owner
    for i, mention in enumerate(reader.mentions):
        if mention.kind == NAME and (key := named(mention.key)):
            reader.promote(i, key)


_IN = re.compile(r"\b(?:in|near|city of|town of|home to) ")
_WHOLE = re.compile(r"\b(?! [A-Z])")


def _is_town(text: str, word: str) -> bool:
    """Whether a text speaks of a word as of a place: the University of Delft is in Delft."""
    return any(text.startswith(word, place) and _WHOLE.match(text, place + len(word)) for place in _insides(text))


@lru_cache(maxsize=1)  # asked for every short name of one text
def _insides(text: str) -> tuple[int, ...]:
    return tuple(m.end() for m in _IN.finditer(text))


_SMALL = re.compile(r" ([a-z]+)\b(?! of\b)")
_GOVERNMENT = re.compile(
    r"(?:['’]s)? (?:municipal |district |county |provincial |city |local |people['’]s )?(?:government|authorities)\b"
)
_FOUNDING = frozenset(["embassy", "consulate", "branch"])


def small_heads(reader: BodyReader) -> None:
    """Take a place or nation with a head noun in small letters for the body of that name: "the Hebei federation"."""
    heads = frozenset(words("bodies")["small_heads"])
    nations = words("bodies")["adjectives"]
    for i, mention in enumerate(reader.mentions):
        government = _GOVERNMENT.match(reader.text, mention.end) if mention.kind == DISTRICT else None
        if government:
            acting = [b.key for b in reader.bodies.all.values() if b.district == mention.key and "Government" in b.name]
            key = acting[0] if len(acting) == 1 else mention.key
            kind = BODY if len(acting) == 1 else DISTRICT
            reader.mentions[i] = Mention(kind, mention.start, government.end(), key)
            continue
        following = _SMALL.match(reader.text, mention.end)
        if following is None or following.group(1) not in heads:
            continue
        surface = reader.text[mention.start : following.end()]
        if mention.kind == DISTRICT or (mention.kind == NAME and mention.key in nations):
            place, head = surface.split(" ")[0], following.group(1)
            fit = [b.key for b in reader.bodies.all.values() if _is_called(b, place, head)]
            if len(fit) == 1 or (not fit and head in _FOUNDING):
                body = reader.bodies.take(fit[0] if fit else reader.bodies.find(surface), surface, BODY)
                body.named += 1
                body.spans.append((mention.start, following.end()))
                if mention.kind == DISTRICT and body.district is None and not fit:
                    body.district = mention.key
                reader.mentions[i] = Mention(BODY, mention.start, following.end(), body.key)


_DESCRIBED = re.compile(
    r"\b[Tt]he (?P<word>[a-z]{3,}) (?P<head>group|company|bank|hospital|bureau|commission|committee|academy|federation"
    r"|association|college|park|fund|foundation|chamber|institute|office|department|laboratory|school|museum)\b"
)


def descriptions(reader: BodyReader) -> None:
    """Take a noun and a head in small letters, both words of one body's name, for that body: "the port group"."""
    own = [(b, set(b.name.casefold().split(" "))) for b in reader.bodies.all.values() if b.kind == BODY]
    for match in _DESCRIBED.finditer(reader.text):
        start, end = match.start("word"), match.end()
        fit = [b for b, words_ in own if {match["word"], match["head"]} <= words_ and b.spans and b.spans[0][0] < start]
        if len(fit) == 1:
            fit[0].spans.append((start, end))
            reader.mentions.append(Mention(BODY, start, end, fit[0].key))


def _is_called(body: Body, place: str, head: str) -> bool:
    return body.kind == BODY and body.name.startswith(f"{place} ") and head in body.name.casefold().split(" ")


def _fragments(name: str) -> Iterator[str]:
    """What a name may be called for short: its beginning, or that without the place before it."""
    parts = _LEGAL.sub("", name.partition(", ")[0]).split(" ")
    common = words("bodies")["not_short"]
    for start in (0, 1, 2):
        for end in range(start + 1, min(len(parts), start + _LONGEST) + 1):
            short = parts[start:end]
            if (start and short[0] in common) or short[-1] in _OPEN:
                continue
            capitals = (
                start == 0
                and short[0].isupper()
                and len(short[0]) > 1
                and short[0] not in words("bodies")["not_acronyms"]
            )
            if len(short) > 1 or capitals or (short[0] not in common and len(short[0]) > 3 and start < 2):
                yield " ".join(short)


def _owner(reader: BodyReader, body: Body, aliases: dict[str, str]) -> None:
    """Whose unit a body is: by the table, or by the short name that its own begins with (BIT Institute)."""
    above = institutions().by_id(body.known).parent if body.known else None
    parts = body.name.split(" ")
    named = next((aliases[p] for n in (4, 3, 2, 1) if (p := " ".join(parts[:n])) in aliases and n < len(parts)), None)
    for key in (above, named):
        owner = reader.bodies.get(key)
        if owner is None or (key == above and (owner.type != "university" or "Hospital" in body.name)):
            continue  # an academy's institutes, a city's bureaus and a university's hospitals act for themselves
        if owner.kind == BODY and owner.key != body.key and body.parent is None and owner.parent != body.key:
            body.parent = owner.key
