import pytest

from loaders.cleaning.encoding import repairs
from loaders.cleaning.text import CleanText


def repaired(text: str) -> CleanText:
    return CleanText.of(text).edited(repairs(text))


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("Turo KilpelÃ¤inen of LAB", "Turo Kilpeläinen of LAB"),
        ("the Universityâ€™s guests", "the University’s guests"),
        ("R&amp;D&nbsp;Base", "R&D\u00a0Base"),
        ("Gu&#39;an", "Gu'an"),
        ("双方座谈。锟斤拷锟斤拷", "双方座谈。\ufffd"),
        ("锟斤两", "锟斤两"),
    ],
)
def test_wrongly_decoded_pieces_and_entities_are_read_right(wrong: str, meant: str) -> None:
    assert repaired(wrong).text == meant


def test_chinese_that_was_read_as_western_text_comes_back_character_by_character() -> None:
    raw = "校长郭福".encode().decode("latin-1")
    text = repaired(raw)
    assert text.text == "校长郭福"
    assert text.evidence(2, 4).quote == raw[6:]


@pytest.mark.parametrize(
    "text", ["Jiří Balík", "“quoted” – and ‘so’ on…", "AT&T; R&D", "±5 °C", "São Paulo", "naïve café"]
)
def test_right_text_stays_as_it_is(text: str) -> None:
    assert repaired(text).text == text
