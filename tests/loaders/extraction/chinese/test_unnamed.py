"""Groups at a meeting that the text does not name, and what is no such group."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
LEAD = "3月2日，河北大学校长许远航到清苑区，与区长乔立民座谈。"


def groups(read: Read, *lines: str) -> tuple[str, ...]:
    [meeting] = read("校地合作座谈会举行", *lines).meetings
    return meeting.unnamed


@pytest.mark.parametrize(
    ("sentence", "group"),
    [
        ("区教育局、科技局等部门负责人参加座谈。", "区教育局、科技局等部门负责人"),
        ("副区长鲁一鸣，以及学校相关处室负责同志参加座谈。", "学校相关处室负责同志"),
        ("师生代表100余人参加活动。", "师生代表100余人"),
    ],
)
def test_a_group_keeps_its_wording(read: Read, sentence: str, group: str) -> None:
    assert groups(read, LEAD + sentence) == (group,)


def test_a_party_is_told_by_its_number(read: Read) -> None:
    assert groups(read, LEAD.replace("到清苑区", "一行8人到清苑区")) == ("8人",)


@pytest.mark.parametrize("sentence", ["专家的意见很中肯。", "负责人表示感谢。", "学校有教师1500人。"])
def test_people_who_only_are_talked_of_took_no_part(read: Read, sentence: str) -> None:
    assert groups(read, LEAD + sentence) == ()
