"""For whom those sign whose body no text names: a mayor for the city, who is left for the party that is left."""

import re
from collections.abc import Mapping, Sequence

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.events import is_signing
from loaders.extraction.english.offices import can_have
from loaders.extraction.english.parties import bodies, pairings, signers, without_witnesses
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.signing import signings
from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON

_NEAR = 3
"""Sentences back to one that names the parties of what is signed."""
_ROW = re.compile(r"(?:[Oo]n [^ⓅⒾⓁ,]{0,20}Ⓓ, )?(?:[Tt]he )?[ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])+")
"""Those who do something together: "A and B founded an alliance on Ⓓ"."""
_MOST = 5
"""Parties of a paper that has a signatory each."""


def signs_for(
    reading: Reading, camps: Camps, number: int, people: Mapping[str, tuple[str, str | None]]
) -> dict[str, str]:
    """The camp that each of the signatories of sentence ``number`` acts for who has no body of its own, where one each
    can be told. ``people``: each person's title there and body, None where the text names none."""
    sentence = reading.sentences[number]
    if not is_signing(sentence):
        return {}
    told = [p for act in signings(sentence) for p in signers(act.sentence, act.start, act.passive)]
    acting = list(dict.fromkeys(told or (m.key for m in without_witnesses(sentence) if m.kind == PERSON)))
    parties = _parties(reading, camps, number)
    if not 1 < len(parties) == len(acting) <= _MOST or any(p not in people for p in acting):
        return {}
    left = list(parties)
    for body in (people[p][1] for p in acting):
        camp = _among(camps, body, left) if body else None
        if body and camp is None:
            return {}
        left = [c for c in left if c != camp]
    return _assigned({p: people[p][0] for p in acting if people[p][1] is None}, left, camps)


def _assigned(titles: Mapping[str, str], left: list[str], camps: Camps) -> dict[str, str]:
    """Each person's camp among those ``left``: the only one that has such an office, else the one at the same place."""
    found: dict[str, str] = {}
    while titles.keys() - found.keys():
        open_ = [p for p in titles if p not in found]
        fit = {p: [c for c in left if any(can_have(b, titles[p]) for b in camps.members(c))] for p in open_}
        sure = next((p for p in open_ if len(fit[p]) == 1), None)
        if sure is None:
            in_order = dict(zip(open_, left, strict=False))
            return found | in_order if all(c in fit[p] for p, c in in_order.items()) else found
        found[sure] = fit[sure][0]
        left = [c for c in left if c != found[sure]]
    return found


def _parties(reading: Reading, camps: Camps, number: int) -> list[str]:
    """The camps that the last sentence names together which tells of the signing, up to sentence ``number``."""
    for sentence in reversed(reading.sentences[max(0, number - _NEAR) : number + 1]):
        for act in signings(sentence):
            for pair in pairings(act):
                named = bodies(reading, camps, act.sentence, pair)
                if len(named) > 1:
                    return list(named)
        row = _ROW.match(sentence.skeleton)
        named = {camps.of(m.key): m.key for m in sentence.within(*row.span(), BODY + DISTRICT)} if row else {}
        if len(named) > 1:
            return list(named)
    return []


def _among(camps: Camps, body: str, left: Sequence[str]) -> str | None:
    """Which of the parties a body belongs to: its own camp, or the company whose branch it is by its first word."""
    if camps.of(body) in left:
        return camps.of(body)
    first = camps.bodies[body].name.split(" ")[0]
    if camps.bodies.by_alias.get(first, first) in {b.key for b in camps.bodies.all.values() if b.kind == DISTRICT}:
        return None  # two firms of one city
    own = [c for c in left for b in camps.members(c) if b.type == "company" and b.name.split(" ")[0] == first]
    return own[0] if len(own) == 1 else None
