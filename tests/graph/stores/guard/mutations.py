"""Hostile statements, and ways to write them otherwise."""

import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.stores.queries import Dialect

_SPACES = [
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x1f",
    "\u00a0",
    "\u1680",
    "\u2003",
    "\u2028",
    "\u3000",
]
_ODD = ["\u200b", "\u180e", "\u0085", "\ufeff", "\0", "\u2060"]
_COMMENTS = ["/**/", "/* x */", "/* ; */", "/*'*/", "//x\n", "/* a **/", "/*\n*/", "--\n", "// ' \r"]

_NESTS = [
    "CALL { «» } RETURN 1",
    "MATCH (m) CALL (m) { «» } RETURN m",
    "RETURN EXISTS { «» }",
    "RETURN COUNT { «» } AS n",
    "RETURN COLLECT { «» } AS n",
    "(«»)",
    "{ «» }",
    "UNWIND [1] AS y WITH y «»",
    "RETURN [x IN [1] | «»]",
    "RETURN '«»",
    'RETURN "\\" «»',
    "WITH 'a' AS a, `b` AS b «»",
    "MATCH (set:Person) «»",
    "RETURN 1 AS set UNION «»",
]


@cache
def hostile(dialect: Dialect) -> tuple[str, ...]:
    """At least 200 statements."""
    told: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "hostile.yaml").read_text("utf-8"))[dialect]
    carried = [carrier.replace("«»", clause) for carrier in told["carriers"] for clause in told["clauses"]]
    return tuple(dict.fromkeys([*told["statements"], *carried]))


def mutated(dialect: Dialect, count: int, seed: int = 7) -> Iterator[str]:
    """So many, each a hostile statement that went through one to four mutations."""
    chance = random.Random(seed)
    for number in range(count):
        text = hostile(dialect)[number % len(hostile(dialect))]
        for _ in range(chance.randint(1, 4)):
            text = chance.choice(MUTATIONS)(text, chance)
        yield text


def _case(text: str, chance: random.Random) -> str:
    return "".join(chance.choice((c.upper(), c.lower(), c)) for c in text)


def _spaces(text: str, chance: random.Random) -> str:
    return re.sub(" ", lambda _: chance.choice(_SPACES), text)


def _odd_spaces(text: str, chance: random.Random) -> str:
    return re.sub(" ", lambda m: chance.choice(_ODD) if chance.random() < 0.3 else m[0], text)


def _comments(text: str, chance: random.Random) -> str:
    return re.sub(" ", lambda m: chance.choice(_COMMENTS) if chance.random() < 0.5 else m[0], text)


def _escapes(text: str, chance: random.Random) -> str:
    return "".join(f"\\u{ord(c):04x}" if chance.random() < 0.1 else c for c in text)


def _full_width(text: str, chance: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and chance.random() < 0.1 else c for c in text)


def _back_ticks(text: str, chance: random.Random) -> str:
    return re.sub(r"\w+", lambda m: f"`{m[0]}`" if chance.random() < 0.15 else m[0], text)


def _more(text: str, chance: random.Random) -> str:
    before = [
        "RETURN 1;",
        "EXPLAIN ",
        "PROFILE ",
        "EXPLAIN LOGICAL ",
        "CYPHER 5 ",
        ";",
        "// x\n",
        "MATCH (n) RETURN n; ",
    ]
    after = [";", "; RETURN 1", " // x", " /* x", " RETURN 1", ";;", " UNION RETURN 1", "\\u003b RETURN 1"]
    return chance.choice(before) + text if chance.random() < 0.5 else text + chance.choice(after)


def _nested(text: str, chance: random.Random) -> str:
    return chance.choice(_NESTS).replace("«»", text)


def _cut(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return (
        text[:place] + chance.choice(["", "'", '"', "`", "*/", "/*", "\\", ".", ":", "$", "=", "|", "("]) + text[place:]
    )


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    _case, _spaces, _odd_spaces, _comments, _escapes, _full_width, _back_ticks, _more, _nested, _cut,
)  # fmt: skip
