"""The filters of a picture that was linked to: what is no period, and what leaves nothing, is told in words."""

import pytest

from tests.api.page.browser import Browser

CENTRE = "#view=picture&centre=i-bistu"
COUNT = "document.querySelector('.count-line').innerText"


@pytest.mark.parametrize("period", ["since=2025&until=2020", "since=2024-13", "until=soon"])
def test_what_is_no_period_is_told_and_dropped_with_all_filters(page: Browser, address: str, period: str) -> None:
    page.open(f"{address}/{CENTRE}")
    everything = page.run(COUNT)
    page.open(f"{address}/{CENTRE}&{period}&sure=0.7")
    assert "is not a period" in page.run(COUNT)
    assert "is not a period" in page.run("document.querySelector('.period output').innerText")
    page.click("[data-tool=unfilter]")
    assert page.run(COUNT) == everything
    assert page.run("document.querySelector('[data-tool=unfilter]')") is None


def test_filters_that_leave_nothing_say_so_in_both_languages(page: Browser, address: str) -> None:
    page.open(f"{address}/{CENTRE}&edge=signed_agreement&since=2030")
    assert page.run(COUNT).endswith("no connection passes the filters")
    page.click("#language")
    assert page.run(COUNT).endswith("没有联系符合筛选条件")
    page.click("[data-tool=unfilter]")
    assert "没有联系" not in page.run(COUNT)


def test_a_filter_that_is_set_beside_the_table_is_heeded_by_the_picture(page: Browser, address: str) -> None:
    keep = "addEventListener('picture', ({ detail }) => { window.canvas = detail; })"
    script = page.call("Page.addScriptToEvaluateOnNewDocument", source=keep)["identifier"]
    page.open(f"{address}/{CENTRE}")
    page.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    everything = page.run("canvas.graph.order")
    page.act("location.hash += '&show=table'")
    page.act("location.hash += '&kind=district'")
    page.act(f"location.hash = '{CENTRE}&kind=district'")
    districts = "canvas.graph.filterNodes((id) => id.startsWith('d-')).length"
    assert page.run("canvas.graph.order") == page.run(districts) + 1 < everything


def test_undo_that_is_pressed_faster_than_the_browser_goes_back_stays_in_the_view(page: Browser, address: str) -> None:
    page.open(address)
    page.act(f"location.hash = '{CENTRE}&at=d-110105'")
    page.act("[...document.querySelectorAll('.panel .actions button')].find((b) => b.innerText === 'Hide').click()")
    assert "hidden=d-110105" in page.run("location.hash")
    page.act("for (let i = 0; i < 3; i += 1) document.querySelector('[data-tool=undo]').click()")
    page.until("!location.hash.includes('hidden')")
    page.run("new Promise((done) => setTimeout(done, 300))")  # as long as further steps back would take
    assert page.run("location.hash") == f"{CENTRE}&at=d-110105"
