"""The API and its page: serve."""

from ipaddress import ip_address
from typing import Annotated

import typer

from api.commands.options import StoreOption, settings
from api.commands.output import err
from graph.errors import SettingsError


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on; only this machine's own for now.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    store: StoreOption = None,
) -> None:
    """Serve the REST API and the page until interrupted."""
    if not _is_loopback(host):
        raise SettingsError(
            f"{host} can be reached by others, and the API has no keys yet: serve on 127.0.0.1, "
            "behind a proxy that asks who comes"
        )
    import uvicorn

    from api.app import create_app

    app = create_app(settings(store))
    address = f"[{host}]" if ":" in host else host
    if port:
        err().print(f"http://{address}:{port}")
    uvicorn.run(app, host=host, port=port, log_level="info" if not port else "warning")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
