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


def test_stations_that_open_with_their_place_are_each_a_meeting(read: Read) -> None:
    facts = read(
        "河北大学赴津走访企业",
        "3月2日，河北大学校长许远航带队走访了天津远帆储能有限公司、天津润禾生物有限公司。",
        "在远帆储能，许远航一行与董事长乔立民座谈。",
        "在润禾生物，总经理鲁一鸣向许远航一行介绍了情况。",
    )
    assert [{p.person for p in m.participants} for m in facts.meetings] == [{"许远航", "乔立民"}, {"许远航", "鲁一鸣"}]


def test_one_host_named_at_a_sentence_s_head_is_one_meeting(read: Read) -> None:
    facts = read(
        "河北大学走访企业",
        "3月2日，河北大学校长许远航带队走访天津远帆储能有限公司，与董事长乔立民座谈。",
        "在远帆储能，许远航一行听取了总经理鲁一鸣的介绍。",
    )
    assert len(facts.meetings) == 1


def test_each_who_is_received_on_their_own_met_on_their_own(read: Read) -> None:
    facts = read(
        "区长会见客人",
        "3月2日，清苑区长乔立民分别会见了河北大学校长许远航和天津远帆储能有限公司董事长鲁一鸣。",
    )
    assert [{p.person for p in m.participants} for m in facts.meetings] == [{"乔立民", "许远航"}, {"乔立民", "鲁一鸣"}]


def test_who_is_received_together_met_together(read: Read) -> None:
    facts = read("区长会见客人", "3月2日，清苑区长乔立民会见了河北大学校长许远航和天津远帆储能有限公司董事长鲁一鸣。")
    assert len(facts.meetings) == 1
