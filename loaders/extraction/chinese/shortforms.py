"""Short forms of bodies that the article names in full: 力神电池 and 力神公司 of 天津力神电池股份有限公司, 十八所 of
某集团第十八研究所, 安贞医院 of 某大学附属北京安贞医院. No table can list them; how they are made is regular."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import ahocorasick

from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions
from loaders.extraction.chinese.bodies import ORGANS, Body, BodyIndex, BodyMention, Kind
from loaders.extraction.chinese.lexicon import alternation, flat, words
from loaders.extraction.chinese.names import edge
from loaders.extraction.chinese.register import Register

NAMED_IN_FULL = ("district", "government", "party", "university")
"""Kinds of body whose short forms are in the tables, or no names."""
LONGEST = 10
"""Characters of a proper name that a short form may draw from."""
FULL = 4
"""Characters from which on the end of a name may stand for the whole."""
REMEMBERED = 4096
"""Names whose forms are kept: articles of one region name the same bodies."""
MANY = 60
"""Firms of one article up to which each is compared with each."""
_BRACKETS = re.compile("[（(].*?[）)]")
_FIRM = ("集团公司", "公司", "集团", "股份", "")
"""What may stand behind the proper name of a firm."""
_LEVEL = re.compile("(?<=^[一-龥]{2})[省市]")
_INSTITUTE = re.compile("(?:研究|设计|规划|科学)(?:研究)?(?P<end>[院所])$")
_NUMBER = re.compile("第?([一二三四五六七八九十]{1,3}|[0-9]{1,3})$")
_NUMBERED = re.compile("第?([一二三四五六七八九十]{1,4}|[0-9]{1,3})(?:研究)?([所院])")
_SIGN_OF_FIRM = re.compile("(?:集团公司|公司|集团)$")
_DIGITS = "零一二三四五六七八九"
_GENERAL_HOSPITAL = frozenset("第人中儿口肿妇省市县区")
"""How the proper part of a hospital's name begins where it is none (人民医院, 中医院)."""


@dataclass(frozen=True, slots=True)
class Form:
    """A way to name a body: ``start``, then in their order any of the characters of ``rest``, then one of ``tails``."""

    start: str
    rest: str
    tails: tuple[str, ...]

    def end(self, text: str, place: int) -> int | None:
        """Where the form ends that begins with ``start`` at ``place``; None where its tail is missing."""
        end, drawn = place + len(self.start), 0
        while end < len(text) and (at := self.rest.find(text[end], drawn)) >= 0:
            drawn, end = at + 1, end + 1
        return next((end + len(tail) for tail in self.tails if text.startswith(tail, end)), None)


@cache
def _grammar() -> dict[str, re.Pattern[str]]:
    titles = words("titles")
    return {
        "legal": re.compile("(?:集团)?(?:股份|控股)?(?:有限)?(?:责任)?(?:总|分)?公司$|(?:控股)?集团$"),
        "sign": re.compile("(?:公司|集团|医院|[院所])$"),
        "post": re.compile(alternation(flat(titles["heads"]), titles["ranks"], titles["committees"])),
        "general": re.compile("|".join(["中国", "国家", "全国", "首都", *words("bodies")["countries"]])),
    }


def find(text: str, index: BodyIndex) -> tuple[list[BodyMention], dict[Body, Body]]:
    """The places of ``text`` that name a body of ``index`` by a short form, and which bodies of ``index`` turn out to
    be others under a short form."""
    bodies = list({m.body: None for m in index})
    same = _same(bodies)
    found = []
    for start, end, owners in _hits(text, [b for b in bodies if b not in same]):
        cover = index.covering(start)
        exact = cover is not None and (cover.start, cover.end) == (start, end)
        if cover is not None and exact:
            owners.discard(cover.body)
        if len(owners) != 1:
            continue
        body = owners.pop()
        if cover is not None and exact:
            if cover.body.known is None and not cover.body.within(body):
                same[cover.body] = body
        elif cover is None or (cover.start == start and cover.end < end):
            found.append(BodyMention(start, end, body))
            body.aliases[text[start:end]] = None
    return found, {short: same.get(body, body) for short, body in same.items()}


def _same(bodies: Sequence[Body]) -> dict[Body, Body]:
    """The bodies of no table whose name is the end of just one other's: 安贞医院, 某大学附属安贞医院."""
    owners: dict[str, dict[Body, None]] = defaultdict(dict)
    for body in bodies:
        if body.kind not in (*ORGANS, "district"):
            for end in _ends(_BRACKETS.sub("", body.name), _whole(body)):
                owners[end][body] = None
    firms = [b for b in bodies if b.kind == "company"]
    for firm in firms if len(firms) <= MANY else ():
        core = _SIGN_OF_FIRM.sub("", firm.name)
        for longer in firms if len(core) > FULL and firm.known is None else ():
            if longer is not firm and len(longer.name) > len(firm.name) and _pieces(core, longer.name):
                owners[firm.name][longer] = None
    found = {}
    for short in bodies:
        wholes = [b for b in owners.get(short.name, ()) if b is not short]
        whole = max(wholes, key=lambda b: len(b.name), default=short)
        one = all(whole.name.startswith(b.name) for b in wholes)
        if short.known is None and len(short.name) >= FULL and whole is not short and one:
            found[short] = whole
    return found


def _pieces(short: str, name: str) -> bool:
    """Whether ``short`` consists of pieces of ``name``, in order and of two characters or more: 副中心|投资."""
    place = at = 0
    while at < len(short):
        length = next((n for n in range(len(short) - at, 1, -1) if name.find(short[at : at + n], place) >= 0), 0)
        if not length:
            return False
        place = name.find(short[at : at + length], place) + length
        at += length
    return True


def _hits(text: str, bodies: Iterable[Body]) -> Iterator[tuple[int, int, set[Body]]]:
    """The longest form at each place, with all whose form it is."""
    forms: dict[str, dict[tuple[Form, Body], None]] = defaultdict(dict)
    for body in bodies:
        if body.kind not in NAMED_IN_FULL and not body.weak:
            for name in (body.name, *body.aliases):
                for form in _forms(_BRACKETS.sub("", name), body.kind, _whole(body)):
                    forms[form.start][form, body] = None
    automaton = ahocorasick.Automaton()
    for start, owners in forms.items():
        automaton.add_word(start, (len(start), tuple(owners)))
    automaton.make_automaton()
    places: dict[int, dict[int, set[Body]]] = defaultdict(lambda: defaultdict(set))
    for last, (length, owners) in automaton.iter(text) if forms else ():
        place = last + 1 - length
        for form, body in owners:
            end = form.end(text, place)
            if end is not None and _is_name(text, place, end):
                places[place][end].add(body)
    for place in sorted(places):
        end = max(places[place])
        yield place, end, places[place][end]


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the form is more than the first two characters of a name, and ends where a word ends."""
    if _grammar()["sign"].search(text, start, end):
        return True
    return end - start > 2 and (edge(text, end) > 0 or bool(_grammar()["post"].match(text, end)))


@lru_cache(maxsize=REMEMBERED)
def _forms(name: str, kind: Kind, whole: str | None) -> tuple[Form, ...]:
    """The forms of a name of that kind, below ``whole``."""
    return tuple(_made(name, kind, whole))


def _made(name: str, kind: Kind, whole: str | None) -> Iterator[Form]:
    if len(name) < FULL + 2:
        return
    lists = words("bodies")
    proper = name
    for end in _ends(name, whole):
        if len(end) >= FULL and end not in lists["generic"] and end[0] != "第":
            yield Form(end, "", ("",))
        proper = end
    if kind == "company":
        for firm in dict.fromkeys((_without_places(name), proper)):
            legal = _grammar()["legal"].search(firm)
            if legal and legal.start() > 1 and firm[: legal.start()] not in lists["plain_beginnings"]:
                stem = name[: name.index(firm) + legal.start()]
                yield Form(stem, "", _FIRM)
                yield Form(_LEVEL.sub("", stem, count=1), "", _FIRM)
                yield _drawn(firm[: legal.start()], _FIRM)
    elif institute := _INSTITUTE.search(proper):
        inner, end = proper[: institute.start()], institute["end"]
        if number := _NUMBER.fullmatch(inner):
            for numeral in _numerals(number[1]):
                yield Form(numeral, "", (f"研究{end}", end))
        elif len(inner) > 1:
            yield _drawn(inner, (f"研究{end}", end))
    elif proper.endswith("医院") and len(proper) > FULL and proper[0] not in _GENERAL_HOSPITAL:
        yield Form(proper[:2], "", ("医院",))


def _without_places(name: str) -> str:
    """The name without the places that it begins with."""
    while ends := [m.end for m in districts().matches(name, "zh") if m.start == 0]:
        name = name[max(ends) :]
    return name


def _whole(body: Body) -> str | None:
    return body.parent.name if body.parent is not None else None


@lru_cache(maxsize=REMEMBERED)
def _ends(name: str, whole: str | None) -> tuple[str, ...]:
    """The name without the places and wholes that it begins with, one after the other."""
    return tuple(_shorter(name, whole))


def _shorter(name: str, whole: str | None) -> Iterator[str]:
    if whole is not None and name.startswith(whole) and len(name) > len(whole) + 2:
        name = name[len(whole) :]
        yield name
    while True:
        places = [m.end for m in districts().matches(name[:-2], "zh") if m.start == 0]
        wholes = [m.end for m in institutions().matches(name[:-2], "zh") if m.start == 0]
        general = _grammar()["general"].match(name)
        ends = [*places, *wholes, general.end() if general else 0, name.find("附属") + 2 if "附属" in name else 0]
        cut = max((e for e in ends if e < len(name) - 2), default=0)
        if not cut:
            return
        if places and cut == max(places) and name[cut - 1] in "省市区县":
            yield name[cut - 1 :]  # 省农林科学院
            yield name[: cut - 1] + name[cut:]  # 阜平职教中心
        name = name[cut:].removeprefix("附属")
        yield name


def _drawn(proper: str, tails: tuple[str, ...]) -> Form:
    """The first two characters, and any of the following in their order: 中海油服 of 中海油田服务."""
    general = proper[:2] in words("bodies")["plain_beginnings"]
    return Form(proper, "", tails) if general else Form(proper[:2], proper[2:LONGEST], tails)


def _numerals(number: str) -> tuple[str, ...]:
    """The number in both scripts."""
    value = int(arabic(number))
    if value > 99:
        return (number,)
    tens, units = divmod(value, 10)
    han = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[units] if units else "")
    return (han, str(value))


def arabic(number: str) -> str:
    """A number up to 99 of Chinese numerals, or one of digits, in digits."""
    if number.isdigit():
        return number
    tens, ten, units = number.rpartition("十")
    digits = [10 * (_DIGITS.find(tens) if tens else 1) if ten else 0, _DIGITS.find(units) if units else 0]
    return str(sum(digits))


def numbered(text: str, index: BodyIndex, register: Register) -> Iterator[BodyMention]:
    """The institutes of a company that have a number for a name: 某集团|13所, the same as its 第十三研究所."""
    known: dict[tuple[Body, str, str], Body] = {}
    for mention in index:
        whole, numeral = mention.body.parent, _NUMBERED.search(text, mention.end - 8, mention.end)
        if whole is None or numeral is None or numeral.end() != mention.end or mention.end - mention.start < 8:
            continue
        same = known.setdefault((whole, arabic(numeral[1]), numeral[2]), mention.body)
        if same is not mention.body:
            register.unite(mention.body, same)
            yield BodyMention(mention.start, mention.end, same)
    for mention in index:
        hit = _NUMBERED.match(text, mention.end) if mention.body.kind == "company" else None
        if hit is not None:
            key = (mention.body, arabic(hit[1]), hit[2])
            surface = text[mention.start : hit.end()]
            if key not in known:
                known[key] = register.named(surface, "research_institute", parent=mention.body)
            known[key].also(surface)
            yield BodyMention(mention.start, hit.end(), known[key])
