import pytest

from loaders.cleaning.glosses import pinyin_glosses
from loaders.cleaning.text import CleanText


def without(text: str) -> str:
    return CleanText.of(text).edited(pinyin_glosses(text)).text


@pytest.mark.parametrize(
    ("glossed", "plain"),
    [
        ("區(qū)長(zhǎng)", "區長"),
        ("关（guān）注", "关注"),
        ("長(cháng)城", "長城"),
        ("的(de)", "的"),
        ("綠(lǜ)色", "綠色"),
        ("关(guan1)注", "关注"),
        ("廣(ɡuǎnɡ)場", "廣場"),
        ("發(fā展", "發展"),
        ("發fā)展", "發展"),
        ("情(qíng)況(kuàng)好(hǎo)", "情況好"),
    ],
)
def test_a_reading_behind_its_character_goes(glossed: str, plain: str) -> None:
    assert without(glossed) == plain


@pytest.mark.parametrize(
    "text",
    [
        "北京信息科技大学(BISTU)",
        "魍魉(wǎng liǎng)",
        "区(guān)",
        "大学(a)",
        "张(Zhang)",
        "发(fa展",
        "見(a)圖",
        "(qū)",
        "",
    ],
)
def test_a_bracket_that_is_no_reading_of_the_character_stays(text: str) -> None:
    assert without(text) == text
