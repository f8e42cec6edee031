"""CAMEO codes of events, the same for both grammars."""

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import yaml

from graph.facts import Format, Status

MeetingKind: TypeAlias = Literal[
    "visit", "inspection", "reception", "third_place", "talk", "negotiation", "forum", "ceremony"
]
TABLE = Path(__file__).parents[1] / "lexicon" / "cameo.yaml"


@cache
def _codes() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = yaml.safe_load(TABLE.read_text("utf-8"))
    return table


def meeting_code(kind: MeetingKind, form: Format) -> str:
    """The CAMEO code of a meeting of this kind and format."""
    return _codes()["meeting"]["video" if form == "video" else kind]


def agreement_code(status: Status) -> str:
    """The CAMEO code of an agreement of this status."""
    return _codes()["agreement"][status]
