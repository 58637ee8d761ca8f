# Everything a person types. `make run` is the one to begin with.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-from-the-lock

LINT := build/lint
LINT_STAMP := $(LINT)/.installed-from-the-lock

.PHONY: help setup run chat test check bench torture soak lint-deploy sbom audit
.DEFAULT_GOAL := help

help:
	@echo "make run    the assistant with a Teams-like client in the browser (or a chat here, without Node.js 18)"
	@echo "make chat   the assistant in the terminal"
	@echo "make test   all tests        make check   format, lint, types, import layers, knowledge"
	@echo "make bench  speed            make setup   only what the others need"
	@echo "make torture  faults on purpose, under load (minutes)        make soak  an hour of load"
	@echo "make lint-deploy  everything in deploy/        make sbom   what is in it, as CycloneDX        make audit   known vulnerabilities"

setup: $(STAMP)

$(STAMP): requirements-dev.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found. Install one, then run this again."; exit 2; }
	@test -w . || { echo "This folder cannot be written. Give this user the right to, or copy it elsewhere."; exit 2; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) (once, a minute or two) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@$(BIN)/python -m compileall -q bot
	@touch $(STAMP)

run: setup
	@$(BIN)/python -m bot run --try

chat: setup
	@$(BIN)/python -m bot chat

test: setup
	@$(BIN)/python -m pytest -n auto

check: setup
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m bot check

bench: setup
	@$(BIN)/python -m tests.benchmarks

torture: setup
	@$(BIN)/python -m tests.torture

soak: setup
	@$(BIN)/python -m tests.torture.soak

$(LINT_STAMP): deploy/requirements-lint.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found. Install one, then run this again."; exit 2; }
	@echo "Setting up $(LINT) for the linters (once, a minute) ..."
	@$(PYTHON) -m venv $(LINT) || { echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv"; exit 2; }
	@$(LINT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r deploy/requirements-lint.lock
	@touch $(LINT_STAMP)

lint-deploy: setup $(LINT_STAMP)
	@deploy/lint.sh

sbom: $(LINT_STAMP)
	@$(LINT)/bin/python -W ignore -m cyclonedx_py requirements --pyproject pyproject.toml --output-reproducible --of JSON -o build/sbom.json requirements.lock
	@echo "Made build/sbom.json: CycloneDX, every package of requirements.lock with its hashes."

audit: $(LINT_STAMP)
	@deploy/audit.sh
