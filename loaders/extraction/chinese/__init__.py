"""The Chinese grammar: from a cleaned article to its facts, by rules and lexicons alone.

Layers, each reading only those before it, over a text of fixed offsets (``sentences.readable``):

=============  ======================================================================================
bodies         ``naming`` (districts, known institutions, references), ``unlisted`` and ``phrases`` (by their ending),
               all in one ``register``
persons        ``titles``, ``posts``, ``names`` (where a name ends), ``names_before`` (a post), ``people``
roles          ``belonging`` (which body a post belongs to), ``roles``
events         ``scenes`` (sentences of one event), ``actors``, ``frames`` (who came to whom), ``gatherings``,
               ``sides``, ``meetings``
agreements     ``agreements``
=============  ======================================================================================

Words are in ``loaders/lexicon/chinese_*.yaml``; ``article`` puts the layers together.
"""

from loaders.extraction.chinese.article import facts

__all__ = ["facts"]
