from graph.facts import PersonFact
from graph.identity.person_evidence import Distinct, assess
from graph.identity.person_keys import person_keys
from graph.identity.records import Anchor, PersonContext, Record


def _named(name: str, *bodies: str) -> Record:
    context = PersonContext(person_keys([name]), (), tuple(Anchor(b) for b in bodies))
    return Record(f"r-{name}", "person", f"a-{name}", "zh", None, PersonFact(name), context)


def test_a_name_and_a_body_merge_with_both_as_reasons() -> None:
    found = assess(_named("解江凌", "i-bistu"), _named("XIE Jiang-ling", "i-bistu"))
    assert found.outcome == "merge"
    assert found.reasons == (
        "both read xie jiangling",
        "both belong to Beijing Information Science and Technology University",
    )


def test_a_name_alone_is_a_candidate_and_says_so() -> None:
    found = assess(_named("解江凌", "i-bistu"), _named("Xie Jiangling", "i-hebut"))
    assert (found.outcome, found.reasons[-1]) == ("candidate", "nothing but the name says so")


def test_a_name_that_many_bear_is_a_candidate_at_one_body_too() -> None:
    found = assess(_named("王伟", "i-bistu"), _named("Wang Wei", "i-bistu"))
    assert (found.outcome, found.reasons[-1]) == ("candidate", "many people bear this name")


def test_characters_that_differ_are_distinct_whatever_else_is_shared() -> None:
    found = assess(_named("王伟", "i-bistu"), _named("王玮", "i-bistu"))
    assert isinstance(found, Distinct)
    assert found.reasons == ("their characters differ: 王伟, 王玮",)


def test_names_without_a_common_reading_are_distinct() -> None:
    found = assess(_named("解江凌", "i-bistu"), _named("Xi Jiangling", "i-bistu"))
    assert found.outcome == "distinct"
    assert found.reasons[0].startswith("no reading of one name is one of the other: ")


def test_an_apostrophe_tells_two_syllables_from_one() -> None:
    assert assess(_named("李先"), _named("Li Xi'an")).outcome == "distinct"
    assert assess(_named("李先"), _named("Li Xian")).outcome == "candidate"
    assert assess(_named("Li Xi'an"), _named("Li Xian")).outcome == "candidate"
