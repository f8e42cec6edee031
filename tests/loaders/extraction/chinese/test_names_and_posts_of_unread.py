"""Names, posts and bodies in forms that articles which no rule was made with have shown."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "要闻"


def posts_of(facts: Facts) -> dict[str, list[tuple[str, str | None]]]:
    return {p.name: [(r.title, r.institution) for r in p.roles] for p in facts.persons}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("应天津海河大学校长李明远邀请，岭海大学校长王兆辉到访。", "天津海河大学"),
        ("应石家庄滨河大学校长赵启文之邀，岭海大学校长王兆辉到访。", "石家庄滨河大学"),
        ("应天津云山科技有限公司总经理孙立本邀请，岭海大学校长王兆辉到访。", "天津云山科技有限公司"),
    ],
)
def test_who_invites_is_no_part_of_the_name(read: Read, sentence: str, name: str) -> None:
    assert name in {i.name for i in read(TITLE, sentence).institutions}


def test_a_name_that_begins_with_that_word_keeps_it(read: Read) -> None:
    facts = read(TITLE, "华北应用技术大学校长李明远与天津海河大学校长王兆辉座谈。应急管理学院院长赵启文参加。")
    assert any("应急管理学院" in title for told in posts_of(facts).values() for title, _ in told)


@pytest.mark.parametrize(
    "sentence", ["施剑关于选址的汇报很详细。", "会上听取了施剑关于进度的说明。", "施剑完成了演示。"]
)
def test_what_a_report_is_about_stands_behind_the_name(read: Read, sentence: str) -> None:
    assert "施剑" in {p.name for p in read(TITLE, "南开大学科研处处长施剑到会。", sentence).persons}


def test_customs_begin_no_name_of_what_is_asked(read: Read) -> None:
    facts = read(TITLE, "语芯科技产品总监郑小海关于数据的提问得到了回答。天津海关关长李文出席。")
    assert {p.name for p in facts.persons} == {"郑小海", "李文"}
    assert "天津海关" in {i.name for i in facts.institutions}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("圆桌对话由北京大学教授来新华主持。", "来新华"),
        ("燕山大学副校长来文轩致辞。", "来文轩"),
        ("保定市科技局局长来学明介绍了政策。", "来学明"),
    ],
)
def test_a_surname_that_is_a_verb_of_motion(read: Read, sentence: str, name: str) -> None:
    assert [p.name for p in read(TITLE, sentence).persons] == [name]


@pytest.mark.parametrize(
    "sentence", ["三位教授来华访问。", "该校院长来京参加活动。", "几位书记红了脸。", "魏县籍专家学者围坐一堂。"]
)
def test_words_behind_and_before_posts_are_no_names(read: Read, sentence: str) -> None:
    assert read(TITLE, sentence).persons == ()


@pytest.mark.parametrize(
    "sentence", ["学校是当地规模最大的公立大学。", "公司计划设立全资子公司。", "4月中旬集团派人选址。"]
)
def test_kinds_of_bodies_are_none(read: Read, sentence: str) -> None:
    assert read(TITLE, sentence).institutions == ()


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("河北工业大学鲜于静副教授完成了计算。", {"鲜于静": [("副教授", "河北工业大学")]}),
        ("南开大学苗玉清教授测得了数据。", {"苗玉清": [("教授", "南开大学")]}),
        (
            "材料组的李秋声研究员、博士生陈万里观测到了信号。",
            {"李秋声": [("研究员", None)], "陈万里": [("博士生", None)]},
        ),
    ],
)
def test_a_scholar_between_the_body_and_the_post(
    read: Read, sentence: str, told: dict[str, list[tuple[str, str | None]]]
) -> None:
    assert posts_of(read(TITLE, sentence)) == told


def test_who_stands_behind_a_post_that_belongs_to_nobody_before(read: Read) -> None:
    assert posts_of(read(TITLE, "河北工业大学副教授郭明出席。")) == {"郭明": [("副教授", "河北工业大学")]}


@pytest.mark.parametrize(
    ("sentence", "name", "body"),
    [
        ("北京安信律师事务所主任魏巍发言。", "魏巍", "北京安信律师事务所"),
        ("河北天平会计师事务所合伙人李明发言。", "李明", "河北天平会计师事务所"),
        ("语芯科技产品总监郑小海提问。", "郑小海", "语芯科技"),
    ],
)
def test_firms_of_lawyers_and_a_field_of_work_before_a_post(read: Read, sentence: str, name: str, body: str) -> None:
    assert posts_of(read(TITLE, sentence))[name][0][1] == body


def test_a_lawyer_is_one_by_profession(read: Read) -> None:
    assert posts_of(read(TITLE, "北京安信律师事务所律师周文参加。"))["周文"][0][0] == "律师"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("岭海大学副校长（研究及知识转移）郭素珊出席。", "郭素珊"),
        ("天津港集团副总裁（分管科技）李亮出席。", "李亮"),
        ("燕山大学校长助理（挂职）王敏之出席。", "王敏之"),
    ],
)
def test_what_a_post_is_for_stands_in_brackets(read: Read, sentence: str, name: str) -> None:
    assert [p.name for p in read(TITLE, sentence).persons] == [name]


def test_a_doctor_behind_a_name_in_its_own_script_is_who_stands_before(read: Read) -> None:
    facts = read(
        TITLE, "东方大学副校长颂猜·巴颂（Somchai Prasong）博士、物流学院院长李丽华参加会议。巴颂博士说，很好。"
    )
    assert posts_of(facts).keys() == {"颂猜·巴颂", "李丽华"}
    assert [title for title, _ in posts_of(facts)["李丽华"]] == ["物流学院院长"]


@pytest.mark.parametrize("committee", ["农工委", "教工委", "两新工委"])
def test_committees_of_a_field_are_of_the_party(read: Read, committee: str) -> None:
    told = posts_of(read(TITLE, f"平谷区委副书记、区长姚海涛，区委常委、{committee}书记任广义陪同考察。"))
    assert [title for title, _ in told["任广义"]] == ["区委常委", f"{committee}书记"]


@pytest.mark.parametrize("sentence", ["与会者学习了习近平总书记的重要讲话。", "习近平总书记视察天津时指出了方向。"])
def test_whose_words_are_studied_is_nobody_of_the_article(read: Read, sentence: str) -> None:
    assert read(TITLE, sentence).persons == ()
