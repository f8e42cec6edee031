"""Who is who on the page: read by everybody, decided and taken back by who has a key that may write."""

from collections.abc import Iterator

import pytest

from api.app import create_app
from api.keys import Keys
from graph.settings import Settings
from graph.stores import open_store
from loaders.pipeline import load
from tests.api.page.browser import Browser
from tests.api.page.conftest import SAMPLES, complaints, serving

PERSON = "fetch('/v1/search?q=欧阳静').then((answer) => answer.json()).then(({ items }) => items[0].id)"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of a server that takes judgements, and a key to read and one to write."""
    folder = tmp_path_factory.mktemp("judging")
    settings = Settings(store=str(folder / "graph.lbug"), keys=folder / "keys.jsonl", write=True)
    with open_store(settings) as store:
        load(store, [SAMPLES])
    keys = {scope: Keys(settings.keys).add(f"{scope}r", [scope])[1] for scope in ("read", "write")}
    with serving(create_app(settings)) as address:
        yield address, keys


def opened(window: Browser, address: str, key: str | None) -> str:
    window.open(address)
    window.run("localStorage.setItem('language', 'en'); sessionStorage.clear()")
    if key:
        window.run(f"sessionStorage.setItem('key', '{key}')")
    window.events.clear()
    return window.open(f"{address}/#view=judgements")


def test_a_pair_is_decided_and_the_decision_taken_back(window: Browser, written: tuple[str, dict[str, str]]) -> None:
    address, keys = written
    told = opened(window, address, keys["write"])
    assert "Speaks against" in told
    pairs = window.run("document.querySelectorAll('.pair').length")
    window.run("document.querySelector('.pair .deciding input').focus()")
    window.type("two offices, two persons")
    window.click(".pair [data-verdict=different]")
    window.until("document.querySelector('.deciding .undo')")
    assert "Different" in window.run("document.querySelector('.deciding').innerText")
    told = window.open(f"{address}/#view=judgements")
    assert window.run("document.querySelectorAll('.pair').length") == pairs - 1
    assert "writer" in told
    assert "two offices, two persons" in told
    window.click(".judgement .undo")
    window.until("document.querySelector('main').innerText.includes('taken back by writer')")
    window.open(f"{address}/#view=judgements")
    assert window.run("document.querySelectorAll('.pair').length") == pairs
    assert complaints(window, address) == []


def test_without_a_key_one_reads_and_is_offered_to_use_one(
    window: Browser, written: tuple[str, dict[str, str]]
) -> None:
    address, keys = written
    opened(window, address, None)
    assert window.run("document.querySelectorAll('.pair').length") > 0
    assert window.run("document.querySelectorAll('[data-verdict]').length") == 0
    window.run("document.querySelector('[name=use-key]').click()")
    window.until("document.querySelector('#ask-key')?.open")
    window.run("document.querySelector('#key-value').focus()")
    window.type(keys["write"])
    window.run("document.querySelector('#ask-key button').click()")
    window.until("document.querySelector('[data-verdict]')")


def test_a_key_that_may_only_read_is_told_so(window: Browser, written: tuple[str, dict[str, str]]) -> None:
    address, keys = written
    opened(window, address, keys["read"])
    window.click(".pair [data-verdict=same]")
    window.until("document.querySelector('.deciding').innerText.includes('does not allow')")
    window.run("sessionStorage.clear()")


def test_an_entity_tells_the_records_that_form_it_and_what_joined_them(
    window: Browser, written: tuple[str, dict[str, str]]
) -> None:
    address, _ = written
    opened(window, address, None)
    told = window.open(f"{address}/#view=judgements&entity=i-bistu")
    assert "What each article tells" in told
    assert window.run("document.querySelectorAll('.cards .card blockquote').length") > 0


def test_in_chinese_the_reasons_are_chinese(window: Browser, written: tuple[str, dict[str, str]]) -> None:
    address, _ = written
    opened(window, address, None)
    window.run("localStorage.setItem('language', 'zh')")
    for view in ("", "&entity=i-bistu", f"&entity={window.run(PERSON)}"):
        told = window.open(f"{address}/#view=judgements{view}")
        assert "身份判定" in told
        assert window.run("[...document.querySelectorAll('main span[lang=en]')].map((each) => each.innerText)") == []
    window.run("localStorage.setItem('language', 'en')")
