"""The processes that answer: this one, or several that share its socket and are watched by it.

Several workers have a store, a projection and limits each. What they count for Prometheus goes to one folder, of which
the library learns from the environment alone; it is set for the workers and read by nobody here.
"""

import ctypes
import gc
import os
import signal
import tempfile
from contextlib import suppress
from functools import partial
from math import ceil
from multiprocessing import parent_process
from socket import socket
from threading import Thread
from typing import Final

import uvicorn
from fastapi import FastAPI
from uvicorn.config import STARTUP_FAILURE
from uvicorn.supervisors import Multiprocess

from api import logs
from api.app import create_app
from graph.errors import StoreError
from graph.projection.warm import compile_elsewhere
from graph.settings import Settings

COUNTS: Final = "PROMETHEUS_MULTIPROC_DIR"
ARENAS: Final = 2
_M_ARENA_MAX: Final = -8
"""As ``malloc.h`` has it."""
PATIENCE: Final = 30
"""Seconds for which a worker that is busy need not answer the process that watches it."""


def run(settings: Settings, listener: socket, *, anonymous: bool) -> None:
    """Answer on ``listener`` until interrupted or terminated; what is being answered then is finished.

    Raises StoreError where a worker does not start.
    """
    config = uvicorn.Config(
        partial(application, settings, anonymous=anonymous),
        factory=True,
        workers=settings.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=1 << 17,  # an address that is too long is answered with a problem
        timeout_graceful_shutdown=ceil(settings.stop_seconds),
        timeout_worker_healthcheck=PATIENCE,
    )
    # Once all is answered uvicorn raises the signal again that ended it; then there is still something to tidy.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt):  # the way to end it, not a failure
        if settings.workers > 1:
            _run_several(config, listener, compiled=settings.projection_memory > 0)
        else:
            uvicorn.Server(config).run(sockets=[listener])


def _run_several(config: uvicorn.Config, listener: socket, *, compiled: bool) -> None:
    if compiled:
        compile_elsewhere()  # once, and not in every worker
    with tempfile.TemporaryDirectory(prefix="jjj-metrics-") as folder:
        os.putenv(COUNTS, folder)
        workers = Multiprocess(config, [listener])
        workers.run()
        if any(worker.exitcode == STARTUP_FAILURE for worker in workers.processes):
            raise StoreError("a worker does not start; the lines above say why")


def application(settings: Settings, *, anonymous: bool) -> FastAPI:
    """The application of one process, which logs as the settings say and does not outlive who started it."""
    logs.configure(settings.log_format, settings.log_level)
    _allocate_from_few()
    if watcher := parent_process():
        Thread(target=_end_with, args=(watcher,), name="watched", daemon=True).start()
    app = create_app(settings, anonymous=anonymous)
    app.state.store.settled = _settle
    return app


def _allocate_from_few() -> None:
    """Let all threads allocate from ``ARENAS``: each of dozens would keep what it once needed, some 300 MB together."""
    with suppress(OSError, AttributeError):  # another allocator than that of GNU
        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, ARENAS)


def _settle() -> None:
    """Let the collector look no more at what is in memory to stay: all threads stand still while it does."""
    gc.collect()
    gc.freeze()


def _end_with(watcher: object) -> None:
    watcher.join()  # type: ignore[attr-defined] # no type of the library's is public
    os.kill(os.getpid(), signal.SIGTERM)
