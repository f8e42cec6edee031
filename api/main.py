"""The application of this environment's settings, for servers that import one: ``uvicorn api.main:app``."""

from api.app import create_app
from graph.settings import Settings

app = create_app(Settings())
