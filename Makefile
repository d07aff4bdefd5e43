# Two commands do everything on a fresh machine: `make demo` and `make test`.
# Both make their own environment in .venv from the versions in requirements*.lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test check eval bench lock clean

demo: $(VENV)/.run
	$(PIP) install --quiet --no-deps --no-build-isolation .
	$(BIN)/stemma demo -o demo-dossier
	@echo "Open demo-dossier/dossier.html in a browser."

test: $(VENV)/.dev
	./scripts/test

check: $(VENV)/.dev
	./scripts/check

eval: $(VENV)/.dev
	$(PIP) install --quiet --no-deps --no-build-isolation .
	./scripts/eval

bench: $(VENV)/.bench
	$(PIP) install --quiet --no-deps --no-build-isolation .
	./scripts/bench

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(VENV)/bin/python requirements.lock
	$(PIP) install --quiet --require-hashes --no-deps -r requirements.lock
	touch $@

$(VENV)/.dev: $(VENV)/bin/python requirements-dev.lock
	$(PIP) install --quiet --require-hashes --no-deps -r requirements-dev.lock
	touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.dev requirements-bench.lock
	$(PIP) install --quiet --require-hashes --no-deps -r requirements-bench.lock
	touch $@

lock: $(VENV)/.dev
	./scripts/lock

clean:
	rm -rf $(VENV) dist demo-dossier
