import pytest

from graph.errors import NotFound
from graph.questions import entity
from graph.store import Store


def test_a_person_has_posts_and_counts(world: Store) -> None:
    found = entity(world, "p-01")
    assert [(p.title, p.body.id, p.earliest, p.latest) for p in found.posts] == [
        ("区长", "d-110112", "2024-04-20", "2024-04-21")
    ]
    counts = found.counts
    assert (counts.met, counts.meetings, counts.agreements, counts.posts, counts.articles) == (2, 2, 1, 1, 2)


def test_an_institution_has_its_type_and_places(world: Store) -> None:
    found = entity(world, "i-0a")
    assert (found.type, found.level, [d.id for d in found.located_in]) == ("company", None, ["d-110112"])


def test_a_district_has_its_level_and_what_it_is_part_of_but_not_its_parts(world: Store) -> None:
    assert [d.id for d in entity(world, "d-110112").part_of] == ["d-110000"]
    assert entity(world, "d-110000").part_of == ()
    assert entity(world, "d-110112").level == "district"


def test_somebody_of_whom_nothing_is_known_counts_nothing(world: Store) -> None:
    counts = entity(world, "p-06").counts
    assert (counts.met, counts.meetings, counts.agreements, counts.posts, counts.articles) == (0, 0, 0, 0, 0)


def test_an_unknown_id_is_not_found(world: Store) -> None:
    with pytest.raises(NotFound):
        entity(world, "p-ff")


def test_a_post_shows_the_sentence_that_it_stands_in(world: Store) -> None:
    (post,) = entity(world, "p-01").posts
    assert post.evidence is not None
    assert (post.evidence.start, post.evidence.end, post.evidence.article.id) == (0, 32, "a-02")
    assert [p.evidence for p in entity(world, "p-02").posts] == [None]


@pytest.mark.parametrize("id", ["d-110112", "i-gov-110112", "i-party-110112"])
def test_counts_are_of_what_the_lists_of_meetings_and_agreements_tell(governed: Store, id: str) -> None:
    counts = entity(governed, id).counts
    assert (counts.meetings, counts.agreements) == (1, 2)
