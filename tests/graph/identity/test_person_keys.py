import pytest

from graph.identity.person_keys import full_names, person_keys


def _meet(a: str, b: str) -> bool:
    return bool(set(person_keys([a]).keys) & set(person_keys([b]).keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("解江凌", "Xie Jiangling"),  # the surname's reading, not the commonest of the character
        ("单伟", "Shan Wei"),
        ("欧阳修远", "Ouyang Xiuyuan"),
        ("欧阳修远", "Ou Yang Xiuyuan"),
        ("刘慧福", "Liu Hui Fu"),
        ("Liu Huifu", "Liu Hui-fu"),
        ("吕军", "Lü Jun"),
        ("吕军", "Lyu Jun"),
        ("吕军", "Lu Jun"),
        ("冯强", "FENG Qiang"),
        ("罗坤", "Kun Luo"),
        ("吳小杰", "吴小杰"),
        ("曾乐", "Zeng Yue"),  # another reading of the given name
        ("Turo Kilpeläinen", "Kilpelainen Turo"),
        ("艾尔肯·吐尼亚孜", "艾爾肯·吐尼亞孜"),
        ("王安安", "Wang An'an"),
        ("王晨宇", "Wang Chenyu"),  # n ends the first syllable: no nü
        ("晓绿", "Xiao Lyu"),
        ("员军", "Yun Jun"),  # no surname of the table, for it is too common a word
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert _meet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("解江凌", "Jie Jianglin"), ("郭福", "Guo Hu"), ("吴小杰", "Wu Xiaojin"), ("Matti Saksa", "Juha Saksa")],
)
def test_names_that_are_read_otherwise_share_none(one: str, other: str) -> None:
    assert not _meet(one, other)


def test_a_given_name_of_one_syllable_is_common() -> None:
    assert person_keys(["王伟"]).common
    assert not person_keys(["解江凌"]).common


def test_a_shouted_surname_is_the_surname_where_both_words_could_be() -> None:
    assert person_keys(["Lin WANG"]).primary == "p:wang.lin"
    assert person_keys(["Wang Lin"]).primary == "p:wang.lin"


def test_only_full_names_stand_for_a_person() -> None:
    assert full_names(["吴小杰", "吳小杰", "吴区长", "Wu Xiaojie", "小杰"]) == ("吴小杰", "吳小杰", "Wu Xiaojie")
    assert full_names(["Zhang Jun", "Zhang", "Secretary Zhang", "张军"]) == ("Zhang Jun", "张军")
    assert full_names(["Turo Kilpelainen", "President Aining", "Tuluo Aining"]) == ("Turo Kilpelainen", "Tuluo Aining")


def test_a_name_of_nothing_but_signs_has_no_key() -> None:
    assert person_keys(["···"]).keys == ()
