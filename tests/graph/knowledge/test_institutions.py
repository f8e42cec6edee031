"""Known bodies by id, name, host and text."""

import re

import pytest

from graph.knowledge.districts import districts
from graph.knowledge.institutions import institutions
from graph.knowledge.matching import Lang
from graph.knowledge.tables import folded


def ids(name: str) -> set[str]:
    return {i.id for i in institutions().named(name)}


def found(text: str, lang: Lang) -> list[str]:
    return [m.surface for m in institutions().matches(text, lang)]


def test_ids_are_plain_and_unique() -> None:
    keys = [i.id for i in institutions()]
    assert len(set(keys)) == len(keys)
    assert not [k for k in keys if not re.fullmatch(r"i-[a-z0-9]+(?:-[a-z0-9]+)*", k)]


def test_there_are_at_least_250_listed_bodies() -> None:
    made = re.compile(r"i-.*-\d{6}$")
    assert sum(1 for i in institutions() if not made.match(i.id)) >= 250


def test_every_body_has_a_name_and_its_district_and_parent_exist() -> None:
    for i in institutions():
        assert i.name_zh or i.name_en
        assert not i.district or districts().by_id(i.district)
        assert not i.parent or institutions().by_id(i.parent)


def test_a_name_of_several_bodies_is_marked_or_follows_from_districts_of_one_name() -> None:
    for i in institutions():
        for name in i.names:
            others = {o.id: o for o in institutions().named(name) if o.id != i.id}
            for other in others.values():
                marked = folded(name) in {folded(s) for s in i.shared}
                places = [districts().by_id(d).stem_en for d in (i.district, other.district) if d]
                assert marked or (len(set(places)) == 1 and i.district != other.district), (i.id, other.id, name)


def test_no_host_belongs_to_two_bodies() -> None:
    hosts = [d for i in institutions() for d in i.domains]
    assert len(set(hosts)) == len(hosts)


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("BISTU", "i-bistu"),
        ("北京信息科技大学", "i-bistu"),
        ("信息科大", "i-bistu"),
        ("beijing information science and technology university", "i-bistu"),
        ("iSoftStone", "i-isoftstone"),
        ("CCCME", "i-cccme"),
        ("BJAST", "i-bjast"),
        ("北京市科委、中关村管委会", "i-scitech-110000"),
        ("Beijing Municipal Bureau of Economy and Information", "i-industry-110000"),
        ("通州区经信局", "i-industry-110112"),
        ("Tongzhou District Bureau of Economy and Information Technology", "i-industry-110112"),
        ("People’s Government of Fangshan District", "i-gov-110111"),
        ("房山区人民政府", "i-gov-110111"),
        ("Fangshan District Government", "i-gov-110111"),
        ("CPC Fangshan District Committee", "i-party-110111"),
        ("中共房山区委", "i-party-110111"),
        ("County Party Committee of Gu'an County", "i-party-131022"),
        ("Guan County Government", "i-gov-131022"),
        ("青龙县政府", "i-gov-130321"),
        ("唐山市人大常委会", "i-congress-130200"),
        ("政协通州区委员会", "i-cppcc-110112"),
        ("Hebei Provincial Department of Education", "i-education-130000"),
        ("河北省教育厅", "i-education-130000"),
        ("Langfang Education Bureau", "i-education-131000"),
    ],
)
def test_a_name_finds_its_body(name: str, id_: str) -> None:
    assert ids(name) == {id_}


def test_an_ambiguous_name_keeps_all_its_bodies() -> None:
    assert ids("新华区政府") == {"i-gov-130105", "i-gov-130902"}
    assert ids("中国石油大学") == {"i-cupb", "i-upc"}


def test_a_government_governs_its_district_and_its_departments_are_its_units() -> None:
    government, bureau = institutions().by_id("i-gov-110105"), institutions().by_id("i-housing-110105")
    assert (government.governs, government.type) == ("d-110105", "government")
    assert (bureau.parent, bureau.district, bureau.governs) == ("i-gov-110105", "d-110105", None)


@pytest.mark.parametrize(
    ("host", "id_"),
    [("news.bistu.edu.cn", "i-bistu"), ("WWW.BIT.EDU.CN:443", "i-bit"), ("bjast.ac.cn", "i-bjast")],
)
def test_a_host_belongs_to_a_body(host: str, id_: str) -> None:
    body = institutions().by_domain(host)
    assert body is not None
    assert body.id == id_


@pytest.mark.parametrize("host", ["", "edu.cn", "notbistu.edu.cn", "example.com", "cn"])
def test_other_hosts_belong_to_none(host: str) -> None:
    assert institutions().by_domain(host) is None


def test_bodies_are_found_in_chinese_text() -> None:
    text = "北京信息科技大学(信息科大)代表到访朝阳区委,与北京市经信局、东北大学、天津市教委座谈"
    assert found(text, "zh") == ["北京信息科技大学", "信息科大", "朝阳区委", "北京市经信局", "东北大学", "天津市教委"]


def test_bodies_are_found_in_english_text() -> None:
    text = (
        "Beijing Institute of Technology (BIT) and BOE Technology Group Co., Ltd. met bit by bit in TIANJIN UNIVERSITY"
    )
    assert found(text, "en") == [
        "Beijing Institute of Technology",
        "BIT",
        "BOE Technology Group Co., Ltd.",
        "TIANJIN UNIVERSITY",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "北京大学出版社",
        "北京大学第六医院门诊",
        "大学生活动",
        "北大街",
        "朝阳区委员",
        "北京大学生电影节",
        "东北化工",
        "东北师大附近",
        "广大师生",
        "升华为共识",
        "中美团队",
        "某大学国际关系学院",
        "集团科技部",
    ],
)
def test_longer_names_and_chance_meetings_of_characters_are_no_bodies(text: str) -> None:
    assert found(text, "zh") == []


def test_a_short_form_of_two_characters_needs_the_full_name_beside_it() -> None:
    assert found("清华的代表", "zh") == []
    assert found("清华大学与天津大学会谈,清华的代表", "zh") == ["清华大学", "天津大学", "清华"]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Beijing Institute of Technolgy", "i-bit"),
        ("Hong Kong Baptist Univeristy", "i-hkbu"),
        ("北京公业大学", "i-bjut"),
        ("Beijing Union University", "i-buu"),
    ],
)
def test_a_misspelt_name_finds_its_body(name: str, id_: str) -> None:
    near = institutions().nearest(name)
    assert near is not None
    assert near.id == id_


@pytest.mark.parametrize(
    "name",
    ["南京工商大学", "上海工业大学", "Nanjing University of Chemical Technology", "Tianjin Institute of Technology",
     "河北理工学院", "Beijing University of Tea", ""],
)  # fmt: skip
def test_a_name_that_differs_by_a_word_is_another_body(name: str) -> None:
    assert institutions().nearest(name) is None


def test_similar_universities_stay_apart() -> None:
    names = ("北京工业大学", "河北工业大学", "天津工业大学", "北京工商大学", "北方工业大学")
    assert len({i.id for n in names for i in institutions().named(n)}) == len(names)
    assert [i.name_zh for n in names if (i := institutions().nearest(n))] == list(names)


def test_names_that_only_follow_from_a_pattern_are_told_from_those_of_the_tables() -> None:
    university = institutions().by_id("i-bistu")
    government = institutions().by_id("i-gov-110105")
    assert not university.patterns
    assert "Government of Chaoyang District" in government.patterns
    assert government.short_zh not in government.patterns


def test_a_former_name_is_known_with_the_year_it_ended_in() -> None:
    [found] = institutions().named("天津商学院")
    assert found.id == "i-tjcu"
    assert [(f.name, f.until) for f in found.former] == [("天津商学院", "2007")]


def test_two_bodies_that_became_one_are_both_its_former_names() -> None:
    former = {f.name for f in institutions().by_id("i-bistu").former}
    assert {"北京机械工业学院", "北京信息工程学院"} <= former


def test_no_former_name_is_the_present_name_of_another_body() -> None:
    every = {name: i.id for i in institutions() for name in (i.name_zh, i.name_en) if name}
    assert [f.name for i in institutions() for f in i.former if every.get(f.name, i.id) != i.id] == []
