"""Spaces that a page lost between words, and what must stay as it is."""

import pytest

from loaders.cleaning import clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Hu Jing,dean of the school", "Hu Jing, dean of the school"),
        ("met Prof.Lu Ming and Dr.Gao Wenli", "met Prof. Lu Ming and Dr. Gao Wenli"),
        ("It was cold.The guests left.", "It was cold. The guests left."),
        ("Hu Jing , dean", "Hu Jing, dean"),
        ("Nankai University(NKU)", "Nankai University (NKU)"),
        ("Lv BIN,Director of Nankai", "Lv BIN, Director of Nankai"),
        ("on May 5th,2018,a group", "on May 5th, 2018, a group"),
        ("the Area (TEDA)at noon", "the Area (TEDA) at noon"),
        ("for the hospitality.he said", "for the hospitality. he said"),
        ("President  Hu\u00a0 Jing", "President Hu Jing"),
        ("on May 3 ,2024 they", "on May 3, 2024 they"),
        ("It closed . The end", "It closed. The end"),
        ("Hu Jing ,dean of law", "Hu Jing, dean of law"),
        ("signed in 2019.Both towns kept it", "signed in 2019. Both towns kept it"),
        ("Bright Star Co. , Ltd. is here", "Bright Star Co., Ltd. is here"),
        ("Bright Star Co., Ltd.,and others", "Bright Star Co., Ltd., and others"),
    ],
)
def test_words_stand_one_space_apart(raw: str, text: str) -> None:
    cleaned = clean(raw)
    assert cleaned.text == text
    last = cleaned.evidence(len(text) - 3, len(text))
    assert last.quote == raw[-3:]


@pytest.mark.parametrize(
    "raw", ["see www.nankai.edu.cn or a@b.cn", "1,000 guests at 10:30 a.m. on 3.5.2021", "U.S. firms"]
)
def test_numbers_addresses_and_abbreviations_stay(raw: str) -> None:
    assert clean(raw).text == raw
