# shipskip: two commands to begin with, `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
FULL := $(VENV)/.installed-full
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-header --no-annotate \
  --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help setup full demo test check format bench docs lock wheel clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

setup: $(STAMP) ## Install shipskip and its tools into .venv, as locked

full: $(FULL) ## Install every extra as well: desk, ray, tune, and what drives a browser

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "shipskip needs Python 3.11 or newer; name one: make PYTHON=python3.12 …"; exit 1; }
	@echo "Setting up .venv (once; about a minute) …"
	@$(PYTHON) -m venv $(VENV)
	@$(INSTALL) --require-hashes --requirement requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q panel
	@touch $(STAMP)

$(FULL): $(STAMP) requirements-full.lock
	@echo "Adding the extras to .venv (once; a minute or two) …"
	@$(INSTALL) --require-hashes --requirement requirements-full.lock
	@touch $(FULL)

demo: $(STAMP) ## Put the worked examples before the builtin reviewer: two scorecards and a comparison
	@$(BIN)/shipskip review releases/muse-spark releases/qwen3-6-27b
	@$(BIN)/shipskip compare releases/muse-spark releases/qwen3-6-27b

test: $(FULL) ## Run the tests; those that need a browser, a database or Java say so and are skipped without it
	@$(BIN)/python -m pytest -q -n auto

check: $(FULL) ## Lint, types, import floors
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

format: $(STAMP) ## Format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(STAMP) ## Measure start-up against bare Python, ballots per second against bare aiohttp, and the check of a dossier
	@$(BIN)/python benchmarks/startup.py
	@$(BIN)/python benchmarks/throughput.py
	@$(BIN)/python benchmarks/evidence.py

lock: $(STAMP) ## Lock the dependencies anew, with hashes and without addresses
	@$(INSTALL) uv
	@$(COMPILE) --group full --all-extras --output-file requirements-full.lock
	@$(COMPILE) --group dev --constraint requirements-full.lock --output-file requirements.lock

wheel: $(STAMP) ## Build the wheel into dist/
	@$(BIN)/hatchling build -t wheel

clean: ## Remove what was made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
