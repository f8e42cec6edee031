import pytest

from graph.article import Article
from loaders.extraction import extract


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
