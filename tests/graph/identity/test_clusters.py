from itertools import permutations

from graph.identity.clusters import Exclusive, Judgement, Link, Verdict, clusters


def _records(names: str, **forms: str) -> dict[str, Exclusive]:
    return {n: Exclusive(f"article-{n}", frozenset(forms.get(n, "").split())) for n in names}


def _judged(left: str, right: str, verdict: Verdict, made: str = "2024-01-01T00:00:00Z") -> Judgement:
    return Judgement(made, f"j-{left}{right}{made}", left, right, verdict)


def test_links_join_in_any_order_to_the_same_clusters() -> None:
    links = [Link("a", "b", 3), Link("b", "c", 2), Link("d", "e", 2)]
    for order in permutations(links):
        assert clusters(_records("abcdef"), order) == [["a", "b", "c"], ["d", "e"], ["f"]]


def test_two_records_of_one_article_stay_apart() -> None:
    records = _records("ab") | {"c": Exclusive("article-a")}
    assert clusters(records, [Link("a", "b", 2), Link("b", "c", 3)]) == [["a"], ["b", "c"]]


def test_different_chinese_names_are_not_joined_through_a_pinyin_one() -> None:
    records = _records("abc", a="刘佳", c="刘嘉")
    assert clusters(records, [Link("a", "b", 3), Link("b", "c", 2)]) == [["a", "b"], ["c"]]


def test_different_blocks_whole_clusters() -> None:
    links = [Link("a", "b", 5), Link("c", "d", 5), Link("b", "c", 2)]
    assert clusters(_records("abcd"), links, [_judged("a", "d", "different")]) == [["a", "b"], ["c", "d"]]


def test_same_wins_over_every_rule() -> None:
    records = _records("abc", a="刘佳", c="刘嘉")
    assert clusters(records, [], [_judged("a", "c", "same")]) == [["a", "c"], ["b"]]


def test_unsure_decides_nothing() -> None:
    assert clusters(_records("ab"), [Link("a", "b", 2)], [_judged("a", "b", "unsure")]) == [["a", "b"]]


def test_the_latest_judgement_of_a_pair_counts() -> None:
    judgements = [
        _judged("a", "b", "same", "2024-02-01T00:00:00Z"),
        _judged("b", "a", "different", "2024-01-01T00:00:00Z"),
    ]
    assert clusters(_records("ab"), [], judgements) == [["a", "b"]]


def test_a_judgement_on_a_record_that_is_not_here_is_left_alone() -> None:
    assert clusters(_records("a"), [], [_judged("a", "gone", "same")]) == [["a"]]


def test_what_joined_a_cluster_is_told_once_for_each_join() -> None:
    judged = _judged("a", "d", "same")
    links = [Link("a", "b", 3, ("one post",)), Link("b", "c", 2), Link("a", "c", 1)]
    joins: list[Link | Judgement] = []
    assert clusters(_records("abcd"), links, [judged], joins) == [["a", "b", "c", "d"]]
    assert joins == [judged, *links[:2]]


def _called(*records: tuple[str, str, str], forms: bool = True) -> dict[str, Exclusive]:
    return {id: Exclusive(article, frozenset([name] if forms else ()), name) for id, article, name in records}


def test_two_names_of_one_article_that_are_judged_the_same_are_one_in_every_other_article_too() -> None:
    records = _called(
        ("a1", "1", "李晓明"),
        ("b1", "1", "李小明"),
        ("a2", "2", "李晓明"),
        ("b2", "2", "李小明"),
        ("c2", "2", "李哓明"),
    )
    links = [Link("a1", "a2", 3), Link("b1", "b2", 3)]
    assert clusters(records, links) == [["a1", "a2"], ["b1", "b2"], ["c2"]]
    assert clusters(records, links, [_judged("a1", "b1", "same")]) == [["a1", "a2", "b1", "b2"], ["c2"]]
    also = [_judged("a1", "b1", "same"), _judged("b1", "c2", "same")]
    assert clusters(records, links, also) == [["a1", "a2", "b1", "b2", "c2"]]


def test_a_third_name_of_an_article_stays_apart_from_two_that_are_judged_the_same() -> None:
    records = _called(("a1", "1", "A"), ("b1", "1", "B"), ("a2", "2", "A"), ("c2", "2", "C"), forms=False)
    links = [Link("a1", "a2", 3), Link("b1", "c2", 2)]
    assert clusters(records, links, [_judged("a1", "b1", "same")]) == [["a1", "a2", "b1"], ["c2"]]


def test_different_parts_two_names_of_another_article_that_were_judged_the_same_in_one() -> None:
    records = _called(("a1", "1", "A"), ("b1", "1", "B"), ("a2", "2", "A"), ("b2", "2", "B"), forms=False)
    links = [Link("a1", "a2", 3), Link("b1", "b2", 2)]
    judged = [_judged("a1", "b1", "same"), _judged("a2", "b2", "different")]
    assert clusters(records, links, judged) == [["a1", "a2", "b1"], ["b2"]]


def test_events_that_one_article_has_as_two_and_a_person_as_one_are_one_in_every_other_article_too() -> None:
    records = {id: Exclusive(id[1]) for id in ("a1", "b1", "a2", "b2")}
    links = [Link("a1", "a2", 3), Link("b1", "b2", 3)]
    assert clusters(records, links) == [["a1", "a2"], ["b1", "b2"]]
    assert clusters(records, links, [_judged("a1", "b1", "same")]) == [["a1", "a2", "b1", "b2"]]
    assert clusters(records, links, [_judged("a1", "b2", "same")]) == [["a1", "b2"], ["a2"], ["b1"]]
