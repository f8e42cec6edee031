"""Where a text names somebody."""

import pytest

from graph.identity.masking import Names, without

GUO = Names(("郭福", "Guo Fu", "郭校长"))
GAO = Names(("高峰",))


def masked(names: Names, text: str, *, sure: bool = True) -> str:
    return without(text, names.spans(text, sure=sure))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("校长郭福到会。", "校长██到会。"),
        ("郭\n 福到会。", "█\n █到会。"),
        ("Guo Fu, FU GUO and Guofu", "███ ██, ██ ███ and █████"),
        ("GUO,\nFu came", "████\n██ came"),
        ("write to guofu@example.org", "write to █████@example.org"),
        ("Guō Fú's office", "███ ██'s office"),
        ("Guo Fulin and the Guofus", "Guo Fulin and the Guofus"),
    ],
)
def test_a_name_is_found_in_both_scripts_however_it_is_broken(text: str, shown: str) -> None:
    assert masked(GUO, text) == shown


def test_traditional_characters_and_every_spelling_of_u_with_dots_are_one_name() -> None:
    names = Names(("吕秀梅",))
    assert masked(names, "呂秀梅 Lü Xiumei Lyu Xiumei LV XIUMEI Xiu-mei Lu").replace("█", "") == "     " + "   "


def test_a_word_that_is_a_name_is_one_only_beside_a_title_where_nothing_else_tells() -> None:
    text = "高峰论坛开幕，副校长高峰致辞，高峰校长主持。"
    assert masked(GAO, text, sure=False) == "高峰论坛开幕，副校长██致辞，██校长主持。"
    assert masked(GAO, text) == text.replace("高峰", "██")
    assert masked(GAO, "the gao feng of it", sure=False) == "the gao feng of it"


def test_a_surname_beside_a_title_is_one_unless_somebody_else_bears_it() -> None:
    text = "郭校长与郭区长。President Guo spoke."
    assert without(text, GUO.surname_spans(text, ["林月"])) == "█校长与█区长。President ███ spoke."
    assert without(text, GUO.surname_spans(text, ["郭勋"])) == text


def test_a_span_that_is_spared_stays() -> None:
    wei = Names(("王伟",))
    text = "王伟光与王伟"
    assert without(text, wei.spans(text), [(0, 3)]) == "王伟光与██"


@pytest.mark.parametrize(
    "address", ["https://example.org/guo-fu.html", "news/郭福.txt", "https://e.org/%E9%83%AD%E7%A6%8F"]
)
def test_a_name_is_found_in_addresses(address: str) -> None:
    assert GUO.in_address(address)
    assert not GAO.in_address(address)


def test_what_any_body_can_be_called_by_is_no_name_of_one() -> None:
    assert Names(("晨光微纳有限公司", "公司", "Company"), person=False).full == ("晨光微纳有限公司",)
