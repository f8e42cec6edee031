"""Whether what a grammar found becomes consistent facts."""

from graph.article import Article
from graph.facts import (
    AgreementFact,
    DistrictFact,
    Evidence,
    InstitutionFact,
    MeetingFact,
    Participant,
    PersonFact,
    Post,
)
from loaders.cleaning.text import CleanText
from loaders.extraction.assemble import Findings, assemble
from loaders.extraction.document import Document


def document(text: str) -> Document:
    whole = CleanText(text, text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    return Document(Article("a.txt", text), "en", whole, (), None, None, None, None)


def test_two_findings_of_one_name_become_one_entity() -> None:
    found = Findings(
        persons=[
            PersonFact("Li Min", ("Li",), (Post("dean", evidence=Evidence(9, 14, "Li, a")),), (Evidence(9, 11, "Li"),)),
            PersonFact(
                "Li Min",
                (),
                (Post("dean", evidence=Evidence(0, 11, "Li Min, dea")), Post("professor")),
                (Evidence(0, 6, "Li Min"),),
            ),
        ]
    )
    (person,) = assemble(document("Li Min. Li spoke."), found).persons
    assert person.roles == (Post("dean", evidence=Evidence(9, 14, "Li, a")), Post("professor"))
    assert [m.start for m in person.mentions] == [0, 9]
    assert person.aliases == ("Li",)


def test_references_by_alias_become_names_and_unknown_ones_are_noted() -> None:
    found = Findings(
        persons=[PersonFact("Li Min", ("Li",), (Post("dean", "AU"),))],
        institutions=[InstitutionFact("A University", ("AU",))],
        districts=[DistrictFact("B County")],
        meetings=[
            MeetingFact(
                hosts=("AU",), visitors=("B County", "C"), participants=(Participant("Li"), Participant("Li Min"))
            )
        ],
        agreements=[AgreementFact("reported", parties=("B County", "AU"))],
    )
    facts = assemble(document(""), found)
    assert facts.persons[0].roles == (Post("dean", "A University"),)
    assert facts.meetings[0].hosts == ("A University",)
    assert facts.meetings[0].visitors == ("B County",)
    assert [p.person for p in facts.meetings[0].participants] == ["Li Min"]
    assert facts.agreements[0].code == "057"
    assert [(r.text, r.reason) for r in facts.rejects] == [("C", "dangling")]
