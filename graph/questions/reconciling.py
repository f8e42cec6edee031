"""Names of a table to entities: candidates with scores, as the Reconciliation Service API 0.2 has it.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
The score is that of ``search``, of a hundred. Only one who alone bears the name is ever a match: of namesakes no score
tells which is meant.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias, get_args

from graph.identity.folding import folded, has_han
from graph.knowledge.titles import pairs
from graph.questions.answers import Context, Entity, EntityDetail, Kind
from graph.questions.contexts import contexts
from graph.questions.entities import by_id, entity
from graph.questions.forms import INITIALS, name_forms
from graph.questions.ids import is_id
from graph.questions.names import index
from graph.questions.search import MOST_TEXT
from graph.questions.steady import steady
from graph.store import Store

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
CANDIDATES: Final = 10
"""Of one name, where the client does not say how many."""
MOST: Final = 25
LOOKED_AT: Final = 50
"""Candidates whose properties are compared."""
_UNTOLD: Final = 0.8
"""What the score is multiplied with where no property that was asked for fits."""

Value: TypeAlias = "str | int | Entity"


@dataclass(frozen=True, slots=True)
class Wish:
    """A name to find. ``kinds``: any of these, all where there are none; ``properties``: values by property, of which
    one of each should fit, as text or id."""

    text: str
    kinds: tuple[Kind, ...] = ()
    limit: int = CANDIDATES
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """An entity that a wish may mean. ``score`` is of a hundred; ``fits``: whether each property does."""

    entity: Entity
    score: float
    match: bool
    description: str
    fits: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """What can be told of an entity of some kinds, and compared."""

    id: str
    name: str
    kinds: tuple[Kind, ...]
    of: Callable[[EntityDetail], Iterable[Value]]
    kind: str | None = None
    """The kind of entity that its values are; None: texts or numbers."""


_BODIES: Final[tuple[Kind, ...]] = ("institution", "district")
PROPERTIES: Final[Mapping[str, Property]] = {
    each.id: each
    for each in (
        Property("name_zh", "Chinese name", KINDS, lambda e: filter(None, (e.name_zh,))),
        Property("name_en", "English name", KINDS, lambda e: filter(None, (e.name_en,))),
        Property("aliases", "other names", KINDS, lambda e: e.aliases),
        Property("institution", "institution of a post", ("person",), lambda e: _bodies(e), "institution"),
        Property("title", "title of a post", ("person",), lambda e: dict.fromkeys(p.title for p in e.posts)),
        Property("type", "type of institution", ("institution",), lambda e: filter(None, (e.type,))),
        Property("level", "level of district", ("district",), lambda e: filter(None, (e.level,))),
        Property("part_of", "part of", _BODIES, lambda e: e.part_of),
        Property("located_in", "located in", ("institution",), lambda e: e.located_in, "district"),
        Property("governs", "governs", ("institution",), lambda e: e.governs, "district"),
        Property("meetings", "number of meetings", KINDS, lambda e: (e.counts.meetings,)),
        Property("agreements", "number of agreements", KINDS, lambda e: (e.counts.agreements,)),
        Property("articles", "number of articles", KINDS, lambda e: (e.counts.articles,)),
    )
}


@steady
def reconcile(store: Store, wish: Wish) -> list[Reconciled]:
    """Those whom ``wish`` may mean, the best first; none for a text that is no name."""
    text = wish.text.strip()
    if not text or len(text) > MOST_TEXT:
        return []
    found, alone = _found(store, text, wish.kinds)
    if wish.properties:
        found = found[:LOOKED_AT]
    compared = [_compared(store, each, score, each.id in alone, wish.properties) for each, score in found]
    compared.sort(key=lambda each: (-each.score, not each.match, each.entity.name, each.entity.id))
    shown = compared[: wish.limit]
    told = contexts(store, {each.entity.id for each in shown})
    return [_told(each, told.get(each.entity.id)) for each in shown]


@steady
def suggested(store: Store, prefix: str, kinds: tuple[Kind, ...] = (), limit: int = CANDIDATES) -> list[Reconciled]:
    """Those whose name goes on from ``prefix``, or holds it; of any kind where ``kinds`` is empty."""
    return reconcile(store, Wish(prefix, kinds, limit=limit))


@steady
def described(store: Store, id: str) -> EntityDetail | None:
    """The entity of an id, if there is one."""
    return entity(store, id) if is_id(id) and by_id(store, [id]) else None


@steady
def extended(store: Store, ids: Sequence[str], properties: Sequence[Property]) -> dict[str, dict[str, list[Value]]]:
    """The values of ``properties`` for each of ``ids``; none for what is not there."""
    rows: dict[str, dict[str, list[Value]]] = {}
    for id in dict.fromkeys(ids):
        detail = described(store, id)
        rows[id] = {each.id: _values(detail, each) if detail else [] for each in properties}
    return rows


def description(told: Context | None) -> str:
    """What tells one from its namesakes, in a line."""
    if told is None:
        return ""
    body = told.name_zh or told.name_en or told.name
    days = " – ".join(dict.fromkeys(day for day in (told.earliest, told.latest) if day))
    return ", ".join(part for part in (told.title, body, days, told.article) if part)


def _found(store: Store, text: str, kinds: Sequence[Kind]) -> tuple[list[tuple[Entity, float]], set[str]]:
    """The candidates with their scores of one, and whoever of them alone bears the name, whatever the kind."""
    if is_id(text) and (named := by_id(store, [text])):
        return [(named[text], 1.0)], {text}
    names = index(store)
    # A wish for a kind says who is meant: the university of a place, not the place.
    bearers = {id for kind in kinds for id in names.bearers(text, kind)} if kinds else set(names.bearers(text))
    alike = [(m.entity, m.score) for m in names.search(text) if not kinds or m.entity.kind in kinds]
    namesakes = {each.id for each, _ in alike if _called(each, text)} | bearers
    return alike, bearers if len(namesakes) == 1 else set()


def _called(each: Entity, text: str) -> bool:
    """Whether ``text`` is one of its names: in characters the very name, in Latin letters whatever reads so."""
    forms = {folded(text)} if has_han(text) else _forms(text)
    return any(forms & ({folded(name)} if has_han(text) else _forms(name)) for name in _names(each))


def _forms(name: str) -> set[str]:
    """How a name reads: folded, and in pinyin."""
    return {form for person in (True, False) for form, score in name_forms(name, person) if score > INITIALS}


def _names(each: Entity) -> tuple[str, ...]:
    return tuple(filter(None, (each.name, each.name_zh, each.name_en, *each.aliases)))


def _compared(
    store: Store, each: Entity, score: float, alone: bool, wanted: Sequence[tuple[str, tuple[str, ...]]]
) -> Reconciled:
    known = [(PROPERTIES[id], values) for id, values in wanted if id in PROPERTIES and values]
    if not known:
        return Reconciled(each, round(100 * score, 2), alone, "")
    detail = entity(store, each.id)
    fits = tuple((of.id, _fits(_values(detail, of), values)) for of, values in known)
    share = sum(fit for _, fit in fits) / len(fits)
    total = round(100 * score * (_UNTOLD + (1 - _UNTOLD) * share), 2)
    return Reconciled(each, total, alone and share == 1, "", fits)


def _values(detail: EntityDetail, of: Property) -> list[Value]:
    return list(of.of(detail)) if detail.kind in of.kinds else []


def _bodies(detail: EntityDetail) -> Iterable[Entity]:
    return {post.body.id: post.body for post in detail.posts}.values()


def _fits(values: Iterable[Value], wanted: Iterable[str]) -> bool:
    return any(_equal(value, text) for value in values for text in wanted)


def _equal(value: Value, text: str) -> bool:
    if isinstance(value, Entity):
        return text == value.id or _called(value, text)
    told = str(value)
    return folded(told) == folded(text) or pairs(told, text)


def _told(each: Reconciled, context: Context | None) -> Reconciled:
    return Reconciled(each.entity, each.score, each.match, description(context), each.fits)
