"""A writing process that is killed at any moment loses nothing that it acknowledged and leaves nothing half done."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from graph.settings import Settings
from graph.store import Store
from graph.stores import open_store

BATCH = 20
KILLS = 10

WRITER = """
import sys
from graph.settings import Settings
from graph.store import Change, Edge, Node
from graph.stores import open_store

with open_store(Settings()) as store:
    while True:
        with store.write() as writer:
            found = writer.read("edition", id="graph")
            batch = found[0]["number"] if found else 0
            nodes = [Node("Article", {"id": f"{batch}-{i}", "text": "北" * (i * 300)}) for i in range(int(sys.argv[1]))]
            records = [Node("Record", {"id": node.id}) for node in nodes]
            edges = [Edge("STATED_IN", ("Record", node.id), ("Article", node.id)) for node in nodes]
            writer.apply(Change(put_nodes=[*nodes, *records], put_edges=edges))
        print(batch, flush=True)
"""


def killed_after_a_moment(settings: Settings, chance: random.Random) -> int:
    """The last batch that a writer acknowledged before it was killed."""
    environment = os.environ | {"JJJ_STORE": settings.store}
    if auth := settings.neo4j_auth():
        environment |= {"JJJ_NEO4J_USER": auth[0], "JJJ_NEO4J_PASSWORD": auth[1]}
    command = [sys.executable, "-c", WRITER, str(BATCH)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.25))
        process.send_signal(signal.SIGKILL)
        return int((first + process.stdout.read()).split()[-1])


def settled_edition(store: Store) -> int:
    """The edition, after a server has made up its mind about a commit that was under way."""
    with store.write() as writer:
        return int(str(writer.read("edition", id="graph")[0]["number"]))


@pytest.mark.slow
def test_every_acknowledged_batch_survives_a_kill_and_none_is_half_there(store_settings: Settings) -> None:
    chance = random.Random(20261124)
    for _ in range(KILLS):
        acknowledged = killed_after_a_moment(store_settings, chance)
        with open_store(store_settings) as store:
            edition = settled_edition(store)
            assert edition in {acknowledged + 1, acknowledged + 2}
            expected = {f"{batch}-{i}" for batch in range(edition) for i in range(BATCH)}
            articles = {node.id: node.properties["text"] for node in store.nodes("Article")}
            assert articles.keys() == expected
            assert all(len(str(text)) == 300 * int(id.split("-")[1]) for id, text in articles.items())
            assert {node.id for node in store.nodes("Record")} == expected
            assert {edge.source[1] for edge in store.edges("STATED_IN")} == expected
