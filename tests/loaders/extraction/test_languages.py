import pytest

from loaders.cleaning.zones import zones
from loaders.extraction.languages import languages, only

CHINESE = (
    "昌平区代表团到访\n\n6月3日，昌平区区长孙会宁一行到访华北电力大学，"
    "校长杨勇平会见了客人，双方围绕储能技术的应用进行了座谈。\n"
)
FOOTER = "版权所有：华北电力大学 地址：北京市昌平区北农路二号 邮编：102206 技术支持：信息中心"
ENGLISH = (
    "Changping delegation visits\n\nOn June 3, Sun Huining, the mayor of Changping District, came to the university "
    "with a delegation, and President Yang Yongping met with the guests to discuss the use of energy storage.\n"
)


def told(text: str) -> tuple[str, ...]:
    return languages(text, zones(text))


@pytest.mark.parametrize(
    ("text", "langs"),
    [
        (CHINESE, ("zh",)),
        (ENGLISH, ("en",)),
        (f"{ENGLISH}\n{CHINESE}", ("zh", "en")),
        (f"{CHINESE}\n{ENGLISH}", ("zh", "en")),
        (f"{ENGLISH * 5}\n{CHINESE}", ("en", "zh")),
        (CHINESE.replace("区长", "区长（Mayor of Changping District, Beijing）"), ("zh",)),
        (f"{CHINESE}\nThe guests left the university at five o'clock.\n", ("zh",)),
        (f"{ENGLISH}\n自强不息，厚德载物。\n", ("en",)),
        (f"{ENGLISH}\n{FOOTER}\n", ("en",)),
    ],
)  # fmt: skip
def test_a_second_language_counts_where_it_tells_something(text: str, langs: tuple[str, ...]) -> None:
    assert told(text) == langs


def test_lines_of_the_other_language_are_blanked_and_keep_their_places() -> None:
    text = "2024-06-03\n到访\nThe Visit\n010-12345\n座谈"
    assert only(text, "zh") == "2024-06-03\n到访\n         \n         \n座谈"
    assert only(text, "en") == "          \n  \nThe Visit\n010-12345\n  "
