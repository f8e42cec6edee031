import pytest

from graph.errors import QueryRefused
from graph.store import Value
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


@pytest.mark.parametrize("dialect", ["ladybug", "neo4j"])
def test_parameters_that_are_given_and_not_named_are_told(dialect: Dialect) -> None:
    text = "MATCH (p:Person) WHERE p.name = $name AND p.id <> '$text' RETURN p // $remark"
    given: dict[str, Value] = {"text": 1, "name": "林月", "remark": None, "名字": 1}
    assert check(text, dialect, given).unused == ("remark", "text", "名字")
    assert check(text, dialect, {"name": "林月"}).unused == ()
    assert check("RETURN 1", dialect).unused == ()


def test_a_dollar_sign_elsewhere_is_no_parameter() -> None:
    check("MATCH (n:$any(['Person'])) WHERE n.name = '$n' RETURN n.`$n` // $n", "neo4j", {})
