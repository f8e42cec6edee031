"""Who reads an article: the rules, the rules with a second opinion on names, or a language model.

All have one protocol, so whatever stands behind it, the rest of the program sees facts with verbatim evidence.
"""

from typing import Protocol

from graph.article import Article
from graph.errors import InputError, SettingsError
from graph.facts import Facts
from graph.settings import Settings
from graph.vocabulary import ExtractorName
from loaders.extraction import extract

__all__ = ["Extractor", "extractor", "read_by"]


class Extractor(Protocol):
    """From an article to what it says.

    Every quote of the facts stands in the article's raw text at the offsets that come with it. An article that cannot
    be read raises InputError, and the next one is none the worse for it.
    """

    def __call__(self, article: Article, /) -> Facts: ...


def read_by(extractor: Extractor, article: Article) -> tuple[Article, Facts] | InputError:
    """``article`` with what ``extractor`` finds in it, or why it cannot be read."""
    try:
        return article, extractor(article)
    except InputError as error:
        return error


def extractor(name: ExtractorName, settings: Settings) -> Extractor:
    """The extractor of that name. Raises SettingsError where its extra is not installed or a setting is missing."""
    if name == "rules":
        return extract
    try:
        if name == "rules+jieba":
            from loaders.extractors.second_voter import SecondVoter
            from loaders.extractors.segmenter import person_names

            return SecondVoter(person_names)
        from loaders.extractors.model import ModelExtractor
    except ModuleNotFoundError as error:
        extra = {"rules+jieba": "jieba", "model": "model"}[name]
        raise SettingsError(
            f"--extractor {name} needs more: pip install -e '.[{extra}]' in the checkout ({error.name})"
        ) from error
    return ModelExtractor.of(settings)
