"""CAMEO codes and the confidence of events, the same for both grammars."""

from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import yaml

from graph.facts import AgreementFact, Format, MeetingFact, Status

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


def meeting_confidence(meeting: MeetingFact) -> float:
    """How complete the text is about the meeting: a rank to sort and filter by, no probability.

    Each thing that the text leaves open, and that a wrongly found meeting usually lacks as well, takes its share.
    """
    share = 1.0
    if meeting.date.edtf is None:
        share *= 0.85
    if not (meeting.hosts and meeting.visitors):
        share *= 0.9 if len(meeting.hosts + meeting.visitors + meeting.institutions) > 1 else 0.7
    if not meeting.participants:
        share *= 0.8
    return round(share, 2)


def agreement_confidence(agreement: AgreementFact) -> float:
    """As ``meeting_confidence``, for an agreement."""
    share = {"signed": 1.0, "reported": 0.9, "intended": 0.7}[agreement.status]
    if len(agreement.parties) < 2:
        share *= 0.6
    if agreement.date.edtf is None:
        share *= 0.9
    return round(share, 2)
