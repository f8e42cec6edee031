"""The cookbook on the page: questions are found, asked, taken along and changed; what cannot be asked is told."""

import csv
import io
from urllib.parse import quote

import pytest

from graph.stores.cookbook import recipe, recipes
from tests.api.page.browser import Browser

SAVED = """(() => { const make = URL.createObjectURL; window.saved = [];
  URL.createObjectURL = (blob) => { saved.push(blob); return make.call(URL, blob); }; })()"""
ROWS = "document.querySelectorAll('.answer tbody tr').length"


def question(**state: str) -> str:
    return "#view=question" + "".join(f"&{name.replace('__', '.')}={quote(value)}" for name, value in state.items())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_questions_are_listed_in_both_languages_and_sifted(page: Browser, address: str, language: str) -> None:
    page.run(f"localStorage.setItem('language', '{language}')")
    listed = page.open(f"{address}/#view=cookbook")
    assert all(each.question in listed and each.question_zh in listed for each in recipes())
    page.run("document.querySelector('[name=only]').focus()")
    page.type("最短 两人" if language == "zh" else "chain")
    shown = page.run("[...document.querySelectorAll('main .results li:not([hidden]) a')].map((each) => each.hash)")
    assert shown == ["#view=question&id=shortest_chain"]
    assert page.run("document.querySelector('main [role=status]').innerText")
    page.press("Enter")
    page.open(page.run("document.querySelector('[name=only]').blur(), location.href"))
    assert page.run("document.querySelectorAll('main .results li:not([hidden])').length") == len(shown)


def test_a_question_begins_with_its_samples_and_is_asked_with_a_name_from_the_list(page: Browser, address: str) -> None:
    page.open(f"{address}/{question(id='who_met_whom')}")
    assert page.run("document.querySelector('#parameter-who').value") == "郭福"
    assert page.run(ROWS) == 0
    page.run("document.querySelector('#parameter-who').select()")
    page.type("lin shuyao")
    page.until("document.querySelector('.choices li')")
    page.press("ArrowDown", "Enter")
    page.press("Enter")
    assert "p.who=p-" in page.run("location.hash")
    asked = page.run("location.href")
    rows = page.run(ROWS)
    assert rows > 0
    page.open(asked)
    assert page.run(ROWS) == rows
    assert page.run("document.querySelector('#parameter-who').value") == "Lin Shuyao"


@pytest.mark.parametrize("name", ["namesakes", "present_at_agreement", "contradicting_posts"])
def test_names_of_an_answer_lead_to_their_entities_and_ids_to_what_they_are(
    page: Browser, address: str, name: str
) -> None:
    page.open(f"{address}/{question(id=name)}")
    links = page.run("[...document.querySelectorAll('.answer tbody tr:first-child a')].map((each) => each.href)")
    assert len(links) >= 3
    for link in links:
        page.open(link)
        assert page.run("document.querySelector('main h2.error')") is None, link


def test_each_column_of_the_cookbook_has_a_chinese_name(page: Browser) -> None:
    named = page.run("import('/static/catalogues/columns-zh.js').then(({ default: names }) => Object.keys(names))")
    assert set(named) == {column for each in recipes() for column in each.columns}


def test_an_answer_is_saved_as_csv_with_the_columns_of_the_query(page: Browser, address: str) -> None:
    page.open(f"{address}/{question(id='busiest_persons', p__limit='3')}")
    page.run(SAVED)
    page.click(".menu summary")
    page.click("[data-way=csv]")
    page.until("saved.length")
    rows = list(csv.reader(io.StringIO(str(page.run("saved.at(-1).text()")).removeprefix("\ufeff"))))
    assert rows[0] == list(recipe("busiest_persons").columns)
    assert len(rows) == 4


def test_the_text_is_changed_and_asked_with_values_that_are_typed(page: Browser, address: str) -> None:
    page.open(f"{address}/{question(id='uncertain_ties')}")
    page.click("details.cypher summary")
    assert (
        page.run("document.querySelector('details.cypher pre').innerText") == recipe("uncertain_ties").texts["ladybug"]
    )
    page.click("details.cypher a")
    assert page.run("document.querySelector('textarea').value") == recipe("uncertain_ties").texts["ladybug"]
    assert page.run(ROWS) == recipe("uncertain_ties").rows
    page.run("document.querySelector('textarea').select()")
    page.type("UNWIND $these AS one RETURN one")
    page.run("document.querySelector('#own-these').focus()")
    page.type('["=1+1", "2"]')
    page.press("Enter")
    assert page.run("[...document.querySelectorAll('.answer tbody tr')].map((row) => row.innerText)") == [
        "=1+1",
        "2",
    ]


def test_nodes_ties_and_paths_are_told_by_name(page: Browser, address: str) -> None:
    query = "MATCH p=(a:Person {name: '郭福'})-[m:MET]-(b:Person) RETURN a, m, p LIMIT 1"
    page.open(f"{address}/{question(query=query)}")
    cells = page.run("[...document.querySelector('.answer tbody tr').children].map((cell) => cell.innerText)")
    assert cells[:2] == ["Guo Fu", "met"]
    assert cells[2].startswith("Guo Fu → ")


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("CREATE (n:Person)", "only reading is allowed"),
        ("MATCH (p:Person) RETURN p.nonsense +", "the text must be right"),
        ("MATCH (p:Person) WHERE p.id = 'p-none' RETURN p", "nothing of that in the graph"),
    ],
)
def test_what_cannot_be_asked_or_finds_nothing_is_told_beside_the_question(
    page: Browser, address: str, query: str, told: str
) -> None:
    page.events.clear()
    assert told in page.open(f"{address}/{question(query=query)}")
    assert page.run("document.querySelector('textarea').value") == query


def test_who_works_with_the_keyboard_asks_from_the_list_to_the_answer(page: Browser, address: str) -> None:
    page.open(f"{address}/#view=cookbook&only=shared_companions")
    page.run("document.querySelector('[name=only]').focus()")
    for wanted in ("A question of your own", "Whom did two persons both meet?"):
        page.press("Tab")
        assert page.run("document.activeElement.innerText").startswith(wanted)
    page.press("Enter")
    for _ in range(20):
        page.press("Tab")
        if page.run("document.activeElement.name") == "ask":
            break
    page.press("Enter")
    assert page.run("document.activeElement.name") == "ask"
    assert page.run(ROWS) == recipe("shared_companions").rows
    assert page.run("document.querySelector('#status').innerText") == "2 rows"


def test_a_question_that_there_is_not_is_told(page: Browser, address: str) -> None:
    assert "Nothing is called “whomet”" in page.open(f"{address}/{question(id='whomet')}")


@pytest.mark.parametrize(("language", "shown", "stored"), [("en", "Wu Xiaojie", "吴小杰"), ("zh", "吴小杰", None)])
def test_names_of_an_answer_are_in_the_language_of_the_page_and_stored_ones_beside(
    page: Browser, address: str, language: str, shown: str, stored: str | None
) -> None:
    page.run(f"localStorage.setItem('language', '{language}')")
    page.open(f"{address}/{question(id='who_met_whom', p__who='郭福')}")
    told = page.run(
        f"[...document.querySelectorAll('.answer td a span')].find((each) => each.innerText === '{shown}').title"
    )
    assert told == (stored or "")


@pytest.mark.parametrize(("language", "told"), [("en", {"university", "company"}), ("zh", {"高校", "企业"})])
def test_kinds_of_an_answer_are_words_of_the_page_and_no_links(
    page: Browser, address: str, language: str, told: set[str]
) -> None:
    page.run(f"localStorage.setItem('language', '{language}')")
    page.open(f"{address}/{question(id='meeting_by_kind')}")
    page.click("button[name=ask]") if page.run(f"{ROWS} === 0") else None
    cells = page.run("[...document.querySelectorAll('.answer tbody :is(th, td)')].map((each) => each.innerText)")
    assert told <= set(cells)
    assert page.run("document.querySelectorAll('.answer tbody a').length") == 0
