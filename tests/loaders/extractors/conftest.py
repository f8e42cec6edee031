"""No test here may ask a real model: what would, fails. Nor does one leave a loop of events behind."""

import asyncio
from collections.abc import Iterator

import pytest
from pydantic_ai import models


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    with models.override_allow_model_requests(False):
        yield


@pytest.fixture(autouse=True)
def loop_of_its_own() -> Iterator[None]:
    """pydantic-ai takes the loop of the thread or leaves a new one behind; here it is closed."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()
