"""The closed lists of words that questions, API and command line share; light to import."""

from typing import Literal, TypeAlias

from graph.facts import Status

__all__ = ["EventKind", "Grade", "Kind", "Status", "TieType"]

Kind: TypeAlias = Literal["person", "institution", "district"]
ExtractorName: TypeAlias = Literal["rules", "rules+jieba", "model"]
EventKind: TypeAlias = Literal["meeting", "agreement"]
TieType: TypeAlias = Literal["met", "signed_agreement", "holds", "part_of", "located_in", "governs"]
Grade: TypeAlias = Literal["across", "video", "same_side", "co_listed"]
