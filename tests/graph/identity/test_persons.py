from dataclasses import replace

from graph.facts import PersonFact
from graph.identity.person_evidence import compare
from graph.identity.persons import links
from graph.identity.records import Anchor, AttendedDay, HeldPost, PersonContext, PersonKeys, Record

BISTU = Anchor("i-bistu", "d-110108")


def _person(
    id_: str,
    key: str,
    *,
    han: str = "",
    at: tuple[Anchor, ...] = (),
    title: str | None = None,
    day: str | None = None,
    company: tuple[str, ...] = (),
    common: bool = False,
    given: int = 2,
    article: str | None = None,
    near: tuple[str, ...] = (),
) -> Record:
    names = PersonKeys((f"p:{key}",), f"p:{key}", (han,) if han else (), ((given,),), common)
    posts = (HeldPost(title, None, at[0] if at else None, (title,)),) if title else ()
    days = (AttendedDay(day, ("d-110105",)),) if day else ()
    blocks = tuple(f"p:{key}|{a.exact}" for a in at) or (f"p:{key}|any",)
    context = PersonContext(names, posts, at, days, company, near)
    return Record(f"r-{id_}", "person", article or f"a-{id_}", "zh", None, PersonFact(han or key), context, blocks)


def _merges(a: Record, b: Record) -> bool:
    found = compare(a, b)
    return found is not None and found.merges


def test_a_name_alone_never_joins() -> None:
    assert not _merges(_person("a", "xie.jiangling", han="解江凌"), _person("b", "xie.jiangling", han="解江凌"))
    assert not _merges(_person("a", "xie.jiangling", han="解江凌"), _person("b", "xie.jiangling"))


def test_a_key_and_an_institution_join_across_scripts() -> None:
    assert _merges(_person("a", "xie.jiangling", han="解江凌", at=(BISTU,)), _person("b", "xie.jiangling", at=(BISTU,)))


def test_a_common_name_needs_more_than_an_institution() -> None:
    a = _person("a", "wang.wei", han="王伟", at=(BISTU,), title="dean", common=True, given=1)
    assert not _merges(a, _person("b", "wang.wei", at=(BISTU,), common=True, given=1))
    assert _merges(a, _person("b", "wang.wei", at=(BISTU,), title="dean", common=True, given=1))


def test_one_name_at_unrelated_institutions_stays_two_people() -> None:
    other = Anchor("i-hebut", "d-120106")
    assert not _merges(
        _person("a", "xie.jiangling", han="解江凌", at=(BISTU,)),
        _person("b", "xie.jiangling", han="解江凌", at=(other,)),
    )


def test_characters_that_differ_are_two_people() -> None:
    assert (
        compare(_person("a", "liu.jia", han="刘佳", at=(BISTU,)), _person("b", "liu.jia", han="刘嘉", at=(BISTU,)))
        is None
    )


def test_the_number_of_syllables_of_the_given_name_must_fit() -> None:
    assert compare(_person("a", "li.xian", han="李先", given=1), _person("b", "li.xian", given=2)) is None


def test_a_shared_event_joins() -> None:
    a, b = _person("a", "wu.xiaojie", day="2024-04-19"), _person("b", "wu.xiaojie", han="吴小杰", day="2024-04-19")
    assert _merges(a, b)
    assert not _merges(a, _person("c", "wu.xiaojie", day="2023-04-19"))


def test_company_joins_when_two_are_shared() -> None:
    company = ("p:he.xiaolan", "p:tao.mingde")
    assert _merges(_person("a", "wu.xiaojie", company=company), _person("b", "wu.xiaojie", company=company))
    assert not _merges(_person("a", "wu.xiaojie", company=company[:1]), _person("b", "wu.xiaojie", company=company))


def test_one_companion_is_enough_for_a_name_that_few_can_share() -> None:
    company = ("p:he.xiaolan",)
    a, b = (_person(i, "", company=company) for i in "ab")
    names = PersonKeys(("x:juha saksa",), "x:juha saksa", (), ((),))
    rare = [replace(r, context=PersonContext(names, companions=company)) for r in (a, b)]
    assert _merges(*rare)


def test_whoever_came_with_a_body_may_belong_to_it_and_needs_a_companion_or_a_title_more() -> None:
    a = _person("a", "meng.lianhua", han="孟连华", at=(BISTU,), company=("p:xie.jiangling",), title="dean")
    came = _person("b", "meng.lianhua", near=("i-bistu", "i-cas"))
    assert not _merges(a, came)
    with_another = _person("b", "meng.lianhua", near=("i-bistu", "i-cas"), company=("p:xie.jiangling",))
    assert _merges(a, with_another)
    assert _merges(a, _person("b", "meng.lianhua", near=("i-bistu", "i-cas"), title="dean"))


def test_two_bodies_of_a_district_and_one_companion_make_no_one_person() -> None:
    a = _person("a", "meng.lianhua", at=(BISTU,), company=("p:xie.jiangling",))
    assert not _merges(a, _person("b", "meng.lianhua", at=(Anchor("i-bit", "d-110108"),), company=("p:xie.jiangling",)))


def test_a_pinyin_name_that_two_people_of_one_place_bear_is_joined_with_neither() -> None:
    records = [
        _person("a", "liu.jiaqi", han="刘佳琪", at=(BISTU,)),
        _person("b", "liu.jiaqi", han="刘嘉奇", at=(BISTU,)),
        _person("c", "liu.jiaqi", at=(BISTU,)),
    ]
    assert links(records) == []


def test_a_title_tells_which_of_two_people_a_pinyin_name_means() -> None:
    records = [
        _person("a", "liu.jiaqi", han="刘佳琪", at=(BISTU,), title="dean", day="2024-04-19"),
        _person("b", "liu.jiaqi", han="刘嘉奇", at=(BISTU,), title="lecturer"),
        _person("c", "liu.jiaqi", at=(BISTU,), title="dean", day="2024-04-19"),
    ]
    assert [(k.left, k.right) for k in links(records)] == [("r-a", "r-c")]


def test_a_tie_at_one_place_does_not_depend_on_other_names_in_the_batch() -> None:
    two = [
        _person("a", "he.lanying", han="何兰英", at=(BISTU,)),
        _person("b", "he.lanying", at=(BISTU,)),
    ]
    others = [
        _person("c", "liu.jiaqi", han="刘佳琪", at=(BISTU,)),
        _person("d", "liu.jiaqi", han="刘嘉奇", at=(BISTU,)),
    ]
    assert links(two + others) == links(two) != []


def test_each_link_says_why() -> None:
    [link] = links(
        [_person("a", "xie.jiangling", han="解江凌", at=(BISTU,)), _person("b", "xie.jiangling", at=(BISTU,))]
    )
    university = "Beijing Information Science and Technology University"
    assert link.reasons == ("both read xie jiangling", f"both belong to {university}")
