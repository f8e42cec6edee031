"""The API and its page: serve."""

import socket
from errno import EADDRINUSE
from ipaddress import ip_address
from os import strerror
from typing import Annotated

import typer

from api.commands.options import StoreOption, settings
from api.commands.output import err
from api.keys import Keys
from graph.errors import SettingsError


def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on. On all but this machine's own, reading needs a key too.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    write: Annotated[
        bool,
        typer.Option(
            "--write", help="Let keys of scope write change the store, which is the server's alone if embedded."
        ),
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes that answer; else JJJ_WORKERS, else one.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Serve the REST API and the page until interrupted."""
    chosen = settings(store)
    chosen = chosen.model_copy(update={"write": write or chosen.write, "workers": workers or chosen.workers})
    anonymous = _is_loopback(host) if chosen.anonymous is None else chosen.anonymous
    _check_keys(host, Keys(chosen.keys), anonymous=anonymous, writes=chosen.write)
    if chosen.write and chosen.workers > 1 and chosen.embedded:
        raise SettingsError(
            f"{chosen.store}: one process writes an embedded store: one worker, or none that write (or a Neo4j)"
        )
    from api.workers import run

    with listening(host, port) as listener:
        address = f"[{host}]" if ":" in host else host
        err().print(f"http://{address}:{listener.getsockname()[1]}  (Ctrl-C ends it)")
        run(chosen, listener, anonymous=anonymous)


def _check_keys(host: str, keys: Keys, *, anonymous: bool, writes: bool) -> None:
    """Raises SettingsError where nobody could do what the service is started for, or anybody could."""
    if not anonymous and not keys.any_allows("read"):
        raise SettingsError(f"reading needs a key on {host}, and there are no keys: `jjj keys add NAME` makes one")
    if writes and not keys.any_allows("write"):
        raise SettingsError("nobody could write: `jjj keys add NAME --scope write` makes a key that may")


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises SettingsError."""
    # Here rather than in uvicorn, which would answer a taken port with the exit code for "nothing found".
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        reason = (strerror(error.errno) if error.errno else str(error)).lower()
        if error.errno == EADDRINUSE:
            reason += "; choose another with --port (make run PORT=…)"
        raise SettingsError(f"cannot listen on {host}, port {port}: {reason}") from error
    # What is accepted takes it over; asyncio sets it of sockets alone that were made as of TCP by name. Without it the
    # second part of an answer, its body, waits 40 ms for the client to acknowledge the first, its headers.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
