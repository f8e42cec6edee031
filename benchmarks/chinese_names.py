"""Pairs of a Chinese name and a spelling of it, or of somebody else: as many as asked for, made from a seed.

The readings stand here and are not asked of any library, so that a comparer is not measured against itself.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pypinyin.contrib.tone_convert import to_normal

Sort: TypeAlias = Literal["spelling", "homophone", "syllable", "surname", "tone"]


def _table(told: str) -> dict[str, str]:
    return dict(entry.split("=") for entry in told.split())


SURNAMES: dict[str, str] = _table("""
    王=wáng 李=lǐ 张=zhāng 刘=liú 陈=chén 杨=yáng 赵=zhào 黄=huáng 周=zhōu 吴=wú 徐=xú 孙=sūn 胡=hú
    朱=zhū 高=gāo 林=lín 何=hé 郭=guō 马=mǎ 罗=luó 梁=liáng 宋=sòng 郑=zhèng 谢=xiè 韩=hán 唐=táng
    冯=féng 于=yú 董=dǒng 许=xǔ 吕=lǚ 闫=yán 欧阳=ōuyáng 司马=sīmǎ 上官=shàngguān 诸葛=zhūgě 令狐=línghú
    皇甫=huángfǔ 长孙=zhǎngsūn 尉迟=yùchí 万俟=mòqí 澹台=tántái
""")
"""Surnames as everybody reads them, a tenth of them of two characters."""
HETERONYMS: dict[str, str] = _table("""
    解=xiè 单=shàn 仇=qiú 查=zhā 曾=zēng 任=rén 区=ōu 朴=piáo 盖=gě 缪=miào 尉=wèi 翟=zhái 乐=yuè 覃=qín
    种=chóng 员=yùn 阚=kàn 燕=yān 华=huà 宁=nìng 隗=wěi 郗=xī 应=yīng 纪=jǐ
""")
"""Characters that are read otherwise as a surname than in most words, or in two ways."""
GIVEN: dict[str, str] = _table("""
    伟=wěi 玮=wěi 炜=wěi 薇=wēi 威=wēi 卫=wèi 芳=fāng 方=fāng 娜=nà 静=jìng 敬=jìng 靖=jìng 晶=jīng
    丽=lì 莉=lì 力=lì 立=lì 强=qiáng 磊=lěi 军=jūn 君=jūn 俊=jùn 峻=jùn 洋=yáng 阳=yáng 勇=yǒng 永=yǒng
    艳=yàn 燕=yàn 岩=yán 杰=jié 洁=jié 婕=jié 涛=tāo 明=míng 铭=míng 鸣=míng 超=chāo 霞=xiá 平=píng
    刚=gāng 桂=guì 英=yīng 颖=yǐng 华=huá 文=wén 雯=wén 建=jiàn 健=jiàn 剑=jiàn 国=guó 志=zhì 智=zhì
    海=hǎi 晓=xiǎo 小=xiǎo 筱=xiǎo 红=hóng 宏=hóng 虹=hóng 春=chūn 玲=líng 凌=líng 龄=líng 飞=fēi
    菲=fēi 宇=yǔ 雨=yǔ 羽=yǔ 鑫=xīn 欣=xīn 新=xīn 博=bó 雪=xuě 梅=méi 兰=lán 岚=lán 清=qīng 青=qīng
    江=jiāng 姜=jiāng 安=ān 恩=ēn 昂=áng 律=lǜ 行=xíng 朝=cháo 长=cháng 重=chóng 晟=shèng 茜=qiàn 乐=lè
    传=chuán 柏=bǎi 露=lù 思=sī
""")
"""Characters of given names: several of most sounds, and heteronyms."""
NEAR = (("ng", "n"), ("n", "ng"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("j", "q"), ("l", "n"), ("b", "p"), ("d", "t"))
VOWELS = frozenset("aeo")
TURNS = ("āáǎà", "ēéěè", "īíǐì", "ōóǒò", "ūúǔù", "ǖǘǚǜ")
TONES = {tone: turn[(place + 1) % 4] for turn in TURNS for place, tone in enumerate(turn)}
"""Each vowel with the next tone."""


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names; they can be one person's where ``sort`` is ``spelling``, else they differ by one thing."""

    left: str
    right: str
    sort: Sort

    @property
    def same(self) -> bool:
        return self.sort == "spelling"


@dataclass(frozen=True, slots=True)
class _Name:
    surname: str
    given: str
    family: str
    """In pinyin with tones, as ``parts`` of the given name are."""
    parts: tuple[str, ...]

    @property
    def characters(self) -> str:
        return self.surname + self.given


def chinese_pairs(count: int = 2000, seed: int = 11) -> list[NamePair]:
    """Half of them spellings of the name, half of somebody else."""
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    makers: tuple[Callable[[random.Random], NamePair | None], ...] = (_homophone, _syllable, _surname, _tone)
    found: dict[NamePair, None] = {}
    while len(found) < count // 2:
        found[_spelling(chance)] = None
    while len(found) < count:
        maker = chance.choices(makers, weights=(4, 4, 1, 1))[0]
        while (pair := maker(chance)) is None:
            continue
        found[pair] = None
    return list(found)


def _name(chance: random.Random) -> _Name:
    table = HETERONYMS if chance.random() < 0.3 else SURNAMES
    surname = chance.choice(list(table))
    given = chance.choices(list(GIVEN), k=1 if chance.random() < 0.15 else 2)
    return _Name(surname, "".join(given), table[surname], tuple(GIVEN[g] for g in given))


def _spelling(chance: random.Random) -> NamePair:
    name = _name(chance)
    return NamePair(name.characters, _spelled(name, chance), "spelling")


def _spelled(name: _Name, chance: random.Random, *, tones: bool = False) -> str:
    """One of the ways in which texts write it: order, capitals, gaps, hyphens, apostrophes, ü."""
    u = chance.choice(("ü", "v", "yu", "u"))
    plain = [p if tones else to_normal(p).replace("v", "ü").replace("ü", u) for p in (name.family, *name.parts)]
    family, parts = plain[0].capitalize(), plain[1:]
    mark = "" if chance.random() < 0.7 else chance.choice((" ", "-", "'"))
    given = parts[0].capitalize() + "".join(_joined(p, mark) for p in parts[1:])
    style = chance.choices(range(7), weights=(8, 3, 2, 2, 1, 1, 1))[0]
    return (
        f"{family} {given}",
        f"{given} {family}",
        f"{family.upper()} {given}",
        f"{family}, {given}",
        f"{family} {given}".lower(),
        f"{family} {given}".upper(),
        f"{given} {family.upper()}",
    )[style]


def _joined(part: str, mark: str) -> str:
    if not mark and to_normal(part)[0] in VOWELS:
        return f"'{part}"
    return f"{mark}{part.capitalize() if mark == ' ' else part}"


def _homophone(chance: random.Random) -> NamePair | None:
    """One character is another of the same sound: 王伟, 王玮."""
    name = _name(chance)
    place = chance.randrange(len(name.given))
    alike = [g for g, read in GIVEN.items() if read == name.parts[place] and g != name.given[place]]
    if not alike:
        return None
    given = name.given[:place] + chance.choice(alike) + name.given[place + 1 :]
    return NamePair(name.characters, name.surname + given, "homophone")


def _syllable(chance: random.Random) -> NamePair | None:
    """One syllable of the spelling is another that sounds much like it: Jun, Jin."""
    name = _name(chance)
    place = chance.randrange(len(name.parts))
    sounds = sorted({to_normal(s) for s in GIVEN.values()})
    here = to_normal(name.parts[place])
    near = [s for s in sounds if s != here and any(s == here.replace(a, b, 1) for a, b in NEAR)]
    if not near:
        return None
    parts = (*name.parts[:place], chance.choice(near), *name.parts[place + 1 :])
    return NamePair(name.characters, _spelled(_Name(name.surname, name.given, name.family, parts), chance), "syllable")


def _surname(chance: random.Random) -> NamePair | None:
    """The spelling has another surname that is a letter away or sounds alike: Wang, Huang."""
    name, other = _name(chance), _name(chance)
    mine, yours = to_normal(name.family), to_normal(other.family)
    if mine == yours or mine[-2:] != yours[-2:]:
        return None
    return NamePair(name.characters, _spelled(_Name("", "", other.family, name.parts), chance), "surname")


def _tone(chance: random.Random) -> NamePair | None:
    """The spelling has tones, one of them another: Wáng Wěi, Wáng Wéi."""
    name = _name(chance)
    turned = [c for c in name.parts[-1] if c in TONES]
    if not turned:
        return None
    last = name.parts[-1].replace(turned[0], TONES[turned[0]])
    changed = _Name(name.surname, name.given, name.family, (*name.parts[:-1], last))
    return NamePair(name.characters, _spelled(changed, chance, tones=True), "tone")
