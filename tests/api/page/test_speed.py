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
LOADS = 4
TOLD = "first picture {:.0f} ms, longest task {:.0f} ms, processor time of the main thread {:.0f} ms"
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
    window.call("Performance.enable", timeDomain="threadTicks")
    script = window.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)["identifier"]
    figures = []
    try:
        for _ in range(LOADS):
            window.call("Page.navigate", url="about:blank")
            window.call("Page.navigate", url=f"{crowded}/#view=picture&centre=p-{size:06}")
            window.run("document.readyState")
            window.until("window.drawn && document.querySelector('.count-line').innerText")
            metrics = {each["name"]: each["value"] for each in window.call("Performance.getMetrics")["metrics"]}
            window.run("new Promise((done) => setTimeout(done, 1000))")  # the rest of the lines
            busy = metrics["TaskDuration"] * 1000
            figures.append((window.run("drawn"), max(window.run("tasks"), default=0), busy))
    finally:
        window.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    print(f"{size} nodes:", "; ".join(TOLD.format(*each) for each in figures))
    assert f"{size:,} of {size:,}" in window.run("document.querySelector('.count-line').innerText")
    window.call("Page.navigate", url="about:blank")
