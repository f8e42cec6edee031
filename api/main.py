"""The application of this environment's settings, for servers that import one: ``uvicorn api.main:app``.

Run as a program it prints the OpenAPI document: ``python -m api.main > docs/openapi.json``.
"""

import json
import sys

from api import logs
from api.app import create_app
from graph.settings import Settings

_settings = Settings()
logs.configure(_settings.log_format, _settings.log_level)
app = create_app(_settings, anonymous=bool(_settings.anonymous))

if __name__ == "__main__":
    json.dump(app.openapi(), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
