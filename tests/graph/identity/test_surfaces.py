from graph.article import Article
from graph.facts import DistrictFact, Facts, InstitutionFact
from graph.identity.ledger import take_in, take_out
from graph.identity.rebuild import rebuild
from graph.identity.surfaces import surface_keys
from graph.questions import find
from graph.store import Store

MISSPELT = "Beijing Institute of Technolgy"


def _article(n: int, *names: str) -> tuple[Article, Facts]:
    bodies = tuple(InstitutionFact(name, (), "university") for name in names)
    return Article(f"{n}.txt", f"{n}", origin=f"/{n}.txt"), Facts("", "en", institutions=bodies)


def _aliases(store: Store, entity: str) -> set[str]:
    [row] = store.read("entities", ids=[entity])
    aliases = row["aliases"]
    assert isinstance(aliases, list)
    return {str(a) for a in aliases}


def test_only_what_the_tables_do_not_list_is_a_surface() -> None:
    names = ("Beijing Institute of Technology", "BIT", "北京理工大學", "学校", "河北工业大学", MISSPELT)
    assert surface_keys("i-bit", names) == (f"s:i-bit|{MISSPELT}",)
    assert surface_keys("d-110105", ("朝阳区", "Chaoyang", "Chaoyang Dist.")) == ("s:d-110105|Chaoyang Dist.",)


def test_a_surface_is_an_alias_as_long_as_an_article_uses_it(store: Store) -> None:
    take_in(store, [_article(1, "Beijing Institute of Technology")])
    assert MISSPELT not in _aliases(store, "i-bit")
    first, second = _article(2, MISSPELT), _article(3, MISSPELT)
    take_in(store, [first])
    take_in(store, [second])
    assert MISSPELT in _aliases(store, "i-bit")
    assert find(store, MISSPELT).id == "i-bit"
    take_out(store, first[0].id)
    assert MISSPELT in _aliases(store, "i-bit")
    take_out(store, second[0].id)
    assert MISSPELT not in _aliases(store, "i-bit")
    assert "BIT" in _aliases(store, "i-bit")


def test_a_surface_that_comes_with_the_body_goes_with_it_and_a_rebuild_changes_nothing(store: Store) -> None:
    come = _article(1, MISSPELT)
    take_in(store, [come, _article(2, "Nankai University")])
    assert MISSPELT in _aliases(store, "i-bit")
    assert rebuild(store).put == 0
    take_out(store, come[0].id)
    assert store.read("entities", ids=["i-bit"]) == []


def test_a_short_name_that_only_its_article_explains_is_no_alias(store: Store) -> None:
    take_in(store, [_article(1, "天津理工大学", "理工大学")])
    assert "理工大学" not in _aliases(store, "i-tjut")


def test_districts_have_surfaces_too(store: Store) -> None:
    said = Facts("", "en", districts=(DistrictFact("Chaoyang Dist.", code="110105"),))
    take_in(store, [(Article("1.txt", "1", origin="/1.txt"), said)])
    assert "Chaoyang Dist." in _aliases(store, "d-110105")
