"""Who acts as one: a district, its government and its party committee."""

from typing import Final

from graph.questions.columns import ids
from graph.questions.ties import ANY, LinkReader
from graph.store import Store

_PARTY: Final = "i-party-"
"""Before the code of its district: the id of a party committee in the tables of ``graph.knowledge``."""


def acting_as(store: Store, id: str) -> list[str]:
    """``id``, then those in the store that act as one with it, sorted.

    Texts say now the district, now its government or party committee, where they mean the same signatory or host.
    """
    if id.startswith("p-"):
        return [id]
    reader = LinkReader(store, ANY, ("governs",))
    districts = {id} if id.startswith("d-") else {link.target for link in reader.read([id]) if link.source == id}
    if id.startswith(_PARTY):
        districts.add(f"d-{id.removeprefix(_PARTY)}")
    organs = {link.source for link in reader.read(districts)} if districts else set()
    organs |= {f"{_PARTY}{district.removeprefix('d-')}" for district in districts}
    others = (districts | organs) - {id}
    return [id, *(ids(store.read("entities", ids=sorted(others)), "id") if others else ())]
