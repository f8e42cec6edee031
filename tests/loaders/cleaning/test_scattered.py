"""Spaces that a reader of scanned pages strews into Chinese text."""

import pytest

from loaders.cleaning import clean

SCANNED = "4 月3日 ，区长桂 雪莲带领客 人来校 ，校长王 伟会见 ，两校座 谈 。"


def test_single_spaces_of_a_scanned_page_go() -> None:
    assert clean(SCANNED).text == "4月3日，区长桂雪莲带领客人来校，校长王伟会见，两校座谈。"


def test_every_piece_still_quotes_the_raw_text() -> None:
    cleaned = clean(SCANNED)
    start = cleaned.text.index("桂雪莲")
    assert cleaned.evidence(start, start + 3).quote == "桂 雪莲"


def test_columns_of_a_scanned_page_stay_apart() -> None:
    assert "丁凯  区长" in clean(f"{SCANNED}\n丁凯  区长").text


def test_the_spaces_of_a_page_that_was_typed_stay() -> None:
    text = "区长 王 伟会见客人，两校座谈。副区长 李 强参加 。"
    assert clean(text).text == text


def test_a_year_has_no_letters() -> None:
    assert clean("2O15年签约，H2O为水，型号2O15。").text == "2015年签约，H2O为水，型号2O15。"


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (
            "西 青 区 区 长 陶 一 宁 到 访 天 津 大 学，校 长 任 硕 会 见。",
            "西青区区长陶一宁到访天津大学，校长任硕会见。",
        ),
        ("通知\n5 月 8 日 双 方 签 署 合 作 协 议 。\n完", "通知\n5月8日双方签署合作协议。\n完"),
        ("王 强 李 明 赵 钢", "王 强 李 明 赵 钢"),
        ("校长 任硕 书记 方锐 区长 陶一宁", "校长 任硕 书记 方锐 区长 陶一宁"),
    ],
)
def test_a_line_whose_characters_all_stand_apart_is_joined_and_a_list_is_not(raw: str, read: str) -> None:
    assert clean(raw).text == read
