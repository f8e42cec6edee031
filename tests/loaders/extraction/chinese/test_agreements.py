"""Agreements: signed, reported, intended or none; parties and signatories (phenomena 42, 43, 47)."""

from collections.abc import Callable

import pytest

from graph.facts import Facts

Read = Callable[..., Facts]
TITLE = "校地双方共商合作"
VISIT = "2023年5月6日，天津大学校长李强带队拜访固安县，与县长王建国座谈。"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("会后，双方签署了战略合作协议。", "signed"),
        ("会上，天津大学与固安县签订科技合作框架协议。", "signed"),
        ("李强、王建国代表双方在协议上签字。", "signed"),
        ("早在2019年，双方就签署过战略合作协议。", "reported"),
        ("自双方签订战略合作协议以来，成果丰硕。", "reported"),
        ("双方将于年内签署战略合作协议。", "intended"),
        ("双方约定，九月开学前签署实习基地共建协议。", "intended"),
        ("双方达成合作意向。", "intended"),
        ("双方期待建立战略合作伙伴关系。", "intended"),
    ],
)
def test_the_words_around_the_verb_tell_the_status(read: Read, sentence: str, status: str) -> None:
    (agreement,) = read(TITLE, VISIT + sentence).agreements
    assert agreement.status == status
    assert set(agreement.parties) == {"天津大学", "固安县"}


@pytest.mark.parametrize(
    "sentence",
    [
        "双方希望不断加强合作，实现互利共赢。",
        "由于条款还需细化，双方此次没有签署协议。",
        "双方就人才培养进行了洽谈，达成广泛共识。",
    ],
)
def test_hopes_talks_and_what_was_not_signed_are_no_agreements(read: Read, sentence: str) -> None:
    assert read(TITLE, VISIT + sentence).agreements == ()


def test_a_character_of_a_name_is_no_cue(read: Read) -> None:
    (agreement,) = read(TITLE, VISIT + "天津大学副校长曾大军与固安县副县长赵明分别代表双方签署合作协议。").agreements
    assert agreement.status == "signed"
    assert [(s.person, s.party) for s in agreement.signatories] == [("曾大军", "天津大学"), ("赵明", "固安县")]


def test_who_witnessed_did_not_sign(read: Read) -> None:
    (agreement,) = read(
        TITLE, "在李强校长、王建国县长的见证下，天津大学副校长赵明与固安县副县长孙涛签署合作协议。"
    ).agreements
    assert [s.person for s in agreement.signatories] == ["赵明", "孙涛"]


def test_a_ceremony_and_the_act_in_it_are_one_agreement(read: Read) -> None:
    facts = read(
        "天津大学与固安县签约",
        "2023年5月6日，天津大学与固安县战略合作协议签约仪式举行。校长李强、县长王建国出席。",
        "仪式上，副校长赵明与副县长孙涛分别代表双方签署战略合作协议。",
    )
    (agreement,) = facts.agreements
    assert agreement.date.edtf == "2023-05-06"
    assert agreement.subject == "战略合作协议"
    assert [s.person for s in agreement.signatories] == ["赵明", "孙涛"]


def test_two_documents_are_two_agreements(read: Read) -> None:
    facts = read(TITLE, VISIT + "会上，天津大学与固安县签署战略合作协议。天津大学和固安县还签署了设备采购合同。")
    assert [a.subject for a in facts.agreements] == ["战略合作协议", "设备采购合同"]


def test_an_older_agreement_has_its_own_date(read: Read) -> None:
    (agreement,) = read(TITLE, VISIT, "2019年3月，天津大学曾与固安县签订科技合作协议。").agreements
    assert (agreement.status, agreement.date.edtf) == ("reported", "2019-03")


def test_each_signatory_has_the_sentence_that_names_the_person_as_evidence(read: Read) -> None:
    act = "天津大学校长李强与固安县县长王建国分别代表双方签署协议。"
    (agreement,) = read("校地签约", f"5月6日，天津大学与固安县签署战略合作协议。{act}").agreements
    assert [(s.person, s.evidence and s.evidence.quote) for s in agreement.signatories] == [
        ("李强", act),
        ("王建国", act),
    ]


def test_two_acts_of_one_sentence_have_parties_of_their_own(read: Read) -> None:
    facts = read(
        TITLE,
        "5月6日，天津大学与固安县签署共建协议，南开大学与廊坊师范学院签订实习基地协议。",
    )
    assert [a.parties for a in facts.agreements] == [("天津大学", "固安县"), ("南开大学", "廊坊师范学院")]


@pytest.mark.parametrize(
    "sentence", ["李强说，希望以此次签约为契机，推动双方合作。", "王建国表示，期待以签约为新的起点。"]
)
def test_a_wish_about_the_signing_at_hand_is_no_agreement(read: Read, sentence: str) -> None:
    assert [a.status for a in read(TITLE, VISIT + "双方签署合作协议。" + sentence).agreements] == ["signed"]


@pytest.mark.parametrize(
    ("sentence", "status", "date"),
    [
        ("2021年3月，天津大学与固安县签署合作框架协议。", "reported", "2021-03"),
        ("李强说，2022年9月8日双方签署了合作框架协议。", "reported", "2022-09-08"),
        ("5月6日，双方签署了合作框架协议。", "signed", "2023-05-06"),
        ("天津大学与固安县签署《2022年合作框架协议》。", "signed", "2023-05-06"),
    ],
)
def test_a_date_that_is_not_the_event_s_means_an_agreement_of_before(
    read: Read, sentence: str, status: str, date: str
) -> None:
    (agreement,) = read(TITLE, VISIT + sentence, published="2023-05-07").agreements
    assert (agreement.status, agreement.date.edtf) == (status, date)


def test_who_signs_for_both_sides_binds_the_sides(read: Read) -> None:
    (agreement,) = read(
        TITLE,
        "5月6日，固安县人民政府与中国联通集团举行战略合作协议签约仪式。",
        "固安县县长王建国，中国联通河北省分公司总经理李强代表双方签约。",
    ).agreements
    assert [s.person for s in agreement.signatories] == ["王建国", "李强"]
    assert len(agreement.parties) == 2


def test_who_witnesses_a_signing_is_no_party_to_it(read: Read) -> None:
    (agreement,) = read(
        TITLE,
        VISIT + "天津大学与固安县签署战略合作协议。百度公司副总裁韩立峰、南开大学副校长钱玉兰见证签约。",
    ).agreements
    assert agreement.parties == ("天津大学", "固安县")


def test_whose_signing_was_witnessed_is_a_party(read: Read) -> None:
    (agreement,) = read(TITLE, "5月6日，河北省副省长钱玉兰见证天津大学与固安县签署战略合作协议。").agreements
    assert agreement.parties == ("天津大学", "固安县")


@pytest.mark.parametrize("document", ["人才培养协议", "人工智能产业协议", "人民医院共建协议"])
def test_a_document_that_begins_like_a_heading_of_signatories_keeps_its_parties(read: Read, document: str) -> None:
    told = (
        f"5月6日，固安县与天津大学签署协同发展协议，永清县与河北大学签署{document}，香河县与燕山大学签署战略合作协议。"
    )
    found = {a.subject: set(a.parties) for a in read(TITLE, told).agreements}
    assert len(found) == 3
    assert found[document] == {"永清县", "河北大学"}


@pytest.mark.parametrize("heading", ["签约代表有", "签署人为", "签约代表："])
def test_a_heading_of_signatories_names_them(read: Read, heading: str) -> None:
    told = f"5月6日，天津大学与固安县签署合作协议。{heading}天津大学副校长赵明、固安县副县长孙涛。"
    (agreement,) = read(TITLE, told).agreements
    assert [s.person for s in agreement.signatories] == ["赵明", "孙涛"]


def test_a_document_of_some_of_the_same_bodies_is_another_agreement(read: Read) -> None:
    told = "天津大学与固安县、永清县签署专项合作协议。天津大学与固安县签署战略合作协议。"
    found = read(TITLE, "5月6日，校地合作大会举行。" + told).agreements
    assert {a.subject: len(a.parties) for a in found} == {"专项合作协议": 3, "战略合作协议": 2}


def test_an_agreement_of_four_that_is_told_twice_is_one(read: Read) -> None:
    told = (
        "5月6日，天津大学、河北大学与固安县、永清县签署四方合作协议。天津大学副校长赵明、河北大学副校长李立、"
        "固安县副县长孙涛、永清县副县长周平代表四方签约。天津大学与固安县还将在协议框架下共建实验室。"
    )
    (agreement,) = read(TITLE, told).agreements
    assert len(agreement.parties) == len(agreement.signatories) == 4


@pytest.mark.parametrize("plan", ["约定6月签署", "拟于6月签订", "计划6月签署"])
def test_what_is_planned_keeps_its_date(read: Read, plan: str) -> None:
    told = VISIT + f"双方{plan}战略合作协议。"
    (agreement,) = read(TITLE, "来源：固安发布 2023年5月8日", told).agreements
    assert (agreement.status, agreement.date.edtf) == ("intended", "2023-06")


def test_the_day_of_the_talks_is_not_that_of_the_plan(read: Read) -> None:
    told = "2023年5月6日，天津大学校长李强与固安县县长王建国希望尽快签署合作协议。"
    (agreement,) = read(TITLE, told).agreements
    assert (agreement.status, agreement.date.edtf) == ("intended", None)


def test_a_signing_agreed_on_before_is_not_one_of_before(read: Read) -> None:
    (agreement,) = read(TITLE, VISIT + "此前，双方约定2023年5月22日签约。").agreements
    assert (agreement.status, agreement.date.edtf) == ("intended", "2023-05-22")


@pytest.mark.parametrize(
    "sentence", ["双方就签约事宜交换意见。", "双方合作协议签约仪式因故取消。", "双方原定5月底签署的合作协议尚无消息。"]
)
def test_a_signing_that_is_a_topic_or_cancelled_is_no_agreement(read: Read, sentence: str) -> None:
    assert read(TITLE, VISIT + sentence).agreements == ()


@pytest.mark.parametrize(
    "sentence",
    ["双方就储能材料形成初步合作意向。", "双方在现代农业方面形成了合作意向。"],
)
def test_an_intention_that_took_shape_is_intended(read: Read, sentence: str) -> None:
    assert [a.status for a in read(TITLE, VISIT, sentence).agreements] == ["intended"]


def test_an_intention_of_before_is_still_one(read: Read) -> None:
    facts = read(TITLE, VISIT, "此前，李强到南开区走访，与区长孙平座谈，双方形成初步合作意向。")
    assert [(a.status, set(a.parties)) for a in facts.agreements] == [("intended", {"天津大学", "南开区"})]


@pytest.mark.parametrize("sentence", ["双方没有形成合作意向。", "双方形成了良好氛围。"])
def test_what_took_no_shape_is_no_agreement(read: Read, sentence: str) -> None:
    assert read(TITLE, VISIT, sentence).agreements == ()


def test_the_time_of_a_signing_is_no_other_signing(read: Read) -> None:
    facts = read(
        TITLE,
        "2023年5月6日，天津大学校长李强到固安县考察，与县长王建国座谈，双方签署合作协议。",
        "签约时在座的还有北京市科技局局长孙平、河北省教育厅处长马芳。",
    )
    assert [set(a.parties) for a in facts.agreements] == [{"天津大学", "固安县"}]


def test_a_signing_before_a_comma_of_time_is_one(read: Read) -> None:
    facts = read(TITLE, "2023年5月6日，天津大学与固安县在签约仪式上签下合作协议。")
    assert [set(a.parties) for a in facts.agreements] == [{"天津大学", "固安县"}]
