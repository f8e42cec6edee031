"""Names whose ends nothing common shows: words that people bear, rare and Japanese surnames, weak posts."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "两校举行座谈"


def names(facts: Facts) -> list[str]:
    return [p.name for p in facts.persons]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("会议由大兴区委常委、常务副区长厉行主持。大兴区副区长厉行，南开大学校长李强出席。", "厉行"),
        ("天津大学副校长乔木、南开大学校长李强出席座谈。", "乔木"),
        ("会议由南开大学党委书记从维东主持。", "从维东"),
        ("昌平区政协副主席都玉堂通过视频连线参加座谈。", "都玉堂"),
        ("天津大学校长区启明作学科建设工作报告。", "区启明"),
        ("沧州海关关长妫云、黄骅港海关副关长绳继业参加座谈。", "妫云"),
        ("民盟天津市委会主委姚玉国会见了来宾。", "姚玉国"),
    ],
)
def test_behind_a_post_even_a_word_may_be_a_name(read: Read, sentence: str, name: str) -> None:
    assert name in names(read(TITLE, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "天津大学是联盟副理事长单位，也是秘书长单位。",
        "两校领导高度重视，校长书记双方、处长师生共同参加。",
        "南开区三地有关部门负责人、企业代表参加座谈。",
    ],
)
def test_what_only_stands_behind_posts_is_no_name(read: Read, sentence: str) -> None:
    assert names(read(TITLE, sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("东京外国语大学副校长佐藤健一回顾了两校的交往。", "佐藤健一"),
        ("东京外国语大学国际部部长铃木美咲参加会谈。", "铃木美咲"),
        ("丰田汽车公司总经理高桥诚和副总经理渡边太郎一行来访。", "渡边太郎"),
    ],
)
def test_japanese_names_are_read_whole(read: Read, sentence: str, found: str) -> None:
    assert found in names(read(TITLE, sentence))


def test_a_surname_that_chinese_persons_bear_too_needs_no_second_character(read: Read) -> None:
    assert names(read(TITLE, "天津大学校长田中原表示欢迎。")) == ["田中原"]


def test_who_has_a_post_does_not_share_that_of_the_person_before(read: Read) -> None:
    facts = read(TITLE, "首钢集团总经理门国梁介绍了项目。", "随后，固安县县长兀文博、门国梁签署了合作协议。")
    assert [(r.title, r.institution) for p in facts.persons if p.name == "门国梁" for r in p.roles] == [
        ("总经理", "首钢集团")
    ]


def test_names_without_posts_of_their_own_still_share_one(read: Read) -> None:
    facts = read(TITLE, "固安县副县长兀文博、门国梁参加座谈。")
    assert [[r.title for r in p.roles] for p in facts.persons] == [["副县长"], ["副县长"]]


def test_a_college_that_begins_with_a_surname_is_no_person(read: Read) -> None:
    facts = read(TITLE, "河北农业大学科技处处长于慧、农学与园艺学院院长韶华参加座谈。")
    assert sorted(names(facts)) == ["于慧", "韶华"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("自治区副主席买买提·阿不都热依木到会。", "买买提·阿不都热依木"),
        ("新疆大学院长阿里木·买买提都表示支持。", "阿里木·买买提"),
        ("新疆大学院长阿里木·买买提来天津大学考察。", "阿里木·买买提"),
    ],
)
def test_a_sound_in_a_name_with_a_dot_is_no_word_behind_it(read: Read, sentence: str, name: str) -> None:
    assert name in names(read(TITLE, sentence))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("天津大学党委书记杨贤亲手为新生戴上校徽。", "杨贤"),
        ("天津大学科技处处长管平报告了两年来的进展。", "管平"),
        ("天津大学党委书记杨贤亲出席座谈。", "杨贤亲"),
    ],
)
def test_what_somebody_did_by_hand_or_reported_ends_a_name(read: Read, sentence: str, name: str) -> None:
    assert names(read(TITLE, sentence)) == [name]
