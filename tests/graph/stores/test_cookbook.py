"""The cookbook on both stores, asked of the sample articles as anybody would ask: through the guard.

``COOKBOOK_WRITE=1`` writes columns, sample answers and numbers of rows anew, as the embedded store gives them.
"""

import json
import os
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from graph.errors import InvalidQuestion, NotFound
from graph.settings import Settings
from graph.store import Store, Table
from graph.stores import open_store
from graph.stores.cookbook import Recipe, is_name, parsed, recipe, recipes
from graph.stores.guard import check
from graph.stores.queries import Dialect
from loaders.pipeline import load

FOLDER = Path(str(files("cypher") / "cookbook"))
SAMPLES = Path(str(files("loaders") / "samples"))
ALL = [pytest.param(each, id=each.name) for each in recipes()]
SHOWN = 3


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(Settings(store=str(tmp_path_factory.mktemp("cookbook") / "graph.lbug"))) as store:
        load(store, [SAMPLES])
        yield store


def ask(store: Store, asked: Recipe, dialect: Dialect) -> Table:
    return store.cypher(asked.texts[dialect], asked.samples, seconds=60)


@pytest.mark.parametrize("asked", ALL)
def test_the_sample_answer_is_what_the_sample_articles_give(asked: Recipe, embedded: Store) -> None:
    answer = ask(embedded, asked, "ladybug")
    if os.environ.get("COOKBOOK_WRITE"):
        write(asked, answer)
        return
    assert answer.columns == asked.columns
    assert [list(row) for row in answer.rows[:SHOWN]] == [list(row) for row in asked.answer]
    assert len(answer.rows) == asked.rows > 0


@pytest.mark.neo4j
def test_both_stores_give_equal_answers(embedded: Store, neo4j_settings: Settings) -> None:
    with open_store(neo4j_settings) as server:
        load(server, [SAMPLES])
        told = {each.name: (ask(server, each, "neo4j"), ask(embedded, each, "ladybug")) for each in recipes()}
    assert {name: one for name, (one, other) in told.items() if one != other} == {}


@pytest.mark.parametrize("asked", ALL)
@pytest.mark.parametrize("dialect", ["neo4j", "ladybug"])
def test_the_guard_lets_every_question_in(asked: Recipe, dialect: Dialect) -> None:
    assert check(asked.texts[dialect], dialect, asked.samples)


@pytest.mark.parametrize("asked", ALL)
def test_a_question_is_told_in_both_languages_and_its_order_is_fixed(asked: Recipe) -> None:
    assert asked.question.endswith("?")
    assert re.search(r"[\u4e00-\u9fff].*[？。]$", asked.question_zh)
    assert all(parameter.meaning and parameter.meaning_zh for parameter in asked.parameters)
    assert all("ORDER BY" in text for text in asked.texts.values())


def test_there_are_thirty_questions_and_more_of_five_subjects() -> None:
    assert len(recipes()) >= 30
    assert {each.about for each in recipes()} == {
        "agreements",
        "districts",
        "evidence",
        "meetings",
        "people and institutions",
    }


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("who_met_who", "who_met_whom"),
        ("whomet", "who_met_whom"),
        ("met_whom", "who_met_whom"),
        ("bridges", "bridges_between_districts"),
        ("triangle", "triangles"),
    ],
)
def test_a_question_of_another_name_is_not_there_and_the_nearest_are_told(name: str, nearest: str) -> None:
    with pytest.raises(NotFound, match=f"; near: {nearest}") as failure:
        recipe(name)
    assert failure.value.near[0] == nearest


def test_a_name_that_is_like_none_has_none_near() -> None:
    with pytest.raises(NotFound, match=r"named 'zzz'$") as failure:
        recipe("zzz")
    assert failure.value.near == ()


def test_a_name_is_known_however_it_is_written_and_a_statement_is_none() -> None:
    assert recipe("Who-Met-Whom") is recipe("who_met_whom")
    assert is_name("who-met-whom")
    assert is_name("会面")
    assert not any(map(is_name, ("", "-", "RETURN 1", "MATCH(n) RETURN n", "/**/RETURN 1")))


def test_what_is_given_gets_the_type_that_the_question_declares() -> None:
    assert recipe("busiest_persons").values({}) == {"limit": 10}
    assert recipe("busiest_persons").values({"limit": "3"}) == {"limit": 3}
    assert recipe("who_met_whom").values({"who": 12}) == {"who": "12"}


@pytest.mark.parametrize(
    ("given", "reason"),
    [({}, "needs who"), ({"whom": "x"}, "takes who, not whom"), ({"who": True}, "True is not of type string")],
)
def test_parameters_that_do_not_fit_are_told_of(given: dict[str, str], reason: str) -> None:
    with pytest.raises(InvalidQuestion, match=reason):
        recipe("who_met_whom").values(given)


HEAD = "// question: a?\n// question_zh: 一?\n// about: x\n// columns: [n]\n// answer: []\n// rows: 0\n"
LIMIT = "// parameters: {limit: {type: int, default: 1, meaning: a, meaning_zh: 一}}\n"


@pytest.mark.parametrize("text", ["RETURN 1 AS n", "// neo4j:\nRETURN $limit AS n", "RETURN $limit + $more AS n"])
def test_a_file_whose_texts_do_not_fit_its_declarations_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="each dialect has one text"):
        parsed("some", HEAD + LIMIT + text)


def test_a_text_of_its_own_for_each_dialect() -> None:
    found = parsed("some", HEAD + LIMIT + "// neo4j:\nRETURN $limit AS n\n// ladybug:\nRETURN 0 + $limit AS n\n")
    assert found.texts == {"neo4j": "RETURN $limit AS n", "ladybug": "RETURN 0 + $limit AS n"}


def write(asked: Recipe, answer: Table) -> None:
    path = FOLDER / f"{asked.name}.cypher"
    rows = "".join(f"// - {json.dumps(row, ensure_ascii=False)}\n" for row in answer.rows[:SHOWN])
    told = f"// columns: [{', '.join(answer.columns)}]\n// answer:\n{rows}// rows: {len(answer.rows)}\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"// columns:.*\n// answer:.*\n(// - .*\n)*// rows:.*\n", lambda _: told, text), "utf-8")
