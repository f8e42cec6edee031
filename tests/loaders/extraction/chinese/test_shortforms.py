"""Short forms that follow from a full name of the same article, and strings that only resemble one."""

from collections.abc import Callable

import pytest

from graph.article import Article
from graph.facts import Facts
from loaders.extraction import extract

Read = Callable[..., Facts]


def facts(text: str) -> Facts:
    return extract(Article("a.txt", text))


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("天津远帆储能材料股份有限公司", "远帆储能"),
        ("天津远帆储能材料股份有限公司", "远帆公司"),
        ("北京润禾堂生物科技发展有限公司", "润禾堂"),
        ("华星电子集团公司第二十七研究所", "二十七所"),
        ("华星电子集团公司第二十七研究所", "27所"),
        ("中国科学院声学研究所", "声学所"),
        ("河北医科大学附属承德康宁医院", "康宁医院"),
    ],
)
def test_a_short_form_is_the_body_that_the_text_names_in_full(full: str, short: str) -> None:
    found = facts(f"3月2日，河北大学校长许远航到{full}调研。\n\n{short}党委书记乔立民陪同调研。\n")
    boss = next(p for p in found.persons if p.name == "乔立民")
    body = next(i for i in found.institutions if full in (i.name, *i.aliases))
    assert [r.institution for r in boss.roles] == [body.name]
    assert short in body.aliases


def test_a_title_may_use_the_short_form_before_the_body_names_it_in_full() -> None:
    found = facts("康宁医院与河北大学座谈\n\n3月2日，河北医科大学附属承德康宁医院院长乔立民到河北大学座谈。\n")
    assert [i.name for i in found.institutions if "康宁" in i.name] == ["河北医科大学附属承德康宁医院"]


def test_a_form_that_two_bodies_share_stands_for_neither() -> None:
    found = facts(
        "3月2日，河北大学校长许远航到北京远帆科技有限公司和天津远帆储能有限公司调研。\n\n远帆公司总经理乔立民介绍情况。\n"
    )
    assert not any("远帆公司" in i.aliases for i in found.institutions)


@pytest.mark.parametrize("rest", ["各研究所交流工作", "国际科技合作前景广阔", "远处的帆船", "声学研究进展很快"])
def test_general_words_are_no_short_forms(rest: str) -> None:
    text = f"3月2日，河北大学校长许远航到中国科学院声学研究所和天津国际科技有限公司调研。\n\n{rest}。\n"
    found = facts(text)
    start = text.index(rest)
    assert not any(m.start >= start for i in found.institutions for m in i.mentions)


@pytest.mark.parametrize("written", ["中国电科13所", "中国电科十三所", "中国电子科技集团公司第13研究所"])
def test_an_institute_with_a_number_is_one_however_it_is_written(written: str) -> None:
    found = facts(
        f"{written}来访河北大学\n\n3月2日，中国电子科技集团公司第十三研究所党委书记许远航到河北大学座谈。\n"
        f"{written}副所长乔立民参加。\n"
    )
    bodies = {r.institution for p in found.persons for r in p.roles}
    assert len(bodies) == 1


def test_institutes_with_other_numbers_are_others() -> None:
    found = facts("3月2日，中国电科13所所长许远航与中国电科54所所长乔立民座谈。\n")
    assert len({r.institution for p in found.persons for r in p.roles}) == 2


def test_a_bare_level_before_a_proper_name_stands_for_its_district() -> None:
    found = facts("3月2日，河北省农林科学院与河北大学座谈。省农林科学院院长许远航参加。\n")
    assert [r.institution for r in found.persons[0].roles] == ["河北省农林科学院"]


def test_a_university_without_its_place_is_the_one_named_in_full(read: Read) -> None:
    facts = read("要闻", "天津理工大学校长李强到访河北大学，与校长郝晓辉座谈。", "理工大学由此多了一个伙伴。")
    assert {i.name for i in facts.institutions} == {"天津理工大学", "河北大学"}


def test_of_two_universities_that_end_so_it_is_neither(read: Read) -> None:
    facts = read("要闻", "天津理工大学校长李强到访北京理工大学，与校长郝晓辉座谈。", "理工大学校长王平与李强会谈。")
    assert next(p for p in facts.persons if p.name == "王平").roles[0].institution == "理工大学"
