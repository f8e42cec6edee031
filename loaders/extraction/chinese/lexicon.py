"""The Chinese word lists of ``loaders/lexicon``, read once, as compiled patterns."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words(name: str) -> dict[str, Any]:
    """The contents of ``loaders/lexicon/chinese_<name>.yaml``."""
    content: dict[str, Any] = yaml.safe_load(
        files("loaders.lexicon").joinpath(f"chinese_{name}.yaml").read_text("utf-8")
    )
    return content


def alternation(*lists: Iterable[str]) -> str:
    """A pattern of literals, the longest first, so that the longest at a place matches."""
    literals = {w for words in lists for w in words}
    return "(?:" + "|".join(re.escape(w) for w in sorted(literals, key=lambda w: (-len(w), w))) + ")"


def flat(table: dict[str, list[str]]) -> list[str]:
    """All words of a table of lists."""
    return [w for words in table.values() for w in words]
