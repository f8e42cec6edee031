"""An agreement in the making."""

from dataclasses import dataclass, field

from graph.facts import EventDate, Status


@dataclass(slots=True)
class Deal:
    """An agreement in the making: camps of the parties, people who signed."""

    status: Status
    sentence: int
    start: int
    end: int
    parties: list[str] = field(default_factory=list)
    signatories: list[str] = field(default_factory=list)
    signed_in: int | None = None
    """The sentence that names the signatories, where it is not the one of the agreement."""
    date: EventDate | None = None
    subject: str | None = None
    other: bool = False
    bare: bool = False
    """Only a ceremony is told: of which agreement, another sentence says."""
    named: dict[str, str] = field(default_factory=dict)
    """The body that the text names for a party's camp."""
