"""Persons: where a name begins and ends, lists, posts before and behind (phenomena 30, 31, 33, 38, 39, 40, 45)."""

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
        ("天津大学校长李强带队到南开大学考察。", "李强"),
        ("天津大学校长李强表示，两校合作前景很好。", "李强"),
        ("天津大学校长李强一行到南开大学考察。", "李强"),
        ("天津大学校长张宝来同行。", "张宝来"),
        ("天津大学校长周永和在会上讲话。周永和对南开大学表示感谢。", "周永和"),
        ("天津大学校长文献主持会议。", "文献"),
        ("天津大学校长成长笑着介绍了情况。", "成长"),
        ("天津大学校长欧阳静雯参加座谈。", "欧阳静雯"),
        ("天津大学校长司马光出席。", "司马光"),
        ("天津大学副校长阿依古丽·买买提参加座谈。", "阿依古丽·买买提"),
        ("天津大学校长李 强，南开大学校长王建国出席。", "李强"),
    ],
)
def test_a_name_ends_where_the_words_behind_it_begin(read: Read, sentence: str, name: str) -> None:
    assert names(read(TITLE, sentence))[0] == name


@pytest.mark.parametrize(
    "sentence",
    [
        "天津大学校长高度重视这次座谈。",
        "会上，双方表示愿意加强合作。",
        "天津大学领导小组召开会议，时间表已经排定。",
        "天津大学书记校长办公会研究了有关事项。",
        "天津大学校长召开会议，局长要求各单位抓好落实，主任展示了成果。",
    ],
)
def test_words_that_begin_with_a_surname_are_no_names(read: Read, sentence: str) -> None:
    assert names(read(TITLE, sentence)) == []


def test_names_in_a_list_share_the_post_before_it(read: Read) -> None:
    facts = read(TITLE, "天津大学副校长李强、王建国和南开大学校长赵明参加座谈。")
    assert [(p.name, p.roles[0].title, p.roles[0].institution) for p in facts.persons] == [
        ("李强", "副校长", "天津大学"),
        ("王建国", "副校长", "天津大学"),
        ("赵明", "校长", "南开大学"),
    ]


def test_posts_in_a_list_belong_to_the_name_behind_the_last(read: Read) -> None:
    (person,) = read(TITLE, "天津大学党委副书记、校长李强参加座谈。").persons
    assert [r.title for r in person.roles] == ["党委副书记", "校长"]


def test_a_post_may_stand_behind_the_name_or_behind_a_list(read: Read) -> None:
    facts = read(TITLE, "座谈会上，李强校长首先致辞，随后王建国、赵明、孙涛等教师发言。")
    assert names(facts) == ["李强", "王建国", "赵明", "孙涛"]


def test_a_post_in_brackets_belongs_to_the_name_before_it(read: Read) -> None:
    facts = read(TITLE, "参加座谈的有李建强（天津大学副校长）、王明（南开大学教授）。")
    assert [(p.name, p.roles[0].institution) for p in facts.persons] == [("李建强", "天津大学"), ("王明", "南开大学")]


def test_a_surname_with_a_post_is_the_person_introduced_with_it(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强、副校长李卫到南开大学座谈。李校长说，此行收获很大。李副校长随后发言。")
    assert names(facts) == ["李强", "李卫"]
    assert [len(p.mentions) for p in facts.persons] == [2, 2]


def test_a_surname_with_a_post_that_nobody_has_is_nobody(read: Read) -> None:
    facts = read(TITLE, "天津大学校长李强到南开大学座谈。王书记说，欢迎各位。")
    assert names(facts) == ["李强"]
    assert len(facts.persons[0].mentions) == 1


def test_names_of_the_credits_and_of_other_articles_are_nobody(read: Read) -> None:
    facts = read(
        TITLE,
        "5月6日，天津大学校长李强到南开大学座谈，双方就人才培养交换了意见。",
        "（供稿：校办 张三丰 摄影：李小龙 审核：王明）",
        "上一篇：河北大学校长刘大为来访",
    )
    assert names(facts) == ["李强"]


def test_the_literal_form_of_a_traditional_name_is_an_alias(read: Read) -> None:
    facts = read("兩校舉行座談", "5月6日，天津大學校長吳曉傑到南開大學座談，雙方就人才培養交換了意見。")
    assert (facts.persons[0].name, facts.persons[0].aliases) == ("吴晓杰", ("吳曉傑",))
    assert facts.persons[0].mentions[0].quote == "吳曉傑"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("固安县副县长乌云其格通过视频介绍情况。", "乌云其格"),
        ("天津大学科研处副处长哈斯巴根在座。", "哈斯巴根"),
        ("天津大学农学院副院长后宇航，固安县县长王建国出席。", "后宇航"),
        ("固安县县长支现伟率队来访。", "支现伟"),
        ("天津市第一医院主任医师储若兰开展义诊。", "储若兰"),
    ],
)
def test_rare_surnames_and_names_without_one_are_read_behind_a_post(read: Read, sentence: str, name: str) -> None:
    assert name in {p.name for p in read("动态", sentence).persons}


@pytest.mark.parametrize("sentence", ["天津大学校长等一行参加活动。", "天津大学校长和师生代表出席。"])
def test_words_behind_a_post_are_no_name(read: Read, sentence: str) -> None:
    assert read("动态", sentence).persons == ()


def test_a_preposition_is_no_part_of_a_name_at_the_head_of_a_clause(read: Read) -> None:
    facts = read("动态", "天津大学校长李强会见来宾。", "李强在讲话中表示欢迎。")
    assert [p.name for p in facts.persons] == ["李强"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("县委书记庹海波，副县长乔立民参加座谈。", "庹海波"),
        ("县文联主席阿力木、副县长乔立民参加座谈。", "阿力木"),
        ("集团董事长萨仁高娃，副县长乔立民参加座谈。", "萨仁高娃"),
        ("办公室副主任由佳等参加座谈。", "由佳"),
        ("副县长廉永和与某公司负责人座谈。", "廉永和"),
        ("县工商联主席和东海、副县长乔立民座谈。随后，和东海致辞。", "和东海"),
        ("团队骨干邓丽娟副教授介绍了成果。", "邓丽娟"),
        ("公司首席科学官年华介绍了成果。", "年华"),
    ],
)
def test_a_rare_surname_right_behind_a_post_begins_a_name(read: Read, sentence: str, name: str) -> None:
    assert name in {p.name for p in read("动态", sentence).persons}


@pytest.mark.parametrize(
    "sentence",
    [
        "甲公司总经理与乙公司代表三方签约。",
        "河北大学校长和清华师生座谈。",
        "专家各方意见一致，随后参观。",
        "主任由学校任命。",
    ],
)
def test_other_words_right_behind_a_post_begin_none(read: Read, sentence: str) -> None:
    assert read("动态", sentence).persons == ()


@pytest.mark.parametrize("verb", ["带领", "带着", "率领", "会同"])
def test_a_unit_behind_a_verb_takes_no_name_with_it(read: Read, verb: str) -> None:
    facts = read("动态", f"5月6日，天津大学校长李强{verb}科研处负责人走进固安县。")
    assert [p.name for p in facts.persons] == ["李强"]


def test_a_unit_right_behind_a_post_stays_one(read: Read) -> None:
    facts = read("动态", "5月6日，天津大学校长助理、科研处处长李强走进固安县。")
    assert [[r.title for r in p.roles] for p in facts.persons] == [["校长助理", "科研处处长"]]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("天津大学教授王磊合作完成了研究。", "王磊"),
        ("联盟成立，天津大学教授赵明任主席。", "赵明"),
        ("天津大学科技处处长欧阳文 博参加座谈。", "欧阳文博"),
        ("天津大学副校长殷 学 武，代表学校致辞。", "殷学武"),
        ("曾任固安县副县长的张国洪参加座谈。", "张国洪"),
    ],
)
def test_a_name_ends_where_the_next_word_begins(read: Read, sentence: str, name: str) -> None:
    assert [p.name for p in read("校地双方共商合作", "5月6日，" + sentence).persons] == [name]


@pytest.mark.parametrize(
    "sentence", ["天津大学副校长吕庆、冶金与能源学院教师参加座谈。", "天津大学副校长吕庆与老校长回访母校。"]
)
def test_a_word_that_begins_with_a_surname_is_nobody(read: Read, sentence: str) -> None:
    assert [p.name for p in read("校地双方共商合作", "5月6日，" + sentence).persons] == ["吕庆"]


@pytest.mark.parametrize("post", ["教师代表", "教授", "副校长"])
def test_a_counted_post_behind_a_list_is_that_of_each(read: Read, post: str) -> None:
    facts = read(TITLE, f"典礼在天津大学举行，张强、李红、王惠玉三位{post}讲述了各自的故事。")
    assert [(p.name, [r.title for r in p.roles]) for p in facts.persons] == [
        (name, [post]) for name in ("张强", "李红", "王惠玉")
    ]


def test_a_count_behind_no_list_of_names_makes_none(read: Read) -> None:
    assert names(read(TITLE, "天津大学在课堂、平台和机制上下功夫，三位教授讲述了各自的故事。")) == []


def test_a_province_inside_a_name_is_none(read: Read) -> None:
    facts = read(TITLE, "天津大学科技处处长马福建介绍了成果，马福建随后与同事交流。")
    assert (names(facts), facts.districts) == (["马福建"], ())


def test_a_province_beside_a_name_is_one(read: Read) -> None:
    facts = read(TITLE, "天津大学科技处处长马平介绍了在福建的成果。")
    assert [d.name for d in facts.districts] == ["福建省"]
