"""Stores for tests: both engines behind one fixture, each test with an empty one.

Neo4j is, in this order: ``NEO4J_TEST_URI`` (with ``NEO4J_TEST_USER`` and ``NEO4J_TEST_PASSWORD``; it is emptied!), a
container where a Docker engine runs, a server from Maven Central. Without any of them its tests are skipped, with the
reason; where ``CI=true`` they fail.
"""

import json
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path

import neo4j
import pytest
from hypothesis import settings
from pydantic import SecretStr

from graph.errors import StoreUnavailable
from graph.settings import Settings
from graph.store import Change, Edge, Node, Store
from graph.stores import open_store
from graph.stores.local_neo4j import LTS, SHUT, Release, find_java, install, running
from loaders.pipeline import load

# How long an example takes is the machine's affair: the first one of a module reads lexicons.
settings.register_profile("untimed", deadline=None, max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "100")))
settings.load_profile("untimed")

PASSWORD = "only-for-tests"
IMAGE = "neo4j:5.26-community"
STORES = ["ladybug", pytest.param("neo4j", marks=pytest.mark.neo4j)]

Servers = Callable[[Release], Settings]


def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores for ``-n auto``: tests of Neo4j and of the page wait much of their time.

    Each has a Neo4j of its own, as the community edition has one database and each test begins by emptying it. A
    server that is given is one, so that there is one process.
    """
    return 1 if "NEO4J_TEST_URI" in os.environ else (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Modules with slow tests begin first, so that none is left to run alone at the end.

    ``--dist=loadfile`` keeps a module in one process, which makes its fixtures once.
    """
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(autouse=True)
def nothing_goes_on_being_built() -> Iterator[None]:
    """The thread that makes a projection ends with the test that began it: the filters of warnings are all threads'."""
    yield
    for thread in threading.enumerate():
        if thread.name == "projection":
            thread.join()


@pytest.fixture(scope="session")
def neo4j_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """The settings of a server of that release, started when first asked for."""
    with ExitStack() as stack:

        @cache
        def server(release: Release) -> Settings | str:
            if release is LTS and "NEO4J_TEST_URI" in os.environ:
                return _given()
            if release is LTS and _docker("info"):
                return stack.enter_context(_container())
            try:
                find_java(release)
                jars = install(release)
            except StoreUnavailable as error:
                return str(error)
            home = tmp_path_factory.mktemp("neo4j")
            local = stack.enter_context(running(home, release, jars=jars, password=PASSWORD))
            # What it holds is thrown away, and an end in order takes up to 20 s.
            stack.callback(os.kill, local.pid, signal.SIGKILL)
            return _settings(local.address)

        def found(release: Release) -> Settings:
            settings = server(release)
            if isinstance(settings, Settings):
                return settings
            if os.environ.get("CI") == "true" and release is LTS:
                pytest.fail(f"no Neo4j: {settings}")
            pytest.skip(f"no Neo4j: {settings}")

        yield found


@pytest.fixture
def neo4j_settings(neo4j_servers: Servers) -> Settings:
    """The settings of an empty Neo4j."""
    return _emptied(neo4j_servers(LTS))


@pytest.fixture(params=STORES)
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """The settings of an empty store, on each engine in turn."""
    return _empty(request, tmp_path)


@pytest.fixture(scope="module", params=STORES)
def module_settings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Those of a store for all tests of a module, on each engine in turn; a module that uses it uses no other."""
    return _empty(request, tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def module_store(module_settings: Settings) -> Iterator[Store]:
    """That store, open."""
    with open_store(module_settings) as opened:
        yield opened


@pytest.fixture
def store(store_settings: Settings) -> Iterator[Store]:
    """An empty store, on each engine in turn."""
    with open_store(store_settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def world_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded store with the small made-up graph of ``world.json``, for copies."""
    path = tmp_path_factory.mktemp("world") / "graph.lbug"
    with open_store(Settings(store=str(path))) as store:
        _put_world(store)
    return path


@pytest.fixture(scope="session")
def samples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedded store with the sample articles, for reading."""
    path = tmp_path_factory.mktemp("samples") / "graph.lbug"
    with open_store(Settings(store=str(path))) as store:
        load(store, [Path(str(files("loaders"))) / "samples"])
    return path


@pytest.fixture
def world(store_settings: Settings, world_file: Path) -> Iterator[Store]:
    """A store with the small made-up graph of ``world.json``, on each engine in turn."""
    embedded = "://" not in store_settings.store
    if embedded:
        shutil.copy(world_file, store_settings.store)
    with open_store(store_settings) as store:
        if not embedded:
            _put_world(store)
        yield store


def _put_world(store: Store) -> None:
    rows = json.loads((Path(__file__).parent / "world.json").read_text(encoding="utf-8"))
    nodes = [Node(label, properties) for label, properties in rows["nodes"]]
    edges = [
        Edge(kind, tuple(source.split(":")), tuple(target.split(":")), properties)
        for kind, source, target, properties in rows["edges"]
    ]
    with store.write() as transaction:
        transaction.apply(Change(put_nodes=nodes, put_edges=edges))


def _empty(request: pytest.FixtureRequest, folder: Path) -> Settings:
    if request.param == "ladybug":
        return Settings(store=str(folder / "graph.lbug"))
    servers: Servers = request.getfixturevalue("neo4j_servers")
    return _emptied(servers(LTS if request.param == "neo4j" else request.param))


def _settings(address: str) -> Settings:
    return Settings(store=address, neo4j_password=SecretStr(PASSWORD))


def _given() -> Settings:
    user, password = os.environ.get("NEO4J_TEST_USER", "neo4j"), os.environ.get("NEO4J_TEST_PASSWORD")
    secret = None if password is None else SecretStr(password)
    uri = os.environ["NEO4J_TEST_URI"]
    return Settings(store=uri, neo4j_user=user, neo4j_password=secret, cypher_unchecked=True)


@contextmanager
def _container() -> Iterator[Settings]:
    options = ["--rm", "--detach", "--publish", "127.0.0.1::7687", "--env", f"NEO4J_AUTH=neo4j/{PASSWORD}"]
    for name, value in SHUT.items():
        options += ["--env", f"NEO4J_{name.replace('_', '__').replace('.', '_')}={value}"]
    name = _docker("run", *options, IMAGE)
    if not name:
        raise StoreUnavailable(f"Docker does not run {IMAGE}")
    try:
        settings = _settings(f"bolt://{_docker('port', name, '7687').splitlines()[0]}")
        until = time.monotonic() + 120
        while True:
            try:
                open_store(settings).close()
                break
            except StoreUnavailable:
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)
        yield settings
    finally:
        _docker("stop", name)


def _docker(*arguments: str) -> str:
    """What Docker says; nothing where there is none, or no engine."""
    if not (program := shutil.which("docker")):
        return ""
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if not done.returncode else ""


def _emptied(settings: Settings) -> Settings:
    with neo4j.GraphDatabase.driver(settings.store, auth=settings.neo4j_auth()) as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()
    return settings
