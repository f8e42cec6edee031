from graph.facts import DistrictFact, InstitutionFact, InstitutionType
from graph.identity.institution_keys import anchor, body_keys, known_district, known_institution, known_unit, unit_among
from graph.identity.records import Anchor


def _keys(
    name: str, kind: InstitutionType = "other", parent: Anchor | None = None, district: str | None = None
) -> set[str]:
    return set(body_keys(InstitutionFact(name, (), kind), parent, district))


def test_a_body_of_the_tables_is_known_in_both_languages() -> None:
    names = ("北京信息科技大学", "BISTU", "Beijing Information Science and Technology University", "北京資訊科技大學")
    found = {n: known_institution(InstitutionFact(n, (), "university")) for n in names[:3]}
    assert {i.id for i in found.values() if i} == {"i-bistu"}


def test_an_alias_that_fits_only_one_body_tells_it() -> None:
    found = known_institution(InstitutionFact("本校", ("北京工业大学",), "university"))
    assert found is not None
    assert found.id == "i-bjut"


def test_a_bare_government_is_that_of_the_district_beside_it() -> None:
    found = known_institution(InstitutionFact("区政府", (), "government"), "d-110105")
    assert found is not None
    assert found.id == "i-gov-110105"


def test_a_government_and_its_party_committee_act_for_one_district() -> None:
    for name in ("朝阳区人民政府", "朝阳区委"):
        known = known_institution(InstitutionFact(name), "d-110105")
        assert anchor(known, "", None, None) == Anchor("d-110105")


def test_the_legal_form_of_a_company_does_not_tell() -> None:
    assert (
        _keys("晨光微纳有限公司", "company")
        == _keys("晨光微纳股份有限公司", "company")
        != _keys("晨光生物有限公司", "company")
    )
    assert _keys("Dawn Micro Co., Ltd.", "company") == _keys("Dawn Micro", "company")


def test_the_order_of_an_english_name_does_not_tell() -> None:
    assert _keys("Bureau of Statues of Hengshui City") == _keys("Hengshui Municipal Statues Bureau") != set()


def test_a_unit_is_told_by_its_parent_only() -> None:
    bistu, hebut = Anchor("i-bistu"), Anchor("i-hebut")
    assert _keys("对外联络办公室") == set()
    assert _keys("对外联络办公室", parent=bistu) == {"i:i-bistu|对外联络办公室"}
    assert _keys("对外联络办公室", parent=bistu).isdisjoint(_keys("对外联络办公室", parent=hebut))


def test_a_unit_named_after_its_parent_is_the_unit_of_that_parent() -> None:
    assert _keys("北京信息科技大学对外联络办公室") == _keys("对外联络办公室", parent=Anchor("i-bistu"))


def test_a_unit_of_the_tables_is_known_by_its_parent_and_what_is_left_of_its_name() -> None:
    for name in ("廊坊分校", "Langfang branch"):
        found = known_unit(_keys(name, parent=Anchor("i-hebut")))
        assert found is not None
        assert found.id == "i-hebut-langfang"
    assert known_unit(_keys("Langfang branch", parent=Anchor("i-nankai"))) is None


def test_a_unit_without_its_parent_is_that_of_a_body_beside_it() -> None:
    found = unit_among("Langfang branch", ["i-nankai", "i-hebut"])
    assert found is not None
    assert found.id == "i-hebut-langfang"
    assert unit_among("Langfang branch", ["i-nankai"]) is None


def test_a_bureau_is_that_of_its_district_with_or_without_its_name() -> None:
    assert _keys("朝阳区雕塑办", "government") == _keys("雕塑办", "government", district="d-110105") != set()


def test_a_word_that_stands_for_any_body_is_no_key() -> None:
    assert _keys("学校", "university") == _keys("the University", "university") == _keys("公司", "company") == set()


def test_a_district_is_known_by_code_by_name_or_by_what_stands_beside_it() -> None:
    assert getattr(known_district(DistrictFact("somewhere", code="131022")), "id", None) == "d-131022"
    assert getattr(known_district(DistrictFact("朝陽區")), "id", None) == "d-110105"
    assert known_district(DistrictFact("新华区")) is None
    assert getattr(known_district(DistrictFact("新华区"), ["d-130900"]), "id", None) == "d-130902"
