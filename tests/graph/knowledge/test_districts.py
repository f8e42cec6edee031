"""Districts by id, name and text."""

import csv
import re
from pathlib import Path

import pytest

from graph.knowledge.districts import districts
from graph.knowledge.matching import Lang

AREAS = Path(__file__).parents[3] / "../shared/external/areas"


def ids(name: str) -> list[str]:
    return [d.id for d in districts().named(name)]


def resolved(name: str, *near: str) -> str | None:
    found = districts().resolve(name, near)
    return found.id if found else None


def surfaces(text: str, lang: Lang) -> list[str]:
    return [m.surface for m in districts().matches(text, lang)]


def test_ids_are_unique_and_made_of_the_code() -> None:
    table = list(districts())
    assert len({d.id for d in table}) == len(table)
    assert not [d.id for d in table if d.code and (not re.fullmatch(r"\d{6}", d.code) or d.id != f"d-{d.code}")]


def test_every_parent_exists_and_every_coded_unit_ends_in_a_province() -> None:
    for d in districts():
        around = districts().ancestors(d)
        assert not d.code or [d, *around][-1].id == f"d-{d.code[:2]}0000"


def test_names_that_others_bear_are_known_to_be_shared() -> None:
    allowed = {d.id for d in districts() if not d.in_region}
    for d in districts():
        for name in (*d.aliases_zh, *d.aliases_en):
            others = [o for o in districts().named(name) if o.id != d.id and o.id not in allowed]
            same = {o.stem_en for o in others} | {f for o in others for f in o.shared}
            assert not others or d.id in allowed or d.stem_en in same or name in d.shared, (d.name_zh, name)


def test_the_line_of_a_county_goes_up_to_the_province() -> None:
    assert [d.name_en for d in districts().ancestors(districts().by_id("d-131022"))] == [
        "Langfang City",
        "Hebei Province",
    ]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Gu'an County", "d-131022"),
        ("Gu’an county", "d-131022"),
        ("Guan County", "d-131022"),
        ("固安县", "d-131022"),
        ("固安", "d-131022"),
        ("the Haidian District", "d-110108"),
        ("XIONG'AN", "d-xiongan"),
        ("雄安新区", "d-xiongan"),
        ("亦庄", "d-yizhuang"),
        ("Hebei", "d-130000"),
        ("Hebei District", "d-120105"),
        ("Yi County", "d-130633"),
        ("Yixian County", "d-130633"),
        ("望都县", "d-130631"),
        ("Wangdu County", "d-130631"),
        ("Botou City", "d-130981"),
        ("任县", "d-130505"),
        ("邢台县", "d-130503"),
        ("新疆", "d-650000"),
        ("Inner Mongolia", "d-150000"),
        ("Pingquan City", "d-130881"),
    ],
)
def test_a_name_finds_its_district(name: str, id_: str) -> None:
    assert ids(name) == [id_]


@pytest.mark.parametrize("name", ["", "Atlantis", "区", "合作", "an"])
def test_other_names_find_none(name: str) -> None:
    assert ids(name) == []


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("新华区", {"d-130105", "d-130902"}),
        ("桥西区", {"d-130104", "d-130703"}),
        ("Jizhou", {"d-120119", "d-131103"}),
        ("Weixian", {"d-130434", "d-130533"}),
        ("Jingxing", {"d-130107", "d-130121"}),
    ],
)
def test_an_ambiguous_name_stays_ambiguous(name: str, candidates: set[str]) -> None:
    assert candidates <= set(ids(name))
    assert resolved(name) is None


@pytest.mark.parametrize(
    ("name", "near", "id_"),
    [
        ("桥西区", "d-130100", "d-130104"),
        ("桥西区", "d-130702", "d-130703"),
        ("新华区", "d-130900", "d-130902"),
        ("Jizhou", "d-131100", "d-131103"),
        ("桥东区", "d-130500", "d-130502"),
        ("朝阳区", "d-220100", "d-220104"),
    ],
)
def test_what_stands_near_decides(name: str, near: str, id_: str) -> None:
    assert resolved(name, near) == id_


@pytest.mark.parametrize(("name", "id_"), [("朝阳区", "d-110105"), ("和平区", "d-120101"), ("通州区", "d-110112")])
def test_inside_the_region_a_name_is_the_regions(name: str, id_: str) -> None:
    assert resolved(name) == id_


def test_near_districts_that_are_unknown_do_not_decide() -> None:
    assert resolved("新华区", "d-999999") is None


def test_former_names_carry_their_end() -> None:
    (former,) = districts().by_id("d-130505").former
    assert (former.name, former.code, former.until) == ("任县", "130526", "2020-06")


@pytest.mark.parametrize(
    "text",
    ["北京大学的学生", "天津市外国语学院", "石家庄站", "天津西站", "住在朝阳路", "海淀园", "京津铁路",
     "大兴调查研究之风", "京津冀协同发展", "黄河北岸", "双方合作", "县委书记付顺义"],
)  # fmt: skip
def test_names_of_other_things_are_no_districts_in_chinese(text: str) -> None:
    assert surfaces(text, "zh") == []


@pytest.mark.parametrize(
    "text",
    ["Peking University", "Tianjin University", "Beijing Normal University", "Chaoyang Road", "Beijing Station",
     "Beijing-Shanghai Railway", "Zhang Anping", "Beijing-Tianjin-Hebei region", "the guan of it", "a Beijinger"],
)  # fmt: skip
def test_names_of_other_things_are_no_districts_in_english(text: str) -> None:
    assert surfaces(text, "en") == []


def test_districts_are_found_in_chinese_text() -> None:
    text = "廊坊市固安县、海淀区和张家口的客人到访天津市滨海新区,新疆和田地区来函"
    assert surfaces(text, "zh") == ["廊坊市", "固安县", "海淀区", "张家口", "天津市", "滨海新区", "新疆", "和田地区"]


def test_districts_are_found_in_english_text() -> None:
    text = "Fu of Gu’an County, Langfang City, saw Chaoyang district of Beijing; Xiongan and Hebei Province sent word."
    assert surfaces(text, "en") == [
        "Gu’an County",
        "Langfang City",
        "Chaoyang district",
        "Beijing",
        "Xiongan",
        "Hebei Province",
    ]


@pytest.mark.parametrize(
    ("text", "lang", "id_"),
    [("石家庄市桥西区", "zh", "d-130104"), ("张家口市桥西区", "zh", "d-130703"),
     ("Qiaoxi District, Shijiazhuang", "en", "d-130104")],
)  # fmt: skip
def test_the_city_beside_a_name_narrows_it(text: str, lang: Lang, id_: str) -> None:
    found = [m.candidates for m in districts().matches(text, lang) if "桥西" in m.surface or "Qiaoxi" in m.surface]
    assert [[d.id for d in candidates] for candidates in found] == [[id_]]


@pytest.mark.shared
def test_every_unit_of_the_statistics_bureau_is_there() -> None:
    if not AREAS.exists():
        pytest.skip("the list of areas is only present where the project is developed")
    known = {d.code: d.name_zh for d in districts()}
    with (AREAS / "bth_areas.csv").open(encoding="utf-8") as lines:
        wanted = {r["code"]: r["name"] for r in csv.DictReader(lines) if r["code"][4] != "7"}
    assert len(wanted) > 190
    assert {c: n for c, n in wanted.items() if known.get(c) != n} == {}
    inside = {d.code for d in districts() if d.code and d.in_region and not d.code.endswith("00")}
    assert inside == set(wanted)
