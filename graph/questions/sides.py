"""From two names or ids to the two records that a judgement on them is about."""

from graph.errors import InvalidQuestion, NotFound
from graph.identity.closure import read_ids
from graph.identity.records import record_of_entity_id
from graph.questions.find import find
from graph.questions.ids import is_id, successor
from graph.questions.records import stored_records
from graph.store import Store


def sides(store: Store, a: str, b: str) -> tuple[str, str]:
    """The ids of the records that ``a`` and ``b`` stand for: each a record's id, an entity's or event's, or a name.

    An id stands for the record that it was made from, also where that was merged into another entity; a name for the
    oldest record of who bears it. Raises NotFound, Gone, Ambiguous, and InvalidQuestion where both are one record.
    """
    found = record_of(store, a), record_of(store, b)
    if found[0] == found[1]:
        raise InvalidQuestion(f"{a!r} and {b!r} stand for one record, {found[0]}; `jjj why` lists those of an entity")
    return found


def record_of(store: Store, text: str) -> str:
    """The id of the record that ``text`` stands for. Raises NotFound, Gone, Ambiguous."""
    wanted = text.strip()
    if wanted.startswith("r-"):
        return wanted
    own = record_of_entity_id(wanted)
    if is_id(wanted) and any(True for _ in read_ids(store, "ledger_entities", [own])):
        return own
    entity = successor(store, wanted) if is_id(wanted) and wanted[0] in "mg" else find(store, wanted).id
    records = stored_records(store, [entity])[entity] if entity else []
    if not records:
        raise NotFound(f"no article states {text!r} by itself")
    return records[0].record.id
