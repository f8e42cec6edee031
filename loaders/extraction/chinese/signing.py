"""One signing as a sentence tells it, and the patterns of the words that tell of one."""

import re
from dataclasses import dataclass
from functools import cache

from graph.facts import Status
from loaders.extraction.chinese.bodies import Body
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.people import Person
from loaders.extraction.chinese.plans import cancelled, intending
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.dates.mention import DateMention

CLAUSE = 300
"""Characters of a clause: a sentence without marks is no reason to read all of it for each of its verbs."""
_COUNTS = {"两": 2, "双": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}


@dataclass(frozen=True, slots=True)
class Signing:
    """One agreement as one sentence tells it; ``parties`` are empty where it says 双方 or nothing."""

    sentence: Sentence
    status: Status
    parties: tuple[Body, ...]
    signatories: tuple[tuple[Person, Body | None], ...]
    """Who signed, each with the body that the signature binds."""
    subject: str | None
    place: int
    signed_in: Sentence
    """The sentence that names the signatories."""
    date: DateMention | None = None
    leaning: bool = False
    """Whether the parties are only those that the signatories of 双方 stand for."""
    ceremony: bool = False
    """Whether the sentence has but a word of a ceremony (签约仪式), no document."""
    number: int | None = None
    """How many sides there are, where the sentence but counts them: 2 for 双方, 3 for 三地."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns, by what they find."""
    lists = words("events")["agreements"]
    verb, document = alternation(lists["verbs"]), alternation(lists["documents"])
    topic, relation = alternation(lists["topics"]), alternation(lists["relations"])
    return {
        "signing": re.compile(
            f"(?P<verb>{verb})(?:了|的|下|并|好|过|有)?[^，。；]{{0,40}}?(?P<document>{document})|"
            f"(?P<document2>{document})[^，。；]{{0,60}}?(?P<verb2>(?:分别|共同|代表[^，。；]{{1,20}}?)*{verb})(?![^，。；]{{0,12}}{document})|"
            f"(?P<relation>(?:建立|缔结|结成|结为|构建|形成|确立|缔造)[^，。；]{{0,20}}{relation})|"
            f"(?P<verb3>代表[^，。；]{{1,30}}(?:签署|签订|签约|签字|签))|(?P<verb4>签约仪式|签字仪式|签约(?!{topic}|(?:项目|企业)?[0-9]))|"
            f"(?P<deal>达成(?:了)?[^，。；]{{0,6}}?合作(?![^，。；]{{0,6}}(?:意向|共识|意愿|协议|方案)))|"
            f"在[^，。；]{{0,12}}上签字|(?P<sign>签名|落笔|签字|签署(?:人|代表)(?=为|是|有|：|分别))|(?P<intended>{alternation(lists['intended'])})"
        ),
        "verb": re.compile(f"(?:代表[^，。；]{{1,30}}?)?{verb}(?:了|的|下|并|好|过|有)?"),
        "document": re.compile(f"(?:《[^》]{{2,60}}》|[\u3400-\u9fff]{{0,12}}?{document})"),
        "past": re.compile(alternation(lists["past"])),
        "future": re.compile(alternation(lists["future"])),
        "negated": re.compile(f"{alternation(lists['negated'])}[^，。]{{0,3}}$|原定|原计划|本拟"),
        "due": re.compile(f"{intending()}[^，。；]{{0,8}}$"),
        "dated": re.compile(f"{alternation(lists['future'], words('events')['intending'])}[于在]?$"),
        "cancelled": re.compile(cancelled()),
        "failed": re.compile(f"{alternation(lists['negated'])}(?:能|有|正式|能够|最终)*{verb}"),
        "witnessed": re.compile("见证(?:了)?"),
        "anybody": re.compile("[与和同](?:更多|各|广大|其他|其它|众多|国内外|社会|兄弟)"),
        "both": re.compile("(?P<number>[双两三四五六七八])(?:方|校|地|院|家|市|区|县)|各方"),
        "plan": re.compile("(?:原则)?同意|约定|商定|打算|计划|希望|期待|争取|力争|决定|拟"),
        "agreed": re.compile("(?:约定|商定|敲定|议定|说好|谈妥|商妥|决定)(?:了)?[：，]"),
        "going_to": re.compile("(?:将|拟|计划)(?:与|和|同|赴|到|前往|会见|举行|组织)"),
        "event": re.compile("[会坛展节]|仪式|活动"),
    }


def clause_of(bare: str, place: int) -> int:
    """Where the clause that ``place`` lies in begins; what has no mark for long is read in part."""
    floor = max(0, place - CLAUSE)
    return max(floor, 1 + max(bare.rfind(mark, floor, place) for mark in "，。；,;：:"))


def number_of_sides(bare: str, end: int) -> int | None:
    """How many sides the words before ``end`` count last: 双方, 三地."""
    told = [hit["number"] for hit in patterns()["both"].finditer(bare, max(0, end - CLAUSE), end)]
    return _COUNTS.get(told[-1] or "") if told else None
