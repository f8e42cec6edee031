"""Forms that articles which no rule was made with have shown: whose article it is, names, what is yet to be signed."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "要闻"


def _body_of(facts: Facts, name: str) -> str | None:
    return next(p.roles[0].institution for p in facts.persons if p.name == name)


def test_who_stands_before_our_school_came_there(read: Read) -> None:
    facts = read(
        "天津商业大学代表团访问燕山大学",
        "5月7日，天津商业大学校长葛宝臻率科研处、经济学院一行来我校调研。校党委书记赵险峰会见来宾。",
        "燕山大学与天津商业大学往来已久。",
    )
    assert _body_of(facts, "赵险峰") == "燕山大学"


def test_our_school_that_goes_out_is_who_stands_before(read: Read) -> None:
    facts = read(TITLE, "5月7日，我校赴燕山大学调研，校长葛宝臻带队。", "天津商业大学成立于1980年。")
    assert _body_of(facts, "葛宝臻") == "天津商业大学"


def test_the_line_of_an_agency_tells_whose_article_it_is(read: Read) -> None:
    facts = read(TITLE, "唐山幼儿师范高等专科学校新闻网讯 5月7日，我校与迁西县人民政府签约，校长贾素宁出席。")
    assert _body_of(facts, "贾素宁") == "唐山幼儿师范高等专科学校"


@pytest.mark.parametrize("name", ["那顺巴雅尔", "阿不力克木", "乌云格日勒"])
def test_a_name_of_five_syllables_behind_a_post(read: Read, name: str) -> None:
    facts = read(TITLE, f"保定市第一医院内科副主任{name}汇报了病例。")
    assert [p.name for p in facts.persons] == [name]


def test_words_behind_a_post_are_no_such_name(read: Read) -> None:
    assert read(TITLE, "保定市第一医院内科副主任多次提出要求。").persons == ()


def test_a_rare_surname_before_a_word_of_one_character(read: Read) -> None:
    facts = read(TITLE, "保定技师学院院长母天明把教具留在了实训中心。")
    assert [p.name for p in facts.persons] == ["母天明"]


def test_a_hospital_is_the_same_with_its_place_in_short_and_with_the_city_before(read: Read) -> None:
    facts = read(TITLE, "承德市围场满族蒙古族自治县医院院长何雪与天津市第一中心医院签约。围场县医院副院长丁凯出席。")
    assert len({r.institution for p in facts.persons for r in p.roles}) == 1


def test_hospitals_of_two_counties_are_two(read: Read) -> None:
    facts = read(TITLE, "承德市围场满族蒙古族自治县医院院长何雪与平泉市医院院长丁凯会谈。")
    assert len({r.institution for p in facts.persons for r in p.roles}) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "双方敲定：五一之后，由平山县人民政府和河北农业大学签订共建协议。",
        "双方约定，节后由平山县人民政府与河北农业大学签署合作协议。",
    ],
)
def test_what_both_agreed_to_sign_is_intended(read: Read, sentence: str) -> None:
    facts = read(TITLE, "4月3日，平山县县长丁凯到河北农业大学考察，校长何雪会见。", sentence)
    assert [a.status for a in facts.agreements] == ["intended"]


def test_what_was_signed_after_talks_is_signed(read: Read) -> None:
    facts = read(
        TITLE,
        "4月3日，平山县县长丁凯到河北农业大学考察，校长何雪会见。",
        "座谈后，平山县人民政府和河北农业大学签订了共建协议。",
    )
    assert [a.status for a in facts.agreements] == ["signed"]


def test_the_commission_of_a_bare_level_is_a_body(read: Read) -> None:
    facts = read(TITLE, "4月3日，静海区区长丁凯到河北农业大学考察，区科委主任何雪参加。")
    assert _body_of(facts, "何雪") == "静海区科委"


def test_a_verb_that_a_scanner_misread_is_read(read: Read) -> None:
    facts = read(TITLE, "4月3日，平山县人民政府与河北农业大学签汀了合作协议。")
    assert [a.status for a in facts.agreements] == ["signed"]
