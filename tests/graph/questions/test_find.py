import pytest

from graph.errors import Ambiguous, Gone, NotFound
from graph.questions import find
from graph.store import Store


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("林月", "p-01"),
        ("Lin Yue", "p-01"),
        ("  lin  yue ", "p-01"),
        ("LIN YUE", "p-01"),
        ("Yue Lin", "p-01"),
        ("linyue", "p-01"),
        ("Chen Li", "p-03"),
        ("Ouyang Chen", "p-08"),
        ("歐陽晨", "p-08"),
        ("Anna O’Neill", "p-04"),
        ("ＢＩＳＴＵ", "i-bistu"),
        ("Rock/Soft Co.", "i-0a"),
        ("Tongzhou", "d-110112"),
        ("d-110112", "d-110112"),
    ],
)
def test_a_name_in_any_spelling_and_an_id_find_the_entity(world: Store, name: str, id: str) -> None:
    assert find(world, name).id == id


def test_a_merged_id_finds_what_took_its_place(world: Store) -> None:
    assert find(world, "p-0old").id == "p-01"


def test_the_digest_of_any_record_is_an_id_of_its_entity(world: Store) -> None:
    assert find(world, "p-0other").id == "p-01"


def test_an_id_without_a_successor_is_gone(world: Store) -> None:
    with pytest.raises(Gone, match="p-0gone"):
        find(world, "p-0gone")


def test_a_shared_name_is_ambiguous_and_names_the_candidates(world: Store) -> None:
    with pytest.raises(Ambiguous) as caught:
        find(world, "王伟")
    assert caught.value.candidates == ("p-05", "p-06")


def test_a_shared_sound_is_ambiguous_too(world: Store) -> None:
    with pytest.raises(Ambiguous):
        find(world, "Wang Wei")


def test_the_kind_narrows_a_name(world: Store) -> None:
    with pytest.raises(NotFound, match="no institution is called 'Lin Yue'; a person is"):
        find(world, "Lin Yue", "institution")


@pytest.mark.parametrize("name", ["", " ", "nobody at all", "p-ffffffffffff", "\0", "\udc80", "%", "x" * 5000])
def test_what_nobody_is_called_is_not_found(world: Store, name: str) -> None:
    with pytest.raises(NotFound):
        find(world, name)


def test_a_misspelt_name_is_not_taken_but_offered(world: Store) -> None:
    with pytest.raises(NotFound, match="near: 高远 Gao Yuan") as caught:
        find(world, "Gao Yuang")
    assert caught.value.near == ("高远",)
