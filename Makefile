# One command starts the hall, one proves it. `make help` lists the rest.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
PY := $(VENV)/bin/python
MESSAGES := $(patsubst %.po,%.mo,$(wildcard */locale/*/LC_MESSAGES/*.po translations/wagtail/locale/*/LC_MESSAGES/*.po))

.DEFAULT_GOAL := help
.PHONY: help install run dev worker test check lint types layers messages lock clean

help: ## Explain every target
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

install: $(VENV)/installed $(MESSAGES) ## Make the virtual environment, install what the hall needs, compile the translations

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: requirements/base.txt | $(VENV)/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	@touch $@

$(VENV)/installed-dev: requirements/dev.txt | $(VENV)/installed
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

%.mo: %.po | $(VENV)/installed
	$(PY) -m babel.messages.frontend --quiet compile --input-file=$< --output-file=$@ --locale=$(notdir $(patsubst %/LC_MESSAGES/,%,$(dir $<)))

run: install ## Start the hall: database, demonstration, search index, server on port 8000 (PORT changes it)
	@PORT=$(PORT) $(PY) manage.py prepare_hall
	@BASE_URL="$${BASE_URL:-http://localhost:$(PORT)}" PORT=$(PORT) $(PY) -m honcho start --no-prefix  # honcho gives the worker another port

dev: install ## Start the hall for work on its code: the server reloads, errors are shown
	@DEBUG=1 PORT=$(PORT) $(PY) manage.py prepare_hall
	@DEBUG=1 PORT=$(PORT) $(PY) manage.py runserver $(PORT)

worker: install ## Run the tasks that publishing leaves behind, and the periodic jobs (make run does it by itself)
	@$(PY) manage.py run_worker

test: install $(VENV)/installed-dev check ## Everything: style, types, layers, migrations, tests (browser and PostgreSQL where they are)
	@if [ -n "$$POSTGRES_TEST_URL" ]; then set -ex; \
	  DATABASE_URL=$$POSTGRES_TEST_URL $(PY) -m pytest --numprocesses 2; \
	  $(PY) -m pytest --numprocesses 2 -m "both_databases"; \
	elif [ -n "$$CI" ]; then echo "CI must test on PostgreSQL: POSTGRES_TEST_URL is not set" >&2; exit 1; \
	else $(PY) -m pytest --numprocesses 2; \
	  echo "SKIPPED: the tests on PostgreSQL. Set POSTGRES_TEST_URL=postgres://user@host/database to run them."; fi

check: lint types layers ## The fast part of the tests: style, types, layers, migrations, settings

lint: install $(VENV)/installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: install $(VENV)/installed-dev
	$(VENV)/bin/mypy .

layers: install $(VENV)/installed-dev
	PYTHONPATH=. $(VENV)/bin/lint-imports
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check

messages: install $(VENV)/installed-dev ## Collect the texts to translate into the .po files (needs GNU gettext)
	@for app in portal guides forms_library knowledge translations; do \
	  (cd $$app && mkdir -p locale && ../$(PY) ../manage.py makemessages --locale zh_Hans --no-obsolete --no-wrap --add-location file); \
	done

lock: $(VENV)/installed-dev ## Lock the dependencies with hashes
	$(VENV)/bin/pip-compile $(LOCK) --output-file requirements/base.txt requirements/base.in
	$(VENV)/bin/pip-compile $(LOCK) --output-file requirements/dev.txt requirements/dev.in
	$(VENV)/bin/pip-compile $(LOCK) --output-file requirements/vectors.txt requirements/vectors.in

LOCK := --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

clean: ## Remove the virtual environment (state under var/ stays)
	rm -rf $(VENV) $(MESSAGES)
