# `make report` and `make test` need nothing but Python 3.11 or later: each makes its own .venv and installs into it.

VENV := .venv
PYTHON := $(VENV)/bin/python
FORMATS := text=reports/seeds.txt json=reports/seeds.json markdown=reports/seeds.md html=reports/seeds.html \
  sarif=reports/seeds.sarif junit=reports/seeds.xml github=reports/seeds.github.txt gitlab=reports/seeds.gitlab.json \
  comment=reports/seeds.comment.md jsonl=reports/seeds.jsonl csv=reports/seeds.csv claimreview=reports/seeds.jsonld

.PHONY: help report test schemas pictures
.DEFAULT_GOAL := help

help:
	@echo 'make report   check the sample stories in seeds/ and write reports/'
	@echo 'make test     run the tests'
	@echo 'make pictures take the pictures of the HTML report, with a chromium'
	@echo 'make schemas  write schemas/ from the models'

# The stories hold a conflict, which is what the report is there to show: it does not fail the target.
report: $(VENV)/installed
	@$(PYTHON) -m factcheck check seeds/ --fail-on never --output text=- $(FORMATS:%=--output %)

test: $(VENV)/installed-dev
	@if $(PYTHON) -c 'import xdist' 2>/dev/null; then $(PYTHON) -m pytest -n 2; else $(PYTHON) -m pytest; fi

pictures: $(VENV)/installed-dev
	@$(PYTHON) tests/test_page.py

schemas: $(VENV)/installed
	@$(PYTHON) -m factcheck schema --write schemas

# Installed in place, so that only a change of pyproject.toml asks for it again.
$(VENV)/installed: pyproject.toml | $(PYTHON)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(PYTHON)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/installed

$(PYTHON):
	@for python in python3.13 python3.12 python3.11 python3 python; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    exec $$python -m venv $(VENV); \
	  fi; \
	done; \
	echo 'factcheck needs Python 3.11 or later, and none was found' >&2; exit 1
