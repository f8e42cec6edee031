"""The graph as objects of py2neo, for notebooks that use it already (extra ``py2neo``); the schema of ``graph.schema``.

::

    graph = connect(Settings())
    person = Person.match(graph).where(name="郭福").first()
    [(other.name, person.met.get(other, "date")) for other in person.met]

py2neo is at its end of life: its last release is of 2021 and speaks Bolt 4.4, which Neo4j 5.26 LTS still does. New work
is better begun with the official driver (``docs/py2neo.md``). These objects are for reading: entities and edges are
derived from what articles say, and a pushed change is gone with the next load.
"""

from py2neo import Graph
from py2neo.errors import ConnectionUnavailable, Neo4jError
from py2neo.ogm import GraphObject, Property, Related, RelatedFrom, RelatedTo

from graph.errors import SettingsError, StoreUnavailable
from graph.settings import Settings


def connect(settings: Settings) -> Graph:
    """The py2neo ``Graph`` of these settings.

    Raises SettingsError where the store is a file, StoreUnavailable where no server answers or lets in.
    """
    if settings.embedded:
        raise SettingsError(f"JJJ_STORE: py2neo reads a Neo4j server, and {settings.store!r} is a file")
    try:
        graph = Graph(settings.store, auth=settings.neo4j_auth(), name=settings.neo4j_database)
        graph.run("RETURN 1").evaluate()
    except (ConnectionUnavailable, Neo4jError, OSError) as error:
        raise StoreUnavailable(f"{settings.store}: {error}") from error
    return graph


class Entity(GraphObject):  # type: ignore[misc]
    """Whoever acts; also the end of an edge that may lead to several labels, which py2neo cannot tell apart."""

    __primarykey__ = "id"

    id = Property()
    name = Property()
    name_zh = Property()
    name_en = Property()
    aliases = Property()


class Event(GraphObject):  # type: ignore[misc]
    """What happened, with the days that it may be of."""

    __primarykey__ = "id"

    id = Property()
    date = Property()
    earliest = Property()
    latest = Property()
    basis = Property()
    code = Property()
    confidence = Property()

    articles = RelatedTo("Article", "REPORTED_IN")


class Article(GraphObject):  # type: ignore[misc]
    """A text that something was read from."""

    __primarykey__ = "id"

    id = Property()
    url = Property()
    title = Property()
    lang = Property()
    published = Property()
    source = Property()
    text = Property()
    sha256 = Property()

    mentions = RelatedFrom(Entity, "MENTIONED_IN")
    events = RelatedFrom(Event, "REPORTED_IN")


class Meeting(Event):
    """Some persons and bodies, together once."""

    place = Property()
    format = Property()
    size = Property()

    persons = RelatedFrom("Person", "ATTENDED")
    bodies = RelatedFrom(Entity, "TOOK_PART")


class Agreement(Event):
    """What bodies agreed, or are told to."""

    status = Property()
    subject = Property()
    kind = Property()

    signatories = RelatedFrom("Person", "SIGNED")
    parties = RelatedFrom(Entity, "PARTY_TO")


class Person(Entity):
    """A person; ``met`` has no direction."""

    met = Related("Person", "MET")
    posts = RelatedTo(Entity, "HOLDS")
    attended = RelatedTo("Meeting", "ATTENDED")
    signed = RelatedTo("Agreement", "SIGNED")
    articles = RelatedTo("Article", "MENTIONED_IN")


class Body(Entity):
    """What institutions and districts have in common; it has no label of its own."""

    met = Related(Entity, "MET")
    agreed = Related(Entity, "SIGNED_AGREEMENT")
    people = RelatedFrom("Person", "HOLDS")
    took_part = RelatedTo("Meeting", "TOOK_PART")
    party_to = RelatedTo("Agreement", "PARTY_TO")
    articles = RelatedTo("Article", "MENTIONED_IN")


class Institution(Body):
    """A university, company, government and the like."""

    kind = Property()

    part_of = RelatedTo("Institution", "PART_OF")
    parts = RelatedFrom("Institution", "PART_OF")
    located_in = RelatedTo("District", "LOCATED_IN")
    governs = RelatedTo("District", "GOVERNS")


class District(Body):
    """A place with a government, from county to province."""

    level = Property()

    part_of = RelatedTo("District", "PART_OF")
    parts = RelatedFrom("District", "PART_OF")
    institutions = RelatedFrom("Institution", "LOCATED_IN")
    governments = RelatedFrom("Institution", "GOVERNS")
