"""An article as it came in: its text, where it came from, and the ids that follow from these."""

import hashlib
from dataclasses import dataclass


def digest(*parts: str) -> str:
    """Twelve hexadecimal digits that stand for ``parts`` (48 bits: a collision is expected from 16 million on)."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Article:
    """One article. ``text`` is the raw text that every offset counts in; it is never changed.

    ``file`` is the input's path as given (a line of JSON lines as ``path:12``). ``origin`` is what makes two loads the
    same input although the text changed: the address, else the absolute path, else None.
    """

    file: str
    text: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    origin: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def id(self) -> str:
        """``a-`` and a digest of the address, or of the text where there is none: so no id depends on a machine."""
        return f"a-{digest('url', self.url) if self.url else digest('text', self.text)}"


@dataclass(frozen=True, slots=True)
class KeptArticle(Article):
    """An article as it is kept in a store, perhaps without what was taken out of it: its id is that of what came."""

    kept_id: str = ""

    @property
    def id(self) -> str:
        return self.kept_id
