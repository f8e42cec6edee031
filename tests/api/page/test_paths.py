"""How two names are connected: the chain, the picture of it, and what is said where there is no path."""

from urllib.parse import quote

from tests.api.page.browser import Browser

FIELDS = "['from', 'to'].map((end) => document.querySelector(`#path-${end}`).value)"


def connect(page: Browser, address: str, source: str, target: str, **wishes: str) -> str:
    wished = "".join(f"&{name}={value}" for name, value in wishes.items())
    return page.open(f"{address}/#view=path&from={quote(source)}&to={quote(target)}{wished}")


def test_two_typed_names_are_joined_by_a_chain_and_a_picture(page: Browser) -> None:
    page.click("a[href='#view=path']")
    page.type("Wu Xiaojie")
    page.press("Tab", "Tab")
    page.run("document.querySelector('#path-to').focus()")
    page.type("欧阳静")
    page.press("Enter")
    assert page.run("document.querySelectorAll('main .chain').length") > 0
    assert page.run("document.querySelectorAll('main .chain blockquote').length") > 0
    assert page.run("document.querySelectorAll('.stage canvas').length") > 0


def test_going_back_and_loading_again_restore_the_fields(page: Browser, address: str) -> None:
    connect(page, address, "Wu Xiaojie", "Guo Fu")
    assert page.run(FIELDS) == ["Wu Xiaojie", "Guo Fu"]
    page.click("form.path button[type=button]")
    assert page.run(FIELDS) == ["Guo Fu", "Wu Xiaojie"]
    page.act("history.back()")
    assert page.run(FIELDS) == ["Wu Xiaojie", "Guo Fu"]
    page.open(page.run("location.href"))
    assert page.run(FIELDS) == ["Wu Xiaojie", "Guo Fu"]


def test_a_path_that_is_asked_for_by_ids_shows_names_in_the_fields(page: Browser, address: str) -> None:
    connect(page, address, "i-bistu", "d-110105")
    assert page.run(FIELDS) == ["Beijing Information Science and Technology University", "Chaoyang District"]


def test_no_path_is_told_with_what_would_give_one_and_what_there_is(page: Browser, address: str) -> None:
    said = connect(page, address, "南开大学", "海淀区")
    assert "there is a path of 4 hops" in said
    assert "海淀区 is connected with nobody" in said
    assert "The graph was made of 28 articles of 2022 to 2025" in said
    page.click(".offers button")
    assert page.run("document.querySelectorAll('main .chain').length") > 0


def test_which_of_the_namesakes_is_chosen_beside_the_form_and_the_path_goes_on(page: Browser, address: str) -> None:
    asked = connect(page, address, "刘佳", "郭福")
    assert page.run(FIELDS) == ["刘佳", "郭福"]
    assert page.run("document.querySelector('[aria-invalid]').id") == "path-from"
    choices = page.run("[...document.querySelectorAll('main .results li')].map((choice) => choice.innerText)")
    assert "Which one?" in asked
    assert len(choices) == len(set(choices)) > 1
    page.click("main .results a")
    assert "from=p-" in page.run("location.hash")
    assert page.run(FIELDS)[1:] == ["Guo Fu"]
