import pytest

from loaders.cleaning import clean
from loaders.cleaning.characters import is_traditional, respell, simplify


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("ＢＩＳＴＵ　２０２４", "BISTU 2024"),
        ("4\u00a0March\u202f2024\t", "4 March 2024 "),
        ("（３月５日），签约。", "（3月5日），签约。"),
        ("Gu’an County’s", "Gu'an County's"),
        ("“four centers” – ‘so’", "“four centers” – ‘so’"),
        ("温迪•拉纳", "温迪·拉纳"),
        ("保罗・纳西门托", "保罗·纳西门托"),
        ("  • On Monday", "    On Monday"),
        ("⾼新区", "高新区"),
        ("校⻓会⻅⻋辆厂⻩⻰", "校长会见车辆厂黄龙"),
        ("a\u2028b\x0cc", "a\nb\nc"),
    ],
)
def test_what_is_written_in_several_ways_has_one_spelling_of_the_same_length(written: str, spelled: str) -> None:
    assert respell(written) == spelled


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("朝\u200b阳\ufeff区", "朝阳区"),
        ("co\u00adoperation", "cooperation"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("# 赵明会见何晓\n\n## Guests", "赵明会见何晓\n\nGuests"),
        ("# 1 of 3\n#water C # here", "# 1 of 3\n#water C # here"),
        ("Kilpela\u0308inen", "Kilpeläinen"),
        ("(wa\u0301ng)", "(wáng)"),
    ],
)
def test_what_cannot_be_seen_goes(written: str, cleaned: str) -> None:
    assert clean(written).text == cleaned


def test_traditional_text_becomes_simplified_word_by_word() -> None:
    assert (
        simplify("吳區長對學校的支持表示感謝,雙方將在後續合作中發揮優勢")
        == "吴区长对学校的支持表示感谢,双方将在后续合作中发挥优势"
    )


def test_a_name_keeps_its_character_and_a_word_does_not() -> None:
    assert simplify("校長李乾與張畢昇參觀乾燥車間") == "校长李乾与张毕昇参观干燥车间"


def test_one_old_name_does_not_make_a_simplified_text_traditional() -> None:
    text = "李乾与于右任的后人一起参观了学校的校史馆,并与师生座谈交流,回顾了两校多年来的友谊,著名学者马寅初曾在此任教"
    assert not is_traditional(text)
    assert simplify(text) == text
