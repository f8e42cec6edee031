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
    """A pattern of literals, of which the longest at a place matches: a tree by characters, so that a place costs one
    choice a character and not one a literal."""
    tree = _Tree()
    for word in {w for words in lists for w in words}:
        node = tree
        for character in word:
            node = node.setdefault(character, _Tree())
        node[""] = _Tree()
    return f"(?:{_branches(tree)})"


class _Tree(dict[str, "_Tree"]):
    """The words that go on with a character; the empty one marks that a word ends here."""


def _branches(tree: _Tree) -> str:
    single = "".join(re.escape(c) for c, rest in tree.items() if c and list(rest) == [""])
    longer = [re.escape(c) + _rest(rest) for c, rest in sorted(tree.items()) if c and list(rest) != [""]]
    return "|".join([*longer, *([f"[{single}]"] if single else [])])


def _rest(tree: _Tree) -> str:
    inner = _branches(tree)
    if "" in tree:
        return f"(?:{inner})?"
    return f"(?:{inner})" if "|" in inner else inner


def beginnings(*lists: Iterable[str]) -> str:
    """A pattern that looks ahead for the first character of any of the literals: a cheap guard before dear ones."""
    return f"(?=[{re.escape(''.join(sorted({w[0] for words in lists for w in words})))}])"


def flat(table: dict[str, list[str]]) -> list[str]:
    """All words of a table of lists."""
    return [w for words in table.values() for w in words]
