"""Whose article it is, where only the imprint tells it."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]


def body_of(facts: Facts, name: str) -> str | None:
    return next(p.roles[0].institution for p in facts.persons if p.name == name)


@pytest.mark.parametrize(
    ("imprint", "owner"),
    [
        ("版权所有：天津滨江职业技术学院　津ICP备00000000号", "天津滨江职业技术学院"),
        ("版权所有 © 2023 天津云山职业学院", "天津云山职业学院"),
        ("Copyright © 2022 沧州海盐职业技术学院 All Rights Reserved", "沧州海盐职业技术学院"),
    ],
)
def test_the_imprint_tells_whose_article_it_is(read: Read, imprint: str, owner: str) -> None:
    facts = read(
        "云海集团来校洽谈",
        "11月21日，云海集团有限公司副总经理付存亮来到我校洽谈。教务处处长荆辉接待了客人。",
        imprint,
    )
    assert body_of(facts, "付存亮") == "云海集团有限公司"
    assert body_of(facts, "荆辉") == owner


def test_who_made_the_page_is_not_who_tells_the_article(read: Read) -> None:
    facts = read(
        "云海集团到访燕山大学",
        "11月21日，云海集团有限公司副总经理付存亮到访燕山大学。燕山大学教务处处长荆辉接待了客人。",
        "技术支持：天津滨江职业技术学院",
    )
    assert body_of(facts, "荆辉") == "燕山大学"
    assert "天津滨江职业技术学院" not in {i.name for i in facts.institutions}
