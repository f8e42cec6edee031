"""Known names found in running text."""

from graph.knowledge.matching import Lang, Matcher


def found(names: dict[str, list[int]], text: str, lang: Lang, vetoes: list[tuple[str, str]] | None = None) -> list[str]:
    return [m.surface for m in Matcher(names, lang, vetoes=vetoes or ()).matches(text)]


def test_the_longest_name_at_a_place_wins() -> None:
    assert found({"北京": [1], "北京大学": [2], "大学生": [3]}, "在北京大学生活", "zh") == ["北京大学"]


def test_english_names_match_at_word_borders_only() -> None:
    assert found({"Beijing": [1]}, "Beijinger, Beijing's, (Beijing) and SubBeijing", "en") == ["Beijing", "Beijing"]


def test_case_kind_of_space_and_apostrophe_do_not_matter_in_english() -> None:
    text = "GU’AN COUNTY and Gu'an\u00a0county"
    assert found({"Gu'an County": [1]}, text, "en") == ["GU’AN COUNTY", "Gu'an\u00a0county"]


def test_an_acronym_matches_only_in_capitals() -> None:
    assert found({"BIT": [1]}, "a bit of BIT, Bit by bit", "en") == ["BIT"]


def test_a_name_may_border_on_chinese_characters() -> None:
    assert found({"BISTU": [1]}, "与BISTU合作", "en") == ["BISTU"]


def test_offsets_hold_where_lower_case_is_longer_than_upper_case() -> None:
    (match,) = Matcher({"Beijing": [1]}, "en").matches("İİ Beijing")
    assert "İİ Beijing"[match.start : match.end] == match.surface == "Beijing"


def test_a_veto_takes_the_whole_place_out() -> None:
    names = {"石家庄": [1], "家庄": [2]}
    assert found(names, "石家庄站、石家庄", "zh", [("", "站")]) == ["石家庄"]


def test_a_veto_can_look_at_what_stands_before() -> None:
    assert found({"河北": [1]}, "黄河北岸与河北", "zh", [("黄", "岸")]) == ["河北"]


def test_a_name_of_several_bodies_keeps_them_all() -> None:
    (match,) = Matcher({"新华区": [1, 2]}, "zh").matches("新华区")
    assert match.candidates == (1, 2)


def test_no_names_no_matches() -> None:
    assert found({}, "北京", "zh") == []
