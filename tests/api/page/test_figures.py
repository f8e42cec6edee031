"""Pages of entities and events, and the matrices: what they count is what the API counts, and each cell opens."""

import json
from typing import Any

import pytest

from tests.api.page.browser import Browser


def told(page: Browser, path: str) -> Any:
    return page.run(f"fetch({json.dumps(path)}).then((answer) => answer.json())")


def choose(page: Browser, name: str, value: str) -> str:
    return page.act(
        f"{{ const chosen = document.querySelector('select[name={name}]'); chosen.value = {json.dumps(value)};"
        "chosen.dispatchEvent(new Event('change')); }"
    )


def test_the_series_of_an_entity_says_the_same_as_its_table(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=entity&id=i-bistu&by=year")
    points = told(page, "/v1/stats/series?entity=i-bistu&by=year&split=kind")["lines"][0]["points"]
    cells = page.run("[...document.querySelectorAll('.series tbody td:nth-child(2)')].map((each) => each.textContent)")
    assert cells == [str(point["count"]) for point in points]
    assert page.run("document.querySelectorAll('.series rect.meeting').length") == sum(p["count"] > 0 for p in points)
    assert "Q2 2024" in choose(page, "by", "quarter")
    assert page.run("location.hash").endswith("by=quarter")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_post_has_a_line_with_its_body_its_days_and_its_sentence(
    page: Browser, address: str, language: str
) -> None:
    page.run(f"localStorage.setItem('language', '{language}')")
    page.open(f"{address}/#view=entity&id=i-bistu")
    posts = told(page, "/v1/entities/i-bistu")["posts"]
    assert page.run("document.querySelectorAll('.tenures li').length") == len(posts)
    dated = sum(post["earliest"] is not None for post in posts)
    assert page.run("document.querySelectorAll('.tenures .tenure').length") == dated > 0
    assert page.run("document.querySelectorAll('.tenures blockquote').length") == len(posts)


def test_a_district_shows_which_institutions_met_it_when_and_a_cell_leads_to_the_events(
    page: Browser, address: str
) -> None:
    text = page.open(f"{address}/#view=entity&id=d-110112")
    assert "Which institutions met and signed with it" in text
    lines = told(page, "/v1/stats/series?district=d-110112&split=institution")["lines"]
    sums = page.run("[...document.querySelectorAll('.matrix .sum')].map((each) => Number(each.textContent))")
    assert sums == [line["total"] for line in lines]
    agreed = choose(page, "of", "agreement")
    assert "no date" in agreed
    page.open(f"{address}/#view=entity&id=d-110112")
    count = int(page.run("document.querySelector('.matrix td a').textContent"))
    page.click(".matrix td a")
    assert page.run("document.querySelectorAll('main .brief').length") == count


def test_the_matrix_is_that_of_the_api_and_turns_to_districts(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=matrix")
    counts = told(page, "/v1/stats/matrix?rows=institution&limit=25")["counts"]
    shown = page.run("[...document.querySelectorAll('.matrix tbody td:not(.sum)')].map((td) => Number(td.textContent))")
    assert shown == [count for row in counts for count in row]
    choose(page, "rows", "district")
    assert page.run("location.hash") == "#view=matrix&rows=district"


def test_a_meeting_has_its_sides_each_person_with_the_sentence(page: Browser, address: str) -> None:
    meeting = told(page, "/v1/meetings?entity=i-bistu&limit=1")["items"][0]
    text = page.open(f"{address}/#view=event&id={meeting['id']}")
    assert "Hosts" in text
    assert "Visitors" in text
    assert "15 November 2024 (the text says so)" in text
    assert page.run("document.querySelectorAll('.sides blockquote').length") == len(meeting["participants"])


def test_an_agreement_has_its_parties_with_who_signed(page: Browser, address: str) -> None:
    agreements = told(page, "/v1/agreements?limit=50")["items"]
    signed = next(each for each in agreements if each["signatories"])
    page.open(f"{address}/#view=event&id={signed['id']}")
    assert page.run("document.querySelectorAll('.sides section').length") == len(signed["parties"])
    assert page.run("document.querySelectorAll('.sides li').length") == len(signed["signatories"])
