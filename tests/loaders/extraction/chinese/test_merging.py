"""Several agreements in one article: acts between semicolons, ceremonies, who signed which, sides that are counted."""

from collections.abc import Callable

import pytest

from graph.facts import AgreementFact, Facts

Read = Callable[..., Facts]
TITLE = "多家单位集中签约"


def parties(facts: Facts) -> list[tuple[str, ...]]:
    return [a.parties for a in facts.agreements]


def signed_by(facts: Facts) -> list[tuple[str, ...]]:
    return [tuple(s.person for s in a.signatories) for a in facts.agreements]


def only(facts: Facts) -> AgreementFact:
    (agreement,) = facts.agreements
    return agreement


def test_acts_between_semicolons_have_parties_and_signatories_of_their_own(read: Read) -> None:
    facts = read(
        TITLE,
        "5月6日，大城县人民政府与南开大学签署战略合作协议，县长何伟与南开大学校长李强签约；"
        "大城县科技局与天津科技大学签署技术服务合同，局长任勇和天津科技大学副校长戴慧签约。",
    )
    assert parties(facts) == [("大城县人民政府", "南开大学"), ("大城县科技局", "天津科技大学")]
    assert signed_by(facts) == [("何伟", "李强"), ("任勇", "戴慧")]


def test_a_semicolon_before_another_partner_of_the_same_side_parts_nothing(read: Read) -> None:
    facts = read(TITLE, "5月6日，大城县人民政府与南开大学签署合作协议；与天津科技大学签署人才培养协议。")
    assert parties(facts) == [("大城县人民政府", "南开大学"), ("大城县人民政府", "天津科技大学")]


def test_who_signed_may_be_told_behind_a_heading(read: Read) -> None:
    facts = read(TITLE, "大城县人民政府与南开大学签署合作协议，签约人为大城县县长何伟、南开大学校长李强。")
    assert signed_by(facts) == [("何伟", "李强")]


def test_each_of_a_list_signs_with_its_opposite(read: Read) -> None:
    facts = read(
        TITLE,
        "南开大学校长李强、天津大学校长赵明与大城县副县长何伟、霸州市副市长任勇分别代表双方签署合作协议。",
    )
    assert signed_by(facts) == [("李强", "何伟"), ("赵明", "任勇")]


def test_lists_that_sign_together_sign_one_document(read: Read) -> None:
    facts = read(TITLE, "南开大学校长李强、天津大学校长赵明、大城县县长何伟、霸州市市长任勇共同签署合作协议。")
    assert signed_by(facts) == [("李强", "赵明", "何伟", "任勇")]


def test_a_ceremony_of_several_pairs_is_no_agreement_of_all(read: Read) -> None:
    facts = read(
        TITLE,
        "5月6日，大城县人民政府与南开大学、天津大学签约仪式举行。",
        "大城县人民政府与南开大学签署人才合作协议，大城县人民政府与天津大学签署平台共建协议。",
    )
    assert parties(facts) == [("大城县人民政府", "南开大学"), ("大城县人民政府", "天津大学")]


def test_a_ceremony_of_three_that_sign_one_document_stays_of_three(read: Read) -> None:
    facts = read(TITLE, "5月6日，大城县人民政府、南开大学、天津大学举行签约仪式。", "三方签署了共建研究院的合作协议。")
    assert len(only(facts).parties) == 3


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("三方同意年内签署人才联合培养协议。", 3),
        ("三地将签署水源保护合作协议。", 3),
        ("双方将签署水源保护合作协议。", 2),
    ],
)
def test_counted_sides_are_all_whose_persons_met(read: Read, sentence: str, number: int) -> None:
    facts = read(
        "三地座谈",
        "5月6日，通州区副区长李强、三河市副市长赵明、香河县副县长何伟在通州区座谈。"
        if number == 3
        else "5月6日，通州区副区长李强到三河市考察，与三河市副市长赵明座谈。",
        sentence,
    )
    assert (only(facts).status, len(only(facts).parties)) == ("intended", number)


def test_two_documents_of_a_whole_and_of_its_unit_are_two(read: Read) -> None:
    facts = read(
        "景县与北京航空航天大学签约",
        "6月12日，景县县长何伟、北京航空航天大学副校长李强代表双方签署《科技成果转化合作协议》。"
        "河北景县高新技术产业开发区与航空科学与工程学院签订了共建联合实验室协议。",
    )
    assert len(facts.agreements) == 2


def test_one_document_named_longer_and_shorter_is_one(read: Read) -> None:
    facts = read(
        "景县与北京航空航天大学签约",
        "6月12日，景县人民政府与北京航空航天大学签署科技成果转化合作协议。会上签署了合作协议，县长何伟出席。",
    )
    assert len(facts.agreements) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "据介绍，此次集中签约项目共20个，南开大学和天津大学的项目占一半。",
        "今年一季度，大城县与南开大学等单位签约金额超过5亿元。",
    ],
)
def test_figures_of_signings_are_no_agreement(read: Read, sentence: str) -> None:
    assert read("大城县推介投资环境", sentence).agreements == ()


def test_a_year_in_the_name_of_an_event_is_not_when_it_was_signed(read: Read) -> None:
    facts = read(TITLE, "5月6日，大城县与南开大学2023年春季推介会暨签约仪式举行，县长何伟、校长李强出席。")
    assert only(facts).status == "signed"


def test_a_year_before_the_verb_is(read: Read) -> None:
    facts = read(
        "大城县与南开大学座谈", "5月6日，大城县县长何伟到访南开大学，与校长李强座谈。2019年，两家签署了合作协议。"
    )
    assert only(facts).status == "reported"


def test_a_relation_of_a_known_year_is_reported(read: Read) -> None:
    facts = read(TITLE, "北京外国语大学与东京外国语大学于2009年缔结姊妹校关系。")
    assert (only(facts).status, only(facts).date.edtf) == ("reported", "2009")


def test_a_relation_without_a_time_is_none(read: Read) -> None:
    assert read(TITLE, "北京外国语大学与东京外国语大学建立了良好的合作关系。").agreements == ()


def test_a_signing_with_a_day_of_its_own_keeps_it(read: Read) -> None:
    facts = read(
        "南开大学近期合作",
        "本周二，南开大学校长李强会见了大城县县长何伟。昨天，学校还与大港油田公司签订了联合培养协议。",
        published="2024-01-12",
    )
    assert only(facts).date.edtf == "2024-01-11"
