import pytest

from graph.article import Article
from graph.facts import Facts, InstitutionFact
from graph.identity.known import known_rows
from graph.identity.ledger import take_in
from graph.questions import entity, find, search
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


def test_a_renamed_body_is_found_by_its_old_name_and_tells_until_when_it_bore_it(store: Store) -> None:
    said = Facts("", "zh", institutions=(InstitutionFact("天津商业大学", (), "university"),))
    take_in(store, [(Article("1.txt", "天津商业大学", origin="/in/1.txt"), said)])
    found = find(store, "天津商学院")
    assert found.id == "i-tjcu"
    assert [(f.name, f.until) for f in entity(store, found.id).former_names] == [("天津商学院", "2007")]
