# The words of this project. Each sets up what it needs first, and quickly when that is done.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory
BIN := .venv/bin
# Tests look for `chromium` here too: it is in .venv when Debian's could not be installed.
export PATH := $(CURDIR)/$(BIN):$(PATH)
# Material ends in 2027 and MkDocs 2 has no plugins: known, and the reason for the pins in pyproject.toml.
export NO_MKDOCS_2_WARNING := 1

# Playwright's own Node needs a library that a bare Debian lacks.
export PLAYWRIGHT_NODEJS_PATH := $(CURDIR)/$(BIN)/node

.DEFAULT_GOAL := site
.PHONY: help setup site serve test check format bench bench-full lock clean

site: setup ## build the catalogue into site/
	$(BIN)/ocop build

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 18

setup: ## virtual environment with what the build needs
	@tools/setup site

# --livereload is said outright: with click 8.3.0 it is off by default.
serve: setup ## the site on this machine, built again when records, pages or theme change
	$(BIN)/mkdocs serve --livereload --watch products --watch theme

test: ## every test; arguments for pytest in ARGS, for example make test ARGS="-k standing"
	@tools/setup test
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile $(ARGS)

check: ## style, types and the direction of imports
	@tools/setup check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	tools/check-scripts

format: ## put the code into the common format
	@tools/setup check
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

bench: setup ## build synthetic catalogues and compare with Hugo and Pagefind; arguments in ARGS
	@tools/setup bench
	$(BIN)/python -m benchmarks $(ARGS)

bench-full: setup ## all parts of the benchmark at full size; takes hours, on a machine that does nothing else
	@tools/setup bench
	$(BIN)/python -m benchmarks build growth pages search --runs 3 --build-size 20000 --sizes 2000,20000 \
		--growth-sizes 2000,20000,100000 --search-sizes 2000,20000,100000 --wire-sizes 20000,100000 $(ARGS)

lock: ## solve the requirements again; ARGS=--upgrade for newer versions
	@tools/setup lock
	tools/lock $(ARGS)

clean: ## everything that was made here
	rm -rf site .site.* .venv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache tools/node/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
