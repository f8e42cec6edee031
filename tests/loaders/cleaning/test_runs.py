import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cleaning.runs import lost_runs
from loaders.cleaning.text import CleanText


def repaired(text: str) -> str:
    return CleanText.of(text).edited(lost_runs(text)).text


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        (
            "會議由我??萍继?、教務處組織,學習時間與場館開放詳見後續說明",
            "會議由我校科技處、教務處組織,學習時間與場館開放詳見後續說明",
        ),
        ("兩地經濟發展?fàn)顩r良好", "兩地經濟發展狀況良好"),
        ("兩地經濟發展顩r良好", "兩地經濟發展狀況良好"),
        ("學??蒲袟l件優越", "學校科研條件優越"),
    ],
)
def test_a_run_read_one_byte_off_is_read_right(lost: str, meant: str) -> None:
    assert repaired(lost) == meant


@pytest.mark.parametrize(
    "text",
    [
        "他问:什么时候签约?区长说:今天。",
        "这是谁的项目?我们的项目A",
        "与A公司、B公司签约",
        "北京大学?、清华大学",
        "??",
        "郭福?校长a",
        "Who signed? Nobody knows?",
        "我??魑魅?、对外联络办",
    ],
)
def test_what_no_words_confirm_stays(text: str) -> None:
    assert repaired(text) == text


@given(st.text("?我校科技处萍继rlAP学的a、。", max_size=12))
def test_a_repair_writes_one_character_less_than_it_reads(text: str) -> None:
    for edit in lost_runs(text):
        assert len(edit.new) < edit.end - edit.start
        assert "?" not in edit.new
