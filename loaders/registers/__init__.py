"""Registers of others, and our own exports, as articles with facts (docs/exports.md)."""

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from graph.article import Article
from graph.errors import InputError
from graph.facts import Facts
from loaders.registers.articles import articles
from loaders.registers.entries import Register
from loaders.registers.follow_the_money import read_follow_the_money
from loaders.registers.json_ld import read_json_ld

__all__ = ["read_register"]

LARGEST: Final = 512 * 1024 * 1024
"""Bytes of a register at most: it is in memory while its sentences are put together, three or four times its size."""


def read_register(name: str, kind: str, stream: BinaryIO) -> Iterator[tuple[Article, Facts] | InputError]:
    """The articles of a register of kind ``jsonld`` or ``ftm``."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield InputError(name, f"larger than {LARGEST // 1024 // 1024} MB, the most that a register may have")
        return
    try:
        text = data.decode("utf-8-sig")
        register = read_json_ld(json.loads(text)) if kind == "jsonld" else _entities(text)
    except UnicodeDecodeError:
        yield InputError(name, "not UTF-8")
    except json.JSONDecodeError as error:
        yield InputError(name, f"not JSON: {error.msg}", place=f"line {error.lineno}")
    except (ValueError, RecursionError) as error:
        yield InputError(name, str(error))
    else:
        yield from articles(register, name)


def _entities(text: str) -> Register:
    lines, broken = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                lines.append((number, json.loads(line)))
            except json.JSONDecodeError as error:
                broken.append((f"line {number}", f"not JSON: {error.msg}"))
            except RecursionError:
                broken.append((f"line {number}", "nested too deeply"))
    register = read_follow_the_money(lines)
    register.problems += broken
    return register
