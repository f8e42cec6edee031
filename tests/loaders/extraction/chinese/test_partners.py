from collections.abc import Callable

import pytest

from graph.article import Article
from graph.facts import Facts
from loaders.extraction import extract

Read = Callable[..., Facts]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("5月6日，云岭股份与青禾传媒签署战略合作协议。", {"云岭股份", "青禾传媒"}),
        ("近日，公司控股子公司云岭环境（000001.SZ）与北京大学在京签订合作协议。", {"云岭环境", "北京大学"}),
    ],
)
def test_a_firm_is_told_by_its_trade_beside_a_signing(text: str, parties: set[str]) -> None:
    [agreement] = extract(Article("a.txt", text)).agreements
    assert set(agreement.parties) == parties


@pytest.mark.parametrize(
    "text",
    [
        "5月6日，符春燕与科瓦奇签署补充协议。",
        "5月6日，双方与有关企业签署合作协议。",
        "云岭股份与青禾传媒都看好这一行。",
    ],
)
def test_a_person_or_a_word_for_anybody_is_no_firm(text: str) -> None:
    assert [i.name for i in extract(Article("a.txt", text)).institutions] == []


@pytest.mark.parametrize("run", ["8" * 80, "在" * 80, "于今" * 40])
def test_a_long_run_behind_a_name_is_not_read_in_every_way_to_cut_it(run: str) -> None:
    """It ends at all: by a pattern that tries each cut, 80 digits last longer than anybody waits."""
    text = f"滨海甲区{run}区与京东方签署合作协议。"
    assert extract(Article("a.txt", text)).persons == ()


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("发布会上，晨曦传媒与京东数科举行了战略合作签约仪式。", ("晨曦传媒", "京东数科")),
        ("4日，公司控股子公司安宁环境与内蒙古晨曦化工有限公司签署合同。", ("安宁环境", "内蒙古晨曦化工有限公司")),
        ("近日，特瑞宝与北京晨曦科技有限公司签署采购合同。", ("特瑞宝", "北京晨曦科技有限公司")),
        ("首钢集团与国家电网公司达成战略合作。", ("首钢集团", "国家电网公司")),
    ],
)
def test_a_brand_signs_with_a_body_that_is_known(read: Read, sentence: str, parties: tuple[str, ...]) -> None:
    (agreement,) = read("公告", sentence).agreements
    assert {p for p in agreement.parties if p in parties} == set(agreement.parties)
    assert len(agreement.parties) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "近日，专家组与北京晨曦科技有限公司签署保密协议。",
        "近日，局长任勇和北京晨曦科技有限公司签署协议。",
        "首钢集团与国家电网公司达成合作共识。",
        "首钢集团希望与更多企业达成深度合作。",
    ],
)
def test_who_signs_with_a_body_is_not_always_a_firm(read: Read, sentence: str) -> None:
    assert not [a for a in read("公告", sentence).agreements if a.status == "signed"]


def test_two_whose_heads_came_to_a_ceremony_are_its_parties(read: Read) -> None:
    (agreement,) = read("签约", "签约仪式在京举行，首钢集团董事长丁宏、国家电网公司总经理郑用参加了仪式。").agreements
    assert len(agreement.parties) == 2
