"""What the page says where something is missing, slow or broken: always words, in its own language, and a way on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.api.page.browser import Browser

SPOKEN = {"en": "Try again", "zh": "重试"}


@contextmanager
def network(page: Browser, *, cut: bool = False, delay: int = 0) -> Iterator[None]:
    """The way to the server is cut, or each answer takes ``delay`` milliseconds; what fails is no fault of the page."""
    page.call(
        "Network.emulateNetworkConditions", offline=cut, latency=delay, downloadThroughput=-1, uploadThroughput=-1
    )
    try:
        yield
    finally:
        page.call(
            "Network.emulateNetworkConditions", offline=False, latency=0, downloadThroughput=-1, uploadThroughput=-1
        )
        page.events.clear()


def speak(page: Browser, language: str) -> None:
    page.run(f"localStorage.setItem('language', '{language}')")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_server_that_is_gone_is_told_and_asked_again_once_it_is_back(
    page: Browser, address: str, language: str
) -> None:
    speak(page, language)
    page.open(address)
    with network(page, cut=True):
        told = page.act("location.hash = '#view=entity&id=i-boe'")
    assert {"en": "The server does not answer", "zh": "服务器没有响应"}[language] in told
    assert SPOKEN[language] in told
    assert "BOE" in page.click("[name=again]")


def test_words_of_the_other_language_that_do_not_come_are_told_of_in_the_one_that_is_there(
    page: Browser, address: str
) -> None:
    page.open(f"{address}/#view=entity&id=i-boe")
    with network(page, cut=True):
        assert "The server does not answer" in page.click("#language")
    assert "BOE" in page.click("[name=again]")
    assert "会见" in page.click("#language")


def test_a_list_that_cannot_be_read_on_says_so_beside_its_button_and_keeps_it(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=entity&id=i-bistu")
    shown = page.run("document.querySelectorAll('main .event').length")
    with network(page, cut=True):
        page.click("[name=more]")
        page.until("document.querySelector('.actions > .error')?.textContent.includes('does not answer')")
    page.click("[name=more]")
    page.until(f"document.querySelectorAll('main .event').length > {shown}")


def test_who_types_sees_that_nothing_is_called_so_and_that_no_answer_comes(page: Browser, address: str) -> None:
    seen = "document.querySelector('#search .note')?.textContent.includes('{}')"
    page.open(address)
    page.run("document.querySelector('#q').focus()")
    page.type("Xyzzyx Qqq")
    page.until(seen.format("Nothing is called"))
    with network(page, cut=True):
        page.type("x")
        page.until(seen.format("does not answer"))


@pytest.mark.parametrize("view", ["entity&id=p-deadbeef", "event&id=m-0", "article&id=a-0", "picture&centre=i-0"])
def test_a_stale_link_names_the_id_that_is_not_there(page: Browser, address: str, view: str) -> None:
    id = view.split("=")[-1]
    assert f"There is no entry “{id}”" in page.open(f"{address}/#view={view}")
    page.click("#language")
    assert f"没有编号为“{id}”的条目" in page.act("0")
    page.click("#language")


@pytest.mark.parametrize("view", ["entity", "event", "article", "search", "picture", "nonsense"])
def test_an_address_that_names_nothing_is_the_first_page(page: Browser, address: str, view: str) -> None:
    assert "See who met whom" in page.open(f"{address}/#view={view}")


def test_a_slow_answer_is_seen_to_be_waited_for(page: Browser, address: str) -> None:
    page.open(address)
    before = "getComputedStyle(document.querySelector('main'), '::before').content"
    assert "Looking" not in page.run(before)
    with network(page, delay=400):
        page.run("location.hash = '#view=matrix'")
        page.until("document.querySelector('main[aria-busy]')")
        assert "Looking" in page.run(before)
        page.act("0")
    assert "Looking" not in page.run(before)


def test_without_scripts_the_page_says_that_it_needs_them_and_shows_no_empty_controls(
    window: Browser, address: str
) -> None:
    window.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        window.call("Page.navigate", url="about:blank")
        window.call("Page.navigate", url=address)
        # Timers of the page are off too.
        while window.run("document.readyState") != "complete":
            pass
        text = window.run("document.body.innerText")
        sizes = window.run("[...document.querySelectorAll('button, input, .skip')].map((each) => each.offsetHeight)")
    finally:
        window.call("Emulation.setScriptExecutionDisabled", value=False)
    assert "needs JavaScript" in text
    assert "需要 JavaScript" in text
    assert set(sizes) == {0}


DATES = {
    "2024-04-19": ("19 April 2024", "2024年4月19日"),
    "2024-04": ("April 2024", "2024年4月"),
    "2024": ("2024", "2024年"),
    "XXXX-04-19": ("19 April (year unknown)", "4月19日（年份不详）"),
    "XXXX-02-29": ("29 February (year unknown)", "2月29日（年份不详）"),
    "2024-04-19/2024-05-01": ("19 April 2024 to 1 May 2024", "2024年4月19日至2024年5月1日"),
    "2024-04-19/..": ("from 19 April 2024 on", "2024年4月19日起"),
    "../2024-04-19": ("until 19 April 2024", "至2024年4月19日"),
    "": ("no date", "日期不详"),
}


@pytest.mark.parametrize(("place", "language"), [(0, "en"), (1, "zh")])
def test_dates_are_written_as_the_language_writes_them(page: Browser, place: int, language: str) -> None:
    told = page.run(
        f"""import("/static/language.js").then(async ({{ speak, when }}) => {{
        await speak("{language}"); return {list(DATES)}.map(when); }})"""
    )
    assert told == [each[place] for each in DATES.values()]


def test_thousands_are_counted_in_either_language(page: Browser) -> None:
    told = page.run("""Promise.all(["en", "zh"].map((language) => import(`/static/catalogues/${language}.js`)))
      .then((all) => all.map(({ default: words }) => words.count(12345)))""")
    assert told == [" (12,345)", "（12,345）"]
