"""Who the parties of an agreement are, as the sentence names them: by subject, "between", "with" or "by"."""

import re

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.definite import definite
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.signing import Act, signings
from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON, Mention, Sentence

_OWNER = r"(?:its (?:\w+ ){0,3}|[ⒾⓁⓃ]['’]s (?:\w+ ){0,2})?"
_LIST = rf"[ⒾⓁⒼ](?:(?:,\s+| and |,?\s+and |, as well as | as well as )(?:the )?{_OWNER}[ⒾⓁⒼ])*"
_OWNS = re.compile(r"['’]s (?:\w+ ){0,2}[ⒾⓁⒼ]")
_GROUP = re.compile(_LIST)
_PAIR = re.compile(r"\b(?:between|among) (?:the )?(?P<a>[ⒾⓁⒼ])(?P<more>[^.;]{0,80}?)\band (?:the )?(?P<b>[ⒾⓁⒼ])")
_WITH = re.compile(
    rf"\bwith (?:the |Ⓝ['’]s )?(?:[\w'’]+ ){{0,3}}?(?:[\w'’]+, (?:including|such as|among them) )?(?P<b>{_LIST})"
)
_BY = re.compile(r"\bby (?:the )?(?P<b>[ⒾⓁⒼⓅⓉ][^.;]{0,160})")
GROUPED = re.compile(
    r"(?<!\bof )\b(?:[Tt]he|[Bb]oth|[Tt]hese|[Aa]ll) (?:two |three |four )?(?:\w+ )?(?:sides|parties|universities"
    r"|schools|institutions|places|presidents|leaders|companies|cities|governments|districts|organi[sz]ations|institutes|academies|partners"
    r"|regions)\b"
    r"|\b(?:[Tt]he two|[Tt]hey|[Bb]oth)\b"
)
"""Both sides of what is being told."""
_LOOKING_ON = re.compile(r"\b(?:attend|witness|join(?!tly)|present|particip|watch|announc)")
_ANNOUNCED = re.compile(r" announced(?: \w+ly| Ⓓ| today)? (?:the |that (?:it|they) (?:has |have |had )?)$")
"""Who tells of what it signed itself."""
_OBLIQUE = re.compile(r"\b(?:of|in|at|on|for|from|to|with) (?:the )?$")
_RELATIVE = re.compile(
    r", (?:which|who|whose|where|affiliated|located|led|headed|represented|founded|based|known|formerly) [^,]*,"
)
_WITNESSES = re.compile(
    r"\b(?:witness(?:ed|ing)? (?:by )?|in the presence of )[^.;]*?"
    r"\band (?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?Ⓟ(?:,? [^Ⓟ,]*)?(?:,|$)",
    re.I,
)
_WITNESS = re.compile(
    r", with [^.;]{3,120}? (?:as (?:a )?witness(?:es)?|looking on|watching)\b"
    r"|\bwitness(?:ed|ing)? (?:by )?[^.;]*?(?:[,.;]|$)|\bin the presence of [^.;]*?(?:[,.;]|$)",
    re.I,
)
SIGNERS = re.compile(
    r"\b[Ss]ignator(?:y|ies) (?:were|are|was|included)\b"
    r"|Ⓟ[^.;]{0,120}\b(?:put|affixed|lent|added) (?:their|his|her) (?:names?|signatures?) to\b"
    r"|Ⓟ[^.;]{0,120}\bsigned (?:for|on behalf of)\b"
    r"|\b(?:It|They|[Tt]he (?:[\w-]+ ){0,2}(?:document|paper|text|letter|agreement|memorandum|contract)s?)"
    r" (?:was|were) (?:then |also )?(?:signed|inked) (?:(?:for|on behalf of) [^ⓅⓉ.;]{0,40} )?by\b"
    r"|\b(?:put|affixed) (?:their|his|her) signatures? (?:to|on)\b|\b(?:as|were)(?: the)? signatories\b"
    r"|Ⓟ[^.;]{0,120}\b(?:put pen to paper|inked the|did the signing|signed(?=[.]))"
    r"|\b[Ss]igning (?:for|on behalf of) (?:the )?[ⒾⓁⒼ]|\brepresented [^.;]{0,40} (?:in|at|for) (?:the )?signing\b"
    r"|\baffixed (?:their|his|her) signatures?\b"
    r"|\bbears? the signatures? of\b"
    r"|\bsigned (?:it|them|the (?:document|paper|text)s?)\b"
)
SIGNED_EACH = re.compile(
    r"Ⓟ[^Ⓟ.;]{0,100}\bsigned (?:for|on behalf of) [^Ⓟ.;]{0,60}(?:,? and|,|;) (?:[^Ⓟ.;]{0,40})?Ⓟ"
    r"[^Ⓟ.;]{0,80} (?:for|on behalf of) "
)
"""Each for a body of its own: "Ⓟ signed for Ⓘ and Ⓟ for Ⓘ"."""
ACTIVE = re.compile(
    r"(?<=Ⓟ)[^Ⓟ]{0,120}?\b(?:signed\b(?! by)|(?:put|affixed|lent|added) (?:their|his|her) (?:names?|signatures?)\b)"
)
"""Where those who sign stand before the verb."""
_ACTED = re.compile(
    r"Ⓟ[^Ⓟ;]{0,80}?\b(?:\w{2,}ed|spoke|gave|made|met|held|led|took part)\b[^Ⓟ;]{0,80}?(?:, and|, while|;| while) "
    r"(?=[^Ⓟ]{0,60}Ⓟ)"
)
"""What others did before, in the same sentence: "A and B spoke, and C and D signed"."""
_SIGNED_BY = re.compile(
    r", (?:which|and it|it) (?:was|were) (?:then )?(?:signed|inked) by (?P<b>[^.;]{0,160})"
    r"|, with (?P<with>[^.;]{0,160}?) (?:signing|putting|inking|as (?:the )?signatories)\b"
    r"|; (?P<next>[^.;]{0,160}?) (?:signed(?: it\b|(?= on behalf| for|[.;]))|were the signatories)"
    r"|, signed by (?P<apposed>[^.;]{0,160})"
    r"| (?:which|that) (?P<which>[^.;]{0,120}?Ⓟ[^.;]{0,60}?) signed\b"
)
OFFICERS = re.compile(r"\b(?:[Tt]he |[Bb]oth )(two |three |)Ⓣ(?! Ⓟ)")
COUNTERPARTS = re.compile(r"(?:His|Her|Their) (?:[\w-]+ ){0,2}counterparts? (?:was|were) ")
"""Who signed besides the one that the sentence before names."""
_ONE = "(?:the )?[ⒾⓁⒼ]"
_PAIRED = re.compile(rf"{_ONE} and {_ONE}(?:,? (?:and |as well as )?{_ONE} and {_ONE})+")
"""A list of pairs: with one "and" in it, it would be a list of bodies that sign together."""
_JOINED = re.compile(r"([ⒾⓁⒼ])(?:,| together| along| jointly|, together|, along) with (?:the )?$")
_BE = re.compile(r"\b(?:was|were|is|are|been|be)\b")
_EACH = re.compile(r"\b(?:respectively|separately)\b")
_TOLD = re.compile(r"\b(?:that|where|while|when|as) ")


_WITH_EACH = re.compile(
    r"\bwith (?:each|every one|all|both)(?: (?:two|three|four|five|six|one))?(?: of)?"
    r"(?: (?:the|them|these|those)\b| (?:univers|compan|institut|school|partner)\w+)"
)
_ON_BEHALF = re.compile(r"\bon behalf of (?:the )?([ⒾⓁⒼ])")
_WENT = re.compile(
    r"\b(?:visit(?:ed|s|ing)|toured|call(?:ed|s|ing) (?:on|at)|went to|travell?ed to|came to) (?:the )?$"
)


def _with_each(act: Act) -> list[list[int]]:
    """One agreement with each of those whom the sentence listed: "Ⓟ visited Ⓘ and Ⓘ and signed one with each"."""
    skeleton = act.sentence.skeleton
    if act.passive or not _WITH_EACH.search(skeleton, act.end):
        return []
    lists = [_symbols(skeleton, *m.span()) for m in _GROUP.finditer(skeleton, 0, act.start)]
    behalf = _ON_BEHALF.search(skeleton, act.end)
    own = [behalf.start(1)] if behalf else []
    return [[*own, other] for other in lists[-1]] if lists and len(lists[-1]) > 1 else []


_ENTRY = re.compile(
    r"[;:] (?:and |secondly |thirdly |finally )?(?:an?|one|another|the) [^;]{1,80}?\bwith (?:the )?(?P<b>[ⒾⓁⒼ])"
)
"""One of several papers that a sentence enumerates: "; a contract with Ⓘ, for which Ⓟ signed"."""


def listed(act: Act) -> list[list[int]]:
    """One agreement for each of the papers that the sentence enumerates, each with another body."""
    skeleton = act.sentence.skeleton
    entries = [m.start("b") for m in _ENTRY.finditer(skeleton, act.start)]
    if len(entries) < 2 or act.passive:
        return []
    own = _subject(skeleton, act.start)
    behalf = _FOR.search(skeleton, act.start, entries[0])
    return [[*(own or ([behalf.start(1)] if behalf else [])), other] for other in entries]


_FOR = re.compile(r"\b(?:for|on behalf of) (?:the )?([ⒾⓁ])")


def signed_with_each(sentence: Sentence) -> list[str]:
    """The bodies that a sentence lists and of which it says that something was signed with each."""
    places = [pair[-1] for act in signings(sentence) for pair in _with_each(act)]
    return [m.key for m in map(sentence.at, places) if m.kind == BODY]


def pairings(act: Act) -> list[list[int]]:
    """Where in a skeleton the parties stand: one list an agreement, several where the text tells of one with each."""
    skeleton, verb = act.sentence.skeleton, act.start
    between = [_symbols(skeleton, pair.start("a"), pair.end("b")) for pair in _PAIR.finditer(skeleton)]
    between = between or _with_each(act) or listed(act)
    if between:
        return between
    withs = list(_WITH.finditer(skeleton, verb if act.passive else act.end))
    others = _symbols(skeleton, *withs[0].span("b")) if withs else []
    if act.passive:
        by = _BY.search(skeleton, verb)
        own = _symbols(skeleton, *by.span("b")) if by else []
        if others and not own and not _BE.search(skeleton, verb, act.end):  # of Ⓘ, under an agreement signed with Ⓘ
            own = _symbols(skeleton, 0, verb)[:1]
        return [own + others]
    own = _subject(skeleton, verb)
    if not others and own and _PAIRED.fullmatch(skeleton, own[0], own[-1] + 1):
        return [own[i : i + 2] for i in range(0, len(own), 2)]
    if own and len(withs) > 1 and re.search(r"\band $", skeleton[: withs[1].start()]):  # with A in 2018 and with B
        return [[*own, *_symbols(skeleton, *w.span("b"))] for w in withs]
    if len(others) > 1 and len(own) == 1 and (_EACH.search(skeleton) or _several(act)):
        return [[*own, other] for other in others]
    if len(others) > 1 and len(own) == len(others) and _EACH.search(skeleton):
        return [[a, b] for a, b in zip(own, others, strict=True)]
    return [own + others]


def _several(act: Act) -> bool:
    start, end = act.paper or (0, 0)
    return (
        act.sentence.skeleton[start:end]
        .casefold()
        .endswith(("agreements", "contracts", "mous", "memoranda", "memorandums"))
    )


def _subject(skeleton: str, verb: int) -> list[int]:
    subject = list(_GROUP.finditer(_RELATIVE.sub(lambda m: " " * len(m.group()), skeleton[:verb])))
    passed = subject[-1].end() if subject else 0
    announced = _ANNOUNCED.search(skeleton, passed, verb)
    until = announced.start() if announced else verb
    acts = subject and not any(p.search(skeleton, passed, until) for p in (_LOOKING_ON, GROUPED))
    acts = acts and not _WENT.search(skeleton, 0, subject[-1].start())
    if not acts:
        return []
    with_others = _JOINED.search(skeleton, 0, subject[-1].start())
    own = _acting(skeleton, *subject[-1].span())
    return [with_others.start(1), *own] if with_others else own


def _acting(skeleton: str, start: int, end: int) -> list[int]:
    """The subject among bodies in a row: "At the fair of A, B signed" has only B."""
    if _OBLIQUE.search(skeleton, max(0, start - 12), start) and not re.search(r"\band\b", skeleton[start:end]):
        start = skeleton.rindex(",", start, end) if "," in skeleton[start:end] else start
    return _symbols(skeleton, start, end)


def _symbols(skeleton: str, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if skeleton[i] in "ⒾⓁⒼ" and not _OWNS.match(skeleton, i + 1, end)]


def without_witnesses(sentence: Sentence) -> list[Mention]:
    """The people of a sentence up to those who only looked on."""
    seen = _WITNESS.search(sentence.skeleton)
    end = seen.start() if seen and PERSON in sentence.skeleton[: seen.start()] else len(sentence.skeleton)
    return sentence.within(0, end, PERSON)


_BY_PEOPLE = re.compile(r"\bby (?:the )?(?P<b>[ⒾⓁⒼⓅⓉ][^.]*)")
"""A list of signatories with their posts may be long and have semicolons."""
_SIDES = re.compile(r"(?:, |; )(?:and |while |where )?(?:the two|both) (?:sides|parties)\b")
"""A subject of its own, behind which nobody who acted before signs."""


def signers(sentence: Sentence, verb: int, passive: bool) -> list[str]:
    """The people who put the signature; those who only looked on are none."""
    by = _BY_PEOPLE.search(sentence.skeleton, verb) if passive else None
    own = len(sentence.skeleton) - len(sentence.skeleton.lstrip())  # what comes before belongs to another act
    start, end = by.span("b") if by else (own, verb)
    if not by:
        start = max((m.end() for m in _TOLD.finditer(sentence.skeleton, 0, verb)), default=own)
        start = max([start, *(m.end() for m in _ACTED.finditer(sentence.skeleton, start, verb))])
        start = max([start, *(m.end() for m in _SIDES.finditer(sentence.skeleton, start, verb))])
    lists, ones = ([m.span() for m in p.finditer(sentence.skeleton)] for p in (_WITNESSES, _WITNESS))
    for hidden in (lists or ones, ones):
        found = [
            m.key
            for m, place in zip(sentence.mentions, sentence.places, strict=True)
            if m.kind == PERSON and start <= place < end and not any(a <= place < b for a, b in hidden)
        ]
        if found:
            return found
    return []


_PARTNER = re.compile(r"\bwith (?:the )?(?:[ⒾⓁⒼ](?:['’]s)? )?(?:Ⓣ )?(Ⓟ)|\brepresented by (?:its |their )?(?:Ⓣ,? )?(Ⓟ)")


def partners(sentence: Sentence, after: int) -> list[str]:
    """People of the other side: "signed a contract with Mayor A", "with Langfang, represented by A"."""
    return [sentence.at(m.start(m.lastindex or 1)).key for m in _PARTNER.finditer(sentence.skeleton, after)]


def later_signers(sentence: Sentence, after: int) -> list[str]:
    """Those whom a clause after it names: "an agreement on chips, which was signed by A and B", "; A and B signed"."""
    by = _SIGNED_BY.search(sentence.skeleton, after)
    return [m.key for m in sentence.within(*by.span(by.lastgroup or 0), PERSON)] if by else []


def bodies(reading: Reading, camps: Camps, sentence: Sentence, found: list[int]) -> dict[str, str]:
    """The camps of the bodies at these places, each with the body that the text names."""
    named: dict[str, str] = {}
    for place in found:
        mention = sentence.at(place)
        key = mention.key if mention.kind in BODY + DISTRICT else definite(reading, mention)
        if key:
            named.setdefault(camps.of(key), key)
    return named
