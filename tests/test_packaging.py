"""The wheel has what the checkout has, and the pinned requirements are those that pyproject.toml asks for."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PARTS = ("graph", "loaders", "api", "cypher")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = {"run": PROJECT["project"]["dependencies"], "test": PROJECT["project"]["optional-dependencies"]["test"]}


def tracked(*paths: str) -> set[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *paths],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return {name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()}


def pins(name: str) -> dict[str, Version]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {canonicalize_name(n): Version(v) for n, v in re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", text, re.MULTILINE)}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl"))


def test_the_wheel_holds_exactly_the_four_parts_with_all_their_files(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {n for n in archive.namelist() if ".dist-info/" not in n}
    assert {n.split("/")[0] for n in names} == set(PARTS)
    assert names == tracked(*PARTS)


@pytest.mark.parametrize("name", PINNED)
def test_pins_satisfy_the_project(name: str) -> None:
    pinned = pins(name)
    for requirement in map(Requirement, PINNED[name]):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version is not None, f"{requirement.name} is not pinned: run `make lock`"
        assert requirement.specifier.contains(version, prereleases=True), f"{requirement} but {version}"


def test_the_three_lists_of_pins_agree() -> None:
    run, test, build = pins("run"), pins("test"), pins("build")
    assert run.items() <= test.items()
    assert all(test.get(name, version) == version for name, version in build.items())


@pytest.mark.parametrize("name", ["build", "run", "test"])
def test_every_pin_has_hashes_and_no_registry_is_named(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert not re.search(r"^\s*-", text.replace("--hash", ""), re.MULTILINE)


def test_versions_agree() -> None:
    from importlib.metadata import version

    assert version("jingjinji") == PROJECT["project"]["version"]
    assert f"## [{PROJECT['project']['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_it_may_not_be_uploaded() -> None:
    # Four generic top-level names: installed beside other packages they would collide (decision 1).
    assert "Private :: Do Not Upload" in PROJECT["project"]["classifiers"]
