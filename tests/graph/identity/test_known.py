import pytest

from graph.article import Article
from graph.facts import Facts, InstitutionFact
from graph.identity.known import known_rows
from graph.identity.ledger import take_in
from graph.questions import find, search
from graph.store import Node, Store


def _aliases(entity: str) -> object:
    return next(row for row in known_rows(entity) if isinstance(row, Node)).properties["aliases"]


def test_a_government_shows_its_short_name_and_no_pattern() -> None:
    assert _aliases("i-gov-110105") == ["朝阳区政府"]


def test_a_body_of_the_tables_shows_what_they_list() -> None:
    aliases = _aliases("i-bistu")
    assert isinstance(aliases, list)
    assert {"BISTU", "北信科"} <= {*aliases}


@pytest.mark.parametrize(
    "name", ["Government of Chaoyang District", "朝阳区政府", "Chaoyang District People's Government"]
)
def test_a_body_is_found_by_the_patterns_that_it_does_not_show(store: Store, name: str) -> None:
    said = Facts("", "zh", institutions=(InstitutionFact("朝阳区人民政府", (), "government", "i-gov-110105"),))
    take_in(store, [(Article("1.txt", "朝阳区人民政府", origin="/in/1.txt"), said)])
    assert find(store, name).id == "i-gov-110105"
    assert search(store, name).items[0].id == "i-gov-110105"
