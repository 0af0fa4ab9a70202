# `make demo` and `make test` both work as the first command after clone; `make help` says what else there is.
PYTHON ?= python3
VENV := .venv
QUICK := not slow and not office and not network and not faults
# the rooms that use a library, and what holds them together; a test keeps this list true
ROOMS := batch cli office opc partners schema spreadsheet syntax system text versions word differential documents loading
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo quick bounds test fuzz lint accept bench peers lock clean help
.DEFAULT_GOAL := demo

# The versions of requirements.txt and no others, proven by their hashes; then docgen itself, as it stands here.
$(VENV)/all: requirements.txt setup.cfg pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes --requirement requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(VENV)/all ## the sample as Word documents in build/
	$(BIN)/docgen render samples/wijkkracht-spoordijk.yaml --out build

quick: $(VENV)/all ## the tests for between two changes: none that is slow or needs LibreOffice, a network or a fault
	$(BIN)/python -m pytest -q -n auto -m "$(QUICK)"

bounds: $(VENV)/all ## of those the ones to which the version of a library makes a difference (.ci/run gives another BIN)
	$(BIN)/python -m pytest -q -n auto -m "$(QUICK)" $(ROOMS:%=tests/%) $(wildcard tests/test_*.py)

test: $(VENV)/all ## all tests
	$(BIN)/python -m pytest -n auto

fuzz: $(VENV)/all ## over 200,000 broken files from a new seed, which is printed; the tests try 16,000, always the same
	DOCGEN_FUZZ=20 $(BIN)/python -m pytest -n auto -s tests/fuzz/test_fuzz.py

lint: $(VENV)/all ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

accept: $(VENV)/all ## write the snapshots anew; then read the difference (git diff) before you commit it
	DOCGEN_ACCEPT=1 $(BIN)/python -m pytest -q -n auto -m "not office and not slow" tests/documents/test_documents.py tests/rules/test_handbook.py
	git status --short tests/snapshots templates docs

bench: $(VENV)/all ## what docgen costs beside other programs, as ratios within one run
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.check

peers: $(VENV)/all ## install those other programs under benchmarks/.peers
	$(BIN)/python -m benchmarks.peers

lock: ## choose the newest allowed versions anew and write them with their hashes into requirements.txt
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	sed -n 's/^requires = \["\(.*\)"\]$$/\1/p' pyproject.toml | $(VENV)/lock/bin/uv pip compile setup.cfg - --quiet --upgrade \
		--all-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --output-file requirements.txt

clean: ## throw away all that was installed or made
	rm -rf $(VENV) build dist *.egg-info benchmarks/.peers

help: ## this list
	@sed -n 's/^\([a-z]*\):.* ## \(.*\)/make \1\t\2/p' Makefile | expand -t 14
