"""The side of each person at a meeting: by the body that the person stands for, else by the company in the text."""

import re
from itertools import pairwise

from graph.facts import Side
from loaders.extraction.chinese.actors import StandsFor
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.gatherings import Gathering
from loaders.extraction.chinese.people import Person

_WITH_VISITORS = re.compile("随团|随行|随同|随访|同行")
_WITH_HOSTS = re.compile("陪同(?:调研|考察|参观|会见|座谈|走访|访问|接待)|参加接待|接待了")
_LISTED = re.compile("[、，,；;和及]|以及")


def sides(text: str, found: Gathering, stands_for: StandsFor) -> dict[Person, Side]:
    """The sides of the persons of a gathering, as far as the text tells them."""
    told: dict[Person, Side] = dict(found.votes.persons)
    loose: dict[Person, None] = {}
    others: dict[Person, None] = {}
    for mention in found.present:
        body = stands_for(mention.person)
        side = _of_body(mention.heading, found) if mention.heading is not None else None
        side = side or (_of_body(body, found) if body is not None else None)
        if side is not None:
            told[mention.person] = side
        elif body is None or not (_over_both(body.root, found) or _third(body, found)):
            others[mention.person] = None
            if body is None or (body.known is None and body.root.kind != "district" and body.district is None):
                loose[mention.person] = None
    _by_opposite(text, found, told)
    _by_neighbours(text, found, others if found.hosts and found.visitors else loose, told)
    _by_sentence(text, found, told)
    if found.home is not None and found.home in found.hosts:
        for person in loose:
            told.setdefault(person, "host")
    return told


def _of_body(body: Body, found: Gathering) -> Side | None:
    """Units and organs are of the side of their whole; a district below the host receives with it; a firm or an office
    that has the host's district in its name is the host's."""
    if any(body.within(b) or (_below(body.root, b) and body.root not in found.hosts) for b in found.visitors):
        return "visitor"
    if any(body.within(b) or _below(body.root, b) or _superior(body.root, b) for b in found.hosts):
        return "host"
    if body.district is None or (body.known is not None and body.kind != "park"):
        return None
    hosts = [h for h in found.hosts if h.kind == "district"]
    cities = [h.district for h in hosts if h.district is not None and h.district.level == "city"]
    if body.district in hosts or body.district in cities:
        return "host"
    return "visitor" if body.district in found.visitors else None


def _superior(above: Body, host: Body) -> bool:
    """Whether ``above`` is the city that the host lies in: its officials receive with it. A province's or a
    municipality's come as guests of both sides."""
    return above is host.district and above.level not in ("province", "municipality")


def _over_both(body: Body, found: Gathering) -> bool:
    """Whether ``body`` is a ministry, or the province or municipality of a side: who comes from there is of neither."""
    if body.kind == "government" and body.known is not None and body.district is None and body.parent is None:
        return True
    if body.kind != "district" or body.level not in ("province", "municipality"):
        return False
    places = [b if b.kind == "district" else b.district or b.seat for b in (*found.hosts, *found.visitors)]
    return any(p is not None and _below(p, body) for p in places)


def _third(body: Body, found: Gathering) -> bool:
    """Whether ``body`` is a known one that only attended: who is listed next tells nothing of its side."""
    return body.root.known is not None and body.root in found.votes.attended


def _below(district: Body, other: Body) -> bool:
    above = district.district if district.kind == "district" else None
    return above is not None and (above is other or _below(above, other))


def _by_neighbours(text: str, found: Gathering, loose: dict[Person, None], told: dict[Person, Side]) -> None:
    """A person of an unknown body is of the side of those listed next."""
    ordered = list(found.present)
    pairs = list(pairwise(ordered))
    listed = [(a.person, b.person) for a, b in pairs if _LISTED.fullmatch(text, a.end, max(a.end, b.opening))]
    for known, unknown in [*listed, *((b, a) for a, b in reversed(listed))]:
        if unknown in loose and known in told:
            told.setdefault(unknown, told[known])


def _by_opposite(text: str, found: Gathering, told: dict[Person, Side]) -> None:
    """甲与乙签署, 甲与乙座谈: who is not known to be of a side is of the other one."""
    if not (found.hosts and found.visitors):
        return
    for a, b in pairwise(found.present):
        if text[a.end : max(a.end, b.opening)] in ("与", "同"):
            for one, other in ((a.person, b.person), (b.person, a.person)):
                if one in told and other not in told:
                    told[other] = "visitor" if told[one] == "host" else "host"


def _by_sentence(text: str, found: Gathering, told: dict[Person, Side]) -> None:
    """等随团考察 behind a list: they came along; 陪同调研: they are of the place."""
    if not (found.hosts and found.visitors):
        return
    for sentence in found.scene.sentences:
        side: Side | None = None
        if _WITH_VISITORS.search(text, sentence.start, sentence.end):
            side = "visitor"
        elif _WITH_HOSTS.search(text, sentence.start, sentence.end):
            side = "host"
        if side is not None:
            for mention in found.present.between(sentence.start, sentence.end):
                told.setdefault(mention.person, side)
