"""Which post is held at which body (phenomena 31, 34, 36, 37, and former posts)."""

from collections.abc import Callable

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "区校合作座谈会举行"


def roles(facts: Facts) -> dict[str, list[tuple[str, str | None]]]:
    return {p.name: [(r.title, r.institution) for r in p.roles] for p in facts.persons}


def test_the_first_of_two_posts_is_the_partys_and_the_second_the_governments(read: Read) -> None:
    held = roles(read(TITLE, "朝阳区委副书记、区长李强到天津大学座谈。"))
    assert held["李强"] == [("区委副书记", "朝阳区委"), ("区长", "朝阳区政府")]


def test_both_posts_at_a_university_are_the_universitys(read: Read) -> None:
    held = roles(read(TITLE, "天津大学党委副书记、校长李强到朝阳区座谈。"))
    assert held["李强"] == [("党委副书记", "天津大学"), ("校长", "天津大学")]


def test_a_bare_district_word_stands_for_the_district_of_the_article(read: Read) -> None:
    facts = read(TITLE, "5月6日，天津大学校长李强到朝阳区座谈。区委书记王建国、区住建委主任赵明参加。")
    assert roles(facts)["王建国"] == [("区委书记", "朝阳区委")]
    assert roles(facts)["赵明"] == [("主任", "朝阳区住建委")]


def test_the_word_for_district_inside_another_word_stands_for_none(read: Read) -> None:
    facts = read(TITLE, "5月6日，天津大学校长李强到幸福社区居委会走访，了解校区改造情况。")
    assert not any("区" in i.name for i in facts.institutions if i.type in ("government", "party"))


def test_our_university_is_the_one_that_tells_it(read: Read) -> None:
    facts = read(
        "河北大学来访我校",
        "河北大学校长李强到天津大学座谈，河北大学教授王明同行。我校副校长赵明、校长助理孙涛参加座谈。",
    )
    assert roles(facts)["赵明"] == [("副校长", "天津大学")]
    assert roles(facts)["孙涛"] == [("校长助理", "天津大学")]


def test_a_post_without_a_body_takes_the_one_of_its_list_and_is_inferred(read: Read) -> None:
    facts = read(TITLE, "天津大学党委书记李强、校长王建国到南开大学座谈。")
    (role,) = facts.persons[1].roles
    assert (role.title, role.institution, role.inferred) == ("校长", "天津大学", True)
    assert not facts.persons[0].roles[0].inferred


def test_a_head_goes_to_the_body_that_has_such_heads(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强一行到廊坊市教育局走访，和局长王建国、副局长赵明座谈。")
    assert roles(facts)["王建国"] == [("局长", "廊坊市教育局")]
    assert roles(facts)["赵明"] == [("副局长", "廊坊市教育局")]


def test_a_unit_stays_in_the_title_and_the_post_is_the_wholes(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强到朝阳区座谈，天津大学科研院院长王建国、科技处副处长赵明参加。")
    assert roles(facts)["王建国"] == [("科研院院长", "天津大学")]
    assert roles(facts)["赵明"] == [("科技处副处长", "天津大学")]


def test_units_that_are_named_without_a_person_are_no_institutions(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强到朝阳区座谈，学校科研院、校办、机械与车辆学院等部门负责人参加。")
    assert [i.name for i in facts.institutions] == ["天津大学"]


def test_a_post_of_the_past_is_marked(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强、原副校长王建国与时任朝阳区委书记赵明座谈。")
    assert {p.name: p.roles[0].former for p in facts.persons} == {"李强": False, "王建国": True, "赵明": True}


def test_a_seat_in_the_committee_above_is_not_whom_one_stands_for(read: Read) -> None:
    facts = read(
        "清华大学到雄安新区考察",
        "5月6日，清华大学校长李强到雄安新区考察，与河北省委常委、雄安新区党工委书记王建国座谈。",
    )
    assert [m.hosts for m in facts.meetings] == [("雄安新区",)]


def test_a_short_form_before_a_post_is_the_body_named_before(read: Read) -> None:
    facts = read(
        TITLE, "天津大学与华夏电力北京设计研究院有限公司座谈。北京院董事长李强、总经理王建国，天津大学校长赵明参加。"
    )
    assert {institution for held in roles(facts).values() for _, institution in held} == {
        "华夏电力北京设计研究院有限公司",
        "天津大学",
    }


def test_a_department_of_a_firm_is_no_ministry(read: Read) -> None:
    facts = read(TITLE, "京安科创集团副总裁李强、科技部主任王建国到天津大学座谈。教育部副部长赵明出席。")
    assert roles(facts)["王建国"] == [("科技部主任", "京安科创集团")]
    assert roles(facts)["赵明"] == [("副部长", "教育部")]


def test_a_township_has_its_own_secretary(read: Read) -> None:
    facts = read(TITLE, "安新县县长李强、端村镇党委书记王建国与天津大学校长赵明座谈。")
    assert roles(facts)["王建国"] == [("党委书记", "端村镇")]


def test_posts_at_two_bodies_may_have_a_comma_between(read: Read) -> None:
    facts = read(TITLE, "河北省委常委、副省长，雄安新区党工委书记李强与天津大学校长王建国座谈。")
    assert [title for title, _ in roles(facts)["李强"]] == ["省委常委", "副省长", "书记"]


def test_a_post_has_the_sentence_that_names_both_as_evidence_in_the_writing_of_the_article(read: Read) -> None:
    sentence = "天津大學校長李強與固安縣縣長王建國座談。"
    (person, _) = read("校地座談", f"5月6日天氣晴好。{sentence}李強表示歡迎。").persons
    (post,) = person.roles
    assert (person.name, post.title, post.evidence and post.evidence.quote) == ("李强", "校长", sentence)


def test_a_bare_level_stands_for_the_city_that_acts_not_for_one_in_passing(read: Read) -> None:
    facts = read("动态", "邢台市委书记李强讲话，要求加强与北京、天津的协作。", "市委副书记、市长陈明出席。")
    chen = next(p for p in facts.persons if p.name == "陈明")
    assert [r.institution for r in chen.roles] == ["邢台市委", "邢台市政府"]


def test_a_bare_level_may_lean_on_the_site_s_name_below_the_body(read: Read) -> None:
    facts = read("区领导会见客商", "5月6日，区委书记李强在区委会见了来宾。", "天津市河西区融媒体中心")
    assert facts.persons[0].roles[0].institution == "河西区委"


def test_a_list_with_a_president_is_of_the_university(read: Read) -> None:
    facts = read(
        "华北制药集团到河北工程大学访问", "华北制药集团总经理李强来访。", "党委书记陈明、副校长赵刚接待了客人。"
    )
    chen = next(p for p in facts.persons if p.name == "陈明")
    assert chen.roles[0].institution == "河北工程大学"


def test_a_teaching_unit_is_never_of_a_company(read: Read) -> None:
    facts = read("天津大学动态", "京东集团副总裁李强来天津大学，与软件学院院长陈明商谈。")
    chen = next(p for p in facts.persons if p.name == "陈明")
    assert chen.roles[0].institution == "天津大学"


def test_a_firm_below_a_company_has_posts_of_its_own(read: Read) -> None:
    facts = read("动态", "首钢京唐公司董事长李强出席。")
    assert facts.persons[0].roles[0].institution == "首钢京唐公司"


def test_an_academician_stands_for_the_university_that_they_head(read: Read) -> None:
    facts = read(TITLE, "5月6日，中国工程院院士、天津大学校长李强到朝阳区座谈，区长王建国会见。")
    assert facts.meetings[0].visitors == ("天津大学",)


def test_an_academician_without_another_post_stands_for_the_academy(read: Read) -> None:
    facts = read(TITLE, "5月6日，中国工程院院士李强到朝阳区座谈，区长王建国会见。")
    assert facts.meetings[0].visitors == ("中国工程院",)


def test_a_seat_in_an_organ_of_the_whole_country_is_no_post_at_the_local_one(read: Read) -> None:
    told = "5月6日，廊坊市政协主席王凯军会见全国政协委员、燕山大学校长赵险峰，全国人大代表李刚参加。"
    roles = {p.name: [(r.title, r.institution) for r in p.roles] for p in read("会见", told).persons}
    assert roles["赵险峰"] == [("全国政协委员", None), ("校长", "燕山大学")]
    assert roles["李刚"] == [("全国人大代表", None)]
    assert roles["王凯军"] == [("主席", "廊坊市政协")]


def test_a_district_head_met_in_a_district_is_that_of_it(read: Read) -> None:
    told = "5月6日，桥东区区长王明到裕华区会见区长李华、副区长周平。"
    roles = {p.name: [r.institution for r in p.roles] for p in read("会见", told).persons}
    assert roles["李华"] == roles["周平"] == ["裕华区政府"]


def test_districts_of_one_name_are_two(read: Read) -> None:
    told = "5月6日，石家庄市桥西区区长王明到张家口市桥西区会见区长李华。"
    facts = read("会见", told)
    assert {p.name: p.roles[0].institution for p in facts.persons} == {
        "王明": "石家庄市桥西区政府",
        "李华": "张家口市桥西区政府",
    }
    assert {d.code for d in facts.districts if d.name.endswith("桥西区")} == {"130104", "130703"}


def test_a_district_named_alone_keeps_its_name(read: Read) -> None:
    told = "5月6日，石家庄市桥西区区长王明到河北大学座谈。"
    assert [p.roles[0].institution for p in read("会见", told).persons] == ["桥西区政府"]


def test_an_unlisted_institution_that_publishes_is_our_school(read: Read) -> None:
    lines = (
        "校领导赴固安县洽谈",
        "来源：燕南卫生职业学院 2023年5月8日",
        "5月6日，我校党委书记王明到固安县座谈，燕京理工学院院长李华参加。",
    )
    roles = {p.name: p.roles[0].institution for p in read(*lines).persons}
    assert roles == {"王明": "燕南卫生职业学院", "李华": "燕京理工学院"}


def test_a_unit_that_publishes_is_not_our_school(read: Read) -> None:
    lines = (
        "校领导赴固安县洽谈",
        "来源：化学学院 2023年5月8日",
        "5月6日，我校校长王明与天津大学校长李华到固安县座谈。",
    )
    assert "化学学院" not in {r.institution for p in read(*lines).persons for r in p.roles}


def test_who_has_a_seat_beside_a_post_stands_for_the_body_of_the_post(read: Read) -> None:
    facts = read(
        "校地座谈",
        "5月6日，河北大学与张家口市座谈。张家口市市长李军，河北省政府党组成员、河北大学校长梅平出席。"
        "主持座谈会的是张家口市副市长王平。",
    )
    assert [(p.person, p.side) for p in facts.meetings[0].participants] == [
        ("李军", "host"),
        ("梅平", "visitor"),
        ("王平", "host"),
    ]


def test_the_only_seat_is_what_its_holder_stands_for(read: Read) -> None:
    facts = read("校地座谈", "5月6日，河北省政府党组成员梅平到河北大学调研，与校长王平座谈。")
    assert [(p.person, p.side) for p in facts.meetings[0].participants] == [("梅平", "visitor"), ("王平", "host")]
