import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from api.commands import output
from graph.questions.answers import Entity, Quote, Source, TieEvent


def person(zh: str | None, en: str | None) -> Entity:
    return Entity(id="p-1", kind="person", name=zh or en or "?", name_zh=zh, name_en=en, aliases=())


def quoted(sentence: str, number: int = 1) -> Quote:
    article = Source(
        id=f"a-{number}",
        title="校地合作",
        url=f"https://news.example/{number}",
        lang="zh",
        published=None,
        source="news.example",
    )
    return Quote(quote=sentence, start=0, end=len(sentence), article=article)


def event(*sentences: str | Quote) -> TieEvent:
    quotes = tuple(quoted(s) if isinstance(s, str) else s for s in sentences)
    return TieEvent(
        id="m-1",
        kind="meeting",
        date="2024-03-05",
        earliest="2024-03-05",
        latest="2024-03-05",
        grade="same_side",
        status=None,
        subject=None,
        confidence=0.9,
        quote=quotes[0].quote,
        article=quotes[0].article,
        quotes=quotes,
        reports=1,
    )


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


def test_json_in_a_pipe_is_one_line_with_names_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_json(person("郭福", "Guo Fu"))
    shown = capsys.readouterr().out
    assert shown.count("\n") == 1
    assert "郭福" in shown
    assert json.loads(shown)["aliases"] == []


def test_an_event_shows_its_date_grade_quote_and_article(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_events((event("郭福会见了来宾。"),))
    assert capsys.readouterr().out.splitlines() == [
        "  2024-03-05  meeting same side",
        "    “郭福会见了来宾。”",
        "    校地合作 · https://news.example/1",
    ]


def test_sentences_that_name_the_ends_follow_each_above_its_article(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_events((event("郭福会见了来宾。", "林月参加。", quoted("刘军在座。", 2)),))
    assert capsys.readouterr().out.splitlines()[1:] == [
        "    “郭福会见了来宾。”",
        "    “林月参加。”",
        "    校地合作 · https://news.example/1",
        "    “刘军在座。”",
        "    校地合作 · https://news.example/2",
    ]


def test_long_chinese_lines_fold_by_their_width_and_keep_their_indent(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_events((event("郭" * 100),))
    quote = [line for line in capsys.readouterr().out.splitlines() if "郭" in line]
    assert len(quote) == 2
    assert all(cell_len(line) <= output.PIPE_WIDTH for line in quote)
    assert all(line.startswith("    ") for line in quote)
    assert sum(line.count("郭") for line in quote) == 100


def test_more_events_than_are_shown_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_events((event("一"),) * (output.EVENTS_SHOWN + 2))
    assert "and 2 more" in capsys.readouterr().out


def test_a_quote_is_never_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_events((event("[bold]x[/bold] :smile:"),))
    assert "[bold]x[/bold] :smile:" in capsys.readouterr().out
