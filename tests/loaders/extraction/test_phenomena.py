"""Each phenomenon of press releases once more, by sentences that no rule was made for, in both directions."""

from collections.abc import Iterator
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


def digest(facts: Facts) -> set[str]:
    """What an article says, a line each."""
    lines = {f"{len(facts.meetings)} meetings", f"{len(facts.agreements)} agreements"}
    for person in facts.persons:
        lines |= {f"person {person.name}", *(f"alias {person.name} = {a}" for a in person.aliases)}
        for post in person.roles:
            kind = "inferred " if post.inferred else ""
            lines.add(f"{kind}post {person.name}: {post.title} @ {post.institution}")
    for body in facts.institutions:
        lines |= {f"body {body.name}", *(f"alias {body.name} = {a}" for a in body.aliases)}
    lines |= {f"district {d.name}" for d in facts.districts}
    for meeting in facts.meetings:
        lines |= {f"date {meeting.date.edtf}", f"format {meeting.format}", f"place {meeting.place}"}
        lines |= {f"host {b}" for b in meeting.hosts} | {f"visitor {b}" for b in meeting.visitors}
        lines |= {f"with {b}" for b in meeting.institutions}
        for one in meeting.participants:
            lines |= {f"{one.person} is {one.role}", *(f"{one.person} does {f}" for f in one.functions)}
    for agreement in facts.agreements:
        lines.add(f"{agreement.status} {' + '.join(sorted(agreement.parties))}")
        lines.add(f"{agreement.status} on {agreement.date.edtf}")
        lines |= {f"{s.person} signs for {s.party}" for s in agreement.signatories}
    return lines


@pytest.mark.parametrize(("title", "case"), list(every()))
def test_a_phenomenon_is_read_in_sentences_that_no_rule_was_made_for(title: str, case: dict[str, Any]) -> None:
    said = digest(extract(Article("a.txt", f"{title}\n\n{case['text']}\n")))
    missing = [line for line in case.get("has", ()) if said.isdisjoint(line.split(" | "))]
    assert (missing, said & set(case.get("lacks", ()))) == ([], set()), "\n".join(sorted(said))


@pytest.mark.parametrize("lang", TITLES)
def test_every_phenomenon_has_sentences_of_both_kinds(lang: str) -> None:
    told = cases(lang)
    assert list(told) == list(NUMBERS[lang])
    assert all(len(own) >= 4 for own in told.values())
