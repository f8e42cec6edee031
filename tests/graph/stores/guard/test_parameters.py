import pytest

from graph.errors import QueryRefused
from graph.stores.guard import check
from graph.stores.queries import Dialect


@pytest.mark.parametrize("dialect", ["ladybug", "neo4j"])
@pytest.mark.parametrize("name", ["n", "名字", "`two words`", "1"])
def test_a_parameter_needs_a_value_once_any_could_be_given(dialect: Dialect, name: str) -> None:
    text = f"MATCH (p:Person) WHERE p.name = ${name} RETURN p"
    for given in ({}, {"other": 1}):
        with pytest.raises(QueryRefused, match=r"^\$.* has no value$"):
            check(text, dialect, given)
    check(text, dialect, {name.strip("`"): None})
    check(text, dialect)


def test_a_dollar_sign_elsewhere_is_no_parameter() -> None:
    check("MATCH (n:$any(['Person'])) WHERE n.name = '$n' RETURN n.`$n` // $n", "neo4j", {})
