"""What a mentioned date means in its article, with the source of what the mention itself does not say.

A year is taken from a date that it is joined to ("October 5 and October 13, 2023"), else from the publication of the
page (its dateline, metadata or address); where there is none, it stays unknown. Nothing is taken here from other dates
of the page: rankings, archives and older agreements are among them. Only the English grammar goes further, for days
without any year: they have that of an event's own name, or of the first full day where they are within a month of it.
"""

import re
from datetime import date
from functools import lru_cache

from graph.dates import bounds, event_date, shifted, year_before
from graph.facts import EventDate
from loaders.extraction.dates import chinese, english
from loaders.extraction.dates.mention import DateMention, written
from loaders.extraction.document import Document

RECENT = 14
"""Days before publication that 近日, 日前 and "recently" reach back to."""
_FUTURE = re.compile(
    r"(?:将|拟|定|预计|计划)[^,，。;；]{0,6}$|\b(?:will|shall|to be|scheduled|planned|expected)\b[^,.;]{0,40}$"
)
_JOINED = re.compile(r" ?(?:and|to|or|through|[,、和与及至到&–—-])+ ?(?:on )?(?:the )?")


def mentions(document: Document) -> tuple[DateMention, ...]:
    """All dates of ``document.text``, in every zone, in order, by the grammar of its language."""
    return _mentions(document.lang, document.text)


@lru_cache(maxsize=8)  # a grammar asks for the dates of its article sentence by sentence
def _mentions(lang: str, text: str) -> tuple[DateMention, ...]:
    return tuple((chinese if lang == "zh" else english).find(text))


def resolve(mention: DateMention, document: Document) -> EventDate:
    """The date that ``mention``, a date of ``document.text``, stands for.

    ``basis`` is ``text`` where the text says all, ``none`` where nobody does, else that of the document's publication.
    A vague mention (近日, "earlier this week") has no EDTF value, only bounds.
    """
    if mention.unit == "week" and mention.weekday is None:
        return _so_far(document)
    if mention.unit == "recent":
        return _recent(document)
    if mention.anchor == "context":
        return _from_context(mention, document)
    if mention.unit is not None:
        return _from_page(mention, document)
    if mention.year is not None:
        return _dated(mention.edtf, "text")
    return _with_year(mention, document)


def in_year(edtf: str, year: str, basis: str) -> EventDate:
    """``edtf``, whose year is open (``XXXX``), in ``year``; open it stays where that year has no such day."""
    try:
        return event_date(edtf.replace("XXXX", year), basis)
    except ValueError:  # February 29
        return event_date(edtf, "none")


def _dated(edtf: str | None, basis: str) -> EventDate:
    """The date of ``edtf``; of a range that ends before it begins (7日至3日, a slip) its first day."""
    first, slash, last = (edtf or "").partition("/")
    return event_date(first if slash and last < first else edtf, basis)


def _page(document: Document) -> tuple[date, str] | None:
    """The day of publication (of a month, its last) and its basis."""
    last = bounds(document.published)[1] if document.published else None
    return (date.fromisoformat(last), document.published_basis or "none") if last else None


def _recent(document: Document) -> EventDate:
    if not document.published:
        return EventDate()
    first, last = bounds(document.published)
    return EventDate(None, first and shifted(first, -RECENT), last, document.published_basis or "none")


def _so_far(document: Document) -> EventDate:
    """ "Earlier this week": from its Monday to the day of publication."""
    page = _page(document)
    if page is None or len(document.published or "") < len("2024-12-25"):
        return EventDate()
    day, basis = page
    return EventDate(None, shifted(day.isoformat(), -day.weekday()), day.isoformat(), basis)


def _with_year(mention: DateMention, document: Document) -> EventDate:
    """A month, or a day of it, without its year."""
    if (year := _joined_year(mention, document)) is not None:
        return _in_year(mention, year, "text")
    page = _page(document)
    if page is None or mention.month is None:
        return _dated(mention.edtf, "none")
    year = year_before(mention.month, mention.day or 1, page[0].isoformat())
    if _FUTURE.search(document.text[max(0, mention.start - 60) : mention.start]) and page[0].isoformat() > written(
        year, mention.month, mention.day or 1
    ):
        year += 1
    return _in_year(mention, year, page[1])


def _in_year(mention: DateMention, year: int, basis: str) -> EventDate:
    first = written(year, mention.month, mention.day)
    try:
        if mention.until is None:
            return event_date(first, basis)
        last_year, month, day = mention.until
        over_new_year = mention.month is not None and month < mention.month
        return _dated(f"{first}/{written(last_year or year + over_new_year, month, day)}", basis)
    except ValueError:  # February 29 of a year that has none
        return _dated(mention.edtf, "none")


def _joined_year(mention: DateMention, document: Document) -> int | None:
    """The year of the date beside it, if only "and", "to" or a comma stand between them."""
    found = mentions(document)
    at = next((i for i, other in enumerate(found) if other.start == mention.start), None)
    if at is None:
        return None
    for other in found[max(0, at - 1) : at + 2]:
        between = document.text[min(other.end, mention.end) : max(other.start, mention.start)]
        if other.year is not None and other.day is not None and _JOINED.fullmatch(between):
            return other.year
    return None


def _from_page(mention: DateMention, document: Document) -> EventDate:
    page = _page(document)
    if page is None or (mention.precision == "day" and mention.unit != "year" and len(document.published or "") < 10):
        return _dated(mention.edtf, "none") if mention.month else _from_agency_line(mention, document)
    day, basis = page
    if mention.unit == "year":
        return _in_year(mention, day.year + mention.offset, basis)
    if mention.unit == "month":
        return _in_month(mention, day.year, day.month, basis)
    if mention.unit == "day":
        return event_date(shifted(day.isoformat(), mention.offset), basis)
    weekday = mention.weekday or 0
    if mention.unit == "week":
        return event_date(shifted(day.isoformat(), weekday - day.weekday() + 7 * mention.offset), basis)
    back = (day.weekday() - weekday) % 7
    return event_date(shifted(day.isoformat(), -(back or (7 if mention.offset < 0 else 0))), basis)


def _from_agency_line(mention: DateMention, document: Document) -> EventDate:
    """A weekday, or a day so far from today, by the day without a year in the agency's line: "BEIJING, March 3 (Xinhua)
    -- ... on Monday". Agencies name the day of the line by its weekday; of an earlier one nothing tells the year."""
    lines = [p for p in document.paragraphs if p.zone == "dateline"]
    told = (m for m in mentions(document) if m.month and m.day and any(p.start <= m.start < p.end for p in lines))
    line = next(told, None)
    here = mention.unit == "day" or (mention.unit == "weekday" and mention.offset == 0)
    if line is None or line.unit is not None or line.year is not None or line.until is not None or not here:
        return EventDate()
    moved = shifted(f"2000-{line.month:02}-{line.day:02}", mention.offset)
    leap = mention.offset and moved.endswith("02-29")  # the day before March 1 is another one in most years
    return EventDate() if leap else event_date(f"XXXX{moved[4:]}", "none")


def _in_month(mention: DateMention, year: int | None, month: int, basis: str) -> EventDate:
    """``mention.day`` of the month that is ``mention.offset`` from ``year``-``month``."""
    ahead, month = divmod(month - 1 + mention.offset, 12)
    try:
        return event_date(written(None if year is None else year + ahead, month + 1, mention.day), basis)
    except ValueError:  # the 31st of a month that has 30 days
        return EventDate()


def _from_context(mention: DateMention, document: Document) -> EventDate:
    """A date that leans on the one mentioned before it; without one, only a bare day can lean on the page."""
    before = _before(mention, document)
    if before is None or before.edtf is None:
        page = _page(document) if mention.unit == "month" else None
        if page is None or not mention.day:
            return EventDate()
        past = mention.day > page[0].day
        return _in_month(
            mention, page[0].year - (past and page[0].month == 1), (page[0].month - 1 - past) % 12 + 1, page[1]
        )
    first = before.edtf.partition("/")[0]
    year = None if first.startswith("X") else int(first[:4])
    if mention.unit == "year":
        return _dated(mention.edtf, "none") if year is None else _in_year(mention, year, before.basis)
    if mention.unit == "month":
        return _in_month(mention, year, int(first[5:7]), before.basis)
    moved = shifted(first.replace("XXXX", "2000" if first.endswith("02-29") else "2001"), mention.offset)
    return event_date(moved if year is not None else f"XXXX{moved[4:]}", before.basis, published=document.published)


def _before(mention: DateMention, document: Document) -> EventDate | None:
    """The nearest earlier date of the text that names a day (a month and a year are enough for 当年)."""
    for other in reversed([m for m in mentions(document) if m.start < mention.start]):
        if other.unit != "recent" and other.precision == "day":
            resolved = resolve(other, document)
            if resolved.edtf:
                return resolved
    return None
