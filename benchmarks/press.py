"""Press texts to measure extraction on: the samples and our own gold articles, again and again with other figures in
other order, as many as asked for; and synthetic institutions to enlarge the tables with."""

import random
import re
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

from graph.knowledge import institutions as known
from graph.knowledge.tables import rows

Language: TypeAlias = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
_ROOT = Path(__file__).parent.parent
_PLACES = "渤滦燕蓟冀沽淀岗坨堡屯泉峪崖杨柳榆槐"
_TRADES = ("新材", "智联", "光电", "生科", "储能", "精仪", "云图", "航电", "康健", "数链")


@cache
def _articles(lang: Language) -> list[str]:
    # Read as they are: the readers of HTML and Parquet are not part of what is measured, nor is their memory.
    folders = (_ROOT / "loaders" / "samples", _ROOT / "tests" / "loaders" / "extraction" / "gold")
    return [path.read_text(encoding="utf-8") for folder in folders for path in sorted((folder / lang).glob("*.txt"))]


def press(lang: Language, characters: int, seed: int = 5) -> list[str]:
    """Articles of at least ``characters`` together, no two alike: their sentences stand in another order, with other
    figures in them."""
    chance = random.Random(seed)  # noqa: S311 - the same every time is the point
    found: list[str] = []
    total = 0
    while total < characters:
        for text in _articles(lang):
            found.append(_varied(text, chance))
            total += len(found[-1])
    return found


def long_article(lang: Language, characters: int) -> str:
    """One article of ``characters``."""
    return "\n\n".join(press(lang, characters))[:characters]


def _varied(text: str, chance: random.Random) -> str:
    head, *lines = text.split("\n")
    chance.shuffle(lines)
    return re.sub(r"\b\d\b", lambda _: str(chance.randint(1, 9)), "\n".join([head, *lines]))


def more_names(times: int) -> int:
    """Let the table of institutions be ``times`` as long from here on, before anything else reads it; its length."""
    listed = len(known.institutions())
    made = [_row(number) for number in range((times - 1) * listed)]
    known.institutions.cache_clear()
    vars(known)["rows"] = lambda name: [*rows(name), *(made if name == known._TABLES[0] else [])]
    return len(known.institutions())


def _row(number: int) -> dict[str, str]:
    digits = [number // len(_PLACES) ** place % len(_PLACES) for place in range(3)]
    name = "".join(_PLACES[d] for d in digits) + _TRADES[number % len(_TRADES)]
    word = "".join(chr(97 + number // 26**place % 26) for place in range(4)).capitalize()
    empty = dict.fromkeys(("acronym", "district", "parent", "domains", "note", "aliases"), "")
    return empty | {
        "key": f"made-{number}",
        "type": "company",
        "name_zh": f"{name}科技有限公司",
        "name_en": f"{word}tek Instruments Co., Ltd.",
        "short_zh": name,
    }
