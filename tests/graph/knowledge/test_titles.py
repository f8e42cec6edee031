"""Titles in both languages."""

import pytest

from graph.knowledge.titles import office_in_words, pairs, read_title, title_class


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("校长", "President"),
        ("副校长", "Vice President"),
        ("党委书记", "Chairman of University Council"),
        ("党委书记", "Secretary of the Party Committee"),
        ("区委副书记", "deputy secretary of the CPC Fangshan District Committee"),
        ("区长", "District Mayor"),
        ("区长", "head of the district government"),
        ("常务副县长", "Executive Deputy County Mayor"),
        ("县委常委", "member of the Standing Committee of the County Party Committee"),
        ("局长", "Director"),
        ("副主任", "Deputy Director"),
        ("院长", "Dean"),
        ("院长", "President"),
        ("会长", "Chairman"),
        ("常务副会长", "Executive Vice President"),
        ("首席技术官", "Chief Technology Officer"),
        ("秘书长", "Secretary-General"),
        ("区长助理", "assistant district mayor"),
    ],
)
def test_titles_of_one_post_pair_across_languages(a: str, b: str) -> None:
    assert pairs(a, b)
    assert pairs(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("校长", "Vice President"),
        ("党委书记", "President"),
        ("秘书长", "Secretary of the Party Committee"),
        ("区长", "Director"),
        ("总经理", "Chief Executive Officer"),
        ("教授", "President"),
        ("校长", "Guo Fu"),
        ("", ""),
    ],
)
def test_titles_of_different_posts_do_not_pair(a: str, b: str) -> None:
    assert not pairs(a, b)


def test_executive_and_former_do_not_change_the_class() -> None:
    assert {title_class(t) for t in ("副会长", "常务副会长", "Executive Vice President", "former Vice President")} == {
        "deputy-president"
    }


def test_of_a_list_the_first_title_counts() -> None:
    assert title_class("党委副书记、校长") == "deputy-party-secretary"
    assert title_class("Executive Vice President and Chief Technology Officer") == "deputy-president"


@pytest.mark.parametrize("word", ["郭福", "Guo", "Delegation", "双方", "", "、"])
def test_other_words_are_no_titles(word: str) -> None:
    assert title_class(word) is None


def test_a_title_may_tell_whose_post_it_is() -> None:
    bodies = {t: found.body for t in ("党委书记", "区长", "总经理", "主任") if (found := read_title(t))}
    assert bodies == {"党委书记": "party", "区长": "government", "总经理": "company", "主任": None}


def test_an_office_is_told_in_words() -> None:
    offices = ("chief-government-head", "deputy-president", "chief-chief-executive", "assistant-discipline-secretary")
    assert [office_in_words(office) for office in offices] == [
        "head of government",
        "deputy president",
        "chief executive",
        "assistant discipline secretary",
    ]
