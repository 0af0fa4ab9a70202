# make demo: the sample as Word documents in build/.  make test: all tests.  Both work as the first command after clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint accept clean
.DEFAULT_GOAL := demo

$(BIN)/docgen: setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip setuptools
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/all: $(BIN)/docgen setup.cfg
	$(BIN)/python -m pip install --quiet --editable '.[all]'
	@touch $@

demo: $(BIN)/docgen
	$(BIN)/docgen render samples/wijkkracht-spoordijk.yaml --out build

test: $(VENV)/all
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/all
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Write the snapshots anew; then read the difference (git diff) before you commit it.
accept: $(VENV)/all
	DOCGEN_ACCEPT=1 $(BIN)/python -m pytest -q -n auto tests/test_documents.py tests/test_rules.py
	git status --short tests/snapshots templates docs

clean:
	rm -rf $(VENV) build dist *.egg-info
