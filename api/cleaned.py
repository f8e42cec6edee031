"""An article as the extraction reads it: cleaned, with its facts at their places there."""

from dataclasses import dataclass, replace

from graph.questions.answers import ArticleDetail, Span
from loaders.cleaning import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanedArticle:
    """The cleaned ``text`` of an article, in one script and without damage and line breaks amid sentences.

    ``spans`` are those of the article with offsets (code points) and ``quote`` of this text; what nothing is left of
    is not among them.
    """

    id: str
    lang: str | None
    text: str
    spans: tuple[Span, ...]


def cleaned(article: ArticleDetail) -> CleanedArticle:
    """``article`` as it was read. It is made anew from the raw text, which alone is kept."""
    text = clean(article.text)
    spans = []
    for span in article.spans:
        start, end = text.within(span.start, span.end)
        if start < end:
            spans.append(replace(span, start=start, end=end, quote=text.text[start:end]))
    return CleanedArticle(id=article.id, lang=article.lang, text=text.text, spans=tuple(spans))
