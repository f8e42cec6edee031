from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings
from graph.store import Store


@pytest.fixture
def client(world: Store) -> Iterator[TestClient]:
    """A client of the service over the small world; it follows no redirect and raises nothing of the server's."""
    app = create_app(Settings(store="world"), world)
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client
