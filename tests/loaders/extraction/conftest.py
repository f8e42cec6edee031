"""One way to lines that tell an article's facts, for tests of either grammar."""

from collections.abc import Callable

import pytest

from graph.facts import Facts


@pytest.fixture
def digest() -> Callable[[Facts], set[str]]:
    """``digest(facts)``: what an article says, a line each."""
    return _digest


def _digest(facts: Facts) -> set[str]:
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
