"""For whom each person of an article acts: the camp of the post, or of the body that the name is told with."""

import re

from loaders.extraction.english.camps import Camps
from loaders.extraction.english.joint_posts import Holding
from loaders.extraction.english.reading import Reading
from loaders.extraction.english.skeleton import GENERIC
from loaders.extraction.english.units import is_part

_COUNTERPART = re.compile(r"\b(?:his|her|their|its) ([ⒾⓁ])(?:['’]s)? counterparts?,? (Ⓟ)")
_MEMBER = re.compile(r"(?P<of>Ⓟ) (?:of|from) (?:the )?(?P<b>[ⒾⓁⒼ])(?! Ⓣ)|(?P<owner>[ⒾⓁ])['’]s (?P<own>Ⓟ)")
_HONOUR = re.compile(r"\b(?:member|academician|fellow|deputy to|alumn|honorary|visiting|trustee)", re.I)


def _weight(post: Holding) -> tuple[bool, bool]:
    """Posts that show for whom a person acts first: no memberships and honours, none that is only inferred."""
    return bool(_HONOUR.search(post.title)), post.inferred


def affiliations(reading: Reading, camps: Camps, posts: list[Holding]) -> dict[str, str]:
    """The camp of each person, by keys; who has none stands in no post and beside no body."""
    found: dict[str, str] = {}
    for post in sorted(posts, key=_weight):
        if post.body and (not post.former or post.title.casefold().startswith("then")):
            found.setdefault(post.person, camps.of(post.body))
    for sentence in reading.sentences:
        for member in _MEMBER.finditer(sentence.skeleton):
            who, where = ("of", "b") if member.group("of") else ("own", "owner")
            body = sentence.at(member.start(where))
            if body.kind != GENERIC and not is_part(reading.bodies[body.key]):
                found.setdefault(sentence.at(member.start(who)).key, camps.of(body.key))
        for other in _COUNTERPART.finditer(sentence.skeleton):
            found.setdefault(sentence.at(other.start(2)).key, camps.of(sentence.at(other.start(1)).key))
    return found
