import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from starlette.types import ASGIApp

from api.app import create_app
from graph.settings import Settings
from tests.api.page.browser import Browser, chromium

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"
LOGGED = ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
"""Failed requests and broken rules (CSP), errors, and whatever a script says to the console."""
HARMLESS = re.compile("status of (401|404|409|422)|GL Driver Message")
"""The answers to a name that nobody bears, or several, without a key, or to Cypher that cannot be asked; and what a
software renderer says."""


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """The address of a server of the application, on a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def address(samples_file: Path) -> Iterator[str]:
    """A server of the sample articles."""
    with serving(create_app(Settings(store=str(samples_file)))) as address:
        yield address


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("chromium")) as browser:
        browser.size(1280, 800)
        yield browser


def complaints(browser: Browser, address: str) -> list[str]:
    """What the page logged that it should not have, and the other hosts that it asked."""
    browser.run("0")
    logged = [json.dumps(e["params"]) for e in browser.events if e["method"] in LOGGED]
    asked = [e["params"]["request"]["url"] for e in browser.events if e["method"] == "Network.requestWillBeSent"]
    elsewhere = [url for url in asked if urlsplit(url).netloc not in ("", urlsplit(address).netloc)]
    return [line for line in logged if not HARMLESS.search(line)] + elsewhere


@pytest.fixture
def page(window: Browser, address: str) -> Iterator[Browser]:
    """The first page, in English; after each test nothing was logged, no rule broken, no other host asked."""
    window.call("Storage.clearDataForOrigin", origin=address, storageTypes="local_storage")
    window.open(address)
    window.run("sessionStorage.clear()")
    window.events.clear()
    yield window
    assert complaints(window, address) == []
