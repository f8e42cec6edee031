from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cleaning import clean

SHARED = Path(__file__).parents[3] / "../shared"
PIECES = "解江凌|區(qū)|關guān)|(BISTU)|??萍继?|?fàn)顩r|Ã©|\u00a0|\u3000|\u200b|\r\n|\r|１２|e\u0301|&amp;|&nbsp;"
PIECES += "|Gu’an|•|(|?|r|乾|\U00020000|\ufeff|â€™|\ud800"
DAMAGE = st.lists(st.sampled_from(PIECES.split("|")) | st.text(max_size=5)).map("".join)


@given(DAMAGE, st.data())
def test_whatever_the_damage_every_piece_quotes_the_raw_text(raw: str, data: st.DataObject) -> None:
    text = clean(raw)
    assert len(text.text) == len(text.starts) == len(text.ends)
    assert list(text.starts) == sorted(text.starts)
    assert list(text.ends) == sorted(text.ends)
    if text.text:
        start = data.draw(st.integers(0, len(text.text) - 1))
        end = data.draw(st.integers(start + 1, len(text.text)))
        evidence = text.evidence(start, end)
        assert evidence.quote == raw[evidence.start : evidence.end] != ""


@given(st.text(st.characters(codec="ascii", exclude_characters="&*\r", min_codepoint=32, max_codepoint=126)))
def test_plain_ascii_keeps_all_but_its_spaces(raw: str) -> None:
    assert "".join(clean(raw.replace("`", "")).text.split()) == "".join(raw.replace("`", "").split())


def test_several_kinds_of_damage_in_one_sentence_are_undone_together() -> None:
    raw = "　　校長(zhǎng)趙明帶隊(duì)拜訪１號樓,介紹學(xué)??蒲星闆r。"
    text = clean(raw)
    assert text.text.strip() == "校长赵明带队拜访1号楼,介绍学校科研情况。"
    at = text.text.index("赵明")
    assert text.evidence(at, at + 2).quote == "趙明"


def test_the_gloss_behind_a_repaired_run_belongs_to_its_last_character() -> None:
    assert (
        clean("學(xué)院與我??蒲刑幭嚓P(guān)部門一起討論發(fā)展規(guī)劃").text
        == "学院与我校科研处相关部门一起讨论发展规划"
    )


@pytest.mark.shared
def test_no_gloss_and_no_lost_run_is_left_in_the_damaged_seed() -> None:
    seeds = sorted((SHARED / "seeds").glob("003*.txt"))
    if not seeds:
        pytest.skip("the seeds are not here")
    text = clean(seeds[0].read_text(encoding="utf-8"))
    assert "我校科技处、对外联络办" in text.text
    assert "状况" in text.text
    assert not {"ā", "é", "ǎ", "à", "?"} & set(text.text)
