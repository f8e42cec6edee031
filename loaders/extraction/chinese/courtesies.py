"""Words between host and guest: 欢迎, 感谢接待, 应邀, 迎候, 来了客人, 登门. They tell who came to whom."""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from loaders.extraction.chinese.actors import Actor, roots
from loaders.extraction.chinese.lexicon import alternation, words
from loaders.extraction.chinese.telling import Telling


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    events = words("events")
    host = "(?:接待|款待|招待|迎接|陪同|安排)"
    return {
        "guests": re.compile(
            "(?:[与同和]|[向给为]|带领|引领|陪同|领着|陪着)(?:到访|来访|来校|远道而来|[一两几各]位|这批)?的?"
            "(?:客人|来宾|考察团|代表团|代表|来访者|来访)(?!意)"
        ),
        "welcome": re.compile("(?:对|向)(?P<whom>[^。]{1,60}?)(?:表示|致以)[^。，]{0,8}(?:欢迎)"),
        "welcomes": re.compile("欢迎(?P<whom>[^。，]{2,50})"),
        "thanks": re.compile(f"(?:感谢|对)(?P<whom>[^。，]{{2,40}}?)(?:热情|盛情|周到|精心)(?:的)?{host}"),
        "invited": re.compile("(?:受|应)(?P<whom>[^。，]{2,50}?)(?:的)?(?:之邀|之约|邀请|盛邀|相邀)"),
        "fetched": re.compile(
            "[把将](?P<whom>[^。，]{2,40}?)(?:再次|专门|特意|一行)*(?:请到|请进|请来|迎进|迎到|接到)"
        ),
        "receives": re.compile(f"{alternation(events['receptions'])}|当(?:了|起)?[^，。；]{{0,4}}(?:向导|讲解|导游)"),
        "label": re.compile(
            "(?:(?P<guest>来访|来宾|客方|到访)|(?P<host>接待|我方|校方|院方|主方)|[一-龥]{0,4})"
            "(?:单位|人员|人|领导|嘉宾|参加人员|代表|内容|时间|地点)："
        ),
        "leads": re.compile("领着|陪着|引着|引领"),
        "arrives": re.compile(
            f"{alternation(events['arrivals'])}|抵[京津冀沧石保廊唐秦承张衡邢邯雄](?![一-龥]*[市县区])"
        ),
        "callers": re.compile("(?:来了|迎来了?|接待了?)(?:[一二两三四五六七八九十几数]+[拨批位群名个]|不少|许多)"),
        "named": re.compile("[^，。：]{0,8}(?:客人|来客|访客|来宾|朋友)(?:：|——|—|，)"),
    }


def _others(telling: Telling, whom: re.Match[str], subject: Actor | None) -> list[Actor]:
    """The actors in the group ``whom`` that are of another body than ``subject``."""
    inside = [a for a in telling.present if whom.start("whom") <= a.start < whom.end("whom") and a.body is not None]
    return [a for a in inside if subject is None or a.root is not subject.root]


def guests(telling: Telling) -> None:
    """A 与来宾座谈, A 向客人介绍: the subject receives."""
    for hit in telling.finds(_patterns()["guests"]):
        if subjects := telling.before(hit.start()):
            # Behind a comma the first who acted goes on: 甲与乙见面，向客人介绍.
            subject = subjects[0 if telling.text[hit.start() - 1] == "，" else -1]
            hosts = [a for a in subjects if a.root is subject.root]
            telling.votes.came([], hosts, 2 * telling.weight)


def welcome(telling: Telling) -> None:
    """X 对 Y 的到访表示欢迎, X 欢迎 Y 一行: X receives Y."""
    for name in ("welcome", "welcomes"):
        for hit in telling.finds(_patterns()[name]) if name == "welcomes" else _all(telling, name):
            subjects = telling.before(hit.start())[-1:]
            whom = _others(telling, hit, subjects[0] if subjects else None)
            if whom and (name == "welcome" or (subjects and whom[0].person is not None)):
                telling.votes.came(whom[:1], subjects, 3 * telling.weight)


_WORDS: Final = {
    "welcome": ("欢迎",),
    "thanks": ("接待", "款待", "招待", "迎接", "陪同", "安排"),
    "invited": ("之邀", "之约", "邀请", "盛邀", "相邀"),
    "fetched": ("请到", "请进", "请来", "迎进", "迎到", "接到"),
    "label": ("：",),
}
"""What each of these patterns ends in: without any, it need not be looked for from each character on."""


def _all(telling: Telling, name: str) -> list[re.Match[str]]:
    start, end = telling.sentence.start, telling.sentence.end
    if not any(telling.text.find(word, start, end) >= 0 for word in _WORDS[name]):
        return []
    return list(_patterns()[name].finditer(telling.text, start, end))


def thanks(telling: Telling) -> None:
    """X 感谢 Y 的热情接待: X came to Y."""
    for hit in _all(telling, "thanks"):
        subjects = telling.before(hit.start())[-1:]
        if subjects:
            telling.votes.came(subjects, _others(telling, hit, subjects[0])[:1], 3 * telling.weight)


def invited(telling: Telling) -> None:
    """应 Y 邀请，X ...: X came to Y."""
    for hit in _all(telling, "invited"):
        whom = _others(telling, hit, None)
        guest = next((a for a in telling.present if a.opening >= hit.end() and a.body is not None), None)
        if whom and guest is not None and guest.root is not whom[0].root:
            telling.votes.came([guest], whom[:1], 3 * telling.weight)


def fetched(telling: Telling) -> None:
    """Y 把 X 请到某地: X came to Y."""
    for hit in _all(telling, "fetched"):
        subjects = telling.before(hit.start())[-1:]
        if subjects and (whom := _others(telling, hit, subjects[0])):
            telling.votes.came(whom[:1], subjects, 3 * telling.weight)


def receives(telling: Telling) -> None:
    """Y 在门口迎候, Y 做东: the subject receives, and who was told before it in the sentence came."""
    for hit in telling.finds(_patterns()["receives"]):
        subjects = telling.subject(hit.start())
        if len(roots(subjects)) == 1:
            others = [a for a in telling.before(hit.start()) if a.root is not subjects[0].root]
            telling.votes.came(others, subjects, 2 * telling.weight)


def leads(telling: Telling) -> None:
    """Y 领着 X 看了老厂区: X came to Y."""
    for hit in telling.finds(_patterns()["leads"]):
        guest = next((a for a in telling.present if a.opening == hit.end() and a.person is not None), None)
        hosts = telling.subject(hit.start())
        if guest is not None and len(roots(hosts)) == 1 and guest.root is not None and guest.root is not hosts[0].root:
            telling.votes.came(telling.with_list(guest), hosts, 2 * telling.weight)


def labels(telling: Telling) -> None:
    """来访人员：甲，接待人员：乙: the lists of a record."""
    hits = _all(telling, "label")
    ends = [h.start() for h in hits[1:]]
    for hit, end in zip(hits, [*ends, telling.sentence.end] if hits else [], strict=True):
        told = [a for a in telling.present if hit.end() <= a.start < end and a.body is not None]
        came = told if hit["guest"] else []
        if told and (hit["guest"] or hit["host"]):
            telling.votes.came(came, [] if came else told, 3 * telling.weight)


def arrives(telling: Telling) -> None:
    """X 专程赶来, X 远道而来, X 抵津: the subject came, to whom is told elsewhere."""
    for hit in telling.finds(_patterns()["arrives"]):
        subjects = telling.subject(hit.start())
        if len(roots(subjects)) == 1 and telling.before_comma(subjects[-1].end, _at(hit.start())):
            telling.votes.came(subjects, [], 2 * telling.weight)


def callers(telling: Telling) -> None:
    """Y 的办公室里来了几位客人：X: X came to Y."""
    for hit in telling.finds(_patterns()["callers"]):
        told = _patterns()["named"].match(telling.text, hit.end(), telling.sentence.end)
        guest = next((a for a in telling.present if told is not None and a.opening >= told.end()), None)
        hosts = telling.before(hit.start())[-1:]
        if hosts and guest is not None and guest.body is not None and guest.root is not hosts[0].root:
            telling.votes.came(telling.with_list(guest), hosts, 2 * telling.weight)


def _at(place: int) -> Actor:
    return Actor(place, place, place, None)


_FRAMES = (welcome, thanks, invited, fetched, receives, leads, labels, arrives, callers, guests)
COURTESIES: tuple[Callable[[Telling], None], ...] = _FRAMES
"""The frames of this module."""
