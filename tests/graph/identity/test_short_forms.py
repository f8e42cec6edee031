from graph.facts import InstitutionFact
from graph.identity.short_forms import longer_forms


def _longer(*names: str) -> dict[str, str]:
    return longer_forms({name: InstitutionFact(name) for name in names})


def test_the_end_of_one_longer_name_stands_for_it() -> None:
    assert _longer("天津理工大学", "理工大学", "滨海新区科技局") == {"理工大学": "天津理工大学"}


def test_the_end_of_two_longer_names_stands_for_neither() -> None:
    assert _longer("北京工业大学", "河北工业大学", "工业大学") == {}


def test_a_word_for_a_sort_of_body_stands_for_none() -> None:
    assert _longer("南开大学", "大学") == {}


def test_an_english_branch_stands_for_that_of_its_parent() -> None:
    assert _longer("Cangzhou Branch of Hebei Bank", "Cangzhou Branch") == {
        "Cangzhou Branch": "Cangzhou Branch of Hebei Bank"
    }


def test_a_shorter_english_name_is_another_body_where_nothing_says_whose() -> None:
    assert _longer("Tianjin Chengjian University", "Chengjian University", "Hebei Water", "Hebei Water Group") == {}
