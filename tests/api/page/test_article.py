"""An article with its facts at their place: what is marked is what the API says, character by character."""

import json
from typing import Any

import pytest

from tests.api.page.browser import Browser

TEXT = "document.querySelector('.article').cloneNode(true)"
WITHOUT_NUMBERS = """(() => {
  const text = document.querySelector('.article').cloneNode(true);
  text.querySelectorAll('sup').forEach((each) => each.remove());
  return text.textContent;
})()"""


def told(page: Browser, path: str) -> Any:
    return page.run(f"fetch({json.dumps(path)}).then((answer) => answer.json())")


def with_damage(page: Browser) -> str:
    """The id of a sample whose cleaned text differs from the raw one."""
    for article in told(page, "/v1/articles?limit=50&lang=zh")["items"]:
        raw, read = (told(page, f"/v1/articles/{article['id']}{part}") for part in ("", "/cleaned"))
        if raw["text"] != read["text"]:
            return str(article["id"])
    raise AssertionError("no sample is damaged")


@pytest.mark.parametrize(("part", "state"), [("", ""), ("/cleaned", "&text=cleaned")], ids=["raw", "cleaned"])
def test_every_name_is_marked_at_its_place_in_either_text(page: Browser, address: str, part: str, state: str) -> None:
    id = with_damage(page)
    article = told(page, f"/v1/articles/{id}{part}")
    page.open(f"{address}/#view=article&id={id}{state}")
    assert page.run(WITHOUT_NUMBERS) == article["text"]
    names = [span["quote"] for span in article["spans"] if span["kind"] == "person"]
    marked = page.run("[...document.querySelectorAll('.article .fact.person')].map((each) => each.textContent)")
    assert marked == names != []


def test_the_sentence_of_an_event_leads_to_the_event(page: Browser, address: str) -> None:
    meeting = told(page, "/v1/meetings?limit=1")["items"][0]
    quote = meeting["evidence"][0]
    view = f"#view=article&id={quote['article']['id']}&start={quote['start']}&end={quote['end']}"
    page.open(f"{address}/{view}")
    assert page.run(f"document.querySelector('#quote').textContent.includes({json.dumps(quote['quote'])})")
    page.click("#quote sup a")
    assert f"view=event&id={meeting['id']}" in page.run("location.hash")


def test_a_text_that_counts_in_code_points_is_cut_in_code_points(page: Browser) -> None:
    marked = page.run("""import('/static/annotated.js').then(({ annotated }) => {
      const into = document.createElement('p');
      const spans = [{ kind: 'meeting', id: 'm-1', start: 1, end: 6 },
        { kind: 'person', id: 'p-1', name: '𠮷田', start: 2, end: 4 },
        { kind: 'agreement', id: 'g-1', start: 3, end: 7 }];
      into.append(...annotated('😀见𠮷田签约了。', spans, { start: 1, end: 6 }).flat(Infinity));
      into.querySelectorAll('sup').forEach((each) => each.remove());
      return [into.textContent, into.querySelector('#quote').textContent,
        [...into.querySelectorAll('.person')].map((each) => each.textContent).join(''),
        [...into.querySelectorAll('mark.agreement')].map((each) => each.textContent).join('')];
    })""")
    assert marked == ["😀见𠮷田签约了。", "见𠮷田签约", "𠮷田", "田签约了"]


def test_what_stands_out_is_chosen_and_undone(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=article&id={told(page, '/v1/articles?limit=1')['items'][0]['id']}")
    page.click("input[name=without][value=person]")
    assert page.run("location.hash").endswith("without=person")
    assert page.run("document.querySelector('.article').classList.contains('without-person')")
    page.run("history.back()")
    page.until("!document.querySelector('.article').classList.contains('without-person')")


def test_the_mentions_of_a_name_are_gone_through_one_by_one(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=article&id={with_damage(page)}")
    page.click(".facts-told button")
    first = page.run("document.activeElement.closest('.article')?.querySelectorAll('a').length")
    assert first
    assert "view=entity" in page.run("document.activeElement.getAttribute('href')")
