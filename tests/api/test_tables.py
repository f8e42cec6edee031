import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.tables import MARK, Table, cell, columns_of, harmless, listed
from graph.questions.answers import Encounter, Hit, Meeting

DANGEROUS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]


def test_the_columns_of_a_list_are_those_of_its_type_with_dots_for_what_is_nested() -> None:
    assert columns_of(Encounter)[:3] == ("entity.id", "entity.kind", "entity.name")
    assert columns_of(Encounter)[-4:] == ("count", "first", "last", "events")
    assert [name for name in columns_of(Hit) if name.startswith("context.")][:2] == ["context.title", "context.id"]


def test_a_list_is_one_cell_of_what_its_entries_are_called() -> None:
    participants = [{"person": {"id": "p-01", "name": "郭福"}, "title": "President"}, {"person": {"name": "Lin Yue"}}]
    assert cell(participants) == "郭福 | Lin Yue"
    assert cell([{"quote": "They met.", "article": {"title": "News"}}]) == "They met."
    assert cell([{"id": "a-01", "title": None}, {"id": "a-02", "title": "News"}]) == "a-01 | News"
    assert cell(["BISTU", "北信科"]) == "BISTU | 北信科"


def test_what_is_missing_is_empty_and_what_is_true_is_said_as_in_json() -> None:
    assert (cell(None), cell(True), cell(-3), cell(0.5), cell([])) == ("", "true", -3, 0.5, "")


@pytest.mark.parametrize("first", DANGEROUS)
def test_a_text_that_a_spreadsheet_would_run_is_kept_from_it(first: str) -> None:
    assert harmless(f"{first}HYPERLINK(1)") == f"'{first}HYPERLINK(1)"
    assert harmless(f"safe {first}") == f"safe {first}"


def test_numbers_are_untouched() -> None:
    table = Table(("number", "text"), ({"number": -5, "text": "-5"}, {"number": 1.5, "text": "=1"}))
    assert table.csv(mark=False) == "number,text\r\n-5,'-5\r\n1.5,'=1\r\n"
    assert table.csv(mark=False, raw=True) == "number,text\r\n-5,-5\r\n1.5,=1\r\n"


def test_chinese_is_marked_so_that_a_spreadsheet_reads_it() -> None:
    assert Table(("name",), ({"name": "林月"},)).csv() == f"{MARK}name\r\n林月\r\n"


def test_only_the_fields_asked_for_are_columns_in_that_order() -> None:
    item = {"id": "m-01", "place": "hall", "bodies": [{"body": {"name": "BISTU"}}], "size": None}
    table = listed(Meeting, [item], ["bodies", "id", "size"])
    assert table.csv(mark=False) == "bodies,id,size\r\nBISTU,m-01,\r\n"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_whatever_is_written_is_read_back_and_begins_no_formula(texts: list[str]) -> None:
    columns = tuple(map(str, range(len(texts))))
    written = Table(columns, (dict(zip(columns, texts, strict=True)),)).csv()
    _, row = csv.reader(io.StringIO(written.removeprefix(MARK), newline=""))
    assert [text.removeprefix("'") for text in row] == [text.removeprefix("'") for text in texts]
    assert not any(text[:1] in DANGEROUS for text in row if text)
