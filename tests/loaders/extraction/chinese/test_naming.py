"""Bodies: districts, organs, names by their ending, and what is none (phenomena 34, 35, 36, 47, 48, 49)."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "校地合作座谈会举行"


def bodies(facts: Facts) -> set[str]:
    return {i.name for i in facts.institutions}


def test_the_longest_name_wins_over_a_district_in_it(read: Read) -> None:
    facts = read(TITLE, "北京大学校长李强到海淀园走访，参观了石家庄站。")
    assert "北京大学" in bodies(facts)
    assert facts.districts == ()


def test_a_district_has_its_code_and_level(read: Read) -> None:
    (district,) = read(TITLE, "天津大学校长李强到固安县考察。").districts
    assert (district.name, district.level, district.code) == ("固安县", "county", "131022")


def test_a_slogan_in_quotes_is_no_body_though_it_ends_like_one(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强介绍了“科技创新中心”和“四个中心”建设，参观了华夏光电研究院。")
    assert bodies(facts) >= {"天津大学"}
    assert not any("创新中心" in name for name in bodies(facts))
    assert ("institution", "quoted") in {(r.kind, r.reason) for r in facts.rejects}


def test_both_sides_and_kinds_of_bodies_are_no_bodies(read: Read) -> None:
    facts = read(TITLE, "双方希望两地加强政校企合作，推动校地高校、30余所大学和多家公司参与。")
    assert facts.institutions == ()


def test_a_short_form_is_the_body_of_the_table(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强到信息科大考察。")
    assert "北京信息科技大学" in bodies(facts)


def test_a_short_form_that_the_text_explains_is_an_alias(read: Read) -> None:
    facts = read(TITLE, "华夏光电集团有限公司（以下简称“华光”）董事长李强到天津大学座谈。")
    (company,) = (i for i in facts.institutions if i.type == "company")
    assert company.aliases == ("华光",)
    assert facts.persons[0].roles[0].institution == "华夏光电集团有限公司"


def test_a_later_name_that_is_the_end_of_an_earlier_one_is_the_same_body(read: Read) -> None:
    facts = read(TITLE, "京安科创集团董事长李强到天津大学座谈。会后，科创集团总经理王建国参观了校史馆。")
    assert {n for n in bodies(facts) if "集团" in n} == {"京安科创集团"}


def test_a_country_before_a_name_does_not_make_another_body(read: Read) -> None:
    facts = read(TITLE, "德国阿尔卑斯大学校长汉斯·穆勒到天津大学座谈。阿尔卑斯大学有三个校区。")
    assert {n for n in bodies(facts) if "阿尔卑斯" in n} == {"德国阿尔卑斯大学"}


def test_a_conjunction_inside_a_name_does_not_cut_it(read: Read) -> None:
    facts = read(TITLE, "朝阳区住房和城乡建设委员会主任李强、大同市商务局局长王建国到天津大学座谈。")
    assert {p.roles[0].institution for p in facts.persons} >= {"大同市商务局"}
    assert any("住房和城乡建设委员会" in name for name in bodies(facts))


def test_a_verb_before_a_name_is_not_part_of_it(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强走访中关村创新协会，感谢京安科创集团。")
    assert bodies(facts) == {"天津大学", "中关村创新协会", "京安科创集团"}


def test_an_organ_belongs_to_its_district(read: Read) -> None:
    facts = read(TITLE, "通州区委书记李强到天津大学座谈。")
    assert [(i.name, i.type, i.district) for i in facts.institutions if i.type == "party"] == [
        ("通州区委", "party", "通州区")
    ]


def test_the_short_form_of_a_zone_has_the_zones_committee(read: Read) -> None:
    facts = read(TITLE, "北京经开区负责人到天津大学座谈，经开区管委会主任李强参加。")
    (role,) = facts.persons[0].roles
    assert role.institution is not None
    assert role.institution.endswith("区管委会")
    assert not any("海淀区" in name or name == "区管委会" for name in bodies(facts))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("里斯本大学校长佩雷斯来访。", "里斯本大学"),
        ("中信建设有限责任公司总经理李强来访。", "中信建设有限责任公司"),
        ("京津冀国家技术创新中心主任李强来访。", "京津冀国家技术创新中心"),
        ("首农食品集团有限公司董事长李强与首农食品集团总经理陈明出席。", "首农食品集团"),
    ],
)
def test_a_name_is_read_whole_and_once(read: Read, sentence: str, name: str) -> None:
    named = [i for i in read("动态", sentence).institutions if name in (i.name, *i.aliases)]
    assert len(named) == 1


@pytest.mark.parametrize("word", ["联席会议", "政府事务部", "科研院所"])
def test_an_ending_that_goes_on_to_another_word_ends_no_name(read: Read, word: str) -> None:
    facts = read("动态", f"天津大学校长李强出席京津冀{word}的活动。")
    assert {i.name for i in facts.institutions} == {"天津大学"}


def test_a_committee_of_a_zone_is_none_of_a_district(read: Read) -> None:
    facts = read("动态", "昌平区区长李强出席。", "高新区管委会负责人参加。")
    assert "昌平区管委会" not in {i.name for i in facts.institutions}


def test_a_school_may_have_a_number_for_a_name(read: Read) -> None:
    facts = read("两校座谈", "5月6日，北京四中校长李强到张北一中座谈，校长赵明会见。")
    assert {"北京四中", "张北一中"} <= {i.name for i in facts.institutions}


def test_a_number_before_another_word_names_no_school(read: Read) -> None:
    facts = read("座谈会举行", "5月6日，天津大学校长李强到北京十中心城区调研，区长赵明陪同。")
    assert not any("中" in i.name and i.type == "university" for i in facts.institutions)
