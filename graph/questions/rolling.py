"""Districts rolled up to the city or the province that they are in."""

from graph.questions.columns import optional, string
from graph.questions.kept import kept
from graph.questions.stats_answers import RollUp
from graph.questions.tally import Parts
from graph.store import Store


def rolled_up(store: Store, some: Parts, to: RollUp | None) -> Parts:
    """``some`` with each district replaced by that which it is in; as they are where ``to`` is None."""
    return some.of(whole(store, to)) if to else some


def whole(store: Store, to: RollUp) -> dict[str, str]:
    """For each district the city or province that it is in: a municipality is both, a province is its own city."""
    return kept(store, ("whole", to), lambda: _whole(store, to))


def _whole(store: Store, to: RollUp) -> dict[str, str]:
    rows = store.read("tally_districts")
    level = {string(row, "id"): optional(row, "level") for row in rows}
    parent = {string(row, "id"): up for row in rows if (up := optional(row, "parent"))}
    found = {}
    for id in level:
        chain = [id]
        while (up := parent.get(chain[-1])) and up not in chain:
            chain.append(up)
        is_city = to == "city" and len(chain) > 1 and level.get(chain[-1]) != "municipality"
        found[id] = chain[-2] if is_city else chain[-1]
    return found
