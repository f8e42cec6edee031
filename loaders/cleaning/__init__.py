"""Raw text to clean text: a chain of small edits over one offset map, so that every fact can quote the raw text."""

from loaders.cleaning.characters import respell, unify
from loaders.cleaning.encoding import repairs
from loaders.cleaning.glosses import pinyin_glosses
from loaders.cleaning.lines import unwrapped
from loaders.cleaning.runs import lost_runs
from loaders.cleaning.scattered import scattered_spaces
from loaders.cleaning.spacing import latin_spacing
from loaders.cleaning.text import CleanText

__all__ = ["CleanText", "clean"]


def clean(raw: str) -> CleanText:
    """``raw`` without the damage and the ornaments that a grammar should not have to know.

    The order counts: a wrongly decoded passage must be text again before its characters mean anything, a gloss can only
    be told by the character before it, and script conversion looks at whole words, so it comes last.
    """
    text = CleanText.of(raw)
    for step in (repairs, unify, unwrapped, scattered_spaces, latin_spacing, lost_runs, pinyin_glosses):
        text = text.edited(step(text.text))
    return text.respelled(respell(text.text))
