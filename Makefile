# Rasad. `make demo` shows it, `make test` proves it; both install what they need into .venv.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
INSTALLED := .venv/.installed
# uv takes the interpreter that made .venv and never fetches another.
UV := UV_PYTHON_DOWNLOADS=never VIRTUAL_ENV= $(BIN)/uv
DAY ?= 2026-03-14

.PHONY: help setup demo test check lint up bench sql clean

help: ## Show the commands
	@grep -hE '^[a-z]+:.*## ' Makefile | awk -F ':.*## ' '{printf "make %-7s %s\n", $$1, $$2}'

setup: $(INSTALLED) ## Install everything into .venv

$(INSTALLED): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Rasad needs Python 3.11 or newer; name one with: make setup PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "Python's venv module is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@test -x $(BIN)/python || { echo "Making .venv"; $(PYTHON) -m venv .venv; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@echo "Installing the packages of uv.lock into .venv"
	@# Compiled once here, not by each of Airflow's processes where PYTHONDONTWRITEBYTECODE is set.
	@$(UV) sync --frozen --inexact --quiet --compile-bytecode
	@$(BIN)/python -m compileall -q dags etl plugins
	@touch $@

demo: $(INSTALLED) ## Run one news day through Airflow and show what was loaded
	@$(BIN)/python -m dags.run.demo $(DAY)

up: $(INSTALLED) ## Start Airflow with its UI; Ctrl-C stops it
	@$(BIN)/python -m dags.run.up

sql: $(INSTALLED) ## Open a SQL shell on the published warehouse
	@$(BIN)/rasad sql

test: $(INSTALLED) ## Run the tests
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadscope

lint: $(INSTALLED)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test ## Lint, type-check, check the imports, and test

bench: $(INSTALLED) ## Measure each stage against its peers
	@$(UV) sync --frozen --inexact --quiet --group bench
	@for each in tests/bench/bench_*.py; do echo "== $$each"; $(BIN)/python -m "tests.bench.$$(basename $$each .py)" || exit 1; done

clean: ## Remove .venv and all that Rasad wrote
	rm -rf .venv .rasad .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
