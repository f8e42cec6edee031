"""Who held an event, who headed which side, and of whom a sentence says that they were there."""

import re
from functools import lru_cache

from loaders.extraction.english.skeleton import BODY, DISTRICT, PERSON, Sentence
from loaders.extraction.english.verbs import pattern, verbs

_LED = re.compile(r"\b(?:headed|led|represented) (?:also )?by |\b(?:delegation|team|group) under (?=(?:Ⓣ )?Ⓟ)")
_LED_IT = re.compile(
    r"(?:It|They|The (?:delegation|Ⓖ|team|party|mission)) (?:was|were) (?:led|headed) by "
    r"|(?:The )?(?:delegation|members of the delegation) (?:also )?(?:included|consisted of) "
    r"|(?:Also |(?:The )?[Oo]ther )?(?:in|members of|Ⓣ of|delegates in) the (?:\w+ )?(?:delegation|party|team|group) "
    r"(?:also )?(?:were|was|include|included|are) "
)
_ON_SIDE = re.compile(
    r"(?:On|From) the (Chinese|host|receiving|visiting|guest|\w+(?:ish|[ae]n|ese|ch)) (?:side|part)\b"
)
_AMONG = re.compile(r"\bamong (?:those (?:visiting|who came)|the (?:visitors|guests|(hosts)))\b", re.I)
_RECEIVING = re.compile(
    r"(?:Receiving|Welcoming|Meeting|Greeting|Hosting|(?:On hand|There) to (?:receive|welcome|greet|meet))"
    r"(?: [^Ⓟ.;]{1,40})? (?:was|were) "
)
_ACCOMPANIED = re.compile(
    r"(?:(?P<pronoun>\b(?:He|She|They))|(?P<person>Ⓟ)|\b(?P<group>The (?:delegation|guests|visitors)))"
    r"(?:, [^Ⓟ]{1,100},)? (?:was|were) (?:also )?(?:accompanied|joined) (?:on (?:the|his|her|their) \w+ )?by "
)
_TRAVELS = re.compile(
    r"Ⓟ(?:, [^Ⓟ;]{1,100},)?(?: who)? (?:(?:was|were) travell?ing"
    r"|(?:had )?(?:travell?ed|(?:come|came|flown|arrived) (?:along|together)))"
    r"(?: (?:with|beside) (?:(?:the )?(?:Ⓣ )?(?P<guest>Ⓟ)|him|her|them|the (?:delegation|guests|group)))?"
)
_HOSTS = re.compile(r"\b[Tt]he hosts?\b")
_GUESTS = re.compile(r"\b(?:[Tt]he|[Tt]heir|[Tt]hese|two|three) (?:guests?|visitors?|delegation|group|team)\b")

_ORGANISED = re.compile(
    r"\b(?:co-)?(?:hosted|organi[sz]ed|sponsored|staged|convened|initiated|held) by (?:the )?"
    r"(?P<hosts>[ⒾⓁ](?:(?:, | and |, and |, together with | together with )(?:the )?[ⒾⓁ])*)"
)
_WHICH_ORGANISED = re.compile(
    r"(?:\b(?:forum|conference|summit|ceremony|symposium|meeting|event|workshop|seminar|congress|talks)|[ⒾⓃ]),? "
    r"(?:which|that) (?:the )?(?P<hosts>[ⒾⓁ](?:(?:, | and |, and )(?:the )?[ⒾⓁ])*) (?:\w+ly )?"
    r"(?:had )?(?:co-)?(?:hosted|organi[sz]ed|staged|convened|initiated|held)\b",
    re.I,
)
"""The same in the active voice: "the forum, which Ⓘ organized"."""


def organisers(sentence: Sentence) -> list[str]:
    """The bodies that held an event."""
    if BODY not in sentence.skeleton and DISTRICT not in sentence.skeleton:
        return []
    told = (f for p in (_ORGANISED, _WHICH_ORGANISED) for f in p.finditer(sentence.skeleton))
    return [m.key for f in told for m in sentence.within(*f.span("hosts"))]


def travellers(sentence: Sentence) -> list[str]:
    """Who set out, in a sentence that names no body where they arrived."""
    led = _LED.search(sentence.skeleton)
    if led:
        return [m.key for m in sentence.within(led.end(), len(sentence.skeleton), PERSON)]
    verb = next(iter(verbs("visit", sentence.skeleton)), None)
    return [m.key for m in sentence.within(0, verb.start(), PERSON)] if verb else []


def led_side(sentence: Sentence) -> tuple[str, list[str]] | None:
    """``("visitor" | "host", people)`` where a sentence says who headed the guests or the hosts."""
    among = _AMONG.search(sentence.skeleton)
    if among:
        side = "host" if among.group(1) else "visitor"
        return side, [m.key for m in sentence.within(0, among.start(), PERSON)]
    named = _ON_SIDE.match(sentence.skeleton)
    if named:
        people = [m.key for m in sentence.within(named.end(), len(sentence.skeleton), PERSON)]
        return ("host" if named.group(1) in ("Chinese", "host", "receiving") else "visitor"), people
    receiving = _RECEIVING.match(sentence.skeleton)
    if receiving:
        return "host", [m.key for m in sentence.within(receiving.end(), len(sentence.skeleton), PERSON)]
    led = _LED.search(sentence.skeleton) or _LED_IT.match(sentence.skeleton)
    if led is None:
        return None
    people = [m.key for m in sentence.within(led.end(), len(sentence.skeleton), PERSON)]
    if _LED_IT.match(sentence.skeleton):
        return "visitor", people
    for side, who in (("host", _HOSTS), ("visitor", _GUESTS)):
        if who.search(sentence.skeleton, 0, led.start()):
            return side, people
    return None


def companions(sentence: Sentence) -> tuple[str | None, list[str], bool] | None:
    """Who came with a guest, and that guest (None for one whom only a pronoun or "the delegation" names), and whether
    they surely travelled with the guest: hosts, too, "accompany" people on a tour."""
    beside = _TRAVELS.search(sentence.skeleton)
    if beside:
        guest = sentence.at(beside.start("guest")).key if beside.group("guest") else None
        return guest, [sentence.at(beside.start()).key], True
    found = _ACCOMPANIED.search(sentence.skeleton)
    if found is None:
        return None
    guest = sentence.at(found.start("person")).key if found.group("person") else None
    return guest, [m.key for m in sentence.within(found.end(), len(sentence.skeleton), PERSON)], False


_TAKES_PART = re.compile(
    r"\b(?:with the participation of|in the presence of|on behalf of|representing|represented by|witness|accompan"
    r"|[Ss]ignator)"
)


def takes_part(sentence: Sentence) -> bool:
    """Whether the sentence says of the people in it that they were there."""
    return _tells_who_was_there(sentence.skeleton)


@lru_cache(maxsize=1 << 10)  # asked several times of each sentence
def _tells_who_was_there(skeleton: str) -> bool:
    return bool(pattern("attend").search(skeleton) or _TAKES_PART.search(skeleton) or _LED.search(skeleton))
