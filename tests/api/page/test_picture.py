"""The picture as a reader works in it: filters, steps that are taken back, the table that says the same, exports."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import networkx as nx
import pytest

from tests.api.page.browser import Browser

CENTRE = "#view=picture&centre=i-bistu"
COUNT = "document.querySelector('.count-line').innerText"
SAVED = """(() => { const make = URL.createObjectURL; window.saved = [];
  URL.createObjectURL = (blob) => { saved.push(blob); return make.call(URL, blob); }; })()"""


def numbers(page: Browser) -> list[int]:
    return [int(n) for n in page.run(f"{COUNT}.match(/[0-9]+/g)")]


def state(page: Browser) -> dict[str, str]:
    return dict(page.run("[...new URLSearchParams(location.hash.slice(1))]"))


def test_the_address_restores_the_whole_view(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}&kind=person,institution&since=2024-04&at=i-bistu&show=table")
    told = page.run("document.querySelector('main').innerText")
    assert page.run("[...document.querySelectorAll('[name=kind]')].map((box) => box.checked)") == [True, True, False]
    assert page.run("document.querySelector('[data-tool=table]').getAttribute('aria-pressed')") == "true"
    page.open(page.run("location.href"))
    assert page.run("document.querySelector('main').innerText") == told


def test_a_filter_leaves_less_and_undo_brings_it_back(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}")
    shown, loaded, ties = numbers(page)
    page.click("input[name=kind][value=person]")
    fewer = numbers(page)
    assert fewer[0] < shown
    assert fewer[1] == loaded
    assert fewer[2] < ties
    assert page.run("document.activeElement.value") == "person"
    page.click("[data-tool=undo]")
    assert numbers(page) == [shown, loaded, ties]
    assert page.run("document.querySelector('input[name=kind][value=person]').checked") is True


def test_hide_pin_and_expand_are_steps_in_the_address(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}&at=d-110105")
    shown = numbers(page)[0]
    act = "[...document.querySelectorAll('.panel .actions button')].find((each) => each.innerText === {}).click()"
    page.act(act.format("'Pin here'"))
    assert state(page)["pinned"].startswith("d-110105:")
    page.act(act.format("'Expand'"))
    assert state(page)["centre"] == "i-bistu,d-110105"
    assert numbers(page)[0] > shown
    page.act(act.format("'Hide'"))
    assert state(page)["hidden"] == "d-110105"
    assert "1 hidden" in page.run(COUNT)
    for _ in range(3):
        page.click("[data-tool=undo]")
    assert numbers(page)[0] == shown
    assert state(page) == {"view": "picture", "centre": "i-bistu", "at": "d-110105"}
    assert page.run("document.querySelector('[data-tool=undo]').disabled") is True


def test_the_period_is_narrowed_with_a_slider(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}")
    before = numbers(page)
    page.run("document.querySelector('input[name=since]').focus()")
    page.press("ArrowRight", "ArrowRight", "ArrowRight")
    assert "since" in state(page)
    assert numbers(page)[2] < before[2]
    page.click("[data-tool=undo]")
    assert numbers(page) == before


def test_a_line_in_the_picture_is_chosen_with_the_mouse(page: Browser, address: str) -> None:
    keep = "addEventListener('picture', ({ detail }) => { window.canvas = detail; })"
    script = page.call("Page.addScriptToEvaluateOnNewDocument", source=keep)["identifier"]
    page.open(f"{address}/{CENTRE}&kind=district&edge=met")
    page.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    key, x, y = page.run("""(() => {
      const stage = document.querySelector('.stage').getBoundingClientRect();
      const at = (id) => canvas.renderer.graphToViewport(canvas.graph.getNodeAttributes(id));
      const key = "d-110105~i-bistu";
      const [a, b] = canvas.graph.extremities(key).map(at);
      return [key, stage.x + (a.x + 2 * b.x) / 3, stage.y + (a.y + 2 * b.y) / 3]; })()""")
    page.click_at(x, y)
    page.run("new Promise((done) => setTimeout(done, 400))")  # sigma waits whether it is the first of two clicks
    assert state(page)["at"] == key
    assert page.run("document.querySelectorAll('.panel blockquote').length") > 0


def test_the_table_says_what_the_picture_says(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}")
    shown, _, ties = numbers(page)
    page.click("[data-tool=table]")
    rows = page.run("[...document.querySelectorAll('.tables tbody')].map((body) => body.rows.length)")
    assert rows == [ties, shown]
    page.click(".tables tbody td button")
    assert page.run("document.querySelectorAll('.panel h2').length") == 1
    page.click(".tables thead button")
    assert page.run("document.querySelector('.tables thead th').getAttribute('aria-sort')") == "ascending"


def taken(page: Browser, way: str) -> str:
    page.run(SAVED)
    page.click(".menu summary")
    page.click(f"[data-way={way}]")
    page.until("saved.length")
    return str(page.run("saved.at(-1).text()"))


def ties(page: Browser) -> list[dict[str, Any]]:
    document: dict[str, Any] = json.loads(taken(page, "json"))
    edges: list[dict[str, Any]] = document["edges"]
    return edges


def test_json_and_csv_have_every_tie_with_its_sentence(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}&edge=met")
    edges = ties(page)
    page.open(f"{address}/{CENTRE}&edge=met")
    text = taken(page, "csv")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert {row["type"] for row in rows} == {"met"}
    assert len(rows) == sum(len(edge["events"]) for edge in edges)
    assert all(row["quote"] and row["source_name"] for row in rows)


def test_gexf_is_well_formed_and_has_every_node_with_its_place(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}")
    shown, _, _ = numbers(page)
    root = ET.fromstring(taken(page, "gexf"))
    space = {"g": "http://gexf.net/1.3", "v": "http://gexf.net/1.3/viz"}
    assert len(root.findall(".//g:node", space)) == shown
    assert len(root.findall(".//g:node/v:position", space)) == shown
    assert len(root.findall(".//g:edge", space)) >= shown - 1


def test_networkx_reads_the_gexf_with_every_tie(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}")
    edges = ties(page)
    assert {edge["type"] for edge in edges} >= {"met", "holds"}
    page.open(f"{address}/{CENTRE}")
    graph = nx.read_gexf(io.BytesIO(taken(page, "gexf").encode()))
    assert graph.number_of_edges() == len(edges)
    assert graph.nodes["i-bistu"]["name_zh"] == "北京信息科技大学"


def test_svg_has_a_mark_for_every_node_and_png_is_an_image(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}")
    shown, _, lines = numbers(page)
    root = ET.fromstring(taken(page, "svg"))
    drawn = [each.tag.split("}")[1] for each in root.iter()]
    assert drawn.count("line") == lines
    assert drawn.count("circle") + drawn.count("rect") + drawn.count("path") == shown + 1
    page.run("saved.length = 0")
    page.click("[data-way=png]")
    page.until("saved.some((each) => each.type === 'image/png')")
    assert page.run("saved.at(-1).size") > 10_000


def test_a_pin_that_was_cut_off_moves_nothing(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}")
    drawn = taken(page, "svg")
    page.open(f"{address}/{CENTRE}&pinned=i-bistu:a:b,d-110105,d-131022:5")
    assert taken(page, "svg") == drawn


def test_the_table_of_a_phone_breaks_no_word(page: Browser, address: str) -> None:
    page.size(390, 844)
    page.open(f"{address}/{CENTRE}&show=table")
    broken = page.run("""[...document.querySelectorAll(".tables button")].flatMap((button) => {
      const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT), found = [];
      while (texts.nextNode()) for (const { 0: word, index } of texts.currentNode.data.matchAll(/[A-Za-z]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (range.getClientRects().length > 1) found.push(word);
      }
      return found;
    })""")
    page.size(1280, 800)
    assert broken == []


def test_a_name_stands_upon_no_node_and_no_name_unless_it_must(page: Browser) -> None:
    boxes = page.run("""import("/static/picture/labels.js").then(({ boxFor, nodeBoxes }) => {
      const node = { x: 100, y: 100, size: 5 };
      const around = [[140, 100], [60, 100], [100, 80], [100, 120]].map(([x, y]) => ({ x, y, size: 5 }));
      const put = (others, more = {}) =>
        boxFor(node, [60, 13], [400, 300], { taken: [], nodes: nodeBoxes(others), ...more });
      const right = put([]);
      return [right, put(around.slice(0, 1)), put(around), put(around, { must: true }), put([], { taken: [right] })];
    })""")
    right, left, none, must, beside = boxes
    assert (right[0], left[2]) == (110, 90)
    assert none is None
    assert must == right
    assert beside == left


def test_what_is_told_of_a_line_stands_upon_no_node_no_name_and_no_other_text(page: Browser) -> None:
    found = page.run("""import("/static/picture/labels.js").then(({ alongLine, nodeBoxes }) => {
      const node = (x, y) => ({ x, y, size: 5 });
      const put = (from, to, taken = [], others = []) =>
        alongLine(from, to, [60, 11], { taken, nodes: nodeBoxes([from, to, ...others]) });
      const [left, right] = [node(0, 100), node(400, 100)], [above, below] = [node(200, 0), node(200, 200)];
      const taken = [];
      return [put(left, right, taken), put(right, left), put(above, below, taken), put(left, node(60, 100)),
        put(left, right, [], [node(200, 100)]), put(left, right, [[0, 90, 400, 110]])];
    })""")
    level, back, crossing, short, aside, none = found
    assert level == back == {"middle": [200, 100], "angle": 0}
    assert abs(crossing["middle"][1] - 100) > 11 / 2 + 60 / 2  # past the text of the other line
    assert aside["middle"][0] != 200
    assert short is None
    assert none is None


@pytest.mark.parametrize("text", ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "－1"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(page: Browser, text: str) -> None:
    cell = page.run(f"import('/static/takeaway/csv.js').then(({{ cell }}) => cell({json.dumps(text)}))")
    assert next(csv.reader([cell]))[0] == f"'{text}"


def test_numbers_stay_numbers_in_a_spreadsheet(page: Browser) -> None:
    assert page.run("import('/static/takeaway/csv.js').then(({ cell }) => ['-1', '0.5', 'a,b', null].map(cell))") == [
        "-1", "0.5", '"a,b"', "",
    ]  # fmt: skip


def test_equal_pictures_are_laid_out_equally(page: Browser, address: str) -> None:
    def places() -> str:
        page.open(f"{address}/{CENTRE}")
        return taken(page, "svg")

    assert places() == places()


def test_a_browser_that_cannot_draw_says_so_and_has_the_table(page: Browser, address: str) -> None:
    blind = "HTMLCanvasElement.prototype.getContext = () => null"
    script = page.call("Page.addScriptToEvaluateOnNewDocument", source=blind)["identifier"]
    assert "cannot draw the picture" in page.open(f"{address}/{CENTRE}")
    page.click("[data-tool=table]")
    page.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    assert page.run("document.querySelectorAll('.tables tbody tr').length") > 0


def test_a_name_in_the_address_is_as_good_as_an_id(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=picture&centre=BISTU&kind=person")
    assert "Beijing Information Science" in page.run("document.querySelector('h2').innerText")
    told = [page.run(COUNT)]
    page.open(f"{address}/{CENTRE}&kind=person")
    assert told == [page.run(COUNT)]
