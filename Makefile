# Two commands are enough: `make run` and `make test`. Both begin with `make setup`, which is quick the second time.
# VENV=folder, PORT=8000, HOST=127.0.0.1, DATABASE_URL=postgresql://… SPEECH=off and LANGUAGES=off are respected.

SHELL := /bin/bash
VENV ?= .venv
HOST ?= 127.0.0.1
PYTHON := $(VENV)/bin/python
export VENV

.DEFAULT_GOAL := help
.PHONY: help setup setup-test run test lint format screenshots bench bench-candidates bench-judge speech languages clean

help: ## Show what can be made.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## Virtual environment, requirements, system packages, judge, database. Safe to repeat.
	@bin/setup

setup-test:
	@bin/setup --tests

run: setup ## Start the product with demo data: web server and worker.
	@$(PYTHON) manage.py loaddemo
	@exec $(PYTHON) manage.py serve --host $(HOST)

test: setup-test ## Every test, on SQLite and on PostgreSQL, in the browser too.
	@exec $(PYTHON) bin/run_tests.py

lint: setup-test ## Style, formatting and the direction of imports.
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(VENV)/bin/lint-imports

format: setup-test ## Put the code into the house's format.
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

screenshots: setup-test ## Pictures of the main pages, into docs/screenshots.
	@$(PYTHON) bin/screenshots.py

bench: setup-test ## Measure pages, background work and whatever else has a bin/bench_*.py. Takes a few minutes.
	@$(PYTHON) bin/bench.py

bench-candidates: setup-test ## Pages of the candidates with 100,000 interviews and 2,000 jobs in one company.
	@$(PYTHON) bin/bench.py candidates

speech: ## Offline speech recognition (made by setup too, unless SPEECH=off).
	@SPEECH=on bin/setup

languages: ## Every language that the judge knows: TypeScript, Rust, Kotlin and C# too.
	@LANGUAGES=all bin/setup

bench-judge: setup ## The judge's speed beside bare processes, and DMOJ's where it is installed.
	@$(PYTHON) bin/bench_judge.py

clean: ## Remove what was made here; the data in var/ and .env stay.
	rm -rf $(VENV) build .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
