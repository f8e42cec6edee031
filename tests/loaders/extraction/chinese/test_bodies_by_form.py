"""Bodies of no table by their form: firms told by a post or a trade, organs of the allied parties, what is none."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "合作洽谈会举行"


def bodies(facts: Facts) -> set[str]:
    return {i.name for i in facts.institutions}


def test_a_firm_told_by_a_post_is_one_wherever_it_is_named(read: Read) -> None:
    facts = read(
        TITLE,
        "张家口市副市长岑立言与晨曦通动力董事长边疆举行会谈。",
        "会后，张家口市人民政府与晨曦通动力签署示范运营协议。",
    )
    assert [a.parties for a in facts.agreements] == [("张家口市人民政府", "晨曦通动力")]


def test_the_post_of_the_party_tells_a_firm_where_one_of_the_firm_follows(read: Read) -> None:
    facts = read(TITLE, "张家口市副市长岑立言会见晨曦通动力党委书记、董事长边疆。")
    assert "晨曦通动力" in bodies(facts)


@pytest.mark.parametrize(
    "sentence",
    [
        "张家口市副市长岑立言会见了知名企业董事长边疆。",
        "南开大学校长李强与人力资源总监边疆座谈。",
        "南开大学校长李强会见总经理边疆。",
    ],
)
def test_a_post_alone_names_no_firm(read: Read, sentence: str) -> None:
    assert not {"知名企业", "人力资源"} & bodies(read(TITLE, sentence))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("中关村科学城城市更新与发展有限公司董事长辛茂林参加座谈。", "中关村科学城城市更新与发展有限公司"),
        ("中国联合网络通信有限公司天津市分公司总经理吉立芳参加座谈。", "中国联合网络通信有限公司天津市分公司"),
        ("河北永泽生化药业总经理苏金龙参加座谈。", "河北永泽生化药业"),
        ("北车天津研究院总工程师戴慧参加座谈。", "北车天津研究院"),
        ("民盟天津市委会秘书长乌日娜参加座谈。", "民盟天津市委会"),
        ("九三学社石家庄市委员会主委郑秀英参加座谈。", "九三学社石家庄市委员会"),
        ("石家庄市合作交流办主任靖海参加座谈。", "石家庄市合作交流办"),
    ],
)
def test_a_body_is_read_whole_by_its_form(read: Read, sentence: str, name: str) -> None:
    facts = read(TITLE, sentence)
    assert name in bodies(facts)
    assert [r.institution for p in facts.persons for r in p.roles] == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "南开大学与发展有限公司有关负责人座谈，学校是教育部直属全国重点大学。",
        "双方表示要做强生物制药，发展现代实业，建设应用型大学。",
        "京津保三地政协开展联合调研。",
    ],
)
def test_descriptions_name_no_body(read: Read, sentence: str) -> None:
    described = ("重点大学", "应用型大学", "生物制药", "现代实业", "三地政协")
    assert not [name for name in bodies(read(TITLE, sentence)) if name.endswith(described)]


def test_a_high_tech_zone_is_no_new_area(read: Read) -> None:
    facts = read(
        TITLE,
        "石家庄高新区管委会主任张昕介绍了情况。",
        "石家庄市委常委、高新区党工委书记黄玉梅参加座谈。近年来，雄安新区建设取得进展。",
    )
    held = {r.institution for p in facts.persons if p.name == "黄玉梅" for r in p.roles}
    assert not [name for name in held if name and "雄安" in name]


@pytest.mark.parametrize(("name", "today"), [("塘沽区", "滨海新区"), ("顺义县", "顺义区"), ("大兴县", "大兴区")])
def test_a_former_district_is_the_one_of_today(read: Read, name: str, today: str) -> None:
    facts = read(TITLE, f"天津大学校长李强到{name}考察，与{name[:-1]}干部座谈。")
    assert today in {d.name for d in facts.districts}


@pytest.mark.parametrize(
    ("sentence", "firm"),
    [
        ("中车（唐山）轨道客车制造有限公司与燕山大学签署合作协议。", "中车（唐山）轨道客车制造有限公司"),
        ("燕山大学与华宇（河北）智能装备科技股份有限公司签署合作协议。", "华宇（河北）智能装备科技股份有限公司"),
    ],
)
def test_a_place_in_brackets_is_part_of_a_firm(read: Read, sentence: str, firm: str) -> None:
    facts = read(TITLE, sentence)
    assert bodies(facts) == {firm, "燕山大学"}
    assert not facts.districts


def test_a_place_in_brackets_behind_a_person_is_of_no_firm(read: Read) -> None:
    facts = read(TITLE, "燕山大学校长李强（唐山）与华宇智能装备有限公司董事长陈平座谈。")
    assert "华宇智能装备有限公司" in bodies(facts)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [("仪式在国际科学会堂举行。", set()), ("中国化学学会在国际科学会堂举行年会。", {"中国化学学会"})],
)
def test_a_hall_is_no_society(read: Read, sentence: str, found: set[str]) -> None:
    assert bodies(read("年会举行", sentence)) == found


def test_a_college_with_a_head_of_schools_is_no_faculty_of_whom_it_visits(read: Read) -> None:
    facts = read(
        "云麓理工学院代表团来访",
        "2024年9月3日，云麓理工学院副校长岑立言率团到访南开大学。",
        "南开大学副校长李强会见了代表团一行。",
    )
    assert [(m.visitors, m.hosts) for m in facts.meetings] == [(("云麓理工学院",), ("南开大学",))]
    assert [r.institution for p in facts.persons if p.name == "岑立言" for r in p.roles] == ["云麓理工学院"]


def test_a_college_with_a_dean_is_a_faculty_of_the_university_before_it(read: Read) -> None:
    facts = read(TITLE, "2024年9月3日，南开大学副校长李强、理工学院院长岑立言会见张家口市副市长边疆。")
    assert [r.institution for p in facts.persons if p.name == "岑立言" for r in p.roles] == ["南开大学"]
