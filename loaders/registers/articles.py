"""A register as articles with facts: each sentence back in its article, loaded and removed like any other.

Of an article without its text its quotes stand for it, one a line, under an id of its own: it would take the place of
the article itself else. What the register tells without a sentence becomes an entry that says so.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.article import Article, KeptArticle, digest
from graph.errors import InputError
from graph.facts import Evidence, Facts
from graph.identity import known
from loaders.registers.entries import Event, Held, Mention, Part, Register, Report, Source, Told
from loaders.registers.facts import ENTRY, Teller


@dataclass(slots=True)
class Page:
    """What one article tells: reports of events, posts, and who is named in it."""

    reports: list[Report] = field(default_factory=list)
    posts: list[Held] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    named: set[str] = field(default_factory=set)


def articles(register: Register, file: str) -> Iterator[tuple[Article, Facts] | InputError]:
    """Each article with its facts, in the order of the register; what cannot be told is told why not."""
    parts: dict[str, list[Part]] = defaultdict(list)
    for part in register.parts:
        parts[part.event].append(part)
    for id, page in _pages(register, parts).items():
        source = register.sources.get(id)
        text = Text(source.text if source else None)
        teller = Teller(register, parts, source or Source(id, title=ENTRY), text.place)
        facts, problems = teller.facts(page.reports, page.posts, page.mentions)
        yield from (InputError(file, problem, place=id) for problem in problems)
        if text.whole.strip():
            yield _article(source, id, file, text.whole), facts
    yield from (InputError(file, reason, place=place) for place, reason in register.problems)
    for what, number in register.left_out.items():
        yield InputError(file, f"{number} of {what}: nothing that the graph holds")


class Text:
    """The text of an article, or what grows out of its quotes where there is none."""

    def __init__(self, given: str | None) -> None:
        self._given = given
        self._lines: list[str] = []
        self._length = 0

    @property
    def whole(self) -> str:
        return self._given if self._given is not None else "\n".join(self._lines)

    def place(self, quote: str, start: int | None = None) -> Evidence | None:
        """Where ``quote`` stands; None where a text that is given does not have it."""
        if not quote:
            return None
        if self._given is not None and start is not None and self._given[start : start + len(quote)] == quote:
            return Evidence(start, start + len(quote), quote)
        found = self.whole.find(quote)
        if found < 0 and self._given is None:
            found = self._length
            self._lines.append(quote)
            self._length += len(quote) + 1
        return Evidence(found, found + len(quote), quote) if found >= 0 else None


def _article(source: Source | None, id: str, file: str, text: str) -> Article:
    where = f"{file}:{id}"
    if source is None:
        return KeptArticle(where, text, None, ENTRY, None, f"register {id}", f"a-{digest('entry', id)}")
    if source.text is not None:
        return Article(where, text, source.url, source.title, source.published, source.url or where)
    kept = f"a-{digest('quoted', id)}"
    return KeptArticle(where, text, source.url, source.title, source.published, f"register {id}", kept)


def _pages(register: Register, parts: dict[str, list[Part]]) -> dict[str, Page]:
    """What each article tells; an entry has the id of the event or the entity that it is about."""
    pages: dict[str, Page] = {id: Page() for id in register.sources}

    def page(id: str) -> Page:
        return pages.setdefault(id, Page())

    for mention in register.mentions:
        page(mention.told.article).mentions.append(mention)
        page(mention.told.article).named.add(mention.entity)
    for report in register.reports:
        page(report.told.article).reports.append(report)
    for id in register.events.keys() - {report.event for report in register.reports}:
        page(id).reports.append(Report(id, Told(id, _sentence(register, register.events[id], parts[id]))))
    for post in register.posts:
        for id in _places(register, post, pages):
            page(id).posts.append(post)
    told = {mention.entity for mention in register.mentions} | {part.entity for part in register.parts}
    told |= {end for post in register.posts for end in (post.person, post.body)}
    for id in register.entities.keys() - told:
        if known.find(id):
            continue  # a row of our own tables comes with what needs it
        page(id).mentions.append(Mention(id, Told(id, register.entities[id].names[0])))
    return pages


def _places(register: Register, post: Held, pages: Mapping[str, Page]) -> list[str]:
    """The articles that tell a post: that of its sentence, and those of its time that name both; else an entry of the
    person. A register shows one sentence, though others attested the post as well."""
    found = {id for id, page in pages.items() if {post.person, post.body} <= page.named}
    if post.told:
        held = (post.earliest or "", post.latest or "")
        others = sorted(id for id in found - {post.told.article} if _attests(register, id, pages[id], held))
        return [post.told.article, *others]
    return sorted(found)[:1] or [post.person]


def _attests(register: Register, id: str, page: Page, held: tuple[str, str]) -> bool:
    """Whether an article is of the time of a post: the day it was published, else those of its events."""
    source = register.sources.get(id)
    told = (register.events[report.event].date.earliest for report in page.reports if report.event in register.events)
    days = [source.published] if source and source.published else told
    return any(day and held[0] <= day <= held[1] for day in days)


def _sentence(register: Register, event: Event, parts: list[Part]) -> str:
    names = (register.entities[part.entity].names[0] for part in parts if part.entity in register.entities)
    what = f"agreement ({event.status})" if event.status else "meeting"
    told = " · ".join(filter(None, (event.date.edtf, what, event.subject, event.place, *names)))
    return f"{ENTRY}: {told}"
