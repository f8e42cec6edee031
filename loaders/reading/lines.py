"""JSON lines: one article a line, with its text and metadata, or one article's ready-made facts."""

import json
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Final, TypeAlias, TypeVar

from graph.article import Article
from graph.errors import InputError
from graph.facts import (
    AgreementFact,
    DistrictFact,
    Evidence,
    Facts,
    InstitutionFact,
    MeetingFact,
    PersonFact,
)
from graph.facts_json import from_json
from loaders.reading.metadata import stated_day
from loaders.reading.pages import read_page

Read: TypeAlias = Article | tuple[Article, Facts]
Entity = TypeVar("Entity", PersonFact, InstitutionFact, DistrictFact)
Event = TypeVar("Event", MeetingFact, AgreementFact)


def read_line(path: str, number: int, line: bytes, *, facts: bool) -> Read:
    """What line ``number`` of ``path`` holds. Raises InputError, with the line as its place."""
    try:
        value = json.loads(line.decode("utf-8-sig"))
        if not isinstance(value, dict):
            raise ValueError("an object is expected")
        article = _article(f"{path}:{number}", value, needs_text=not facts)
        return _with_facts(article, value) if facts else article
    except UnicodeDecodeError as error:
        raise InputError(path, "not UTF-8", place=f"line {number}") from error
    except json.JSONDecodeError as error:
        raise InputError(path, f"not JSON: {error.msg}", place=f"line {number}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(path, str(error), place=f"line {number}") from error


FACTS: Final = ("persons", "institutions", "districts", "meetings", "agreements")
"""Members that tell facts from an article; one is enough."""
ARTICLE: Final = ("text", "html", "url", "title", "published", "source", "lang")
"""Members of an article without facts; ``source`` is for who names the place it came from, ``lang`` is told by the
text all the same."""


class _Misfit(ValueError):
    """A member that cannot be what it is."""

    def __init__(self, member: str, reason: str) -> None:
        self.member, self.reason = member, reason
        super().__init__(f"{member}: {reason}")


def read_object(name: str, value: object) -> Read:
    """What an object that came by another way than a file holds: text, a page (``html``), or facts.

    ``name`` is what the place it came from is called where it has no address. Beside facts, whose form other tools may
    extend, other members are left alone. Raises InputError, with the member that is to blame as its place.
    """
    try:
        if not isinstance(value, dict):
            raise ValueError("an object is expected")
        facts = any(key in value for key in FACTS)
        if not facts:
            _known(value)
        _text(value, "source")
        given = dict(value)
        if page := _text(given, "html"):
            if given.get("text"):
                raise ValueError("text or html, not both")
            found = read_page(page)
            told = {"text": found.text, "url": found.url, "title": found.title, "published": found.published}
            given = told | {key: each for key, each in given.items() if each is not None}
        article = replace(_article(name, given, needs_text=not facts), origin=_text(given, "url") or None)
        return _with_facts(article, given) if facts else article
    except _Misfit as error:
        raise InputError(name, error.reason, place=error.member) from error
    except (ValueError, RecursionError) as error:
        raise InputError(name, str(error)) from error


def _known(value: dict[str, Any]) -> None:
    for member in value:
        if member not in ARTICLE:
            near = get_close_matches(member, [*ARTICLE, *FACTS], 1)
            told = f"near: {near[0]}" if near else f"there are: {', '.join(ARTICLE)}; and those of facts"
            raise _Misfit(_text_of(member[:100]), f"no such member; {told}")


def _article(file: str, value: dict[str, Any], *, needs_text: bool) -> Article:
    field = {key: _text(value, key) for key in ("text", "url", "title", "published")}
    if needs_text and not (field["text"] and field["text"].strip()):
        raise ValueError("no text: the field is missing or empty")
    published = field["published"]
    if published and not stated_day(published):
        raise _Misfit("published", f"{published[:100]!r} is not a date")
    return Article(
        file=file,
        text=field["text"] or "",
        url=field["url"] or None,
        title=field["title"] or None,
        published=stated_day(published) if published else None,
        origin=field["url"] or file,
    )


def _text(value: dict[str, Any], key: str) -> str | None:
    found = value.get(key)
    if found is not None and not isinstance(found, str):
        raise _Misfit(key, "text is expected")
    return found if found is None else _text_of(found)


def _text_of(found: str) -> str:
    """Half a surrogate pair is no text."""
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _with_facts(article: Article, value: dict[str, Any]) -> tuple[Article, Facts]:
    """Facts need no text: the quotes, one a line, then stand for it, so that each is where its offsets say."""
    facts = _facts(value)
    if article.text:
        return article, _moved(facts, lambda evidence: _place(article.text, evidence))
    lines: list[str] = []
    for quote in [*_quotes(facts), *(entity.name for entity in _entities(facts))]:
        if quote not in "\n".join(lines):
            lines.append(quote)
    text = "\n".join(lines)
    if not text.strip():
        raise ValueError("neither facts nor text")
    return replace(article, text=text), _moved(facts, lambda evidence: _place(text, evidence))


def _facts(value: dict[str, Any]) -> Facts:
    try:
        return from_json(value)
    except ValueError as error:
        member, _, reason = str(error).partition(": ")
        raise _Misfit(member, reason) from error


def _place(text: str, evidence: Evidence) -> Evidence:
    if text[evidence.start : evidence.end] == evidence.quote:
        return evidence
    start = text.find(evidence.quote)
    if start < 0:
        raise ValueError(f"the text does not hold the evidence {evidence.quote[:40]!r}")
    return Evidence(start, start + len(evidence.quote), evidence.quote)


def _quotes(facts: Facts) -> list[str]:
    """The quotes of events, then of mentions."""
    events: list[MeetingFact | AgreementFact] = [*facts.meetings, *facts.agreements]
    quotes = [event.evidence.quote for event in events if event.evidence]
    return quotes + [mention.quote for entity in _entities(facts) for mention in entity.mentions]


def _entities(facts: Facts) -> list[PersonFact | InstitutionFact | DistrictFact]:
    return [*facts.persons, *facts.institutions, *facts.districts]


def _moved(facts: Facts, place: Callable[[Evidence], Evidence]) -> Facts:
    def entity(e: Entity) -> Entity:
        return replace(e, mentions=tuple(place(m) for m in e.mentions))

    def event(e: Event) -> Event:
        return replace(e, evidence=place(e.evidence)) if e.evidence else e

    return replace(
        facts,
        persons=tuple(entity(e) for e in facts.persons),
        institutions=tuple(entity(e) for e in facts.institutions),
        districts=tuple(entity(e) for e in facts.districts),
        meetings=tuple(event(e) for e in facts.meetings),
        agreements=tuple(event(e) for e in facts.agreements),
    )
