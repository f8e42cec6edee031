"""Where one event ends and another begins."""

from graph.article import Article
from graph.facts import MeetingFact
from loaders.extraction import extract

LEAD = "3月2日上午，河北大学校长许远航到清苑区调研，与区长乔立民座谈。"


def meetings(text: str) -> tuple[MeetingFact, ...]:
    return extract(Article("a.txt", text)).meetings


def present(meeting: MeetingFact) -> set[str]:
    return {p.person for p in meeting.participants}


def test_a_later_hour_with_another_body_is_another_meeting() -> None:
    found = meetings(LEAD + "下午，许远航一行来到徐水区，与副区长鲁一鸣座谈。\n")
    assert [present(m) for m in found] == [{"许远航", "乔立民"}, {"许远航", "鲁一鸣"}]


def test_a_later_hour_at_the_same_body_is_the_same_meeting() -> None:
    assert len(meetings(LEAD + "随后，许远航一行参观了区规划馆，副区长鲁一鸣陪同。\n")) == 1


def test_a_day_of_another_year_lies_behind_the_event() -> None:
    text = LEAD + "2019年5月15日，时任区长曾达明曾到河北大学考察。\n\n副区长鲁一鸣参加座谈。\n"
    main = next(m for m in meetings(text) if m.date.edtf == "XXXX-03-02")
    assert present(main) == {"许远航", "乔立民", "鲁一鸣"}


def test_a_day_that_is_planned_opens_no_scene() -> None:
    assert len(meetings(LEAD + "双方约定，8月1日前签订合作协议。\n")) == 1


def test_who_is_told_of_by_a_look_back_was_not_there() -> None:
    text = LEAD + "三个月前，副区长鲁一鸣还带人看过河北大学的实验室。\n"
    assert present(meetings(text)[0]) == {"许远航", "乔立民"}


def test_a_later_day_with_persons_of_two_bodies_is_another_meeting_whatever_the_verb() -> None:
    found = meetings(LEAD + "3月5日，许远航又到徐水区，副区长鲁一鸣同他谈了一个上午。\n")
    assert [present(m) for m in found] == [{"许远航", "乔立民"}, {"许远航", "鲁一鸣"}]
