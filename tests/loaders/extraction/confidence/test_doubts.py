"""Whether every doubt is documented, and raised where it should be and not where it should not."""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from graph.article import Article
from graph.facts import (
    AgreementFact,
    Evidence,
    Facts,
    InstitutionFact,
    InstitutionType,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
    Status,
)
from loaders.extraction.confidence import entities, events
from loaders.extraction.confidence.context import Context
from loaders.extraction.confidence.weights import weights
from loaders.extraction.document import read_document

PAGE = Path(__file__).parents[4] / "docs" / "extraction.md"


def documented() -> set[str]:
    _, _, rest = PAGE.read_text(encoding="utf-8").partition("### Doubts")
    table = rest.partition("\n## ")[0]
    names = {
        name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)
    }
    return (names - {"*_by_ending"}) | {f"{t}_by_ending" for t in get_args(InstitutionType)}


def raised() -> set[str]:
    """Every word that the code yields or returns as a doubt."""
    trees = [ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")) for module in (entities, events)]
    values = [n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Yield | ast.Return)]
    words = {c.value for value in values if value for c in ast.walk(value) if isinstance(c, ast.Constant)}
    return {word for word in words if isinstance(word, str) and re.fullmatch("[a-z]+(_[a-z]+)*", word)}


def test_every_doubt_is_documented() -> None:
    known = documented()
    assert len(known) > 40
    assert raised() - known - {"year_of"} == set()
    assert {doubt for fitted in weights().values() for doubt in fitted.doubts} - known == set()


def test_no_other_doubt_is_documented() -> None:
    made = {f"{t}_by_ending" for t in get_args(InstitutionType)} | set(get_args(Status))
    made |= {f"year_of_{basis}" for basis in ("dateline", "metadata", "url", "published")}
    assert documented() - raised() - made == set()


TEXT = "Guests\n\nOn 4 March 2024 Dean Li Min of Peking University came. Later he spoke of 2019, and Guo Fu, too."


def at(word: str, whole: str | None = None) -> Evidence:
    start = TEXT.index(word)
    return Evidence(start, start + len(whole or word), whole or word)


SENTENCE = at("On 4 March", "On 4 March 2024 Dean Li Min of Peking University came.")
LATER = at("Later he", "Later he spoke of 2019, and Guo Fu, too.")
UNIVERSITY = InstitutionFact("Peking University", (), "university", "i-pku", mentions=(at("Peking University"),))
LI_MIN = PersonFact("Li Min", (), (Post("Dean", "Peking University", evidence=SENTENCE),), (at("Li Min"),))
GUO_FU = PersonFact("Guo Fu", mentions=(at("Guo Fu"),))
MEETING = MeetingFact(visitors=("Peking University",), participants=(Participant("Li Min"),), evidence=SENTENCE)


def context(**facts: object) -> Context:
    every = {"persons": (LI_MIN, GUO_FU), "institutions": (UNIVERSITY,), "meetings": (MEETING,), **facts}
    return Context(read_document(Article("a.txt", TEXT)), Facts("a.txt", "en", **every))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "body", "doubt"),
    [
        ("Dean", None, "no_body"),
        ("Professor", "Peking University", "title_respelled"),
        ("Dean", "BISTU", "body_elsewhere"),
    ],
)
def test_a_post_is_doubtful_for_what_its_sentence_lacks(title: str, body: str | None, doubt: str) -> None:
    assert set(entities.post(LI_MIN.roles[0], LI_MIN, context())) == set()
    assert doubt in set(entities.post(Post(title, body, evidence=SENTENCE), LI_MIN, context()))


def test_a_person_is_doubtful_without_post_and_part() -> None:
    assert set(entities.person(LI_MIN, context())) == {"named_once"}
    assert set(entities.person(GUO_FU, context())) == {"untitled", "takes_no_part", "named_once"}


def test_somebody_of_another_sentence_is_doubtful() -> None:
    from_elsewhere = Participant("Guo Fu", evidence=LATER)
    doubts = {"other_sentence", "other_year", "of_another_body"}
    assert doubts <= set(events.participant(from_elsewhere, MEETING, context()))
    assert not doubts & set(events.participant(MEETING.participants[0], MEETING, context()))


def test_a_body_is_doubtful_that_the_sentence_does_not_name_and_nobody_acts_for() -> None:
    agreement = AgreementFact("reported", parties=("Peking University", "BISTU"), evidence=SENTENCE)
    assert {"bodies_elsewhere", "nobody_of_it"} <= set(events.membership(agreement, "BISTU", context()))
    assert set(events.membership(MEETING, "Peking University", context())) == {"named_once"}
