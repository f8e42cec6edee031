"""On which side a person is whose own body is neither host nor visitor."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
LEAD = "3月2日，河北大学校长许远航到清苑区，与区长乔立民座谈。"


def sides(read: Read, *lines: str) -> dict[str, str | None]:
    [meeting] = read("校地合作座谈会举行", *lines).meetings
    return {p.person: p.side for p in meeting.participants}


def test_an_official_of_the_city_receives_with_its_district(read: Read) -> None:
    assert sides(read, LEAD + "保定市副市长鲁一鸣参加座谈。")["鲁一鸣"] == "host"


@pytest.mark.parametrize("post", ["河北省副省长", "教育部科技司司长"])
def test_an_official_of_the_province_or_a_ministry_is_of_neither_side(read: Read, post: str) -> None:
    assert sides(read, LEAD + f"{post}鲁一鸣参加座谈。")["鲁一鸣"] is None


def test_who_signs_with_one_side_is_of_the_other(read: Read) -> None:
    found = sides(read, LEAD + "会上，河北大学副校长尚思齐与远帆科技有限公司总经理鲁一鸣签署合作协议。")
    assert found["鲁一鸣"] == "host"


def test_who_is_listed_with_one_side_is_of_it(read: Read) -> None:
    found = sides(read, LEAD + "副区长尚思齐、远帆科技有限公司总经理鲁一鸣参加座谈。")
    assert found["鲁一鸣"] == "host"


def test_who_shows_their_own_superior_around_receives_nobody(read: Read) -> None:
    facts = read("区长调研", "3月2日，清苑区副区长鲁一鸣陪同区长乔立民调研展厅。")
    assert facts.meetings == ()


def test_who_accompanies_their_own_superior_on_a_visit_receives_nobody(read: Read) -> None:
    found = sides(read, "3月2日，清苑区长乔立民到河北大学调研，校长许远航会见。副区长鲁一鸣陪同。")
    assert found == {"乔立民": "visitor", "许远航": "host", "鲁一鸣": "visitor"}


def test_who_only_attends_a_reception_is_of_no_side(read: Read) -> None:
    lead = "3月2日，河北大学校长许远航率队到访清苑区，区长乔立民会见。"
    attends = "天津大学副校长鲁一鸣、法国驻华大使馆参赞尚思齐参加会见。"
    [meeting] = read("河北大学校长到访清苑区", lead + attends).meetings
    assert (meeting.hosts, meeting.visitors) == (("清苑区",), ("河北大学",))
    assert meeting.institutions == ("天津大学", "法国驻华大使馆")
    assert {p.person: p.side for p in meeting.participants if p.side is None} == {"鲁一鸣": None, "尚思齐": None}


@pytest.mark.parametrize(
    ("post", "side"), [("副区长", "host"), ("清苑区商务局局长", "host"), ("河北大学副校长", "visitor")]
)
def test_who_attends_for_one_of_the_sides_is_of_it(read: Read, post: str, side: str) -> None:
    lead = "3月2日，河北大学校长许远航率队到访清苑区，区长乔立民会见。"
    assert sides(read, lead + f"{post}鲁一鸣参加会见。")["鲁一鸣"] == side


def test_a_known_third_body_is_of_no_side_for_being_listed_with_one(read: Read) -> None:
    lead = "3月2日，河北大学校长许远航率队到访清苑区，区长乔立民会见。"
    found = sides(read, lead + "副区长尚思齐、天津大学副校长鲁一鸣参加会见。")
    assert (found["尚思齐"], found["鲁一鸣"]) == ("host", None)
