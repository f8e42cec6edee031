"""Agreements whose sides a list pairs: 分别, and lists that are one side all the same."""

from graph.article import Article
from graph.facts import AgreementFact
from loaders.extraction import extract


def agreements(text: str) -> list[AgreementFact]:
    return [a for a in extract(Article("a.txt", text)).agreements if a.status == "signed"]


def sides(text: str) -> set[frozenset[str]]:
    return {frozenset(a.parties) for a in agreements(text)}


def test_two_pairs_of_signatories_sign_two_agreements() -> None:
    found = agreements(
        "3月2日，校地签约仪式在河北大学举行。河北大学副校长许远航与清苑区副区长乔立民、"
        "天津大学科研院院长尚思齐与徐水区副区长鲁一鸣分别签署了产学研合作协议和人才培养协议。\n"
    )
    by_subject = {a.subject: a for a in found}
    assert {s.person for s in by_subject["产学研合作协议"].signatories} == {"许远航", "乔立民"}
    assert set(by_subject["人才培养协议"].parties) == {"天津大学", "徐水区"}


def test_one_body_signs_with_each_of_a_list() -> None:
    assert sides("3月2日，河北大学分别与清苑区政府、徐水区政府签署合作协议。\n") == {
        frozenset({"河北大学", "清苑区政府"}),
        frozenset({"河北大学", "徐水区政府"}),
    }


def test_several_bodies_sign_one_agreement_together() -> None:
    assert sides("3月2日，河北大学、天津大学、北京大学共同签署合作协议。\n") == {
        frozenset({"河北大学", "天津大学", "北京大学"})
    }


def test_a_second_act_keeps_the_first_side() -> None:
    text = "会上，河北大学与清苑区政府签署校地合作协议；与天津大学签署联合培养协议。\n"
    assert frozenset({"河北大学", "天津大学"}) in sides("3月2日，签约仪式在保定举行。" + text)


def test_who_signs_with_a_body_is_a_signatory() -> None:
    [found] = agreements("3月2日，清苑区副区长乔立民与河北大学就成果转化签订合作协议。\n")
    assert [(s.person, s.party) for s in found.signatories] == [("乔立民", "清苑区")]


def test_who_only_met_the_body_that_signs_is_none() -> None:
    [found] = agreements("3月2日，清苑区副区长乔立民到河北大学座谈。会后，清苑区政府与河北大学签订合作协议。\n")
    assert found.signatories == ()


def test_representatives_that_a_list_names_signed() -> None:
    found = agreements(
        "3月2日，河北大学、天津大学共同签署合作协议。签约代表有：河北大学副校长许远航、天津大学副校长尚思齐。\n"
    )
    assert [s.person for a in found for s in a.signatories] == ["许远航", "尚思齐"]


def test_an_institute_of_a_long_name_in_a_list_is_a_party() -> None:
    assert sides("3月2日，河北大学、石油化工科学研究院、清苑区政府三家签署合作协议。\n") == {
        frozenset({"河北大学", "石油化工科学研究院", "清苑区政府"})
    }


def test_what_they_sign_about_is_no_party() -> None:
    assert sides("3月2日，河北大学与天津大学就雄安新区建设签署合作协议。\n") == {frozenset({"河北大学", "天津大学"})}


def test_a_pair_that_nobody_knows_parts_two_others() -> None:
    text = "3月2日，河北大学与清苑区政府、某中心与某园、天津大学与徐水区政府签署合作协议。\n"
    assert sides(text) == {frozenset({"河北大学", "清苑区政府"}), frozenset({"天津大学", "徐水区政府"})}


def test_a_signing_to_come_with_another_body_is_an_intention() -> None:
    text = "3月2日，清苑区政府与河北大学签署合作协议。下一步，清苑区还将与天津大学签约。\n"
    [intended] = [a for a in extract(Article("a.txt", text)).agreements if a.status == "intended"]
    assert set(intended.parties) == {"清苑区", "天津大学"}


def test_this_signing_as_a_reason_for_more_is_none() -> None:
    text = "3月2日，清苑区政府与河北大学签署合作协议。双方将以此次签约为契机，加强合作。\n"
    assert [a.status for a in extract(Article("a.txt", text)).agreements] == ["signed"]


def test_one_who_signs_with_each_of_a_list_of_persons_signs_each_agreement() -> None:
    found = agreements(
        "3月2日，河北大学分别与清苑区政府、徐水区政府签署合作协议，河北大学副校长许远航分别与清苑区副区长乔立民、"
        "徐水区副区长鲁一鸣签字。\n"
    )
    assert {frozenset(a.parties): {s.person for s in a.signatories} for a in found} == {
        frozenset({"河北大学", "清苑区政府"}): {"许远航", "乔立民"},
        frozenset({"河北大学", "徐水区政府"}): {"许远航", "鲁一鸣"},
    }


def test_two_lists_joined_by_respectively_pair_off() -> None:
    found = agreements(
        "3月2日，河北大学与清苑区、徐水区分别签署了产学研合作协议和人才培养协议，清苑区副区长乔立民、"
        "徐水区副区长鲁一鸣分别与河北大学教务处处长许远航、科研处处长尚思齐签字。\n"
    )
    assert {a.subject: {s.person for s in a.signatories} for a in found} == {
        "产学研合作协议": {"乔立民", "许远航"},
        "人才培养协议": {"鲁一鸣", "尚思齐"},
    }


def test_a_body_with_two_others_signs_one_agreement_unless_the_text_says_respectively() -> None:
    assert sides("3月2日，河北大学与清苑区、徐水区签署合作协议。\n") == {frozenset({"河北大学", "清苑区", "徐水区"})}


def test_who_signed_several_agreements_is_shared_out_among_them() -> None:
    found = agreements(
        "3月2日，河北大学与清苑区签署人才合作协议，天津大学与徐水区签署产业合作协议。河北大学副校长许远航、"
        "清苑区副区长乔立民，天津大学副校长尚思齐、徐水区副区长鲁一鸣分别在协议上签字。\n"
    )
    assert {a.subject: {s.person for s in a.signatories} for a in found} == {
        "人才合作协议": {"许远航", "乔立民"},
        "产业合作协议": {"尚思齐", "鲁一鸣"},
    }


def test_who_signs_with_each_at_a_named_congress_signs_two_agreements() -> None:
    assert sides("3月2日，河北省人民政府在石家庄的大会上分别与南开大学、天津大学签署合作协议。\n") == {
        frozenset({"河北省人民政府", "南开大学"}),
        frozenset({"河北省人民政府", "天津大学"}),
    }


def test_without_each_who_signs_at_a_congress_signs_one_agreement() -> None:
    found = agreements("3月2日，河北省人民政府在石家庄的大会上与南开大学、天津大学签署三方合作协议。\n")
    assert [set(a.parties) for a in found] == [{"河北省人民政府", "南开大学", "天津大学"}]
