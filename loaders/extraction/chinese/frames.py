"""Verb frames of a sentence: who came to whom. Each frame votes; the votes of a scene decide its sides."""

import re
from functools import cache

from loaders.extraction.chinese.actors import Actor, roots
from loaders.extraction.chinese.courtesies import COURTESIES
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.telling import Telling
from loaders.extraction.chinese.venues import premises, venue

_AHEAD = re.compile("(?:还将|也将|将[与和同]|拟[与和同]|下一步|今后)[^，。；]*$")
"""Words that put a verb behind them into the time to come."""
_JOINS = re.compile("(?:参加|出席|参与|列席)了?(?:此次|这次|本次)?$")
"""Before 会见: who was there when others received."""
_THERE = re.compile("[^，。；]{1,16}，(?:并|先后)?(?:[与和同]|拜会|会见|拜访)")
"""Behind a verb of motion: where to, and with whom they talked there."""
_ALONE = re.compile("(?:[0-9]+[月日]|[上下]午)*(?:在[^，。；与和同]{1,10})?(?:专门|组织|隆重)?")
"""Between who calls a meeting and the verb."""
_NOBODY = re.compile("\\s*(?:[0-9：:时点分半日月上下午晚，　 ]*)(?:在[^，。]{1,12})?")
_PARTY = re.compile("代表团|考察团|考察组|调研组|访问团|一行|团队|[他她]们")
"""Words for those who came, named before."""
_PARTIES = ("一行", "等一行")
"""Behind who came with others: 市长与某公司董事长一行座谈."""
_ARRIVALS = ("来到", "前往", "走进", "踏进", "走入")
"""Verbs of motion that need no purpose behind: who 来到 a body has come to it."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    home, motion = events["home"], events["motion"]
    return {
        "visit": re.compile(alternation(w for w in events["visit"] if w not in motion and w not in home)),
        "motion": re.compile(f"(?<![得以从受看感谈说年收达遇签提])(?<!近年){alternation(motion)}"),
        "purpose": re.compile(alternation(events["purposes"])),
        "home": re.compile(alternation(home)),
        "receive": re.compile(alternation(events["receive"])),
        "talk": re.compile(alternation(events["talk"], events["video"])),
        "organise": re.compile(alternation(events["organise"])),
        "convene": re.compile("(?:召开|举办)[^，。；]{0,24}?(?:会|论坛|仪式)"),
        "head": re.compile(alternation(events["head"], ["带着"])),
        "with": re.compile("[与和同]"),
    }


def vote(telling: Telling) -> None:
    """Add what the frames of a sentence tell to its votes."""
    for frame in (*COURTESIES, _home, _visit, _motion, _receive, venue, premises, _organised, _convened, _talk):
        frame(telling)


def _visit(telling: Telling) -> None:
    """A 拜访 B, A 在 B 考察: the subject visits the object. A 与到访的 B 座谈: the subject receives."""
    for hit in telling.finds(_patterns()["visit"]):
        if telling.text[hit.end() : hit.end() + 1] == "的":
            guest = telling.after(hit.end() + 1, 4)
            hosts = [a for a in telling.before(hit.start()) if guest is not None and a.root is not guest.root]
            if guest is not None and hosts:
                telling.votes.came([guest], hosts, 3 * telling.weight)
            continue
        _came(telling, hit.start(), telling.after(hit.end(), 24) or _place_before(telling, hit.start()))


def _motion(telling: Telling) -> None:
    """A 到 B 调研, A 来到 B: motion with a purpose behind, or a verb of arrival."""
    for hit in telling.finds(_patterns()["motion"]):
        host = telling.after(hit.end(), 8)
        arrives = hit.group() in _ARRIVALS
        if host is None and arrives:
            mine = roots(a for a in telling.present if a.start < hit.start())
            behind = (a for a in telling.present if a.start >= hit.end() and a.body is not None)
            host = next((a for a in behind if a.root not in mine), None)
        host = host or _met_there(telling, hit.end())
        if host is None or (host.person is not None and not arrives and telling.before_comma(hit.end(), host)):
            continue
        end = min(telling.sentence.end, host.end + 40)
        if arrives or hit.group() in ("赴", "莅临") or _patterns()["purpose"].search(telling.text, host.end, end):
            _came(telling, hit.start(), host)


def _met_there(telling: Telling, place: int) -> Actor | None:
    """赴 some place, |与 B 座谈: who came there came to B."""
    going = _THERE.match(telling.text, place, telling.sentence.end)
    if going is None or any(place <= a.start < going.end() for a in telling.present):
        return None
    return next((a for a in telling.present if a.opening == going.end() and a.body is not None), None)


def _came(telling: Telling, place: int, host: Actor | None) -> None:
    if host is None:
        return
    visitors = [a for a in telling.before(place) if a is not host and a.root is not host.root]
    if visitors:
        telling.votes.came(visitors, telling.with_list(host), 2 * telling.weight)
        return
    if telling.party is not None and _PARTY.search(telling.text, telling.sentence.start, place):
        party = Actor(place, place, place, telling.party)
        if party.root is not host.root:
            telling.votes.came([party], telling.with_list(host), 2 * telling.weight)
            return
    strangers = [a.person for a in telling.present if a.end <= place and a.person is not None and a.body is None]
    if strangers and host.person is None:
        telling.votes.came([], [host], 2 * telling.weight)
        telling.votes.persons.update(dict.fromkeys(strangers, "visitor"))


def _place_before(telling: Telling, place: int) -> Actor | None:
    """B in A 在 B 考察, and the first of several."""
    ahead = [a for a in telling.present if a.end <= place and a.person is None and a.body is not None]
    if not ahead or place - ahead[-1].end >= 12 or any(ahead[-1].end < a.end <= place for a in telling.present):
        return None
    first = ahead[-1]
    for actor in reversed(ahead[:-1]):
        if not telling.lists(actor, first):
            break
        first = actor
    return first if telling.at(first) or telling.text[first.start - 1 : first.start] == "来" else None


def _home(telling: Telling) -> None:
    """A 来校, A 来访: the host is who tells it."""
    for hit in telling.finds(_patterns()["home"]):
        home = telling.place if hit.group()[1:] in ("区", "市", "县", "我区", "我市", "我县") else telling.home
        visitors = [a for a in telling.before(hit.start()) if home is not None and a.root is not home.root]
        if visitors:
            host = Actor(hit.start(), hit.end(), hit.start(), home)
            telling.votes.came(visitors[-3:], [host], 2 * telling.weight)


def _receive(telling: Telling) -> None:
    """A 会见 B: the subject receives. A 热情接待 without an object too. Who only 参加会见 is of no side for that."""
    for hit in telling.finds(_patterns()["receive"]):
        if telling.text[hit.start() - 1] == "的":  # a noun: 感谢某市的热情接待
            continue
        subjects = telling.subject(hit.start())
        if _JOINS.search(telling.text, telling.sentence.start, hit.start()):
            telling.votes.attended.update(dict.fromkeys(roots(subjects)))
            for actor in subjects:
                telling.votes.word(actor)
            continue
        guest = telling.after(hit.end(), 30)
        following = telling.text[hit.end() : hit.end() + 2]
        if subjects and guest is None and following[:1] in "。，；、了":
            hosts = [a for a in subjects if a.root is subjects[-1].root]
            others = [a for a in telling.before(hit.start()) if a.root is not subjects[-1].root]
            telling.votes.came(others, hosts, telling.weight)
        elif not subjects and guest is not None and telling.home is not None and _opens(telling, hit.start()):
            if guest.root is not telling.home.root:  # 会见某某: who tells it receives
                host = Actor(hit.start(), hit.start(), hit.start(), telling.home)
                telling.votes.came(telling.with_list(guest), [host], 2 * telling.weight)
        elif len(roots(subjects)) != 1:
            continue
        elif guest is not None and guest.root is not subjects[0].root and following not in ("座谈", "会谈", "交流"):
            guests = [a for a in telling.with_list(guest) if a.root is not subjects[0].root]
            telling.votes.came(guests, subjects, 2 * telling.weight)


def _opens(telling: Telling, place: int) -> bool:
    """Whether nobody stands before a verb: but a time, and where it was."""
    return _NOBODY.fullmatch(telling.text, telling.sentence.start, place) is not None


def _organised(telling: Telling) -> None:
    """由 A、B 主办的论坛: the organisers are the hosts."""
    for hit in telling.finds(_patterns()["organise"]):
        for actor in telling.subject(hit.start()):
            if actor.root is not None and actor.person is None:
                telling.votes.host[actor.root] += 3 * telling.weight
                telling.votes.word(actor)
                telling.votes.organised = True


def _convened(telling: Telling) -> None:
    """A 在京召开对接会: who alone calls a meeting receives."""
    for hit in telling.finds(_patterns()["convene"]):
        subjects = telling.subject(hit.start())
        actor = subjects[-1] if subjects else None
        if actor is None or actor.person is not None or actor.root is None or len(roots(subjects)) > 1:
            continue
        alone = all(a.root is actor.root for a in telling.before(actor.start))
        if alone and _ALONE.fullmatch(telling.text, actor.end, hit.start()):
            telling.votes.host[actor.root] += telling.weight
            telling.votes.word(actor)


def _talk(telling: Telling) -> None:
    """A 与 B 座谈, A 和 B 签约: they met, without a direction; A 率队与 B 座谈: A came."""
    hits = _patterns()["talk"].finditer(telling.text, telling.sentence.start, telling.sentence.end)
    hit = next((h for h in hits if not _AHEAD.search(telling.text, telling.sentence.start, h.start())), None)
    party = _PARTY.search(telling.text, telling.sentence.start, hit.start()) if hit and telling.party else None
    acting = [a for a in telling.present if a.body is not None and (a.person is not None or not a.body.weak)]
    acting = [a for a in acting if not telling.votes.only_place(telling.text, a, telling.present)]
    if party is not None and telling.party is not None and len(roots(acting)) == 1:
        met = roots(acting)
        if telling.party.root not in met:
            guest = Actor(party.start(), party.end(), party.start(), telling.party)
            telling.votes.came([guest], [*met.values()], telling.weight)
        return
    if hit is None or len(roots(acting)) < 2:
        return
    telling.votes.met = True
    for actor in acting:
        telling.votes.word(actor)
    link = _patterns()["with"].search(telling.text, acting[0].end, hit.start())
    came = [a for a in acting if link and a.start >= link.start() and telling.text.startswith(_PARTIES, a.end)]
    if came and not _patterns()["head"].search(telling.text, acting[0].end, link.start() if link else 0):
        guests = [a for a in acting if a.root is came[-1].root]
        telling.votes.came(guests, [a for a in acting if a.end <= came[0].opening and a not in guests], telling.weight)
        return
    lead = _patterns()["head"].search(telling.text, acting[0].end, link.start()) if link else None
    if link and lead:
        visitors = [a for a in acting if a.end <= lead.start() and (a.person is not None or not telling.at(a))]
        host = [a for a in acting if a.start >= link.end()][:1]
        telling.votes.came(visitors, [a for a in host if a.root not in roots(visitors)], telling.weight)
