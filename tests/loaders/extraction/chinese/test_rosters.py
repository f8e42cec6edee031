"""Lists of those who were there: a line for each, a heading for each side."""

from collections.abc import Callable

from graph.facts import Facts

Read = Callable[..., Facts]
LEAD = "4月2日，保定市清苑区代表团访问天津科技大学，双方就产业学院进行了交流。"


def test_a_line_of_a_list_is_a_person_with_posts_at_the_body_of_the_heading(read: Read) -> None:
    facts = read(
        "清苑区代表团访问天津科技大学",
        LEAD,
        "清苑区：\n罗　凯　　区委副书记、区长\n司马云天　　区教育局局长",
        "天津科技大学：\n鲁　岚　　副校长\n白雪峰　　食品科学与工程学院教授",
        "会议由鲁岚主持。",
    )
    posts = {p.name: {r.institution for r in p.roles} for p in facts.persons}
    assert posts == {
        "罗凯": {"清苑区委", "清苑区政府"},
        "司马云天": {"清苑区教育局"},
        "鲁岚": {"天津科技大学"},
        "白雪峰": {"天津科技大学"},
    }
    (meeting,) = facts.meetings
    assert {p.person: p.role for p in meeting.participants} == {
        "罗凯": "visitor",
        "司马云天": "visitor",
        "鲁岚": "chair",
        "白雪峰": "host",
    }


def test_who_is_of_another_body_sits_on_the_side_of_the_heading(read: Read) -> None:
    facts = read(
        "清苑区代表团访问天津科技大学",
        LEAD,
        "参会人员名单",
        "清苑区：\n罗凯　区长\n邹明达　中关村软件园发展有限责任公司总经理",
        "天津科技大学：\n鲁岚　副校长",
    )
    assert {p.person: p.side for p in facts.meetings[0].participants}["邹明达"] == "visitor"


def test_a_single_line_of_name_and_post_is_no_list(read: Read) -> None:
    facts = read("清苑区代表团访问天津科技大学", LEAD, "高中生 副校长", "会议由副校长鲁岚主持。")
    assert {p.name for p in facts.persons} == {"鲁岚"}


def test_lines_that_end_with_no_post_are_no_list(read: Read) -> None:
    facts = read("清苑区代表团访问天津科技大学", LEAD, "安排如下：\n白天　参观校长办公室\n黄昏　座谈会")
    assert facts.persons == ()
