"""Meetings: who came to whom, who was there as what (phenomena 30, 32, 33, 41, 42, 44)."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "校地双方共商合作"


@pytest.mark.parametrize(
    ("sentence", "host", "visitor"),
    [
        ("5月6日，天津大学校长李强带队拜访固安县，与县长王建国座谈。", "固安县", "天津大学"),
        ("5月6日，天津大学校长李强率队赴固安县考察，县长王建国陪同。", "固安县", "天津大学"),
        ("5月6日，固安县县长王建国会见了天津大学校长李强一行。", "固安县", "天津大学"),
        ("5月6日，固安县县长王建国与来访的天津大学校长李强座谈。", "固安县", "天津大学"),
        ("5月6日，天津大学校长李强在固安县考察，县长王建国与客人座谈。", "固安县", "天津大学"),
        ("5月6日，天津大学校长李强来到固安县，县长王建国早早等候。", "固安县", "天津大学"),
        ("5月6日，天津大学校长李强与固安县县长王建国座谈。王建国对天津大学的到访表示热烈欢迎。", "固安县", "天津大学"),
        ("5月6日，天津大学校长李强带着三名教授与固安县县长王建国座谈。", "固安县", "天津大学"),
        ("5月6日，天津大学与固安县签约仪式在天津大学举行，校长李强、县长王建国出席。", "天津大学", "固安县"),
    ],
)
def test_a_verb_tells_who_came_to_whom(read: Read, sentence: str, host: str, visitor: str) -> None:
    (meeting,) = read(TITLE, sentence).meetings
    assert (meeting.hosts, meeting.visitors) == ((host,), (visitor,))
    assert {p.person: p.side for p in meeting.participants} == {
        "李强": "visitor" if visitor == "天津大学" else "host",
        "王建国": "host" if host == "固安县" else "visitor",
    }


def test_a_visitor_to_our_university_comes_to_the_one_that_tells_it(read: Read) -> None:
    (meeting,) = read(
        "固安县来我校考察", "5月6日，固安县县长王建国一行来校考察。天津大学校长李强陪同，我校科研院参加。"
    ).meetings
    assert (meeting.hosts, meeting.visitors) == (("天津大学",), ("固安县",))


def test_talks_without_a_direction_have_no_sides(read: Read) -> None:
    (meeting,) = read(TITLE, "5月6日，天津大学校长李强与固安县县长王建国进行座谈。").meetings
    assert (meeting.hosts, meeting.visitors) == ((), ())
    assert set(meeting.institutions) == {"天津大学", "固安县"}
    assert {p.role for p in meeting.participants} == {"attendee"}


def test_the_list_at_the_end_took_part_but_its_unnamed_members_are_nobody(read: Read) -> None:
    (meeting,) = read(
        TITLE,
        "5月6日，天津大学校长李强带队拜访固安县，与县长王建国座谈。",
        "县政府办主任赵明，县科技局局长孙涛以及天津大学科研院、校办相关负责同志参加座谈。",
    ).meetings
    assert [(p.person, p.role) for p in meeting.participants] == [
        ("李强", "visitor"),
        ("王建国", "host"),
        ("赵明", "host"),
        ("孙涛", "host"),
    ]


def test_who_presides_leads_witnesses_or_speaks_has_that_function(read: Read) -> None:
    (meeting,) = read(
        TITLE,
        "5月6日，天津大学校长李强带队拜访固安县，会议由县长王建国主持。在副县长赵明的见证下，双方交换文本。孙涛副校长介绍了学校情况。",
    ).meetings
    done = {p.person: (p.role, p.functions) for p in meeting.participants}
    assert done["王建国"] == ("chair", ("chair",))
    assert done["李强"] == ("visitor", ("head",))
    assert "witness" in done["赵明"][1]
    assert "speaker" in done["孙涛"][1]


def test_a_video_meeting_has_that_format(read: Read) -> None:
    (meeting,) = read(TITLE, "5月6日，天津大学校长李强与固安县县长王建国通过视频会议座谈。").meetings
    assert meeting.format == "video"


def test_a_meeting_of_the_past_is_another_meeting(read: Read) -> None:
    facts = read(
        TITLE,
        "2023年5月6日，天津大学校长李强带队拜访固安县，与县长王建国座谈。",
        "此前，2021年3月5日，时任天津大学校长赵明曾带队到固安县考察，与孙涛县长座谈。",
        "王建国说，固安县愿意支持学校的发展。",
    )
    assert [(m.date.edtf, [p.person for p in m.participants]) for m in facts.meetings] == [
        ("2023-05-06", ["李强", "王建国"]),
        ("2021-03-05", ["赵明", "孙涛"]),
    ]


def test_another_day_is_another_meeting_and_the_same_day_is_not(read: Read) -> None:
    facts = read(
        TITLE,
        "2023年5月6日，天津大学校长李强到固安县考察，与县长王建国座谈。当天下午，双方参观了展馆。",
        "2023年5月7日，李强到南开大学调研，与南开大学校长赵明座谈。",
    )
    assert [(m.date.edtf, m.hosts) for m in facts.meetings] == [
        ("2023-05-06", ("固安县",)),
        ("2023-05-07", ("南开大学",)),
    ]


def test_who_held_a_post_at_an_older_signing_did_not_take_part(read: Read) -> None:
    (meeting,) = read(
        TITLE,
        "5月6日，天津大学校长李强带队拜访固安县，与县长王建国座谈。",
        "据悉，双方首份协议当时由时任天津大学校长赵明签署。",
    ).meetings
    assert [p.person for p in meeting.participants] == ["李强", "王建国"]


@pytest.mark.parametrize(
    "sentence",
    [
        "3月1日，天津大学召开科研工作会议，校长李强出席，副校长王建国主持会议。",
        "近日，天津大学教授李强的成果获一等奖，南开大学教授王建国获二等奖，颁奖典礼在京举行。",
        "5月6日，天津大学校长李强将率团访问南开大学，与南开大学校长王建国座谈。",
        "天津大学教授李强的论文近日在国际期刊上发表。",
    ],
)
def test_conferences_of_one_body_prizes_plans_and_research_are_no_meetings(read: Read, sentence: str) -> None:
    assert read("学校要闻", sentence).meetings == ()


def test_a_planned_meeting_is_rejected_as_planned(read: Read) -> None:
    facts = read("学校要闻", "5月6日，天津大学校长李强将率团访问南开大学，与南开大学校长王建国座谈。")
    assert ("meeting", "planned") in {(r.kind, r.reason) for r in facts.rejects}


def test_several_visitors_and_several_hosts_are_all_named(read: Read) -> None:
    (meeting,) = read(TITLE, "5月6日，固安县县长王建国迎来了天津大学副校长李强一行和南开大学副校长赵明一行。").meetings
    assert (meeting.hosts, meeting.visitors) == (("固安县",), ("天津大学", "南开大学"))
    (meeting,) = read(TITLE, "5月6日，固安县县长王建国到京安科创集团、华夏光电集团走访调研。").meetings
    assert (meeting.hosts, meeting.visitors) == (("京安科创集团", "华夏光电集团"), ("固安县",))


def test_who_travels_with_the_delegation_is_of_its_side(read: Read) -> None:
    (meeting,) = read(
        TITLE, "5月6日，天津市科技局局长李强率队赴固安县考察，与县长王建国座谈。南开大学副校长赵明等随团考察。"
    ).meetings
    assert {p.person: p.side for p in meeting.participants}["赵明"] == "visitor"


def test_dealings_without_a_known_verb_are_a_meeting_but_a_congress_is_none(read: Read) -> None:
    told = "5月6日，天津大学校长李强同固安县县长王建国一道登上了白塔，他们握手话别。"
    assert len(read(TITLE, told).meetings) == 1
    assert read("代表大会开幕", f"代表大会5月6日开幕。{told}").meetings == ()


def test_who_goes_on_to_another_body_the_same_day_meets_twice(read: Read) -> None:
    facts = read(
        TITLE,
        "2023年5月6日上午，天津大学校长李强到固安县考察，与县长王建国座谈。",
        "下午，李强又来到南开大学，与南开大学校长赵明见面。",
        "下午，双方参观了校史馆。",
    )
    assert [(m.date.edtf, m.hosts) for m in facts.meetings] == [
        ("2023-05-06", ("固安县",)),
        ("2023-05-06", ("南开大学",)),
    ]


def test_an_event_of_a_coarser_date_lies_before_the_one_reported(read: Read) -> None:
    facts = read(
        TITLE,
        "2023年5月6日，天津大学校长李强到固安县考察，与县长王建国座谈。",
        "2023年2月，天津大学副校长赵明到固安县走访，与副县长孙涛见面。",
    )
    assert [(m.date.edtf, [p.person for p in m.participants]) for m in facts.meetings] == [
        ("2023-05-06", ["李强", "王建国"]),
        ("2023-02", ["赵明", "孙涛"]),
    ]


def test_who_is_only_in_the_closing_list_has_that_sentence_as_evidence(read: Read) -> None:
    lead, closing = "5月6日，固安县县长王建国到天津大学考察。", "天津大学校长李强、科研处处长赵敏参加会议。"
    (meeting,) = read(TITLE, f"{lead}双方交流了想法。{closing}").meetings
    assert {p.person: p.evidence and p.evidence.quote for p in meeting.participants} == {
        "王建国": lead,
        "李强": closing,
        "赵敏": closing,
    }


def test_the_organisers_of_a_forum_are_its_hosts_and_its_speakers_no_visitors(read: Read) -> None:
    (meeting,) = read(
        "京津冀物流论坛举办",
        "5月6日，由固安县人民政府、天津大学共同主办的京津冀物流论坛在廊坊举行。",
        "南开大学教授陈明、北京大学教授赵刚先后作主旨演讲。",
    ).meetings
    assert (set(meeting.hosts), meeting.visitors) == ({"固安县人民政府", "天津大学"}, ())
    assert {p.person: p.role for p in meeting.participants} == {"陈明": "speaker", "赵刚": "speaker"}


@pytest.mark.parametrize(
    "sentences",
    [
        ("5月6日，天津大学党委书记李强率全体班子成员赴平山县西柏坡开展主题教育，副校长陈明参加活动。",),
        ("为促进人才交流，定于6月10日在天津举办青年论坛，届时邀请北京大学教授李强、南开大学教授陈明作报告。",),
        ("5月6日，固安县县长王建国说，下一步还将与天津大学座谈。",),
    ],
)
def test_a_place_or_a_plan_is_no_meeting(read: Read, sentences: tuple[str, ...]) -> None:
    assert read("天津大学动态", *sentences).meetings == ()


def test_an_older_signing_is_no_meeting_of_its_own(read: Read) -> None:
    facts = read(
        TITLE, "5月6日，固安县县长王建国拜访天津大学，校长李强接待。", "去年3月，天津大学曾与固安县签署备忘录。"
    )
    assert [m.date.edtf for m in facts.meetings] == ["XXXX-05-06"]
    assert [a.status for a in facts.agreements] == ["reported"]


def test_who_shows_the_guests_around_is_no_guest(read: Read) -> None:
    (meeting,) = read(
        TITLE, "5月6日，在固安县县长王建国陪同下，天津大学校长李强走访了廊坊师范学院，与该校校长陈明座谈。"
    ).meetings
    assert (meeting.hosts, meeting.visitors) == (("廊坊师范学院",), ("天津大学",))


def test_guests_are_known_by_the_word_for_them(read: Read) -> None:
    meetings = read(
        "固安县代表团赴京",
        "5月6日，固安县县长王建国率代表团拜访北京大学，副校长李强接待。",
        "5月8日，代表团来到南开大学，校长陈明参加座谈。",
    ).meetings
    assert [(m.hosts, m.visitors) for m in meetings] == [(("北京大学",), ("固安县",)), (("南开大学",), ("固安县",))]


def test_a_late_date_is_the_event_s_but_a_year_in_passing_is_not(read: Read) -> None:
    (meeting,) = read(
        "一次握手",
        "清晨，天津大学的老师出发了，领队的是副校长李强。",
        "目的地是固安县。",
        "那天是5月12日。",
        "县长王建国与李强座谈。这是继2019年双方签约之后的又一次。",
    ).meetings
    assert meeting.date.edtf == "XXXX-05-12"


@pytest.mark.parametrize(
    ("words", "there"), [("因故缺席", False), ("因公务未能到会", False), ("未出席座谈", False), ("出席座谈", True)]
)
def test_who_was_not_there_is_no_participant(read: Read, words: str, there: bool) -> None:
    (meeting,) = read(
        "固安县领导到访天津大学",
        f"2023年5月6日，固安县县长王建国到访天津大学，天津大学校长李强会见来宾。天津大学副校长赵明{words}。",
    ).meetings
    assert ("赵明" in {p.person for p in meeting.participants}) is there


@pytest.mark.parametrize(
    "sentence",
    [
        "原定于5月6日举行的天津大学校长李强与固安县县长王建国会谈因故取消。",
        "天津大学校长李强与固安县县长王建国的座谈推迟。",
        "固安县县长王建国计划6月访问天津大学，与校长李强会谈。",
        "天津大学校长李强拟于下周赴固安县考察，县长王建国将陪同。",
    ],
)
def test_what_was_cancelled_or_is_planned_is_no_meeting(read: Read, sentence: str) -> None:
    assert read(TITLE, sentence).meetings == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "原定于5月5日的会谈改在5月6日举行，天津大学校长李强与固安县县长王建国座谈。",
        "5月6日，天津大学校长李强与固安县县长王建国会谈，商定取消每年的单独招聘会。",
        "5月6日，天津大学校长李强与固安县县长王建国座谈，听取三年行动计划2023年任务安排。",
        "5月6日，天津大学校长李强访问固安县，县长王建国表示计划6月回访。",
    ],
)
def test_a_meeting_that_took_place_may_speak_of_plans_and_of_what_is_cancelled(read: Read, sentence: str) -> None:
    assert len(read(TITLE, sentence).meetings) == 1


def test_the_dead_were_not_there(read: Read) -> None:
    told = "5月6日，天津大学校长李强会见固安县县长王建国，谈到天津大学已故校长周明的贡献。"
    (meeting,) = read(TITLE, told).meetings
    assert {p.person for p in meeting.participants} == {"李强", "王建国"}


@pytest.mark.parametrize(
    ("sentence", "sides"),
    [
        ("主持座谈会的是固安县副县长张平。", ((("固安县"),), (("天津大学"),))),
        ("主持会议的是天津大学副校长张平。", ((("天津大学"),), (("固安县"),))),
        ("关心主持的是固安县副县长张平的发言。", ((("固安县"),), (("天津大学"),))),
    ],
)
def test_who_is_named_behind_the_word_of_presiding_is_of_the_host(
    read: Read, sentence: str, sides: tuple[tuple[str, ...], ...]
) -> None:
    facts = read(TITLE, "5月6日，天津大学与固安县举行座谈会。校长李强、固安县县长王建国出席。", sentence)
    assert (facts.meetings[0].hosts, facts.meetings[0].visitors) == sides
