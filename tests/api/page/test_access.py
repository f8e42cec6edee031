"""The whole task for everybody: by keyboard alone, in either language, on a phone, with a screen reader."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.api.page.browser import Browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
VIEWS = (
    "",
    "#view=search&q=Guo",
    "#view=search&q=Xyzzyx",
    "#view=picture&centre=i-bistu&at=d-110105~i-bistu",
    "#view=picture&centre=i-bistu&show=table&at=i-bistu",
    "#view=path",
    "#view=path&from=Wu Xiaojie&to=欧阳静",
    "#view=path&from=南开大学&to=海淀区",
    "#view=path&from=刘佳&to=郭福",
    "#view=path&from=Wu Xiaojie&to=欧阳静&through=林书瑶&avoid=郭福,d-110105",
    "#view=cookbook",
    "#view=cookbook&only=chain",
    "#view=question&id=shared_companions",
    "#view=question&id=meetings_of_two&p.who=郭福&p.other=刘维亮",
    "#view=question&query=MATCH (p:Person {{name: $who}}) RETURN p&p.who=郭福",
    "#view=question&query=CREATE (n:Person)",
    "#view=entity&id=i-bistu",
    "#view=entity&id=d-110112",
    "#view=events&entity=i-bistu&district=d-110105",
    "#view=matrix",
    "#view=judgements",
    "#view=judgements&entity=i-bistu",
    "#view=event&id={meeting}",
    "#view=event&id={agreement}",
    "#view=article&id={article}",
    "#view=article&id={article}&text=cleaned",
)
FINDINGS = """axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations
  .filter(({ impact }) => impact === "serious" || impact === "critical")
  .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 150)).join(" | ")}`))"""


def firsts(page: Browser) -> dict[str, str]:
    """The id of one of each of what has a view."""
    ask = "fetch('/v1/{}s?limit=1').then((answer) => answer.json()).then(({{ items }}) => items[0].id)"
    return {each: str(page.run(ask.format(each))) for each in ("article", "meeting", "agreement")}


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_nothing_serious_in_any_view(page: Browser, address: str, language: str, scheme: str) -> None:
    # Halfway through a transition colours have another contrast.
    page.prefer(color_scheme=scheme, reduced_motion="reduce")
    page.run(f"localStorage.setItem('language', '{language}')")
    ids, found = firsts(page), []
    for view in VIEWS:
        page.open(f"{address}/{view.format(**ids)}")
        page.run(f"{AXE}; 0")
        found += [f"{view} {line}" for line in page.run(FINDINGS)]
    page.prefer(color_scheme="light")
    assert found == []


def focused(page: Browser) -> str:
    return str(page.run("document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || ''"))


def tab_to(page: Browser, wanted: str, *, back: bool = False) -> None:
    """Go with the Tab key to the control whose text begins so."""
    for _ in range(120):
        page.press("Shift+Tab" if back else "Tab")
        if focused(page).startswith(wanted):
            return
    raise AssertionError(f"Tab never comes to {wanted}")


@pytest.mark.slow
def test_the_whole_task_is_done_by_keyboard_alone(page: Browser, tmp_path: Path) -> None:
    page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    # Find a person: choose from the list while one types.
    page.run("document.body.focus()")
    for _ in range(3):
        page.press("Tab")
    assert page.run("document.activeElement.id") == "q"
    page.type("guo fu")
    page.until("document.querySelector('.choices li')")
    page.press("ArrowDown", "Enter")
    assert "centre=p-" in page.run("location.hash")
    # Read a sentence: from node to node in the picture, then into the panel.
    tab_to(page, "Picture of")
    page.press("ArrowRight")
    page.press("ArrowRight")
    assert "at=" in page.run("location.hash")
    page.press("Enter")
    tab_to(page, "Hide")
    page.press("Tab")
    page.press("Tab")
    page.press("Enter")
    assert page.run("document.querySelectorAll('.panel blockquote').length") > 0
    # Find a path.
    tab_to(page, "Other paths")
    page.press("Enter")
    assert page.run("document.querySelectorAll('main .chain blockquote').length") > 0
    # Take it along.
    tab_to(page, "Take away", back=True) if "Take away" in focused(page) else tab_to(page, "Take away")
    page.press("Enter")
    tab_to(page, "Table (CSV)")
    page.press("Enter")
    said = page.run("document.querySelector('.menu [role=status]').innerText")
    assert said.startswith("Saved as ")


def test_nothing_is_asked_while_an_input_method_composes(page: Browser) -> None:
    page.run("document.querySelector('#q').focus()")
    page.events.clear()
    for text in ("g", "gu", "guo"):
        page.call("Input.imeSetComposition", text=text, selectionStart=len(text), selectionEnd=len(text))
        page.run("new Promise((done) => setTimeout(done, 250))")
    assert not asked(page)
    page.type("郭福")
    page.until("document.querySelector('.choices li')")
    assert asked(page)
    assert "郭福" in page.run("document.querySelector('.choices').innerText")


def asked(page: Browser) -> list[str]:
    return [line for line in map(json.dumps, page.events) if "requestWillBeSent" in line and "/v1/search" in line]


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_sticks_out_on_a_phone(page: Browser, address: str, view: str) -> None:
    page.size(390, 844)
    try:
        page.open(f"{address}/{view.format(**firsts(page))}")
        assert page.run("document.documentElement.scrollWidth") <= 390
    finally:
        page.size(1280, 800)


def test_both_catalogues_have_the_same_words_of_the_same_kind(page: Browser) -> None:
    different = page.run("""Promise.all(["en", "zh"].map((language) => import(`/static/catalogues/${language}.js`)))
      .then(([{ default: en }, { default: zh }]) => {
        const kind = (word) => Array.isArray(word) ? `list of ${word.length}`
          : typeof word === "function" ? `function of ${word.length}` : typeof word;
        const group = (word) => typeof word === "object" && !Array.isArray(word);
        const flat = (words, path = "") => Object.entries(words).flatMap(([name, word]) =>
          group(word) ? flat(word, `${path}${name}.`) : [`${path}${name}: ${kind(word)}`]);
        const [a, b] = [flat(en), flat(zh)];
        return [...a.filter((each) => !b.includes(each)), ...b.filter((each) => !a.includes(each))];
      })""")
    assert different == []
