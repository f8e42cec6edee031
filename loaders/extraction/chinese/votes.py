"""What the sentences of a scene say for host and for visitor, added up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.facts import Side
from loaders.extraction.chinese.actors import Actor
from loaders.extraction.chinese.bodies import ORGANS, Body
from loaders.extraction.chinese.people import Person

_WHOLE = ("政府", "委", "管委会", "管理委员会")
"""How an organ ends that stands for the whole district."""
_AT = ("在", "齐聚", "相聚", "聚首", "汇聚", "抵达", "做客")
"""Before a district that is but the place."""


def is_place(text: str, actor: Actor) -> bool:
    """Whether the words before a body tell that it is where something was."""
    return text.endswith(_AT, 0, actor.start)


@dataclass(slots=True)
class Votes:
    """For each root body how much speaks for host and for visitor, and whether anything met at all."""

    host: Counter[Body] = field(default_factory=Counter)
    visitor: Counter[Body] = field(default_factory=Counter)
    named: Counter[Body] = field(default_factory=Counter)
    """How often a frame named a root itself, not only by a person's post."""
    wording: dict[Body, Body] = field(default_factory=dict)
    """The body that the frames named for a root."""
    persons: dict[Person, Side] = field(default_factory=dict)
    """The side of persons without a known body."""
    attended: dict[Body, None] = field(default_factory=dict)
    """Roots whose people were there when others received."""
    places: dict[Body, None] = field(default_factory=dict)
    """Districts that a sentence tells but as the place: 在天津签下, 抵达唐山."""
    met: bool = False
    organised: bool = False
    """Who organised the event was told: it has hosts, and its guests are no visitors of theirs."""
    directed: bool = False
    """A frame had both sides; 座谈 alone has none."""

    def word(self, actor: Actor) -> None:
        """Keep the body that the text names for a root: itself before one that a person stands for."""
        if actor.body is None or actor.root is None:
            return
        if actor.person is not None:
            self.wording.setdefault(actor.root, actor.root)
            return
        department = actor.body.kind in ORGANS and not actor.body.name.endswith(_WHOLE) and actor.body is not actor.root
        if not self.named[actor.root] and not (department and actor.root in self.wording):
            self.wording[actor.root] = actor.body
        self.named[actor.root] += 1

    def only_place(self, text: str, actor: Actor, present: Sequence[Actor]) -> bool:
        """Whether a district is named but for where it was (在 B 召开), and no more in the sentence; it is noted."""
        if actor.person is not None or actor.root is None or actor.root.kind != "district":
            return False
        alone = not any(a.root is actor.root and a is not actor for a in present)
        if not alone or not is_place(text, actor):
            return False
        self.places[actor.root] = None
        return True

    def came(self, visitors: Sequence[Actor], hosts: Sequence[Actor], weight: int) -> None:
        """``visitors`` came to ``hosts``; one of them may be empty."""
        for found, side in ((visitors, self.visitor), (hosts, self.host)):
            acting = [a for a in found if a.person is not None or a.body is None or not a.body.weak]
            for actor in acting or found:
                if actor.root is not None:
                    side[actor.root] += weight
                    self.word(actor)
        self.met = True
        self.directed = self.directed or bool(visitors and hosts)
