"""What Chinese press releases do with names, posts, dates and events, one entry for each phenomenon (numbered 30 to 49
in the study that they come from), each in both directions: where the reading holds, and where it does not."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "校地合作座谈会举行"


def people(facts: Facts) -> set[str]:
    return {p.name for p in facts.persons}


def held(facts: Facts, name: str) -> list[tuple[str, str | None]]:
    return next([(r.title, r.institution) for r in p.roles] for p in facts.persons if p.name == name)


def side(facts: Facts, name: str) -> str | None:
    return next(p.side for m in facts.meetings for p in m.participants if p.person == name)


def functions(facts: Facts, name: str) -> tuple[str, ...]:
    return next(p.functions for m in facts.meetings for p in m.participants if p.person == name)


# 30: 甲、乙带队拜访


@pytest.mark.parametrize("lead", ["带队拜访", "率队走访", "一行到访", "率团访问"])
def test_30_all_listed_before_the_lead_lead(read: Read, lead: str) -> None:
    facts = read(TITLE, f"3月2日，河北大学校长许远航、副校长鲁一鸣{lead}清苑区政府，区长乔立民会见。")
    assert [functions(facts, n) for n in ("许远航", "鲁一鸣")] == [("head",), ("head",)]
    assert {side(facts, "许远航"), side(facts, "鲁一鸣")} == {"visitor"}


def test_30_who_is_received_by_does_not_lead(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航带队拜访清苑区政府，区长乔立民会见了客人。")
    assert "head" not in functions(facts, "乔立民")


# 31: several posts before one name


def test_31_a_comma_between_posts_parts_no_persons(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学党委副书记、校长许远航到清苑区座谈。")
    assert people(facts) == {"许远航"}
    assert held(facts, "许远航") == [("党委副书记", "河北大学"), ("校长", "河北大学")]


def test_31_a_comma_behind_a_name_does(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学党委书记许远航、校长鲁一鸣到清苑区座谈。")
    assert held(facts, "许远航") == [("党委书记", "河北大学")]
    assert held(facts, "鲁一鸣") == [("校长", "河北大学")]


# 32: 与某机构某职务某人会见


def test_32_who_is_met_with_behind_who_came_is_the_host(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航到清苑区，与区长乔立民会见座谈。")
    assert (side(facts, "许远航"), side(facts, "乔立民")) == ("visitor", "host")


def test_32_talks_alone_have_no_direction(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航与天津大学校长尚思齐座谈。")
    assert (side(facts, "许远航"), side(facts, "尚思齐")) == (None, None)


# 33: lists whose last member has no name


def test_33_a_list_goes_on_over_bodies_and_ends_in_nobody(read: Read) -> None:
    facts = read(
        TITLE,
        "3月2日，河北大学校长许远航与清苑区长乔立民座谈。区教育局局长鲁一鸣，科研处处长尚思齐，以及我校后勤处相关负责同志参加。",
    )
    assert people(facts) == {"许远航", "乔立民", "鲁一鸣", "尚思齐"}
    assert side(facts, "鲁一鸣") == side(facts, "乔立民")


def test_33_units_in_charge_are_nobody(read: Read) -> None:
    assert people(read(TITLE, "3月2日，区教育局、科技局主要负责同志以及各学院负责人参加座谈。")) == set()


# 34: a bare level before an organ


def test_34_a_bare_level_is_of_the_district_that_was_named(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航到清苑区座谈。区住建委主任乔立民、区委书记鲁一鸣参加。")
    assert held(facts, "乔立民") == [("主任", "清苑区住建委")]
    assert held(facts, "鲁一鸣") == [("区委书记", "清苑区委")]


@pytest.mark.parametrize("word", ["小区业委会主任", "校区管理处处长", "景区负责人"])
def test_34_a_level_inside_a_word_is_none(read: Read, word: str) -> None:
    facts = read(TITLE, f"3月2日，河北大学校长许远航到清苑区座谈。{word}乔立民参加。")
    assert all("清苑区" not in (body or "") for _, body in held(facts, "乔立民"))


# 35: short forms


@pytest.mark.parametrize(
    ("short", "name"),
    [("北工大", "北京工业大学"), ("信息科大", "北京信息科技大学"), ("燕大", "燕山大学")],
)
def test_35_a_known_short_form_is_its_body(read: Read, short: str, name: str) -> None:
    facts = read(f"{name}来访", f"3月2日，{name}校长许远航到清苑区座谈。{short}教务处处长鲁一鸣参加。")
    assert held(facts, "鲁一鸣") == [("教务处处长", name)]


def test_35_two_characters_inside_other_words_are_none(read: Read) -> None:
    facts = read(TITLE, "3月2日，清苑区长乔立民到石家庄走访，了解到天大的好消息和农大棚建设情况。")
    assert not [i for i in facts.institutions if i.type == "university"]


# 36: the article's own body


@pytest.mark.parametrize("word", ["我校", "学校", "本校", "校方"])
def test_36_the_own_body_is_the_publisher(read: Read, word: str) -> None:
    facts = read(
        "天津大学与河北大学座谈",
        f"3月2日，天津大学校长尚思齐来我校座谈。{word}副校长鲁一鸣参加。",
        url="https://news.hbu.cn/a",
    )
    assert held(facts, "鲁一鸣") == [("副校长", "河北大学")]


def test_36_schools_in_general_are_not(read: Read) -> None:
    facts = read(TITLE, "3月2日，清苑区长乔立民走访多所学校，了解办学情况。")
    assert not [i for i in facts.institutions if i.type == "university"]


# 37: party and government


def test_37_the_second_of_two_posts_is_the_governments(read: Read) -> None:
    facts = read(TITLE, "3月2日，清苑区委副书记、区长乔立民到河北大学座谈。")
    assert held(facts, "乔立民") == [("区委副书记", "清苑区委"), ("区长", "清苑区政府")]


def test_37_two_party_posts_stay_the_partys(read: Read) -> None:
    facts = read(TITLE, "3月2日，清苑区委常委、宣传部部长乔立民到河北大学座谈。")
    assert {body for _, body in held(facts, "乔立民")} == {"清苑区委"}


# 38: names of every make


@pytest.mark.parametrize(
    "name", ["欧阳明远", "司马青", "范徐丽泰", "阿卜杜拉·买买提", "乌云其格", "高远", "成长", "方向", "约翰·史密斯"]
)
def test_38_compound_foreign_and_word_like_names(read: Read, name: str) -> None:
    assert name in people(read(TITLE, f"3月2日，河北大学副校长{name}参加座谈。"))


@pytest.mark.parametrize("word", ["双方", "各方", "方面", "高校", "全体", "双方代表"])
def test_38_words_that_begin_with_a_surname_are_none(read: Read, word: str) -> None:
    assert people(read(TITLE, f"3月2日，座谈会在河北大学召开。会上，{word}表示将加强合作。")) == set()


# 39: where a name ends


@pytest.mark.parametrize(
    "after", ["带队考察", "表示感谢", "一行来访", "去看过展厅", "边走边介绍", "迎在门口", "当即回应"]
)
def test_39_a_verb_ends_a_name_of_two_or_three(read: Read, after: str) -> None:
    assert people(read(TITLE, f"3月2日，清苑区长乔立{after}。")) == {"乔立"}
    assert people(read(TITLE, f"3月2日，清苑区长乔立民{after}。")) == {"乔立民"}


@pytest.mark.parametrize("name", ["杨晓和", "张向同", "李会来"])
def test_39_a_name_may_end_in_such_a_word(read: Read, name: str) -> None:
    assert name in people(read(TITLE, f"3月2日，河北大学副校长{name}，清苑区长乔立民座谈。{name}表示感谢。"))


# 40: a surname with a post


def test_40_a_surname_with_its_post_is_who_held_it(read: Read) -> None:
    facts = read(TITLE, "3月2日，清苑区长乔立民到河北大学座谈。乔区长表示，将全力支持。")
    [person] = facts.persons
    assert len(person.mentions) == 2


def test_40_a_surname_that_nobody_bears_is_no_person(read: Read) -> None:
    facts = read(TITLE, "3月2日，清苑区长乔立民到河北大学座谈。孟区长此前也来过。")
    assert people(facts) == {"乔立民"}


# 41: 对某人的到访表示欢迎


def test_41_who_is_welcomed_came(read: Read) -> None:
    facts = read(TITLE, "3月2日，双方在会议中心座谈。河北大学校长许远航对清苑区长乔立民一行的到访表示欢迎。")
    assert (side(facts, "许远航"), side(facts, "乔立民")) == ("host", "visitor")


def test_41_a_welcome_to_a_guess_of_the_future_is_no_visit(read: Read) -> None:
    facts = read("河北大学召开教学例会", "3月2日，河北大学校长许远航在例会上说，欢迎各界朋友来校指导。")
    assert facts.meetings == ()


# 42: roles at the event


def test_42_who_presided_who_spoke_who_witnessed_who_signed(read: Read) -> None:
    facts = read(
        TITLE,
        "3月2日，河北大学与清苑区政府签约仪式举行。清苑区委书记曾达明、河北大学党委书记许远航见证签约。"
        "副区长乔立民与副校长鲁一鸣代表双方签署合作协议。区长尚思齐致辞。仪式由副校长罗文远主持。",
    )
    assert "witness" in functions(facts, "曾达明")
    assert "witness" in functions(facts, "许远航")
    assert "speaker" in functions(facts, "尚思齐")
    assert "chair" in functions(facts, "罗文远")
    assert [(s.person, s.party) for a in facts.agreements for s in a.signatories] == [
        ("乔立民", "清苑区"),
        ("鲁一鸣", "河北大学"),
    ]


def test_42_who_stands_beside_a_verb_of_others_did_nothing(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航与清苑区长乔立民座谈，副区长鲁一鸣参加。座谈由许远航主持。")
    assert functions(facts, "鲁一鸣") == ()


# 43: how far an agreement is


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("双方签署合作协议。", "signed"),
        ("双方曾于2019年签署合作协议。", "reported"),
        ("双方将于年内签署合作协议。", "intended"),
        ("双方达成合作意向。", "intended"),
    ],
)
def test_43_signed_reported_and_intended_are_three_things(read: Read, sentence: str, status: str) -> None:
    facts = read(TITLE, f"3月2日，河北大学校长许远航与清苑区长乔立民座谈。{sentence}")
    assert [a.status for a in facts.agreements] == [status]


@pytest.mark.parametrize(
    "sentence", ["双方就项目进行洽谈。", "双方达成广泛共识。", "双方未签署协议。", "希望不断加强合作。"]
)
def test_43_talks_and_hopes_are_no_agreement(read: Read, sentence: str) -> None:
    assert read(TITLE, f"3月2日，河北大学校长许远航与清苑区长乔立民座谈。{sentence}").agreements == ()


# 44: dates


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("4月19日下午", "2024-04-19"),
        ("2024年4月19日", "2024-04-19"),
        ("4月19日至20日", "2024-04-19/2024-04-20"),
        ("二〇二四年四月十九日", "2024-04-19"),
        ("19日", "2024-04-19"),
        ("昨日", "2024-04-21"),
    ],
)
def test_44_a_day_is_read_in_every_form(read: Read, words: str, edtf: str) -> None:
    facts = read(TITLE, "发布时间：2024-04-22", f"{words}，河北大学校长许远航到清苑区座谈，区长乔立民会见。")
    assert [m.date.edtf for m in facts.meetings] == [edtf]


def test_44_a_vague_word_gives_bounds_and_no_day(read: Read) -> None:
    facts = read(TITLE, "发布时间：2024-04-22", "近日，河北大学校长许远航到清苑区座谈，区长乔立民会见。")
    [meeting] = facts.meetings
    assert meeting.date.edtf is None
    assert meeting.date.latest is not None


# 45: credits and boxes


@pytest.mark.parametrize("line", ["（供稿：鲁一鸣 摄影：尚思齐）", "编辑：鲁一鸣", "审核：鲁一鸣 来源：宣传部"])
def test_45_who_wrote_it_was_not_there(read: Read, line: str) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航到清苑区座谈，区长乔立民会见。", line)
    assert people(facts) == {"许远航", "乔立民"}


def test_45_an_editor_by_post_was(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航到河北日报社座谈，总编辑乔立民会见。")
    assert "乔立民" in people(facts)


# 46: damage


def test_46_glosses_and_traditional_forms_are_read(read: Read) -> None:
    facts = read("校地座談會舉行", "3月2日，河北大學校長許(xǔ)遠航到清苑區座談，區長喬立民會(huì)見。")
    assert people(facts) == {"许远航", "乔立民"}


def test_46_brackets_that_explain_stay(read: Read) -> None:
    facts = read(TITLE, "3月2日，中国石油大学(北京)校长许远航到清苑区座谈。")
    assert held(facts, "许远航") == [("校长", "中国石油大学(北京)")]


# 47: 双方


def test_47_the_two_sides_are_who_met(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航到清苑区，与区长乔立民座谈。双方签署合作协议。")
    [agreement] = facts.agreements
    assert set(agreement.parties) == {"河北大学", "清苑区"}


@pytest.mark.parametrize("word", ["双方", "两地", "校地", "政校企", "三方"])
def test_47_a_word_for_sides_is_no_body(read: Read, word: str) -> None:
    facts = read(TITLE, f"3月2日，河北大学校长许远航到清苑区座谈。{word}合作前景广阔。")
    assert not any(word in (i.name, *i.aliases) for i in facts.institutions)


# 48: slogans in quotation marks


def test_48_a_slogan_that_ends_like_a_body_is_none(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航到清苑区座谈，介绍“四个中心”和“科技创新中心”建设情况。")
    assert [i.name for i in facts.institutions if "中心" in i.name] == []


def test_48_a_body_in_quotation_marks_that_somebody_heads_is_one(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航与清苑区工商联主席乔立民座谈。")
    assert "清苑区工商联" in {i.name for i in facts.institutions}


# 49: words that look like places


@pytest.mark.parametrize("words", ["深化合作", "海淀园建设", "朝阳产业", "和平发展", "通州路小学"])
def test_49_a_place_inside_a_word_is_none(read: Read, words: str) -> None:
    facts = read(TITLE, f"3月2日，河北大学校长许远航到清苑区座谈，就{words}交换意见。")
    assert {d.name for d in facts.districts} <= {"清苑区", "保定市"}


def test_49_a_place_with_its_level_is_one(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学校长许远航到海淀区、朝阳区座谈。")
    assert {"海淀区", "朝阳区"} <= {d.name for d in facts.districts}


# Of no number: what the region's press releases do besides


@pytest.mark.parametrize("firm", ["远帆精工（中国）有限公司", "远帆精工（天津）股份有限公司"])
def test_a_firm_may_have_a_place_in_brackets(read: Read, firm: str) -> None:
    facts = read(TITLE, f"3月2日，{firm}来访河北大学。远帆精工中国区总裁许远航表示感谢。")
    assert held(facts, "许远航") == [("总裁", firm)]


def test_posts_behind_names_in_a_list_are_each_of_their_own(read: Read) -> None:
    facts = read(TITLE, "3月2日，许远航所长、鲁一鸣副所长、办公室主任尚思齐等接待了清苑区长乔立民一行。")
    assert people(facts) == {"许远航", "鲁一鸣", "尚思齐", "乔立民"}


def test_what_is_only_to_be_built_is_no_party(read: Read) -> None:
    facts = read(TITLE, "3月2日，河北大学附属医院与雄县人民政府举行合作共建雄县医院签约仪式，签署合作协议。")
    assert {p for a in facts.agreements for p in a.parties} == {"河北大学附属医院", "雄县人民政府"}


def test_why_something_was_done_names_no_party(read: Read) -> None:
    facts = read(TITLE, "为推进雄安新区医疗事业发展，3月2日，河北大学与清苑区政府签署合作协议。")
    assert {p for a in facts.agreements for p in a.parties} == {"河北大学", "清苑区政府"}


def test_a_contracted_level_is_of_the_place_before_it(read: Read) -> None:
    facts = read(TITLE, "3月2日，清苑区长乔立民、保定市长许远航到河北大学座谈。")
    assert held(facts, "乔立民") == [("区长", "清苑区政府")]
    assert held(facts, "许远航") == [("市长", "保定市政府")]
