"""A server that wants a key: the page asks for it, keeps it in its tab, and says so where it is wrong."""

from collections.abc import Iterator

import pytest

from api.app import create_app
from api.keys import Keys
from graph.settings import Settings
from graph.stores import open_store
from tests.api.page.browser import Browser
from tests.api.page.conftest import complaints, serving


@pytest.fixture
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a server that answers nobody without a key, and a key."""
    folder = tmp_path_factory.mktemp("locked")
    settings = Settings(store=str(folder / "graph.lbug"), keys=folder / "keys.jsonl")
    with open_store(settings):
        pass
    _, key = Keys(settings.keys).add("reader", ["read"])
    with serving(create_app(settings, anonymous=False)) as address:
        yield address, key


def enter(page: Browser, key: str) -> None:
    page.until("document.querySelector('#ask-key')?.open")
    page.run("document.querySelector('#key-value').focus()")
    page.type(key)
    page.run("document.querySelector('#ask-key button').click()")


def test_a_key_is_asked_for_again_until_it_opens_and_is_never_in_an_address(
    window: Browser, locked: tuple[str, str]
) -> None:
    address, key = locked
    window.call("Page.navigate", url=address)
    enter(window, "jjj_wrong")
    window.until("document.querySelector('#ask-key-why').innerText.includes('does not know')")
    enter(window, key)
    assert "See who met whom" in window.act("0")
    assert window.run("document.querySelector('#key').getAttribute('aria-pressed')") == "true"
    requests = [e["params"]["request"] for e in window.events if e["method"] == "Network.requestWillBeSent"]
    assert any(request["headers"].get("Authorization") == f"Bearer {key}" for request in requests)
    assert not any(key in request["url"] for request in requests)
    assert complaints(window, address) == []
    window.run("sessionStorage.clear()")


def test_who_has_no_key_is_told_so_in_words(window: Browser, locked: tuple[str, str]) -> None:
    address, _ = locked
    window.call("Page.navigate", url=address)
    window.until("document.querySelector('#ask-key')?.open")
    window.press("Escape")
    window.until("document.querySelector('main').innerText.includes('only with a key')")
    window.run("document.querySelector('[name=use-key]').click()")
    window.until("document.querySelector('#ask-key').open")
