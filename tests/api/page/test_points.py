"""What the explorer is for, point by point (``docs/explorer.md``), in both languages and on both stores.

The modules beside this one go into each at length, in English and on the embedded store.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.app import create_app
from api.keys import Keys
from graph.settings import Settings
from graph.stores import open_store
from graph.stores.cookbook import recipe
from loaders.pipeline import load
from tests.api.page.browser import Browser
from tests.api.page.conftest import SAMPLES, complaints, serving

SAVED = """(() => { const make = URL.createObjectURL; window.saved = [];
  URL.createObjectURL = (blob) => { saved.push(blob); return make.call(URL, blob); }; })()"""

ON_THE_WAY = "[...document.querySelectorAll('.chain .name')].map((each) => each.innerText)"


@dataclass(frozen=True)
class Reader:
    """Who reads the page of a server in a language; with a key that may write."""

    page: Browser
    address: str
    language: str
    key: str

    def open(self, view: str) -> str:
        return self.page.open(f"{self.address}/{view}")

    def word(self, path: str) -> str:
        """What the catalogue of the language has for it: a word, or a call of one that is made of numbers or names."""
        catalogue = f"import('/static/catalogues/{self.language}.js')"
        return str(self.page.run(f"{catalogue}.then(({{ default: words }}) => words.{path})"))

    def count(self, selector: str) -> int:
        return int(self.page.run(f"document.querySelectorAll({json.dumps(selector)}).length"))

    def asked(self, path: str) -> Any:
        return self.page.run(f"fetch({json.dumps(path)}).then((answer) => answer.json())")


@pytest.fixture(scope="module")
def served(module_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a server of the samples on each store, and a key that may write there."""
    with open_store(module_settings) as store:
        load(store, [SAMPLES])
    keys: Path = tmp_path_factory.mktemp("keys") / "keys.jsonl"
    _, key = Keys(keys).add("writer", ["write"])
    with serving(create_app(module_settings.model_copy(update={"keys": keys, "write": True}))) as address:
        yield address, key


@pytest.fixture(params=["en", "zh"])
def reader(request: pytest.FixtureRequest, window: Browser, served: tuple[str, str]) -> Iterator[Reader]:
    address, key = served
    window.open(address)
    window.run(f"localStorage.setItem('language', '{request.param}'); sessionStorage.clear()")
    window.events.clear()
    window.open(address)
    yield Reader(window, address, request.param, key)
    assert complaints(window, address) == []


def test_1_a_name_in_pinyin_is_found_with_both_its_names_and_what_it_is(reader: Reader) -> None:
    page = reader.page
    page.run("document.querySelector('#q').focus()")
    page.type("guofu")
    page.until("document.querySelector('.choices li')")
    choice = page.run("document.querySelector('.choices li').innerText")
    assert all(each in choice for each in ("郭福", "Guo Fu", reader.word("kind.person"), "2024"))
    page.press("ArrowDown", "Enter")
    assert "centre=p-" in page.run("location.hash")


def test_2_a_picture_tells_how_much_it_shows_and_a_filter_is_taken_back(reader: Reader) -> None:
    page, count = reader.page, "document.querySelector('.count-line').innerText"
    reader.open("#view=picture&centre=i-bistu")
    nodes = len(reader.asked("/v1/entities/i-bistu/neighbourhood?limit=300")["nodes"])
    before = str(page.run(count))
    shown, loaded, ties = page.run(f"{count}.match(/[0-9]+/g)")[:3]
    assert int(loaded) == nodes + 1
    assert reader.word(f"shown({shown}, {loaded}, {ties})") in before
    page.click("input[name=kind][value=person]")
    assert page.run(count) != before
    page.click("[data-tool=undo]")
    assert page.run(count) == before
    page.run("document.querySelector('.stage').focus()")
    page.press("ArrowRight", "Enter")
    tied = reader.word(f"tiesInPicture({reader.count('.panel .ties li')})")
    assert tied in page.run("document.querySelector('.panel').innerText")


def test_3_a_path_is_told_step_by_step_and_goes_through_and_around(reader: Reader) -> None:
    page = reader.page
    reader.open("#view=path")
    page.type("Wu Xiaojie")
    page.run("document.querySelector('#path-to').focus()")
    page.type("欧阳静")
    page.press("Enter")
    assert reader.count(".chain") > 0
    assert reader.count(".chain blockquote") > 0
    on_the_way = page.run("document.querySelector('.chain li:nth-child(2) .name').innerText")
    page.click(".chain li:nth-child(2) button.avoid")
    assert "avoid=p-" in page.run("location.hash")
    assert reader.count(".chain") > 0
    assert on_the_way not in page.run(ON_THE_WAY)
    page.click(".avoided button")
    page.run("document.querySelector('#path-through').focus()")
    page.type(on_the_way)
    page.until("document.querySelector('.way .choices li')")
    page.press("ArrowDown", "Enter", "Enter")
    assert "through=p-" in page.run("location.hash")
    assert "avoid=" not in page.run("location.hash")
    page.open(page.run("location.href"))
    assert page.run("document.querySelector('#path-through').value") == on_the_way
    assert on_the_way in page.run(ON_THE_WAY)
    told = reader.open("#view=path&from=南开大学&to=海淀区")
    assert reader.word("noPath(6)") in told
    assert reader.count(".offers button") > 0


def test_4_a_line_leads_to_its_sentence_and_the_sentence_to_its_place(reader: Reader) -> None:
    page = reader.page
    reader.open("#view=picture&centre=i-bistu&at=d-110105~i-bistu")
    quote = page.run("document.querySelector('.panel blockquote').innerText")
    page.click(".panel .source a")
    assert page.run("document.querySelector('#quote') !== null")
    assert quote[:10] in page.run("document.querySelector('.article').innerText").replace("\n", " ")
    assert reader.count(".article .fact") > 0
    assert reader.word("articleView.cleaned") in page.run("document.querySelector('main').innerText")


def test_5_entities_events_and_districts_have_pages(reader: Reader) -> None:
    told = reader.open("#view=entity&id=i-bistu")
    assert "北京信息科技大学" in told
    assert "Beijing Information Science and Technology University" in told
    assert reader.count(".tenures .tenure") > 0
    assert reader.word("timeline") in told
    told = reader.open("#view=entity&id=d-110112")
    assert reader.word("figures.partners") in told
    reader.page.click(".matrix td a")
    assert reader.count("main .brief") > 0
    meeting = reader.asked("/v1/meetings?entity=i-bistu&limit=1")["items"][0]["id"]
    told = reader.open(f"#view=event&id={meeting}")
    assert reader.word("eventView.side.host") in told
    assert reader.word("eventView.side.visitor") in told


def test_6_a_pair_is_decided_and_the_decision_taken_back(reader: Reader) -> None:
    page = reader.page
    page.run(f"sessionStorage.setItem('key', '{reader.key}')")
    reader.open("#view=judgements")
    pairs = reader.count(".pair")
    page.click(".pair [data-verdict=different]")
    page.until("document.querySelector('.deciding .undo')")
    assert reader.word("judging.verdict.different") in page.run("document.querySelector('.deciding').innerText")
    reader.open("#view=judgements")
    assert reader.count(".pair") == pairs - 1
    page.click(".judgement .undo")
    page.until("!document.querySelector('.judgement .undo')")
    reader.open("#view=judgements")
    assert reader.count(".pair") == pairs
    page.run("sessionStorage.clear()")


def test_7_a_picture_is_taken_along_and_restored_by_its_address(reader: Reader) -> None:
    page = reader.page
    reader.open("#view=picture&centre=i-bistu&kind=institution,district")
    shown = page.run("document.querySelector('main').innerText")
    page.run(SAVED)
    page.click(".menu summary")
    for way in ("png", "svg", "csv", "json", "gexf"):
        page.run("saved.length = 0")
        page.click(f"[data-way={way}]")
        page.until("saved.length")
        assert page.run("saved[0].size") > 500
        page.until("document.querySelector('.menu [role=status]').innerText")
    page.open(page.run("location.href"))
    assert page.run("document.querySelector('main').innerText") == shown


def test_8_a_table_says_the_same_by_keyboard_and_on_a_phone(reader: Reader) -> None:
    page = reader.page
    page.size(390, 844)
    try:
        reader.open("#view=picture&centre=i-bistu")
        page.run("document.querySelector('[data-tool=table]').focus()")
        page.press("Enter")
        numbers = page.run("document.querySelector('.count-line').innerText.match(/[0-9]+/g).map(Number)")
        rows = page.run("[...document.querySelectorAll('.tables tbody')].map((body) => body.rows.length)")
        assert rows == [numbers[2], min(numbers[:2])]
        assert page.run("document.documentElement.scrollWidth") <= 390
    finally:
        page.size(1280, 800)


def test_9_all_of_the_frame_and_every_date_is_in_the_language(reader: Reader) -> None:
    page = reader.page
    told = reader.open("#view=entity&id=i-bistu")
    assert page.run("document.documentElement.lang") == {"en": "en", "zh": "zh-CN"}[reader.language]
    assert {"en": "15 November 2024", "zh": "2024年11月15日"}[reader.language] in told
    frame = page.run(
        "[...document.querySelectorAll('[data-word]')].map((each) => [each.dataset.word, each.textContent])"
    )
    assert frame == [[word, reader.word(word)] for word, _ in frame]
    page.click("#language")
    assert page.run("document.documentElement.lang") == {"en": "zh-CN", "zh": "en"}[reader.language]
    page.click("#language")


def test_10_a_question_of_the_cookbook_is_asked_from_the_head_of_the_page(reader: Reader) -> None:
    page = reader.page
    page.click("a[href='#view=cookbook']")
    assert page.run("document.querySelector('nav [aria-current]').hash") == "#view=cookbook"
    page.click("main a[href='#view=question&id=travelling_companions']")
    page.click("button[name=ask]")
    asked = recipe("travelling_companions")
    assert reader.count(".answer tbody tr") == asked.rows
    shown, stored = page.run(
        "(({ innerText, title }) => [innerText, title])(document.querySelector('.answer td a span'))"
    )
    assert (stored or shown) == asked.answer[0][1]
    assert shown == {"en": "Xie Jiangling", "zh": "解江凌"}[reader.language]
    assert reader.word(f"cookbook.answered({asked.rows})") in page.run("document.querySelector('.answer').innerText")


@pytest.mark.parametrize("view", ["matrix", "judgements"])
def test_11_districts_and_judgements_are_found_in_the_head_of_the_page(reader: Reader, view: str) -> None:
    reader.page.click(f"nav a[href='#view={view}']")
    assert reader.count("main table.matrix" if view == "matrix" else "main .pair") > 0
