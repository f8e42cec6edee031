"""Whether an agreement was signed at the event, is reported from before, is but intended, or is none."""

import re

from graph.facts import Status
from loaders.extraction.chinese.sentences import Sentence
from loaders.extraction.chinese.signing import clause_of, patterns
from loaders.extraction.dates.mention import DateMention

SHORT = 12
"""Characters of a clause that may belong to the one behind it: 早在2019年，双方就签署过..."""

_SHALL = re.compile("(?<![即就便])将(?:于|在|与|和|同|由|要|正式|再|另行|择|签|续)")
"""今年9月，甲医院|将与乙医院签署: not of before, though the date is another than that of the event."""


def status_of(bare: str, hit: re.Match[str], background: bool, dated: bool) -> Status | None:
    """The status of the signing at ``hit``; None where none took place. ``dated`` says whether a year or month stands
    before it in the sentence."""
    clause = clause_of(bare, hit.start())
    before = clause_of(bare, clause - 1) if clause else 0
    ahead = bare[clause : hit.start()]
    if patterns()["negated"].search(ahead) or patterns()["cancelled"].match(bare, hit.end()):
        return None
    if patterns()["due"].search(ahead):
        return "intended"
    since = before if clause - before <= SHORT else clause
    if background and (
        _SHALL.search(ahead) or hit["intended"] or (hit["verb4"] is None and patterns()["plan"].search(ahead))
    ):
        return "intended"
    if background or patterns()["past"].search(bare, since, hit.end() + 8):
        return "reported"
    for start, end in ((before, clause), (clause, hit.start())):
        if patterns()["plan"].search(bare, start, end) and patterns()["both"].search(bare, start, end):
            return "intended" if hit.group("verb4") is None else None
    bare_verb = not ahead.strip() and hit["verb"] and not hit.group().startswith(("签了", "签下", "签妥", "签上"))
    agreed = hit["verb4"] is None and patterns()["agreed"].search(bare, 0, clause)  # 双方敲定：节后，由某院和某镇签订
    going = bare_verb and patterns()["going_to"].search(bare, before, clause)  # 将与某某座谈，签署协议
    if "了" not in hit.group() and (agreed or going):
        return "intended"
    if (hit.group("relation") or hit.group("intended") or hit.group("deal")) and patterns()["anybody"].search(ahead):
        return None
    if hit.group("relation") and not patterns()["future"].search(ahead):
        return "reported" if dated else None
    if patterns()["future"].search(ahead):
        with_whom = hit.group("verb4") == "签约" and bare[hit.start() - 1 : hit.start()] == "□"
        return None if hit.group("verb4") and not with_whom else "intended"  # 以此次签约为契机: no other agreement
    if hit.group("intended") or hit.group().endswith(("合作意向", "共建意向")):
        return "intended"
    return "signed"


def is_planned_for(text: str, sentence: Sentence, date: DateMention) -> bool:
    """Whether a word of planning stands right before ``date`` (约定|4月签署): it is that of the signing to come."""
    return bool(patterns()["dated"].search(text, max(sentence.start, date.start - 6), date.start))


def is_of_before(text: str, date: DateMention, event: DateMention | None, place: int) -> bool:
    """Whether what was signed at ``place`` on ``date`` is not of the event: that has another day, or a day at all (or
    近日)."""
    if date is event or _names_event(text, date, place):
        return False
    if date.precision in ("month", "year"):
        return True
    if event is None or event.month is None or event.until is not None or date.month is None:
        return False
    return (date.month, date.day) != (event.month, event.day)


def _names_event(text: str, date: DateMention, place: int) -> bool:
    """Whether a year is but of the name of the event at which the signing at ``place`` is: 2023年春季推介会."""
    between = text[date.end : place]
    return date.precision == "year" and "，" not in between and bool(patterns()["event"].search(between))
