import pytest

from loaders.cleaning.lines import unwrapped
from loaders.cleaning.text import CleanText


def joined(text: str) -> str:
    return CleanText.of(text).edited(unwrapped(text)).text


WRAPPED = """A Title of the Day

The delegation of the county, headed by its deputy mayor, came
to the university in the morning and was received by President
Guo Fu. Both sides talked about a platform, and agreed to meet
again before the end of the year.

Next: another story
"""


def test_paragraphs_broken_to_a_width_become_whole_and_others_stay_apart() -> None:
    assert joined(WRAPPED).split("\n\n") == [
        "A Title of the Day",
        "The delegation of the county, headed by its deputy mayor, came to the university in the morning and was "
        "received by President Guo Fu. Both sides talked about a platform, and agreed to meet again before the end "
        "of the year.",
        "Next: another story\n",
    ]


def test_chinese_lines_are_joined_without_a_space() -> None:
    lines = ["校党委书记解江凌带队到访昌平区,与区委书记就校地合作", "进行座谈。区教委、科委有关负责同志参加会议,双方还"]
    lines += [
        "参观了沙河高教园区的在建工程,并就下一步工作作了安排",
        "会后举行了签约仪式,校长郭福与区长代表双方签署协议",
    ]
    assert joined("\n".join(lines)) == "".join(lines)


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    text = "Title\n" + "A long paragraph that nobody broke into lines, since browsers do that now. " * 3 + "\nThe end."
    assert joined(text) == text


def test_a_short_list_is_not_taken_for_a_broken_paragraph() -> None:
    text = "参加人员\n解江凌 校党委书记\n郭福 校长\n王兴芬 副校长\n"
    assert joined(text) == text


def test_a_line_that_goes_on_in_small_letters_is_whole_at_any_width() -> None:
    text = (
        "The guests of the county came to Nankai Univers-\n"
        "ity in the afternoon and were led to the\n"
        "Library. They left."
    )
    assert joined(text) == (
        "The guests of the county came to Nankai University in the afternoon and were led to the Library. They left."
    )


def test_a_list_in_small_letters_stays_a_list() -> None:
    assert joined("home\nabout us\ncontact") == "home\nabout us\ncontact"


def test_a_bracket_behind_a_line_goes_on_but_not_a_dateline() -> None:
    assert joined("The guests of the county came to the library\n(Building 3) and left.").count("\n") == 0
    assert (
        joined("The guests of the county came to the library\n(Tianjin, 4 March 2024) The dean met them.").count("\n")
        == 1
    )


def test_a_long_line_that_breaks_off_goes_on_in_the_next() -> None:
    first = "Nine engineers of the waterworks led by Deputy Manager Hu Jing came yesterday to see the Northern"
    assert joined(f"{first}\nMuseum and its pumps. They stayed for an hour.") == (
        f"{first} Museum and its pumps. They stayed for an hour."
    )
    assert joined("the guests were led by Vice\n-Chancellor Hu Jing of the north") == (
        "the guests were led by Vice-Chancellor Hu Jing of the north"
    )


def test_headlines_and_addresses_stay_apart_from_the_line_below() -> None:
    headline = "Northern University and the District of Pinggu Sign an Agreement on a Shared Museum of Water"
    for text in (
        f"{headline}\nNine engineers came to see the pumps.",
        "The guests saw how pumps and valves are made in the old works by the river, they wrote\nDate: 3 May 2024",
        "Guests of the Northern University\nhttp://www.nu.edu.cn/news/3.htm",
    ):
        assert joined(text) == text


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (
            ["On 9 May 2024, President", "Zhao Ming of NU came to Pinggu."],
            "On 9 May 2024, President Zhao Ming of NU came to Pinggu.",
        ),
        (["On May 9, 2024, Dean Zhao", "Ming, then Vice President", "He Xiao came."], None),
        (["2024年5月9日,北方大学校长", "赵明到访昌平区,区长", "何晓会见赵明。"], None),
    ],
)
def test_a_sentence_that_tells_its_day_first_goes_on_to_its_full_stop(lines: list[str], whole: str | None) -> None:
    between = "" if "月" in lines[0] else " "
    assert joined("A Title\n\n" + "\n".join(lines)) == "A Title\n\n" + (whole or between.join(lines))


@pytest.mark.parametrize(
    "text",
    [
        "3 May 2024, Beijing\nThe guests came.",
        "On 9 May 2024, the guests came.\nThe mayor met them.",
        "5月9日,赵明到访昌平区\n5月8日,何晓会见来宾\n5月7日,北方大学签约。",
        "5月9日,赵明到访昌平区\n编辑:李明。",
        "5月9日,赵明到访昌平区\n何晓会见来宾",
    ],
)
def test_datelines_lists_and_whole_sentences_stay_apart(text: str) -> None:
    assert joined(text) == text


def test_a_word_broken_in_a_short_line_is_whole() -> None:
    assert joined("The Presid-\nent came.") == "The President came."
