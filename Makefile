# `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.

PYTHON ?= python3
VENV   ?= .venv
HOST   ?= 127.0.0.1
PORT   ?= 8000
BIN     = $(VENV)/bin
JJJ     = $(BIN)/jjj

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := help
.PHONY: help run test lint check eval calibrate format bench bench-identity bench-paths bench-exports bench-networks bench-api fuzz-api lock secrets vendor pictures clean sequences differential

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## install, load the sample articles, serve API and page on http://127.0.0.1:8000 (PORT=… for another port)
	$(JJJ) load --samples
	$(JJJ) serve --host $(HOST) --port $(PORT)

test: $(VENV)/.test ## everything, with a real Neo4j (fetched once where none is given; needs Java 17 and Maven)
	$(BIN)/pytest -n auto --cov --cov-report=term:skip-covered

lint: $(VENV)/.test ## format, lint rules and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: lint ## lint, and the tests that need neither minutes nor Neo4j
	$(BIN)/pytest -q -n auto -m "not slow and not neo4j"

eval: $(VENV)/.test ## extraction against the gold annotations, with the floors of tests/floors.json
	$(BIN)/pytest -q -s tests/test_eval.py tests/test_eval_external.py tests/calibration/test_table.py

calibrate: $(VENV)/.test ## fit the confidence of facts anew, on the annotated articles that rules may be made with
	$(BIN)/python -m calibration fit

sequences: $(VENV)/.test ## a thousand random sequences of loads, removals and judgements, on both stores
	SEQUENCES=500 $(BIN)/pytest -q tests/graph/identity/test_sequences.py

fuzz-api: $(VENV)/.test ## requests made from the OpenAPI document, 5,000 and more with a fixed and a random seed, on both stores
	FUZZ_EXAMPLES=70 FUZZ_LEAST=5000 $(BIN)/pytest -q tests/api/test_fuzz.py
	FUZZ_EXAMPLES=70 FUZZ_LEAST=5000 FUZZ_SEED=$$(od -An -N3 -tu4 /dev/urandom | tr -d ' ') $(BIN)/pytest -q tests/api/test_fuzz.py

bench-api: $(VENV)/.bench ## twenty dashboards on 100,000 articles, on both stores, kept in docs/benchmarks.md
	$(BIN)/python -m benchmarks.load --write

differential: $(VENV)/.test ## five thousand questions of paths to each store, against the graph in memory and every path; and as many of each search
	GRAPHS=17 $(BIN)/pytest -q tests/graph/questions/test_pathfinders.py
	HYPOTHESIS_EXAMPLES=5000 $(BIN)/pytest -q tests/graph/projection

bench: $(VENV)/.bench ## speed, growth and memory of extraction beside its peers, kept in docs/benchmarks.md
	$(BIN)/python -m benchmarks.extraction --write

bench-identity: $(VENV)/.bench ## cost of who is who, at up to 200,000 records, kept in docs/benchmarks.md
	$(BIN)/python -m benchmarks.identity --write

format: $(VENV)/.test ## format, and repair what can be repaired
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

LOCK = $(BIN)/pip-compile --quiet --upgrade --generate-hashes --strip-extras --annotation-style=line \
	--no-header --no-emit-options pyproject.toml

bench-paths: $(VENV)/.bench ## paths and their projection beside other engines, up to a million events, kept in docs/benchmarks.md
	$(BIN)/python -m benchmarks.paths --http --write

lock: $(VENV)/.test ## pin the newest versions that pyproject.toml allows, with their hashes
	$(BIN)/pip install --quiet pip-tools
	$(LOCK) --only-build-deps --build-deps-for editable --build-deps-for wheel -o requirements/build.txt
	$(LOCK) -o requirements/run.txt
	$(LOCK) --extra test -c requirements/run.txt -c requirements/build.txt -o requirements/test.txt
	$(LOCK) --extra bench -c requirements/run.txt -c requirements/build.txt -c requirements/test.txt -o requirements/bench.txt

bench-networks: $(VENV)/.bench ## measures of networks beside networkx, kept in docs/benchmarks.md
	$(BIN)/python -m benchmarks.networks --write

bench-exports: $(VENV)/.bench ## edges a second and memory of each format of export, kept in docs/benchmarks.md
	$(BIN)/python -m benchmarks.exports --write

secrets: ## a random password for the Neo4j of docker-compose.yml
	@test ! -e secrets || { echo "secrets/ is there already" >&2; exit 1; }
	@# The containers run as other users than ours, so they must be able to read the files; the folder keeps others out.
	@install -d -m 0700 secrets && password=$$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n') && \
	    printf '%s' "$$password" > secrets/neo4j_password && printf 'neo4j/%s' "$$password" > secrets/neo4j_auth && \
	    chmod 0644 secrets/neo4j_password secrets/neo4j_auth

vendor: ## fetch the scripts of others that the page needs, in the versions of the manifest (needs npm)
	$(PYTHON) scripts/vendor.py --update

pictures: $(VENV)/.test ## take the pictures of the page in docs/explorer anew, from the samples (needs Chromium)
	$(BIN)/python -m scripts.pictures

clean: ## remove the environment and everything that is made again
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage

# One environment for both; the stamps tell what is in it.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	    { echo "Python 3.11, 3.12 or 3.13 is needed; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	    { echo "Python's venv is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/build.txt requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/build.txt -r requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.txt
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.test requirements/bench.txt
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/bench.txt
	@touch $@
