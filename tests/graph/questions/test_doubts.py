from graph.article import Article
from graph.facts import AgreementFact, EventDate, Facts, InstitutionFact, MeetingFact, PersonFact, Post
from graph.identity.article_records import records_of
from graph.identity.records import Record
from graph.questions.doubts import doubts

BISTU, HEBUT = InstitutionFact("北京信息科技大学", (), "university"), InstitutionFact("河北工业大学", (), "university")


def _person(name: str, title: str, body: InstitutionFact, published: str, beside: str = "") -> list[Record]:
    persons = [PersonFact(name, (), (Post(title, body.name),))] + [PersonFact(beside)] * bool(beside)
    facts = Facts("", "zh", None, published, tuple(persons), (body,))
    found = records_of(Article(f"{name}{published}", f"{name} {published}"), facts)
    return [r for r in found if r.kind == "person" and isinstance(r.fact, PersonFact) and r.fact.name == name]


def test_other_characters_bodies_titles_company_and_years_speak_against_one_person() -> None:
    one = _person("刘佳琪", "校长", BISTU, "2012-05-01", "吴小杰")
    other = _person("刘嘉奇", "经理", HEBUT, "2024-05", "解江凌")
    assert doubts(one, other) == (
        "刘佳琪 and 刘嘉奇 are written differently",
        "no body in common: 北京信息科技大学 against 河北工业大学",
        "no title in common: 校长 against 经理",
        "nobody is named beside both",
        "the articles lie 12 years apart",
    )


def test_two_bodies_of_one_name_are_told_as_left_open_by_the_texts() -> None:
    open_one = InstitutionFact("新华区政府", (), "government", district="新华区")
    said = doubts(_person("刘佳琪", "区长", open_one, "2023"), _person("刘佳琪", "区长", open_one, "2024"))
    assert said == ("the texts leave open which 新华区政府 is meant",)


def test_a_name_that_only_sounds_the_same_is_told_and_what_is_shared_is_not() -> None:
    told = doubts(_person("刘佳琪", "校长", BISTU, "2023"), _person("Liu Jiaqi", "校长", BISTU, "2024"))
    assert told == ("only a reading joins the names: other characters are read so too",)
    assert doubts(_person("刘佳琪", "校长", BISTU, "2023"), _person("刘佳琪", "校长", BISTU, "2024")) == ()


def test_days_and_parties_that_differ_speak_against_one_event() -> None:
    days = [EventDate(day, day, day, "text") for day in ("2023-04-19", "2024-04-19")]
    sides = (("北京信息科技大学", "河北工业大学"), ("北京信息科技大学", "A", "B", "C", "D"))
    told = []
    for day, parties in zip(days, sides, strict=True):
        bodies = tuple(InstitutionFact(name) for name in parties)
        facts = Facts("", "zh", institutions=bodies, agreements=(AgreementFact("signed", day, parties),))
        told.append([r for r in records_of(Article(str(day), str(day)), facts) if r.kind == "agreement"])
    assert doubts(*told) == (
        "told of different days: 2023-04-19 against 2024-04-19",
        "named by one only: 河北工业大学",
        "named by one only: A, B, C and 1 more",
    )


def test_of_bodies_and_of_nothing_there_is_nothing_to_say() -> None:
    facts = Facts("", "zh", institutions=(BISTU,), meetings=(MeetingFact(hosts=("北京信息科技大学",)),))
    bodies = [r for r in records_of(Article("a", "a"), facts) if r.kind == "institution"]
    assert doubts(bodies, bodies) == ()
    assert doubts([], bodies) == ()
