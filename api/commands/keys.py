"""Keys of the API: add, list, revoke."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from api.commands.options import JsonOption, one_of, settings
from api.commands.output import end, err, out, print_json, print_table, printable, table
from api.keys import Key, Keys, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(no_args_is_help=True, help="Keys of the API, kept as digests in the file JJJ_KEYS.")

ScopeOption = Annotated[list[str] | None, one_of(Scope, "--scope", "what these scopes allow")]


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose it is; judgements made with it bear this name.")],
    scope: ScopeOption = None,
    json: JsonOption = False,
) -> None:
    """Make a key, and tell it this once. Without --scope it may read; write and cypher include reading, admin all."""
    key, text = _keys().add(name, cast("Sequence[Scope]", scope or ["read"]))
    if json:
        print_json({**_plain(key), "key": text})
        return
    err().print(f"{key.id} of {printable(key.name)}, for {', '.join(key.scopes)}; it is told this once:")
    out().print(text, soft_wrap=True)


@app.command("list")
def list_keys(json: JsonOption = False) -> None:
    """Whose keys there are and what they allow; not the keys themselves, which nothing keeps."""
    keys = _keys().all()
    if json:
        print_json({"items": [_plain(key) for key in keys], "next": None})
    elif keys:
        rows = table("id", "name", "scopes", "made", "revoked")
        for key in keys:
            rows.add_row(key.id, printable(key.name), ", ".join(key.scopes), key.made, key.revoked or "")
        print_table(rows)
    end(keys)


@app.command()
def revoke(
    id: Annotated[str, typer.Argument(metavar="ID", help="The key's id (k-…), as `jjj keys list` tells it.")],
    json: JsonOption = False,
) -> None:
    """Shut out who has this key, at once, also of a service that runs."""
    key = _keys().revoke(id)
    if json:
        print_json(_plain(key))
    else:
        out().print(f"{key.id} of {printable(key.name)} opens nothing since {key.revoked}")


def _keys() -> Keys:
    return Keys(settings(None).keys)


def _plain(key: Key) -> dict[str, Any]:
    """The key without its digest, which is nobody's business."""
    return {name: value for name, value in asdict(key).items() if name != "sha256"}
