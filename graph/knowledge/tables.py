"""Reading of the tables of this folder, and the folding that lets spellings of one name meet."""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

APOSTROPHES = re.compile("['’‘ʼ`´]")
_NO_WORD = re.compile(r"[^\w]+")
_ARTICLE = re.compile("^the ")


def rows(name: str) -> list[dict[str, str]]:
    """The lines of ``<name>.csv`` by column; lines that begin with ``#`` are remarks."""
    text = files("graph.knowledge").joinpath(f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#")))


@cache
def document(name: str) -> dict[str, Any]:
    """The contents of ``<name>.yaml``."""
    content: dict[str, Any] = yaml.safe_load(files("graph.knowledge").joinpath(f"{name}.yaml").read_text("utf-8"))
    return content


def vetoes(name: str, lang: str) -> list[tuple[str, str]]:
    """The patterns of ``<name>.yaml`` for a language: what may not stand before and after a name together."""
    return [(v["before"], v["after"]) for v in document(name)[lang]]


def listed(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds a list: ``a|b``."""
    return tuple(part for part in cell.split("|") if part)


def folded(name: str) -> str:
    """``name`` without case, apostrophes, punctuation and a leading article: Gu'an, Gu’an and Guan are one."""
    return _ARTICLE.sub("", _NO_WORD.sub(" ", APOSTROPHES.sub("", name).casefold()).strip())
