"""The page asks the API alone, so the store behind it makes no difference: the main way through it, on Neo4j too."""

from collections.abc import Iterator

import pytest

from api.app import create_app
from graph.settings import Settings
from graph.stores import open_store
from loaders.pipeline import load
from tests.api.page.browser import Browser
from tests.api.page.conftest import SAMPLES, complaints, serving


@pytest.fixture
def served(store_settings: Settings) -> Iterator[str]:
    with open_store(store_settings) as store:
        load(store, [SAMPLES])
    with serving(create_app(store_settings)) as address:
        yield address


@pytest.mark.slow
def test_a_name_its_picture_a_sentence_and_a_path_are_found(window: Browser, served: str) -> None:
    window.open(f"{served}/#view=search&q=guofu")
    window.events.clear()
    told = window.click("main .results a")
    assert "entities shown" in told
    window.open(f"{served}/#view=picture&centre=i-bistu&at=d-110105~i-bistu")
    assert window.run("document.querySelectorAll('.panel blockquote').length") > 0
    window.open(f"{served}/#view=path&from=Wu Xiaojie&to=欧阳静")
    assert window.run("document.querySelectorAll('main .chain blockquote').length") > 0
    assert complaints(window, served) == []
