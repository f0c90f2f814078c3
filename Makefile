# Everything runs in .venv, made from the lock on first use. PYTHON may name another interpreter (3.11 or later).
PYTHON ?= python3
ARTICLES ?= seeds
OUT ?= outputs
ARGS ?=
LAB ?=
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTS ?=
WORKERS ?= logical

.DEFAULT_GOAL := help
.PHONY: help setup report test lab check bench lock clean

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-8s %s\n", $$1, $$2}'

setup: $(READY)  ## .venv with everything in it, at the versions of the lock

# pip checks every download against the lock's hashes; uv does the same and is used where it is installed.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tellings needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 2; }
	@test -x $(BIN)/python || { echo "Making $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@echo "Installing what the lock names (once; some minutes on a slow line)"
	@if command -v uv >/dev/null 2>&1; then \
	    uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements.lock && \
	    uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	    PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock && \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@

report: $(READY)  ## the reports of ARTICLES=folder into OUT=folder (seeds into outputs)
	@$(BIN)/tellings report --articles "$(ARTICLES)" --out "$(OUT)" $(ARGS)

# A file's tests share one worker, and with it the browser, the reports and the stores they were given.
test: $(READY)  ## the tests, side by side; TESTS="tests/read -k gaps" for some, WORKERS=0 for one after another
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --maxprocesses 4 --dist loadfile $(TESTS)

# Kernels listen on sockets of the file system, not on ports in the clear, where the system takes so long a name.
lab: $(READY)  ## JupyterLab, with the front notebook open; LAB="--no-browser" for its own options
	@runtime=$$($(BIN)/jupyter --runtime-dir); \
	test $${#runtime} -lt 55 && sockets=--KernelManager.transport=ipc; \
	exec $(BIN)/jupyter-lab --ServerApp.root_dir=. $$sockets $(LAB) notebooks/0-start.ipynb

check: $(READY)  ## ruff, mypy --strict, the notebooks' hygiene
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/tellings check notebooks

bench: $(READY)  ## the benchmarks, side by side with their peers
	@$(BIN)/python -m tests.benchmarks

# The lock names versions and hashes only: where a package comes from is the reader's own configuration.
lock:  ## requirements.lock anew from pyproject.toml (needs uv)
	@uv pip compile pyproject.toml --extra dev --extra explore --extra dask --universal --python-version 3.11 --generate-hashes --upgrade \
	    --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet --output-file requirements.lock

clean:  ## what reports and tools left behind
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
