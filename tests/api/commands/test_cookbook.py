import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.commands import app
from graph.errors import NotFound
from graph.stores.cookbook import recipe, recipes


def jjj(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def test_the_list_tells_of_every_question_without_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = jjj("cypher", "--list")
    assert done.exit_code == 0
    assert [each.name for each in recipes() if each.name not in done.stdout] == []
    told = json.loads(jjj("cypher", "--list", "--json").stdout)
    assert [each["name"] for each in told] == [each.name for each in recipes()]
    assert list(tmp_path.iterdir()) == []


def test_a_question_is_asked_by_its_name(world_file: Path) -> None:
    done = jjj("cypher", "busiest_persons", "-p", "limit=2", "--json", "--store", str(world_file))
    assert done.exit_code == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["columns"] == list(recipe("busiest_persons").columns)
    assert len(answer["rows"]) == 2


def test_the_text_of_a_question_is_shown_in_the_dialect_of_the_store() -> None:
    for store, dialect in (("graph.lbug", "ladybug"), ("bolt://127.0.0.1:1", "neo4j")):
        shown = jjj("cypher", "shortest_chain", "--show", "--store", store)
        assert shown.stdout.strip() == recipe("shortest_chain").texts[dialect]  # type: ignore[index]


@pytest.mark.parametrize("words", [("who_met_who",), ("who_met_whom",), ("busiest_persons", "-p", "limit=many")])
def test_what_the_cookbook_has_not_and_what_does_not_fit_are_told_of(words: tuple[str, ...], world_file: Path) -> None:
    done = jjj("cypher", *words, "--store", str(world_file))
    assert done.exit_code != 0
    assert done.stdout == ""


def test_a_mistyped_name_gets_the_nearest(world_file: Path) -> None:
    done = jjj("cypher", "whomet", "--store", str(world_file))
    assert isinstance(done.exception, NotFound)
    assert str(done.exception) == "no question of the cookbook is named 'whomet'; near: who_met_whom"


@pytest.mark.parametrize("query", ["busiest_persons", "RETURN $limit AS n"])
def test_a_parameter_that_is_given_twice_is_told_of(query: str, world_file: Path) -> None:
    done = jjj("cypher", query, "-p", "limit=2", "-p", "limit=3", "--store", str(world_file))
    assert done.exit_code == 2
    assert "limit is given twice" in done.stderr
