from random import Random

import pytest
from rapidfuzz import fuzz

from graph.errors import InvalidQuestion, NotFound
from graph.questions import find, search
from graph.questions.answers import Entity, Hit
from graph.questions.forms import Forms
from graph.store import Change, Node, Store, Value


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("林月", "p-01"),
        ("lin", "p-01"),
        ("gaoyuan", "p-02"),
        ("Gao Yuang", "p-02"),
        ("ouyang", "p-08"),
        ("BISTU", "i-bistu"),
        ("bisut", "i-bistu"),
        ("北信科", "i-bistu"),
        ("beijing xinxi", "i-bistu"),
        ("science technology university", "i-bistu"),
        ("理工", "i-bit"),
        ("北京", "d-110000"),
        ("Beijing", "d-110000"),
        ("oneill", "p-04"),
        ("ly", "p-01"),
        ("bjxx", "i-bistu"),
    ],
)
def test_names_aliases_pinyin_acronyms_parts_and_misspellings_are_found(world: Store, text: str, first: str) -> None:
    assert search(world, text).items[0].id == first


def test_a_name_scores_higher_than_an_alias_and_that_than_a_part(world: Store) -> None:
    name, alias, part = (search(world, text).items[0].score for text in ("Lin Yue", "BISTU", "bist"))
    assert 1 == name > alias > part > 0


def test_a_hit_tells_the_name_that_matched(world: Store) -> None:
    assert search(world, "bistu").items[0].matched == "BISTU"


def test_two_letters_find_what_a_word_begins_with_and_no_more(world: Store) -> None:
    assert [hit.id for hit in search(world, "ga").items] == ["p-02"]
    assert {hit.id for hit in search(world, "yu").items} == {"p-01", "p-02"}
    assert search(world, "jx").items == ()


def test_initials_find_a_person_but_do_not_stand_for_one(world: Store) -> None:
    assert search(world, "ly").items[0].matched == "林月"
    with pytest.raises(NotFound):
        find(world, "ly")


def test_the_kind_narrows_a_search(world: Store) -> None:
    assert {hit.kind for hit in search(world, "beijing", kind="institution").items} == {"institution"}


def test_pages_put_together_are_the_whole_list(world: Store) -> None:
    whole, cursor = search(world, "beijing"), None
    pieces: list[Hit] = []
    while True:
        page = search(world, "beijing", limit=1, cursor=cursor)
        pieces += page.items
        if (cursor := page.next) is None:
            break
    assert len(pieces) == 4
    assert tuple(pieces) == whole.items


def test_the_index_follows_the_store(world: Store) -> None:
    assert not search(world, "Nora Berg").items
    with world.write() as transaction:
        name: dict[str, Value] = {"name": "Nora Berg", "name_zh": None, "name_en": "Nora Berg", "aliases": []}
        transaction.apply(Change(put_nodes=[Node("Person", {"id": "p-99", **name})]))
    assert [hit.id for hit in search(world, "Nora Berg").items] == ["p-99"]


@pytest.mark.parametrize("text", ["", "  ", "x" * 201])
def test_a_query_without_a_name_in_it_has_no_meaning(world: Store, text: str) -> None:
    with pytest.raises(InvalidQuestion):
        search(world, text)


@pytest.mark.parametrize("text", ["!!", "\0", "\udc80", "·", "ﷺ"])
def test_what_cannot_be_a_name_finds_nothing(world: Store, text: str) -> None:
    assert search(world, text).items == ()


def test_the_same_misspelt_names_are_found_as_by_comparing_each() -> None:
    draw = Random(7)
    words = {"".join(draw.choices("abcdeg北王 ", k=draw.randrange(3, 12))).strip() for _ in range(400)}
    entities = [
        Entity(id=f"i-{at}", kind="institution", name=word, name_zh=None, name_en=None, aliases=())
        for at, word in enumerate(sorted(filter(None, words)))
    ]
    forms = Forms({entity.id: entity for entity in entities})
    for word in sorted(words)[:100]:
        wanted = draw.choice("xab") + word[1:]
        found = {forms.keys[number] for number in forms.near(wanted)}
        assert {key for key in forms.keys if fuzz.ratio(wanted, key) >= 80} <= found
