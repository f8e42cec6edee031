"""Sentences in the free wording of newspapers: tours told by a list, bare levels, townships, foreign namesakes."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "要闻"


def test_a_tour_to_a_list_of_districts_is_a_meeting_in_each(read: Read) -> None:
    facts = read(
        TITLE,
        "2024年10月9日至11日，廊坊市党政代表团在北京市通州区、大兴区考察。市委书记杨晓明参加。",
        "9日，代表团考察通州区，通州区委书记孟伟接待。",
        "10日，代表团考察大兴区，大兴区委书记王有国陪同。",
    )
    assert [(m.date.edtf, m.hosts, m.visitors) for m in facts.meetings] == [
        ("2024-10-09", ("通州区",), ("廊坊市",)),
        ("2024-10-10", ("大兴区",), ("廊坊市",)),
    ]
    assert [r.institution for p in facts.persons if p.name == "杨晓明" for r in p.roles] == ["廊坊市委"]


def test_a_street_office_is_a_body_beside_its_district(read: Read) -> None:
    facts = read(TITLE, "石家庄市裕华区槐底街道与首都师范大学签署合作协议，街道党工委书记韩玉出席。")
    assert "裕华区槐底街道" in {i.name for i in facts.institutions}


@pytest.mark.parametrize("sentence", ["代表团在天津市和平区街道走访。", "通州区城镇建设取得进展。"])
def test_streets_and_towns_at_large_are_none(read: Read, sentence: str) -> None:
    facts = read(TITLE, sentence)
    assert not [i.name for i in facts.institutions if i.name.endswith(("街道", "镇"))]


def test_a_foreign_university_is_not_the_one_of_its_short_name(read: Read) -> None:
    facts = read(TITLE, "法国国立民航大学校长奥利维耶·尚苏到访北京航空航天大学，与校长王云鹏会谈。")
    assert [p.roles[0].institution for p in facts.persons] == ["法国国立民航大学", "北京航空航天大学"]


def test_the_short_name_alone_is_the_one_here(read: Read) -> None:
    facts = read(TITLE, "民航大学校长李强到访北京航空航天大学，与校长王云鹏会谈。")
    assert facts.persons[0].roles[0].institution == "中国民航大学"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("天津大学副校长巩金龙带着化工学院的三位老师到南开大学考察。", "巩金龙"),
        ("天津大学副校长张平刚刚与南开大学校长李强签下协议。", "张平"),
        ("张家口市市长师振军坐到了南开大学校长李强对面。", "师振军"),
    ],
)
def test_verbs_of_free_wording_end_a_name(read: Read, sentence: str, name: str) -> None:
    assert name in {p.name for p in read(TITLE, sentence).persons}


def test_a_board_without_a_name_is_of_the_zone_told_before(read: Read) -> None:
    facts = read(TITLE, "剪彩的是渤海新区党工委书记李文军和北京化工大学校长谭伟，管委会副主任赵永强站在一旁。")
    assert [r.institution for p in facts.persons if p.name == "赵永强" for r in p.roles] == ["渤海新区管委会"]


def test_who_alone_calls_a_meeting_receives(read: Read) -> None:
    facts = read(
        TITLE,
        "3月22日，河北省教育厅在京召开资源对接会。河北省教育厅厅长董伟、北京市教委主任李奕讲话。",
    )
    assert [(m.hosts, m.visitors) for m in facts.meetings] == [(("河北省教育厅",), ("北京市",))]


def test_who_call_it_together_are_no_hosts_of_each_other(read: Read) -> None:
    facts = read(TITLE, "3月22日，天津大学与南开大学召开交流会。天津大学校长李强、南开大学校长王伟讲话。")
    assert [m.hosts for m in facts.meetings] == [()]


def test_papers_have_authors_who_did_not_meet(read: Read) -> None:
    facts = read(TITLE, "南开大学团队发表论文，副校长巩金龙是通讯作者，北京大学教授马丁、天津大学教授李强为共同作者。")
    assert facts.meetings == ()
    assert "李强" in {p.name for p in facts.persons}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("天津师范大学拟于明年5月赴雄安新区考察，将与雄安新区管委会座谈，签署合作协议。", "intended"),
        ("天津师范大学5月到雄安新区考察，与雄安新区管委会座谈，签署合作协议。", "signed"),
    ],
)
def test_a_verb_without_a_time_of_its_own_has_that_of_the_clause_before(read: Read, sentence: str, status: str) -> None:
    assert [a.status for a in read(TITLE, sentence).agreements] == [status]


def test_a_member_of_an_academy_stands_for_where_they_worked(read: Read) -> None:
    facts = read(TITLE, "天津大学原校长、中国工程院院士单平到北京语言大学做客，北京语言大学党委书记倪海东接待。")
    assert [m.visitors for m in facts.meetings] == [("天津大学",)]


def test_the_short_form_of_an_allied_party_is_the_organ_named_before(read: Read) -> None:
    facts = read(TITLE, "民建河北省委会主委龙庄伟到北京市东城区走访民建东城区委会，区委会主委张立新陪同。")
    assert [p.roles[0].institution for p in facts.persons] == ["民建河北省委会", "民建东城区委会"]


def test_the_verb_of_speech_is_not_of_the_name(read: Read) -> None:
    facts = read(TITLE, "首钢集团董事长王伟说，项目进展顺利。")
    assert [p.name for p in facts.persons] == ["王伟"]
