"""Text of an article is text in the page, whatever it looks like: with the policy of the server and without it."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.app import create_app
from graph.settings import Settings
from graph.store import Change, Edge, Node, Value
from graph.stores import open_store
from tests.api.page.browser import Browser
from tests.api.page.conftest import complaints, serving

ATTACKS = [
    text.replace("X", "attacked(1)").replace("H", "//attacker.invalid")
    for text in json.loads((Path(__file__).parent / "attacks.json").read_text(encoding="utf-8"))
]
"""Strings that run, load or break out where a page takes text for anything but text."""
ATTACKED = "window.attacks = 0; window.attacked = () => { attacks += 1; }; window.alert = attacked;"


class Unguarded:
    """The application without its Content-Security-Policy, so that nothing but the page's own care protects it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def bare(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [h for h in message["headers"] if h[0] != b"content-security-policy"]
            await send(message)

        await self._app(scope, receive, bare)


def _fill(path: Path) -> None:
    """A store in which every text, of names, titles, places, subjects, sentences and addresses, is an attack."""
    nodes, edges = [_person(0, "Centre")], []
    for number, attack in enumerate(ATTACKS, start=1):
        more_nodes, more_edges = _attacked(number, attack)
        nodes += more_nodes
        edges += more_edges
    with open_store(Settings(store=str(path))) as store, store.write() as transaction:
        transaction.apply(Change(put_nodes=nodes, put_edges=edges))


def _attacked(number: int, attack: str) -> tuple[list[Node], list[Edge]]:
    """A person, a body, a meeting, an agreement and an article of which every text is the attack."""
    ids = {kind: f"{kind}-{number:012x}" for kind in "pimga"}
    text = f"{attack} met Centre. {attack}"
    said: dict[str, Value] = {"quote": text, "start": 0, "end": len(text)}
    post = {**said, "article": ids["a"], "title": attack}
    nodes = [
        _person(number, attack),
        Node("Institution", {**_names(attack), "id": ids["i"], "kind": attack}),
        Node("Meeting", {**_DAY, "id": ids["m"], "basis": "text", "place": attack, "format": attack, "size": 2}),
        Node("Agreement", {**_DAY, "id": ids["g"], "status": "signed", "subject": attack, "kind": attack}),
        Node(
            "Article", {**_ARTICLE, **dict.fromkeys(("url", "title", "source"), attack), "id": ids["a"], "text": text}
        ),
    ]
    centre, person, body = ("Person", f"p-{0:012x}"), ("Person", ids["p"]), ("Institution", ids["i"])
    meeting, agreement, article = ("Meeting", ids["m"]), ("Agreement", ids["g"]), ("Article", ids["a"])
    surface: dict[str, Value] = {"surface": attack, "start": 0, "end": len(attack), "record": f"r-{number}"}
    edges = [
        Edge("MET", centre, person, {**_DAY, "event": ids["m"], "grade": "across", "confidence": 0.9}),
        Edge("ATTENDED", centre, meeting, post),
        Edge("ATTENDED", person, meeting, {**post, "role": attack}),
        Edge("HOLDS", person, body, {**post, "earliest": "2024-01-01", "latest": "2024-04-19"}),
        Edge("PARTY_TO", body, agreement),
        Edge("REPORTED_IN", meeting, article, {**said, "extractor": "rules", "record": f"r-{number}"}),
        Edge("REPORTED_IN", agreement, article, {**said, "extractor": "rules", "record": f"s-{number}"}),
        Edge("MENTIONED_IN", person, article, surface),
    ]
    return nodes, edges


_ARTICLE: dict[str, Value] = {"lang": "en", "published": "2024-04-20", "sha256": "0"}
_DAY: dict[str, Value] = {"date": "2024-04-19", "earliest": "2024-04-19", "latest": "2024-04-19"}


def _names(name: str) -> dict[str, Value]:
    return {"name": name, "name_zh": None, "name_en": name, "aliases": [name, f"also {name}"]}


def _person(number: int, name: str) -> Node:
    return Node("Person", {**_names(name), "id": f"p-{number:012x}"})


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of a server with the policy and of one without, of the same store."""
    path = tmp_path_factory.mktemp("attacks") / "graph.lbug"
    _fill(path)
    app = create_app(Settings(store=str(path)))
    with serving(app) as guarded, serving(Unguarded(create_app(Settings(store=str(path))))) as bare:
        yield {"on": guarded, "off": bare}


ECHO = f"RETURN {', '.join(f'$a{number}' for number in range(len(ATTACKS)))}"
VIEWS = (
    "#view=picture&centre=p-000000000000",
    "#view=picture&centre=p-000000000000&show=table",
    "#view=entity&id=p-000000000000",
    "#view=path&from=p-000000000001&to=p-000000000040",
    "#view=events&entity=i-000000000001",
    "#view=matrix",
    "#view=judgements",
    "#view=judgements&entity=p-000000000000",
    # All names in an answer; all strings as parameters from the link, in their fields and in the answer.
    "#view=question&id=who_met_whom&p.who=Centre",
    f"#{urlencode({'view': 'question', 'query': ECHO, **{f'p.a{n}': attack for n, attack in enumerate(ATTACKS)}})}",
)
OF_EACH = (
    "#view=entity&id=p-{}",
    "#view=article&id=a-{}",
    "#view=picture&centre=p-000000000000&at=p-000000000000~p-{}",
)
OF_EACH_TOO = (
    "#view=event&id=m-{}",
    "#view=event&id=g-{}",
    "#view=article&id=a-{}&text=cleaned",
    "#view=entity&id=i-{}",
)
FOLLOW = "document.querySelectorAll('main a:is([href^=javascript], [href^=data])').forEach((a) => a.click())"
ANSWERED = "document.querySelectorAll('.answer tbody :is(th, td)').length"
EXPORTS = """for (const way of "svg png csv json gexf".split(" ")) document.querySelector(`[data-way=${way}]`).click();
new Promise((done) => setTimeout(done, 500))"""


@pytest.mark.slow
@pytest.mark.parametrize("policy", ["on", "off"])
def test_no_attack_in_an_article_runs_or_leaves_the_server(
    window: Browser, attacked: dict[str, str], policy: str
) -> None:
    assert len(ATTACKS) >= 100
    address = attacked[policy]
    script = window.call("Page.addScriptToEvaluateOnNewDocument", source=ATTACKED)["identifier"]
    window.open(address)
    window.events.clear()
    try:
        for view in VIEWS:
            window.open(f"{address}/{view}")
            window.run(EXPORTS if "picture" in view and "table" not in view else "0")
            assert window.run("attacks") == 0, view
            assert "question" not in view or window.run(ANSWERED) >= len(ATTACKS), view
        for number in range(1, len(ATTACKS) + 1):
            for views in (OF_EACH, OF_EACH_TOO):
                view = views[number % len(views)].format(f"{number:012x}")
                window.act(f"location.hash = {json.dumps(view)}")
                window.run(FOLLOW)
            # What is wrong with it is told with the text that was asked.
            question = urlencode({"view": "question", "query": ATTACKS[number - 1]})
            window.act(f"location.hash = {json.dumps(question)}")
            assert window.run("document.querySelector('.answer .error') !== null")
        for attack in ATTACKS[::10]:
            window.act(f"location.hash = '#view=search&q=' + encodeURIComponent({json.dumps(attack)})")
            asked = urlencode({"view": "question", "id": "who_met_whom", "p.who": attack})
            window.act(f"location.hash = {json.dumps(asked)}")
        assert window.run("attacks") == 0
        assert complaints(window, address) == []
    finally:
        window.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
