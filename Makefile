# Two commands on a fresh machine: `make run` (the main job on the bundled demo) and `make test`.
PYTHON ?= python3
BIN := .venv/bin
CONSTRAINTS := constraints.txt
EXTRAS := test followthemoney postgres dask
UV := 0.13.9
INSTALL := install --quiet --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test test-all quick lint facts bench compiled lock clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

# The environment is rebuilt when what it is built from changes.
.venv: setup.cfg pyproject.toml $(CONSTRAINTS) build-constraints.txt
	@echo "Building .venv (once; a minute or two)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "sukien needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)")'
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip $(INSTALL) --require-hashes --requirement build-constraints.txt
	@$(BIN)/pip $(INSTALL) --require-hashes --no-deps --no-build-isolation --requirement $(CONSTRAINTS)
	@$(BIN)/pip $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch .venv

run: .venv  ## crawl the bundled demo sites over real HTTP, extract, and show what was found
	@$(BIN)/sukien demo --out data/demo

# The linters run beside the tests, which wait for servers a good part of their time, as do the tests for one another:
# one process more than there are cores. What is compiled is kept, or each process of the tests would compile it again.
test test-all: export PYTHONDONTWRITEBYTECODE :=
test: .venv  ## lint, types, tests, notebooks; what was skipped or is left to `make test-all`, and why, stands at the end
	@$(MAKE) --no-print-directory lint >.lint.txt 2>&1 & lint=$$!; \
		$(BIN)/python -m pytest -n $$(($$(nproc 2>/dev/null || echo 2) + 1)) --dist worksteal -rs $(TESTS); tests=$$?; \
		wait $$lint; linted=$$?; cat .lint.txt; rm -f .lint.txt; \
		[ $$linted = 0 ] && echo "lint and types: well" || echo "lint or types: not well"; \
		[ $$tests = 0 ] && [ $$linted = 0 ]

test-all: TESTS := --long
test-all: test  ## `make test`, and what needs no run at each change

quick: .venv  ## the tests that take seconds
	@$(BIN)/python -m pytest -n 2 -m 'not slow'

lint: .venv  ## flake8, mypy --strict and, with npm, eslint
	@$(BIN)/flake8 sukien scraper extract tests benchmarks
	@$(BIN)/mypy
	@if command -v npm >/dev/null; then \
		npm ci --silent --prefix tests/javascript && \
		tests/javascript/node_modules/.bin/eslint -c tests/javascript/eslint.config.mjs extract/report/*.js; \
	else echo "no npm: the report's JavaScript is not linted"; fi

facts: .venv  ## accept what the extraction now says of the frozen articles
	@$(BIN)/sukien evaluate data/gold/sample.jsonl data/gold/sample_articles.jsonl \
		--against data/gold/sample_facts.jsonl --save data/gold/sample_facts.jsonl

bench: .venv  ## measure speed against peers in the same run
	@for script in benchmarks/bench_*.py; do $(BIN)/python -m benchmarks.$$(basename $$script .py) || exit 1; done

# Built in a copy: what is compiled must not lie beside the modules of the checkout, which would then no longer be read.
compiled: .venv  ## a wheel in dist/ whose hottest modules are compiled; needs a C compiler and some minutes
	@copy=$$(mktemp -d) && git ls-files -z | tar --create --null --files-from - | tar --extract --directory $$copy && \
		SUKIEN_MYPYC=1 $(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist $$copy; built=$$?; \
		rm -rf $$copy; [ $$built = 0 ] && ls dist/*.whl

lock:  ## pin what setup.cfg asks for, with hashes, from the index that pip is set to; what is pinned stays
	@$(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/pip $(INSTALL) 'uv==$(UV)'
	@.venv-lock/bin/uv pip compile --quiet setup.cfg $(EXTRAS:%=--extra %) --universal --python-version 3.11.5 \
		--generate-hashes --no-annotate --override lock-overrides.txt --custom-compile-command "make lock" --output-file $(CONSTRAINTS)
	@printf 'setuptools\nwheel\n' | .venv-lock/bin/uv pip compile --quiet - --universal --python-version 3.11.5 \
		--generate-hashes --no-annotate --custom-compile-command 'make lock' --constraint $(CONSTRAINTS) --output-file build-constraints.txt
	@rm -rf .venv-lock

clean:  ## remove what was built; the data stays
	@rm -rf .venv .venv-lock .venv-pywb tests/javascript/node_modules build dist *.egg-info
