# One word per chore. Every chore makes what it needs: a fresh clone with Python 3.10+ is enough.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
WHEEL  := $(VENV)/wheel

.PHONY: help demo test lint format types docs cleaners lexicon wheel bench clean

help:
	@echo "make demo      clean two scraped pages and see what goes, and why"
	@echo "make test      run the tests"
	@echo "make lint      ruff: style and formatting"
	@echo "make format    let ruff mend what it can"
	@echo "make types     mypy, strict"
	@echo "make docs      build the documentation into site/"
	@echo "make cleaners  print docs/cleaners.md anew"
	@echo "make lexicon   pack the phrase lists anew"
	@echo "make wheel     build the wheel and run the tests against it"
	@echo "make bench     time every cleaner, and the whole beside ftfy alone"
	@echo "make clean     remove what the above have made"

demo: $(VENV)/.core
	@for page in tests/fixtures/*.txt; do $(BIN)/scrapeclean explain "$$page" || exit; done

test: $(VENV)/.test
	$(BIN)/python -m pytest

lint: $(VENV)/.lint
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(VENV)/.lint
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(VENV)/.lint
	$(BIN)/mypy

docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

cleaners: $(VENV)/.core
	$(BIN)/python docs/print_cleaners.py > $(VENV)/cleaners.md
	mv $(VENV)/cleaners.md docs/cleaners.md

lexicon: $(VENV)/.core
	$(BIN)/python -W ignore -m scrapeclean.lexicon.packed

wheel: $(VENV)/.core
	rm -rf dist $(WHEEL)
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
	$(PYTHON) -m venv $(WHEEL)
	$(WHEEL)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(WHEEL)/bin/python -m pip install --quiet dist/*.whl --group test
	$(WHEEL)/bin/python -m pytest tests
	$(WHEEL)/bin/python -m pytest --pyargs scrapeclean

bench: $(VENV)/.bench
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/linear.py
	$(BIN)/python benchmarks/packages.py
	$(BIN)/python benchmarks/plot.py
	$(BIN)/python benchmarks/document.py

clean:
	rm -rf $(VENV) dist site .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Dependency groups need pip 25.1; the environment is made anew when pyproject.toml has changed.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'

$(VENV)/.core: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test $(VENV)/.lint $(VENV)/.docs $(VENV)/.bench: $(VENV)/.%: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --group $*
	@touch $@
