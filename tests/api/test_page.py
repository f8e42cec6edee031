"""The first page in a real browser: a headless Chromium, spoken to in its own protocol (CDP) over a pipe.

Two pipes and JSON between zero bytes are all it takes; a driver would be one more thing to fetch and to keep in step.
Without Chromium the tests are skipped; where ``CI=true`` they fail.
"""

import json
import os
import re
import select
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn

from api.app import create_app
from graph.settings import Settings
from graph.stores import open_store
from loaders.pipeline import load

SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"
LOGGED = ("Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled")
"""Failed requests and broken rules (CSP), errors, and whatever a script says to the console."""
PATIENCE = 60
"""Seconds until a browser that does not answer is given up; no measure of speed."""
SETTLED = """new Promise((done) => { const look = () => document.querySelector("main")?.childElementCount
  && !document.querySelector("main").hasAttribute("aria-busy") ? done(true) : setTimeout(look, 20); look(); })"""


class Browser:
    """One page, with what it logged and asked for."""

    def __init__(self, reader: int, writer: int) -> None:
        self._reader, self._writer, self._rest, self._number = reader, writer, b"", 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The result of a command; what happens meanwhile is kept in ``events``."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writer, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._reader], [], [], PATIENCE)
            piece = os.read(self._reader, 1 << 16) if ready else b""
            assert piece, "the browser does not answer"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def run(self, script: str) -> Any:
        """The value of a script, awaited."""
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def act(self, script: str) -> str:
        """The text of the page's main part after a script and all that it set going."""
        self.run(script)
        self.run(SETTLED)
        return str(self.run('document.querySelector("main").innerText'))

    def open(self, address: str) -> str:
        self.call("Page.navigate", url=address)
        # An answer tells that the new page has begun, so what is asked next is asked of it.
        self.run("document.readyState")
        return self.act("0")


def _program() -> str:
    if found := shutil.which("chromium") or shutil.which("chromium-browser"):
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("no Chromium")
    pytest.skip("no Chromium")


@contextmanager
def _chromium(profile: Path) -> Iterator[Browser]:
    (theirs, writer), (reader, answers) = os.pipe(), os.pipe()
    options = [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--lang=en",
        "--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={profile}",
    ]  # fmt: skip
    # Chromium reads its file 3 and writes its file 4, whatever these are here.
    command = ["bash", "-c", f'exec "$@" 3<&{theirs} 4>&{answers}', "bash", _program(), *options]
    process = subprocess.Popen(
        command, pass_fds=(theirs, answers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(theirs)
    os.close(answers)
    try:
        yield Browser(reader, writer)
    finally:
        process.terminate()
        process.wait()
        os.close(reader)
        os.close(writer)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of the sample articles."""
    settings = Settings(store=str(tmp_path_factory.mktemp("page") / "graph.lbug"))
    with open_store(settings) as store:
        load(store, [SAMPLES])
    server = uvicorn.Server(uvicorn.Config(create_app(settings), host="127.0.0.1", port=0, log_level="error"))
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
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with _chromium(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Browser]:
    """The first page; after each test, nothing was logged, no rule was broken and no other host was asked."""
    chromium.open(address)
    chromium.events.clear()
    yield chromium
    chromium.run("0")
    logged = [e for e in chromium.events if e["method"] in LOGGED]
    asked = [e["params"]["request"]["url"] for e in chromium.events if e["method"] == "Network.requestWillBeSent"]
    # The answers to a name that nobody bears, or several.
    complaints = [e for e in logged if not re.search("status of (404|409)", json.dumps(e))]
    assert complaints == []
    assert {urlsplit(url).netloc for url in asked} <= {urlsplit(address).netloc}


def search(name: str) -> str:
    field = "document.querySelector('#q')"
    return f"{field}.value = {json.dumps(name)}; {field}.form.requestSubmit()"


@pytest.mark.parametrize("name", ["Guo Fu", "郭福"])
def test_a_search_in_either_language_finds_both_names(page: Browser, name: str) -> None:
    found = page.act(search(name))
    assert "郭福" in found
    assert "Guo Fu" in found


def test_a_hit_leads_to_the_entity_with_whom_it_met(page: Browser) -> None:
    page.act(search("Guo Fu"))
    told = page.act("document.querySelector('main .results a').click()")
    assert "entity=p-" in page.run("location.search")
    assert page.run("document.querySelectorAll('main details').length") > 1
    assert "Guo Fu" in told


def test_a_sentence_leads_to_its_article_with_the_sentence_marked(page: Browser) -> None:
    page.act(search("Guo Fu"))
    page.act("document.querySelector('main .results a').click()")
    page.act("document.querySelector('main a[href*=\"article=\"]').click()")
    quote = page.run("document.querySelector('#quote').innerText")
    assert quote
    assert quote in page.run("document.querySelector('.article').innerText")


def test_what_an_article_mentions_is_named_in_the_language_of_the_page(page: Browser) -> None:
    page.act(search("Guo Fu"))
    page.act("document.querySelector('main .results a').click()")
    page.act("document.querySelector('main a[href*=\"article=\"]').click()")
    assert "Guo Fu 郭福" in page.run("document.querySelector('.mentioned').innerText")


def test_every_route_says_what_it_answers_before_it_is_opened(page: Browser, address: str) -> None:
    page.open(f"{address}/docs")
    page.run("""new Promise((done) => { const look = () => document.querySelector("#routes[aria-busy]")
      ? setTimeout(look, 20) : done(true); look(); })""")
    told = page.run("[...document.querySelectorAll('#routes summary')].map((row) => row.innerText)")
    assert "GET /v1/meetings/{id} One meeting" in told
    assert all(re.fullmatch(r"[A-Z]+ /\S* .+", row) for row in told)


def test_two_names_are_joined_by_a_path(page: Browser) -> None:
    form = "const form = document.querySelector('#path').elements"
    page.act(f"{{ {form}; form.from.value = 'Wu Xiaojie'; form.to.value = '欧阳静'; form.from.form.requestSubmit() }}")
    assert page.run("document.querySelectorAll('main .chain').length") > 0


def test_a_name_that_nobody_bears_is_told(page: Browser) -> None:
    assert "Xyzzyx" in page.act(search("Xyzzyx Qqq"))
    assert page.run("document.querySelectorAll('main .results a').length") == 0


def test_the_language_changes_and_changes_back(page: Browser) -> None:
    before = page.run("document.documentElement.lang")
    page.act("document.querySelector('#language').click()")
    assert page.run("document.documentElement.lang") != before
    page.act("document.querySelector('#language').click()")
    assert page.run("document.documentElement.lang") == before


def connect(source: str, target: str) -> str:
    ends = json.dumps({"from": source, "to": target})
    return f"""{{ const form = document.querySelector('#path');
      for (const [end, name] of Object.entries({ends})) form.elements[end].value = name;
      form.requestSubmit(); }}"""


FIELDS = "['#q', '[name=from]', '[name=to]'].map((field) => document.querySelector(field).value)"
BACK = "new Promise((done) => { addEventListener('popstate', () => done(true), { once: true }); history.back(); })"


def test_going_back_and_loading_again_restore_the_fields(page: Browser) -> None:
    page.act(search("Guo"))
    page.act(connect("Wu Xiaojie", "Guo Fu"))
    assert page.run(FIELDS) == ["", "Wu Xiaojie", "Guo Fu"]
    page.act(BACK)
    assert page.run(FIELDS) == ["Guo", "", ""]
    page.open(page.run("location.href"))
    assert page.run(FIELDS) == ["Guo", "", ""]


def test_a_path_that_is_asked_for_by_ids_shows_names_in_the_fields(page: Browser, address: str) -> None:
    page.open(f"{address}/?from=i-bistu&to=d-110105")
    assert page.run(FIELDS)[1:] == ["Beijing Information Science and Technology University", "Chaoyang District"]


def test_no_path_is_told_with_what_would_give_one_and_what_there_is(page: Browser, address: str) -> None:
    page.open(f"{address}/?from=南开大学&to=海淀区")
    said = page.run("document.querySelector('main').innerText")
    assert "there is a path of 4 hops" in said
    assert "海淀区 is connected with nobody" in said
    assert "The graph was made of 28 articles of 2022 to 2025" in said


def test_which_of_the_namesakes_is_chosen_and_the_path_goes_on(page: Browser) -> None:
    asked = page.act(connect("刘佳", "郭福"))
    choices = page.run("[...document.querySelectorAll('main .results li')].map((choice) => choice.innerText)")
    assert "Which one?" in asked
    assert len(choices) == len(set(choices)) > 1
    page.act("document.querySelector('main .results a').click()")
    assert page.run("new URLSearchParams(location.search).get('from')").startswith("p-")
    assert page.run(FIELDS)[1:] == ["刘佳", "郭福"]


def test_an_entity_lists_its_agreements_with_parties_status_and_sentence(page: Browser, address: str) -> None:
    told = page.open(f"{address}/?entity=i-boe")
    assert "Agreements" in told
    assert "Parties:" in told
    assert "signed" in told
    assert page.run("document.querySelectorAll('main details blockquote').length") > 0


def test_at_most_eight_aliases_are_shown_before_the_rest_is_asked_for(page: Browser, address: str) -> None:
    page.open(f"{address}/?entity=i-bistu")
    aliases = page.run("document.querySelector('.aliases').firstChild.textContent")
    assert len(aliases.split(", ")) <= 8
