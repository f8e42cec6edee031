from collections.abc import Mapping
from random import Random

import pytest

from graph.questions import names
from graph.questions.answers import Entity, Kind
from graph.questions.entities import as_entity, by_id, everybody
from graph.questions.forms import Forms
from graph.questions.names import NameIndex, index, renew
from graph.store import Change, Node, Store

KINDS: tuple[Kind, ...] = ("person", "institution", "district")
GIVEN = [
    "郭福",
    "郭福生",
    "Guo Fu",
    "王伟",
    "Wang Wei",
    "王威",
    "Beijing Institute",
    "北京大学",
    "BIT",
    "天津",
    "Wei Wang",
]


def some_entity(draw: Random, number: int) -> Entity:
    kind = draw.choice(KINDS)
    name, *others = draw.choices(GIVEN, k=3)
    english, id = draw.choice([None, others[0]]), f"{kind[0]}-{number:03}"
    return Entity(id=id, kind=kind, name=name, name_zh=None, name_en=english, aliases=tuple(others[1:]))


@pytest.mark.parametrize("seed", range(12))
def test_names_beside_an_index_are_found_as_in_a_new_one(seed: int) -> None:
    draw = Random(seed)
    before = {(e := some_entity(draw, number)).id: e for number in range(60)}
    now = dict(before)
    for id in draw.sample(sorted(before), 15):
        del now[id]
    now |= {(e := some_entity(draw, number)).id: e for number in range(45, 75)}
    changed = names._changed(before, now)
    assert changed
    beside, whole = names._beside(Forms(before), changed, now), NameIndex(Forms(now))
    for text in [*GIVEN, "guo", "wei", "王", "Bejing Institute", "bdx", "tj", "Guo Fy"]:
        for kind in (None, *KINDS):
            assert beside.search(text, kind) == whole.search(text, kind), (text, kind)
            assert beside.bearers(text, kind) == whole.bearers(text, kind), (text, kind)


def test_a_load_changes_the_index_by_what_it_touched(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    index(world)
    made: list[int] = []

    def forms(entities: Mapping[str, Entity]) -> Forms:
        made.append(len(entities))
        return Forms(entities)

    monkeypatch.setattr(names, "Forms", forms)
    with world.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-new", "name": "Zhao Xin", "aliases": ["赵新"]})]))
    assert index(world).bearers("赵新") == ["p-new"]
    with world.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-new", "name": "Zhao Xinyi"})]))
    assert (index(world).bearers("赵新"), index(world).bearers("Zhao Xinyi")) == ([], ["p-new"])
    with world.write() as writer:
        writer.apply(Change(drop_nodes=[("Person", "p-new")]))
    assert index(world).bearers("Zhao Xinyi") == []
    assert max(made) == 1


def test_everybody_is_the_same_whether_followed_or_read(world: Store) -> None:
    before = everybody(world)
    with world.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": "p-new", "name": "Zhao Xin"})]))
    after = everybody(world)
    assert after == by_id_read(world)
    assert after.keys() - before.keys() == {"p-new"}
    assert all(after[id] is entity for id, entity in before.items())


def by_id_read(store: Store) -> dict[str, Entity]:
    return {(e := as_entity(row)).id: e for row in store.read("entity_names")}


def test_an_index_is_made_anew_aside_where_many_changed(world: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "FEW_BESIDE", 2)
    index(world)
    with world.write() as writer:
        writer.apply(Change(put_nodes=[Node("Person", {"id": f"p-n{n}", "name": f"Zhao Xin{n}"}) for n in range(5)]))
    assert len(index(world)._all) == 2
    renew(world)
    found = index(world)
    assert len(found._all) == 1
    assert found.bearers("Zhao Xin3") == ["p-n3"]
    assert by_id(world, ["p-n3"])["p-n3"].name == "Zhao Xin3"
