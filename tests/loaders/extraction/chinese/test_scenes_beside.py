"""Events told beside each other: talks at a congress, digests, days told by their distance, what is but said."""

from collections.abc import Callable

from graph.facts import Facts

Read = Callable[..., Facts]


def met(facts: Facts) -> list[tuple[str | None, set[str]]]:
    return [(m.date.edtf, {p.person for p in m.participants}) for m in facts.meetings]


def test_talks_on_the_days_of_a_congress_are_meetings_of_their_own(read: Read) -> None:
    facts = read(
        "氢能产业大会在东丽区召开",
        "2024年11月11日至13日，氢能产业大会在东丽区召开，由天津市工业和信息化局、东丽区人民政府主办。"
        "东丽区委书记郗婉清、清华大学教授茹晓斌先后致辞。",
        "12日举行的对接会上，东丽区区长杭一舟会见首钢集团总经理阳志勇，双方就装备基地深入洽谈。杭一舟说，条件已经成熟。"
        "同日，张家口市副市长岑立言与国家电网公司副总经理边疆举行会谈。",
        "13日的闭幕式上，郗婉清再次致辞。",
    )
    assert ("2024-11-12", {"杭一舟", "阳志勇"}) in met(facts)
    assert ("2024-11-12", {"岑立言", "边疆"}) in met(facts)
    (congress,) = [people for date, people in met(facts) if date == "2024-11-11/2024-11-13"]
    assert congress == {"郗婉清", "茹晓斌", "杭一舟", "阳志勇", "岑立言", "边疆"}


def test_what_a_congress_goes_on_with_on_its_days_is_one_event(read: Read) -> None:
    facts = read(
        "氢能产业大会在东丽区召开",
        "2024年11月11日至13日，氢能产业大会在东丽区召开，由清华大学、东丽区人民政府主办。"
        "东丽区委书记郗婉清、清华大学教授茹晓斌先后致辞。",
        "12日的专题论坛上，茹晓斌和郗婉清参加了讨论。",
    )
    assert [date for date, _ in met(facts)] == ["2024-11-11/2024-11-13"]


def test_each_report_of_a_digest_is_told_by_itself(read: Read) -> None:
    facts = read(
        "一周要闻",
        "丰台区与首钢集团座谈",
        "2025年8月8日，丰台区区长于右军与首钢集团总经理祝融座谈。",
        "衡水市党政代表团来丰台区考察",
        "8月11日，衡水市市长寇准生率代表团来丰台区考察，丰台区副区长谢金龙陪同。",
        published="2025-08-15",
    )
    assert met(facts) == [("2025-08-08", {"于右军", "祝融"}), ("2025-08-11", {"寇准生", "谢金龙"})]
    assert [{*m.hosts, *m.visitors, *m.institutions} for m in facts.meetings] == [
        {"丰台区", "首钢集团"},
        {"丰台区", "衡水市"},
    ]


def test_days_told_by_their_distance_are_days_of_different_meetings(read: Read) -> None:
    facts = read(
        "保税区来访中国民航大学",
        "上周五，天津港保税区管委会副主任罗爱民到中国民航大学调研，与校长孙振华座谈。",
        "本周二，孙振华又会见了厦门航空公司总经理熊继东。",
        published="2024-01-12",
    )
    assert met(facts) == [("2024-01-05", {"罗爱民", "孙振华"}), ("2024-01-09", {"孙振华", "熊继东"})]


def test_last_week_of_another_meeting_is_still_background(read: Read) -> None:
    facts = read(
        "大城县来访南开大学",
        "1月9日，大城县县长何伟到访南开大学，与校长李强座谈。上周，李强还会见了首钢集团总经理祝融。",
        published="2024-01-12",
    )
    assert met(facts)[0] == ("2024-01-09", {"何伟", "李强"})


def test_an_agreement_signed_without_persons_is_no_meeting(read: Read) -> None:
    facts = read("南开大学近期合作", "昨天，南开大学与首钢集团签订了联合培养协议。", published="2024-01-12")
    assert (len(facts.meetings), len(facts.agreements)) == (0, 1)


def test_a_meeting_without_persons_is_one_all_the_same(read: Read) -> None:
    facts = read("大城县来访南开大学", "昨天，大城县代表团到访南开大学，双方进行了座谈。", published="2024-01-12")
    assert len(facts.meetings) == 1


def test_bodies_of_a_speech_are_no_sides(read: Read) -> None:
    facts = read(
        "大城县来访南开大学",
        "1月9日，大城县县长何伟到访南开大学，与校长李强座谈。",
        "李强表示，学校近年来与首钢集团合作密切。今后将发挥雄安新区的带动作用，与霸州市共同举办项目洽谈会。",
    )
    (meeting,) = facts.meetings
    assert (meeting.hosts, meeting.visitors, meeting.institutions) == (("南开大学",), ("大城县",), ())


def test_who_received_for_the_city_was_at_each_stop_below_it(read: Read) -> None:
    facts = read(
        "通州区代表团赴廊坊市考察",
        "2024年7月18日至19日，通州区区长程明辉率代表团赴廊坊市考察。廊坊市副市长唐金龙陪同考察。",
        "18日上午，代表团来到三河市，与三河市委书记李晓东座谈。",
        "19日上午，代表团来到香河县，与香河县委书记沈艳红座谈。李晓东说，两地交通便利。",
    )
    assert met(facts) == [
        ("2024-07-18", {"程明辉", "唐金龙", "李晓东"}),
        ("2024-07-19", {"程明辉", "唐金龙", "沈艳红"}),
    ]


TITLE = "校地签约"
NOW = "2024年5月6日，燕山大学与秦皇岛市签署合作协议，燕山大学校长赵丁选、秦皇岛市市长丁伟出席。"


def test_a_visit_during_a_congress_before_is_of_that_time(read: Read) -> None:
    facts = read(
        TITLE,
        NOW,
        "去年11月，河北省在教育大会上与燕山大学签署协议，赵丁选签字。"
        "大会期间，赵丁选一行走访河北大学，与该校党委书记卜宪群座谈。",
    )
    assert ("2024-05-06", ()) in [(m.date.edtf, m.hosts) for m in facts.meetings]
    visit = next(m for m in facts.meetings if m.hosts == ("河北大学",))
    assert (visit.date.edtf, [p.person for p in visit.participants]) == (None, ["赵丁选", "卜宪群"])


def test_what_was_done_during_the_event_of_now_stays_with_it(read: Read) -> None:
    facts = read(TITLE, NOW + "活动期间，秦皇岛市科技局局长王磊与燕山大学科研院院长李军座谈。")
    assert [len(m.participants) for m in facts.meetings] == [4]
