import pytest
from rich.cells import cell_len

from api.commands import events, output
from api.commands.events import Told, attested, one_post
from graph.questions.answers import Quote, Source, TieEvent


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


def test_an_event_shows_its_date_grade_quote_and_article(capsys: pytest.CaptureFixture[str]) -> None:
    Told().print_events((event("郭福会见了来宾。"),))
    assert capsys.readouterr().out.splitlines() == [
        "  2024-03-05  meeting same side",
        "    “郭福会见了来宾。”",
        "    校地合作 · https://news.example/1",
    ]


def test_sentences_that_name_the_ends_follow_each_above_its_article(capsys: pytest.CaptureFixture[str]) -> None:
    Told().print_events((event("郭福会见了来宾。", "林月参加。", quoted("刘军在座。", 2)),))
    assert capsys.readouterr().out.splitlines()[1:] == [
        "    “郭福会见了来宾。”",
        "    “林月参加。”",
        "    校地合作 · https://news.example/1",
        "    “刘军在座。”",
        "    校地合作 · https://news.example/2",
    ]


def test_long_chinese_lines_fold_by_their_width_and_keep_their_indent(capsys: pytest.CaptureFixture[str]) -> None:
    Told().print_events((event("郭" * 100),))
    quote = [line for line in capsys.readouterr().out.splitlines() if "郭" in line]
    assert len(quote) == 2
    assert all(cell_len(line) <= output.PIPE_WIDTH for line in quote)
    assert all(line.startswith("    ") for line in quote)
    assert sum(line.count("郭") for line in quote) == 100


def test_more_events_than_are_shown_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    Told().print_events((event("一"),) * (events.SHOWN + 2))
    assert "and 2 more" in capsys.readouterr().out


def test_a_quote_is_never_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    Told().print_events((event("[bold]x[/bold] :smile:"),))
    assert "[bold]x[/bold] :smile:" in capsys.readouterr().out


def test_a_sentence_of_an_event_is_shown_once_in_an_answer(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told()
    told.print_events((event("郭福会见了来宾。", "林月参加。"),))
    told.print_events((event("郭福会见了来宾。", "刘军在座。"),))
    assert capsys.readouterr().out.splitlines()[4:] == [
        "  2024-03-05  meeting same side",
        "    as above",
        "    “刘军在座。”",
        "    校地合作 · https://news.example/1",
    ]


def test_the_days_of_a_post_are_said_to_be_those_that_attest_it() -> None:
    assert attested("2024-03-05", "2024-05-10") == "attested 2024-03-05 … 2024-05-10"
    assert attested("2024-03-05", "2024-03-05") == "attested 2024-03-05"
    assert attested(None, None) == "undated"


def test_a_post_told_in_both_languages_is_one() -> None:
    held = [("p", "i", "校长"), ("p", "i", "副校长"), ("p", "i", "President"), ("p", "j", "President"), None]
    assert one_post(held, lambda post: post) == [[held[0], held[2]], [held[1]], [held[3]], [None]]


def test_titles_of_one_language_stay_apart() -> None:
    held = [("p", "i", "校长"), ("p", "i", "院长")]
    assert one_post(held, lambda post: post) == [[post] for post in held]
