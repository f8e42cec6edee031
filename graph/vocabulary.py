"""The closed lists of words that questions, API and command line share; light to import."""

from typing import Final, Literal, TypeAlias

from graph.facts import Status

__all__ = [
    "BANDS",
    "Centrality",
    "EventKind",
    "ExportFormat",
    "Grade",
    "Kind",
    "MetOrder",
    "Order",
    "Status",
    "TieType",
]

Kind: TypeAlias = Literal["person", "institution", "district"]
ExtractorName: TypeAlias = Literal["rules", "rules+jieba", "model"]
EventKind: TypeAlias = Literal["meeting", "agreement"]
TieType: TypeAlias = Literal["met", "signed_agreement", "holds", "part_of", "located_in", "governs"]
Order: TypeAlias = Literal["latest", "earliest"]
MetOrder: TypeAlias = Literal["count", "last", "strength"]
ExportFormat: TypeAlias = Literal["gexf", "graphml", "node-link", "csv", "parquet", "jsonld", "ftm", "neo4j"]
Centrality: TypeAlias = Literal[
    "degree", "strength", "betweenness", "closeness", "pagerank", "core", "clustering", "brokerage"
]
Grade: TypeAlias = Literal["across", "video", "same_side", "co_listed"]

BANDS: Final = (0.9, 0.7, 0.5, 0.0)
"""Confidence of at least so much makes a band; the first is what may be taken unseen (docs/extraction.md)."""
