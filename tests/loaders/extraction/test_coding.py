"""Whether events carry the CAMEO code that their kind and format have, alike in both languages."""

from typing import get_args

import pytest

from graph.article import Article
from graph.facts import Format, Status
from loaders.extraction import extract
from loaders.extraction.coding import MeetingKind, agreement_code, meeting_code

# The root classes of CAMEO 1.1b3: express intent to cooperate (03), consult (04), diplomatic cooperation (05).
CONSULT = {"040", "041", "042", "043", "044", "046"}


def test_every_kind_of_event_has_a_code_of_its_class() -> None:
    assert {meeting_code(kind, form) for kind in get_args(MeetingKind) for form in get_args(Format)} == CONSULT
    assert {status: agreement_code(status) for status in get_args(Status)} == {
        "signed": "057", "reported": "057", "intended": "030",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("4月19日,北京信息科技大学校长郭福带队拜访朝阳区,与区长吴小杰座谈。", "042"),
        ("4月19日,北京信息科技大学校长郭福会见清华大学副校长王宏一行。", "043"),
        ("4月19日,北京信息科技大学校长郭福与清华大学副校长王宏举行视频会议。", "041"),
        ("On 4 March 2024, Dean Li Mi of Peking University visited BISTU and met with President Guo Fu.", "042"),
        ("On 4 March 2024, President Guo Fu of BISTU met with Dean Li Mi of Peking University.", "043"),
    ],
)
def test_a_meeting_is_coded_by_what_the_sentence_calls_it(text: str, code: str) -> None:
    title = "学校要闻" if text[0] == "4" else "News"
    (meeting,) = extract(Article("a.txt", f"{title}\n\n{text}")).meetings
    assert meeting.code == code
