import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.commands import output
from graph.questions.answers import Entity


def person(zh: str | None, en: str | None) -> Entity:
    return Entity(id="p-1", kind="person", name=zh or en or "?", name_zh=zh, name_en=en, aliases=())


@given(st.text())
def test_printed_text_can_never_steer_a_terminal(text: str) -> None:
    shown = output.printable(text)
    assert all(c.isprintable() for c in shown)


def test_an_entity_shows_both_of_its_names_once() -> None:
    assert output.label(person("郭福", "Guo Fu")) == "郭福 Guo Fu"
    assert output.label(person(None, "Guo Fu")) == "Guo Fu"
    assert output.label(person("郭福", None)) == "郭福"


def test_a_period_of_one_day_is_that_day() -> None:
    assert output.period("2024-03-05", "2024-03-05") == "2024-03-05"
    assert output.period("2024-03-05", None) == "2024-03-05"
    assert output.period("2023-01-01", "2024-03-05") == "2023-01-01 … 2024-03-05"
    assert output.period(None, None) == ""


def test_a_table_has_no_blanks_at_the_end_of_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    rows = output.table("id", "title")
    rows.add_row("a-1", "")
    rows.add_row("a-2", "A title")
    output.print_table(rows)
    assert capsys.readouterr().out == "id   title\na-1\na-2  A title\n"


def test_json_in_a_pipe_is_one_line_with_names_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_json(person("郭福", "Guo Fu"))
    shown = capsys.readouterr().out
    assert shown.count("\n") == 1
    assert "郭福" in shown
    assert json.loads(shown)["aliases"] == []
