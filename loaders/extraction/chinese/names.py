"""Where a person's name ends: 郭福|带队, 刘刚|表示, 张宝来|同行. Chinese has no spaces: the right context decides."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.knowledge.surnames import surnames
from loaders.extraction.chinese.lexicon import alternation, words


@dataclass(frozen=True, slots=True)
class Candidate:
    """``text[start:end]`` may be a name; ``strength`` is how sure the context makes its right edge (above 0)."""

    start: int
    end: int
    strength: float


@cache
def _follower() -> re.Pattern[str]:
    gives = "作[^，。；、\n]{0,12}?(?:报告|发言|讲话|交流|说明|推介|部署|总结|汇报|致辞|点评|讲授|动员)"
    honours = "为[^，。；、\n]{1,14}?(?:颁奖|揭牌|揭幕|剪彩|颁发|授牌|作者|点赞|送行|颁证)"
    return re.compile(f"{gives}|{honours}|{alternation(words('names')['followers'])}")


@cache
def _joint_work() -> re.Pattern[str]:
    return re.compile(alternation(words("names")["joint_work"]))


@cache
def _after_name() -> re.Pattern[str]:
    return re.compile(alternation(words("titles")["after_name"]))


@cache
def _verb() -> re.Pattern[str]:
    """The verbs of events: what begins with one right behind a post is no name (五位教授|回访)."""
    events = words("events")
    keys = ("visit", "receive", "talk", "held", "attend", "speech", "head", "welcome", "witness", "chair", "organise")
    return re.compile(alternation(w for key in keys for w in events[key] if len(w) > 1))


@cache
def given() -> frozenset[str]:
    """The characters that given names are made of."""
    return frozenset(words("names")["given"])


@cache
def _syllables() -> frozenset[str]:
    return given() | frozenset(words("names")["syllables"])


@cache
def _no_names() -> frozenset[str]:
    return frozenset(words("names")["words"])


@cache
def word() -> re.Pattern[str]:
    """A word that begins with a surname and is no name."""
    return re.compile(alternation(words("names")["words"]))


@cache
def surname() -> re.Pattern[str]:
    """A surname, a compound one first."""
    return re.compile(alternation(s for s in surnames() if s not in words("names")["no_surname"]))


@cache
def free_surname() -> re.Pattern[str]:
    """A surname that is not mostly another word: what may begin a name without a post before it."""
    rare = {*words("names")["rarely_surname"], *words("names")["no_surname"]}
    return re.compile(alternation(s for s in surnames() if s not in rare))


_TAKES = "任"
_MARKS = ("，", "。", "、", "；", "）", "\n", "等", "")
_SPACED = re.compile("[ \u3000]{1,2}[\u3400-\u9fff](?![\u3400-\u9fff])")
"""The given name of two characters' names that are set to the width of three: 王 伟."""
_SPLIT = re.compile("[ \u3000]?[\u3400-\u9fff][ \u3000]([\u3400-\u9fff])")
"""A given name of two characters with a space inside: 王学 武, 王 学 武."""


@cache
def _foreign() -> re.Pattern[str]:
    dots = re.escape(words("names")["middle_dots"])
    return re.compile(
        f"[\u3400-\u9fff]{{1,8}}(?:[{dots}][\u3400-\u9fff]{{1,9}})+"
        "|[A-ZÀ-Þ][A-Za-zÀ-ɏ'’.-]+(?: [A-ZÀ-Þ][A-Za-zÀ-ɏ'’.-]*){1,3}"
    )


def edge(text: str, place: int) -> float:
    """How well a name can end before ``place``: 3 for punctuation, else the length of the word that follows."""
    if place >= len(text) or not "\u3400" <= text[place] <= "\u9fff":
        return 3.0
    if text.startswith(_TAKES, place) and _after_name().match(text, place + 1):
        return 3.0  # 赵明|任主席
    if follower := _follower().match(text, place):
        return float(min(3, len(follower.group())))
    if (title := _after_name().match(text, place)) and edge_after_title(text, title.end()):
        return 2.0
    return 0.0


def edge_after_title(text: str, place: int) -> bool:
    """Whether a title that stands after a name can end before ``place``."""
    return place >= len(text) or not "\u3400" <= text[place] <= "\u9fff" or bool(_follower().match(text, place))


def candidates(text: str, place: int, *, beside_post: bool = False, rare: bool = False) -> list[Candidate]:
    """The names that may begin at ``place``; right behind a post also such whose right edge nothing shows,
    and, where ``rare``, such whose first character is no known surname."""
    if foreign := _foreign().match(text, place):
        return [Candidate(place, _foreign_end(text, foreign), 3.0)]
    if beside_post and (other := _of_other_custom(text, place, rare)):
        return other
    found = []
    family = surname().match(text, place)
    if family is None:
        return _of_rare_surname(text, place) if rare else []
    if (split := _SPLIT.match(text, family.end())) and _ends_split(text, split):
        return [Candidate(place, split.end(), 2.0)]
    spaced = _SPACED.match(text, family.end())
    if spaced and edge(text, spaced.end()):
        return [Candidate(place, spaced.end(), 2.0)]
    lengths = [(len(family.group()), n) for n in (1, 2)]
    if len(family.group()) == 2 and surname().match(text, place, place + 1):
        lengths.append((1, 1))
        lengths.append((1, 2))
    for family_length, given in lengths:
        end = place + family_length + given
        strength = _strength(text, place, end, family_length, beside_post) if end <= len(text) else 0.0
        if not strength and rare and _is_word_as_name(text, place, end):
            strength = 1.0  # 常务副县长|厉行，
        if strength > 0:
            found.append(Candidate(place, end, strength))
    unsure = beside_post and all(c.strength < 1 for c in found) and not word().match(text, place)
    if unsure and _all_given(text, place, place + 4):
        return [*found, Candidate(place, place + 4, 1.0)]  # 乌云其格, 哈斯巴根: no surname, four characters
    if not found and rare and family.group() in words("names")["rarely_surname"]:
        return _of_rare_surname(text, place)
    return found


def _is_word_as_name(text: str, place: int, end: int) -> bool:
    """Whether a word that people also bear stands right behind a post and before a mark, where no word would."""
    name = text[place:end]
    if name not in _no_names() or name in words("names")["behind_posts"] or text[end : end + 1] not in _MARKS:
        return False
    return given().issuperset(name[1:])


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile(alternation(words("names")["japanese_surnames"]))


def _of_other_custom(text: str, place: int, rare: bool) -> list[Candidate]:
    """Right behind a post, the names that are not made of one of our surnames and a given name."""
    if japanese := _japanese().match(text, place):
        return _behind_japanese_surname(text, place, japanese.end())
    syllables = _of_syllables(text, place) if rare else None
    return [syllables] if syllables is not None else []


def _behind_japanese_surname(text: str, place: int, given_from: int) -> list[Candidate]:
    """佐藤|健一: one to three characters behind the surname, to where a word begins that follows names."""
    ends = [e for e in range(given_from + 1, min(given_from + 4, len(text) + 1)) if text[given_from:e].isalpha()]
    best = max(ends, key=lambda e: (edge(text, e), -e), default=place)
    return [Candidate(place, best, strength)] if ends and (strength := edge(text, best)) else []


def _ends_split(text: str, split: re.Match[str]) -> bool:
    """Whether the character behind the space still is of the name: no surname, no word that follows names."""
    spaced = not "\u3400" <= split.group()[0] <= "\u9fff"
    other = (not spaced and free_surname().match(split[1])) or _follower().match(text, split.start(1))
    return not other and text[split.end() : split.end() + 1] not in (" ", "\u3000") and edge(text, split.end()) >= 2


def _all_given(text: str, start: int, end: int) -> bool:
    """Whether every character there may be of a given name, and the next word shows that a name ends."""
    return len(text) >= end and _syllables().issuperset(text[start:end]) and edge(text, end) >= 2


def _of_rare_surname(text: str, place: int) -> list[Candidate]:
    """Right behind a post: 后宇航, whose surname is mostly another word, 阿力木, who has none, 庹海波, whose surname no
    table has. All else has to speak for a name: its other characters, and the word behind it."""
    lists = words("names")
    if place >= len(text) or _verb().match(text, place):
        return []
    borne = text[place : place + 1] in lists["seldom_surname"]
    other_word = _follower().match(text, place) or text[place : place + 1] in lists["no_surname"]
    if word().match(text, place) or (other_word and not borne):
        return []
    for length in (4, 3, 2):
        end = place + length
        if length == 4 and not _syllables().issuperset(text[place:end]):
            continue
        if text[place] in _LINKS and text.find(text[place:end], text.find(text[place:end]) + 1) < 0:
            continue
        follows = _all_given(text, place + 1, end) or (
            length == 3 and given().issuperset(text[place + 1 : end]) and text[end : end + 1] in _WEAKLY
        )
        if follows and not _after_name().search(text[place:end]):
            return [Candidate(place, end, 1.0)]
    return []


_WEAKLY = tuple("把将与和及从向在为同")
"""Words of one character that stand behind names of rare surnames too: 院长|母天明|把."""


def _of_syllables(text: str, place: int) -> Candidate | None:
    """Right behind a post: 那顺巴雅尔, 阿不力克木, of five or six syllables that such names are made of."""
    sounds = frozenset(words("names")["syllables"])
    for end in (place + 6, place + 5):
        if _all_given(text, place, end) and sum(c in sounds for c in text[place:end]) > end - place - 3:
            return Candidate(place, end, 2.0)
    return None


def _strength(text: str, place: int, end: int, family: int, beside_post: bool) -> float:
    """How sure ``text[place:end]`` is a name; 0 if it cannot be one."""
    name, lists = text[place:end], words("names")
    borne = name in lists["also_names"]
    if any(not "\u3400" <= c <= "\u9fff" for c in name) or (name in _no_names() and not borne):
        return 0.0
    if (verb := _verb().match(text, place)) is not None and verb.end() >= place + 2:
        return 0.0  # 回访, 对接: words of events that begin with a surname
    if name[-2] in "了着过们" and len(name) > family + 1:
        return 0.0  # 红了脸
    if _last_cannot_end(text, end) or _follower().fullmatch(name) or _after_name().search(name[1:]):
        return 0.0
    strength = 2.0 if _joint_work().match(text, end) else edge(text, end)
    if strength < 2 and not borne and (name[:family] in lists["rarely_surname"] or word().match(text, place)):
        return 0.0
    if not strength and beside_post and given().issuperset(name[family:]):
        strength = 0.2 + 0.1 * (len(name) - family)
    follows = _follower().fullmatch(name[-1]) is not None and name[-1] not in _syllables()
    if strength == 1 and len(name) > family + 1 and follows:
        strength = 0.0  # 李强|去看 and not 李强去|看: what may follow a name is no end of one before another such word
    penalty = name[-1] in lists["never_given"] and not _links_twice(text, end)
    return strength - 1.5 if penalty else strength


_LINKS = frozenset("与和及同跟")


def _links_twice(text: str, end: int) -> bool:
    """Whether 和 is of the name, since a word like it follows: 廉永和|与某公司."""
    return text[end - 1] in _LINKS and text[end : end + 1] in _LINKS


def _last_cannot_end(text: str, end: int) -> bool:
    return text[end - 1] in words("names")["never_last"] and not _links_twice(text, end)


def _foreign_end(text: str, match: re.Match[str]) -> int:
    """The right edge of a name with middle dots: at the first follower in its last part."""
    if match.group()[0] < "\u3400":
        return match.end()
    last = max(match.group().rfind(d) for d in words("names")["middle_dots"]) + 1
    for place in range(match.start() + last + 2, match.end() + 1):
        if edge(text, place) and not _sounds_on(text, place):
            return place
    return match.end()


def _sounds_on(text: str, place: int) -> bool:
    """Whether the character there is one of those that follow names and are part of some, and the name goes on behind
    it: 阿不|都|热依木."""
    within = text[place : place + 1] in words("names")["inner_sounds"] and edge(text, place) < 2
    return within and text[place + 1 : place + 2] in words("names")["syllables"] and not edge(text, place + 1)


def decide(text: str, groups: Iterable[list[Candidate]]) -> dict[int, Candidate]:
    """For each group of candidates of one place the best one, by its own edge and by the other places of the text
    where the same name was possible."""
    groups = [group for group in groups if group]
    votes: Counter[str] = Counter()
    for group in groups:
        votes.update({text[c.start : c.end]: round(10 * c.strength) for c in group})
    chosen = {}
    for group in groups:
        best = max(group, key=lambda c: (c.strength + 0.05 * votes[text[c.start : c.end]], c.end))
        chosen[best.start] = _lengthened(text, best)
    sure = {text[c.start : c.end] for c in chosen.values() if c.strength >= 1}
    for place, c in chosen.items():
        if c.strength < 1 and (longer := text[place : c.end + 1]) in sure:
            chosen[place] = Candidate(place, place + len(longer), 1.0)
    return chosen


def _follows_long(text: str, place: int) -> bool:
    """Whether a word of two or more characters begins there that can follow a name."""
    follower = _follower().match(text, place)
    return follower is not None and len(follower.group()) > 1


def _lengthened(text: str, chosen: Candidate) -> Candidate:
    """The name with its next character, where that stands behind it in the whole text (杨晓和, not 杨晓 and 和)."""
    name = text[chosen.start : chosen.end + 1]
    family = surname().match(name)
    if family is None or len(name) != len(family.group()) + 2 or not name.isalpha() or not edge(text, chosen.end + 1):
        return chosen
    if name[-1] in words("names")["never_last"] or _follows_long(text, chosen.end):
        return chosen
    times = text.count(name)
    return Candidate(chosen.start, chosen.end + 1, 1.0) if times > 1 and times == text.count(name[:-1]) else chosen
