"""The Chinese grammar: from a cleaned article to its facts, by rules and lexicons alone.

Layers, each reading only those before it: ``naming`` and ``titles`` (mentions of bodies and posts), ``people`` and ``roles`` (who holds
what where), ``scenes`` (sentences of one event), ``frames`` and ``meetings`` (who came to whom), ``agreements``.
"""

from loaders.extraction.chinese.article import facts

__all__ = ["facts"]
