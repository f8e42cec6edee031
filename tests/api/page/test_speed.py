"""How soon a picture of many is there, and how long it keeps the page from answering; printed, and held loosely.

Speed is the machine's affair, so what is asserted is work, not time: that a picture of 10,000 comes at all, and
that the page waits for the process that draws no more often than it must. ``pytest -s`` prints the figures of
docs/explorer.md.
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
LOADS = 3
LAYERS = ("edges", "nodes", "hoverNodes")
"""What sigma draws by WebGL: to get more contexts than these is to wait for nothing."""
TOLD = "first picture {:.0f} ms, longest task {:.0f} ms, processor time of the main thread {:.0f} ms"
WATCH = """window.tasks = []; window.drawn = null;
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((each) => each.duration)))
  .observe({ type: "longtask", buffered: true });
addEventListener("picture", () => requestAnimationFrame(() => setTimeout(() => { window.drawn = performance.now(); })),
  { once: true });
window.contexts = 0; window.sizes = [];
const get = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function getContext(kind, ...rest) {
  const had = this.got; this.got = true;
  if (kind.startsWith("webgl") && !had) contexts += 1;
  return get.call(this, kind, ...rest); };
addEventListener("picture", ({ detail }) => { const { width, height } = detail.renderer.getDimensions();
  sizes.push(`${width} x ${height}`); });"""
DRAWN = """{ const gl = document.querySelector(".stage .sigma-nodes").getContext("webgl2");
gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4)); }"""
"""A script that ends when all is drawn that was asked for: what is left of one load would be waited for in the next."""


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
            window.run("new Promise((done) => setTimeout(done, 1000))")  # the end of the page before
            window.call("Page.navigate", url=f"{crowded}/#view=picture&centre=p-{size:06}")
            window.run("document.readyState")
            window.until("window.drawn && document.querySelector('.count-line').innerText")
            metrics = {each["name"]: each["value"] for each in window.call("Performance.getMetrics")["metrics"]}
            window.until("document.querySelector('.stage').dataset.settled")
            window.run(DRAWN)
            assert window.run("contexts") == len(LAYERS)
            assert len(set(window.run("sizes"))) == 1  # to change it would be to wait until all is drawn
            busy = metrics["TaskDuration"] * 1000
            figures.append((window.run("drawn"), max(window.run("tasks"), default=0), busy))
    finally:
        window.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    print(f"{size} nodes:", "; ".join(TOLD.format(*each) for each in figures))
    assert f"{size:,} of {size:,}" in window.run("document.querySelector('.count-line').innerText")
    window.call("Page.navigate", url="about:blank")


def test_a_large_answer_comes_in_parts_and_whole(window: Browser, crowded: str) -> None:
    window.open(crowded)
    told = window.run(f"""(async () => {{
      const address = "/v1/entities/p-{SIZES[0]:06}/neighbourhood";
      const handled = [];
      const Own = Worker;
      globalThis.Worker = class extends Own {{
        set onmessage(take) {{
          super.onmessage = (event) => {{ handled.push(event.data.part?.length ?? 0); take(event); }};
        }}
      }};
      const {{ parsed }} = await import("/static/json.js");
      const large = await fetch(address).then((answer) => answer.text());
      const whole = await parsed(new Response(large + " ".repeat(1 << 20)));
      const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
      const all = JSON.parse(large);
      return [same(whole.edges, all.edges), same(whole.nodes, all.nodes), whole.centre.id === all.centre.id,
        handled.length > 3 && Math.max(...handled) <= 1000];
    }})()""")
    assert told == [True] * 4
