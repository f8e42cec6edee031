"""Bring what others wrote for the browser: ``python scripts/vendor.py`` checks the files, ``--update`` fetches them.

``npm pack`` fetches the pinned version of each package through whatever npm is set up to use; the files named in the
manifest are taken out of it, and their SHA-384 digests are written back (``--update``) or compared; a
test compares them too.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

MANIFEST = Path(__file__).parent.parent / "api/static/vendor/manifest.json"


def digest(path: Path) -> str:
    """As in the ``integrity`` attribute of a script."""
    return "sha384-" + base64.b64encode(hashlib.sha384(path.read_bytes()).digest()).decode()


def fetch(package: str, members: dict[str, str], folder: Path) -> None:
    """Write the named members of the package, which is ``name@version``."""
    with tempfile.TemporaryDirectory() as where:
        run = subprocess.run(  # noqa: S603 - what the manifest names
            ["npm", "pack", "--silent", package],  # noqa: S607 - npm is where PATH says
            cwd=where,
            check=True,
            capture_output=True,
            text=True,
        )
        with tarfile.open(Path(where) / run.stdout.split()[-1]) as archive:
            for name, member in members.items():
                source = archive.extractfile(f"package/{member}")
                if source is None:
                    raise SystemExit(f"{package}: {member} is no file")
                (folder / name).write_bytes(source.read())


def main() -> None:
    """Check or update what the manifest names; leaves with 1 and a line for each file that differs."""
    update, wrong = "--update" in sys.argv[1:], []
    folder, manifest = MANIFEST.parent, json.loads(MANIFEST.read_text(encoding="utf-8"))
    for package, about in manifest.items():
        if update:
            fetch(package, {name: file["from"] for name, file in about["files"].items()}, folder)
        for name, file in about["files"].items():
            found = digest(folder / name)
            if update:
                file["integrity"] = found
            elif file["integrity"] != found:
                wrong.append(f"{folder / name}: {found}, not {file['integrity']}")
    MANIFEST.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
