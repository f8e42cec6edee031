"""Each phenomenon of press releases once more, by sentences written after its rules, in both directions."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.article import Article
from graph.facts import Facts
from loaders.extraction import extract

FOLDER = Path(__file__).with_name("phenomena")
TITLES = {"en": "News of the Week", "zh": "校园要闻一则"}
NUMBERS = {"en": range(1, 30), "zh": range(30, 50)}


def cases(lang: str) -> dict[int, list[dict[str, Any]]]:
    told: dict[int, list[dict[str, Any]]] = yaml.safe_load((FOLDER / f"{lang}.yaml").read_text(encoding="utf-8"))
    return told


def every() -> Iterator[Any]:
    for lang, title in TITLES.items():
        for number, told in cases(lang).items():
            yield from (pytest.param(title, case, id=f"{number} {case['text'][:40]}") for case in told)


@pytest.mark.parametrize(("title", "case"), list(every()))
def test_a_phenomenon_is_read_in_sentences_written_after_its_rules(
    title: str, case: dict[str, Any], digest: Callable[[Facts], set[str]]
) -> None:
    said = digest(extract(Article("a.txt", f"{title}\n\n{case['text']}\n")))
    missing = [line for line in case.get("has", ()) if said.isdisjoint(line.split(" | "))]
    assert (missing, said & set(case.get("lacks", ()))) == ([], set()), "\n".join(sorted(said))


@pytest.mark.parametrize("lang", TITLES)
def test_every_phenomenon_has_sentences_of_both_kinds(lang: str) -> None:
    told = cases(lang)
    assert list(told) == list(NUMBERS[lang])
    assert all(len(own) >= 4 for own in told.values())
