"""Who came to whom, by the words between host and guest and by whose place it was."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "本周要闻"
GUEST, HOST = ("天津工业大学",), ("保定市",)


def sides(facts: Facts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    (meeting,) = facts.meetings
    return meeting.hosts, meeting.visitors


@pytest.mark.parametrize(
    "sentence",
    [
        "5月8日，天津工业大学副校长李强敲开了保定市市长王东的门，王东在门口迎候。",
        "5月8日，天津工业大学副校长李强专程跑了一趟，保定市市长王东领着客人看了三个车间。",
        "5月8日，应保定市市长王东邀请，天津工业大学副校长李强前来洽谈。",
        "受保定市市长王东之邀，5月8日，天津工业大学副校长李强与他见面。",
        "5月8日，保定市市长王东再次把天津工业大学副校长李强请到了会客厅。",
        "5月8日，保定市市长王东的办公室里来了几位客人：天津工业大学副校长李强和他的同事。",
        "5月8日，天津工业大学副校长李强与保定市市长王东见面，李强感谢保定市的热情接待。",
        "5月8日，天津工业大学副校长李强与保定市市长王东见面，王东欢迎李强一行。",
        "5月8日，保定市市长王东与天津工业大学副校长李强见面，向客人介绍了市情。",
        "5月8日，天津工业大学副校长李强赴中试基地，与保定市市长王东座谈。",
        "5月8日，天津工业大学副校长李强和保定市市长王东在保定市会议中心聊起了合作。",
    ],
)
def test_words_of_courtesy_tell_host_and_guest(read: Read, sentence: str) -> None:
    hosts, visitors = sides(read(TITLE, sentence))
    assert [h.removesuffix("政府") for h in hosts] == list(HOST)
    assert visitors == GUEST


@pytest.mark.parametrize(
    "sentence",
    [
        "5月8日，天津工业大学副校长李强和保定市市长王东在视频中见面，双方欢迎更多企业加入。",
        "5月8日，天津工业大学副校长李强和保定市市长王东见面，两家的办公室都派人参加。",
        "5月8日，天津工业大学副校长李强和保定市市长王东见面，感谢各方支持。",
    ],
)
def test_words_that_fit_anybody_tell_no_side(read: Read, sentence: str) -> None:
    assert sides(read(TITLE, sentence)) == ((), ())


@pytest.mark.parametrize(
    ("place", "expected"),
    [("天津", (("天津师范大学",), ("北京科技大学",))), ("唐山", ((), ()))],
)
def test_who_is_of_the_town_receives(read: Read, place: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    facts = read(TITLE, f"5月21日，北京科技大学校长李强与天津师范大学校长刘伟在{place}签下古籍共享备忘录。")
    assert sides(facts) == expected
    assert [a.parties for a in facts.agreements] == [("北京科技大学", "天津师范大学")]


def test_a_later_day_of_the_same_two_has_the_same_sides(read: Read) -> None:
    facts = read(
        TITLE,
        "7月3日，京东集团副总裁郑宇到曹妃甸区考察，与曹妃甸区委书记侯旭座谈。",
        "4日上午，双方签订协议，侯旭与郑宇出席签字仪式。",
    )
    assert [(m.hosts, m.visitors) for m in facts.meetings] == [(("曹妃甸区",), ("京东集团",))] * 2


def test_a_list_of_heads_is_of_the_list_of_bodies(read: Read) -> None:
    facts = read(TITLE, "9月9日，北京师范大学、天津师范大学、河北师范大学三校校长程建平、钟英华、戴建兵齐聚石家庄。")
    assert [(p.name, p.roles[0].institution) for p in facts.persons] == [
        ("程建平", "北京师范大学"),
        ("钟英华", "天津师范大学"),
        ("戴建兵", "河北师范大学"),
    ]


def test_two_of_one_body_stay_of_that(read: Read) -> None:
    facts = read(TITLE, "9月9日，北京师范大学与天津师范大学副校长程建平、钟英华、戴建兵座谈。")
    assert {p.roles[0].institution for p in facts.persons} == {"天津师范大学"}


def test_what_is_opened_is_no_party(read: Read) -> None:
    facts = read(TITLE, "9月9日，南开大学、天津大学共同为京津冀教师教育联盟揭牌，并签署合作协议。")
    assert [a.parties for a in facts.agreements] == [("南开大学", "天津大学")]


def test_who_holds_a_county_today_is_not_of_the_county_ren(read: Read) -> None:
    facts = read(TITLE, "前天，大厂县委书记王玉杰到南开大学考察，前任县委书记谷正海、现任县长李强同行。")
    assert not [d for d in facts.districts if d.name == "任泽区"]


def test_a_day_of_the_month_that_the_lead_tells_is_when_it_was(read: Read) -> None:
    facts = read(
        TITLE,
        "3月的雄安乍暖还寒。12日，天津工业大学副校长李强到雄安新区考察，与副主任王东座谈。",
        published="2024-04-01",
    )
    assert [m.date.edtf for m in facts.meetings] == ["2024-03-12"]
