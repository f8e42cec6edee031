"""Stores: what is the same for every engine, and the engines."""

from pathlib import Path
from typing import TYPE_CHECKING

from graph.settings import Settings
from graph.stores.contents import content_hash

if TYPE_CHECKING:
    from graph.stores.ladybug import LadybugStore
    from graph.stores.neo4j import Neo4jStore

__all__ = ["content_hash", "open_store"]


def open_store(where: str | Path | Settings, *, read_only: bool = False) -> "LadybugStore | Neo4jStore":
    """The store at a path or at a ``bolt://`` or ``neo4j://`` address; credentials come from the settings.

    A context manager too. Raises StoreUnavailable, StoreLocked, SettingsError.
    """
    settings = where if isinstance(where, Settings) else Settings(store=str(where))
    if "://" not in settings.store:
        from graph.stores.ladybug import LadybugStore

        return LadybugStore(Path(settings.store), read_only=read_only, seal=settings.seal_file())
    from graph.stores.neo4j import Neo4jStore

    return Neo4jStore(settings, read_only=read_only)
