"""What no sample has: a hub, names without end, entries that were merged or taken out, no entry at all; and paper."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest

from api.app import create_app
from graph.settings import Settings
from graph.store import Change, Edge, Node, Value
from graph.stores import open_store
from tests.api.page.browser import Browser
from tests.api.page.conftest import complaints, serving

TIES = 350
NAMES = {"latin": "Institute of Coordinated Development " * 14, "han": "协同发展研究院" * 72, "unbroken": "W" * 500}
DAY: dict[str, Value] = {"date": "2024-04-19", "earliest": "2024-04-19", "latest": "2024-04-19"}
COUNT = "document.querySelector('.count-line').innerText"


def _entity(label: str, id: str, name: str) -> Node:
    return Node(label, {"id": id, "name": name, "name_zh": None, "name_en": name, "aliases": [name]})


def _hub() -> Change:
    """One who met all others at a meeting each; the last of these have endless names, and bodies of the same names."""
    hub = ("Person", "p-0")
    nodes, edges = (
        [_entity("Person", "p-0", "Hub"), _entity("District", "d-0", ("District of Words " * 28).strip())],
        [],
    )
    for number in range(1, TIES + 1):
        other, meeting = ("Person", f"p-{number:x}"), ("Meeting", f"m-{number:x}")
        nodes.append(_entity("Person", other[1], f"Other {number}"))
        nodes.append(Node("Meeting", {**DAY, "id": meeting[1], "basis": "text", "size": 2}))
        edges.append(Edge("MET", hub, other, {**DAY, "event": meeting[1], "grade": "across", "confidence": 0.9}))
        edges += [Edge("ATTENDED", who, meeting, {}) for who in (hub, other)]
    for number, (kind, name) in enumerate(NAMES.items()):
        nodes.append(_entity("Institution", f"i-{kind}", name.strip()))
        nodes.append(Node("Agreement", {**DAY, "id": f"g-{number}", "status": "signed", "subject": "a park"}))
        edges.append(Edge("PARTY_TO", ("Institution", f"i-{kind}"), ("Agreement", f"g-{number}")))
        edges.append(Edge("PARTY_TO", ("District", "d-0"), ("Agreement", f"g-{number}")))
        edges.append(
            Edge("SIGNED_AGREEMENT", ("Institution", f"i-{kind}"), ("District", "d-0"), {**DAY, "event": f"g-{number}"})
        )
    nodes += [Node("Redirect", {"id": "p-merged", "to": "p-0"}), Node("Redirect", {"id": "p-gone", "to": None})]
    return Change(put_nodes=nodes, put_edges=edges)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the hub."""
    settings = Settings(store=str(tmp_path_factory.mktemp("hub") / "graph.lbug"))
    with open_store(settings) as store, store.write() as transaction:
        transaction.apply(_hub())
    with serving(create_app(settings)) as address:
        yield address


@pytest.fixture
def reader(window: Browser, served: str) -> Iterator[Browser]:
    window.open(served)
    window.run("localStorage.setItem('language', 'en')")
    window.events.clear()
    yield window
    window.size(1280, 800)
    assert [line for line in complaints(window, served) if "status of 410" not in line] == []


def test_a_hub_is_shown_in_part_with_how_many_are_left_and_grows(reader: Browser, served: str) -> None:
    reader.open(f"{served}/#view=picture&centre=p-0")
    assert reader.run(COUNT) == "301 of 301 entities shown, 300 connections; 50 more not loaded"
    reader.click("[data-tool=grow]")
    assert reader.run(COUNT) == "351 of 351 entities shown, 350 connections"
    assert reader.run("document.querySelector('[data-tool=grow]')") is None


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", NAMES)
def test_an_endless_name_is_cut_in_a_line_and_whole_on_its_page(
    reader: Browser, served: str, kind: str, width: int
) -> None:
    reader.size(width, 800)
    name = NAMES[kind].strip()
    views = (
        "picture&centre={}",
        "picture&centre={}&show=table",
        "path&from={}&to=d-0",
        "matrix",
        "entity&id=d-0",
    )
    for view in (*views, f"search&q={quote(name[:20])}", "entity&id={}"):
        told = reader.open(f"{served}/#view={view}".replace("{}", f"i-{kind}"))
        assert name[:15] in told, view
        assert (name in told) == (view == "entity&id={}"), view
        assert reader.run("document.documentElement.scrollWidth") <= width, view


def test_the_link_of_a_merged_entry_leads_to_what_it_is_now_and_says_so(reader: Browser, served: str) -> None:
    for view in ("entity&id=p-merged", "picture&centre=p-merged"):
        told = reader.open(f"{served}/#view={view}")
        assert "Hub" in told
        assert "was found to be the same as this one" in told


def test_the_link_of_an_entry_that_was_taken_out_says_so_and_a_path_keeps_its_form(
    reader: Browser, served: str
) -> None:
    assert "This entry is gone" in reader.open(f"{served}/#view=entity&id=p-gone")
    assert "This entry is gone" in reader.open(f"{served}/#view=path&from=p-0&to=p-gone")
    assert reader.run("document.querySelector('#path-from').value") == "Hub"
    assert reader.run("document.querySelector('[aria-invalid]').id") == "path-to"


def test_a_graph_without_entries_says_so_in_each_view(reader: Browser, tmp_path: str) -> None:
    settings = Settings(store=f"{tmp_path}/graph.lbug")
    with open_store(settings):
        pass
    with serving(create_app(settings)) as address:
        assert "still empty" in reader.open(address)
        assert "No event is known" in reader.open(f"{address}/#view=matrix")
        assert "nothing to decide" in reader.open(f"{address}/#view=judgements")
        assert "nothing of that" in reader.open(f"{address}/#view=question&id=who_met_whom&p.who=x")
        reader.events.clear()


FIELDS = "main :is(input, select, textarea, details.plain:not([open]), button:not(.plain, .sort))"
PRINTED = f"[...document.querySelectorAll('{FIELDS}')].filter((each) => each.checkVisibility()).length"


@pytest.mark.parametrize(
    "view",
    ["entity&id=i-latin", "entity&id=d-0", "matrix", "cookbook", "path&from=p-0&to=p-1", "picture&centre=p-1&at=p-0"],
)
def test_no_field_and_nothing_folded_is_printed(reader: Browser, served: str, view: str) -> None:
    reader.open(f"{served}/#view={view}")
    reader.call("Emulation.setEmulatedMedia", media="print")
    try:
        told = reader.run("document.querySelector('main').innerText")
        assert len(told) > 30
        assert reader.run(PRINTED) == 0
        assert reader.run("document.querySelector('header form').checkVisibility()") is False
    finally:
        reader.call("Emulation.setEmulatedMedia", media="")


def test_the_values_of_a_question_are_printed_in_the_place_of_its_fields(reader: Browser, served: str) -> None:
    reader.open(f"{served}/#view=question&id=who_met_whom&p.who=Hub")
    reader.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert "Name or id of a person: Hub" in reader.run("document.querySelector('main').innerText")
    finally:
        reader.call("Emulation.setEmulatedMedia", media="")
