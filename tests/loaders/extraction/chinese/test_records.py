"""Meetings told one after another by a column, a diary or a form."""

from collections.abc import Callable

from graph.facts import Facts

Read = Callable[..., Facts]


def met(facts: Facts) -> list[tuple[str | None, set[str]]]:
    return [(m.date.edtf, {p.person for p in m.participants}) for m in facts.meetings]


def test_the_days_of_a_week_are_each_a_meeting(read: Read) -> None:
    facts = read(
        "一周动态",
        "周一，天津大学党委书记杨金会见了来访的唐山市副市长王海。周三，天津大学副校长巩金龙赴北京与首钢集团副总经理李永洽谈合作。",
        published="2024-12-01",
    )
    assert met(facts) == [("2024-11-25", {"杨金", "王海"}), ("2024-11-27", {"巩金龙", "李永"})]


def test_one_weekday_told_twice_is_one_meeting(read: Read) -> None:
    facts = read(
        "一周动态",
        "周一，天津大学党委书记杨金会见了来访的唐山市副市长王海。周一的座谈会上，王海与杨金再次交流。",
        published="2024-12-01",
    )
    assert met(facts) == [("2024-11-25", {"杨金", "王海"})]


def test_the_entries_of_a_diary_are_each_a_meeting(read: Read) -> None:
    facts = read(
        "校长的一天",
        "8:30　北京大学校长龚旗会见沧州市委书记康彦一行。",
        "10:00　龚旗到房山区考察，与房山区区长阳波座谈。",
    )
    assert [people for _, people in met(facts)] == [{"龚旗", "康彦"}, {"龚旗", "阳波"}]


def test_one_hour_in_a_report_opens_no_diary(read: Read) -> None:
    facts = read(
        "沧州市来访",
        "6月5日，沧州市委书记康彦到访北京大学，与校长龚旗座谈。",
        "10:00，座谈会开始，龚旗介绍了学校情况。",
        published="2024-12-01",
    )
    assert met(facts) == [("2024-06-05", {"龚旗", "康彦"})]


def test_the_lists_of_a_form_tell_the_sides(read: Read) -> None:
    facts = read(
        "接待记录",
        "来访人员：涿州市市长李强，接待人员：中国农业大学副校长张平，双方于3月12日座谈。",
    )
    assert [(m.hosts, m.visitors) for m in facts.meetings] == [(("中国农业大学",), ("涿州市",))]


def test_a_colon_behind_other_words_tells_none(read: Read) -> None:
    facts = read("座谈", "3月12日，涿州市市长李强与中国农业大学副校长张平座谈。主要议题：共建实验场。")
    assert [(m.hosts, m.visitors) for m in facts.meetings] == [((), ())]
