import pytest

from loaders.cleaning import noise


@pytest.mark.parametrize(
    "line",
    [
        "首页 > 学校要闻 > 正文",
        "当前位置:首页 » 校地合作",
        "Home | News | Notices | Contact",
        "Your position: HOME >> Events",
        "上一篇:赵明会见来宾",
        "下一条：张北县代表团来访",
        "[next]:Zou Ming and His Party Visit the Park",
        "Previous: New Year Greetings",
        "- 分享 -",
        "打印本页    关闭窗口",
        "Print | Close",
        "浏览次数:1,234",
        "------------",
        "Copyright © Northern University. All rights reserved.",
        "Address: No.9 North Road, Beijing",
        "(2023年9月)",
    ],
)
def test_lines_that_lead_elsewhere_are_navigation(line: str) -> None:
    assert noise.is_navigation(line)


@pytest.mark.parametrize(
    "line",
    [
        "前一天,双方在会上分享了经验,并就下一步合作达成一致。",
        "The district was represented by Deputy Mayor Li Ming and shared its next plans.",
        "Printing companies of the park sent their managers.",
        "关闭的厂区将改建为科技园。",
        "He Xiao, head of Shunyi District",
    ],
)
def test_sentences_with_the_same_words_are_not(line: str) -> None:
    assert not noise.is_navigation(line)


@pytest.mark.parametrize(
    "line",
    ["相关链接", "【相关新闻】", "新闻网各单位用稿量排行榜", "Related stories:", "往期头条:赵明来访", "More News"],
)
def test_headings_of_lists_are_told(line: str) -> None:
    assert noise.opens_list(line)


@pytest.mark.parametrize(
    "line", ["【相关新闻】2024年4月28日,赵明会见了区委书记何晓一行。", "相关部门负责人参加会议", "News from the park"]
)
def test_what_only_begins_like_a_heading_is_not_one(line: str) -> None:
    assert not noise.opens_list(line)


@pytest.mark.parametrize(
    "line",
    [
        "编辑:宣传部  审核:校办",
        "供稿/编辑：李明",
        "来源：新闻中心",
        "Photo by Li Ming",
        "Translator: News Office",
        "责任编辑:本站",
    ],
)
def test_lines_of_credits_are_told(line: str) -> None:
    assert noise.is_credit(line)


@pytest.mark.parametrize(
    "line", ["编辑部主任李明参加会议", "记者节前夕,何晓慰问了记者", "Editors met in Beijing.", "作者们走进校园"]
)
def test_people_of_the_press_in_a_sentence_are_no_credit(line: str) -> None:
    assert not noise.is_credit(line)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("双方签署协议。(供稿/编辑:宣传部 李明 审核:何晓)", "(供稿/编辑:宣传部 李明 审核:何晓)"),
        ("本报讯(记者李明 通讯员何晓)昨日", "(记者李明 通讯员何晓)"),
        ("They agreed. (Written by Li Ming; edited by He Xiao)", "(Written by Li Ming; edited by He Xiao)"),
        ("会后参观校园（科技处供稿）", "（科技处供稿）"),
    ],
)
def test_credits_in_brackets_are_found_in_a_line(line: str, credit: str) -> None:
    assert [line[a:b] for a, b in noise.credit_brackets(line)] == [credit]


@pytest.mark.parametrize(
    "line",
    [
        "北京信息科技大学(BISTU)",
        "中船(天津)公司",
        "二十条(含文化)",
        "The Institute (Beijing)",
        "朝阳园管委会(区科信局)主任",
    ],
)
def test_other_brackets_are_no_credits(line: str) -> None:
    assert noise.credit_brackets(line) == []


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("May 8, 2025 -- A delegation came on May 7, 2025.", "May 8, 2025 -- "),
        ("May 8, 2025 - May 10, 2025 were the days of the fair.", ""),
        ("May 8, 2025 -- May 10, 2025 were the days of the fair.", ""),
        ("Beijing, 5th March 2024 (BISTU)--- The delegation came", "Beijing, 5th March 2024 (BISTU)---"),
        ("BEIJING, March 5 (Xinhua) -- The delegation came", "BEIJING, March 5 (Xinhua) --"),
        ("本报讯 昨日,区长何晓", "本报讯"),
        ("新华社北京3月5日电 区长何晓", "新华社北京3月5日电"),
        ("Beijing, the capital, was the place", ""),
        ("通讯员讲述了经过", ""),
    ],
)
def test_an_agencys_line_is_told_from_the_sentence_behind_it(line: str, lead: str) -> None:
    assert line[: noise.lead(line)] == lead


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("双方就下一步工作交换了意见。", True),
        ("The two sides exchanged views on the next steps.", True),
        ("赵明带队到访昌平区 何晓陪同调研", False),
        ("Zhao Ming Leads a Team to Pinggu District", False),
        ("赵明", False),
    ],
)
def test_prose_ends_as_sentences_do(line: str, prose: bool) -> None:
    assert noise.is_prose(line) is prose
