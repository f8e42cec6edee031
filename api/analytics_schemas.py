"""Made-up examples of the answers about networks, and how they are told as tables."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from api import schemas
from api.tables import Table
from graph.networks import Year
from graph.networks import answers as n
from graph.questions import Page

CENTRAL: Final = Page((n.Central(rank=1, entity=schemas.GUO, value=0.31, error=None, roles=None),), None)
COMMUNITIES: Final = Page((n.Community(number=1, size=12, members=(schemas.GUO,)),), None)
GROWTH: Final = n.Growth(
    kind="person",
    years=(
        Year(
            year=2024,
            entities=40,
            pairs=95,
            new_entities=12,
            new_pairs=31,
            mean_degree=4.75,
            largest_part=0.8,
            transitivity=0.41,
            closure=0.05,
        ),
    ),
)


def years(answer: Mapping[str, Any]) -> Table:
    """A row for each year."""
    return Table(tuple(asdict(GROWTH.years[0])), tuple(answer["years"]))
