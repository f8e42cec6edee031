import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.cleaning.zones import zones


def cut(text: str) -> list[tuple[str, str]]:
    return [(p.zone, text[p.start : p.end]) for p in zones(text)]


def test_a_chinese_page_falls_into_head_body_and_tail() -> None:
    assert cut(
        """首页 > 学校要闻 > 正文

赵明带队拜访昌平区

发布日期:2024-04-30    编辑:校办    浏览次数:

  近日,校长赵明带队到访昌平区,与区长何晓座谈。

  双方商定建立会商机制。(供稿/编辑:宣传部 李明)

相关链接
· 何晓到北方大学调研 赵明参加
打印本页    关闭窗口
"""
    ) == [
        ("navigation", "首页 > 学校要闻 > 正文"),
        ("title", "赵明带队拜访昌平区"),
        ("dateline", "发布日期:2024-04-30    编辑:校办    浏览次数:"),
        ("body", "近日,校长赵明带队到访昌平区,与区长何晓座谈。"),
        ("body", "双方商定建立会商机制。"),
        ("credits", "(供稿/编辑:宣传部 李明)"),
        ("navigation", "相关链接"),
        ("navigation", "· 何晓到北方大学调研 赵明参加"),
        ("navigation", "打印本页    关闭窗口"),
    ]


def test_an_english_page_falls_into_head_body_and_tail() -> None:
    assert cut(
        """Northern University News

Guests from Pinggu Visit the University

By Tue, 05 Mar 2024 GMT

Beijing, 5th March 2024 (NU)--- A delegation of Pinggu District visited the University on 4th March.

President Zhao Ming chaired the meeting.

(Li Ming, He Xiao)

[next]: Zhao Ming Goes Abroad
Northern University
No.9 North Road, Haidian District, Beijing 100000
"""
    ) == [
        ("navigation", "Northern University News"),
        ("title", "Guests from Pinggu Visit the University"),
        ("dateline", "By Tue, 05 Mar 2024 GMT"),
        ("dateline", "Beijing, 5th March 2024 (NU)---"),
        ("body", "A delegation of Pinggu District visited the University on 4th March."),
        ("body", "President Zhao Ming chaired the meeting."),
        ("credits", "(Li Ming, He Xiao)"),
        ("navigation", "[next]: Zhao Ming Goes Abroad"),
        ("navigation", "Northern University"),
        ("navigation", "No.9 North Road, Haidian District, Beijing 100000"),
    ]


def test_a_title_may_end_in_a_full_stop_or_carry_the_date() -> None:
    text = "Pinggu District and the university build a park.\nThe signing was held at the campus on Dec 2."
    assert [zone for zone, _ in cut(text)] == ["title", "body"]
    assert cut("赵明会见昌平区区长何晓  2024-03-05\n\n三月四日,校长赵明会见区长何晓。")[:2] == [
        ("title", "赵明会见昌平区区长何晓"),
        ("dateline", "2024-03-05"),
    ]


def test_the_reporters_bracket_and_the_agencys_line_are_cut_from_the_first_paragraph() -> None:
    assert cut("区校座谈\n本报讯(记者李明)昨日,校长赵明到访。双方座谈。(何晓)") == [
        ("title", "区校座谈"),
        ("dateline", "本报讯"),
        ("credits", "(记者李明)"),
        ("body", "昨日,校长赵明到访。双方座谈。"),
        ("credits", "(何晓)"),
    ]


def test_text_after_a_box_in_the_middle_is_body_again() -> None:
    text = "区校座谈\n\n校长赵明到访昌平区。\n\n相关阅读\n何晓会见客商\n\n双方参观了园区,并商定了下一步的工作。"
    assert [zone for zone, _ in cut(text)] == ["title", "body", "navigation", "navigation", "body"]


def test_a_line_that_navigation_parts_from_the_title_is_no_part_of_it() -> None:
    over = "北方大学与各界人士 | 资讯台\n您的位置：首页 >> 合作\n"
    text = "校长赵明到访昌平区并与区长何晓座谈\n\n三月四日,校长赵明会见区长何晓。"
    assert [zone for zone, _ in cut(over + text)] == ["navigation", "navigation", "title", "body"]


def test_a_long_first_line_is_body_and_not_a_title() -> None:
    text = "校长赵明到访昌平区,与区长何晓座谈。双方就共建研究院交换了意见。\n会后,双方参观了园区。"
    assert [zone for zone, _ in cut(text)] == ["body", "body"]


def test_a_list_of_those_present_at_the_end_is_body() -> None:
    text = "区校座谈\n\n校长赵明到访昌平区。\n\n参加人员:区长何晓、副区长李明\n何晓会见客商"
    assert [zone for zone, _ in cut(text)] == ["title", "body", "body", "navigation"]


def test_a_text_of_one_line_is_a_title_or_a_body_but_never_lost() -> None:
    assert cut("赵明会见何晓") == [("title", "赵明会见何晓")]
    assert cut(" \n ") == []


@given(st.text("首页>赵明。,(供稿)\n :-aA.1月日2024", max_size=80))
def test_paragraphs_are_in_order_apart_and_without_space_around(text: str) -> None:
    at = 0
    for paragraph in zones(text):
        assert at <= paragraph.start < paragraph.end
        inner = text[paragraph.start : paragraph.end]
        assert inner == inner.strip()
        assert "\n" not in inner
        at = paragraph.end


def test_a_long_blank_line_is_no_work() -> None:
    # Takes minutes where each of its characters is tried as the beginning of a line.
    assert zones("\u3000" * 100_000) == ()


def test_a_long_gap_within_a_line_is_no_work() -> None:
    # As above: where each of its spaces is tried as what stands before a date.
    assert [p.zone for p in zones("会见" + "\u3000" * 100_000 + "座谈")] == ["title"]


def test_credits_that_lost_their_line_break_are_parted_from_the_body() -> None:
    text = "校长赵明访昌平\n赵明与区长何晓座谈。双方商定会商。责任编辑：李明打印关闭版权所有\n"
    assert cut(text)[1:] == [
        ("body", "赵明与区长何晓座谈。双方商定会商。"),
        ("credits", "责任编辑：李明打印关闭版权所有"),
    ]


def test_an_editor_or_a_source_in_a_sentence_stays_in_it() -> None:
    text = "校长赵明访昌平\n赵明与区长何晓座谈。数据来源于统计局，编辑工作由校办负责。双方商定会商。\n"
    assert cut(text)[1:] == [("body", text.splitlines()[1])]


@pytest.mark.parametrize(
    "dateline", ["(Tianjin, 4 March 2024)", "(TIANJIN, March 4) -", "(Tianjin, March 4, 2024)", "March 4 (CNS) --"]
)
def test_a_dateline_in_brackets_or_without_a_place_is_cut_from_the_text(dateline: str) -> None:
    body = "On Monday, the dean met with the mayor of the county and with her guests."
    assert cut(f"Dean meets mayor\n{dateline} {body}") == [
        ("title", "Dean meets mayor"),
        ("dateline", dateline),
        ("body", body),
    ]


@pytest.mark.parametrize("opening", ["(Many guests, 40 in all) The dean", "March 4 (a Monday) the dean"])
def test_a_bracket_without_a_day_stays_in_the_text(opening: str) -> None:
    body = f"{opening} met with the mayor of the county and with her guests."
    assert cut(f"Dean meets mayor\n{body}")[1:] == [("body", body)]


@pytest.mark.parametrize(
    "line",
    [
        "May 30, 2022 | Northern News Center | Text: Hu Jing, He Xiao and others of the school of journalism",
        "Source: Office of the Northern University  Date: 08-19-2016  Font size of the page: A+ A-",
    ],
)
def test_a_date_in_a_field_of_its_own_makes_a_line_of_metadata(line: str) -> None:
    text = f"Guests from Pinggu Visit the University\n\n{line}\n\nA delegation visited the University on 4th March."
    assert cut(text)[1] == ("dateline", line)


@pytest.mark.parametrize(
    "lead",
    [
        "PINGGU, Beijing, June 10, 2022 –",
        "BEIJING/OSLO, 5 May 2023 (Xinhua) --",
        "TIANJIN, Sept. 6, 2023 /PRNewswire/ --",
        "Langfang, Hebei - March 5, 2021 -",
        "(Pinggu, Beijing -- 08/22/2023)",
    ],
)
def test_an_agency_names_place_and_day_before_the_text(lead: str) -> None:
    assert cut(f"Guests\n\n{lead} Three neighbours signed a paper.")[1:] == [
        ("dateline", lead),
        ("body", "Three neighbours signed a paper."),
    ]
    assert cut(f"Guests\n\nIn {lead} three neighbours signed a paper.")[1][0] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "On 9 May 2024, Zhao Ming, President of Northern University, visited Pinggu and met with its mayor He Xiao.",
        "Zhao Ming of Northern University met He Xiao, the mayor of Pinggu.",
        "On 9 May 2024, Zhao Ming of Northern University met with He Xiao, the mayor of Pinggu",
        "2024年5月9日,校长赵明到访昌平区,与区长何晓座谈。",
        "5月9日,区长何晓会见校长赵明一行",
    ],
)
@pytest.mark.parametrize("menu", ["", "Home | News | Contact\n"])
def test_a_sentence_with_nothing_below_it_is_the_text(line: str, menu: str) -> None:
    assert cut(menu + line)[-1] == ("body", line)
    assert [zone for zone, _ in cut(menu + line)].count("title") == 0


@pytest.mark.parametrize(
    "line",
    [
        "Zhao Ming Meets Mayor of Pinggu",
        "Northern University Signs Strategic Cooperation Agreement with Pinggu.",
        "Northern University to Sign Agreement with Pinggu on 9 May 2024",
        "On 9 May 2024, Northern University met Pinggu to sign a pact",
        "赵明会见何晓",
        "5月9日北方大学与昌平区座谈并签署协议",
    ],
)
def test_a_headline_with_nothing_below_it_stays_a_headline(line: str) -> None:
    assert cut(line) == [("title", line)]


def test_a_short_sentence_over_the_text_is_still_its_title() -> None:
    title, below = "赵明到访昌平区,与何晓座谈。", "双方商定建立会商机制。"
    assert cut(f"{title}\n{below}") == [("title", title), ("body", below)]


@pytest.mark.parametrize("trail", ["\ufffd", " \ufffd\ufffd"])
def test_lost_characters_do_not_hide_how_a_sentence_ends(trail: str) -> None:
    first, last = "校长赵明到访昌平区,与区长何晓座谈。", f"双方商定建立会商机制。{trail}"
    assert cut(f"标题\n{first}\n{last}")[1:] == [("body", first), ("body", last)]
