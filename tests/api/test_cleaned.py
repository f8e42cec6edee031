from api.cleaned import cleaned
from graph.questions.answers import ArticleDetail, Span

RAW = "韓\u200b松到訪信\u200b息科大,會見  郭福。"


def article(text: str, *quotes: str) -> ArticleDetail:
    spans = [
        Span(kind="person", id=f"p-{n}", name=quote, start=(at := text.index(quote)), end=at + len(quote), quote=quote)
        for n, quote in enumerate(quotes)
    ]
    return ArticleDetail(
        id="a-1",
        title=None,
        url=None,
        lang="zh",
        published=None,
        source=None,
        text=text,
        sha256=None,
        spans=tuple(spans),
    )


def test_facts_are_found_at_their_place_in_the_cleaned_text() -> None:
    answer = cleaned(article(RAW, "韓\u200b松", "信\u200b息科大", "郭福"))
    assert [answer.text[span.start : span.end] for span in answer.spans] == ["韩松", "信息科大", "郭福"]
    assert [span.quote for span in answer.spans] == ["韩松", "信息科大", "郭福"]


def test_what_the_cleaning_took_out_is_no_fact_of_the_cleaned_text() -> None:
    assert cleaned(article("韩\u200b松到访信息科大。", "\u200b")).spans == ()
