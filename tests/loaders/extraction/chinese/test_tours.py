"""Tours: several hosts under one range of days, each a meeting; one host all the time, one meeting."""

from collections.abc import Callable

from graph.facts import Facts

Read = Callable[..., Facts]


def test_each_stop_of_a_tour_is_a_meeting_of_the_whole_party(read: Read) -> None:
    facts = read(
        "固安县代表团赴津考察",
        "5月6日至7日，固安县县长王建国率代表团赴天津，先后到访天津大学和南开大学。",
        "6日上午，代表团在天津大学与副校长李强座谈。",
        "7日，代表团来到南开大学，校长陈明会见了客人。",
        "副县长赵明参加考察。",
    )
    assert [(m.date.edtf, m.hosts, m.visitors) for m in facts.meetings] == [
        ("XXXX-05-06", ("天津大学",), ("固安县",)),
        ("XXXX-05-07", ("南开大学",), ("固安县",)),
    ]
    assert [{p.person for p in m.participants} for m in facts.meetings] == [
        {"李强", "王建国", "赵明"},
        {"陈明", "王建国", "赵明"},
    ]


def test_two_days_with_one_host_are_one_meeting(read: Read) -> None:
    (meeting,) = read(
        "天津大学到固安县考察",
        "5月6日至7日，天津大学校长李强率队赴固安县考察，县长王建国陪同。",
        "6日下午，李强一行察看了产业园。",
        "7日上午，双方座谈，副县长赵明介绍情况。",
    ).meetings
    assert (meeting.date.edtf, meeting.hosts) == ("XXXX-05-06/XXXX-05-07", ("固安县",))
    assert {p.person for p in meeting.participants} == {"李强", "王建国", "赵明"}
