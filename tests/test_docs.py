"""What the documents say is true: commands, options, routes and settings exist, links lead somewhere, transcripts are
what happens. Other blocks of code are run by ``test_blocks``."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import unquote

import pytest
import typer
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]

from api.app import create_app
from api.commands import app as jjj
from graph.questions.course import Mode
from graph.schema import EDGES, NODES
from graph.settings import Settings
from graph.stores.cookbook import recipes

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "cypher").rglob("*.md"),
        *(ROOT / "notebooks").glob("*.md"),
    ]
)
ALL_TEXT = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)
COMMANDS_PAGE = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A transcript: `$ command`, then what it prints, where a line of one … stands for any lines. It is run."""
TRANSCRIPTS = [path for path in DOCUMENTS if BLOCK.search(path.read_text(encoding="utf-8"))]
SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands() -> dict[str, list[str]]:
    """The options of each command, by its full name."""
    found: dict[str, list[str]] = {}

    def walk(command: object, name: str) -> None:
        for sub in getattr(command, "commands", {}).values():
            walk(sub, f"{name} {sub.name}".strip())
        if not hasattr(command, "commands"):
            found[name] = [option for parameter in command.params for option in parameter.opts]  # type: ignore[attr-defined]

    walk(typer.main.get_command(jjj), "")
    return found


@pytest.mark.parametrize("command", commands())
def test_every_command_and_option_is_documented(command: str) -> None:
    assert f"jjj {command}" in COMMANDS_PAGE
    options = [option for option in commands()[command] if option.startswith("--") and option != "--help"]
    assert [option for option in options if f"`{option}" not in COMMANDS_PAGE] == []


def test_every_route_is_documented() -> None:
    paths = create_app(Settings()).openapi()["paths"]
    assert len(paths) > 10
    assert [path for path in paths if path not in ALL_TEXT] == []


def test_the_tables_of_routes_have_every_route() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    rows = "\n".join(re.findall(r"^\|.*\|$", page, re.MULTILINE))
    paths = create_app(Settings()).openapi()["paths"]
    assert [path for path in paths if not re.search(re.escape(path) + r"(?![\w/{])", rows)] == []


def test_every_mode_of_a_path_is_documented() -> None:
    (row,) = (row for row in COMMANDS_PAGE.splitlines() if row.startswith("| `--mode "))
    told = re.findall(r"\w+", row.split("`")[1].removeprefix("--mode "))
    assert told == list(get_args(Mode))
    page = (ROOT / "docs" / "paths.md").read_text(encoding="utf-8")
    assert [mode for mode in get_args(Mode) if f"`mode={mode}`" not in page] == []


def test_every_setting_is_documented() -> None:
    prefix = Settings.model_config["env_prefix"]
    names = [f"{prefix}{name}".upper() for name in Settings.model_fields]
    assert [name for name in names if name not in ALL_TEXT] == []


def test_every_label_and_type_that_is_asked_in_cypher_is_documented_with_its_properties() -> None:
    page = (ROOT / "docs" / "cypher.md").read_text(encoding="utf-8").split("## Labels and types")[1].split("## ")[0]
    told = dict(re.findall(r"^\| `(\w+)` \|(.*)\|$", page, re.MULTILINE))
    columns = {n.label: n.columns for n in NODES.values()} | {e.type: e.columns for e in EDGES.values()}
    books = {"Record", "RecordKey", "Origin", "Redirect", "Judgement", "Edition", "KEYED", "STATED_IN"}
    books |= {"Suppression", "Sealed"}
    assert set(told) == set(columns) - books
    labels = "|".join(NODES)
    for name, cells in told.items():
        cell = cells.split("|")[0 if name in NODES else 1]
        assert re.findall(r"`(\w+)`", cell) == list(columns[name]), name
        if name in EDGES:
            ends = {end for pair in EDGES[name].pairs for end in pair}
            assert set(re.findall(rf"`({labels})`", cells.split("|")[0])) == ends, name


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [target for target in targets if f"make {target}" not in ALL_TEXT] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=where)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=where)
def test_links_into_a_document_lead_to_a_heading(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#\s]*\.md)?#([^)\s]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if link[1] not in headings(path.parent / link[0] if link[0] else path)] == []


def headings(path: Path) -> set[str]:
    """By the names that links know them by, and anchors of their own."""
    text = path.read_text(encoding="utf-8")
    told = {slugify(title.replace("`", ""), "-") for title in re.findall(r"^#+ (.*)$", text, re.MULTILINE)}
    return told | set(re.findall(r'<a id="([^"]+)">', text))


@pytest.mark.slow
@pytest.mark.parametrize("path", TRANSCRIPTS, ids=where)
def test_transcripts_are_what_happens(path: Path, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("JJJ_")}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    for block in BLOCK.findall(path.read_text(encoding="utf-8")):
        for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            done = subprocess.run(
                ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
            )
            pattern = "".join(r"(?:.*\n)*?" if line == "…\n" else re.escape(line) for line in expected.splitlines(True))
            shown = "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())
            assert re.fullmatch(pattern, shown), f"$ {command}\n{shown}{done.stderr}"


def test_the_site_is_built_and_every_page_is_in_its_contents(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "tutorials" / "quick_start_zh.html").is_file()
    assert (tmp_path / "source" / "cypher" / "cookbook" / "who_met_whom.cypher.txt").is_file()
    assert [link for page in tmp_path.rglob("*.html") for link in dead_links(page, tmp_path)] == []


def dead_links(page: Path, site: Path) -> Iterator[str]:
    """Links of a page to files that the site, put at any address, does not hold."""
    for link in re.findall(r'(?:href|src)="(?![a-z]+:|#|//)([^"#?]+)', page.read_text(encoding="utf-8")):
        # Only the page for what is not found is at no fixed depth, and has links from the top.
        leads = (site / link[1:] if link[0] == "/" else page.parent / unquote(link)).resolve()
        if not (leads.is_relative_to(site.resolve()) and leads.exists()):
            yield f"{page.relative_to(site)}: {link}"


def test_the_page_of_the_cookbook_lists_every_question() -> None:
    page = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
    for each in recipes():
        assert (
            f"[`{each.name}`](../cypher/cookbook/{each.name}.cypher) | {each.question} | {each.question_zh} |" in page
        )


def test_the_changelog_keeps_its_form() -> None:
    lines = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    versions = [line for line in lines if line.startswith("## ")]
    assert versions[0] == "## [Unreleased]"
    dates = [re.fullmatch(r"## \[\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d)", line) for line in versions[1:]]
    assert dates
    assert all(dates)
    days = [date[1] for date in dates if date]
    assert days == sorted(days, reverse=True)
    assert {line[4:] for line in lines if line.startswith("### ")} <= SECTIONS


def test_no_file_names_a_registry_or_a_folder_of_one_machine() -> None:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    forbidden = re.compile(r"/home/\w|--[\w-]*index[-_]url|trusted-host[ =]\w|(?m:^\s*registry\s*=)")
    found = {}
    for name in filter(None, listing.split("\0")):
        path = ROOT / name
        if path == Path(__file__) or not path.is_file():
            continue
        if hits := forbidden.findall(path.read_text(encoding="utf-8", errors="replace")):
            found[name] = hits
    assert found == {}
