"""Words that stand for a body of the article: a bare 自治区 is none of the provinces around it."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "签约仪式举行"


def posts(facts: Facts) -> list[str | None]:
    return [r.institution for p in facts.persons for r in p.roles]


@pytest.mark.parametrize(
    ("post", "body"),
    [
        ("自治区主席", "内蒙古自治区人民政府"),
        ("自治区副主席", "内蒙古自治区人民政府"),
        ("自治区政协主席", "内蒙古自治区政协"),
        ("自治区党委书记", "内蒙古自治区党委"),
    ],
)
def test_a_bare_autonomous_region_is_the_one_named(read: Read, post: str, body: str) -> None:
    facts = read(TITLE, f"5月6日，内蒙古自治区人民政府与北京市海淀区、河北省签约，{post}王莉霞出席。")
    assert posts(facts) == [body]


def test_a_bare_province_is_no_autonomous_region(read: Read) -> None:
    facts = read(TITLE, "5月6日，河北省人民政府与内蒙古自治区签约，省政协主席张平出席。")
    assert posts(facts) == ["河北省政协"]


def test_a_bare_district_is_no_autonomous_region(read: Read) -> None:
    facts = read(TITLE, "5月6日，海淀区人民政府与内蒙古自治区签约，区政协主席张平出席。")
    assert posts(facts) == ["海淀区政协"]


def test_our_city_is_not_that_of_the_university_that_came(read: Read) -> None:
    facts = read(TITLE, "3日，市长王正会见了前来我市考察的北京化工大学校长谭伟一行。")
    assert posts(facts) == [None, "北京化工大学"]


def test_without_ours_the_city_is_that_of_the_university(read: Read) -> None:
    facts = read(TITLE, "3日，市长王正到北京化工大学调研，校长谭伟汇报工作。")
    assert posts(facts) == ["北京市政府", "北京化工大学"]
