"""Finding a name, looking around it and reading what it rests on, as a reader does it."""

import re

import pytest

from tests.api.page.browser import Browser

HASH = "decodeURIComponent(location.hash)"


def search(page: Browser, name: str) -> str:
    page.run("document.querySelector('#q').focus(); document.querySelector('#q').value = ''")
    page.type(name)
    return page.press("Enter")


@pytest.mark.parametrize("name", ["Guo Fu", "郭福", "guofu"])
def test_a_search_in_either_language_finds_both_names(page: Browser, name: str) -> None:
    found = search(page, name)
    assert "郭福" in found
    assert "Guo Fu" in found


def test_a_name_that_nobody_bears_is_told(page: Browser) -> None:
    assert "Xyzzyx" in search(page, "Xyzzyx Qqq")
    assert page.run("document.querySelectorAll('main .results a').length") == 0


def test_a_hit_leads_to_its_picture(page: Browser) -> None:
    search(page, "Guo Fu")
    told = page.click("main .results a")
    assert "centre=p-" in page.run(HASH)
    assert re.search(r"\d+ of \d+ entities shown", told)
    assert page.run("document.querySelectorAll('.stage canvas').length") > 0


def test_a_sentence_leads_to_its_article_with_the_sentence_marked(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=entity&id=i-bistu")
    page.click("main details[open] > ul blockquote + .source a")
    quote = page.run("document.querySelector('#quote').innerText")
    assert quote
    assert quote in page.run("document.querySelector('.article').innerText")


def test_the_language_changes_and_changes_back(page: Browser) -> None:
    before = page.run("document.documentElement.lang")
    page.click("#language")
    assert page.run("document.documentElement.lang") != before
    page.click("#language")
    assert page.run("document.documentElement.lang") == before


def test_the_addresses_of_the_first_version_still_lead_there(page: Browser, address: str) -> None:
    assert "BOE" in page.open(f"{address}/?entity=i-boe")
    assert page.run(HASH) == "#view=entity&id=i-boe"
    page.open(f"{address}/?from=Wu%20Xiaojie&to=%E9%83%AD%E7%A6%8F")
    assert page.run("document.querySelectorAll('main .chain').length") > 0


def test_every_route_says_what_it_answers_before_it_is_opened(page: Browser, address: str) -> None:
    page.call("Page.navigate", url=f"{address}/docs")
    page.run("""new Promise((done) => { const look = () => document.querySelector("#routes:not([aria-busy])")
      ? done(true) : setTimeout(look, 20); look(); })""")
    told = page.run("[...document.querySelectorAll('#routes summary')].map((row) => row.innerText)")
    assert "GET /v1/meetings/{id} One meeting" in told
    assert all(re.fullmatch(r"[A-Z]+ /\S* .+", row) for row in told)


def test_an_entity_lists_its_agreements_with_parties_status_and_sentence(page: Browser, address: str) -> None:
    told = page.open(f"{address}/#view=entity&id=i-boe")
    assert "Agreements" in told
    assert "signed" in told
    assert page.run("document.querySelectorAll('main blockquote').length") > 0
