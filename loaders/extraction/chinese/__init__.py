"""The Chinese grammar: from a cleaned article to its facts, by rules and lexicons alone.

Layers, each reading only those before it, over a text of fixed offsets (``sentences.readable``):

=============  ======================================================================================
bodies         ``naming``: ``listed`` (in the tables) and ``damaged``, ``unlisted`` and ``phrases`` (by their ending),
               ``partners`` (by a signing), ``employers`` (by a post), ``shortforms`` (of full names), ``homes`` (whom
               the article speaks for), ``references`` (我校), all in one ``register``
persons        ``titles``, ``posts``, ``names`` (where a name ends), ``names_before`` (a post), ``people``
roles          ``belonging`` (which body a post belongs to), ``roles``
events         ``scenes`` (sentences of one event), ``actors``, ``frames``, ``courtesies`` and ``venues``
               (who came to whom, each reads a ``telling``) and their ``votes``, ``gatherings``,
               ``tours`` (several in one article), ``sides``, ``meetings``
agreements     ``agreements`` (each ``signing`` with its ``status``), ``signatories``, ``respective`` (which of a list
               sign with each other), ``merging`` (what is told twice)
=============  ======================================================================================

Words are in ``loaders/lexicon/chinese_*.yaml``; ``article`` puts the layers together.
"""

from loaders.extraction.chinese.article import facts

__all__ = ["facts"]
