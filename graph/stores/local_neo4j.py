"""A Neo4j server of one's own, for development and tests: fetched from Maven Central, kept in a folder, on loopback.

Neo4j Community is GPLv3: it is started as a program of its own and never shipped with this one.
"""

# ruff: noqa: S603 - every command is built here, from paths and numbers

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import neo4j

from graph.errors import StoreError, StoreUnavailable

START_SECONDS = 120.0
STOP_SECONDS = 60.0
FETCH_SECONDS = 1800.0
MEMORY: Final = {
    "server.memory.heap.max_size": "768m",
    "server.memory.pagecache.size": "128m",
    "db.memory.transaction.max": "512m",
}
SHUT: Final = {
    "db.transaction.timeout": "120s",
    # LOAD CSV reads files and addresses even in a session for reading.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    # No plug-in's; the server's own are not kept out by this.
    "dbms.security.procedures.allowlist": "db.*",
}
"""What keeps an ad-hoc query to the graph, whatever else fails; ``docker-compose.yml`` has the same."""

_MAVEN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>jingjinji</groupId><artifactId>neo4j-server</artifactId><version>{version}</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{version}</version></dependency>
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{version}</version>
    </dependency>
  </dependencies>
</project>
"""
_START = """import org.neo4j.server.*;

public class Start {
    public static void main(String[] args) {
        int status = NeoBootstrapper.start(new CommunityBootstrapper(), args);
        if (status != 0) System.exit(status);
    }
}
"""
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")


@dataclass(frozen=True, slots=True)
class Release:
    """A version of Neo4j and the Java versions that it runs on."""

    version: str
    java: range
    entry: tuple[str, ...]
    """What ``java`` is told to run: a class, or the source file that stands in where the class is gone."""


LTS: Final = Release("5.26.30", range(17, 22), ("org.neo4j.server.CommunityEntryPoint",))
CURRENT: Final = Release("2026.08.1", range(21, 100), ("Start.java",))


@dataclass(frozen=True, slots=True)
class Running:
    """A started server: its process id, and the address that ``JJJ_STORE`` takes."""

    pid: int
    address: str


def default_folder(release: Release = LTS) -> Path:
    """Where the server and its data are kept."""
    return Path.home() / ".cache" / "jingjinji" / f"neo4j-{release.version}"


def install(release: Release = LTS, folder: Path | None = None) -> Path:
    """The folder with the server's jars, about 125 MB, fetched with Maven where they are not there yet.

    Raises StoreUnavailable without Maven, or when the fetching fails.
    """
    jars = (folder or default_folder(release)) / "lib"
    if jars.is_dir():
        return jars
    maven = shutil.which("mvn")
    if maven is None:
        raise StoreUnavailable("fetching Neo4j needs Maven (on Debian: apt-get install maven)")
    jars.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=jars.parent) as scratch:
        Path(scratch, "pom.xml").write_text(_POM.format(version=release.version), encoding="utf-8")
        command = [maven, "-B", "-q", "-f", f"{scratch}/pom.xml", _MAVEN]
        command += ["-DincludeScope=runtime", f"-DoutputDirectory={scratch}/lib"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=FETCH_SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise StoreUnavailable(f"Maven did not fetch Neo4j within {FETCH_SECONDS / 60:.0f} minutes") from error
        if done.returncode:
            reason = next((line for line in done.stdout.splitlines() if line.startswith("[ERROR]")), "no reason given")
            raise StoreUnavailable(f"Maven could not fetch Neo4j {release.version}: {reason.removeprefix('[ERROR] ')}")
        try:
            Path(scratch, "lib").rename(jars)
        except OSError:
            if not jars.is_dir():  # else somebody else was faster
                raise
    return jars


def find_java(release: Release) -> Path:
    """The oldest Java that the release runs on. Raises StoreUnavailable without one."""
    on_path = shutil.which("java")
    candidates = [Path(on_path)] if on_path else []
    candidates += sorted(Path("/usr/lib/jvm").glob("*/bin/java"))
    candidates += sorted(Path("/Library/Java/JavaVirtualMachines").glob("*/Contents/Home/bin/java"))
    fitting = [(version, java) for java in candidates if (version := _java_version(java)) in release.java]
    if not fitting:
        wanted = release.java.start
        raise StoreUnavailable(
            f"Neo4j {release.version} needs Java {wanted} (on Debian: apt-get install openjdk-{wanted}-jdk-headless)"
        )
    return min(fitting, key=lambda found: found[0])[1]


def _java_version(java: Path) -> int:
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, timeout=30, check=False).stderr
    except OSError:
        return 0
    match = re.search(r'version "(\d+)', told)
    return int(match[1]) if match else 0


def start(home: Path, release: Release = LTS) -> Running:
    """Start a server that keeps its data in ``home``, answers on a free port of 127.0.0.1 and outlives this process.

    Returns when a query was answered. Raises StoreUnavailable, with the error from its log, if none is; StoreError if
    one runs there already.
    """
    return _launch(home, release, install(release), None)[0]


def _launch(home: Path, release: Release, jars: Path, password: str | None) -> tuple[Running, subprocess.Popen[bytes]]:
    if found := status(home):
        raise StoreError(f"Neo4j runs already at {found.address} (process {found.pid})")
    java = find_java(release)
    port = _configure(home, secured=password is not None)
    command = [str(java), *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED)]
    if 24 in release.java:
        command.append("--enable-native-access=ALL-UNNAMED")
    command += ["-Dlog4j2.disable.jmx=true", "-Xss1m", "-cp", f"{jars.resolve()}/*", *release.entry]
    command += [f"--home-dir={home.resolve()}", f"--config-dir={home.resolve()}/conf"]
    with (home / "server.log").open("wb") as log:
        # A session of its own: an interrupt on the terminal is for us, who then stop it in order.
        process = subprocess.Popen(
            command, cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    running = Running(process.pid, f"bolt://127.0.0.1:{port}")
    try:
        _wait(running, process, home, password)
    except BaseException:
        _end(process)
        raise
    (home / "running.json").write_text(json.dumps({"pid": running.pid, "address": running.address}), encoding="utf-8")
    return running, process


def status(home: Path) -> Running | None:
    """The server of that folder, if it runs."""
    try:
        told = json.loads((home / "running.json").read_text(encoding="utf-8"))
        running = Running(int(told["pid"]), str(told["address"]))
    except (OSError, ValueError, KeyError):
        return None
    # The id alone may be another process's by now; the command names the folder.
    command = subprocess.run(
        [shutil.which("ps") or "/bin/ps", "-ww", "-o", "command=", "-p", str(running.pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    return running if f"--home-dir={home.resolve()}" in command.stdout else None


def stop(home: Path) -> bool:
    """Stop the server of that folder in order; False if none runs. Raises StoreError if it does not end."""
    running = status(home)
    if running is None:
        return False
    os.kill(running.pid, signal.SIGTERM)
    until = time.monotonic() + STOP_SECONDS
    while status(home):
        if time.monotonic() > until:
            raise StoreError(f"Neo4j, process {running.pid}, does not end")
        time.sleep(0.1)
    (home / "running.json").unlink(missing_ok=True)
    return True


@contextmanager
def running(
    home: Path, release: Release = LTS, *, jars: Path | None = None, password: str | None = None
) -> Iterator[Running]:
    """A server for the time of the block; it also ends when this process dies.

    Without ``password`` it asks for none; a password (8 characters or more) can only be given to a new ``home``.
    """
    server, process = _launch(home, release, jars or install(release), password)
    # Its pipe closes with this process, however that ends.
    guard = subprocess.Popen(
        ["/bin/sh", "-c", 'cat >/dev/null; kill "$1"', "sh", str(server.pid)],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield server
    finally:
        guard.kill()
        guard.communicate()
        _end(process)
        (home / "running.json").unlink(missing_ok=True)


def _configure(home: Path, *, secured: bool) -> int:
    """Write the configuration; the port that it names."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    settings = {
        "server.directories.data": f"{home.resolve()}/data",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "dbms.security.auth_enabled": str(secured).lower(),
        "dbms.usage_report.enabled": "false",
        **MEMORY,
        **SHUT,
    }
    lines = [f"{name}={value}\n" for name, value in settings.items()]
    (home / "conf" / "neo4j.conf").write_text("".join(lines), encoding="utf-8")
    (home / "Start.java").write_text(_START, encoding="utf-8")
    return port


def _wait(running: Running, process: subprocess.Popen[bytes], home: Path, password: str | None) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        with suppress(neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
            return _first_question(running.address, password)
        if process.poll() is not None or time.monotonic() > until:
            told = (home / "server.log").read_text(encoding="utf-8", errors="replace").split("\n")
            reason = next((line for line in told if re.search("error|exception", line, re.IGNORECASE)), "see its log")
            raise StoreUnavailable(f"Neo4j did not start: {reason.strip()} ({home}/server.log)")
        time.sleep(0.25)


def _first_question(address: str, password: str | None) -> None:
    """Ask something; a new server is given the password in place of the one that all new servers have."""
    if password is None:
        _ask(address, None, "RETURN 1", {})
    else:
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        with suppress(neo4j.exceptions.AuthError):
            _ask(address, "neo4j", change, {"password": password}, database="system")
        _ask(address, password, "RETURN 1", {})


def _ask(address: str, password: str | None, text: str, given: dict[str, str], database: str = "neo4j") -> None:
    auth = ("neo4j", password) if password is not None else None
    with neo4j.GraphDatabase.driver(address, auth=auth, max_transaction_retry_time=0) as driver:
        driver.execute_query(neo4j.Query(text), given, database_=database)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
