"""How soon a picture of many is there, and how long it keeps the page from answering; printed, and held loosely.

Speed is the machine's affair, so what is asserted is work, not time: that a picture of 10,000 comes at all.
``pytest -s`` prints the figures of docs/explorer.md.
"""

import gzip
import json
from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Response

from api.app import create_app
from graph.settings import Settings
from tests.api.page.browser import Browser
from tests.api.page.conftest import serving
from tests.api.page.crowd import crowd

SIZES = (1000, 5000, 10000)
WATCH = """window.tasks = []; window.drawn = null;
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((each) => each.duration)))
  .observe({ type: "longtask", buffered: true });
addEventListener("picture", () => requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); })),
  { once: true });"""


@pytest.fixture(scope="module")
def crowded() -> Iterator[str]:
    """A server whose neighbourhoods are crowds of as many as the id says, made and packed before they are asked for."""
    answers = {f"p-{size:06}": gzip.compress(json.dumps(crowd(size)).encode(), 1) for size in SIZES}
    app = FastAPI()

    @app.get("/v1/entities/{name}/neighbourhood")
    def neighbourhood(name: str) -> Response:
        return Response(answers[name], media_type="application/json", headers={"Content-Encoding": "gzip"})

    app.mount("/", create_app(Settings(store="none.lbug")))
    with serving(app) as address:
        yield address


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_of_many_is_drawn_and_laid_out(window: Browser, crowded: str, size: int) -> None:
    script = window.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)["identifier"]
    try:
        for _ in range(2):  # the second is warm
            window.call("Page.navigate", url="about:blank")
            window.call("Page.navigate", url=f"{crowded}/#view=picture&centre=p-{size:06}")
            window.run("document.readyState")
            window.until("drawn")
            first = window.run("drawn")
    finally:
        window.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    longest = max(window.run("tasks"), default=0)
    print(f"{size} nodes: first picture after {first:.0f} ms, longest task {longest:.0f} ms")
    assert f"{size:,} of {size:,}" in window.run("document.querySelector('.count-line').innerText")
    window.call("Page.navigate", url="about:blank")
