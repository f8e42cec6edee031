"""A meeting of which two articles say different things."""

from collections.abc import Iterator

import pytest

from api.app import create_app
from graph.article import Article
from graph.dates import event_date
from graph.facts import DistrictFact, Evidence, Facts, InstitutionFact, MeetingFact, Participant, PersonFact
from graph.identity.ledger import take_in
from graph.settings import Settings
from graph.stores import open_store
from tests.api.page.browser import Browser
from tests.api.page.conftest import complaints, serving

BISTU, TONGZHOU = "北京信息科技大学", "通州区"
PEOPLE = ("陶明德", "何小兰")


def release(name: str, chair: str, place: str) -> tuple[Article, Facts]:
    text = f"{chair}在{place}主持座谈。"
    met = MeetingFact(
        event_date("2024-04-19"), place, "in_person", (BISTU,), (TONGZHOU,),
        participants=tuple(Participant(each, "chair" if each == chair else "attendee") for each in PEOPLE),
        evidence=Evidence(0, len(text), text),
    )  # fmt: skip
    facts = Facts(
        "", "zh", name, "2024-04-20",
        tuple(map(PersonFact, PEOPLE)), (InstitutionFact(BISTU),), (DistrictFact(TONGZHOU, code="110112"),), (met,),
    )  # fmt: skip
    return Article(name, text, origin=f"/{name}.txt"), facts


@pytest.fixture
def contradicted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = Settings(store=str(tmp_path_factory.mktemp("claims") / "graph.lbug"))
    with open_store(settings) as store:
        take_in(store, [release("甲报", PEOPLE[0], "第二会议室"), release("乙报", PEOPLE[1], "图书馆")])
    with serving(create_app(settings)) as address:
        yield address


@pytest.mark.parametrize(("language", "told"), [("en", "another article contradicts"), ("zh", "与另一篇矛盾")])
def test_the_page_of_an_event_tells_who_says_what_and_marks_contradictions(
    window: Browser, contradicted: str, language: str, told: str
) -> None:
    window.open(contradicted)
    window.run(f"localStorage.setItem('language', '{language}')")
    window.events.clear()
    id = window.run("fetch('/v1/meetings').then((answer) => answer.json()).then(({ items }) => items[0].id)")
    text = window.open(f"{contradicted}/#view=event&id={id}")
    assert told in text
    rows = window.run("[...document.querySelectorAll('tr.disputed')].map((row) => row.innerText)")
    assert {place for row in rows for place in ("第二会议室", "图书馆", *PEOPLE) if place in row} == {
        "第二会议室",
        "图书馆",
        *PEOPLE,
    }
    assert all("甲报" in row or "乙报" in row for row in rows)
    assert len(rows) < window.run("document.querySelectorAll('tbody tr').length")
    window.run("localStorage.setItem('language', 'en')")
    assert complaints(window, contradicted) == []
