"""From clusters to the graph: each entity's node, and the edges that are its own.

Every derived row has one owner, the entity or record whose function below gives it. So a change rebuilds the rows of
the owners that it touches, and no others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from graph.dates import bounds
from graph.facts import DistrictFact, Evidence, InstitutionFact, PersonFact
from graph.identity.derive_events import event_rows
from graph.identity.evidence import shown
from graph.identity.names import shown_names
from graph.identity.person_keys import full_names
from graph.identity.records import BodyContext, HeldPost, PersonContext, Record
from graph.identity.rows import LABEL, end
from graph.store import Edge, Node, Value

INFERRED = 0.6
"""The confidence of a post whose body the text does not name beside the title, where nobody estimated one."""


Held: TypeAlias = tuple[Record, HeldPost, Evidence | None, float]
"""A post as one record tells it, with the sentence and its confidence."""


def entity_rows(entity: str, records: Sequence[Record], entity_of: Mapping[str, str]) -> Iterator[Node | Edge]:
    """The rows of the entity that ``records`` are; ``entity_of`` leads from every record they refer to."""
    ordered = sorted(records, key=lambda r: r.age)
    match entity[0]:
        case "p":
            yield from _person(entity, ordered, entity_of)
        case "m" | "g":
            yield from event_rows(entity, ordered, entity_of)
        case _:
            yield from _body(entity, ordered, entity_of)


def mention_rows(record: Record, entity: str) -> Iterator[Edge]:
    """Where the article of ``record`` mentions it: an edge for each place."""
    if isinstance(record.fact, PersonFact | InstitutionFact | DistrictFact):
        for mention in sorted(set(record.fact.mentions), key=lambda m: (m.start, m.end)):
            place: dict[str, Value] = {
                "surface": mention.quote,
                "start": mention.start,
                "end": mention.end,
                "record": record.id,
            }
            yield Edge("MENTIONED_IN", end(entity), ("Article", record.article), place)


def _person(entity: str, records: Sequence[Record], entity_of: Mapping[str, str]) -> Iterator[Node | Edge]:
    facts = [r.fact for r in records if isinstance(r.fact, PersonFact)]
    aliases = {a for f in facts for a in full_names((f.name, *f.aliases))}
    yield Node("Person", {"id": entity, **shown_names((f.name for f in facts), aliases)})
    posts: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for record in records:
        assert isinstance(record.context, PersonContext)  # noqa: S101 - the kind says so
        assert isinstance(record.fact, PersonFact)  # noqa: S101
        for post, role in zip(record.context.posts, record.fact.roles, strict=True):
            if post.body:
                titled = " ".join(post.title.casefold().split())
                posts[entity_of[post.body], titled].append((record, post, role.evidence, role.confidence))
    for (body, _), held in sorted(posts.items(), key=lambda p: p[0]):
        spelling = Counter(post.title for _, post, _, _ in held)
        title = min(spelling, key=lambda t: (-spelling[t], t))
        told = shown((record, evidence) for record, _, evidence, _ in held)
        yield Edge("HOLDS", end(entity), end(body), {"title": title, **_tenure(held), **told})


def _tenure(held: Iterable[Held]) -> Mapping[str, Value]:
    """First and last day that an article attests the post for; a post that is called former attests none."""
    told = [attested(record) for record, post, _, _ in held if not post.former]
    firsts, lasts = ([day for days in told if (day := days[n])] for n in (0, 1))
    confidence = max(INFERRED if post.inferred and share == 1.0 else share for _, post, _, share in held)
    return {
        "earliest": min(firsts, default=None),
        "latest": max(lasts, default=None),
        "confidence": round(confidence, 2),
    }


def attested(record: Record) -> tuple[str | None, str | None]:
    """The days that a post named in ``record`` was held on: that of the article, else those of its meetings."""
    if record.published:
        return bounds(record.published)
    assert isinstance(record.context, PersonContext)  # noqa: S101 - the kind says so
    days = sorted(d.day for d in record.context.days if not d.day.startswith("X"))
    return (days[0], days[-1]) if days else (None, None)


def _body(entity: str, records: Sequence[Record], entity_of: Mapping[str, str]) -> Iterator[Node | Edge]:
    """A body or district that no table knows: all that is told of it comes from its records."""
    facts = [r.fact for r in records if isinstance(r.fact, InstitutionFact | DistrictFact)]
    contexts = [r.context for r in records if isinstance(r.context, BodyContext)]
    names = shown_names((f.name for f in facts), {a for f in facts for a in f.aliases})
    sort = Counter(f.type if isinstance(f, InstitutionFact) else f.level for f in facts)
    told = min(sort, key=lambda s: (s == "other", -sort[s], s))
    yield Node(LABEL[entity[0]], {"id": entity, **names, "kind" if entity[0] == "i" else "level": told})
    for edge, ends in (("PART_OF", [c.parent for c in contexts]), ("LOCATED_IN", [c.district for c in contexts])):
        targets = Counter(entity_of[r] for r in ends if r and entity_of[r] != entity)
        if targets:
            yield Edge(edge, end(entity), end(min(targets, key=lambda t: (-targets[t], t))))
