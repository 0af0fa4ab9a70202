# make demo: the sample as Word documents in build/.  make test: all tests.  Both work as the first command after clone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test fuzz lint accept bench peers clean
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

# More than 200,000 broken files from a new seed, which is printed; the tests themselves try 16,000, always the same.
fuzz: $(VENV)/all
	DOCGEN_FUZZ=20 $(BIN)/python -m pytest -n auto -s tests/test_fuzz.py

lint: $(VENV)/all
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Write the snapshots anew; then read the difference (git diff) before you commit it.
accept: $(VENV)/all
	DOCGEN_ACCEPT=1 $(BIN)/python -m pytest -q -n auto tests/test_documents.py tests/test_rules.py
	git status --short tests/snapshots templates docs

# What docgen costs beside other programs, as ratios within one run. Those are installed under benchmarks/.peers.
bench: $(VENV)/all
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.check

peers: $(VENV)/all
	$(BIN)/python -m benchmarks.peers

clean:
	rm -rf $(VENV) build dist *.egg-info benchmarks/.peers
