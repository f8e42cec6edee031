"""No test here may ask a real model: what would, fails."""

from collections.abc import Iterator

import pytest
from pydantic_ai import models


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    with models.override_allow_model_requests(False):
        yield
