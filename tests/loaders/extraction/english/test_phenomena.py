"""Each phenomenon of English press releases, in both directions: where a rule must hold, and where it must not.

``phenomena.yaml`` has sentences of our own and, for each, lines that the digest of their facts has and lacks.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from graph.facts import Facts

Say = Callable[..., Facts]


@dataclass(frozen=True)
class Case:
    number: int
    name: str
    text: str
    has: tuple[str, ...]
    lacks: tuple[str, ...]


def _cases() -> Iterator[Case]:
    told = yaml.safe_load(Path(__file__).with_name("phenomena.yaml").read_text(encoding="utf-8"))
    for number, phenomenon in told.items():
        for case in phenomenon["cases"]:
            yield Case(
                number, phenomenon["name"], case["text"], tuple(case.get("has", ())), tuple(case.get("lacks", ()))
            )


CASES = list(_cases())


def digest(facts: Facts) -> set[str]:
    """What an article says, a line each."""
    lines = {f"{len(facts.meetings)} meetings", f"{len(facts.agreements)} agreements"}
    for person in facts.persons:
        lines |= {f"person {person.name}", *(f"alias {person.name} = {a}" for a in person.aliases)}
        for post in person.roles:
            kind = "former " if post.former else "inferred " if post.inferred else ""
            lines.add(f"{kind}post {person.name}: {post.title} @ {post.institution}")
    for institution in facts.institutions:
        lines |= {f"body {institution.name}", *(f"alias {institution.name} = {a}" for a in institution.aliases)}
    lines |= {f"district {d.name}" for d in facts.districts}
    for meeting in facts.meetings:
        lines |= {f"date {meeting.date.edtf}", f"format {meeting.format}", f"place {meeting.place}"}
        lines |= {f"host {b}" for b in meeting.hosts} | {f"visitor {b}" for b in meeting.visitors}
        lines |= {f"with {b}" for b in meeting.institutions} | {f"unnamed {u}" for u in meeting.unnamed}
        for one in meeting.participants:
            lines |= {f"{one.person} is {one.role}", *(f"{one.person} does {f}" for f in one.functions)}
    for agreement in facts.agreements:
        lines.add(f"{agreement.status} {' + '.join(sorted(agreement.parties))}")
        lines.add(f"{agreement.status} on {agreement.date.edtf}")
        lines |= {f"{s.person} signs for {s.party}" for s in agreement.signatories}
    return lines


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.number} {c.name}")
def test_a_phenomenon_is_read_where_it_is_and_only_there(say: Say, case: Case) -> None:
    said = digest(say(case.text, title="News of the Week"))
    missing, wrong = set(case.has) - said, set(case.lacks) & said
    assert (missing, wrong) == (set(), set()), "\n".join(sorted(said))


def test_every_phenomenon_has_sentences_in_both_directions() -> None:
    numbers = sorted({c.number for c in CASES})
    assert numbers == list(range(1, 30))
    assert all(b - a == 1 for a, b in pairwise(numbers))
    for number in numbers:
        own = [c for c in CASES if c.number == number]
        assert len(own) >= 3
        assert any(c.lacks for c in own)
        assert any(c.has for c in own)
